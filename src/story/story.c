/* Reading a story: parts, lines, statements, variables, the clock. See story.h; acts are run in act.c. */
#include "story/story.h"

#include <assert.h>
#include <string.h>

#include "act/tick.h"
#include "base/asset.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "story/world.h"

#define STORY_ACT_ARENA ((size_t)64 << 20)

struct reader {
	struct str rest, name;
	int64_t line;
};

/* ---- words and lines ---- */

struct str story_token(struct str *rest)
{
	*rest = str_trim(*rest);
	struct str token = *rest;
	size_t n = 0;
	while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '\t' && strncmp(rest->p + n, "\xe3\x80\x80", rest->n - n < 3 ? rest->n - n : 3))
		n++;
	token.n = n;
	rest->p += n;
	rest->n -= n;
	*rest = str_trim(*rest);
	return token;
}

bool story_word(struct str *rest, enum word_id id)
{
	struct str copy = str_trim(*rest);
	if (!str_eq(story_token(&copy), word_text(id)))
		return false;
	*rest = copy;
	return true;
}

/* Several values stand behind one another, with a comma of either kind between. */
struct str story_next(struct str *rest)
{
	struct str comma = word_text(WORD_story_comma), head = *rest;
	for (size_t i = 0; i < rest->n; i++) {
		bool wide = rest->n - i >= comma.n && memcmp(rest->p + i, comma.p, comma.n) == 0;
		if (!wide && rest->p[i] != ',')
			continue;
		head.n = i;
		rest->p += i + (wide ? comma.n : 1);
		rest->n -= i + (wide ? comma.n : 1);
		return str_trim(head);
	}
	rest->n = 0;
	return str_trim(head);
}

static struct str next_line(struct reader *r)
{
	r->line++;
	return str_trim(str_cut(&r->rest, '\n'));
}

static bool no_statement(struct str line)
{
	return !line.n || line.p[0] == '#';
}

/* ---- variables ---- */

void story_set(struct story_world *w, struct str name, struct str value)
{
	size_t i = 0;
	while (i < w->variables_n && !str_eq(w->variables[i].name, name))
		i++;
	assert(i < STORY_VARIABLES_MOST);
	if (i == w->variables_n)
		w->variables[w->variables_n++].name = str_copy(w->a, name);
	w->variables[i].value = str_copy(w->a, value);
}

struct str story_value(struct story_world *w, const char *name)
{
	for (size_t i = 0; i < w->variables_n; i++)
		if (str_is(w->variables[i].name, name))
			return w->variables[i].value;
	return STR("");
}

/* The longest variable that the text begins with. */
static const struct story_variable *variable_at(const struct story_world *w, struct str text)
{
	const struct story_variable *best = NULL;
	for (size_t i = 0; i < w->variables_n; i++) {
		const struct story_variable *v = &w->variables[i];
		if (text.n >= v->name.n && memcmp(text.p, v->name.p, v->name.n) == 0 && (!best || v->name.n > best->name.n))
			best = v;
	}
	return best;
}

bool story_replace(struct story_world *w, struct str text, struct str *out)
{
	struct buf b = { .arena = w->act };
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '$') {
			buf_putc(&b, text.p[i]);
			continue;
		}
		const struct story_variable *v = variable_at(w, (struct str){ text.p + i + 1, text.n - i - 1 });
		if (!v)
			return story_fail(w, WORD_story_e_variable, (struct str){ text.p + i, text.n - i });
		buf_put(&b, v->value);
		i += v->name.n;
	}
	*out = buf_str(&b);
	return true;
}

bool story_fail(struct story_world *w, enum word_id id, struct str what)
{
	if (!w->error.n)
		w->error = word(w->a, id, "what", str_c(w->a, what), NULL);
	return false;
}

/* ---- statements ---- */

static bool clock_set(struct story_world *w, struct str text)
{
	int64_t day, now;
	if (!instant_parse(text, &now)) {
		if (!day_parse(text, &day))
			return story_fail(w, WORD_story_e_line, text);
		now = instant_of(day, 9, 0);
		if (now < w->now && instant_day(w->now) == day)
			now = w->now;
	}
	if (now < w->now)
		return story_fail(w, WORD_story_e_clock, text);
	w->now = now;
	return true;
}

static bool clock_pass(struct story_world *w, struct str text)
{
	int64_t days;
	if (!str_int(story_token(&text), &days) || days < 1)
		return story_fail(w, WORD_story_e_line, text);
	w->now = instant_of(day_add(instant_day(w->now), days), 9, 0);
	return true;
}

static bool set_variable(struct story_world *w, struct str text)
{
	struct str value;
	struct str name = str_trim(str_cut(&text, '='));
	if (!name.n || !story_replace(w, str_trim(text), &value))
		return story_fail(w, WORD_story_e_line, name);
	story_set(w, name, value);
	return true;
}

static bool run_text(struct story_world *w, struct str name, struct str text, int64_t line);

/* What stands behind the first line that says that the case stands at this stage. */
static struct str text_since(struct str text, struct str stage)
{
	for (struct str rest = text; rest.n;) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		if (story_word(&line, WORD_story_stage) && str_eq(line, stage))
			return rest;
	}
	return STR("");
}

static bool as_usual(struct story_world *w, struct str rest)
{
	struct str file = story_token(&rest), text, until = w->until;
	struct str since = story_word(&rest, WORD_story_since) ? story_token(&rest) : STR("");
	struct str stage = story_word(&rest, WORD_story_until) ? str_copy(w->a, rest) : STR("");
	if (w->depth >= STORY_DEPTH_MOST)
		return story_fail(w, WORD_story_e_depth, file);
	bool found = w->reader && w->reader(w->reader_ctx, w->a, file, &text);
	const struct asset *asset = found ? NULL : asset_named(str_c(w->a, file));
	if (!found && !asset)
		return story_fail(w, WORD_story_e_file, file);
	if (asset)
		text = asset->text;
	if (since.n)
		text = text_since(text, since);
	w->depth++;
	w->until = stage.n ? stage : until;     /* a story told inside stops where the one around it stops */
	bool good = run_text(w, file, text, 0);
	w->depth--;
	w->until = until;
	if (good && stage.n && !w->stop && !str_eq(w->stage, stage)) {
		w->error = word(w->a, WORD_story_e_never, "what", str_c(w->a, file), "stage", stage.p, NULL);
		return false;
	}
	return good;
}

void story_tick(struct story_world *w)
{
	arena_reset(w->act);
	tick(w->db, w->act, w->pg, w->now, hash_text(w->act, HASH_SHA256, str_fmt(w->act, "tick %lld", (long long)++w->tries)));
	struct challenge_row c;
	struct id_key key = { .id = w->challenge };
	if (w->challenge && db_one(w->db, w->act, "challenge_read", &key, &c))
		w->stage = str_copy(w->a, c.stage);
	if (w->watch)
		w->watch(w->watch_ctx, NULL, NULL, NULL);
}

/* ---- an act and what hangs on it ---- */

static bool is_attached(struct str line, enum word_id *which)
{
	static const enum word_id words[] = { WORD_story_done, WORD_story_refused, WORD_story_forbidden, WORD_story_not_now, WORD_story_missing,
		WORD_story_wrong, WORD_story_advised, WORD_story_waiting, WORD_story_stage, WORD_story_keep };
	struct str mark = word_text(WORD_story_input);
	*which = WORD_story_input;
	if (line.n >= mark.n && memcmp(line.p, mark.p, mark.n) == 0)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct str copy = line;
		*which = words[i];
		if (story_word(&copy, words[i]))
			return true;
	}
	return false;
}

static bool attach_input(struct story_world *w, struct story_act *s, struct str line)
{
	size_t n = word_text(WORD_story_input).n;
	struct str rest = str_trim((struct str){ line.p + n, line.n - n });
	if (str_eq(rest, word_text(WORD_story_blank))) {
		s->blank = true;
		return true;
	}
	bool equals = memchr(rest.p, '=', rest.n) != NULL;
	struct str key = str_trim(str_cut(&rest, '='));
	if (!equals || !key.n || s->inputs_n == STORY_INPUTS_MOST)
		return story_fail(w, WORD_story_e_line, line);
	s->inputs[s->inputs_n++] = (struct story_input){ key, str_trim(rest) };
	return true;
}

static bool attach(struct story_world *w, struct story_act *s, struct str line, enum word_id which)
{
	struct str rest = line;
	if (which == WORD_story_input)
		return attach_input(w, s, line);
	story_token(&rest);
	if (which == WORD_story_stage || which == WORD_story_keep) {
		*(which == WORD_story_stage ? &s->stage : &s->keep) = rest;
		return rest.n || story_fail(w, WORD_story_e_line, line);
	}
	if (s->expected_n == STORY_EXPECTED_MOST)
		return story_fail(w, WORD_story_e_line, line);
	struct story_expected *e = &s->expected[s->expected_n++];
	*e = (struct story_expected){ .what = which, .name = story_token(&rest) };
	if (story_word(&rest, WORD_story_found))
		e->found = story_token(&rest);
	if (story_word(&rest, WORD_story_wanted))
		e->wanted = story_token(&rest);
	bool named = which == WORD_story_refused || which == WORD_story_advised || which == WORD_story_wrong;
	return (!rest.n && (!named || e->name.n)) || story_fail(w, WORD_story_e_line, line);
}

/* The lines behind an act that belong to it, comments and empty lines among them skipped. */
static bool attach_all(struct story_world *w, struct reader *r, struct story_act *s)
{
	enum word_id which;
	while (r->rest.n) {
		struct reader before = *r;
		struct str line = next_line(r);
		if (no_statement(line))
			continue;
		if (!is_attached(line, &which)) {
			*r = before;
			return true;
		}
		if (!attach(w, s, line, which))
			return false;
	}
	return true;
}

static bool run_act(struct story_world *w, struct reader *r, struct str line)
{
	int64_t at = r->line;
	struct story_act s = { .actor = story_token(&line), .act = story_token(&line), .inputs = NEW_ARRAY(w->a, STORY_INPUTS_MOST, struct story_input) };
	if (story_word(&line, WORD_story_at))
		s.target = line;
	else if (line.n)
		return story_fail(w, WORD_story_e_line, line);
	if (!attach_all(w, r, &s))
		return false;
	bool good = true;
	for (struct str all = s.actor; good && all.n && !w->stop;) {
		s.actor = story_next(&all);
		s.more = all.n > 0;
		arena_reset(w->act);
		good = story_act_run(w, &s);
	}
	if (!good)
		r->line = at;
	return good;
}

static bool run_line(struct story_world *w, struct reader *r, struct str line)
{
	struct str rest = line;
	enum word_id which;
	if (story_word(&rest, WORD_story_title))
		return true;
	if (story_word(&rest, WORD_story_policy))
		return str_eq(rest, w->pg->policy->name) || story_fail(w, WORD_story_e_policy, rest);
	if (story_word(&rest, WORD_story_today))
		return clock_set(w, rest);
	if (story_word(&rest, WORD_story_pass))
		return clock_pass(w, rest);
	if (story_word(&rest, WORD_story_as_usual))
		return as_usual(w, rest);
	if (story_word(&rest, WORD_story_set))
		return set_variable(w, rest);
	if (story_word(&rest, WORD_story_supply))
		return set_variable(w, str_join(w->act, word_text(WORD_story_supply), ".", rest));
	if (story_word(&rest, WORD_story_tick))
		return story_tick(w), true;
	if (story_word(&rest, WORD_story_stage))
		return str_eq(w->stage, rest) || story_fail(w, WORD_story_e_stage, rest);
	if (is_attached(line, &which))
		return story_fail(w, WORD_story_e_line, line);
	return run_act(w, r, line);
}

static bool run_text(struct story_world *w, struct str name, struct str text, int64_t line)
{
	struct reader r = { text, name, line };
	while (r.rest.n && !w->stop && !(w->until.n && str_eq(w->until, w->stage))) {
		struct str statement = next_line(&r);
		if (no_statement(statement))
			continue;
		if (run_line(w, &r, statement))
			continue;
		if (!strstr(str_c(w->a, w->error), ".story:"))
			w->error = str_fmt(w->a, "%.*s:%lld: %.*s", STR_ARG(name), (long long)r.line, STR_ARG(w->error));
		return false;
	}
	return true;
}

/* ---- entry points ---- */

struct rows story_parts(struct arena *a, struct str text)
{
	struct reader r = { .rest = text };
	struct story_part *parts = NULL;
	size_t n = 0, most = 1;
	for (size_t i = 0; i < text.n; i++)
		most += text.p[i] == '\n';
	parts = NEW_ARRAY(a, most, struct story_part);
	while (r.rest.n) {
		const char *begin = r.rest.p;
		struct str line = next_line(&r), token;
		if (!story_word(&line, WORD_story_title) && (n || no_statement(line)))
			continue;
		if (n)
			parts[n - 1].text.n = (size_t)(begin - parts[n - 1].text.p);
		struct story_part *p = &parts[n++];
		*p = (struct story_part){ .text = { begin, (size_t)(text.p + text.n - begin) }, .line = r.line - 1, .title = line };
		/* clause ids stand behind the title: tokens like 8.2.b or jm.1 */
		for (struct str rest = line; rest.n;) {
			token = story_token(&rest);
			bool starts = (token.p[0] >= '0' && token.p[0] <= '9') || (token.p[0] >= 'a' && token.p[0] <= 'z');
			if (starts && memchr(token.p, '.', token.n) && !utf8_has_han(token)) {
				p->title = str_trim((struct str){ line.p, (size_t)(token.p - line.p) });
				p->clauses = (struct str){ token.p, (size_t)(line.p + line.n - token.p) };
				break;
			}
		}
	}
	return (struct rows){ parts, n };
}

/* What the place is called and where it lies: $region, $office.bureau … */
static void place_variables(struct story_world *w)
{
	const struct local_name *n = w->pg->policy->names.v;

	story_set(w, STR("region"), w->pg->policy->region);
	for (size_t i = 0; i < w->pg->policy->names.n; i++)
		story_set(w, str_join(w->a, STR("office"), ".", n[i].role), n[i].name);
}

struct str story_policy(struct str text)
{
	for (struct str rest = text; rest.n;) {
		struct str line = str_trim(str_cut(&rest, '\n'));
		if (story_word(&line, WORD_story_policy))
			return line;
	}
	return STR("");
}

struct story_world *story_new(struct arena *a, struct db *db, struct programme *pg)
{
	struct story_world *w = NEW(a, struct story_world);
	*w = (struct story_world){ .a = a, .act = arena_new(STORY_ACT_ARENA), .db = db, .pg = pg, .now = instant_of(20260101, 9, 0) };
	w->variables = NEW_ARRAY(a, STORY_VARIABLES_MOST, struct story_variable);
	place_variables(w);
	return w;
}

void story_free(struct story_world *w)
{
	arena_free(w->act);
	w->act = NULL;
}

void story_read_by(struct story_world *w, story_reader reader, void *ctx)
{
	w->reader = reader;
	w->reader_ctx = ctx;
}

void story_taint(struct story_world *w, struct str taint)
{
	w->taint = taint;
}

void story_start_at(struct story_world *w, int64_t now)
{
	w->now = now;
}

bool story_run(struct story_world *w, struct str name, const struct story_part *part, struct str *error)
{
	w->error = (struct str){ 0 };
	bool good = run_text(w, name, part->text, part->line);
	*error = w->error;
	return good;
}

int64_t story_acts(const struct story_world *w)
{
	return w->acts;
}

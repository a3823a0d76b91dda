/* One history: from a scene on, step by step, compared after each; then undone. */
#include "sim/sim.h"

#include <stdio.h>
#include <string.h>

#include "act/journal.h"
#include "base/day.h"
#include "base/hash.h"

struct history {
	struct sim *s;
	struct sim_scene *c;
	struct arena *a;                /* this history */
	struct story_world w;
	struct auditor *model;
	struct sim_seen seen;
	size_t at;                      /* the script's next step */
	struct buf log;                 /* what happened, for whoever has to find a fault */
	bool failed;
};

/* ---- what went wrong ---- */

static int64_t times_told(struct sim *s, struct str what)
{
	size_t i = 0;
	while (i < s->kinds_n && !str_eq(s->kinds[i].what, what))
		i++;
	if (i == sizeof s->kinds / sizeof *s->kinds)
		return INT64_MAX;
	if (i == s->kinds_n)
		s->kinds[s->kinds_n++] = (struct sim_failure){ str_copy(s->a, what), 0 };
	return ++s->kinds[i].n;
}

static void failed(struct history *h, const char *what, struct str detail)
{
	struct sim *s = h->s;
	s->failures++;
	h->failed = true;
	if (times_told(s, str_join(h->a, str_of(what), " ", detail)) > 2)
		return;
	printf("not ok history %lld from %s step %zu: %s %.*s\n%.*s\n", (long long)s->counts.histories, h->c->script->file, h->c->at, what,
		STR_ARG(detail), STR_ARG(buf_str(&h->log)));
	fflush(stdout);
}

static struct str rule_names(struct arena *a, const struct rule_set *set)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; i < RULE_COUNT; i++)
		if (set->has[i])
			buf_fmt(&b, " %s", rule_infos[i].name);
	return buf_str(&b);
}

static struct rule_set rules_of(const struct act_result *r)
{
	struct rule_set set = { 0 };
	const struct verdict *v = r->verdicts.v;
	for (size_t i = 0; i < r->verdicts.n; i++)
		set.has[v[i].rule] = true;
	return set;
}

static const char *answer_name(enum answer a)
{
	static const char *const names[] = { "done", "repeated", "refused", "forbidden", "not now", "missing", "fault" };
	return (size_t)a < sizeof names / sizeof *names ? names[a] : "?";
}

static void log_act(struct history *h, const char *how, const struct act_request *q, const struct act_result *r, const struct rule_set *said)
{
	buf_fmt(&h->log, "    %.*s %s %s by %lld on %lld -> %s%.*s\n", STR_ARG(day_text(h->a, instant_day(q->now))), how, act_infos[q->act].name,
		(long long)q->person, (long long)q->target, answer_name(r->answer), STR_ARG(rule_names(h->a, said)));
}

/* ---- counting ---- */

static void count_move(struct sim_counts *n, struct str act, struct str from, struct str to)
{
	size_t i = 0;
	while (i < n->moves_n && !(str_eq(n->moves[i].act, act) && str_eq(n->moves[i].from, from) && str_eq(n->moves[i].to, to)))
		i++;
	if (i == sizeof n->moves / sizeof *n->moves)
		return;
	if (i == n->moves_n)
		n->moves[n->moves_n++] = (struct sim_move){ act, from, to, 0 };
	n->moves[i].n++;
}

static void count(struct history *h, const struct act_request *q, const struct act_result *r, const struct rule_set *said, struct str before)
{
	struct sim_counts *n = &h->s->counts;
	n->acts++;
	n->done += r->answer == ANSWER_DONE;
	n->refused += r->answer == ANSWER_REFUSED;
	n->forbidden += r->answer == ANSWER_FORBIDDEN;
	n->not_now += r->answer == ANSWER_NOT_NOW;
	n->missing += r->answer == ANSWER_MISSING;
	for (size_t i = 0; i < RULE_COUNT; i++)
		n->rule_broken[i] += said->has[i];
	if (r->answer != ANSWER_DONE)
		return;
	if (act_infos[q->act].moves)
		count_move(n, str_of(act_infos[q->act].name), str_copy(h->s->a, before), str_copy(h->s->a, r->stage));
}

/* The same seed must give the same answers, verdicts and book on every engine. */
static void digest(struct history *h, const struct act_request *q, const struct act_result *r, const struct rule_set *said)
{
	struct str now = str_fmt(h->a, "%.*s %s %s%.*s %.*s", STR_ARG(h->s->digest), act_infos[q->act].name, answer_name(r->answer),
		STR_ARG(rule_names(h->a, said)), STR_ARG(h->seen.hash));
	struct str d = hash_text(h->a, HASH_SHA256, now);
	memcpy((char *)h->s->digest.p, d.p, d.n);
}

/* ---- one act ---- */

static void compare(struct history *h, const struct act_request *q, const struct act_result *r, const struct rule_set *expected)
{
	struct rule_set said = rules_of(r);
	if (r->answer != ANSWER_DONE && r->answer != ANSWER_REFUSED)
		return;
	for (size_t i = 0; i < RULE_COUNT && !auditor_has("signing"); i++)
		if (!strcmp(rule_infos[i].at, "signing"))
			said.has[i] = false;
	h->s->counts.compared++;
	if (memcmp(&said, expected, sizeof said) == 0)
		return;
	failed(h, "the auditor expected other rules for", str_fmt(h->a, "%s: expected%.*s; said%.*s", act_infos[q->act].name,
		STR_ARG(rule_names(h->a, expected)), STR_ARG(rule_names(h->a, &said))));
}

/* What must hold of the book and the store after an act. */
static void look(struct history *h, const struct act_request *q, const struct act_result *r)
{
	int64_t lines = sim_observe(h->c, h->a, h->model, &h->seen, &h->s->counts);
	int64_t wanted = r->answer == ANSWER_DONE;
	if (r->answer == ANSWER_FAULT || db_fault(h->c->db) != FAULT_NONE)
		failed(h, "the store failed:", str_fmt(h->a, "%s %.*s", act_infos[q->act].name, STR_ARG(db_fault_text(h->c->db))));
	if (lines != wanted)
		failed(h, "lines in the book:", str_fmt(h->a, "%lld, not %lld, after %s", (long long)lines, (long long)wanted, act_infos[q->act].name));
	if (r->answer != ANSWER_DONE || !h->s->each)
		return;
	struct rows broken = db_invariants(h->c->db, h->a);
	if (broken.n)
		failed(h, "the store no longer holds:", str_fmt(h->a, "%.*s: %.*s", STR_ARG(((struct db_broken *)broken.v)->name),
			STR_ARG(((struct db_broken *)broken.v)->what)));
}

/* An answer that got lost: the same key must give the first answer and write nothing. */
static void repeat(struct history *h, const struct act_request *q, const struct act_result *first)
{
	struct act_result again = act_press(h->c->db, h->a, h->c->pg, q);
	h->s->counts.repeated++;
	if (again.answer != ANSWER_REPEATED || again.seq != first->seq || !str_eq(again.hash, first->hash))
		failed(h, "a repeated key got another answer:", str_of(act_infos[q->act].name));
}

/* A crash before the commit: nothing of the act is left, and the retry does it once. */
static void crash(struct history *h, const struct act_request *q)
{
	h->s->counts.crashes++;
	if (!db_rehearse(h->c->db))
		return;
	act_press(h->c->db, h->a, h->c->pg, q);
	db_rehearse_end(h->c->db);
	struct journal_key key = { .programme = h->c->pg->id, .seq = h->seen.seq };
	if (db_all(h->c->db, h->a, "journal_page", &key).n)
		failed(h, "a crash before the commit left a line:", str_of(act_infos[q->act].name));
}

static void run(struct history *h, const char *how, const struct act_request *q)
{
	struct rule_set expected = { 0 }, said;
	struct str before = str_copy(h->a, h->w.stage);
	bool known = auditor_predicts(h->model, q, &expected);
	bool crashes = sim_chance(h->s, 3), repeats = sim_chance(h->s, 5);
	if (crashes)
		crash(h, q);
	struct act_result r = act_press(h->c->db, h->a, h->c->pg, q);
	said = rules_of(&r);
	log_act(h, how, q, &r, &said);
	if (known)
		compare(h, q, &r, &expected);
	else if (r.answer == ANSWER_DONE || r.answer == ANSWER_REFUSED)
		h->s->counts.unpredicted++, h->s->counts.act_unpredicted[q->act]++;
	if (r.answer == ANSWER_DONE)
		story_remember(&h->w, &r);
	count(h, q, &r, &said, before);
	look(h, q, &r);
	digest(h, q, &r, &said);
	if (repeats && r.answer == ANSWER_DONE)
		repeat(h, q, &r);
}

/* ---- choosing ---- */

static bool fits(const struct history *h, const struct sim_step *st)
{
	return !st->tick && (!act_infos[st->id].moves || policy_step(h->c->pg->policy, h->w.stage.n ? h->w.stage : STR("start"), act_infos[st->id].name));
}

static const struct sim_step *any_step(struct history *h)
{
	const struct sim_script *k = &h->s->scripts[sim_below(h->s, (int64_t)h->s->scripts_n)];
	return &k->steps[sim_below(h->s, (int64_t)k->n)];
}

/* A line of any script that the road has from where this case stands. */
static const struct sim_step *foreign_step(struct history *h)
{
	for (int i = 0; i < 40; i++) {
		const struct sim_step *st = any_step(h);
		if (fits(h, st))
			return st;
	}
	return any_step(h);
}

static void leap(struct history *h)
{
	static const int64_t days[] = { 1, 1, 2, 3, 5, 7, 10, 15, 30, 45, 90, 200, 370 };
	h->w.now = instant_of(day_add(instant_day(h->w.now), days[sim_below(h->s, 13)]), 9 + (int)sim_below(h->s, 9), 0);
	buf_fmt(&h->log, "    leap to %.*s\n", STR_ARG(day_text(h->a, instant_day(h->w.now))));
}

static void happen(struct history *h)
{
	story_tick(&h->w);
	int64_t lines = sim_observe(h->c, h->a, h->model, &h->seen, &h->s->counts);
	buf_fmt(&h->log, "    %.*s by itself: %lld lines\n", STR_ARG(day_text(h->a, instant_day(h->w.now))), (long long)lines);
}

/* What a step sends: as the story says it, maybe changed, maybe by somebody else. False: it makes no sense here. */
struct asked {
	struct sim *s;
	struct story_world *w;
	struct arena *a;
	bool changed;
	struct str actor;
};

static bool request_of(const struct asked *k, const struct sim_step *st, struct act_request *q)
{
	struct story_act act = st->act;
	struct rows pairs;
	act.actor = k->actor.n ? k->actor : act.actor;
	k->w->error = (struct str){ 0 };
	if (!story_request(k->w, &act, q) || !story_pairs(k->w, &act, q, &pairs))
		return false;
	const struct fields *form = q->form;
	if (k->changed)
		pairs = sim_change(k->s, k->w, form, pairs);
	void *in = arena_alloc(k->a, form->size);
	struct form_in parse = { .arena = k->a, .pairs = pairs.v, .n = pairs.n, .choices = story_choices, .ctx = k->w };
	bool good = form_parse(&parse, form, in).n == 0;
	k->s->counts.wrong += !good;
	q->in = in;
	return good;
}

bool sim_request(struct sim *s, struct story_world *w, struct arena *a, const struct sim_step *st, struct act_request *q)
{
	struct asked k = { .s = s, .w = w, .a = a };
	return request_of(&k, st, q);
}

static void step(struct history *h)
{
	struct act_request q;
	int64_t dice = sim_below(h->s, 100);
	const struct sim_script *k = h->c->script;
	bool own = dice < 62 && h->at < k->n, changed = dice >= 50 && dice < 75, other = dice >= 95;
	if (dice >= 90 && dice < 95) {
		leap(h);
		happen(h);
		return;
	}
	const struct sim_step *st = own ? &k->steps[h->at] : foreign_step(h);
	h->at += own && !changed;
	if (st->now > h->w.now)
		h->w.now = st->now;
	arena_reset(h->w.act);
	if (st->tick) {
		happen(h);
		return;
	}
	struct asked how = { h->s, &h->w, h->a, changed, other ? any_step(h)->act.actor : (struct str){ 0 } };
	if (request_of(&how, st, &q))
		run(h, changed ? "changed" : other ? "other person" : own ? "next" : "foreign", &q);
}

static void begin(struct history *h, struct sim *s, struct sim_scene *c, struct arena *a)
{
	*h = (struct history){ .s = s, .c = c, .a = a, .w = *c->w, .seen = c->seen, .at = c->at, .log = { .arena = a } };
	h->w.a = a;
	h->w.variables = NEW_ARRAY(a, STORY_VARIABLES_MOST, struct story_variable);
	memcpy(h->w.variables, c->w->variables, c->w->variables_n * sizeof *h->w.variables);
	h->model = arena_alloc(a, auditor_size());
	memcpy(h->model, c->model, auditor_size());
}

void sim_history(struct sim *s, struct sim_scene *c, struct arena *a, int length)
{
	struct history h;
	arena_reset(a);
	if (!db_rehearse(c->db)) {
		s->failures++;
		return;
	}
	s->counts.histories++;
	begin(&h, s, c, a);
	for (int i = 0; i < length && !h.failed; i++)
		step(&h);
	struct rows broken = s->each ? (struct rows){ 0 } : db_invariants(c->db, a);
	if (broken.n)
		failed(&h, "the store no longer holds:", str_fmt(a, "%.*s: %.*s", STR_ARG(((struct db_broken *)broken.v)->name),
			STR_ARG(((struct db_broken *)broken.v)->what)));
	if (db_fault(c->db) != FAULT_NONE)
		db_fault_clear(c->db);
	db_rehearse_end(c->db);
}

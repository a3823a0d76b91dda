/* The demo: events in the order of their days, each told by a small story. */
#include "demo/demo_in.h"

#include "act/journal.h"
#include "base/asset.h"
#include "base/day.h"
#include "base/word.h"
#include "life/1-need/need.h"

static const int phase_days[PHASE_COUNT] = {
#define PHASE(NAME, DAYS) DAYS,
#include "demo/phases.def"
#undef PHASE
};

/* COHORT and THEN lines stand in the same list: their `last` is PHASE_COUNT, and a THEN names its file. */
static const struct {
	int back;                       /* COHORT: days before now; THEN: days after the round */
	enum phase last;
	enum turn turn;
	const char *file;
} plan[] = {
#define COHORT(BACK) { BACK, PHASE_COUNT, TURN_NONE, NULL },
#define CASE(LAST, TURN) { 0, PHASE_##LAST, TURN_##TURN, NULL },
#define THEN(DAY, FILE) { DAY, PHASE_COUNT, TURN_NONE, #FILE },
#include "demo/cases.def"
#undef COHORT
#undef CASE
#undef THEN
};

static const struct {
	const char *login, *field;
} demanders[] = {
	{ "lijianguo", "strontium" }, { "tangxl", "hardware" }, { "heshuang", "vehicle" }, { "luoming", "optics" }, { "jianghui", "recycling" },
	{ "chenhai", "chip" }, { "yuanxi", "energy" }, { "duchuan", "robot" }, { "qinshi", "medicine" }, { "huangxiang", "food" },
	{ "longgang", "drone" },
};
static const char *const bidders[] = { "sunjiao", "xuwen", "mayuan", "fengjiang", "guohai", "xiezhong" };
#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

void demo_set(struct demo *d, const char *name, struct str value)
{
	story_set(d->story, str_of(name), value);
}

void demo_set_int(struct demo *d, const char *name, int64_t value)
{
	demo_set(d, name, str_fmt(d->a, "%lld", (long long)value));
}

int64_t demo_made(struct demo *d, const char *table)
{
	int64_t id = 0;
	return str_int(story_value(d->story, table), &id) ? id : 0;
}

struct str demo_text(struct demo *d, const char *file)
{
	const struct asset *text = asset_find(str_fmt(d->a, "demo/%s.story", file).p);
	return text ? text->text : STR("");
}

bool demo_tell(struct demo *d, const char *file, struct str more)
{
	struct str name = str_fmt(d->a, "demo/%s.story", file), text = demo_text(d, file);
	struct story_part part = { .line = 0 };
	if (!text.n) {
		*d->error = str_fmt(d->a, "no %.*s", STR_ARG(name));
		return false;
	}
	part.text = str_fmt(d->a, "%.*s%.*s", STR_ARG(text), STR_ARG(more));
	return story_run(d->story, name, &part, d->error);
}

/* Money of a case: whole ten thousands that differ from case to case; fiscal stays under 30 % and a million yuan. */
static void money_vars(struct demo *d, const struct demo_case *c)
{
	int64_t pay = 120 + (c->index * 37) % 180, fiscal = pay * 3 / 10 > 90 ? 90 : pay * 3 / 10, other = 30 + c->index % 5 * 10;
	demo_set(d, "pay", str_fmt(d->a, "%lld0000", (long long)pay));
	demo_set(d, "quote", str_fmt(d->a, "%lld0000", (long long)pay));
	demo_set(d, "quote1", str_fmt(d->a, "%lld0000", (long long)(pay / 3)));
	demo_set(d, "quote2", str_fmt(d->a, "%lld0000", (long long)(pay - pay / 3)));
	demo_set(d, "fiscal", str_fmt(d->a, "%lld0000", (long long)fiscal));
	demo_set(d, "spent", str_fmt(d->a, "%lld", (long long)(fiscal * 5000 - 20000)));
	demo_set(d, "other", str_fmt(d->a, "%lld0000", (long long)other));
}

static void need_vars(struct demo *d, const struct demo_need *n)
{
	demo_set(d, "title", n->title);
	demo_set(d, "field", n->field);
	demo_set(d, "problem", n->problem.n > 20 ? n->problem : word(d->a, WORD_demo_problem, "title", str_c(d->a, n->title), NULL));
	for (int i = 0; i < DEMO_INDICATORS; i++) {
		demo_set(d, str_fmt(d->a, "i%d", i + 1).p, n->name[i]);
		demo_set(d, str_fmt(d->a, "i%dc", i + 1).p, n->comparison[i]);
		demo_set(d, str_fmt(d->a, "i%dt", i + 1).p, n->target[i]);
		demo_set(d, str_fmt(d->a, "i%du", i + 1).p, n->unit[i]);
	}
}

/* The case that is spoken of, its number, and the numbers of the runners when it is a race. */
static void case_vars(struct demo *d, const struct demo_case *c)
{
	struct challenge_row row;
	story_turn(d->story, c->id);
	if (c->ends)
		demo_set(d, "later", day_text(d->a, day_add(c->ends, 150)));
	if (!need_challenge(d->db, d->a, c->id, &row))
		return;
	demo_set(d, "number", row.number);
	for (int i = 0; i < DEMO_BIDS; i++)
		demo_set(d, str_fmt(d->a, "lane%d", i + 1).p, str_fmt(d->a, "%.*s-%c", STR_ARG(row.number), 'A' + i));
}

static const char *bidder(const struct demo_case *c, int nth)
{
	return bidders[(c->index + 2 * nth) % COUNT(bidders)];
}

void demo_case_vars(struct demo *d, struct demo_case *c)
{
	int who = 0;
	for (int i = 0; i < COUNT(demanders); i++)
		if (str_is(c->need->field, demanders[i].field))
			who = i;
	need_vars(d, c->need);
	money_vars(d, c);
	demo_set(d, "demander", str_of(demanders[who].login));
	demo_set(d, "bidder", str_of(bidder(c, 0)));
	demo_set(d, "other_bidder", str_of(bidder(c, 1)));
	demo_set(d, "third_bidder", str_of(bidder(c, 2)));
	demo_set(d, "kind", c->index % 3 ? STR("key_core") : STR("key_common"));
	demo_set(d, "leader", word_text(WORD_demo_leader));
	demo_set(d, "second", word_text(WORD_demo_second));
	demo_set_int(d, "period", 12 + c->index % 3 * 6);
	demo_set_int(d, "month1", 4);
	demo_set_int(d, "month2", 10);
	demo_set(d, "docno", word(d->a, WORD_demo_document, "year", str_fmt(d->a, "%d", day_year(d->today)).p,
		"number", str_fmt(d->a, "%d", c->index + 11).p, NULL));
	demo_seat_vars(d, c);
	if (c->id)
		case_vars(d, c);
}

static void cases_make(struct demo *d)
{
	int cohort = -1, back = 0;
	d->cases = NEW_ARRAY(d->a, COUNT(plan), struct demo_case);
	for (int i = 0; i < COUNT(plan); i++) {
		if (plan[i].file) {
			struct demo_case *c = &d->cases[d->cases_n - 1];
			c->then[c->thens++] = (struct demo_then){ .day = plan[i].back, .file = plan[i].file };
			continue;
		}
		if (plan[i].last == PHASE_COUNT) {
			cohort++;
			back = plan[i].back;
			continue;
		}
		d->cases[d->cases_n] = (struct demo_case){ .index = (int)d->cases_n, .cohort = cohort, .back = back, .last = plan[i].last,
			.turn = plan[i].turn };
		d->cases_n++;
	}
}

/* A phase, or a story when `file` is one; what it makes is remembered as this case's. */
static bool run_case(struct demo *d, struct demo_case *c, enum phase p, const char *file)
{
	struct str all[ACT_COUNT], was[ACT_COUNT];
	demo_case_vars(d, c);
	for (int i = 0; i < ACT_COUNT; i++) {
		all[i] = was[i] = str_copy(d->a, story_value(d->story, act_infos[i].target));
		if (file && c->made[i].n)
			was[i] = c->made[i];
	}
	for (int i = 0; i < ACT_COUNT; i++)
		demo_set(d, act_infos[i].target, was[i]);
	if (!(file ? demo_tell(d, file, STR("")) : demo_phase(d, c, p)))
		return false;
	for (int i = 0; i < ACT_COUNT; i++) {
		struct str now = str_copy(d->a, story_value(d->story, act_infos[i].target));
		if (!str_eq(now, was[i]))
			c->made[i] = all[i] = now;
	}
	for (int i = 0; i < ACT_COUNT; i++)
		demo_set(d, act_infos[i].target, all[i]);
	return true;
}

static bool run_phase(struct demo *d, size_t first, enum phase p)
{
	for (size_t i = first; i < d->cases_n && d->cases[i].cohort == d->cases[first].cohort; i++)
		if (d->cases[i].last >= p && !run_case(d, &d->cases[i], p, NULL))
			return false;
	return true;
}

static bool run_thens(struct demo *d, int back)
{
	for (size_t i = 0; i < d->cases_n; i++) {
		struct demo_case *c = &d->cases[i];
		for (int t = 0; t < c->thens; t++) {
			if (c->back - c->then[t].day == back && !run_case(d, c, PHASE_COUNT, c->then[t].file))
				return false;
		}
	}
	return true;
}

/* Everything that falls on one day, the older cohorts first, and behind it what leaves the straight road. */
static bool run_day(struct demo *d, int back)
{
	for (size_t i = 0; i < d->cases_n; i++) {
		if (i && d->cases[i].cohort == d->cases[i - 1].cohort)
			continue;
		for (int p = 0; p < PHASE_COUNT; p++)
			if (d->cases[i].back - phase_days[p] == back && !run_phase(d, i, (enum phase)p))
				return false;
	}
	return run_thens(d, back);
}

/* $today, and days before and after it that stories name: $ago3, $in30 … */
static bool clock_to(struct demo *d, int64_t day)
{
	static const int far[] = { 3, 10, 20, 30, 60, 90, 150, 240, 365 };
	d->today = day;
	demo_set(d, "today", day_text(d->a, day));
	for (int i = 0; i < COUNT(far); i++) {
		demo_set(d, str_fmt(d->a, "ago%d", far[i]).p, day_text(d->a, day_add(day, -far[i])));
		demo_set(d, str_fmt(d->a, "in%d", far[i]).p, day_text(d->a, day_add(day, far[i])));
	}
	struct story_part part = { .text = word(d->a, WORD_demo_clock, "day", day_text(d->a, day).p, NULL) };
	return story_run(d->story, STR("demo"), &part, d->error);
}

/* Nobody finds hundreds of unread notices at the first sign-in: those older than a week were read. */
static bool old_notices_read(struct demo *d)
{
	struct inbox_row until = { .at = d->now - 7 * MS_PER_DAY, .read_at = d->now };
	return db_begin(d->db) && db_run(d->db, "demo_inbox_read", &until) >= 0 && db_commit(d->db);
}

bool demo_fill(struct arena *a, struct db *db, struct programme *pg, struct demo_made *made, struct str *error)
{
	struct demo d = { .a = a, .db = db, .pg = pg, .now = made->now, .error = error, .data = made->data, .story = story_new(a, db, pg) };
	cases_make(&d);
	int64_t end = instant_day(made->now);
	int from = d.cases_n ? d.cases[0].back : 0;
	story_start_at(d.story, instant_of(day_add(end, -from - 2), 9, 0));
	bool good = demo_needs(&d) && clock_to(&d, day_add(end, -from - 1)) && demo_files_public(&d)
		&& demo_tell(&d, "parties", STR("")) && demo_files_of_orgs(&d);
	for (size_t i = 0; i < d.cases_n; i++)
		d.cases[i].need = (const struct demo_need *)d.needs.v + i;
	for (int back = from; good && back >= 1; back--) {
		good = clock_to(&d, day_add(end, -back)) && run_day(&d, back);
		if (made->progress)
			made->progress("demo", from - back + 1, from);
	}
	good = good && old_notices_read(&d);
	made->challenges = (int64_t)d.cases_n;
	made->acts = story_acts(d.story);
	story_free(d.story);
	return good;
}

/* The demo: events in the order of their days, each told by a small story. */
#include "demo/demo_in.h"

#include "act/journal.h"
#include "base/asset.h"
#include "base/day.h"
#include "base/word.h"

static const int phase_days[PHASE_COUNT] = {
#define PHASE(NAME, DAYS) DAYS,
#include "demo/phases.def"
#undef PHASE
};

/* A COHORT line stands in the same list: its `last` is PHASE_COUNT. */
static const struct {
	int back;
	enum phase last;
	enum turn turn;
} plan[] = {
#define COHORT(BACK) { BACK, PHASE_COUNT, TURN_NONE },
#define CASE(LAST, TURN) { 0, PHASE_##LAST, TURN_##TURN },
#include "demo/cases.def"
#undef COHORT
#undef CASE
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

bool demo_tell(struct demo *d, const char *file, struct str more)
{
	struct str name = str_fmt(d->a, "demo/%s.story", file);
	const struct asset *text = asset_find(str_c(d->a, name));
	struct story_part part = { .line = 0 };
	if (!text) {
		*d->error = str_fmt(d->a, "no %.*s", STR_ARG(name));
		return false;
	}
	part.text = str_fmt(d->a, "%.*s%.*s", STR_ARG(text->text), STR_ARG(more));
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

void demo_case_vars(struct demo *d, struct demo_case *c)
{
	int who = 0;
	for (int i = 0; i < COUNT(demanders); i++)
		if (str_is(c->need->field, demanders[i].field))
			who = i;
	need_vars(d, c->need);
	money_vars(d, c);
	demo_set(d, "demander", str_of(demanders[who].login));
	demo_set(d, "bidder", str_of(bidders[c->index % COUNT(bidders)]));
	demo_set(d, "other_bidder", str_of(bidders[(c->index + 2) % COUNT(bidders)]));
	demo_set(d, "kind", c->index % 3 ? STR("key_core") : STR("key_common"));
	demo_set(d, "leader", word_text(WORD_demo_leader));
	demo_set(d, "second", word_text(WORD_demo_second));
	demo_set_int(d, "period", 12 + c->index % 3 * 6);
	demo_set_int(d, "month1", 4);
	demo_set_int(d, "month2", 10);
	demo_set(d, "docno", word(d->a, WORD_demo_document, "year", str_fmt(d->a, "%d", day_year(d->today)).p,
		"number", str_fmt(d->a, "%d", c->index + 11).p, NULL));
	if (c->id)
		story_turn(d->story, c->id);
}

static void cases_make(struct demo *d)
{
	int cohort = -1, back = 0;
	d->cases = NEW_ARRAY(d->a, COUNT(plan), struct demo_case);
	for (int i = 0; i < COUNT(plan); i++) {
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

static bool run_phase(struct demo *d, size_t first, enum phase p)
{
	for (size_t i = first; i < d->cases_n && d->cases[i].cohort == d->cases[first].cohort; i++)
		if (d->cases[i].last >= p && !demo_phase(d, &d->cases[i], p))
			return false;
	return true;
}

/* Everything that falls on one day, the older cohorts first. */
static bool run_day(struct demo *d, int back)
{
	for (size_t i = 0; i < d->cases_n; i++) {
		if (i && d->cases[i].cohort == d->cases[i - 1].cohort)
			continue;
		for (int p = 0; p < PHASE_COUNT; p++)
			if (d->cases[i].back - phase_days[p] == back && !run_phase(d, i, (enum phase)p))
				return false;
	}
	return true;
}

static bool clock_to(struct demo *d, int64_t day)
{
	d->today = day;
	demo_set(d, "today", day_text(d->a, day));
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

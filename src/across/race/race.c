/* What rooms ask of horse races, and how a race begins.  The writing function is for an act's apply only. */
#include "across/race/race.h"
#include "base/money.h"
#include "base/word.h"

bool race_of(struct db *db, struct arena *a, int64_t challenge, struct race_row *out)
{
	return db_one(db, a, "race_of", &(struct challenge_key){ challenge }, out);
}

bool race_lane_of(struct db *db, struct arena *a, int64_t runner, struct race_lane_row *out)
{
	return db_one(db, a, "race_lane_of", &(struct challenge_key){ runner }, out);
}

bool race_stopped(struct db *db, struct arena *a, int64_t runner)
{
	struct race_lane_row lane;

	return race_lane_of(db, a, runner, &lane) && str_is(lane.state, "stopped");
}

struct str race_stop_reason(struct db *db, struct arena *a, int64_t runner)
{
	struct race_share_row s;

	return db_one(db, a, "race_stop_of", &(struct challenge_key){ runner }, &s) ? s.reason : (struct str){ 0 };
}

struct rows race_winners(struct db *db, struct arena *a, int64_t challenge)
{
	return db_all(db, a, "race_winners", &(struct challenge_key){ challenge });
}

struct str race_names(struct arena *a, struct rows winners)
{
	const struct race_winner_row *w = winners.v;
	struct str all = { 0 };

	for (size_t i = 0; i < winners.n; i++)
		all = i ? str_join(a, all, "; ", w[i].name) : w[i].name;
	return all;
}

void race_split(int64_t total_fen, const int64_t *shares, int64_t *parts, size_t n)
{
	int64_t rest = total_fen;
	size_t last = n;

	for (size_t i = 0; i < n; i++) {
		parts[i] = money_share(total_fen, shares[i]);
		rest -= parts[i];
		if (shares[i])
			last = i;
	}
	if (last < n)
		parts[last] += rest;
}

static void start_lane(struct act_run *r, const struct challenge_row *project, const struct race_winner_row *w, size_t i)
{
	struct race_lane_row lane = { .id = act_id_next(r), .challenge = project->id, .bid = w->bid, .state = STR("running"),
		.letter = str_fmt(r->a, "%c", (char)('A' + (int)i)) };
	struct challenge_row c = *project;

	c.id = lane.runner = act_id_next(r);
	c.number = str_join(r->a, project->number, "-", lane.letter);
	c.project_number = str_join(r->a, project->project_number, "-", lane.letter);
	c.award_bid = w->bid;
	c.entry = STR("runner");
	c.parent = project->id;
	c.list = c.deadline = 0;
	act_write(r, "race_case_insert", &c);
	act_move(r, c.id, "contract.drafting");
	act_write(r, "race_lane_insert", &lane);
	act_tell_org(r, w->org, word(r->a, WORD_race_started_title, "number", str_c(r->a, c.number), NULL), word_text(WORD_race_started_text),
		str_fmt(r->a, "/challenges/%lld", (long long)c.id));
}

void race_start(struct act_run *r, const struct challenge_row *project, struct rows winners)
{
	const struct race_winner_row *w = winners.v;
	struct race_row race = { .id = act_id_next(r), .challenge = project->id, .state = STR("allotting") };

	act_write(r, "race_insert", &race);
	for (size_t i = 0; i < winners.n; i++)
		start_lane(r, project, &w[i], i);
}

/*
 * A horse race side by side: stage, milestones against plan, indicators, money of each runner, and how each decision divided the shares.
 *
 * Offices, the demander and the panel see every column; a runner sees its own, and of the others what was decided.
 */
#include "across/payment/payment.h"
#include "base/money.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/race_room.h"
#include "web/view.h"

#define BAR_LEFT 250
#define BAR_WIDTH 700
#define BAR_ROW 44
#define BAR_TOP 10

static bool sees_all(const struct view *v, int64_t project)
{
	if (v->who->role != ROLE_unit && v->who->role != ROLE_expert)
		return true;
	unsigned rel = relations_of(v->db, v->a, v->who->person, v->who->org, "challenge", project);
	return (rel & REL_DEMANDER) || panel_cleared(v->db, v->a, project, v->who->person);
}

static struct rows steps_of(struct view *v, int64_t runner)
{
	struct rows all = db_all(v->db, v->a, "milestones_of", &(struct challenge_key){ runner });
	const struct milestone_row *m = all.v;
	struct race_step_view *out = NEW_ARRAY(v->a, all.n + 1, struct race_step_view);

	for (size_t i = 0; i < all.n; i++) {
		struct milestone_report_row report;

		out[i] = (struct race_step_view){ .ord = m[i].ord, .name = m[i].name, .due = m[i].due, .state = m[i].state, .concluded_on = m[i].concluded_on };
		if (db_one(v->db, v->a, "milestone_reports_of", &(struct milestone_key){ m[i].id }, &report))
			out[i].actuals = db_all(v->db, v->a, "milestone_actuals_of", &(struct id_key){ report.id });
	}
	return (struct rows){ out, all.n };
}

/* Indicators of the task book; what was reached is said at acceptance. */
static struct rows targets_of(struct view *v, int64_t runner)
{
	return db_all(v->db, v->a, "race_targets", &(struct challenge_key){ runner });
}

static struct race_column_view column_of(struct view *v, const struct race_runner_row *l, bool open)
{
	struct race_column_view c = { .letter = l->letter, .name = l->name, .state = l->state, .open = open };
	struct challenge_row row;

	if (!open)
		return c;
	db_one(v->db, v->a, "challenge_read", &(struct id_key){ l->runner }, &row);
	const struct road_stage *s = policy_stage(programme_pack(v->pg, row.pack), l->stage);
	c.runner = l->runner;
	c.number = l->number;
	c.stage = !s ? l->stage : str_is(v->who->lang, "en") ? s->label_en : s->label;
	c.milestones = l->milestones;
	c.passed = l->passed;
	c.rd_fen = l->rd_fen;
	c.fiscal_fen = l->fiscal_fen;
	c.steps = steps_of(v, l->runner);
	c.targets = targets_of(v, l->runner);
	c.money = db_all(v->db, v->a, "race_money", &(struct challenge_key){ l->runner });
	return c;
}

static void fill_columns(struct view *v, struct rows runners, bool all, struct race_page *out)
{
	const struct race_runner_row *l = runners.v;
	struct race_column_view *c = NEW_ARRAY(v->a, runners.n + 1, struct race_column_view);

	for (size_t i = 0; i < runners.n; i++) {
		bool own = v->who->org && (relations_of(v->db, v->a, v->who->person, v->who->org, "challenge", l[i].runner) & REL_AWARDEE);
		c[i] = column_of(v, &l[i], all || own);
		if (own)
			out->own = l[i].runner;
	}
	out->columns = (struct rows){ c, runners.n };
}

static const struct race_runner_row *lane_of(struct rows runners, int64_t runner)
{
	const struct race_runner_row *l = runners.v;

	for (size_t i = 0; i < runners.n; i++)
		if (l[i].runner == runner)
			return &l[i];
	return NULL;
}

static struct race_bar_view bar_of(struct view *v, const struct race_fate_view *f, int64_t from, int64_t y)
{
	int64_t x = BAR_LEFT + from * BAR_WIDTH / PERCENT_SCALE, end = BAR_LEFT + (from + f->share) * BAR_WIDTH / PERCENT_SCALE;
	static const char *const shades[] = { "0.15", "0.35", "0.25", "0.45" };

	return (struct race_bar_view){ .x = x, .w = end - x, .y = y, .text_x = x + 6, .text_y = y + 20,
		.shade = str_of(shades[(f->letter.n ? f->letter.p[0] : 0) % 4]),
		.label = f->share % 100 ? str_fmt(v->a, "%.*s %lld.%02lld%%", STR_ARG(f->letter), (long long)f->share / 100, (long long)f->share % 100)
			: str_fmt(v->a, "%.*s %lld%%", STR_ARG(f->letter), (long long)f->share / 100) };
}

/* Whose shares a picture shows, and whether this reader reads the reasons. */
struct fates {
	struct rows shares, runners;    /* struct race_share_row, struct race_runner_row */
	bool reasons;
};

static void fill_fates(struct view *v, const struct race_decision_row *d, const struct fates *f, struct race_decision_view *out)
{
	const struct race_share_row *s = f->shares.v;
	struct race_fate_view *fates = NEW_ARRAY(v->a, f->shares.n + 1, struct race_fate_view);
	struct race_bar_view *bars = NEW_ARRAY(v->a, f->shares.n + 1, struct race_bar_view);
	int64_t from = 0;
	size_t n = 0, bars_n = 0;

	for (size_t i = 0; i < f->shares.n; i++) {
		const struct race_runner_row *l = lane_of(f->runners, s[i].runner);
		if (s[i].decision != d->id || !l)
			continue;
		fates[n] = (struct race_fate_view){ .letter = l->letter, .name = l->name, .rank = s[i].rank, .fate = s[i].fate, .share = s[i].share,
			.reason = f->reasons ? s[i].reason : STR(""), .stopped = str_is(s[i].fate, "stop") };
		if (s[i].share)
			bars[bars_n++] = bar_of(v, &fates[n], from, out->text_y - 20);
		from += s[i].share;
		n++;
	}
	out->fates = (struct rows){ fates, n };
	out->bars = (struct rows){ bars, bars_n };
}

static struct str node_name(struct rows nodes, int64_t node)
{
	const struct race_node_row *n = nodes.v;

	for (size_t i = 0; i < nodes.n; i++)
		if (n[i].id == node)
			return n[i].name;
	return (struct str){ 0 };
}

static void fill_decisions(struct view *v, int64_t project, struct rows runners, bool all, struct race_page *out)
{
	struct challenge_key key = { project };
	struct rows rows = db_all(v->db, v->a, "race_decisions", &key);
	const struct fates f = { db_all(v->db, v->a, "race_shares", &key), runners, all || out->own };
	const struct race_decision_row *d = rows.v;
	struct race_decision_view *to = NEW_ARRAY(v->a, rows.n + 1, struct race_decision_view);

	for (size_t i = 0; i < rows.n; i++) {
		to[i] = (struct race_decision_view){ .kind = d[i].kind, .node = node_name(out->nodes, d[i].node), .document = d[i].document,
			.reason = f.reasons ? d[i].reason : STR(""), .differs = all ? d[i].differs : (struct str){ 0 }, .day = d[i].day,
			.panel = all ? d[i].panel : 0,
			.text_y = BAR_TOP + (int64_t)i * BAR_ROW + 20 };
		fill_fates(v, &d[i], &f, &to[i]);
	}
	out->decisions = (struct rows){ to, rows.n };
	out->decided = rows.n > 0;
	out->picture_h = BAR_TOP * 2 + (int64_t)rows.n * BAR_ROW;
}

bool race_view(struct view *v, void *page)
{
	struct race_page *out = page;
	struct race_row race;

	if (!race_of(v->db, v->a, v->challenge, &race))
		return false;
	struct challenge_key key = { race.challenge };
	struct rows runners = db_all(v->db, v->a, "race_runners", &key);
	bool all = sees_all(v, race.challenge);
	out->project = race.challenge;
	out->state = race.state;
	out->nodes = db_all(v->db, v->a, "race_nodes", &key);
	fill_columns(v, runners, all, out);
	fill_decisions(v, race.challenge, runners, all, out);
	if (all || out->own) {
		out->total_fen = race.total_fen;
		out->fiscal_fen = race.fiscal_fen;
		out->other_fen = race.other_fen;
	}
	if (race.challenge != v->challenge)
		return true;
	out->may_share = view_may_now(v, ACT_race_shares_decide);
	out->may_panel = view_may_now(v, ACT_race_panel_set);
	out->may_assess = view_may_now(v, ACT_race_assess);
	out->may_conclude = view_may_now(v, ACT_race_conclude);
	out->may_close = view_may_now(v, ACT_race_close);
	return true;
}

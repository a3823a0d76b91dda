/* Rules of panels and the arithmetic of scores: grids, places, means. */
#include "said.h"

#include "across/panel/panel_in.h"
#include "across/panel/panel_rules.h"
#include "rule/policy.h"

TEST(nobody_sits_twice_and_everybody_is_what_the_seat_says, "8.4.c 8.2.b")
{
	struct panel_facts good = { .chairs = 1, .chair_is_member = true }, twice = { .duplicate = STR("A") }, other = { .stranger = STR("B") };
	assert_int_equal(rule_panel_no_duplicate(&good, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_member_known(&good, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_no_duplicate(&twice, NULL).outcome, BROKEN);
	assert_str(rule_panel_no_duplicate(&twice, NULL).subject, "A");
	assert_int_equal(rule_panel_member_known(&other, NULL).outcome, BROKEN);
	assert_str(rule_panel_member_known(&other, NULL).subject, "B");
}

TEST(one_chair_who_is_an_expert, "8.4.c")
{
	for (int64_t n = 0; n <= 3; n++)
		for (int expert = 0; expert < 2; expert++) {
			struct panel_facts f = { .chairs = n, .chair_is_member = expert };
			assert_int_equal(rule_panel_chair_one(&f, NULL).outcome, n == 1 && expert ? HOLDS : BROKEN);
		}
}

TEST(a_known_interest_cannot_be_denied, "8.4.c 5.2.b")
{
	for (int none = 0; none < 2; none++)
		for (int tied = 0; tied < 2; tied++) {
			struct panel_declare_facts f = { .none = none, .tied_to = tied ? STR("X") : (struct str){ 0 } };
			assert_int_equal(rule_panel_declare_tied(&f, NULL).outcome, none && tied ? BROKEN : HOLDS);
		}
}

TEST(only_the_clear_speak, "8.4.a 5.2.b")
{
	struct panel_opinion_facts f = { .member = STR("A") };
	assert_int_equal(rule_panel_seat_clear(&f, NULL).outcome, BROKEN);
	f.clear = true;
	assert_int_equal(rule_panel_seat_clear(&f, NULL).outcome, HOLDS);
	struct panel_sign_facts s = { .member = STR("A") };
	assert_int_equal(rule_panel_sign_clear(&s, NULL).outcome, BROKEN);
	s.clear = true;
	assert_int_equal(rule_panel_sign_clear(&s, NULL).outcome, HOLDS);
}

TEST(all_have_spoken_before_the_report, "8.4.a")
{
	for (int64_t members = 0; members <= 7; members++)
		for (int64_t opined = 0; opined <= members; opined++) {
			struct panel_report_facts f = { .members = members, .opined = opined };
			assert_int_equal(rule_panel_all_opined(&f, NULL).outcome, members && members == opined ? HOLDS : BROKEN);
		}
}

TEST(dissent_is_written_down, "8.4.b")
{
	for (int dissent = 0; dissent < 2; dissent++)
		for (int remark = 0; remark < 2; remark++) {
			struct panel_sign_facts f = { .dissent = dissent, .remark = remark };
			assert_int_equal(rule_panel_dissent_reason(&f, NULL).outcome, dissent && !remark ? BROKEN : HOLDS);
		}
}

TEST(a_replacement_makes_the_panel_no_poorer, "8.4.c")
{
	struct panel_replace_facts f = { .before = { .members = 5, .kinds = 7, .demander_head = true }, .after = { .members = 5, .kinds = 7, .demander_head = true } };
	assert_int_equal(rule_panel_replace_kind(&f, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_replace_size(&f, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_replace_conflict(&f, NULL).outcome, HOLDS);
	f.after = (struct panel_facts){ .members = 4, .kinds = 5, .demander_head = true, .tied = STR("X") };
	f.kind_lost = STR("front line");
	assert_int_equal(rule_panel_replace_kind(&f, NULL).outcome, BROKEN);
	assert_int_equal(rule_panel_replace_kind(&f, NULL).found, 3);
	assert_int_equal(rule_panel_replace_kind(&f, NULL).wanted, 4);
	assert_int_equal(rule_panel_replace_size(&f, NULL).outcome, BROKEN);
	assert_str(rule_panel_replace_conflict(&f, NULL).subject, "X");
}

/* ---- scores ---- */

static struct panel_bid_row plans[] = { { .id = 11, .title = STR("P"), .org_name = STR("A") }, { .id = 12, .title = STR("Q"), .org_name = STR("B") } };
static struct rubric_item items[] = { { .code = STR("plan"), .label = STR("plan"), .max = 60 }, { .code = STR("team"), .label = STR("team"), .max = 40 } };

static struct panel_grid grid(void)
{
	return (struct panel_grid){ .plans = { plans, 2 }, .items = { items, 2 }, .ranks = true };
}

static struct panel_opinion_facts check(struct arena *a, struct panel_score_form *v, size_t n)
{
	struct panel_opinion_facts f = { 0 };
	struct panel_grid g = grid();
	struct rows scores = { v, n };
	panel_grid_check(a, &g, &scores, &f);
	return f;
}

TEST(every_plan_is_scored_on_every_item_once, "8.4.a")
{
	struct panel_score_form v[] = {
		{ .bid = 11, .item = STR("plan"), .points = 60 }, { .bid = 11, .item = STR("team"), .points = 0 },
		{ .bid = 12, .item = STR("plan"), .points = 1 }, { .bid = 12, .item = STR("team"), .points = 40 },
	};
	struct panel_opinion_facts f = check(a, v, 4);
	assert_int_equal(f.wanted, 4);
	assert_int_equal(rule_panel_scores_complete(&f, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_scores_range(&f, NULL).outcome, HOLDS);
	f = check(a, v, 3);
	assert_int_equal(rule_panel_scores_complete(&f, NULL).outcome, BROKEN);
	assert_int_equal(rule_panel_scores_complete(&f, NULL).found, 3);
	assert_str(f.missing, "B · team");
	v[3].item = STR("plan");
	f = check(a, v, 4);
	assert_int_equal(rule_panel_scores_complete(&f, NULL).outcome, BROKEN);
	v[3] = (struct panel_score_form){ .bid = 13, .item = STR("plan"), .points = 1 };
	f = check(a, v, 4);
	assert_int_equal(rule_panel_scores_complete(&f, NULL).outcome, BROKEN);
}

TEST(points_stay_within_the_item, "8.4.a")
{
	for (int64_t points = -2; points <= 45; points++) {
		struct panel_score_form v[] = { { .bid = 11, .item = STR("team"), .points = points } };
		struct panel_opinion_facts f = check(a, v, 1);
		struct verdict r = rule_panel_scores_range(&f, NULL);
		assert_int_equal(r.outcome, points >= 0 && points <= 40 ? HOLDS : BROKEN);
		if (r.outcome == BROKEN) {
			assert_int_equal(r.found, points);
			assert_int_equal(r.wanted, 40);
		}
	}
}

static enum outcome ranked(struct arena *a, int64_t first, int64_t second, bool ranks)
{
	struct panel_rank_form v[] = { { .bid = 11, .rank = first }, { .bid = 12, .rank = second } };
	struct panel_report_facts f = { .ranks = ranks };
	struct panel_grid g = grid();
	struct rows ranking = { v, 2 };
	panel_ranking_check(a, &g, &ranking, &f);
	return rule_panel_ranking_complete(&f, NULL).outcome;
}

TEST(places_are_complete_and_without_ties, "8.4.b")
{
	for (int64_t i = 0; i <= 4; i++)
		for (int64_t j = 0; j <= 4; j++) {
			assert_int_equal(ranked(a, i, j, true), (i == 1 && j == 2) || (i == 2 && j == 1) ? HOLDS : BROKEN);
			assert_int_equal(ranked(a, i, j, false), HOLDS);
		}
}

TEST(means_are_hundredths_rounded_down, "8.4.b")
{
	assert_int_equal(panel_mean(0, 0), 0);
	assert_int_equal(panel_mean(400, 5), 8000);
	assert_int_equal(panel_mean(401, 5), 8020);
	assert_int_equal(panel_mean(200, 3), 6666);
	assert_int_equal(panel_mean(599, 7), 8557);
	assert_str(panel_mean_text(a, 8557), "85.57");
	assert_str(panel_mean_text(a, 8505), "85.05");
	assert_str(panel_mean_text(a, 0), "0.00");
}

TEST(what_panel_verdicts_say, "8.4.a 8.4.c")
{
	const struct policy *p = dazu_pack(a);
	SAYS(panel_no_duplicate, panel_facts, BROKEN, 2, 1, .duplicate = STR("A"));
	SAYS(panel_member_known, panel_facts, BROKEN, 0, 0, .stranger = STR("A"));
	SAYS(panel_chair_one, panel_facts, HOLDS, 1, 1, .chairs = 1, .chair_is_member = true);
	SAYS(panel_chair_one, panel_facts, BROKEN, 1, 1, .chairs = 1);
	SAYS(panel_chair_one, panel_facts, BROKEN, 2, 1, .chairs = 2, .chair_is_member = true);
	SAYS(panel_declare_tied, panel_declare_facts, BROKEN, 0, 0, .none = true, .tied_to = STR("A"));
	SAYS(panel_seat_clear, panel_opinion_facts, BROKEN, 0, 1, .clear = false);
	SAYS(panel_scores_complete, panel_opinion_facts, HOLDS, 3, 3, .given = 3, .wanted = 3);
	SAYS(panel_scores_complete, panel_opinion_facts, BROKEN, 3, 3, .given = 3, .wanted = 3, .missing = STR("A"));
	SAYS(panel_scores_complete, panel_opinion_facts, BROKEN, 2, 3, .given = 2, .wanted = 3);
	SAYS(panel_scores_range, panel_opinion_facts, BROKEN, 11, 10, .beyond = STR("A"), .points = 11, .most = 10);
	SAYS(panel_sign_clear, panel_sign_facts, BROKEN, 0, 1, .clear = false);
	SAYS(panel_dissent_reason, panel_sign_facts, BROKEN, 0, 1, .dissent = true);
	SAYS(panel_replace_leaves, panel_replace_facts, BROKEN, 0, 1, .leaves_sits = false);
	SAYS(panel_replace_leaves, panel_replace_facts, HOLDS, 1, 1, .leaves_sits = true);
	SAYS(panel_replace_conflict, panel_replace_facts, BROKEN, 0, 0, .after.tied = STR("A"));
}

TEST_MAIN

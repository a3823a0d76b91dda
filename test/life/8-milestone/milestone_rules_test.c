/* The rules of milestone checks, small domains exhaustively. */
#include "said.h"

#include "life/8-milestone/milestone_facts.h"

TEST(a_milestone_panel_is_five_odd_and_mixed, "8.7.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 15; n++) {
		struct milestone_panel_facts f = { .members = n };
		assert_int_equal(rule_milestone_panel_size(&f, p).outcome, n >= 5 ? HOLDS : BROKEN);
		assert_int_equal(rule_milestone_panel_odd(&f, p).outcome, n % 2 ? HOLDS : BROKEN);
	}
	for (int64_t kinds = 0; kinds < 8; kinds++) {
		struct milestone_panel_facts f = { .kinds = kinds };
		assert_int_equal(rule_milestone_panel_kinds(&f, p).outcome, kinds == 7 ? HOLDS : BROKEN);
	}
	assert_int_equal(policy_binding(p, RULE_milestone_panel_size)->force, FORCE_NORMALLY);
}

TEST(the_demanders_head_sits_and_nobody_is_tied, "8.7.d")
{
	const struct policy *p = dazu_pack(a);
	struct milestone_panel_facts f = { .demander_head = true };
	assert_int_equal(rule_milestone_panel_head(&f, p).outcome, HOLDS);
	assert_int_equal(rule_milestone_panel_conflict(&f, p).outcome, HOLDS);
	f = (struct milestone_panel_facts){ .tied = STR("x") };
	assert_int_equal(rule_milestone_panel_head(&f, p).outcome, BROKEN);
	assert_int_equal(rule_milestone_panel_conflict(&f, p).outcome, BROKEN);
}

TEST(results_come_before_the_panel_and_in_turn, "8.7.a")
{
	const struct policy *p = dazu_pack(a);
	struct milestone_panel_facts f = { .reported = true };
	assert_int_equal(rule_milestone_reported(&f, p).outcome, HOLDS);
	assert_int_equal(rule_milestone_in_turn(&f, p).outcome, HOLDS);
	f = (struct milestone_panel_facts){ .earlier_open = STR("m1") };
	assert_int_equal(rule_milestone_reported(&f, p).outcome, BROKEN);
	assert_int_equal(rule_milestone_in_turn(&f, p).outcome, BROKEN);
}

TEST(reports_are_dated_and_evidenced, "8.7.b")
{
	const struct policy *p = dazu_pack(a);
	struct milestone_report_facts f = { .reached_on = 20260301, .today = 20260301, .actuals = 2, .actuals_evidenced = 2 };
	assert_int_equal(rule_milestone_day(&f, p).outcome, HOLDS);
	assert_int_equal(rule_milestone_evidenced(&f, p).outcome, HOLDS);
	f.reached_on++;
	f.actuals_evidenced--;
	assert_int_equal(rule_milestone_day(&f, p).outcome, BROKEN);
	assert_int_equal(rule_milestone_evidenced(&f, p).outcome, BROKEN);
}

TEST(a_conclusion_follows_the_signed_panel_or_says_why, "8.7.a 8.7.b 8.7.c")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 8; bits++) {
		struct milestone_conclude_facts f = { .pass = bits & 1, .panel_supports = bits >> 1 & 1, .reasoned = bits >> 2 & 1 };
		bool ok = f.pass == f.panel_supports || f.reasoned;
		assert_int_equal(rule_milestone_follows_panel(&f, p).outcome, ok ? HOLDS : BROKEN);
	}
	for (int64_t n = 0; n <= 6; n++) {
		struct milestone_conclude_facts f = { .methods = 6, .methods_evidenced = n, .panel_signed = n == 6 };
		assert_int_equal(rule_milestone_methods_kept(&f, p).outcome, n == 6 ? HOLDS : BROKEN);
		assert_int_equal(rule_milestone_panel_signed(&f, p).outcome, n == 6 ? HOLDS : BROKEN);
	}
}

TEST(what_milestone_verdicts_say, "8.7.a 8.7.c 8.7.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(milestone_reported, milestone_panel_facts, BROKEN, 0, 1, .reported = false);
	SAYS(milestone_in_turn, milestone_panel_facts, BROKEN, 1, 0, .earlier_open = STR("A"));
	SAYS(milestone_in_turn, milestone_panel_facts, HOLDS, 0, 0, .reported = true);
	SAYS(milestone_panel_odd, milestone_panel_facts, BROKEN, 4, 5, .members = 4);
	SAYS(milestone_panel_head, milestone_panel_facts, BROKEN, 0, 1, .demander_head = false);
	SAYS(milestone_panel_conflict, milestone_panel_facts, BROKEN, 1, 0, .tied = STR("A"));
	SAYS(milestone_panel_conflict, milestone_panel_facts, HOLDS, 0, 0, .reported = true);
	SAYS(milestone_panel_signed, milestone_conclude_facts, BROKEN, 0, 1, .panel_signed = false);
}

TEST(a_pack_may_leave_size_and_kinds_of_a_milestone_panel_open, "")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(milestone_panel_size, milestone_panel_facts, HOLDS, 0, 0, .members = 1);
	SAYS(milestone_panel_kinds, milestone_panel_facts, HOLDS, 0, 0, .kinds = 1);
}

TEST_MAIN

/* The rules of acceptance and strike-off, small domains exhaustively. */
#include "said.h"

#include <string.h>

#include "life/9-acceptance/acceptance_facts.h"

TEST(acceptance_comes_after_every_milestone, "8.8.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 4; n++)
		for (int64_t passed = 0; passed <= n; passed++) {
			struct acceptance_apply_facts f = { .milestones = n, .milestones_passed = passed };
			assert_int_equal(rule_acceptance_milestones_passed(&f, p).outcome, n && passed == n ? HOLDS : BROKEN);
		}
}

TEST(an_application_answers_everything, "9.3")
{
	const struct policy *p = dazu_pack(a);
	struct acceptance_apply_facts f = { .indicators = 2, .indicators_answered = 2, .material_kinds = 3 };
	assert_int_equal(rule_acceptance_indicators_answered(&f, p).outcome, HOLDS);
	assert_int_equal(rule_acceptance_materials(&f, p).outcome, HOLDS);
	f.indicators_answered--;
	f.material_kinds--;
	assert_int_equal(rule_acceptance_indicators_answered(&f, p).outcome, BROKEN);
	assert_int_equal(rule_acceptance_materials(&f, p).outcome, BROKEN);
}

TEST(acceptance_is_at_the_end_or_early_where_the_pack_allows, "8.8.a")
{
	const struct policy *p = dazu_pack(a);
	struct policy *early = NEW(a, struct policy), none = { 0 };
	*early = *p;
	struct binding *b = NEW_ARRAY(a, p->bindings.n, struct binding);
	memcpy(b, p->bindings.v, p->bindings.n * sizeof *b);
	early->bindings.v = b;
	for (size_t i = 0; i < p->bindings.n; i++)
		if (b[i].rule == RULE_acceptance_at_end)
			b[i].param[0] = 1;
	for (int bits = 0; bits < 8; bits++) {
		struct acceptance_apply_facts f = { .ends = 20280301, .today = bits & 1 ? 20280301 : 20280229, .milestones = bits & 2 ? 2 : 0,
			.milestones_passed = bits & 4 ? 2 : 0 };
		bool done = f.milestones && f.milestones_passed == f.milestones;
		assert_int_equal(rule_acceptance_at_end(&f, p).outcome, bits & 1 ? HOLDS : BROKEN);
		assert_int_equal(rule_acceptance_at_end(&f, early).outcome, bits & 1 || done ? HOLDS : BROKEN);
		assert_int_equal(rule_acceptance_at_end(&f, &none).outcome, HOLDS);
	}
	assert_int_equal(policy_binding(p, RULE_acceptance_at_end)->force, FORCE_ADVISE);
}

TEST(acceptance_is_applied_for_in_time_and_once_again, "8.8.a")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	struct acceptance_apply_facts f = { .ends = 20280301, .today = 20280530 };
	assert_int_equal(rule_acceptance_in_time(&f, p).outcome, HOLDS);
	f.today = 20280531;
	assert_int_equal(rule_acceptance_in_time(&f, p).outcome, BROKEN);
	assert_int_equal(rule_acceptance_in_time(&f, &none).outcome, HOLDS);
	for (int64_t n = 0; n < 4; n++) {
		f.failures = n;
		assert_int_equal(rule_acceptance_again(&f, p).outcome, n <= 1 ? HOLDS : BROKEN);
		assert_int_equal(rule_acceptance_again(&f, &none).outcome, HOLDS);
	}
}

TEST(mending_is_asked_for_once, "8.8.a 9.3")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	for (int64_t n = 0; n < 3; n++)
		for (int rectify = 0; rectify < 2; rectify++) {
			struct acceptance_conclude_facts f = { .rectify = rectify, .rectified = n };
			assert_int_equal(rule_acceptance_rectify_times(&f, p).outcome, !rectify || n < 1 ? HOLDS : BROKEN);
			assert_int_equal(rule_acceptance_rectify_times(&f, &none).outcome, HOLDS);
		}
}

TEST(an_acceptance_panel_is_five_odd_and_mixed, "8.8.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 15; n++) {
		struct acceptance_panel_facts f = { .members = n };
		assert_int_equal(rule_acceptance_panel_size(&f, p).outcome, n >= 5 ? HOLDS : BROKEN);
		assert_int_equal(rule_acceptance_panel_odd(&f, p).outcome, n % 2 ? HOLDS : BROKEN);
	}
	for (int64_t kinds = 0; kinds < 8; kinds++) {
		struct acceptance_panel_facts f = { .kinds = kinds };
		assert_int_equal(rule_acceptance_panel_kinds(&f, p).outcome, kinds == 7 ? HOLDS : BROKEN);
	}
	struct acceptance_panel_facts tied = { .tied = STR("x") }, free_of_ties = { 0 };
	assert_int_equal(rule_acceptance_panel_conflict(&tied, p).outcome, BROKEN);
	assert_int_equal(rule_acceptance_panel_conflict(&free_of_ties, p).outcome, HOLDS);
}

TEST(the_task_book_decides, "9.3 8.8.a")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 16; bits++) {
		struct acceptance_conclude_facts f = { .pass = bits & 1, .panel_supports = bits >> 1 & 1, .reasoned = bits >> 2 & 1,
			.binding_unmet = bits >> 3 & 1, .panel_signed = bits & 1 };
		bool follows = f.pass == f.panel_supports || f.reasoned;
		assert_int_equal(rule_acceptance_follows_panel(&f, p).outcome, follows ? HOLDS : BROKEN);
		assert_int_equal(rule_acceptance_by_taskbook(&f, p).outcome, f.pass && f.binding_unmet ? BROKEN : HOLDS);
		assert_int_equal(rule_acceptance_panel_signed(&f, p).outcome, f.panel_signed ? HOLDS : BROKEN);
	}
	for (int64_t n = 0; n <= 3; n++) {
		struct acceptance_conclude_facts f = { .indicators = 3, .indicators_judged = n };
		assert_int_equal(rule_acceptance_indicators_judged(&f, p).outcome, n == 3 ? HOLDS : BROKEN);
	}
}

TEST(a_project_is_struck_off_when_paid_and_filed, "9.3 10.2.b")
{
	const struct policy *p = dazu_pack(a);
	struct acceptance_close_facts f = { .applied_kinds = 3, .filed_kinds = 3, .filed_least = 3, .payments = 5, .payments_done = 5 };
	assert_int_equal(rule_closing_materials(&f, p).outcome, HOLDS);
	assert_int_equal(rule_closing_money_settled(&f, p).outcome, HOLDS);
	f.filed_kinds--;
	f.payments_done--;
	assert_int_equal(rule_closing_materials(&f, p).outcome, BROKEN);
	assert_int_equal(rule_closing_money_settled(&f, p).outcome, BROKEN);
	f = (struct acceptance_close_facts){ 0 };
	assert_int_equal(rule_closing_materials(&f, p).outcome, BROKEN);
	assert_int_equal(rule_closing_money_settled(&f, p).outcome, BROKEN);
}

TEST(what_acceptance_verdicts_say, "8.8.a 9.3 10.2.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(acceptance_milestones_passed, acceptance_apply_facts, HOLDS, 1, 1, .milestones = 1, .milestones_passed = 1);
	SAYS(acceptance_panel_odd, acceptance_panel_facts, BROKEN, 4, 5, .members = 4);
	SAYS(acceptance_panel_conflict, acceptance_panel_facts, BROKEN, 1, 0, .tied = STR("A"));
	SAYS(acceptance_panel_conflict, acceptance_panel_facts, HOLDS, 0, 0, .members = 5);
	SAYS(acceptance_panel_signed, acceptance_conclude_facts, BROKEN, 0, 1, .panel_signed = false);
	SAYS(acceptance_by_taskbook, acceptance_conclude_facts, BROKEN, 1, 0, .pass = true, .binding_unmet = 1);
	SAYS(closing_materials, acceptance_close_facts, HOLDS, 1, 1, .filed_least = 1, .applied_kinds = 1, .filed_kinds = 1);
	SAYS(closing_money_settled, acceptance_close_facts, HOLDS, 1, 1, .payments = 1, .payments_done = 1);
	p = pack_of(a, &(struct binding){ .rule = RULE_acceptance_at_end, .param = { 1 } });
	SAYS(acceptance_at_end, acceptance_apply_facts, HOLDS, 20260310, 20280301, .today = 20260310, .ends = 20280301, .milestones = 1,
	     .milestones_passed = 1);
}

TEST(a_pack_that_leaves_a_rule_of_acceptance_out_asks_nothing, "")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(acceptance_materials, acceptance_apply_facts, HOLDS, 0, 0, .material_kinds = 0);
	SAYS(acceptance_panel_size, acceptance_panel_facts, HOLDS, 0, 0, .members = 1);
	SAYS(acceptance_panel_kinds, acceptance_panel_facts, HOLDS, 0, 0, .kinds = 1);
}

TEST_MAIN

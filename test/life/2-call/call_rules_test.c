/* The rules of argument and list. */
#include "said.h"

#include "base/day.h"
#include "life/2-call/call_facts.h"

TEST(an_argument_panel_is_five_odd_and_mixed, "8.2.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 15; n++) {
		struct argue_facts f = { .members = n };
		assert_int_equal(rule_argue_panel_size(&f, p).outcome, n >= 5 ? HOLDS : BROKEN);
		assert_int_equal(rule_argue_panel_odd(&f, p).outcome, n % 2 ? HOLDS : BROKEN);
	}
	for (int64_t kinds = 0; kinds <= 3; kinds++) {
		struct argue_facts f = { .kinds = kinds };
		assert_int_equal(rule_argue_panel_kinds(&f, p).outcome, kinds == 3 ? HOLDS : BROKEN);
	}
	assert_int_equal(policy_binding(p, RULE_argue_panel_size)->force, FORCE_NORMALLY);
	assert_int_equal(policy_binding(p, RULE_argue_panel_odd)->force, FORCE_NORMALLY);
	assert_int_equal(policy_binding(p, RULE_argue_panel_kinds)->force, FORCE_NORMALLY);
}

TEST(the_demanders_head_does_not_argue_and_nobody_is_tied, "8.2.b 5.2.b")
{
	const struct policy *p = dazu_pack(a);
	struct argue_facts f = { 0 };
	assert_int_equal(rule_argue_panel_no_head(&f, p).outcome, HOLDS);
	assert_int_equal(rule_argue_panel_conflict(&f, p).outcome, HOLDS);
	f = (struct argue_facts){ .head = true, .tied = STR("x") };
	assert_int_equal(rule_argue_panel_no_head(&f, p).outcome, BROKEN);
	assert_int_equal(rule_argue_panel_conflict(&f, p).outcome, BROKEN);
}

TEST(a_conclusion_needs_all_signatures_and_follows_them, "8.2.a")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 4; i++) {
		struct argue_facts f = { .signed_by_all = i & 1, .follows_panel = i & 2 };
		assert_int_equal(rule_argue_signed(&f, p).outcome, i & 1 ? HOLDS : BROKEN);
		assert_int_equal(rule_argue_follows_panel(&f, p).outcome, i & 2 ? HOLDS : BROKEN);
	}
	assert_int_equal(policy_binding(p, RULE_argue_signed)->force, FORCE_MUST);
}

TEST(a_list_has_argued_demands_with_reasons, "8.2.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++) {
		struct list_facts f = { .picks = n, .approved = n, .media = n };
		enum outcome wanted = n ? HOLDS : BROKEN;
		assert_int_equal(rule_list_filled(&f, p).outcome, wanted);
		assert_int_equal(rule_list_approved(&f, p).outcome, wanted);
		assert_int_equal(rule_list_media(&f, p).outcome, wanted);
	}
	struct list_facts f = { .not_argued = STR("x"), .without_grounds = STR("x"), .grounds = 2 };
	assert_int_equal(rule_list_argued(&f, p).outcome, BROKEN);
	assert_int_equal(rule_list_grounds(&f, p).outcome, BROKEN);
	assert_int_equal(rule_list_grounds(&f, p).found, 2);
	f = (struct list_facts){ 0 };
	assert_int_equal(rule_list_argued(&f, p).outcome, HOLDS);
	assert_int_equal(rule_list_grounds(&f, p).outcome, HOLDS);
}

TEST(the_municipal_list_keeps_a_demand_off_this_one, "8.2.e")
{
	const struct policy *p = dazu_pack(a);
	struct list_facts f = { 0 };
	assert_int_equal(rule_list_not_municipal(&f, p).outcome, HOLDS);
	f.municipal = STR("x");
	assert_int_equal(rule_list_not_municipal(&f, p).outcome, BROKEN);
	f.municipal_open = true;
	assert_int_equal(rule_list_not_municipal(&f, p).outcome, UNKNOWN);
	struct municipal_facts taken = { .included = true, .match_fen = YUAN(1000000), .evidence = true, .decision = true };
	assert_int_equal(rule_municipal_evidence(&taken, p).outcome, HOLDS);
	assert_int_equal(rule_municipal_decision(&taken, p).outcome, HOLDS);
	assert_int_equal(rule_municipal_cap(&taken, p).outcome, HOLDS);
	taken = (struct municipal_facts){ .included = true, .match_fen = YUAN(1000000) + 1 };
	assert_int_equal(rule_municipal_evidence(&taken, p).outcome, BROKEN);
	assert_int_equal(rule_municipal_decision(&taken, p).outcome, BROKEN);
	assert_int_equal(rule_municipal_cap(&taken, p).outcome, BROKEN);
	taken = (struct municipal_facts){ 0 };
	assert_int_equal(rule_municipal_evidence(&taken, p).outcome, HOLDS);
	assert_int_equal(rule_municipal_decision(&taken, p).outcome, HOLDS);
	struct municipal_facts m = { .included = false, .match_fen = 1 };
	assert_int_equal(rule_municipal_match(&m, p).outcome, BROKEN);
	m.included = true;
	assert_int_equal(rule_municipal_match(&m, p).outcome, HOLDS);
	m = (struct municipal_facts){ 0 };
	assert_int_equal(rule_municipal_match(&m, p).outcome, HOLDS);
}

TEST(the_decision_is_dated_between_draft_and_today, "8.2.c")
{
	static const struct { int64_t decided; enum outcome wanted; } t[] = {
		{ 20260226, BROKEN }, { 20260227, HOLDS }, { 20260303, HOLDS }, { 20260304, BROKEN },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct list_facts f = { .drafted_on = 20260227, .today = 20260303, .decided_on = t[i].decided };
		assert_int_equal(rule_list_decision_day(&f, p).outcome, t[i].wanted);
	}
	for (int64_t n = 0; n <= 3; n++) {
		struct list_facts f = { .items = 3, .decided = n };
		assert_int_equal(rule_list_decided_all(&f, p).outcome, n == 3 ? HOLDS : BROKEN);
	}
}

TEST(the_deadline_lies_ahead_and_leaves_time, "8.3.a")
{
	const struct policy *p = dazu_pack(a);
	int64_t min = policy_param(p, RULE_list_deadline, "min_days");
	int64_t now = instant_of(20260304, 9, 0);
	const struct { int64_t ahead; enum outcome ahead_of_now, enough; } t[] = {
		{ -1, BROKEN, BROKEN }, { 0, BROKEN, BROKEN }, { 1, HOLDS, BROKEN }, { min * MS_PER_DAY - 1, HOLDS, BROKEN }, { min * MS_PER_DAY, HOLDS, HOLDS },
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct list_facts f = { .now = now, .deadline = now + t[i].ahead };
		assert_int_equal(rule_list_deadline_ahead(&f, p).outcome, t[i].ahead_of_now);
		assert_int_equal(rule_list_deadline(&f, p).outcome, t[i].enough);
	}
}

TEST(what_call_verdicts_say, "8.2.a 8.2.b 8.2.c 8.2.e")
{
	const struct policy *p = dazu_pack(a);
	SAYS(argue_panel_odd, argue_facts, BROKEN, 4, 5, .members = 4);
	SAYS(argue_panel_no_head, argue_facts, BROKEN, 1, 0, .head = true);
	SAYS(argue_panel_conflict, argue_facts, BROKEN, 1, 0, .tied = STR("A"));
	SAYS(argue_panel_conflict, argue_facts, HOLDS, 0, 0, .members = 5);
	SAYS(argue_signed, argue_facts, BROKEN, 0, 1, .signed_by_all = false);
	SAYS(argue_follows_panel, argue_facts, BROKEN, 0, 1, .follows_panel = false);
	SAYS(list_argued, list_facts, BROKEN, 0, 1, .not_argued = STR("A"));
	SAYS(list_argued, list_facts, HOLDS, 1, 1, .picks = 1);
	SAYS(list_grounds, list_facts, BROKEN, 2, 3, .without_grounds = STR("A"), .grounds = 2);
	SAYS(list_not_municipal, list_facts, BROKEN, 1, 0, .municipal = STR("A"));
	SAYS(list_not_municipal, list_facts, UNKNOWN, 1, 0, .municipal = STR("A"), .municipal_open = true);
	SAYS(list_not_municipal, list_facts, HOLDS, 0, 0, .municipal_open = true);
	SAYS(municipal_match, municipal_facts, BROKEN, 1, 0, .match_fen = 1);
	SAYS(municipal_match, municipal_facts, HOLDS, 1, 0, .match_fen = 1, .included = true);
	SAYS(municipal_evidence, municipal_facts, BROKEN, 0, 1, .included = true);
	SAYS(municipal_decision, municipal_facts, BROKEN, 0, 1, .match_fen = 1);
}

TEST(whole_days_to_the_deadline_are_counted, "8.3.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(list_deadline, list_facts, HOLDS, 15, 15, .deadline = 15 * MS_PER_DAY);
	SAYS(list_deadline, list_facts, BROKEN, 14, 15, .deadline = 15 * MS_PER_DAY - 1);
	SAYS(list_deadline, list_facts, BROKEN, 0, 15, .deadline = 0);
	SAYS(list_deadline, list_facts, BROKEN, 0, 15, .now = 2 * MS_PER_DAY);
	p = pack_of(a, &(struct binding){ .rule = RULE_list_deadline, .param = { 0 } });
	SAYS(list_deadline, list_facts, BROKEN, 0, 0, .deadline = 0);
	SAYS(list_deadline, list_facts, HOLDS, 0, 0, .deadline = 1);
}

TEST(without_a_cap_any_matching_money_will_do, "8.2.e")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(municipal_cap, municipal_facts, HOLDS, 0, 0, .match_fen = 1);
}

TEST(a_step_of_the_municipal_project_has_been, "8.2.e")
{
	const struct policy *p = dazu_pack(a);

	for (int64_t day = 20260301; day <= 20260303; day++) {
		struct municipal_facts m = { .noted_on = day, .today = 20260302 };
		assert_int_equal(rule_municipal_day(&m, p).outcome, day <= 20260302 ? HOLDS : BROKEN);
	}
}

TEST_MAIN

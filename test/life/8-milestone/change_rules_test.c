/* The rules of change requests and extensions, every branch and both sides of every figure. */
#include "said.h"

#include "life/7-contract/contract_facts.h"
#include "life/8-milestone/change_facts.h"
#include "life/8-milestone/extension_facts.h"


TEST(a_request_asks_only_for_what_may_be_changed_by_who_may_ask, "5.2.d 8.6.c")
{
	const struct policy *p = dazu_pack(a);
	struct change_facts f = { .items = 2, .listed = 2, .may_ask = 2, .whole = 2, .known = 2, .proofs = 1, .proofs_wanted = 1 };
	static struct verdict (*const all[])(const struct change_facts *f, const struct policy *p) = { rule_change_listed, rule_change_asked_by, rule_change_whole, rule_change_known, rule_change_other,
		rule_change_once, rule_change_proved, rule_change_times, rule_change_days, rule_change_partner, rule_change_affiliation };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		assert_int_equal(all[i](&f, p).outcome, HOLDS);
	f = (struct change_facts){ .items = 2, .listed = 1, .may_ask = 0, .whole = 1, .known = 0, .proofs = 0, .proofs_wanted = 1, .same = STR("x"),
		.twice = STR("x"), .used_up = STR("x"), .days_outside = 1, .partner_strange = STR("x"), .partner_tied = STR("x") };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		assert_int_equal(all[i](&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_change_times)->force, FORCE_NORMALLY);
}

TEST(a_changed_period_stays_within_three_years, "7.a")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	for (int64_t months = 0; months <= 40; months++) {
		struct change_facts f = { .months = months };
		assert_int_equal(rule_change_period(&f, p).outcome, months <= 36 ? HOLDS : BROKEN);
		assert_int_equal(rule_change_period(&f, &none).outcome, HOLDS);
	}
}

TEST(a_new_partner_has_three_clean_years, "5.2.4")
{
	const struct policy *p = dazu_pack(a);
	struct change_facts f = { .today = 20260601 };
	assert_int_equal(rule_change_credit(&f, p).outcome, HOLDS);
	f.discredit_day = 20230531;
	assert_int_equal(rule_change_credit(&f, p).outcome, HOLDS);
	f.discredit_day = 20230601;
	assert_int_equal(rule_change_credit(&f, p).outcome, BROKEN);
	struct policy none = { 0 };
	assert_int_equal(rule_change_credit(&f, &none).outcome, HOLDS);
}

TEST(a_no_has_its_reason, "5.2.d")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 4; bits++) {
		struct change_answer_facts f = { .deny = bits & 1, .reasoned = bits >> 1 & 1 };
		assert_int_equal(rule_change_reason(&f, p).outcome, f.deny && !f.reasoned ? BROKEN : HOLDS);
	}
}

TEST(the_pack_says_who_asks_and_who_approves, "5.2.d")
{
	const struct policy *p = dazu_pack(a);
	const struct change_rule *leader = policy_change(p, STR("leader"));
	assert_non_null(leader);
	assert_int_equal(leader->approve.n, 2);
	assert_true(leader->evidence);
	assert_null(policy_change(p, STR("target")));
	assert_non_null(policy_grade(p, STR("rectify")));
	assert_null(policy_grade(p, STR("excellent")));
}

TEST(force_majeure_is_proved_dated_and_told_in_time, "8.8.c")
{
	const struct policy *p = dazu_pack(a);
	struct extension_facts f = { .today = 20260801, .starts = 20260401, .happened_on = 20260801, .ends_now = 20260831, .proofs = 1 };
	assert_int_equal(rule_extension_proved(&f, p).outcome, HOLDS);
	assert_int_equal(rule_extension_happened(&f, p).outcome, HOLDS);
	assert_int_equal(rule_extension_lead_time(&f, p).outcome, HOLDS);
	f.happened_on = 20260802;
	f.ends_now = 20260830;
	f.proofs = 0;
	assert_int_equal(rule_extension_proved(&f, p).outcome, BROKEN);
	assert_int_equal(rule_extension_happened(&f, p).outcome, BROKEN);
	assert_int_equal(rule_extension_happened(&f, p).wanted, 20260801);
	assert_int_equal(rule_extension_lead_time(&f, p).outcome, BROKEN);
	f.happened_on = 20260331;
	assert_int_equal(rule_extension_happened(&f, p).wanted, 20260401);
	struct policy none = { 0 };
	assert_int_equal(rule_extension_lead_time(&f, &none).outcome, HOLDS);
}

TEST(extensions_are_a_year_in_all, "8.8.c")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	struct extension_facts f = { .extend = true, .ends_now = 20280331, .ends_book = 20280331, .ends_wanted = 20290331 };
	assert_int_equal(rule_extension_longer(&f, p).outcome, HOLDS);
	assert_int_equal(rule_extension_most(&f, p).outcome, HOLDS);
	f.ends_wanted = 20290401;
	assert_int_equal(rule_extension_most(&f, p).outcome, BROKEN);
	assert_int_equal(rule_extension_most(&f, &none).outcome, HOLDS);
	f.ends_now = 20280930;                  /* a second one still counts from the end without any */
	assert_int_equal(rule_extension_most(&f, p).outcome, BROKEN);
	f.ends_wanted = 20280930;
	assert_int_equal(rule_extension_longer(&f, p).outcome, BROKEN);
	f = (struct extension_facts){ .ends_now = 20280331, .ends_book = 20280331, .extended = 9 };
	assert_int_equal(rule_extension_longer(&f, p).outcome, HOLDS);          /* termination is wanted */
	assert_int_equal(rule_extension_most(&f, p).outcome, HOLDS);
	assert_int_equal(rule_extension_times(&f, p).outcome, HOLDS);
	f.extend = true;
	for (int64_t n = 0; n < 4; n++) {
		f.extended = n;
		assert_int_equal(rule_extension_times(&f, p).outcome, n < 2 ? HOLDS : BROKEN);
		assert_int_equal(rule_extension_times(&f, &none).outcome, HOLDS);
	}
}

TEST(both_report_and_the_decision_is_dated_and_reasoned, "8.8.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++) {
		struct extension_facts f = { .reports = n };
		assert_int_equal(rule_extension_both(&f, p).outcome, n == 2 ? HOLDS : BROKEN);
	}
	for (int64_t day = 20260809; day <= 20260813; day++) {
		struct extension_facts f = { .today = 20260812, .examined_on = 20260810, .decided_on = day };
		assert_int_equal(rule_extension_decision_day(&f, p).outcome, day >= 20260810 && day <= 20260812 ? HOLDS : BROKEN);
	}
	for (int bits = 0; bits < 8; bits++) {
		struct extension_facts f = { .follows = bits & 1, .refused = bits >> 1 & 1, .reasoned = bits >> 2 & 1 };
		bool ok = (f.follows && !f.refused) || f.reasoned;
		assert_int_equal(rule_extension_reason(&f, p).outcome, ok ? HOLDS : BROKEN);
	}
}

TEST(a_meeting_is_recorded_after_it_was_held, "8.6.a")
{
	const struct policy *p = dazu_pack(a);
	struct contract_meet_facts f = { .day = 20260401, .today = 20260401 };
	assert_int_equal(rule_contract_meet_day(&f, p).outcome, HOLDS);
	f.day = 20260402;
	assert_int_equal(rule_contract_meet_day(&f, p).outcome, BROKEN);
}

TEST(what_change_verdicts_say, "5.2.b 5.2.d 8.6.c")
{
	const struct policy *p = dazu_pack(a);
	SAYS(change_other, change_facts, BROKEN, 0, 1, .same = STR("A"));
	SAYS(change_other, change_facts, HOLDS, 1, 1, .items = 1);
	SAYS(change_once, change_facts, BROKEN, 0, 1, .twice = STR("A"));
	SAYS(change_once, change_facts, HOLDS, 1, 1, .items = 1);
	SAYS(change_days, change_facts, BROKEN, 1, 0, .days_outside = 1);
	SAYS(change_partner, change_facts, BROKEN, 0, 0, .partner_strange = STR("A"));
	SAYS(change_affiliation, change_facts, BROKEN, 0, 0, .partner_tied = STR("A"));
	SAYS(change_reason, change_answer_facts, BROKEN, 0, 1, .deny = true);
}

TEST(what_extension_verdicts_say, "8.8.c")
{
	const struct policy *p = dazu_pack(a);
	SAYS(extension_proved, extension_facts, BROKEN, 0, 1, .proofs = 0);
	SAYS(extension_happened, extension_facts, HOLDS, 20260310, 20260320, .happened_on = 20260310, .starts = 20260310, .today = 20260320);
	SAYS(extension_happened, extension_facts, BROKEN, 20260309, 20260310, .happened_on = 20260309, .starts = 20260310, .today = 20260320);
	SAYS(extension_both, extension_facts, BROKEN, 1, 2, .reports = 1);
	SAYS(extension_decision_day, extension_facts, HOLDS, 20260310, 20260320, .decided_on = 20260310, .examined_on = 20260310,
	     .today = 20260320);
	SAYS(extension_decision_day, extension_facts, BROKEN, 20260309, 20260310, .decided_on = 20260309, .examined_on = 20260310,
	     .today = 20260320);
	SAYS(extension_decision_day, extension_facts, BROKEN, 20260321, 20260320, .decided_on = 20260321, .examined_on = 20260310,
	     .today = 20260320);
	SAYS(extension_reason, extension_facts, BROKEN, 0, 1, .follows = false);
}

TEST_MAIN

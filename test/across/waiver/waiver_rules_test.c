/* The rules of waivers: every combination of facts; what the pack says about who decides. */
#include "said.h"

#include "across/waiver/waiver_facts.h"

TEST(only_what_normally_holds_is_waived, "7.a 8.2.b 8.4.c 8.4.d 8.7.d 8.8.a")
{
	static const enum force forces[] = { FORCE_MUST, FORCE_NORMALLY, FORCE_ADVISE };
	const struct policy *p = dazu_pack(a);
	for (int bound = 0; bound < 2; bound++)
		for (size_t i = 0; i < 3; i++) {
			struct waiver_facts f = { .bound = bound, .force = forces[i], .rule = STR("need_period") };
			struct verdict v = rule_waiver_normally(&f, p);
			assert_int_equal(v.outcome, bound && forces[i] == FORCE_NORMALLY ? HOLDS : BROKEN);
			assert_str(v.subject, "need_period");
		}
}

TEST(the_same_is_asked_once_at_a_time_and_not_decided_by_oneself, "8.4.c")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 2; i++) {
		struct waiver_facts f = { .again = i, .own = i, .asker = STR("one") };
		assert_int_equal(rule_waiver_once(&f, p).outcome, i ? BROKEN : HOLDS);
		assert_int_equal(rule_waiver_not_own(&f, p).outcome, i ? BROKEN : HOLDS);
		assert_str(rule_waiver_not_own(&f, p).subject, "one");
	}
}

TEST(the_pack_names_who_decides, "8.4.c")
{
	const struct policy *p = dazu_pack(a);
	assert_str(policy_waiver(p, RULE_review_panel_size), "bureau");
	assert_str(policy_waiver(p, RULE_decision_one_winner), "none");
	struct binding b = { .rule = RULE_need_period, .force = FORCE_NORMALLY, .waiver = STR("government") };
	struct policy other = { .bindings = { &b, 1 } };
	assert_str(policy_waiver(&other, RULE_need_period), "government");
	assert_str(policy_waiver(&other, RULE_review_panel_size), "bureau");
}

TEST(what_waiver_verdicts_say, "")
{
	const struct policy *p = dazu_pack(a);
	SAYS(waiver_normally, waiver_facts, HOLDS, 0, 1, .bound = true, .force = FORCE_NORMALLY);
	SAYS(waiver_normally, waiver_facts, BROKEN, 0, 1, .force = FORCE_NORMALLY);
	SAYS(waiver_normally, waiver_facts, BROKEN, 0, 1, .bound = true, .force = FORCE_MUST);
	SAYS(waiver_once, waiver_facts, BROKEN, 1, 0, .again = true);
	SAYS(waiver_not_own, waiver_facts, BROKEN, 0, 1, .own = true);
}

TEST_MAIN

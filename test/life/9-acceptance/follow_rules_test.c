/* The rules of follow-up and recommendation, every branch. */
#include "said.h"

#include "life/9-acceptance/follow_facts.h"

TEST(a_report_is_of_the_time_after_acceptance, "8.8.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t day = 20271108; day <= 20271112; day++) {
		struct followup_facts f = { .accepted_on = 20271109, .today = 20271111, .day = day };
		struct verdict v = rule_followup_day(&f, p);
		assert_int_equal(v.outcome, day >= 20271109 && day <= 20271111 ? HOLDS : BROKEN);
		assert_int_equal(v.wanted, day < 20271109 ? 20271109 : 20271111);
	}
	struct followup_facts f = { .today = 20281109 };
	assert_int_equal(rule_followup_in_time(&f, p).outcome, HOLDS);          /* nothing is due any more */
	f.due_on = 20281109;
	assert_int_equal(rule_followup_in_time(&f, p).outcome, HOLDS);
	f.today = 20281110;
	assert_int_equal(rule_followup_in_time(&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_followup_in_time)->force, FORCE_ADVISE);
	for (int bits = 0; bits < 4; bits++) {
		f.entity = bits & 1;
		f.named = bits >> 1 & 1;
		assert_int_equal(rule_followup_entity(&f, p).outcome, f.entity && !f.named ? BROKEN : HOLDS);
	}
}

TEST(both_consent_before_a_recommendation, "8.8.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++) {
		struct cooperation_facts f = { .consents = n };
		assert_int_equal(rule_recommend_consents(&f, p).outcome, n == 2 ? HOLDS : BROKEN);
	}
	for (int bits = 0; bits < 4; bits++) {
		struct cooperation_facts f = { .deny = bits & 1, .reasoned = bits >> 1 & 1 };
		assert_int_equal(rule_cooperation_reason(&f, p).outcome, f.deny && !f.reasoned ? BROKEN : HOLDS);
	}
	for (int64_t day = 20271108; day <= 20271112; day++) {
		struct cooperation_facts f = { .recommended_on = 20271109, .today = 20271111, .decided_on = day };
		struct verdict v = rule_recommend_day(&f, p);
		assert_int_equal(v.outcome, day >= 20271109 && day <= 20271111 ? HOLDS : BROKEN);
		assert_int_equal(v.wanted, day < 20271109 ? 20271109 : 20271111);
	}
}

TEST(what_follow_up_verdicts_say, "8.8.b")
{
	const struct policy *p = dazu_pack(a);
	SAYS(followup_entity, followup_facts, BROKEN, 0, 1, .entity = true);
	SAYS(cooperation_reason, cooperation_facts, BROKEN, 0, 1, .deny = true);
	SAYS(recommend_consents, cooperation_facts, BROKEN, 1, 2, .consents = 1);
}

TEST_MAIN

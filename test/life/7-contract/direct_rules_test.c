/* The rules of the direct entry, as tables. */
#include "said.h"

#include "life/7-contract/direct_facts.h"

static struct direct_facts good(void)
{
	return (struct direct_facts){ .matched_on = 20260305, .today = 20260305, .scans = 1, .known = true, .same = true, .checked = true,
		.awardee = STR("A") };
}

TEST(a_match_with_evidence_passes, "12.1.a 5.2.a")
{
	const struct policy *p = dazu_pack(a);
	struct direct_facts f = good();
	assert_int_equal(rule_direct_day(&f, p).outcome, HOLDS);
	assert_int_equal(rule_direct_evidence(&f, p).outcome, HOLDS);
	assert_int_equal(rule_direct_awardee(&f, p).outcome, HOLDS);
	assert_int_equal(rule_direct_same_awardee(&f, p).outcome, HOLDS);
	assert_int_equal(rule_direct_checked(&f, p).outcome, HOLDS);
}

TEST(each_thing_that_lacks_breaks_its_rule, "12.1.a 5.2.a")
{
	const struct policy *p = dazu_pack(a);
	struct direct_facts f = { .matched_on = 20260306, .today = 20260305, .awardee = STR("A") };
	struct verdict v = rule_direct_day(&f, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.found, 20260306);
	assert_int_equal(v.wanted, 20260305);
	v = rule_direct_evidence(&f, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.wanted, 1);
	v = rule_direct_awardee(&f, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_str(v.subject, "A");
	assert_int_equal(rule_direct_same_awardee(&f, p).outcome, BROKEN);
	assert_int_equal(rule_direct_checked(&f, p).outcome, BROKEN);
}

TEST(a_pack_without_the_evidence_rule_does_not_ask, "12.1.a")
{
	struct policy none = { 0 };
	struct direct_facts f = good();
	f.scans = 0;
	assert_int_equal(rule_direct_evidence(&f, &none).outcome, HOLDS);
}

TEST(what_direct_entry_verdicts_say, "12.1.a 5.2.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(direct_awardee, direct_facts, BROKEN, 0, 1, .known = false);
	SAYS(direct_same_awardee, direct_facts, BROKEN, 0, 1, .same = false);
	SAYS(direct_checked, direct_facts, BROKEN, 0, 1, .checked = false);
}

TEST_MAIN

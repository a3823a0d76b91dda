/* The rules of four eyes: every combination of facts. */
#include "said.h"

#include "across/signing/signing_facts.h"

TEST(two_different_persons_sign, "8.2.d 8.5.a 10.2.a")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 4; i++) {
		struct four_eyes_facts f = { .signed_first = i & 1, .same_person = i & 2, .first = STR("one") };
		struct verdict v = rule_second_person(&f, p);
		assert_int_equal(v.outcome, i == 1 ? HOLDS : BROKEN);
		assert_int_equal(v.found, i == 1 ? 2 : 1);
		assert_int_equal(v.wanted, 2);
		assert_str(v.subject, "one");
	}
}

TEST(the_second_signs_the_very_same, "8.2.d 8.5.a 10.2.a")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 8; i++) {
		struct four_eyes_facts f = { .signed_first = i & 1, .same_person = i & 2, .same_input = i & 4 };
		assert_int_equal(rule_second_same_input(&f, p).outcome, i == 1 ? BROKEN : HOLDS);
	}
}

TEST(neither_prepared_it, "8.2.d 8.5.a 10.2.a")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 4; i++) {
		struct four_eyes_facts f = { .authored = i & 1, .first_authored = i & 2, .author = STR("two") };
		assert_int_equal(rule_not_the_author(&f, p).outcome, i ? BROKEN : HOLDS);
		assert_str(rule_not_the_author(&f, p).subject, "two");
	}
}

/* Whatever else the pack says: these acts take two, and administrators may do none of them. */
TEST(the_pack_lists_publish_open_award_and_pay, "8.2.d 8.3.a 8.4.b 8.5.a 8.5.b 10.2.a")
{
	const struct policy *p = dazu_pack(a);
	static const char *const acts[] = { "list_decide", "list_publish", "bids_open", "award_decide", "notice_publish", "establish", "fiscal_request",
		"fiscal_pay" };
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		assert_non_null(policy_four_eyes(p, acts[i]));
	assert_null(policy_four_eyes(p, "need_submit"));
	assert_str(((struct str *)policy_four_eyes(p, "list_publish")->author.v)[0], "list_draft");
}

TEST(what_signing_verdicts_say, "")
{
	const struct policy *p = dazu_pack(a);
	SAYS(second_person, four_eyes_facts, BROKEN, 1, 2, .signed_first = true, .same_person = true);
	SAYS(second_person, four_eyes_facts, HOLDS, 2, 2, .signed_first = true);
	SAYS(second_same_input, four_eyes_facts, BROKEN, 0, 1, .signed_first = true);
	SAYS(not_the_author, four_eyes_facts, BROKEN, 0, 1, .authored = true);
	SAYS(not_the_author, four_eyes_facts, BROKEN, 0, 1, .first_authored = true);
}

TEST_MAIN

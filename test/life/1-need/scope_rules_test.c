/* The rules of the restricted scope, as tables. */
#include "said.h"

#include "life/1-need/scope_facts.h"

TEST(who_reads_what_is_confidential, "8.1.c 8.2.d")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	struct secrecy_facts f = { true, true };
	assert_int_equal(rule_secrecy_invited(&f, p).outcome, HOLDS);
	assert_int_equal(rule_secrecy_scan(&f, p).outcome, HOLDS);
	assert_int_equal(rule_secrecy_invited(&f, &none).outcome, BROKEN);
	f = (struct secrecy_facts){ 0 };
	assert_int_equal(rule_secrecy_invited(&f, p).outcome, BROKEN);
	assert_int_equal(rule_secrecy_scan(&f, p).outcome, BROKEN);
}

TEST(a_scope_changes_before_the_deadline, "8.2.d 8.3.a")
{
	static const struct { int64_t now, deadline; enum outcome wanted; } cases[] = {
		{ 5, 0, HOLDS }, { 5, 5, HOLDS }, { 4, 5, HOLDS }, { 6, 5, BROKEN },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct scope_facts f = { .now = cases[i].now, .deadline = cases[i].deadline };
		assert_int_equal(rule_scope_in_time(&f, p).outcome, cases[i].wanted);
	}
	struct scope_facts f = { .restricted = true };
	assert_int_equal(rule_scope_restricted(&f, p).outcome, HOLDS);
	f.restricted = false;
	assert_int_equal(rule_scope_restricted(&f, p).outcome, BROKEN);
}

TEST(time_that_is_left_and_reasons, "8.3.a 8.2.d")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	struct scope_facts f = { .deadline = 9, .days_left = 15 };
	assert_int_equal(rule_scope_time_left(&f, p).outcome, HOLDS);
	f.days_left = 14;
	assert_int_equal(rule_scope_time_left(&f, p).outcome, BROKEN);
	assert_int_equal(rule_scope_time_left(&f, &none).outcome, HOLDS);
	f.deadline = 0;
	assert_int_equal(rule_scope_time_left(&f, p).outcome, HOLDS);
	assert_int_equal(rule_scope_refusal(&f, p).outcome, HOLDS);
	f.denied = true;
	assert_int_equal(rule_scope_refusal(&f, p).outcome, BROKEN);
	f.reasoned = true;
	assert_int_equal(rule_scope_refusal(&f, p).outcome, HOLDS);
}

TEST(what_scope_verdicts_say, "8.1.c 8.2.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(secrecy_invited, secrecy_facts, HOLDS, 1, 1, .invited = true);
	SAYS(secrecy_invited, secrecy_facts, BROKEN, 0, 1, .invited = false);
	SAYS(secrecy_scan, secrecy_facts, BROKEN, 0, 1, .scan = false);
	SAYS(scope_restricted, scope_facts, BROKEN, 0, 1, .restricted = false);
	SAYS(scope_refusal, scope_facts, BROKEN, 0, 1, .denied = true);
	p = pack_of(a, &(struct binding){ .rule = RULE_secrecy_invited, .param = { 0 } });
	SAYS(secrecy_invited, secrecy_facts, BROKEN, 0, 1, .invited = true);
}

TEST_MAIN

/* The rules of registration, as tables. */
#include "said.h"

#include "across/party/party_facts.h"

TEST(a_code_has_its_shape_its_digit_and_its_inner_digit, "5.1.1 5.2.a")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 16; bits++) {
		bool shape = bits & 1, digit = bits & 2, inner = bits & 4, taken = bits & 8;
		SAYS(credit_code_shape, party_facts, shape ? HOLDS : BROKEN, 0, 0, .code_shape = shape);
		SAYS(credit_code_valid, party_facts, shape && !digit ? BROKEN : HOLDS, 0, 0, .code_shape = shape, .code_digit = digit);
		SAYS(credit_code_inner, party_facts, shape && digit && !inner ? BROKEN : HOLDS, 0, 0, .code_shape = shape, .code_digit = digit,
		     .code_inner = inner);
		SAYS(org_code_unique, party_facts, taken ? BROKEN : HOLDS, 0, 0, .code_taken = taken);
		SAYS(employer_code_valid, party_facts, shape && digit ? HOLDS : BROKEN, 0, 0, .code = STR("A"), .code_shape = shape,
		     .code_digit = digit);
		SAYS(employer_code_valid, party_facts, HOLDS, 0, 0, .code_shape = shape, .code_digit = digit);
	}
	struct party_facts f = { .code = STR("A"), .code_shape = true };
	assert_str(rule_employer_code_valid(&f, p).subject, "A");
	f.code_digits = STR("B");
	assert_str(rule_employer_code_valid(&f, p).subject, "B");
}

TEST(a_district_is_six_digits, "5.1.1")
{
	const struct policy *p = dazu_pack(a);
	static const struct { const char *region; bool good; } cases[] = {
		{ "500111", true }, { "599999", true }, { "000000", true }, { "a00111", false }, { "5001/1", false }, { "50011:", false },
		{ "50011a", false }, { "50011", false }, { "5001111", false }, { "", false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		SAYS(org_region_code, party_facts, cases[i].good ? HOLDS : BROKEN, 0, 0, .region = str_of(cases[i].region));
}

TEST(accounts_are_free_in_use_and_not_ones_own, "9.1")
{
	const struct policy *p = dazu_pack(a);
	for (int yes = 0; yes < 2; yes++) {
		SAYS(login_shape, party_facts, yes ? HOLDS : BROKEN, 0, 0, .login_shape = yes);
		SAYS(login_free, party_facts, yes ? BROKEN : HOLDS, 0, 0, .login_taken = yes);
		SAYS(role_given, party_facts, yes ? HOLDS : BROKEN, 0, 0, .role_allowed = yes);
		SAYS(person_in_use, party_facts, yes ? HOLDS : BROKEN, 0, 0, .person_active = yes);
		SAYS(person_not_oneself, party_facts, yes ? BROKEN : HOLDS, 0, 0, .person_is_me = yes);
	}
}

TEST_MAIN

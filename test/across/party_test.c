/* Credit codes, logins, districts, and the rules of registration. */
#include "test.h"
#include "across/integrity/integrity_facts.h"
#include "across/party/party.h"
#include "across/party/party_facts.h"

TEST(codes_that_verify_under_both_checks, "5.1.1")
{
	static const char *const good[] = { "91350200MA2YJ1XR9G", "91350100M000100Y43", "91110000802100433B", "91310000775785552L" };
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_int_equal(credit_code_check(str_of(good[i])), CREDIT_GOOD);
}

TEST(every_single_wrong_character_is_found, "5.1.1")
{
	static const char letters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	char code[19] = "91350200MA2YJ1XR9G";
	for (int at = 0; at < 18; at++)
		for (const char *c = letters; *c; c++) {
			char was = code[at];
			if (*c == was)
				continue;
			code[at] = *c;
			enum credit_code found = credit_code_check(str_of(code));
			assert_true(found == CREDIT_WRONG_DIGIT || found == CREDIT_WRONG_SHAPE);
			code[at] = was;
		}
}

TEST(swapped_neighbours_are_found, "5.1.1")
{
	char code[19] = "91350200MA2YJ1XR9G";
	for (int at = 0; at < 17; at++) {
		if (code[at] == code[at + 1])
			continue;
		char was = code[at];
		code[at] = code[at + 1];
		code[at + 1] = was;
		assert_int_not_equal(credit_code_check(str_of(code)), CREDIT_GOOD);
		was = code[at];
		code[at] = code[at + 1];
		code[at + 1] = was;
	}
}

TEST(shapes_that_are_no_codes, "5.1.1")
{
	static const char *const bad[] = { "", "9135", "91350200MA2YJ1XR9GG", "91350200MA2YJ1XR9g", "91350200MI2YJ1XR9G", "9135020 MA2YJ1XR9G",
		"91A50200MA2YJ1XR9G", "91350200MO2YJ1XR9G" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(credit_code_check(str_of(bad[i])), CREDIT_WRONG_SHAPE);
}

TEST(a_wrong_inner_digit_is_told_apart, "5.1.1")
{
	char code[19] = "91350200MA2YJ1XR8G";
	code[17] = credit_code_digit(str_of(code));
	assert_int_equal(credit_code_check(str_of(code)), CREDIT_INNER_FAILS);
	assert_int_equal(credit_code_digit(STR("91350200MA2YJ1XR9")), 'G');
	assert_int_equal(credit_code_digit(STR("9135")), 0);
}

TEST(logins, "")
{
	assert_true(login_shape_good(STR("zhang.san")));
	assert_true(login_shape_good(STR("a-1_b")));
	assert_false(login_shape_good(STR("ab")));
	assert_false(login_shape_good(STR(".ab")));
	assert_false(login_shape_good(STR("a b")));
	assert_false(login_shape_good(STR("Zhang")));
	assert_false(login_shape_good(STR("a123456789a123456789a123456789a123456789x")));
	assert_str(login_kept(a, STR("Zhang.San")), "zhang.san");
}

TEST(districts_by_their_code, "5.1.1")
{
	struct policy p = { .region = STR("500111") }, city = { .region = STR("500000") };
	struct org_row in = { .region = STR("500111") }, near = { .region = STR("500112") }, far = { .region = STR("110101") };
	assert_true(org_in_district(&in, &p));
	assert_false(org_in_district(&near, &p));
	assert_true(org_in_district(&near, &city));
	assert_false(org_in_district(&far, &city));
	assert_false(org_in_district(&(struct org_row){ .region = STR("5001") }, &p));
	assert_false(org_in_district(&in, &(struct policy){ .region = STR("") }));
}

struct rule_case {
	struct verdict (*rule)(const struct party_facts *f, const struct policy *p);
	struct party_facts f;
	enum outcome wanted;
};

TEST(rules_of_registration, "5.1.1")
{
	static const struct rule_case cases[] = {
		{ rule_credit_code_shape, { .code_shape = true }, HOLDS },
		{ rule_credit_code_shape, { .code_shape = false }, BROKEN },
		{ rule_credit_code_valid, { .code_shape = true, .code_digit = true }, HOLDS },
		{ rule_credit_code_valid, { .code_shape = true, .code_digit = false }, BROKEN },
		{ rule_credit_code_valid, { .code_shape = false, .code_digit = false }, HOLDS },        /* the shape speaks */
		{ rule_credit_code_inner, { .code_shape = true, .code_digit = true, .code_inner = true }, HOLDS },
		{ rule_credit_code_inner, { .code_shape = true, .code_digit = true, .code_inner = false }, BROKEN },
		{ rule_credit_code_inner, { .code_shape = true, .code_digit = false, .code_inner = false }, HOLDS },
		{ rule_org_code_unique, { .code_taken = false }, HOLDS },
		{ rule_org_code_unique, { .code_taken = true }, BROKEN },
		{ rule_org_region_code, { .region = STR("500111") }, HOLDS },
		{ rule_org_region_code, { .region = STR("50011") }, BROKEN },
		{ rule_org_region_code, { .region = STR("50011x") }, BROKEN },
		{ rule_login_shape, { .login_shape = true }, HOLDS },
		{ rule_login_shape, { .login_shape = false }, BROKEN },
		{ rule_login_free, { .login_taken = false }, HOLDS },
		{ rule_login_free, { .login_taken = true }, BROKEN },
		{ rule_role_given, { .role_allowed = true }, HOLDS },
		{ rule_role_given, { .role_allowed = false }, BROKEN },
		{ rule_person_in_use, { .person_active = true }, HOLDS },
		{ rule_person_in_use, { .person_active = false }, BROKEN },
		{ rule_person_not_oneself, { .person_is_me = false }, HOLDS },
		{ rule_person_not_oneself, { .person_is_me = true }, BROKEN },
		{ rule_employer_code_valid, { .code = STR("") }, HOLDS },
		{ rule_employer_code_valid, { .code = STR("x"), .code_shape = true, .code_digit = true }, HOLDS },
		{ rule_employer_code_valid, { .code = STR("x"), .code_shape = true }, BROKEN },
	};
	struct policy p = { 0 };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(cases[i].rule(&cases[i].f, &p).outcome, cases[i].wanted);
}

TEST(a_register_entry_is_not_of_tomorrow, "5.1.5 5.2.4")
{
	struct policy p = { 0 };
	assert_int_equal(rule_discredit_happened(&(struct integrity_facts){ 20260314, 20260315 }, &p).outcome, HOLDS);
	assert_int_equal(rule_discredit_happened(&(struct integrity_facts){ 20260315, 20260315 }, &p).outcome, HOLDS);
	assert_int_equal(rule_discredit_happened(&(struct integrity_facts){ 20260316, 20260315 }, &p).outcome, BROKEN);
}

TEST_MAIN

/*
 * Rules of registration: codes, logins, roles.
 *
 * Pure: facts in, a verdict out.
 */
#include "across/party/party_facts.h"

static struct verdict about(enum rule_id rule, bool ok, struct str subject)
{
	return judged_about(rule, ok, 0, 0, subject);
}

struct verdict rule_credit_code_shape(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_credit_code_shape, f->code_shape, f->code);
}

struct verdict rule_credit_code_valid(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_credit_code_valid, !f->code_shape || f->code_digit, f->code_digits);
}

struct verdict rule_credit_code_inner(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_credit_code_inner, !f->code_shape || !f->code_digit || f->code_inner, f->code);
}

struct verdict rule_org_code_unique(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_org_code_unique, !f->code_taken, f->code);
}

struct verdict rule_org_region_code(const struct party_facts *f, const struct policy *p)
{
	bool digits = f->region.n == 6;

	(void)p;
	for (size_t i = 0; i < f->region.n; i++)
		digits = digits && f->region.p[i] >= '0' && f->region.p[i] <= '9';
	return about(RULE_org_region_code, digits, f->region);
}

struct verdict rule_login_shape(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_login_shape, f->login_shape, f->login);
}

struct verdict rule_login_free(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_login_free, !f->login_taken, f->login);
}

struct verdict rule_role_given(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_role_given, f->role_allowed, f->role);
}

struct verdict rule_person_in_use(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_person_in_use, f->person_active, f->person);
}

struct verdict rule_person_not_oneself(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_person_not_oneself, !f->person_is_me, f->person);
}

struct verdict rule_employer_code_valid(const struct party_facts *f, const struct policy *p)
{
	(void)p;
	return about(RULE_employer_code_valid, !f->code.n || (f->code_shape && f->code_digit), f->code_digits.n ? f->code_digits : f->code);
}

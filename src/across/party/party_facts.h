/* What the rules of parties look at. */
#ifndef PARTY_FACTS_H
#define PARTY_FACTS_H

#include "base/str.h"
#include "rule/policy.h"
#include "rule/verdict.h"

struct party_facts {
	struct str code;                /* the unified social credit code as typed */
	bool code_shape, code_digit, code_inner;        /* what holds */
	struct str code_digits;         /* "A → G": found and wanted last character */
	bool code_taken;
	struct str region;
	struct str login;
	bool login_shape, login_taken;
	struct str role;                /* role to be given */
	bool role_allowed;
	struct str person;              /* the person an act is about */
	bool person_active, person_is_me;
};

struct verdict rule_credit_code_shape(const struct party_facts *f, const struct policy *p);
struct verdict rule_credit_code_valid(const struct party_facts *f, const struct policy *p);
struct verdict rule_credit_code_inner(const struct party_facts *f, const struct policy *p);
struct verdict rule_org_code_unique(const struct party_facts *f, const struct policy *p);
struct verdict rule_org_region_code(const struct party_facts *f, const struct policy *p);
struct verdict rule_login_shape(const struct party_facts *f, const struct policy *p);
struct verdict rule_login_free(const struct party_facts *f, const struct policy *p);
struct verdict rule_role_given(const struct party_facts *f, const struct policy *p);
struct verdict rule_person_in_use(const struct party_facts *f, const struct policy *p);
struct verdict rule_person_not_oneself(const struct party_facts *f, const struct policy *p);
struct verdict rule_employer_code_valid(const struct party_facts *f, const struct policy *p);

#endif

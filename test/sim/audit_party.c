/*
 * Who takes part, and their relations (5.1.1, 5.2.a, 5.2.b, 8.2.b): codes are good and registered once, logins are free, offices are made by the
 * administrator, nobody ends themselves, a relation has another side.
 */
#include "sim/people.h"

#include "across/affiliation/affiliation.h"
#include "across/integrity/integrity.h"
#include "across/party/party.h"
#include "base/day.h"

static void saw(void *memory, const struct audit_line *l)
{
	people_saw(memory, l);
}

static void login(const struct people *p, struct str name, struct rule_set *out)
{
	breaks(out, RULE_login_shape, !people_login_good(name));
	breaks(out, RULE_login_free, people_login_taken(p, name));
}

static bool region_good(struct str code)
{
	bool good = code.n == 6;
	for (size_t i = 0; i < code.n && good; i++)
		good = code.p[i] >= '0' && code.p[i] <= '9';
	return good;
}

static void org_register(const struct people *p, const struct act_request *q, struct rule_set *out)
{
	const struct org_form *in = q->in;
	bool shape = code_shape(in->credit_code), office = in->role.n && !str_is(in->role, "unit");
	breaks(out, RULE_credit_code_shape, !shape);
	breaks(out, RULE_credit_code_valid, shape && !code_digit(in->credit_code));
	breaks(out, RULE_credit_code_inner, shape && code_digit(in->credit_code) && !code_inner(in->credit_code));
	breaks(out, RULE_org_code_unique, people_org_by_code(p, in->credit_code) != NULL);
	breaks(out, RULE_org_region_code, !region_good(in->region));
	breaks(out, RULE_role_given, office && q->role != ROLE_admin_sys && q->role != ROLE_system);
	login(p, in->login, out);
}

static bool office_role(struct str role)
{
	static const char *const offices[] = { "bureau", "eic", "government", "finance", "audit", "park" };
	bool found = str_starts(role, "admin_");
	for (size_t i = 0; i < sizeof offices / sizeof *offices && !found; i++)
		found = str_is(role, offices[i]);
	return found;
}

/*
 * The remedy's sentence: a unit adds its own people; offices' people are the administrator's (any office's role, at any office: how a district
 * divides its offices is its own matter); experts come by the pool.  The bureau may add its own colleagues, and people of a unit that cannot itself.
 */
static void person_add(const struct people *p, const struct act_request *q, struct rule_set *out)
{
	const struct person_form *in = q->in;
	const struct people_org *o = people_org(p, q->target);
	bool unit = o && str_is(o->role, "unit"), own = o && str_eq(in->role, o->role);
	bool given = q->role == ROLE_admin_sys || q->role == ROLE_system ? (unit ? own : office_role(in->role)) : own && (unit || q->org == q->target);
	breaks(out, RULE_role_given, !given);
	login(p, in->login, out);
}

static void relation(const struct people *p, const struct act_request *q, struct rule_set *out)
{
	const struct relation_form *in = q->in;
	const struct people_org *o = people_org(p, q->target);
	bool unit = str_is(in->other_kind, "org");
	breaks(out, RULE_relation_other, unit && o && (str_eq(in->other_code, o->code) || str_eq(in->other_name, o->name)));
	breaks(out, RULE_relation_code, in->other_code.n && !code_good(in->other_code));
	breaks(out, RULE_relation_person, in->other_person && !people_person(p, in->other_person));
	breaks(out, RULE_relation_days, in->to_day && in->from_day && in->to_day < in->from_day);
}

static void employer(struct str code, struct rule_set *out)
{
	breaks(out, RULE_employer_code_valid, code.n && !code_good(code));
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct people *p = memory;
	const struct people_person *person = people_person(p, q->target);
	switch (q->act) {
	case ACT_org_register: org_register(p, q, out); return true;
	case ACT_person_add: person_add(p, q, out); return true;
	case ACT_relation_declare:
	case ACT_relation_enter: relation(p, q, out); return true;
	case ACT_expert_add:
		employer(((const struct expert_form *)q->in)->employer_code, out);
		login(p, ((const struct expert_form *)q->in)->login, out);
		return true;
	case ACT_expert_update: employer(((const struct expert_profile_form *)q->in)->employer_code, out); return true;
	case ACT_person_end:
		breaks(out, RULE_person_in_use, person && person->ended);
		breaks(out, RULE_person_not_oneself, q->target == q->person);
		return true;
	case ACT_discredit_enter:
		breaks(out, RULE_discredit_happened, ((const struct discredit_form *)q->in)->happened > instant_day(q->now));
		return true;
	case ACT_org_verify:
	case ACT_relation_end: return true;
	default: return false;
	}
}

const struct desk desk_party = { "party", sizeof(struct people), saw, predicts };

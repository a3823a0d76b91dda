/* What several desks need to know of units and people; see people.h. */
#include "sim/people.h"

#include "across/affiliation/affiliation.h"
#include "across/integrity/integrity.h"
#include "across/party/party.h"
#include "base/day.h"

#include <string.h>

int64_t line_item(const struct audit_line *l, const char *table, size_t n)
{
	const struct audit_item *item = l->items.v;
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(item[i].table, table) && !n--)
			return item[i].id;
	return 0;
}

/* ---- codes ---- */

static const char signs[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int value_of(char c)
{
	const char *at = c ? strchr(signs, c) : NULL;
	return at ? (int)(at - signs) : -1;
}

bool code_shape(struct str code)
{
	bool good = code.n == 18;
	for (size_t i = 0; i < code.n && good; i++)
		good = value_of(code.p[i]) >= 0;
	return good;
}

bool code_digit(struct str code)
{
	int sum = 0, weight = 1;
	for (size_t i = 0; i < 17; i++, weight = weight * 3 % 31)
		sum += value_of(code.p[i]) * weight;
	return value_of(code.p[17]) == (31 - sum % 31) % 31;
}

bool code_inner(struct str code)
{
	static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;
	for (size_t i = 0; i < 8; i++) {
		char c = code.p[8 + i];
		sum += weights[i] * (c <= '9' ? c - '0' : c - 'A' + 10);
	}
	int check = 11 - sum % 11;
	return code.p[16] == (check == 10 ? 'X' : check == 11 ? '0' : (char)('0' + check));
}

/* ---- logins ---- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool people_login_good(struct str login)
{
	if (login.n < 3 || login.n > 40)
		return false;
	for (size_t i = 0; i < login.n; i++) {
		char c = lower(login.p[i]);
		bool sign = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (!sign && (i == 0 || !strchr(".-_", c)))
			return false;
	}
	return true;
}

bool people_login_taken(const struct people *p, struct str login)
{
	for (size_t i = 0; i < p->persons_n; i++) {
		struct str other = p->persons[i].login;
		size_t n = 0;
		while (n < login.n && n < other.n && lower(login.p[n]) == lower(other.p[n]))
			n++;
		if (n == login.n && n == other.n)
			return true;
	}
	return false;
}

/* ---- who is there ---- */

const struct people_org *people_org(const struct people *p, int64_t id)
{
	for (size_t i = 0; i < p->orgs_n; i++)
		if (p->orgs[i].id == id)
			return &p->orgs[i];
	return NULL;
}

const struct people_org *people_org_by_code(const struct people *p, struct str code)
{
	for (size_t i = 0; i < p->orgs_n; i++)
		if (str_eq(p->orgs[i].code, code))
			return &p->orgs[i];
	return NULL;
}

const struct people_person *people_person(const struct people *p, int64_t id)
{
	for (size_t i = 0; i < p->persons_n; i++)
		if (p->persons[i].id == id)
			return &p->persons[i];
	return NULL;
}

static void person_comes(struct people *p, struct people_person person)
{
	if (p->persons_n < PEOPLE_PERSONS)
		p->persons[p->persons_n++] = person;
}

static void org_comes(struct people *p, const struct audit_line *l)
{
	const struct org_form *in = l->q.in;
	struct str role = in->role.n ? in->role : STR("unit");
	if (p->orgs_n < PEOPLE_ORGS)
		p->orgs[p->orgs_n++] = (struct people_org){ .id = l->made, .name = in->name, .code = in->credit_code, .kind = in->kind,
			.region = in->region, .role = role };
	person_comes(p, (struct people_person){ .id = line_item(l, "person", 0), .org = l->made, .name = in->contact, .login = in->login, .role = role });
}

static void org_verified(struct people *p, const struct audit_line *l)
{
	const struct org_verify_form *in = l->q.in;
	for (size_t i = 0; i < p->orgs_n; i++)
		if (p->orgs[i].id == l->q.target) {
			p->orgs[i].verified = str_is(in->result, "verified");
			p->orgs[i].refused = !p->orgs[i].verified;
			p->orgs[i].key_industry = in->key_industry;
		}
}

static void expert_comes(struct people *p, const struct audit_line *l)
{
	const struct expert_form *in = l->q.in;
	person_comes(p, (struct people_person){ .id = l->made, .name = in->name, .login = in->login, .role = STR("expert"), .category = in->category,
		.employer = in->employer, .employer_code = in->employer_code });
}

static void expert_moves(struct people *p, const struct audit_line *l)
{
	const struct expert_profile_form *in = l->q.in;
	for (size_t i = 0; i < p->persons_n; i++)
		if (p->persons[i].id == l->q.target) {
			p->persons[i].employer = in->employer;
			p->persons[i].employer_code = in->employer_code;
		}
}

static void relation_comes(struct people *p, const struct audit_line *l)
{
	const struct relation_form *in = l->q.in;
	if (p->relations_n < PEOPLE_RELATIONS)
		p->relations[p->relations_n++] = (struct people_relation){ .id = l->made, .org = l->q.target, .other_person = in->other_person,
			.from = in->from_day, .to = in->to_day, .kind = in->kind, .name = in->other_name, .code = in->other_code, .mark = in->other_mark,
			.person = str_is(in->other_kind, "person") };
}

static void record_comes(struct people *p, const struct audit_line *l)
{
	const struct discredit_form *in = l->q.in;
	if (p->records_n < PEOPLE_RECORDS)
		p->records[p->records_n++] = (struct people_record){ l->q.target, in->happened, in->ends, in->person_name };
}

void people_saw(struct people *p, const struct audit_line *l)
{
	const struct person_form *person = l->q.in;
	switch (l->q.act) {
	case ACT_org_register: org_comes(p, l); break;
	case ACT_org_verify: org_verified(p, l); break;
	case ACT_expert_add: expert_comes(p, l); break;
	case ACT_expert_update: expert_moves(p, l); break;
	case ACT_relation_declare: relation_comes(p, l); break;
	case ACT_relation_enter: relation_comes(p, l); break;
	case ACT_discredit_enter: record_comes(p, l); break;
	case ACT_person_add:
		person_comes(p, (struct people_person){ .id = l->made, .org = l->q.target, .name = person->name, .login = person->login, .role = person->role });
		break;
	case ACT_person_end:
		for (size_t i = 0; i < p->persons_n; i++)
			p->persons[i].ended |= p->persons[i].id == l->q.target;
		break;
	case ACT_relation_end:
		for (size_t i = 0; i < p->relations_n; i++)
			p->relations[i].ended |= p->relations[i].id == l->q.target;
		break;
	default: break;
	}
}

/* ---- what the clauses ask of them ---- */

bool people_discredited(const struct people *p, int64_t org, struct str person, int64_t from, int64_t today)
{
	int64_t since = day_add_years(from, -3);
	for (size_t i = 0; i < p->records_n; i++) {
		const struct people_record *r = &p->records[i];
		if (r->org == org && r->happened >= since && (!r->ends || r->ends >= today) && (!r->person.n || str_eq(r->person, person)))
			return true;
	}
	return false;
}

static bool stands(const struct people_relation *r, int64_t today)
{
	return !r->ended && (!r->from || r->from <= today) && (!r->to || r->to >= today);
}

bool people_tied(const struct people *p, int64_t id, struct str unit_code, int64_t today)
{
	const struct people_person *person = people_person(p, id);
	const struct people_org *unit = people_org_by_code(p, unit_code);
	if (!person)
		return false;
	if ((person->employer_code.n && str_eq(person->employer_code, unit_code)) || (unit && person->employer.n && str_eq(person->employer, unit->name)))
		return true;
	for (size_t i = 0; unit && i < p->relations_n; i++) {
		const struct people_relation *r = &p->relations[i];
		if (stands(r, today) && r->org == unit->id && r->person && r->other_person == id)
			return true;
	}
	return unit && person->org == unit->id;
}

/* Nodes of the search: a unit by its code, a person by its number; by name alone is a doubtful step. */
struct node {
	struct str code, name;
	int64_t person;
	int steps;
	bool sure;
};

static bool same(const struct node *a, const struct node *b, bool *sure)
{
	*sure = true;
	if (a->person || b->person)
		return a->person == b->person;
	if (a->code.n && b->code.n)
		return str_eq(a->code, b->code);
	*sure = false;
	return a->name.n && str_eq(a->name, b->name);
}

static size_t widen(const struct people *p, struct node *nodes, size_t n, size_t most, int64_t today)
{
	size_t end = n;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < p->relations_n && end < most; k++) {
			const struct people_relation *r = &p->relations[k];
			const struct people_org *o = people_org(p, r->org);
			struct node a = { .code = o->code, .name = o->name }, b = { .code = r->code, .name = r->name, .person = r->other_person };
			bool sure, from_a = same(&nodes[i], &a, &sure), from = from_a;
			if (!stands(r, today) || (!from && !(from = same(&nodes[i], &b, &sure))))
				continue;
			struct node next = from_a ? b : a;
			next.steps = nodes[i].steps + 1;
			next.sure = nodes[i].sure && sure && !str_is(r->kind, "unknown") && !str_is(r->kind, "other");
			nodes[end++] = next;
		}
	return end;
}

enum people_path people_path(const struct people *p, struct str code, struct str name, const struct people_org *demander, int64_t today)
{
	struct node nodes[600] = { { .code = code, .name = name, .sure = true } };
	struct node goal = { .code = demander->code, .name = demander->name };
	size_t n = 1;
	enum people_path best = PATH_NONE;
	for (int depth = 0; depth < 3; depth++)
		n = widen(p, nodes, n, sizeof nodes / sizeof *nodes, today);
	for (size_t i = 0; i < n; i++) {
		bool sure;
		if (!same(&nodes[i], &goal, &sure))
			continue;
		enum people_path found = nodes[i].sure && sure ? PATH_SURE : PATH_DOUBTFUL;
		best = found > best ? found : best;
	}
	return best;
}

/* See seats.h. */
#include "sim/seats.h"
#include "sim/people.h"

#include "across/affiliation/affiliation.h"
#include "across/panel/panel.h"
#include "across/party/party.h"

static void person(struct seats_people *p, int64_t id, int64_t org, struct str category, struct str employer)
{
	if (!id || p->people_n == SEATS_PEOPLE)
		return;
	p->people[p->people_n].id = id;
	p->people[p->people_n].org = org;
	p->people[p->people_n].category = category;
	p->people[p->people_n++].employer = employer;
}

static void org(struct seats_people *p, const struct audit_line *l)
{
	const struct org_form *in = l->q.in;
	int64_t id = line_item(l, "org", 0);
	if (id && p->orgs_n < SEATS_ORGS) {
		p->orgs[p->orgs_n].id = id;
		p->orgs[p->orgs_n++].code = in->credit_code;
	}
	person(p, line_item(l, "person", 0), id, (struct str){ 0 }, (struct str){ 0 });
}

void seats_saw(struct seats_people *p, const struct audit_line *l)
{
	const struct expert_form *expert = l->q.in;
	const struct expert_profile_form *profile = l->q.in;
	const struct relation_form *relation = l->q.in;
	if (l->q.act == ACT_org_register)
		org(p, l);
	if (l->q.act == ACT_person_add)
		person(p, line_item(l, "person", 0), l->q.target, (struct str){ 0 }, (struct str){ 0 });
	if (l->q.act == ACT_expert_add)
		person(p, line_item(l, "person", 0), 0, expert->category, expert->employer_code);
	for (size_t i = 0; i < p->people_n; i++) {
		bool it = p->people[i].id == l->q.target;
		p->people[i].ended |= it && l->q.act == ACT_person_end;
		if (it && l->q.act == ACT_expert_update)
			p->people[i].employer = profile->employer_code;
	}
	if ((l->q.act == ACT_relation_declare || l->q.act == ACT_relation_enter) && relation->other_person && p->ties_n < SEATS_PEOPLE) {
		p->ties[p->ties_n].person = relation->other_person;
		p->ties[p->ties_n++].org = l->q.target;
	}
}

static bool works_for(const struct seats_people *p, size_t who, int64_t org)
{
	for (size_t i = 0; i < p->orgs_n; i++)
		if (p->orgs[i].id == org && p->people[who].employer.n && str_eq(p->orgs[i].code, p->people[who].employer))
			return true;
	for (size_t i = 0; i < p->ties_n; i++)
		if (p->ties[i].person == p->people[who].id && p->ties[i].org == org)
			return true;
	return p->people[who].org && p->people[who].org == org;
}

/* Is this person what the seat says, and free of every party? */
static void one(const struct seats_people *p, const struct seats_question *q, const struct panel_seat_form *s, struct rule_set *out)
{
	bool head = str_is(s->category, "demander_head"), known = false;
	for (size_t i = 0; i < p->people_n; i++) {
		if (p->people[i].id != s->person)
			continue;
		known = !p->people[i].ended && (head ? p->people[i].org == q->parties[0] : str_eq(p->people[i].category, s->category));
		for (size_t k = 0; k < q->parties_n; k++)
			breaks(out, q->conflict, works_for(p, i, q->parties[k]) && !(q->head && head && k == 0));
	}
	breaks(out, RULE_panel_member_known, !known);
}

void seats_judge(const struct seats_people *p, const struct seats_question *q, struct rule_set *out)
{
	const struct panel_seat_form *s = q->seats.v;
	bool management = false, frontline = false, peer = false, head = false;
	size_t chairs = 0;
	for (size_t i = 0; i < q->seats.n; i++) {
		bool is_head = str_is(s[i].category, "demander_head");
		management |= str_is(s[i].category, "management");
		frontline |= str_is(s[i].category, "frontline");
		peer |= str_is(s[i].category, "peer");
		head |= is_head;
		chairs += s[i].chair && !is_head;
		breaks(out, RULE_panel_chair_one, s[i].chair && is_head);
		for (size_t k = 0; k < i; k++)
			breaks(out, RULE_panel_no_duplicate, s[k].person == s[i].person);
		one(p, q, &s[i], out);
	}
	breaks(out, RULE_panel_chair_one, chairs != 1);
	breaks(out, q->size, q->seats.n < 5);
	breaks(out, q->odd, q->seats.n % 2 == 0);
	breaks(out, q->kinds, management + frontline + peer < 3);
	breaks(out, q->head_rule, q->head && !head);
}

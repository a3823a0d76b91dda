/*
 * Pages of parties: organisations, people, experts, who may do what.
 *
 * An organisation's people and register entries are its own and the offices' to see; a unit sees no other unit's page.
 */
#include "across/party/party.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/limits.h"
#include "web/frame.h"
#include "web/view.h"

static int64_t per_page(struct view *v)
{
	return view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS);
}

static bool is_office(enum role role)
{
	return role != ROLE_unit && role != ROLE_expert && role != ROLE_public;
}

bool orgs_view(struct view *v, void *page)
{
	struct orgs_page *p = page;
	int64_t per = per_page(v), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct org_list_key key = { .programme = v->pg->id, .q = view_query(v, "q"), .state = view_query(v, "state"),
		.kind = view_query(v, "kind"), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	p->orgs = db_all(v->db, v->a, "party_orgs", &key);
	db_one(v->db, v->a, "party_orgs_count", &key, &total);
	p->q = key.q;
	p->states = choice_items(v, choices_builtin(v->a, "org_state"), key.state);
	p->kinds = choice_items(v, choices_builtin(v->a, "org_kind"), key.kind);
	p->filtered = key.q.n || key.state.n || key.kind.n;
	p->pager = pager_row(v, total.n, n, per);
	p->may_register = may_act(ACT_org_register, v->who->role, REL_ANY);
	return true;
}

/* A new one-time link: the system administrator for all, the bureau for units and experts, a unit for its own (account.c decides again). */
static bool may_link(const struct view *v, const struct person_item *p)
{
	if (!str_is(p->state, "active") || p->id == v->who->person)
		return false;
	if (v->who->role == ROLE_admin_sys)
		return true;
	if (v->who->role == ROLE_bureau)
		return str_is(p->role, "unit") || str_is(p->role, "expert");
	return v->who->role == ROLE_unit && v->who->org && p->org == v->who->org;
}

static struct rows people_marked(struct view *v, const struct person_list_key *key)
{
	struct rows people = db_all(v->db, v->a, "party_people", key);
	struct person_item *p = people.v;

	for (size_t i = 0; i < people.n; i++) {
		unsigned rel = REL_ANY | (v->who->org && p[i].org == v->who->org ? REL_SELF : 0);

		p[i].may_end = str_is(p[i].state, "active") && p[i].id != v->who->person && may_act(ACT_person_end, v->who->role, rel);
		p[i].may_link = may_link(v, &p[i]);
	}
	return people;
}

bool org_view(struct view *v, void *page)
{
	struct org_page *p = page;
	struct org_row o;
	bool own = v->who->org && v->id == v->who->org, office = is_office(v->who->role);
	unsigned rel = REL_ANY | (own ? REL_SELF : 0);

	if ((!own && !office) || !org_find(v->db, v->a, v->id, &o) || o.programme != v->pg->id)
		return false;
	*p = (struct org_page){ .id = o.id, .name = o.name, .credit_code = o.credit_code, .kind = o.kind, .region = o.region,
		.in_district = org_in_district(&o, v->pg->policy), .inner_fails = credit_code_check(o.credit_code) == CREDIT_INNER_FAILS,
		.address = o.address, .legal_person = o.legal_person, .profile = o.profile, .licence = o.licence, .state = o.state,
		.key_industry = o.key_industry, .verify_source = o.verify_source };
	p->may_verify = str_is(o.role, "unit") && may_act(ACT_org_verify, v->who->role, rel);
	p->may_add = may_act(ACT_person_add, v->who->role, rel);
	p->may_allege = str_is(o.role, "unit") && may_act(ACT_allegation_file, v->who->role, rel);
	p->may_discredit = str_is(o.role, "unit") && may_act(ACT_discredit_enter, v->who->role, rel);
	p->shows_people = 1;
	p->people = people_marked(v, &(struct person_list_key){ .programme = v->pg->id, .org = o.id, .limit = LIMIT_PAGE_ROWS_MAX });
	p->shows_discredit = str_is(o.role, "unit");
	p->discredits = db_all(v->db, v->a, "integrity_of_org", &(struct discredit_key){ .org = o.id, .today = v->today });
	v->title = o.name;
	return true;
}

bool people_view(struct view *v, void *page)
{
	struct people_page *p = page;
	int64_t per = per_page(v), n = view_query_int(v, "page", 1, 1 << 20, 1);
	bool everybody = v->who->role == ROLE_admin_sys || v->who->role == ROLE_admin_sec || v->who->role == ROLE_bureau;
	struct person_list_key key = { .programme = v->pg->id, .role = view_query(v, "role"), .q = view_query(v, "q"), .limit = per,
		.offset = (n - 1) * per, .org = everybody ? 0 : v->who->org };
	struct count_row total = { 0 };

	if (!everybody && !key.org)
		return false;
	p->people = people_marked(v, &key);
	db_one(v->db, v->a, "party_people_count", &key, &total);
	p->q = key.q;
	p->roles = choice_items(v, choices_builtin(v->a, "role"), key.role);
	p->filtered = key.q.n || key.role.n;
	p->org = v->who->org;
	p->org_name = everybody ? (struct str){ 0 } : v->who->org_name;
	p->everybody = everybody;
	p->may_add = v->who->org && may_act(ACT_person_add, v->who->role, REL_ANY | REL_SELF);
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

bool experts_view(struct view *v, void *page)
{
	struct experts_page *p = page;
	int64_t per = per_page(v), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct expert_list_key key = { .programme = v->pg->id, .q = view_query(v, "q"), .category = view_query(v, "category"),
		.field = view_query(v, "field"), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	p->experts = db_all(v->db, v->a, "party_experts", &key);
	db_one(v->db, v->a, "party_experts_count", &key, &total);
	p->q = key.q;
	p->categories = choice_items(v, choices_builtin(v->a, "expert_category"), key.category);
	p->fields = choice_items(v, policy_list(v->pg->policy, "industry_field"), key.field);
	p->filtered = key.q.n || key.category.n || key.field.n;
	p->may_add = may_act(ACT_expert_add, v->who->role, REL_ANY);
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

bool expert_view(struct view *v, void *page)
{
	struct expert_page *p = page;
	struct expert_row e;
	struct person_row person;
	bool own = v->id == v->who->person;

	if (v->who->role == ROLE_expert && !own)
		return false;
	if (!expert_find(v->db, v->a, v->id, &e) || e.programme != v->pg->id || !person_find(v->db, v->a, v->id, &person))
		return false;
	*p = (struct expert_page){ .id = e.id, .name = e.name, .login = person.login, .category = e.category, .fields = e.fields,
		.employer = e.employer, .employer_code = e.employer_code, .post = e.post, .phone_secret = person.phone_secret,
		.email_secret = person.email_secret, .state = e.state, .own = own, .may_update = own };
	v->title = e.name;
	return true;
}

/* The table of roles.def as a page: nothing is said twice. */
struct may_line {
	enum act_id act;
	enum role role;
	const char *relation;
};

static const struct may_line may_lines[] = {
#define MAY(ACT_NAME, ROLE_NAME, RELATION_NAME) { ACT_##ACT_NAME, ROLE_##ROLE_NAME, #RELATION_NAME },
#include "tables/roles.def"
};
#define MAY_LINES (sizeof may_lines / sizeof *may_lines)

static struct rows role_acts(struct view *v, enum role role)
{
	struct role_may_item *items = NEW_ARRAY(v->a, MAY_LINES, struct role_may_item);
	size_t n = 0;

	for (size_t i = 0; i < MAY_LINES; i++)
		if (may_lines[i].role == role)
			items[n++] = (struct role_may_item){ str_of(act_infos[may_lines[i].act].name), str_of(act_infos[may_lines[i].act].label),
				str_of(may_lines[i].relation) };
	return (struct rows){ items, n };
}

bool roles_view(struct view *v, void *page)
{
	struct roles_page *p = page;
	struct role_item *items = NEW_ARRAY(v->a, ROLE_COUNT, struct role_item);

	for (int i = 0; i < ROLE_COUNT; i++)
		items[i] = (struct role_item){ str_of(role_name((enum role)i)), str_of(role_name((enum role)i)), role_acts(v, (enum role)i) };
	p->roles = (struct rows){ items, ROLE_COUNT };
	return true;
}

/*
 * Acts of parties: registering and verifying organisations, adding and ending people, the experts' pool.
 *
 * A registration makes the organisation and its first person at once.  A new person's one-time link is made outside of the act
 * (enter_links_send), for what an act makes can be computed from the book.
 */
#include "across/party/party.h"
#include "across/party/party_facts.h"
#include "base/word.h"

struct party_loaded {
	struct party_facts f;
	struct org_row org;
	struct person_row person;
	struct expert_row expert;
};

static bool login_taken(struct act_run *r, struct str login)
{
	struct person_row p;

	return db_one(r->db, r->a, "party_person_with_login", &(struct party_code_key){ r->q->programme, login }, &p);
}

static void look_at_code(struct act_run *r, struct party_facts *f, struct str code)
{
	enum credit_code found = credit_code_check(code);
	char digit = credit_code_digit(code);

	f->code = code;
	f->code_shape = found != CREDIT_WRONG_SHAPE;
	f->code_digit = found == CREDIT_GOOD || found == CREDIT_INNER_FAILS;
	f->code_inner = found == CREDIT_GOOD;
	if (digit && f->code_shape)
		f->code_digits = str_fmt(r->a, "%c → %c", code.p[17], digit);
}

static void look_at_login(struct act_run *r, struct party_facts *f, struct str login)
{
	f->login = login_kept(r->a, login);
	f->login_shape = login_shape_good(f->login);
	f->login_taken = login_taken(r, f->login);
}

/* Who may give which role: a unit and the bureau their own kind, the system administrator any office. Nobody makes an expert, the
 * public or the system here; a security or audit administrator is made by the system administrator only. */
static bool role_allowed(const struct act_run *r, struct str role, struct str org_role)
{
	enum role given;

	if (!role_find(role, &given) || given == ROLE_public || given == ROLE_expert || given == ROLE_system)
		return false;
	if (r->q->role == ROLE_system)
		return true;
	if (r->q->role == ROLE_admin_sys)
		return str_is(org_role, "unit") ? given == ROLE_unit : given != ROLE_unit;
	if (r->q->role == ROLE_bureau)
		return str_eq(role, org_role) && (given == ROLE_unit || given == ROLE_bureau);
	return given == ROLE_unit && str_is(org_role, "unit");
}

/* The role is a matter of permission: it holds even under a pack that does not bind the rule. */
static bool role_or_missing(struct act_run *r, const struct party_facts *f)
{
	return f->role_allowed || policy_enabled(r->policy, RULE_role_given) || act_missing(r);
}

static void person_make(struct act_run *r, struct person_row *p)
{
	p->id = act_id_next(r);
	p->programme = r->q->programme;
	p->login = login_kept(r->a, p->login);
	p->state = STR("active");
	act_write(r, "party_person_insert", p);
}

bool org_register_facts(struct act_run *r)
{
	const struct org_form *in = r->in;
	struct party_loaded *l = r->facts = NEW(r->a, struct party_loaded);
	struct id_key found;
	struct str role = in->role.n ? in->role : STR("unit");

	look_at_code(r, &l->f, in->credit_code);
	l->f.code_taken = db_one(r->db, r->a, "party_org_with_code", &(struct party_code_key){ r->q->programme, in->credit_code }, &found);
	l->f.region = in->region;
	look_at_login(r, &l->f, in->login);
	l->f.role = role;
	l->f.role_allowed = role_allowed(r, role, role);
	return role_or_missing(r, &l->f);
}

void org_register_judge(struct act_run *r)
{
	const struct party_facts *f = &((struct party_loaded *)r->facts)->f;

	act_verdict(r, rule_credit_code_shape(f, r->policy));
	act_verdict(r, rule_credit_code_valid(f, r->policy));
	act_verdict(r, rule_credit_code_inner(f, r->policy));
	act_verdict(r, rule_org_code_unique(f, r->policy));
	act_verdict(r, rule_org_region_code(f, r->policy));
	act_verdict(r, rule_login_shape(f, r->policy));
	act_verdict(r, rule_login_free(f, r->policy));
	act_verdict(r, rule_role_given(f, r->policy));
}

void org_register_apply(struct act_run *r)
{
	const struct org_form *in = r->in;
	bool office = in->role.n && !str_is(in->role, "unit");
	struct org_row o = {
		.id = act_id_next(r), .programme = r->q->programme, .name = in->name, .credit_code = in->credit_code, .kind = in->kind,
		.region = in->region, .address = in->address, .legal_person = in->legal_person, .profile = in->profile, .licence = in->licence,
		.state = office ? STR("verified") : STR("registered"), .role = office ? in->role : STR("unit"),
	};
	struct person_row p = { .org = o.id, .name = in->contact, .login = in->login, .role = o.role,
		.phone_secret = in->phone_secret, .email_secret = in->email_secret };

	act_write(r, "party_org_insert", &o);
	person_make(r, &p);
	r->made = o.id;
	if (!office)
		act_tell_role(r, ROLE_bureau, word(r->a, WORD_party_registered, "name", str_c(r->a, o.name), NULL), o.credit_code,
			str_fmt(r->a, "/orgs/%lld", (long long)o.id));
}

static bool load_org(struct act_run *r)
{
	struct party_loaded *l = r->facts = NEW(r->a, struct party_loaded);

	return (org_find(r->db, r->a, r->target, &l->org) && l->org.programme == r->q->programme) || act_missing(r);
}

bool org_verify_facts(struct act_run *r)
{
	return load_org(r);
}

void org_verify_apply(struct act_run *r)
{
	const struct org_verify_form *in = r->in;
	struct org_row *o = &((struct party_loaded *)r->facts)->org;

	o->state = in->result;
	o->key_industry = in->key_industry;
	o->verify_source = in->source;
	act_write(r, "party_org_verify", o);
	r->made = o->id;
	act_tell_org(r, o->id, word(r->a, str_is(in->result, "verified") ? WORD_party_verified : WORD_party_refused,
		"name", str_c(r->a, o->name), NULL), in->reason, str_fmt(r->a, "/orgs/%lld", (long long)o->id));
}

bool person_add_facts(struct act_run *r)
{
	const struct person_form *in = r->in;

	if (!load_org(r))
		return false;
	struct party_loaded *l = r->facts;
	look_at_login(r, &l->f, in->login);
	l->f.role = in->role;
	l->f.role_allowed = role_allowed(r, in->role, l->org.role);
	return role_or_missing(r, &l->f);
}

void person_add_judge(struct act_run *r)
{
	const struct party_facts *f = &((struct party_loaded *)r->facts)->f;

	act_verdict(r, rule_login_shape(f, r->policy));
	act_verdict(r, rule_login_free(f, r->policy));
	act_verdict(r, rule_role_given(f, r->policy));
}

void person_add_apply(struct act_run *r)
{
	const struct person_form *in = r->in;
	struct person_row p = { .org = r->target, .name = in->name, .login = in->login, .role = in->role, .post = in->post,
		.phone_secret = in->phone_secret, .email_secret = in->email_secret };

	person_make(r, &p);
	r->made = p.id;
}

static bool load_person(struct act_run *r)
{
	struct party_loaded *l = r->facts = NEW(r->a, struct party_loaded);

	if (!person_find(r->db, r->a, r->target, &l->person) || l->person.programme != r->q->programme)
		return act_missing(r);
	expert_find(r->db, r->a, r->target, &l->expert);
	l->f.person = l->person.name;
	l->f.person_active = str_is(l->person.state, "active");
	l->f.person_is_me = l->person.id == r->q->person;
	return true;
}

bool person_end_facts(struct act_run *r)
{
	return load_person(r);
}

void person_end_judge(struct act_run *r)
{
	const struct party_facts *f = &((struct party_loaded *)r->facts)->f;

	act_verdict(r, rule_person_in_use(f, r->policy));
	act_verdict(r, rule_person_not_oneself(f, r->policy));
}

void person_end_apply(struct act_run *r)
{
	struct party_loaded *l = r->facts;

	l->person.state = STR("ended");
	act_write(r, "party_person_end", &l->person);
	if (l->expert.id) {
		l->expert.state = STR("ended");
		act_write(r, "party_expert_update", &l->expert);
	}
	r->made = l->person.id;
}

bool expert_add_facts(struct act_run *r)
{
	const struct expert_form *in = r->in;
	struct party_loaded *l = r->facts = NEW(r->a, struct party_loaded);

	look_at_login(r, &l->f, in->login);
	look_at_code(r, &l->f, in->employer_code);
	return true;
}

void expert_add_judge(struct act_run *r)
{
	const struct party_facts *f = &((struct party_loaded *)r->facts)->f;

	act_verdict(r, rule_login_shape(f, r->policy));
	act_verdict(r, rule_login_free(f, r->policy));
	act_verdict(r, rule_employer_code_valid(f, r->policy));
}

void expert_add_apply(struct act_run *r)
{
	const struct expert_form *in = r->in;
	struct person_row p = { .name = in->name, .login = in->login, .role = STR("expert"), .post = in->post,
		.phone_secret = in->phone_secret, .email_secret = in->email_secret };

	person_make(r, &p);
	struct expert_row e = { .id = p.id, .programme = r->q->programme, .name = in->name, .category = in->category, .fields = in->fields,
		.employer = in->employer, .employer_code = in->employer_code, .post = in->post, .state = STR("active") };
	act_write(r, "party_expert_insert", &e);
	r->made = p.id;
}

bool expert_update_prefill(struct act_run *r)
{
	struct expert_profile_form *in = r->in;
	struct expert_row e;

	if (!expert_find(r->db, r->a, r->target, &e))
		return act_missing(r);
	in->fields = e.fields;
	in->employer = e.employer;
	in->employer_code = e.employer_code;
	in->post = e.post;
	return true;
}

bool expert_update_facts(struct act_run *r)
{
	const struct expert_profile_form *in = r->in;

	if (!load_person(r))
		return false;
	struct party_loaded *l = r->facts;
	look_at_code(r, &l->f, in->employer_code);
	return l->expert.id || act_missing(r);
}

void expert_update_judge(struct act_run *r)
{
	const struct party_facts *f = &((struct party_loaded *)r->facts)->f;

	act_verdict(r, rule_person_in_use(f, r->policy));
	act_verdict(r, rule_employer_code_valid(f, r->policy));
}

void expert_update_apply(struct act_run *r)
{
	const struct expert_profile_form *in = r->in;
	struct expert_row *e = &((struct party_loaded *)r->facts)->expert;

	e->fields = in->fields;
	e->employer = in->employer;
	e->employer_code = in->employer_code;
	e->post = in->post;
	act_write(r, "party_expert_update", e);
	r->made = e->id;
}

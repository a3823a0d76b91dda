/*
 * The restricted scope after the demand was sent (8.2.d): an invited unit signs for confidentiality, the demander asks to name more units or to
 * open the item to everybody, the bureau answers.  Whoever is not named gets the answer for what is not there.
 */
#include "across/party/party.h"
#include "base/day.h"
#include "base/word.h"
#include "life/1-need/need.h"
#include "life/1-need/need_facts.h"
#include "life/1-need/scope_facts.h"

struct scope_run {
	struct secrecy_facts secrecy;
	struct scope_facts f;
	struct need_facts need;
	struct challenge_row challenge;
	struct need_full latest;
	struct scope_row row;
	struct rows units;              /* struct scope_unit_row */
};

bool need_named(struct db *db, struct arena *a, int64_t challenge, int64_t org)
{
	struct count_row n;

	return org && db_one(db, a, "scope_names", &(struct scope_key){ .challenge = challenge, .org = org }, &n) && n.n;
}

static bool load(struct act_run *r, struct scope_run *s)
{
	int64_t last;

	if (!need_challenge(r->db, r->a, r->challenge, &s->challenge) || !need_current(r->db, r->a, r->challenge, &s->latest))
		return act_missing(r);
	last = s->challenge.deadline ? instant_day(s->challenge.deadline) : 0;
	s->f.restricted = str_is(s->challenge.scope, "restricted") && !str_is(s->challenge.entry, "direct");
	s->f.now = r->now;
	s->f.deadline = s->challenge.deadline;
	s->f.days_left = last > r->today ? day_between(r->today, last) : 0;
	return true;
}

static struct str title_of(struct act_run *r, const struct scope_run *s, enum word_id title)
{
	return word(r->a, title, "number", str_c(r->a, s->challenge.number), "org", str_c(r->a, org_name(r->db, r->a, r->q->org)), NULL);
}

/* ---- secrecy_sign ---- */

bool secrecy_sign_facts(struct act_run *r)
{
	const struct pledge_form *in = r->in;
	struct scope_run *s = r->facts = NEW(r->a, struct scope_run);
	struct need_reader who = { .programme = r->q->programme, .person = r->q->person, .org = r->q->org, .role = r->q->role };
	enum need_sight sight = need_sight(r->db, r->a, r->challenge, &who);

	if (sight == NEED_UNSEEN || !load(r, s))
		return act_missing(r);
	if (sight != NEED_PUBLIC)
		return act_not_now(r, r->stage);
	s->secrecy.invited = s->f.restricted && need_named(r->db, r->a, r->challenge, r->q->org);
	s->secrecy.scan = in->scan.n > 0;
	return true;
}

void secrecy_sign_judge(struct act_run *r)
{
	const struct scope_run *s = r->facts;

	act_verdict(r, rule_secrecy_invited(&s->secrecy, r->policy));
	act_verdict(r, rule_secrecy_scan(&s->secrecy, r->policy));
}

void secrecy_sign_apply(struct act_run *r)
{
	const struct pledge_form *in = r->in;
	struct scope_run *s = r->facts;
	struct pledge_row row = { .id = act_id_next(r), .challenge = r->challenge, .org = r->q->org, .signer = in->signer, .scan = in->scan,
		.person = r->q->person, .at = r->now };

	act_write(r, "pledge_insert", &row);
	r->made = r->challenge;
	act_tell_org(r, s->challenge.demander, title_of(r, s, WORD_secrecy_signed), in->signer, need_link(r->a, r->challenge, "/need"));
}

/* ---- scope_invite, scope_open ---- */

static bool asked_before(struct act_run *r)
{
	struct rows all = db_all(r->db, r->a, "scope_rows", &(struct challenge_key){ r->challenge });
	const struct scope_row *v = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(v[i].state, "asked"))
			return true;
	return false;
}

static bool ask_facts(struct act_run *r)
{
	struct scope_run *s = r->facts = NEW(r->a, struct scope_run);

	return load(r, s) && (!asked_before(r) || act_not_now(r, STR("asked")));
}

bool scope_invite_facts(struct act_run *r)
{
	const struct scope_invite_form *in = r->in;
	const struct need_invited_form *u = in->units.v;
	struct scope_run *s;

	if (!ask_facts(r))
		return false;
	s = r->facts;
	s->need.restricted = true;
	s->need.invited = (int64_t)in->units.n;
	for (size_t k = 0; k < in->units.n && !s->need.invited_bad.n; k++) {
		enum credit_code code = credit_code_check(u[k].credit_code);

		if (code != CREDIT_GOOD && code != CREDIT_INNER_FAILS)
			s->need.invited_bad = u[k].name;
	}
	return true;
}

static void judge_scope(struct act_run *r)
{
	const struct scope_facts *f = &((struct scope_run *)r->facts)->f;

	act_verdict(r, rule_scope_restricted(f, r->policy));
	act_verdict(r, rule_scope_in_time(f, r->policy));
	act_verdict(r, rule_scope_time_left(f, r->policy));
}

void scope_invite_judge(struct act_run *r)
{
	const struct need_facts *f = &((struct scope_run *)r->facts)->need;

	judge_scope(r);
	act_verdict(r, rule_need_scope(f, r->policy));
	act_verdict(r, rule_need_scope_codes(f, r->policy));
}

static int64_t ask(struct act_run *r, const char *kind, struct str reason)
{
	struct scope_run *s = r->facts;
	struct scope_row row = { .id = act_id_next(r), .challenge = r->challenge, .kind = str_of(kind), .reason = reason, .state = STR("asked"),
		.asked_by = r->q->person, .asked_at = r->now };

	act_write(r, "scope_insert", &row);
	r->made = row.id;
	act_tell_role(r, ROLE_bureau, title_of(r, s, WORD_scope_asked), reason, need_link(r->a, r->challenge, "/need"));
	return row.id;
}

void scope_invite_apply(struct act_run *r)
{
	const struct scope_invite_form *in = r->in;
	struct rows rows = fields_copy_rows(r->a, &scope_unit_row_fields, &need_invited_form_fields, in->units);
	struct scope_unit_row *u = rows.v;
	int64_t scope = ask(r, "invite", in->reason);

	for (size_t k = 0; k < rows.n; k++) {
		u[k].id = act_id_next(r), u[k].scope = scope, u[k].n = (int64_t)k + 1;
		act_write(r, "scope_unit_insert", &u[k]);
	}
}

bool scope_open_facts(struct act_run *r)
{
	return ask_facts(r);
}

void scope_open_judge(struct act_run *r)
{
	judge_scope(r);
}

void scope_open_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;

	ask(r, "open", in->reason);
}

/* ---- scope_answer ---- */

bool scope_answer_facts(struct act_run *r)
{
	const struct scope_answer_form *in = r->in;
	struct scope_run *s = r->facts = NEW(r->a, struct scope_run);

	if (!db_one(r->db, r->a, "scope_read", &(struct id_key){ r->target }, &s->row) || !load(r, s))
		return act_missing(r);
	s->units = db_all(r->db, r->a, "scope_units", &(struct id_key){ r->target });
	s->f.denied = str_is(in->answer, "deny");
	s->f.reasoned = str_trim(in->reason).n > 0;
	return str_is(s->row.state, "asked") || act_not_now(r, s->row.state);
}

void scope_answer_judge(struct act_run *r)
{
	const struct scope_facts *f = &((struct scope_run *)r->facts)->f;

	act_verdict(r, rule_scope_refusal(f, r->policy));
	if (!f->denied)
		judge_scope(r);
}

static bool named_already(const struct scope_run *s, struct str code)
{
	const struct need_invited_row *i = s->latest.invited.v;

	for (size_t k = 0; k < s->latest.invited.n; k++)
		if (str_eq(i[k].credit_code, code))
			return true;
	return false;
}

/* The units stand in the list of the demand's version that counts, behind those it came with. */
static void name_units(struct act_run *r, struct scope_run *s)
{
	const struct scope_unit_row *u = s->units.v;
	int64_t n = (int64_t)s->latest.invited.n;

	for (size_t k = 0; k < s->units.n; k++) {
		struct scope_key key = { .programme = r->q->programme, .code = u[k].credit_code };
		struct need_invited_row row = { .need = s->latest.need.id, .name = u[k].name, .credit_code = u[k].credit_code };
		struct id_key org;

		if (named_already(s, u[k].credit_code))
			continue;
		row.id = act_id_next(r);
		row.n = ++n;
		act_write(r, "need_invited_insert", &row);
		if (s->challenge.deadline && db_one(r->db, r->a, "scope_org", &key, &org))
			act_tell_org(r, org.id, title_of(r, s, WORD_scope_named), s->challenge.title, str_fmt(r->a, "/open/%lld", (long long)r->challenge));
	}
}

void scope_answer_apply(struct act_run *r)
{
	const struct scope_answer_form *in = r->in;
	struct scope_run *s = r->facts;

	s->row.state = s->f.denied ? STR("refused") : STR("agreed");
	s->row.answer = in->reason;
	s->row.answered_by = r->q->person;
	s->row.answered_at = r->now;
	act_write(r, "scope_update", &s->row);
	if (!s->f.denied && str_is(s->row.kind, "invite")) {
		name_units(r, s);
	} else if (!s->f.denied) {
		s->challenge.scope = STR("public");
		act_write(r, "scope_public", &s->challenge);
	}
	r->made = r->challenge;
	act_tell_org(r, s->challenge.demander, title_of(r, s, s->f.denied ? WORD_scope_refused : WORD_scope_agreed), in->reason,
		need_link(r->a, r->challenge, "/need"));
}

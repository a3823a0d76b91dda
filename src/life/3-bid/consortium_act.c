/*
 * Acts of the consortium before the opening: the lead invites, a unit confirms and fills in its part, declines, leaves, is left out.
 *
 * Like the bid itself an invitation is known to the two units only: nobody else is told, and strangers get the answer for what is not there.
 */
#include "base/day.h"
#include "base/word.h"
#include "life/3-bid/consortium.h"

struct consortium_run {
	struct bid_run bid;             /* the case, the facts of the unit that confirms; .bid: the lead's bid */
	struct partner_facts f;
	struct partner_row row;
	struct org_row unit;
	bool in_bid;                    /* the lead's bid, as it stands, names this unit */
};

bool partner_find(struct db *db, struct arena *a, int64_t id, struct partner_row *out)
{
	return db_one(db, a, "partner_read", &(struct id_key){ id }, out);
}

bool part_line_of(struct db *db, struct arena *a, int64_t part, struct part_line *out)
{
	struct part_row row;

	*out = (struct part_line){ 0 };
	if (!db_one(db, a, "part_read", &(struct id_key){ part }, &row))
		return false;
	fields_copy(&part_line_fields, out, &part_row_fields, &row);
	out->people = db_all(db, a, "part_people", &(struct id_key){ part });
	return true;
}

/* ---- what the bid looks at ---- */

static void look_at_partner(struct act_run *r, struct bid_run *s, struct bid_member_row *m, struct str title)
{
	struct partner_key key = { .challenge = s->challenge.id, .lead = s->org.id, .org = m->org };
	struct partner_row p;
	struct part_row part;

	if (!m->org || !db_one(r->db, r->a, "partner_of", &key, &p) || !str_is(p.state, "confirmed")) {
		if (!s->f.partner_missing.n)
			s->f.partner_missing = m->name;
		return;
	}
	s->f.partners_confirmed++;
	m->part = p.part;
	m->name = p.name;
	if (!m->head.n && db_one(r->db, r->a, "part_read", &(struct id_key){ p.part }, &part))
		m->head = part.head;
	if (!s->f.partner_terms.n && (!str_eq(p.title, title) || !str_eq(p.task, m->task) || p.money_fen != m->money_fen))
		s->f.partner_terms = p.name;
}

void bid_look_at_partners(struct act_run *r, struct bid_run *s, const struct bid_form *in)
{
	struct bid_member_row *m = s->members.v;

	for (size_t i = 1; i < s->members.n; i++)
		look_at_partner(r, s, &m[i], in->title);
}

bool bid_prefill_partners(struct act_run *r, struct bid_form *in)
{
	struct partner_key key = { .challenge = r->challenge, .lead = r->q->org };
	struct rows live = db_all(r->db, r->a, "partners_live", &key);
	const struct partner_row *p = live.v;

	if (!live.n)
		return false;
	in->partners = fields_copy_rows(r->a, &bid_partner_form_fields, &partner_row_fields, live);
	if (!in->title.n)
		in->title = p->title;
	if (!in->summary.n)
		in->summary = p->summary;
	return true;
}

/* ---- shared ---- */

static struct consortium_run *consortium_start(struct act_run *r)
{
	return r->facts = NEW(r->a, struct consortium_run);
}

/* Bids are being received: the road still leads from here to an invitation. */
static bool receiving(struct act_run *r)
{
	return policy_step(r->policy, r->stage, act_infos[ACT_partner_invite].name) || act_not_now(r, r->stage);
}

static void find_bid(struct act_run *r, struct consortium_run *s)
{
	struct bid_key key = { .challenge = s->row.challenge, .org = s->row.lead };
	struct partner_key in = { .org = s->row.org };
	struct count_row n;

	if (!db_one(r->db, r->a, "bid_of_org", &key, &s->bid.bid))
		return;
	in.bid = s->bid.bid.id;
	s->in_bid = db_one(r->db, r->a, "partner_in_bid", &in, &n) && n.n;
}

/* The invitation that the act is about, for one of its two units. */
static bool load(struct act_run *r, bool lead)
{
	struct consortium_run *s = consortium_start(r);

	if (!partner_find(r->db, r->a, r->target, &s->row) || (lead ? s->row.lead : s->row.org) != r->q->org)
		return act_missing(r);
	if (!bid_load_case(r, &s->bid, s->row.challenge) || !org_find(r->db, r->a, s->row.org, &s->unit))
		return act_missing(r);
	find_bid(r, s);
	return true;
}

static void tell(struct act_run *r, int64_t org, enum word_id title, struct str by, struct str text)
{
	const struct consortium_run *s = r->facts;

	act_tell_org(r, org, word(r->a, title, "org", str_c(r->a, by), "number", str_c(r->a, s->bid.challenge.number), NULL), text,
		str_fmt(r->a, "/partners/%lld", (long long)s->row.id));
}

/* A sealed bid whose consortium is no longer what it says has to be sent again. */
static void bid_waits(struct act_run *r)
{
	struct consortium_run *s = r->facts;

	if (!s->in_bid || !str_is(s->bid.bid.state, "sealed"))
		return;
	s->bid.bid.state = STR("pending");
	act_write(r, "bid_state_set", &s->bid.bid);
}

static void end_with(struct act_run *r, const char *state, struct str reason)
{
	struct consortium_run *s = r->facts;

	s->row.state = str_of(state);
	s->row.reason = reason;
	s->row.answered_at = r->now;
	act_write(r, "partner_update", &s->row);
	r->made = s->row.id;
}

/* ---- partner_invite ---- */

bool partner_invite_facts(struct act_run *r)
{
	const struct partner_invite_form *in = r->in;
	struct consortium_run *s = consortium_start(r);
	struct partner_key key = { .programme = r->q->programme, .challenge = r->challenge, .lead = r->q->org, .code = in->credit_code };
	struct need_reader who = { .programme = r->q->programme, .role = ROLE_unit };
	struct id_key unit;

	if (!bid_may_know(r))
		return act_missing(r);
	if (!bid_load_case(r, &s->bid, r->challenge) || !org_find(r->db, r->a, r->q->org, &s->bid.org))
		return act_missing(r);
	s->f.unit = in->credit_code;
	if (!db_one(r->db, r->a, "partner_unit", &key, &unit) || !org_find(r->db, r->a, unit.id, &s->unit))
		return true;
	who.org = key.org = unit.id;
	s->f.known = true;
	s->f.unit = s->unit.name;
	s->f.other = unit.id != r->q->org && unit.id != s->bid.challenge.demander;
	s->f.in_scope = need_sight(r->db, r->a, r->challenge, &who) != NEED_UNSEEN;
	db_one(r->db, r->a, "partner_of", &key, &s->row);
	if (s->row.id)
		find_bid(r, s);
	return true;
}

void partner_invite_judge(struct act_run *r)
{
	const struct consortium_run *s = r->facts;

	act_verdict(r, rule_bid_deadline(&s->bid.f, r->policy));
	act_verdict(r, rule_partner_registered(&s->f, r->policy));
	if (!s->f.known)
		return;
	act_verdict(r, rule_partner_other(&s->f, r->policy));
	act_verdict(r, rule_partner_in_scope(&s->f, r->policy));
}

void partner_invite_apply(struct act_run *r)
{
	struct consortium_run *s = r->facts;
	struct partner_row *p = &s->row;
	bool first = !p->id;

	if (first)
		*p = (struct partner_row){ .id = act_id_next(r), .programme = r->q->programme, .challenge = r->challenge, .lead = r->q->org,
			.org = s->unit.id, .name = s->unit.name };
	fields_copy(&partner_row_fields, p, &partner_invite_form_fields, r->in);
	p->state = STR("invited");
	p->terms++;
	p->reason = (struct str){ 0 };
	p->part = 0;
	p->invited_at = r->now;
	p->answered_at = 0;
	act_write(r, first ? "partner_insert" : "partner_update", p);
	bid_waits(r);
	act_move(r, r->challenge, NULL);
	r->made = p->id;
	tell(r, p->org, WORD_partner_invited, s->bid.org.name, p->task);
}

/* ---- partner_confirm ---- */

bool partner_confirm_prefill(struct act_run *r)
{
	struct partner_confirm_form *in = r->in;
	struct partner_row p;
	struct org_row unit;

	if (!partner_find(r->db, r->a, r->target, &p) || p.org != r->q->org || !org_find(r->db, r->a, p.org, &unit))
		return false;
	in->work = p.task;
	return true;
}

bool partner_confirm_facts(struct act_run *r)
{
	const struct partner_confirm_form *in = r->in;
	struct consortium_run *s;
	struct bid_facts *f;

	if (!load(r, false) || !receiving(r))
		return false;
	s = r->facts;
	if (!str_is(s->row.state, "invited"))
		return act_not_now(r, s->row.state);
	f = &s->bid.f;
	f->org = s->unit.name;
	f->innovator = str_is(s->unit.role, "unit") && !str_is(s->unit.kind, "office");
	f->partners = 1;
	f->agreement = in->agreement.n > 0;
	f->no_affiliation = in->no_affiliation;
	f->ip = in->no_ip_dispute;
	f->credit_declared = in->credit;
	f->ethics = in->ethics;
	f->truth = in->truth;
	bid_unit_facts(r, f, &s->bid.demander, &(struct bid_member_row){ .org = s->unit.id, .name = s->unit.name, .credit_code = s->unit.credit_code });
	return true;
}

/* What every unit of a bid answers for itself (5.2.b, 5.2.2, 5.2.4); what nobody has looked at yet stops nobody before the deadline. */
void partner_confirm_judge(struct act_run *r)
{
	const struct bid_facts *f = &((struct consortium_run *)r->facts)->bid.f;
	struct verdict known[] = { rule_bid_org_verified(f, r->policy), rule_bid_affiliation(f, r->policy) };

	act_verdict(r, rule_bid_deadline(f, r->policy));
	act_verdict(r, rule_bid_kind(f, r->policy));
	for (size_t i = 0; i < 2; i++)
		if (known[i].outcome != UNKNOWN)
			act_verdict(r, known[i]);
	act_verdict(r, rule_bid_agreement(f, r->policy));
	act_verdict(r, rule_bid_credit(f, r->policy));
	act_verdict(r, rule_bid_affiliation_declared(f, r->policy));
	act_verdict(r, rule_bid_ip(f, r->policy));
	act_verdict(r, rule_bid_credit_declared(f, r->policy));
	act_verdict(r, rule_bid_ethics(f, r->policy));
	act_verdict(r, rule_bid_truth(f, r->policy));
}

static void write_people(struct act_run *r, int64_t part, struct rows sent)
{
	struct rows rows = fields_copy_rows(r->a, &part_person_row_fields, &part_person_form_fields, sent);
	struct part_person_row *p = rows.v;

	for (size_t i = 0; i < rows.n; i++) {
		p[i].id = act_id_next(r), p[i].part = part, p[i].n = (int64_t)i + 1;
		act_write(r, "part_person_insert", &p[i]);
	}
}

void partner_confirm_apply(struct act_run *r)
{
	const struct partner_confirm_form *in = r->in;
	struct consortium_run *s = r->facts;
	struct part_row part = { .id = act_id_next(r), .partner = s->row.id, .terms = s->row.terms, .person = r->q->person, .at = r->now };

	fields_copy(&part_row_fields, &part, &partner_confirm_form_fields, in);
	act_write(r, "part_insert", &part);
	write_people(r, part.id, in->people);
	s->row.part = part.id;
	end_with(r, "confirmed", (struct str){ 0 });
	tell(r, s->row.lead, WORD_partner_confirmed, s->row.name, s->row.task);
}

/* ---- partner_decline, partner_remove ---- */

bool partner_decline_facts(struct act_run *r)
{
	if (!load(r, false))
		return false;
	struct str state = ((struct consortium_run *)r->facts)->row.state;
	return str_is(state, "invited") || act_not_now(r, state);
}

void partner_decline_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct consortium_run *s = r->facts;

	end_with(r, "declined", in->reason);
	bid_waits(r);
	tell(r, s->row.lead, WORD_partner_declined, s->row.name, in->reason);
}

bool partner_remove_facts(struct act_run *r)
{
	if (!load(r, true) || !receiving(r))
		return false;
	struct str state = ((struct consortium_run *)r->facts)->row.state;
	return str_is(state, "invited") || str_is(state, "confirmed") || act_not_now(r, state);
}

void partner_remove_judge(struct act_run *r)
{
	act_verdict(r, rule_bid_deadline(&((struct consortium_run *)r->facts)->bid.f, r->policy));
}

void partner_remove_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct consortium_run *s = r->facts;

	end_with(r, "removed", in->reason);
	bid_waits(r);
	tell(r, s->row.org, WORD_partner_removed, org_name(r->db, r->a, s->row.lead), in->reason);
}

/* ---- partner_leave ---- */

static bool opened(const struct consortium_run *s)
{
	return s->in_bid && (str_is(s->bid.bid.state, "opened") || str_is(s->bid.bid.state, "passed"));
}

/* Free before the deadline.  Between deadline and opening nothing can be told without telling of the bid: it waits for the opening.  Later it is
 * for the lead, then for bureau and demander, to say what becomes of the bid; once the award stands it is a change of the project. */
bool partner_leave_facts(struct act_run *r)
{
	struct consortium_run *s;

	if (!load(r, false))
		return false;
	s = r->facts;
	if (!str_is(s->row.state, "confirmed"))
		return act_not_now(r, s->row.state);
	if (s->in_bid && str_is(s->bid.bid.state, "sealed") && r->now > s->bid.challenge.deadline)
		return act_not_now(r, s->bid.bid.state);
	return !opened(s) || policy_step(r->policy, r->stage, act_infos[ACT_departure_decide].name) || act_not_now(r, r->stage);
}

static void write_departure(struct act_run *r, const struct partner_leave_form *in)
{
	struct consortium_run *s = r->facts;
	struct departure_row d = { .id = act_id_next(r), .challenge = s->row.challenge, .bid = s->bid.bid.id, .partner = s->row.id,
		.org = s->row.org, .name = s->row.name, .reason = in->reason, .statement = in->statement, .state = STR("open"), .left_on = r->today };

	act_write(r, "departure_insert", &d);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_partner_left, "org", str_c(r->a, s->row.name), "number",
		str_c(r->a, s->bid.challenge.number), NULL), in->reason, str_fmt(r->a, "/bids/%lld", (long long)s->bid.bid.id));
}

void partner_leave_apply(struct act_run *r)
{
	const struct partner_leave_form *in = r->in;
	struct consortium_run *s = r->facts;
	bool after = opened(s);

	end_with(r, "left", in->reason);
	if (after)
		write_departure(r, in);
	else
		bid_waits(r);
	tell(r, s->row.lead, after ? WORD_departure_open : WORD_partner_left, s->row.name, in->reason);
}

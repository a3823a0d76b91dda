/*
 * Leaving after the opening: a bid as a whole, or a unit of a consortium.  It takes a reason and a statement, is reported and shown as the pack
 * says, and is no discredit by itself.  What becomes of a bid that lost a unit, bureau and demander decide together.
 */
#include "base/word.h"
#include "life/3-bid/consortium.h"

struct departure_run {
	struct departure_facts f;
	struct exit_facts exit;
	struct bid_facts successor;
	struct challenge_row challenge;
	struct bid_row bid;
	struct departure_row row;
	struct org_row unit;            /* the successor */
	bool bureau;
};

static struct str bid_link(struct act_run *r, int64_t bid)
{
	return str_fmt(r->a, "/bids/%lld", (long long)bid);
}

static struct str title_of(struct act_run *r, enum word_id title, const struct challenge_row *c, struct str org)
{
	return word(r->a, title, "number", str_c(r->a, c->number), "org", str_c(r->a, org), NULL);
}

static bool is_proposed(struct act_run *r, int64_t bid)
{
	struct count_row n;

	return db_one(r->db, r->a, "bid_is_proposed", &(struct partner_key){ .bid = bid }, &n) && n.n;
}

/* The pack says who hears of it. */
static void tell_exit(struct act_run *r, const struct bid_row *bid, const struct bid_exit_row *how)
{
	struct challenge_row c;
	struct rows people;
	const struct id_key *p;
	struct str title;
	bool known = policy_enabled(r->policy, RULE_bid_exit_statement);

	if (!need_challenge(r->db, r->a, bid->challenge, &c))
		return;
	title = title_of(r, WORD_bid_exited, &c, org_name(r->db, r->a, bid->org));
	act_tell_org(r, c.demander, title, how->reason, bid_link(r, bid->id));
	if (known && policy_param(r->policy, RULE_bid_exit_statement, "report"))
		act_tell_role(r, ROLE_bureau, title, how->reason, bid_link(r, bid->id));
	if (!known || !policy_param(r->policy, RULE_bid_exit_statement, "panel"))
		return;
	people = db_all(r->db, r->a, "bid_panel_people", &(struct challenge_key){ bid->challenge });
	p = people.v;
	for (size_t i = 0; i < people.n; i++)
		act_tell_person(r, p[i].id, title, how->reason, need_link(r->a, bid->challenge, "/panels"));
}

void bid_leaves(struct act_run *r, struct bid_row *bid, const struct bid_exit_row *how)
{
	struct bid_exit_row row = *how;

	row.id = act_id_next(r);
	row.challenge = bid->challenge;
	row.bid = bid->id;
	row.stage = r->stage;
	row.person = r->q->person;
	row.at = r->now;
	bid->state = STR("exited");
	act_write(r, "bid_state_set", bid);
	act_write(r, "bid_exit_insert", &row);
	tell_exit(r, bid, &row);
	act_move(r, bid->challenge, bid_none_left(r, bid->challenge) ? "closed.nobid" : str_c(r->a, r->stage));
}

/* ---- bid_exit ---- */

bool bid_exit_facts(struct act_run *r)
{
	const struct bid_exit_form *in = r->in;
	struct departure_run *s = r->facts = NEW(r->a, struct departure_run);
	struct str files = in->statement;

	if (!bid_find(r->db, r->a, r->target, &s->bid) || s->bid.org != r->q->org)
		return act_missing(r);
	while (files.n)
		s->exit.statements += str_cut(&files, ',').n > 0;
	s->exit.proposed = is_proposed(r, s->bid.id);
	s->exit.org = org_name(r->db, r->a, s->bid.org);
	return str_is(s->bid.state, "opened") || str_is(s->bid.state, "passed") || act_not_now(r, s->bid.state);
}

void bid_exit_judge(struct act_run *r)
{
	const struct exit_facts *f = &((struct departure_run *)r->facts)->exit;

	act_verdict(r, rule_bid_exit_statement(f, r->policy));
	act_verdict(r, rule_bid_exit_not_proposed(f, r->policy));
}

void bid_exit_apply(struct act_run *r)
{
	const struct bid_exit_form *in = r->in;
	struct departure_run *s = r->facts;

	bid_leaves(r, &s->bid, &(struct bid_exit_row){ .kind = STR("lead"), .reason = in->reason, .statement = in->statement });
	r->made = s->bid.id;
}

/* ---- departure_answer ---- */

static bool load(struct act_run *r, const char *state)
{
	struct departure_run *s = r->facts = NEW(r->a, struct departure_run);

	if (!db_one(r->db, r->a, "departure_read", &(struct id_key){ r->target }, &s->row) || !bid_find(r->db, r->a, s->row.bid, &s->bid)
		|| !need_challenge(r->db, r->a, s->row.challenge, &s->challenge))
		return act_missing(r);
	s->bureau = r->q->role == ROLE_bureau;
	if (!s->bureau && r->q->org != s->bid.org && r->q->org != s->challenge.demander)
		return act_missing(r);
	return str_is(s->row.state, state) || act_not_now(r, s->row.state);
}

/* s->unit as a member of the bid. */
static void look_at_unit(struct act_run *r, struct departure_run *s)
{
	struct bid_member_row m = { .org = s->unit.id, .name = s->unit.name, .credit_code = s->unit.credit_code };
	struct org_row demander;

	s->successor.today = r->today;
	if (org_find(r->db, r->a, s->challenge.demander, &demander))
		bid_unit_facts(r, &s->successor, &demander, &m);
}

static void look_at_successor(struct act_run *r, struct departure_run *s, const struct departure_answer_form *in)
{
	struct partner_key key = { .programme = r->q->programme, .code = in->successor_code };
	struct id_key unit;

	s->f.successor = in->successor_code;
	if (!db_one(r->db, r->a, "partner_unit", &key, &unit) || !org_find(r->db, r->a, unit.id, &s->unit))
		return;
	s->f.successor = s->unit.name;
	s->f.prepared = in->agreement.n > 0;
	look_at_unit(r, s);
}

bool departure_answer_facts(struct act_run *r)
{
	const struct departure_answer_form *in = r->in;
	struct departure_run *s;

	if (!load(r, "open"))
		return false;
	s = r->facts;
	if (s->bid.org != r->q->org)
		return act_missing(r);
	s->f.replaced = str_is(in->way, "replace");
	if (s->f.replaced)
		look_at_successor(r, s, in);
	return true;
}

/* The unit that steps in answers to 5.2.b and 5.2.4 as the others did: when it is named, and when bureau and demander agree to it. */
static void judge_unit(struct act_run *r)
{
	const struct departure_run *s = r->facts;

	if (!s->unit.id)
		return;
	struct verdict tie = rule_bid_affiliation(&s->successor, r->policy);
	if (tie.outcome != UNKNOWN)
		act_verdict(r, tie);
	act_verdict(r, rule_bid_credit(&s->successor, r->policy));
}

void departure_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_departure_plan(&((struct departure_run *)r->facts)->f, r->policy));
	judge_unit(r);
}

void departure_answer_apply(struct act_run *r)
{
	const struct departure_answer_form *in = r->in;
	struct departure_run *s = r->facts;
	struct str title;

	s->row.way = in->way;
	s->row.successor = s->unit.id;
	s->row.plan = in->plan;
	s->row.agreement = in->agreement;
	s->row.state = STR("answered");
	act_write(r, "departure_update", &s->row);
	r->made = s->bid.id;
	title = title_of(r, WORD_departure_answered, &s->challenge, s->row.name);
	act_tell_role(r, ROLE_bureau, title, in->plan, bid_link(r, s->bid.id));
	act_tell_org(r, s->challenge.demander, title, in->plan, bid_link(r, s->bid.id));
}

/* ---- departure_decide ---- */

bool departure_decide_facts(struct act_run *r)
{
	const struct departure_decide_form *in = r->in;
	struct departure_run *s;

	if (!load(r, "answered"))
		return false;
	s = r->facts;
	if (!s->bureau && s->challenge.demander != r->q->org)
		return act_missing(r);
	s->f.denied = str_is(in->answer, "deny");
	s->f.reasoned = str_trim(in->reason).n > 0;
	s->exit.proposed = is_proposed(r, s->bid.id);
	s->exit.org = org_name(r->db, r->a, s->bid.org);
	if (!s->f.denied && org_find(r->db, r->a, s->row.successor, &s->unit))
		look_at_unit(r, s);
	struct str given = s->bureau ? s->row.bureau_answer : s->row.demander_answer;
	return (!given.n && (str_is(s->bid.state, "opened") || str_is(s->bid.state, "passed"))) || act_not_now(r, s->row.state);
}

void departure_decide_judge(struct act_run *r)
{
	const struct departure_run *s = r->facts;

	act_verdict(r, rule_departure_refusal(&s->f, r->policy));
	judge_unit(r);
	if (s->f.denied)
		act_verdict(r, rule_bid_exit_not_proposed(&s->exit, r->policy));
}

void departure_decide_apply(struct act_run *r)
{
	const struct departure_decide_form *in = r->in;
	struct departure_run *s = r->facts;
	struct departure_row *row = &s->row;
	bool both;

	*(s->bureau ? &row->bureau_answer : &row->demander_answer) = in->answer;
	both = str_is(row->bureau_answer, "approve") && str_is(row->demander_answer, "approve");
	if (s->f.denied)
		row->refusal = in->reason;
	row->state = s->f.denied ? STR("falls") : both ? STR("stands") : row->state;
	row->decided_on = s->f.denied || both ? r->today : 0;
	act_write(r, "departure_update", row);
	r->made = s->bid.id;
	if (s->f.denied)
		bid_leaves(r, &s->bid, &(struct bid_exit_row){ .kind = STR("partner"), .reason = in->reason });
	else
		act_move(r, row->challenge, str_c(r->a, r->stage));
	if (s->f.denied || both)
		act_tell_org(r, s->bid.org, title_of(r, s->f.denied ? WORD_departure_falls : WORD_departure_stands, &s->challenge, row->name), in->reason,
			bid_link(r, s->bid.id));
}

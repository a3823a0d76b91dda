/*
 * Acts of the bid: sent and sent again until the deadline, withdrawn, opened together, checked one by one.
 *
 * Until the opening only the author's organisation hears of a bid: no notice, no running number, no answer to anybody else tells of it.
 */
#include "across/affiliation/affiliation.h"
#include "base/day.h"
#include "base/word.h"
#include "life/3-bid/consortium.h"

static struct bid_run *bid_start(struct act_run *r)
{
	return r->facts = NEW(r->a, struct bid_run);
}

/* ---- bid_submit ---- */

/* What of the demand's wording this organisation may see: the form must not tell more. */
static void prefill_answers(struct act_run *r, struct bid_form *in)
{
	struct need_public_row shown;
	const struct need_indicator_row *i;
	struct bid_answer_form *w;

	if (!need_public_wording(r->db, r->a, r->challenge, &shown))
		return;
	i = shown.indicators.v;
	w = NEW_ARRAY(r->a, shown.indicators.n + 1, struct bid_answer_form);
	for (size_t k = 0; k < shown.indicators.n; k++)
		w[k] = (struct bid_answer_form){ .indicator = i[k].id, .name = i[k].name, .wanted = need_wanted(r->a, &i[k]) };
	in->answers = (struct rows){ w, shown.indicators.n };
	in->period = shown.period;
}

static void prefill_last(struct act_run *r, struct bid_form *in, const struct bid_full *b)
{
	const struct bid_member_row *m = b->members.v;
	struct rows partners = { (void *)(m + 1), b->members.n ? b->members.n - 1 : 0 };

	fields_copy(&bid_form_fields, in, &bid_version_row_fields, &b->v);
	in->partners = fields_copy_rows(r->a, &bid_partner_form_fields, &bid_member_row_fields, partners);
	in->team = fields_copy_rows(r->a, &bid_person_form_fields, &bid_person_row_fields, b->team);
	in->answers = fields_copy_rows(r->a, &bid_answer_form_fields, &bid_answer_row_fields, b->answers);
	in->milestones = fields_copy_rows(r->a, &bid_milestone_form_fields, &bid_milestone_row_fields, b->milestones);
	in->budget = fields_copy_rows(r->a, &bid_budget_form_fields, &bid_budget_row_fields, b->budget);
}

bool bid_submit_prefill(struct act_run *r)
{
	struct bid_row mine;
	struct bid_full last;

	if (!bid_may_know(r))
		return false;
	if (bid_of_mine(r, &mine) && bid_content(r->db, r->a, mine.id, &last))
		prefill_last(r, r->in, &last);
	else
		prefill_answers(r, r->in);
	bid_prefill_partners(r, r->in);
	return true;
}

bool bid_submit_facts(struct act_run *r)
{
	struct bid_run *s = bid_start(r);

	if (!bid_may_know(r))
		return act_missing(r);
	if (!bid_load_case(r, s, r->challenge))
		return false;
	if (!org_find(r->db, r->a, r->q->org, &s->org))
		return act_missing(r);
	bid_of_mine(r, &s->bid);
	bid_load_members(r, s, r->in);
	bid_look_at_members(r, s);
	bid_look_at_partners(r, s, r->in);
	bid_look_at_form(r, s, r->in);
	return true;
}

static void judge_statements(struct act_run *r, const struct bid_facts *f)
{
	act_verdict(r, rule_bid_affiliation_declared(f, r->policy));
	act_verdict(r, rule_bid_strength(f, r->policy));
	act_verdict(r, rule_bid_plan(f, r->policy));
	act_verdict(r, rule_bid_ip(f, r->policy));
	act_verdict(r, rule_bid_not_mature(f, r->policy));
	act_verdict(r, rule_bid_credit_declared(f, r->policy));
	act_verdict(r, rule_bid_ethics(f, r->policy));
	act_verdict(r, rule_bid_leader_stays(f, r->policy));
	act_verdict(r, rule_bid_truth(f, r->policy));
}

/* What nobody has looked at yet (a unit not verified, a claimed relation) stops no bid before the deadline: the formal check asks again. */
static void verdict_if_known(struct act_run *r, struct verdict v)
{
	if (v.outcome != UNKNOWN)
		act_verdict(r, v);
}

void bid_submit_judge(struct act_run *r)
{
	const struct bid_facts *f = &((struct bid_run *)r->facts)->f;

	act_verdict(r, rule_bid_deadline(f, r->policy));
	act_verdict(r, rule_bid_kind(f, r->policy));
	verdict_if_known(r, rule_bid_org_verified(f, r->policy));
	act_verdict(r, rule_bid_one_lead(f, r->policy));
	act_verdict(r, rule_bid_partner_codes(f, r->policy));
	act_verdict(r, rule_bid_partner_twice(f, r->policy));
	act_verdict(r, rule_bid_partners_confirmed(f, r->policy));
	act_verdict(r, rule_bid_partner_terms(f, r->policy));
	act_verdict(r, rule_bid_agreement(f, r->policy));
	verdict_if_known(r, rule_bid_affiliation(f, r->policy));
	act_verdict(r, rule_bid_credit(f, r->policy));
	judge_statements(r, f);
	act_verdict(r, rule_bid_answers(f, r->policy));
	act_verdict(r, rule_bid_milestones(f, r->policy));
	act_verdict(r, rule_bid_milestones_inside(f, r->policy));
	act_verdict(r, rule_bid_period(f, r->policy));
	act_verdict(r, rule_bid_period_asked(f, r->policy));
	act_verdict(r, rule_bid_quote(f, r->policy));
	act_verdict(r, rule_bid_budget_adds(f, r->policy));
	act_verdict(r, rule_bid_consortium(f, r->policy));
}

static void write_members(struct act_run *r, const struct bid_run *s, int64_t bid, int64_t version)
{
	struct bid_member_row *m = s->members.v;

	for (size_t i = 0; i < s->members.n; i++) {
		m[i].id = act_id_next(r);
		m[i].bid = bid;
		m[i].bid_version = version;
		act_write(r, "bid_member_insert", &m[i]);
	}
}

/* Rows of one table of the form: `n` and `bid_version` are filled by name. */
static void write_rows(struct act_run *r, const char *statement, const struct fields *to, const struct fields *from, struct rows sent,
	int64_t version)
{
	struct rows rows = fields_copy_rows(r->a, to, from, sent);
	const struct field *id = field_find(to, STR("id")), *n = field_find(to, STR("n")), *of = field_find(to, STR("bid_version"));

	for (size_t i = 0; i < rows.n; i++) {
		void *row = (char *)rows.v + i * to->size;

		FIELD_INT(row, id) = act_id_next(r);
		FIELD_INT(row, n) = (int64_t)i + 1;
		FIELD_INT(row, of) = version;
		act_write(r, statement, row);
	}
}

/* The answers are kept with the demand's own wording, not with what came back from the browser. */
static struct rows answers_of(struct act_run *r, const struct bid_run *s, const struct bid_form *in)
{
	const struct need_indicator_row *i = s->need.indicators.v;
	const struct bid_answer_form *w = in->answers.v;
	struct bid_answer_form *out = NEW_ARRAY(r->a, s->need.indicators.n + 1, struct bid_answer_form);
	size_t n = 0;

	for (size_t k = 0; k < s->need.indicators.n; k++)
		for (size_t j = 0; j < in->answers.n; j++)
			if (w[j].indicator == i[k].id && w[j].answer.n) {
				out[n] = w[j];
				out[n].name = i[k].name;
				out[n++].wanted = need_wanted_public(r->a, &i[k]);
				break;
			}
	return (struct rows){ out, n };
}

void bid_submit_apply(struct act_run *r)
{
	const struct bid_form *in = r->in;
	struct bid_run *s = r->facts;
	bool first = !s->bid.id;
	struct bid_row *b = &s->bid;
	struct bid_version_row v = { .challenge = r->challenge, .org = r->q->org, .person = r->q->person, .at = r->now };

	if (first)
		*b = (struct bid_row){ .id = act_id_next(r), .programme = r->q->programme, .challenge = r->challenge, .org = r->q->org };
	b->state = STR("sealed");
	b->version++;
	b->bid_version = act_id_next(r);
	b->title = in->title;
	b->quote_fen = in->quote_fen;
	b->submitted_at = r->now;
	act_write(r, first ? "bid_insert" : "bid_replace", b);
	fields_copy(&bid_version_row_fields, &v, &bid_form_fields, in);
	v.id = b->bid_version;
	v.bid = b->id;
	v.version = b->version;
	act_write(r, "bid_version_insert", &v);
	write_members(r, s, b->id, v.id);
	write_rows(r, "bid_person_insert", &bid_person_row_fields, &bid_person_form_fields, in->team, v.id);
	write_rows(r, "bid_answer_insert", &bid_answer_row_fields, &bid_answer_form_fields, answers_of(r, s, in), v.id);
	write_rows(r, "bid_milestone_insert", &bid_milestone_row_fields, &bid_milestone_form_fields, in->milestones, v.id);
	write_rows(r, "bid_budget_insert", &bid_budget_row_fields, &bid_budget_form_fields, in->budget, v.id);
	act_move(r, r->challenge, NULL);
	r->made = b->id;
}

/* ---- bid_withdraw ---- */

bool bid_withdraw_facts(struct act_run *r)
{
	struct bid_run *s = bid_start(r);

	if (!bid_find(r->db, r->a, r->target, &s->bid) || s->bid.org != r->q->org)
		return act_missing(r);
	if (!bid_load_case(r, s, s->bid.challenge))
		return false;
	return str_is(s->bid.state, "sealed") || str_is(s->bid.state, "pending") || act_not_now(r, s->bid.state);
}

void bid_withdraw_judge(struct act_run *r)
{
	act_verdict(r, rule_bid_deadline(&((struct bid_run *)r->facts)->f, r->policy));
}

void bid_withdraw_apply(struct act_run *r)
{
	struct bid_run *s = r->facts;

	s->bid.state = STR("withdrawn");
	act_write(r, "bid_state_set", &s->bid);
	r->made = s->bid.id;
}

/* ---- bids_open ---- */

bool bids_open_facts(struct act_run *r)
{
	struct bid_run *s = bid_start(r);
	struct challenge_key key = { .challenge = r->challenge };

	if (!bid_load_case(r, s, r->challenge))
		return false;
	s->sealed = db_all(r->db, r->a, "bid_sealed", &key);
	return true;
}

void bids_open_judge(struct act_run *r)
{
	act_verdict(r, rule_bids_after_deadline(&((struct bid_run *)r->facts)->f, r->policy));
}

static void open_bid(struct act_run *r, const struct bid_run *s, struct bid_row *b)
{
	b->state = STR("opened");
	b->number = act_number(r, "bid");
	act_write(r, "bid_state_set", b);
	act_tell_org(r, b->org, word(r->a, WORD_bid_opened, "number", str_c(r->a, s->challenge.number), NULL), b->number,
		str_fmt(r->a, "/bids/%lld", (long long)b->id));
}

void bids_open_apply(struct act_run *r)
{
	struct bid_run *s = r->facts;
	struct bid_row *b = s->sealed.v;
	const char *number = str_c(r->a, s->challenge.number);
	struct str title;

	for (size_t i = 0; i < s->sealed.n; i++)
		open_bid(r, s, &b[i]);
	act_move(r, r->challenge, s->sealed.n ? "bid.opened" : "closed.nobid");
	title = s->sealed.n ? word(r->a, WORD_bid_on_list, "number", number, "n", str_fmt(r->a, "%zu", s->sealed.n).p, NULL)
		: word(r->a, WORD_bid_nobid, "number", number, NULL);
	act_tell_org(r, s->challenge.demander, title, s->challenge.title, need_link(r->a, r->challenge, "/bids"));
}

/* ---- bid_check ---- */

/* A unit of this bid that takes part in another bid of the case. */
static void look_for_twice(struct act_run *r, struct bid_run *s)
{
	const struct bid_member_row *m = s->members.v;

	for (size_t i = 0; i < s->members.n; i++) {
		struct bid_key key = { .challenge = s->bid.challenge, .code = m[i].credit_code };
		struct count_row times;

		if (db_one(r->db, r->a, "bid_times", &key, &times) && times.n > s->check.times) {
			s->check.times = times.n;
			s->check.twice = times.n > 1 ? m[i].name : STR("");
		}
	}
}

/* What was found about a bid by a person counts here: affiliation_of_bid() knows it, the search at submission did not. */
static void look_again(struct act_run *r, struct bid_run *s)
{
	int64_t depth = policy_enabled(r->policy, RULE_bid_affiliation) ? policy_param(r->policy, RULE_bid_affiliation, "depth") : 1;
	struct affiliation found = affiliation_of_bid(r->db, r->a, s->bid.id, r->today, depth);
	struct bid_full sent;

	bid_look_at_members(r, s);
	if (bid_content(r->db, r->a, s->bid.id, &sent))
		bid_leader_facts(r, &s->f, s->org.id, sent.v.leader);
	s->f.affiliation = found.outcome;
	s->f.affiliation_path = found.path;
	s->f.affiliation_steps = found.steps;
}

bool bid_check_facts(struct act_run *r)
{
	const struct bid_check_form *in = r->in;
	struct bid_run *s = bid_start(r);
	struct departure_row left;

	if (!bid_find(r->db, r->a, r->target, &s->bid) || !s->bid.number.n)
		return act_missing(r);
	if (!str_is(s->bid.state, "opened"))
		return act_not_now(r, s->bid.state);
	if (!bid_load_case(r, s, s->bid.challenge) || !org_find(r->db, r->a, s->bid.org, &s->org))
		return act_missing(r);
	s->members = bid_members(r->db, r->a, s->bid.id);
	s->f.today = instant_day(s->bid.submitted_at);  /* three years are counted from the submission */
	s->check.failed = str_is(in->result, "failed");
	s->check.reasoned = in->reason.n > 0;
	look_again(r, s);
	look_for_twice(r, s);
	if (db_one(r->db, r->a, "departure_open", &(struct partner_key){ .bid = s->bid.id }, &left))
		s->check.departed = left.name;
	return true;
}

void bid_check_judge(struct act_run *r)
{
	const struct bid_run *s = r->facts;
	const struct bid_facts *f = &s->f;

	act_verdict(r, rule_bid_check_reason(&s->check, r->policy));
	if (s->check.failed)
		return;
	act_verdict(r, rule_bid_kind(f, r->policy));
	act_verdict(r, rule_bid_org_verified(f, r->policy));
	act_verdict(r, rule_bid_partner_codes(f, r->policy));
	act_verdict(r, rule_bid_affiliation(f, r->policy));
	act_verdict(r, rule_bid_credit(f, r->policy));
	act_verdict(r, rule_bid_partners_stand(&s->check, r->policy));
	act_verdict(r, rule_bid_once(&s->check, r->policy));
}

void bid_check_apply(struct act_run *r)
{
	const struct bid_check_form *in = r->in;
	struct bid_run *s = r->facts;
	struct bid_check_row row = { .id = act_id_next(r), .bid = s->bid.id, .result = in->result, .reason = in->reason,
		.person = r->q->person, .at = r->now };
	bool failed = s->check.failed;

	act_write(r, "bid_check_insert", &row);
	s->bid.state = failed ? STR("failed") : STR("passed");
	act_write(r, "bid_state_set", &s->bid);
	act_tell_org(r, s->bid.org, word(r->a, failed ? WORD_bid_failed : WORD_bid_passed, "number", str_c(r->a, s->bid.number), NULL),
		in->reason, str_fmt(r->a, "/bids/%lld", (long long)s->bid.id));
	act_move(r, s->bid.challenge, bid_none_left(r, s->bid.challenge) ? "closed.nobid" : "bid.opened");
	r->made = s->bid.id;
}

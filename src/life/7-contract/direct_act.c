/*
 * Direct entry (12.1.a): the demander enters what was matched at a contest, the awardee takes it, the bureau checks the evidence and lets it
 * through to the contract.  Money (10) and acceptance (8.8) follow as for any project, so the demand, the bid and its milestones are written
 * here as any other case has them: later rooms know no difference.
 */
#include "across/party/party.h"
#include "base/choice.h"
#include "base/word.h"
#include "life/1-need/need.h"
#include "life/1-need/need_facts.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/bid_facts.h"
#include "life/7-contract/direct.h"

struct direct_run {
	struct direct_facts f;
	struct need_facts need;
	struct bid_facts bid;
	struct challenge_row challenge;
	struct direct_row last;         /* the version that stands; id 0: none */
	struct org_row demander, awardee;
	struct bid_row row;
};

bool direct_newest(struct db *db, struct arena *a, int64_t challenge, struct direct_row *out)
{
	return db_one(db, a, "direct_newest", &(struct challenge_key){ challenge }, out);
}

static struct direct_run *direct_start(struct act_run *r)
{
	return r->facts = NEW(r->a, struct direct_run);
}

/* ---- what the rules look at ---- */

static int64_t files_in(struct str list)
{
	int64_t n = 0;

	while (list.n)
		n += str_cut(&list, ',').n > 0;
	return n;
}

static void look_at_rows(struct need_facts *f, const struct direct_form *in)
{
	const struct bid_milestone_form *m = in->milestones.v;

	need_indicator_facts(f, in->indicators);
	f->dates = (int64_t)in->milestones.n;
	for (size_t k = 0; k < in->milestones.n; k++)
		if (m[k].month > f->latest_month) {
			f->latest_month = m[k].month;
			f->latest_name = m[k].name;
		}
}

static void look_at_form(struct act_run *r, struct direct_run *s)
{
	const struct direct_form *in = r->in;

	s->f.matched_on = in->matched_on;
	s->f.today = r->today;
	s->f.scans = files_in(in->match_scan);
	s->f.awardee = in->awardee_name;
	s->need.today = r->today;
	s->need.field_listed = choice_has(policy_list(r->policy, "industry_field"), in->field);
	s->need.field = in->field;
	s->need.goal = true;
	s->need.ownership = in->ownership.n > 0;
	s->need.sustained = in->sustained;
	s->need.first_use = in->first_use;
	s->need.credit_declared = in->credit;
	s->need.truth = in->truth;
	s->need.no_secret = in->no_secret;
	s->need.period = in->period;
	s->need.pay_fen = in->pay_fen;
	s->need.fiscal_fen = in->fiscal_fen;
	s->need.total_fen = in->pay_fen + in->fiscal_fen + in->other_fen;
	look_at_rows(&s->need, in);
}

/* 5.2.b, 5.2.4: of the unit that won there and of who leads the project, as of any bidder. */
static void look_at_awardee(struct act_run *r, struct direct_run *s, struct str code, struct str leader)
{
	struct direct_org_key key = { .programme = r->q->programme, .code = code };
	struct bid_member_row m = { .lead = 1, .name = s->f.awardee, .credit_code = code };
	struct id_key org;

	if (db_one(r->db, r->a, "direct_org", &key, &org))
		s->f.known = org_find(r->db, r->a, org.id, &s->awardee);
	m.org = s->awardee.id;
	s->bid.today = r->today;
	s->bid.org = s->f.known ? s->awardee.name : s->f.awardee;
	s->bid.innovator = !str_is(s->awardee.kind, "office");
	s->bid.verified = s->f.known ? HOLDS : UNKNOWN;
	s->bid.unverified = s->bid.org;
	bid_unit_facts(r, &s->bid, &s->demander, &m);
	if (s->f.known)
		bid_leader_facts(r, &s->bid, s->awardee.id, leader);
}

static void judge_entry(struct act_run *r)
{
	const struct direct_run *s = r->facts;
	const struct need_facts *f = &s->need;

	act_verdict(r, rule_direct_day(&s->f, r->policy));
	act_verdict(r, rule_direct_evidence(&s->f, r->policy));
	act_verdict(r, rule_direct_awardee(&s->f, r->policy));
	act_verdict(r, rule_direct_same_awardee(&s->f, r->policy));
	need_judge_org(r, f);
	act_verdict(r, rule_need_field(f, r->policy));
	act_verdict(r, rule_need_indicators(f, r->policy));
	act_verdict(r, rule_need_targets(f, r->policy));
	act_verdict(r, rule_need_dates(f, r->policy));
	act_verdict(r, rule_need_dates_inside(f, r->policy));
	act_verdict(r, rule_need_period(f, r->policy));
	act_verdict(r, rule_need_ownership(f, r->policy));
	act_verdict(r, rule_need_money(f, r->policy));
	act_verdict(r, rule_need_fiscal_share(f, r->policy));
	act_verdict(r, rule_need_fiscal_cap(f, r->policy));
	act_verdict(r, rule_need_sustained(f, r->policy));
	act_verdict(r, rule_need_first_use(f, r->policy));
	act_verdict(r, rule_need_credit_declared(f, r->policy));
	act_verdict(r, rule_need_credit(f, r->policy));
	act_verdict(r, rule_need_no_secret(f, r->policy));
	act_verdict(r, rule_need_truth(f, r->policy));
}

/* `strict`: what nobody has looked at yet (a unit not verified, a claimed relation) counts as well. */
static void judge_awardee(struct act_run *r, bool strict)
{
	const struct bid_facts *f = &((struct direct_run *)r->facts)->bid;
	struct verdict known[] = { rule_bid_org_verified(f, r->policy), rule_bid_affiliation(f, r->policy) };

	act_verdict(r, rule_bid_kind(f, r->policy));
	for (size_t i = 0; i < 2; i++)
		if (strict || known[i].outcome != UNKNOWN)
			act_verdict(r, known[i]);
	act_verdict(r, rule_bid_credit(f, r->policy));
}

/* ---- what is written ---- */

static struct str case_link(struct act_run *r, int64_t challenge)
{
	return need_link(r->a, challenge, "/contract");
}

static void write_step(struct act_run *r, int64_t challenge, const char *step, struct str source, struct str reason)
{
	struct direct_step_row row = { .id = act_id_next(r), .challenge = challenge, .step = str_of(step), .source = source, .reason = reason,
		.org = r->q->org, .person = r->q->person, .at = r->now };

	act_write(r, "direct_step_insert", &row);
}

static void write_entry(struct act_run *r, int64_t challenge, int64_t version)
{
	const struct direct_run *s = r->facts;
	struct direct_row row = { .id = act_id_next(r), .challenge = challenge, .version = version, .awardee = s->awardee.id,
		.person = r->q->person, .at = r->now };

	fields_copy(&direct_row_fields, &row, &direct_form_fields, r->in);
	row.awardee_name = s->awardee.name;
	act_write(r, "direct_insert", &row);
}

/* The demand, as later rooms read it. */
static void write_need(struct act_run *r, int64_t challenge, int64_t version)
{
	const struct direct_form *in = r->in;
	struct need_row n = { .id = act_id_next(r), .programme = r->q->programme, .challenge = challenge, .version = version, .org = r->q->org,
		.person = r->q->person, .at = r->now, .scope = STR("restricted") };
	struct rows rows = fields_copy_rows(r->a, &need_indicator_row_fields, &need_indicator_form_fields, in->indicators);
	struct need_indicator_row *i = rows.v;

	fields_copy(&need_row_fields, &n, &direct_form_fields, in);
	act_write(r, "need_insert", &n);
	for (size_t k = 0; k < rows.n; k++) {
		i[k].id = act_id_next(r), i[k].need = n.id, i[k].n = (int64_t)k + 1;
		act_write(r, "need_indicator_insert", &i[k]);
	}
}

static void write_milestones(struct act_run *r, int64_t version, struct rows sent)
{
	struct rows rows = fields_copy_rows(r->a, &bid_milestone_row_fields, &bid_milestone_form_fields, sent);
	struct bid_milestone_row *m = rows.v;

	for (size_t k = 0; k < rows.n; k++) {
		m[k].id = act_id_next(r), m[k].bid_version = version, m[k].n = (int64_t)k + 1;
		act_write(r, "bid_milestone_insert", &m[k]);
	}
}

/* The next version of the awardee's bid; the first makes the bid. */
static void write_bid(struct act_run *r, struct direct_run *s, struct bid_version_row *v, struct rows milestones)
{
	struct bid_row *b = &s->row;
	bool first = !b->id;
	struct bid_member_row lead = { .lead = 1, .org = s->awardee.id, .name = s->awardee.name, .credit_code = s->awardee.credit_code,
		.head = v->leader };

	if (first)
		*b = (struct bid_row){ .id = act_id_next(r), .programme = r->q->programme, .challenge = v->challenge, .org = s->awardee.id,
			.state = STR("opened"), .number = act_number(r, "bid") };
	b->version++;
	b->bid_version = v->id = act_id_next(r);
	b->title = v->title;
	b->quote_fen = v->quote_fen;
	b->submitted_at = r->now;
	act_write(r, first ? "bid_insert" : "bid_replace", b);
	v->bid = b->id;
	v->version = b->version;
	v->org = s->awardee.id;
	v->person = r->q->person;
	v->at = r->now;
	act_write(r, "bid_version_insert", v);
	lead.id = act_id_next(r);
	lead.bid = b->id;
	lead.bid_version = v->id;
	act_write(r, "bid_member_insert", &lead);
	write_milestones(r, v->id, milestones);
}

static void write_first_bid(struct act_run *r, struct direct_run *s, int64_t challenge)
{
	const struct direct_form *in = r->in;
	struct bid_version_row v = { .challenge = challenge, .title = in->title, .leader = in->leader, .summary = in->problem, .route = in->route,
		.period = in->period, .quote_fen = in->pay_fen };

	write_bid(r, s, &v, in->milestones);
}

static void tell(struct act_run *r, struct direct_run *s, enum word_id title, struct str text)
{
	const char *number = str_c(r->a, s->challenge.number), *org = str_c(r->a, s->demander.name);
	const char *project = str_c(r->a, s->challenge.project_number);
	struct str words = word(r->a, title, "number", number, "org", org, "project", project, NULL);

	if (r->q->org != s->challenge.demander)
		act_tell_org(r, s->challenge.demander, words, text, case_link(r, s->challenge.id));
	if (r->q->org != s->awardee.id)
		act_tell_org(r, s->awardee.id, words, text, case_link(r, s->challenge.id));
	if (r->q->role != ROLE_bureau && title != WORD_direct_filed)
		act_tell_role(r, ROLE_bureau, words, text, case_link(r, s->challenge.id));
}

/* ---- direct_enter, direct_again ---- */

bool direct_enter_facts(struct act_run *r)
{
	struct direct_run *s = direct_start(r);
	const struct direct_form *in = r->in;

	if (!org_find(r->db, r->a, r->q->org, &s->demander))
		return act_missing(r);
	look_at_form(r, s);
	need_org_facts(r, &s->need, &s->demander, r->q->org);
	look_at_awardee(r, s, in->awardee_code, in->leader);
	s->f.same = true;
	return true;
}

void direct_enter_judge(struct act_run *r)
{
	judge_entry(r);
	if (((struct direct_run *)r->facts)->f.known)
		judge_awardee(r, false);
}

void direct_enter_apply(struct act_run *r)
{
	const struct direct_form *in = r->in;
	struct direct_run *s = r->facts;
	struct challenge_row *c = &s->challenge;

	*c = (struct challenge_row){ .id = act_id_next(r), .programme = r->q->programme, .pack = r->policy->digest, .title = in->title,
		.stage_since = r->today, .demander = r->q->org, .field = in->field, .kind = in->kind, .scope = STR("restricted"),
		.filed_at = r->now, .entry = STR("direct") };
	c->number = act_number(r, "challenge");
	act_write(r, "need_challenge_insert", c);
	write_need(r, c->id, 1);
	write_entry(r, c->id, 1);
	write_first_bid(r, s, c->id);
	c->award_bid = s->row.id;
	act_write(r, "direct_winner", c);
	write_step(r, c->id, "filed", (struct str){ 0 }, (struct str){ 0 });
	act_move(r, c->id, NULL);
	r->made = c->id;
	tell(r, s, WORD_direct_filed, in->match_number);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_direct_filed_bureau, "number", str_c(r->a, c->number), "org", str_c(r->a, s->demander.name),
		NULL), in->match_number, case_link(r, c->id));
}

/* The case as it stands: every act after the first. */
static bool load(struct act_run *r, struct direct_run *s)
{
	if (!need_challenge(r->db, r->a, r->challenge, &s->challenge) || !direct_newest(r->db, r->a, r->challenge, &s->last))
		return act_missing(r);
	if (!org_find(r->db, r->a, s->challenge.demander, &s->demander) || !org_find(r->db, r->a, s->last.awardee, &s->awardee))
		return act_missing(r);
	s->f.awardee = s->awardee.name;
	return bid_find(r->db, r->a, s->challenge.award_bid, &s->row) || act_missing(r);
}

bool direct_again_prefill(struct act_run *r)
{
	struct direct_form *in = r->in;
	struct direct_row last;
	struct need_full need;
	struct bid_full bid;
	struct challenge_row c;

	if (!direct_newest(r->db, r->a, r->challenge, &last) || !need_current(r->db, r->a, r->challenge, &need)
		|| !need_challenge(r->db, r->a, r->challenge, &c) || !bid_content(r->db, r->a, c.award_bid, &bid))
		return false;
	fields_copy(&direct_form_fields, in, &need_row_fields, &need.need);
	fields_copy(&direct_form_fields, in, &direct_row_fields, &last);
	in->route = bid.v.route;
	in->indicators = fields_copy_rows(r->a, &need_indicator_form_fields, &need_indicator_row_fields, need.indicators);
	in->milestones = fields_copy_rows(r->a, &bid_milestone_form_fields, &bid_milestone_row_fields, bid.milestones);
	return true;
}

bool direct_again_facts(struct act_run *r)
{
	const struct direct_form *in = r->in;
	struct direct_run *s = direct_start(r);

	if (!load(r, s))
		return false;
	look_at_form(r, s);
	need_org_facts(r, &s->need, &s->demander, s->challenge.demander);
	s->f.same = str_eq(in->awardee_code, s->last.awardee_code);
	look_at_awardee(r, s, s->last.awardee_code, in->leader);
	return true;
}

void direct_again_judge(struct act_run *r)
{
	judge_entry(r);
	judge_awardee(r, false);
}

void direct_again_apply(struct act_run *r)
{
	const struct direct_form *in = r->in;
	struct direct_run *s = r->facts;
	struct challenge_row *c = &s->challenge;
	struct need_full last;

	c->title = in->title;
	c->field = in->field;
	c->kind = in->kind;
	act_write(r, "need_challenge_update", c);
	need_current(r->db, r->a, c->id, &last);
	write_need(r, c->id, last.need.version + 1);
	write_entry(r, c->id, s->last.version + 1);
	write_first_bid(r, s, c->id);
	write_step(r, c->id, "filed", (struct str){ 0 }, (struct str){ 0 });
	act_move(r, c->id, NULL);
	r->made = c->id;
	tell(r, s, WORD_direct_filed, in->match_number);
}

/* ---- the awardee ---- */

bool direct_confirm_prefill(struct act_run *r)
{
	struct direct_confirm_form *in = r->in;
	struct challenge_row c;
	struct bid_full bid;

	if (!need_challenge(r->db, r->a, r->challenge, &c) || !bid_content(r->db, r->a, c.award_bid, &bid))
		return false;
	in->leader = bid.v.leader;
	in->route = bid.v.route;
	return true;
}

bool direct_confirm_facts(struct act_run *r)
{
	const struct direct_confirm_form *in = r->in;
	struct direct_run *s = direct_start(r);

	if (!load(r, s))
		return false;
	look_at_awardee(r, s, s->awardee.credit_code, in->leader);
	s->bid.no_affiliation = in->no_affiliation;
	s->bid.strength = in->strength.n > 0;
	s->bid.ip = in->no_ip_dispute;
	s->bid.not_mature = in->not_mature;
	s->bid.credit_declared = in->credit;
	s->bid.ethics = in->ethics;
	s->bid.leader_stays = in->leader_stays;
	s->bid.truth = in->truth;
	return true;
}

void direct_confirm_judge(struct act_run *r)
{
	const struct bid_facts *f = &((struct direct_run *)r->facts)->bid;

	judge_awardee(r, false);
	act_verdict(r, rule_bid_affiliation_declared(f, r->policy));
	act_verdict(r, rule_bid_strength(f, r->policy));
	act_verdict(r, rule_bid_ip(f, r->policy));
	act_verdict(r, rule_bid_not_mature(f, r->policy));
	act_verdict(r, rule_bid_credit_declared(f, r->policy));
	act_verdict(r, rule_bid_ethics(f, r->policy));
	act_verdict(r, rule_bid_leader_stays(f, r->policy));
	act_verdict(r, rule_bid_truth(f, r->policy));
}

void direct_confirm_apply(struct act_run *r)
{
	const struct direct_confirm_form *in = r->in;
	struct direct_run *s = r->facts;
	struct bid_full last;
	struct rows again;

	bid_content(r->db, r->a, s->row.id, &last);
	again = fields_copy_rows(r->a, &bid_milestone_form_fields, &bid_milestone_row_fields, last.milestones);
	fields_copy(&bid_version_row_fields, &last.v, &direct_confirm_form_fields, in);
	write_bid(r, s, &last.v, again);
	write_step(r, r->challenge, "confirmed", (struct str){ 0 }, (struct str){ 0 });
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	tell(r, s, WORD_direct_confirmed, s->last.match_number);
}

/* ---- the ways out ---- */

static bool load_only(struct act_run *r)
{
	return load(r, direct_start(r));
}

static void end_with(struct act_run *r, const char *step, enum word_id title)
{
	const struct reason_form *in = r->in;

	write_step(r, r->challenge, step, (struct str){ 0 }, in->reason);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	tell(r, r->facts, title, in->reason);
}

bool direct_decline_facts(struct act_run *r)
{
	return load_only(r);
}

void direct_decline_apply(struct act_run *r)
{
	end_with(r, "declined", WORD_direct_declined);
}

bool direct_withdraw_facts(struct act_run *r)
{
	return load_only(r);
}

void direct_withdraw_apply(struct act_run *r)
{
	end_with(r, "withdrawn", WORD_direct_withdrawn);
}

bool direct_return_facts(struct act_run *r)
{
	return load_only(r);
}

void direct_return_apply(struct act_run *r)
{
	end_with(r, "returned", WORD_direct_returned);
}

bool direct_refuse_facts(struct act_run *r)
{
	return load_only(r);
}

void direct_refuse_apply(struct act_run *r)
{
	end_with(r, "refused", WORD_direct_refused);
}

/* ---- the bureau lets it through ---- */

bool direct_admit_facts(struct act_run *r)
{
	const struct direct_admit_form *in = r->in;
	struct direct_run *s = direct_start(r);
	struct bid_full sent;

	if (!load(r, s))
		return false;
	s->f.checked = in->checked;
	need_org_facts(r, &s->need, &s->demander, s->challenge.demander);
	s->need.today = r->today;
	look_at_awardee(r, s, s->awardee.credit_code, bid_content(r->db, r->a, s->row.id, &sent) ? sent.v.leader : s->last.leader);
	return true;
}

void direct_admit_judge(struct act_run *r)
{
	const struct direct_run *s = r->facts;

	act_verdict(r, rule_direct_checked(&s->f, r->policy));
	need_judge_org(r, &s->need);
	act_verdict(r, rule_need_credit(&s->need, r->policy));
	judge_awardee(r, true);
}

void direct_admit_apply(struct act_run *r)
{
	const struct direct_admit_form *in = r->in;
	struct direct_run *s = r->facts;
	struct bid_check_row check = { .id = act_id_next(r), .bid = s->row.id, .result = STR("passed"), .reason = in->source,
		.person = r->q->person, .at = r->now };

	act_write(r, "bid_check_insert", &check);
	s->row.state = STR("passed");
	act_write(r, "bid_state_set", &s->row);
	s->challenge.project_number = act_number(r, "project");
	act_write(r, "direct_project", &s->challenge);
	write_step(r, r->challenge, "admitted", in->source, in->opinion);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	tell(r, s, WORD_direct_admitted, in->opinion);
}

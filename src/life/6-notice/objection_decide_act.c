/*
 * The end of an objection (8.5.b, 8.6.d): withdrawn, or decided and answered.  Upheld, the award is void (the case goes back to where the
 * review ended) or put right by a new award row that refers to the old one, and a new notice is due; else establishing goes on.
 */
#include "base/word.h"
#include "life/5-decision/decision.h"
#include "life/6-notice/objection_in.h"

static struct str about(struct act_run *r, enum word_id id, struct str number)
{
	return word(r->a, id, "number", str_c(r->a, number), NULL);
}

/* ---- objection_decide ---- */

static void count_hearings(struct act_run *r, struct handling *h)
{
	struct rows all = db_all(r->db, r->a, "objection_hearings", &(struct objection_key){ .id = h->o.id });
	const struct objection_hearing_row *v = all.v;

	h->f.asked = (int64_t)all.n;
	for (size_t i = 0; i < all.n; i++)
		h->f.waiting += str_is(v[i].state, "asked") && (!v[i].due || r->today <= v[i].due);
}

bool objection_decide_prefill(struct act_run *r)
{
	struct objection_decide_form *in = r->in;
	struct objection_row o;
	struct award_row award;

	if (!objection_find(r->db, r->a, r->target, &o) || !db_one(r->db, r->a, "objection_award", &(struct objection_key){ .notice = o.notice }, &award))
		return false;
	in->fiscal_fen = award.fiscal_fen;
	return true;
}

/* A corrected award is an award: its money has the same caps. */
static void look_at_money(struct act_run *r, struct handling *h)
{
	struct decision_fund_row fund;

	if (db_one(r->db, r->a, "decision_fund", &(struct decision_key){ .challenge = r->challenge }, &fund))
		h->fund = (struct fund_facts){ fund.pay_fen, ((const struct objection_decide_form *)r->in)->fiscal_fen, fund.other_fen };
	fund_kinds(r->db, r->a, r->challenge, &h->fund);
}

bool objection_decide_facts(struct act_run *r)
{
	const struct objection_decide_form *in = r->in;
	struct handling *h;
	struct count_row n = { 0 };

	if (!objection_handling(r, &h))
		return act_missing(r);
	if (!str_is(h->o.state, "accepted") && !str_is(h->o.state, "investigating"))
		return act_not_now(r, r->stage);
	db_one(r->db, r->a, "objection_step_count", &(struct objection_key){ .id = h->o.id, .state = STR("investigated") }, &n);
	h->f.investigated = n.n;
	count_hearings(r, h);
	h->f.founded = str_is(in->result, "founded");
	h->f.upheld = !str_is(in->result, "unfounded");
	h->f.repairs = str_is(in->effect, "repair");
	h->f.changes = h->f.repairs || str_is(in->effect, "void");
	h->f.corrected = str_trim(in->correction).n > 0;
	h->f.document = str_trim(in->document).n > 0;
	h->f.names = objection_names(&h->who, in->summary) || objection_names(&h->who, in->correction);
	h->f.decided_before = objection_set_winner(r);
	look_at_money(r, h);
	return true;
}

void objection_decide_judge(struct act_run *r)
{
	const struct handling *h = r->facts;
	const struct objection_facts *f = &h->f;

	act_verdict(r, rule_objection_impartial(f, r->policy));
	act_verdict(r, rule_objection_investigated(f, r->policy));
	act_verdict(r, rule_objection_heard(f, r->policy));
	act_verdict(r, rule_objection_effect(f, r->policy));
	act_verdict(r, rule_objection_correction(f, r->policy));
	act_verdict(r, rule_objection_government(f, r->policy));
	act_verdict(r, rule_objection_nameless(f, r->policy));
	act_verdict(r, rule_objection_timely(f, r->policy));
	if (!f->repairs)
		return;
	act_verdict(r, rule_fiscal_share(&h->fund, r->policy));
	act_verdict(r, rule_fiscal_cap(&h->fund, r->policy));
}

/* The other objections against a notice that is no more lose their object; each is still answered. */
static void others_moot(struct act_run *r, const struct objection_row *decided)
{
	struct rows all = db_all(r->db, r->a, "objections_of_notice", &(struct objection_key){ .notice = decided->notice });
	struct objection_row *o = all.v;
	size_t moot = 0;

	for (size_t i = 0; i < all.n && moot < OBJECTIONS_MOOT; i++) {
		if (o[i].id == decided->id || !objection_open(o[i].state) || str_is(o[i].state, "decided"))
			continue;
		moot++;
		o[i].state = STR("decided");
		o[i].result = STR("moot");
		o[i].effect = STR("none");
		o[i].decided_on = r->today;
		o[i].reason = about(r, WORD_objection_moot, decided->number);
		o[i].due = decided->due;
		act_write(r, "objection_set", &o[i]);
		objection_step(r, &o[i], "moot", o[i].reason, STR(""));
	}
}

static void end_notice(struct act_run *r, int64_t notice)
{
	struct notice_row n;

	if (!db_one(r->db, r->a, "notice_one", &(struct notice_key){ .id = notice }, &n))
		return;
	n.state = STR("void");
	n.ended_at = r->now;
	act_write(r, "notice_set_state", &n);
}

static void award_to(struct act_run *r, struct award_row *award, const char *state)
{
	struct award_step_row step = { .id = act_id_next(r), .challenge = r->challenge, .award = award->id, .step = str_of(state),
		.remark = ((const struct objection_decide_form *)r->in)->summary, .person = r->q->person, .org = r->q->org, .at = r->now };

	award->state = str_of(state);
	act_write(r, "decision_award_set", award);
	act_write(r, "decision_step_insert", &step);
}

/* A horse race's awards were decided together and fall together. */
static struct rows awards_together(struct act_run *r)
{
	return db_all(r->db, r->a, "decision_together", &(struct decision_key){ .challenge = r->challenge });
}

static void make_void(struct act_run *r)
{
	struct rows all = awards_together(r);
	struct challenge_row c;

	for (size_t i = 0; i < all.n; i++)
		award_to(r, (struct award_row *)all.v + i, "void");
	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c))
		return;
	c.award_bid = 0;
	act_write(r, "decision_set_winner", &c);
}

static void repair_one(struct act_run *r, const struct objection_row *o, struct award_row *award)
{
	const struct objection_decide_form *in = r->in;
	struct award_row right = *award;

	award_to(r, award, "corrected");
	right.id = act_id_next(r);
	right.state = STR("approved");
	right.fiscal_fen = in->fiscal_fen;
	right.document = in->document;
	right.decided_on = r->today;
	right.remark = in->correction;
	right.scan = in->scan;
	act_write(r, "decision_award_insert", &right);
	struct award_correction_row row = { .id = act_id_next(r), .challenge = r->challenge, .objection = o->id, .old_award = award->id,
		.new_award = right.id, .correction = in->correction, .at = r->now };
	act_write(r, "award_correction_insert", &row);
}

static void repair(struct act_run *r, const struct objection_row *o)
{
	struct rows all = awards_together(r);

	for (size_t i = 0; i < all.n; i++)
		repair_one(r, o, (struct award_row *)all.v + i);
}

static void tell_parties(struct act_run *r, const struct handling *h)
{
	const struct objection_decide_form *in = r->in;
	struct objection_case_row c;
	struct str link = str_fmt(r->a, "/challenges/%lld/notice", (long long)r->challenge);

	if (!db_one(r->db, r->a, "objection_case", &(struct objection_key){ .notice = h->o.notice }, &c))
		return;
	struct str title = about(r, WORD_objection_decided_title, c.notice_number);
	act_tell_org(r, c.demander, title, in->summary, link);
	act_tell_org(r, c.awardee, title, in->summary, link);
}

void objection_decide_apply(struct act_run *r)
{
	const struct objection_decide_form *in = r->in;
	struct handling *h = r->facts;
	bool changes = h->f.changes;

	h->o.state = STR("decided");
	h->o.due = objection_due(r, "answer");
	h->o.result = in->result, h->o.effect = in->effect, h->o.reason = in->reason, h->o.document = in->document, h->o.summary = in->summary;
	h->o.decided_on = r->today;
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "decided", in->reason, in->scan);
	if (changes) {
		end_notice(r, h->o.notice);
		if (h->f.repairs)
			repair(r, &h->o);
		else
			make_void(r);
		others_moot(r, &h->o);
	}
	act_move(r, r->challenge, h->f.repairs ? "decision.approved" : changes ? "review.ranked" : str_c(r->a, r->stage));
	tell_parties(r, h);
	r->made = h->o.id;
}

/* ---- objection_answer ---- */

bool objection_answer_facts(struct act_run *r)
{
	struct handling *h;

	if (!objection_handling(r, &h))
		return act_missing(r);
	return str_is(h->o.state, "decided") || act_not_now(r, r->stage);
}

void objection_answer_judge(struct act_run *r)
{
	act_verdict(r, rule_objection_timely(&((struct handling *)r->facts)->f, r->policy));
}

void objection_answer_apply(struct act_run *r)
{
	const struct objection_answer_form *in = r->in;
	struct handling *h = r->facts;

	h->o.state = STR("answered");
	h->o.answer = in->answer;
	h->o.answered_on = r->today;
	h->o.due = 0;
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "answered", in->answer, STR(""));
	objection_tell(r, h, about(r, WORD_objection_answered_title, h->o.number), in->answer);
	r->made = h->o.id;
}

/* ---- objection_withdraw ---- */

/* About no thing by its id: a wrong number and a wrong code get the same answer, so nobody finds out what there is. */
bool objection_withdraw_facts(struct act_run *r)
{
	const struct objection_withdraw_form *in = r->in;
	struct handling *h = r->facts = NEW(r->a, struct handling);

	h->f.code = objection_by_code(r->db, r->a, r->q->programme, in->number, in->code_secret, &h->o);
	if (!h->f.code)
		return true;
	struct challenge_row c;
	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ h->o.challenge }, &c))
		return act_missing(r);
	r->challenge = c.id;
	r->stage = c.stage;
	return (objection_open(h->o.state) && !str_is(h->o.state, "decided")) || act_not_now(r, r->stage);
}

void objection_withdraw_judge(struct act_run *r)
{
	act_verdict(r, rule_objection_code(&((struct handling *)r->facts)->f, r->policy));
}

void objection_withdraw_apply(struct act_run *r)
{
	const struct objection_withdraw_form *in = r->in;
	struct handling *h = r->facts;

	h->o.state = STR("withdrawn");
	h->o.due = 0;
	act_write(r, "objection_set", &h->o);
	objection_step(r, &h->o, "withdrawn", in->reason, STR(""));
	act_tell_role(r, ROLE_bureau, about(r, WORD_objection_withdrawn_title, h->o.number), in->reason, objection_link(r, h->o.id));
	r->made = h->o.id;
}

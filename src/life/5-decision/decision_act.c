/*
 * 5-decision: the bureau proposes a winner, the demander agrees (8.4.b: both), the government decides.
 *
 * Sent back by the demander or denied by the government, the case stands again where the review ended.
 */
#include "base/word.h"
#include "across/affiliation/affiliation.h"
#include "life/5-decision/decision.h"
#include "life/5-decision/decision_facts.h"

static struct str decision_link(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/decision", (long long)r->challenge);
}

static void write_step(struct act_run *r, int64_t award, struct str step, struct str remark)
{
	struct award_step_row row = { .id = act_id_next(r), .challenge = r->challenge, .award = award, .step = step, .remark = remark,
		.person = r->q->person, .org = r->q->org, .at = r->now };

	act_write(r, "decision_step_insert", &row);
}

static bool read_case(struct act_run *r, struct challenge_row *c)
{
	struct id_key key = { .id = r->challenge };

	return db_one(r->db, r->a, "challenge_read", &key, c);
}

/* ---- propose ---- */

struct proposing {
	struct decision_facts f;
	struct panel_result panel;
	struct award_row row;
};

static const struct panel_rank_row *rank_of(const struct panel_result *panel, int64_t bid)
{
	const struct panel_rank_row *v = panel->ranking.v;

	for (size_t i = 0; i < panel->ranking.n; i++)
		if (v[i].bid == bid)
			return &v[i];
	return NULL;
}

static struct str place_text(struct act_run *r, const struct panel_rank_row *rank)
{
	struct str mean;

	if (!rank)
		return (struct str){ 0 };
	mean = str_fmt(r->a, "%lld.%02lld", (long long)(rank->score / 100), (long long)(rank->score % 100));
	if (!rank->rank)
		return word(r->a, WORD_decision_unranked, "mean", str_c(r->a, mean), NULL);
	return word(r->a, WORD_decision_place, "rank", str_c(r->a, str_fmt(r->a, "%lld", (long long)rank->rank)), "mean", str_c(r->a, mean), NULL);
}

bool award_propose_prefill(struct act_run *r)
{
	struct award_form *in = r->in;
	struct decision_key key = { .challenge = r->target };
	struct rows bids = db_all(r->db, r->a, "decision_bids", &key);
	const struct decision_bid_row *b = bids.v;
	struct panel_result panel = panel_result(r->db, r->a, r->target, "review", 0);
	struct award_pick_form *picks = NEW_ARRAY(r->a, bids.n + 1, struct award_pick_form);
	struct decision_money_row money;

	for (size_t i = 0; i < bids.n; i++) {
		const struct panel_rank_row *rank = rank_of(&panel, b[i].id);

		picks[i] = (struct award_pick_form){ .bid = b[i].id, .about = str_join(r->a, b[i].org_name, " ", b[i].title),
			.mean = place_text(r, rank), .wins = rank && rank->rank == 1 };
	}
	in->picks = (struct rows){ picks, bids.n };
	if (db_one(r->db, r->a, "decision_money", &key, &money))
		in->fiscal_fen = money.fiscal_fen;
	return true;
}

/* 5.2.b holds on the day of every step: what came to light since the bid counts. */
static void look_at_tie(struct act_run *r, struct decision_facts *f, int64_t bid)
{
	if (!policy_enabled(r->policy, RULE_decision_affiliation))
		return;
	struct affiliation tie = affiliation_of_bid(r->db, r->a, bid, r->today, policy_param(r->policy, RULE_decision_affiliation, "depth"));
	if (tie.outcome == BROKEN || f->affiliation == HOLDS)
		f->affiliation = tie.outcome, f->path = tie.path, f->steps = tie.steps;
}

static void look_at_winner(struct act_run *r, struct proposing *o, int64_t bid)
{
	struct decision_key key = { .bid = bid };
	struct decision_bid_row b;
	bool found = db_one(r->db, r->a, "decision_bid", &key, &b) && b.challenge == r->challenge;
	struct str name = found ? b.org_name : str_fmt(r->a, "%lld", (long long)bid);
	const struct panel_rank_row *rank = rank_of(&o->panel, bid);

	o->f.winners++;
	if (!found || !str_is(b.state, "passed")) {
		o->f.not_passed = o->f.not_passed.n ? o->f.not_passed : name;
		return;
	}
	if (!rank)
		o->f.not_reviewed = o->f.not_reviewed.n ? o->f.not_reviewed : name;
	o->f.rank = rank ? rank->rank : 0;
	o->f.departs |= o->f.rank != 1 || !str_is(o->panel.conclusion, "support");
	o->row.bid = bid;
	o->row.rank = o->f.rank;
	look_at_tie(r, &o->f, bid);
}

bool award_propose_facts(struct act_run *r)
{
	const struct award_form *in = r->in;
	const struct award_pick_form *picks = in->picks.v;
	struct proposing *o = NEW(r->a, struct proposing);

	r->facts = o;
	o->f.affiliation = HOLDS;
	o->panel = panel_result(r->db, r->a, r->challenge, "review", 0);
	if (!o->panel.panel)
		return act_missing(r);
	for (size_t i = 0; i < in->picks.n; i++)
		if (picks[i].wins)
			look_at_winner(r, o, picks[i].bid);
	o->f.reason = str_trim(in->reason).n > 0;
	return true;
}

void award_propose_judge(struct act_run *r)
{
	const struct proposing *o = r->facts;

	act_verdict(r, rule_decision_one_winner(&o->f, r->policy));
	act_verdict(r, rule_decision_horse_race(&o->f, r->policy));
	act_verdict(r, rule_decision_winner_passed(&o->f, r->policy));
	act_verdict(r, rule_decision_winner_reviewed(&o->f, r->policy));
	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
	act_verdict(r, rule_decision_departure_reason(&o->f, r->policy));
}

void award_propose_apply(struct act_run *r)
{
	const struct award_form *in = r->in;
	struct proposing *o = r->facts;
	struct challenge_row c;

	o->row.id = act_id_next(r);
	o->row.programme = r->q->programme;
	o->row.challenge = r->challenge;
	o->row.panel = o->panel.panel;
	o->row.state = STR("proposed");
	o->row.fiscal_fen = in->fiscal_fen;
	o->row.reason = in->reason;
	o->row.proposed_on = r->today;
	act_write(r, "decision_award_insert", &o->row);
	write_step(r, o->row.id, STR("proposed"), in->reason);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	if (read_case(r, &c))
		act_tell_org(r, c.demander, word(r->a, WORD_decision_confirm, NULL), word(r->a, WORD_decision_confirm_text, NULL), decision_link(r));
}

/* ---- the award as it stands ---- */

static bool award_in(struct act_run *r, const char *state, struct award_row *out)
{
	struct decision_key key = { .challenge = r->challenge };

	if (!db_one(r->db, r->a, "decision_newest", &key, out))
		return act_missing(r);
	return str_is(out->state, state) || act_not_now(r, r->stage);
}

struct deciding {
	struct decision_facts f;
	struct award_row award;
};

bool award_confirm_facts(struct act_run *r)
{
	struct deciding *o = NEW(r->a, struct deciding);

	r->facts = o;
	if (!award_in(r, "proposed", &o->award))
		return false;
	o->f.affiliation = HOLDS;
	look_at_tie(r, &o->f, o->award.bid);
	return true;
}

void award_confirm_judge(struct act_run *r)
{
	const struct deciding *o = r->facts;

	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
}

void award_confirm_apply(struct act_run *r)
{
	const struct award_confirm_form *in = r->in;
	struct award_row *award = &((struct deciding *)r->facts)->award;

	award->state = STR("agreed");
	award->confirmed_by = r->q->person;
	award->confirmed_at = r->now;
	act_write(r, "decision_award_set", award);
	write_step(r, award->id, STR("agreed"), in->remark);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_decision_agreed, NULL), word(r->a, WORD_decision_agreed_text, NULL), decision_link(r));
	act_tell_role(r, ROLE_government, word(r->a, WORD_decision_matter, NULL), word(r->a, WORD_decision_matter_text, NULL), decision_link(r));
}

bool award_refuse_facts(struct act_run *r)
{
	struct award_row *award = NEW(r->a, struct award_row);

	r->facts = award;
	return award_in(r, "proposed", award);
}

void award_refuse_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct award_row *award = r->facts;

	award->state = STR("refused");
	act_write(r, "decision_award_set", award);
	write_step(r, award->id, STR("refused"), in->reason);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_decision_refused, NULL), in->reason, decision_link(r));
}

/* ---- the government decides ---- */

bool award_decide_facts(struct act_run *r)
{
	const struct award_decide_form *in = r->in;
	struct deciding *o = NEW(r->a, struct deciding);

	r->facts = o;
	if (!award_in(r, "agreed", &o->award))
		return false;
	o->f.decided_on = in->decided_on;
	o->f.proposed_on = o->award.proposed_on;
	o->f.today = r->today;
	o->f.denied = str_is(in->result, "deny");
	o->f.remark = str_trim(in->remark).n > 0;
	o->f.affiliation = HOLDS;
	if (!o->f.denied)
		look_at_tie(r, &o->f, o->award.bid);
	return true;
}

void award_decide_judge(struct act_run *r)
{
	const struct deciding *o = r->facts;

	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
	act_verdict(r, rule_decision_day(&o->f, r->policy));
	act_verdict(r, rule_decision_deny_reason(&o->f, r->policy));
}

void award_decide_apply(struct act_run *r)
{
	const struct award_decide_form *in = r->in;
	struct deciding *o = r->facts;
	struct challenge_row c;

	o->award.state = o->f.denied ? STR("denied") : STR("approved");
	o->award.document = in->document;
	o->award.decided_on = in->decided_on;
	o->award.remark = in->remark;
	o->award.scan = in->scan;
	act_write(r, "decision_award_set", &o->award);
	write_step(r, o->award.id, o->award.state, in->remark.n ? in->remark : in->document);
	if (!o->f.denied && read_case(r, &c)) {
		c.award_bid = o->award.bid;
		act_write(r, "decision_set_winner", &c);
	}
	act_move(r, r->challenge, o->f.denied ? "review.ranked" : "decision.approved");
	r->made = r->challenge;
	struct str title = word(r->a, o->f.denied ? WORD_decision_denied : WORD_decision_approved, NULL);
	act_tell_role(r, ROLE_bureau, title, in->document, decision_link(r));
	if (read_case(r, &c))
		act_tell_org(r, c.demander, title, in->document, decision_link(r));
}

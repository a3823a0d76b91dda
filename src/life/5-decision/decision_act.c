/*
 * 5-decision: the bureau proposes a winner, the demander agrees (8.4.b: both), the government decides.
 *
 * Sent back by the demander or denied by the government, the case stands again where the review ended.
 */
#include "base/word.h"
#include "across/affiliation/affiliation.h"
#include "across/payment/payment.h"
#include "across/payment/payment_facts.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/bid_facts.h"
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
	struct fund_facts fund;
	struct bid_check_facts bids;
	struct award_row *rows;         /* one for each winner */
	size_t n;
};

static const struct panel_rank_row *rank_of(const struct panel_result *panel, int64_t bid)
{
	const struct panel_rank_row *v = panel->ranking.v;

	for (size_t i = 0; i < panel->ranking.n; i++)
		if (v[i].bid == bid)
			return &v[i];
	return NULL;
}

/* Nobody who still stands was ranked before this one: a bid that left after the review (8.3.a) leaves the ranking. */
static bool is_first(const struct panel_result *panel, struct rows standing, const struct panel_rank_row *rank)
{
	const struct decision_bid_row *b = standing.v;

	for (size_t i = 0; rank && i < standing.n; i++) {
		const struct panel_rank_row *other = rank_of(panel, b[i].id);

		if (other && other->rank && other->rank < rank->rank)
			return false;
	}
	return rank && rank->rank;
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
			.mean = place_text(r, rank), .wins = is_first(&panel, bids, rank) };
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
	struct decision_key key = { .bid = bid }, all = { .challenge = r->challenge };
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
	if (!o->bids.departed.n)
		o->bids.departed = bid_departed(r->db, r->a, r->challenge, bid);
	o->f.departs |= !is_first(&o->panel, db_all(r->db, r->a, "decision_bids", &all), rank) || !str_is(o->panel.conclusion, "support");
	o->rows[o->n++] = (struct award_row){ .bid = bid, .rank = o->f.rank };
	look_at_tie(r, &o->f, bid);
}

/* What a horse race has to show, and the money of the whole project: its caps hold for all winners together. */
static void look_at_race(struct act_run *r, struct proposing *o)
{
	const struct award_form *in = r->in;
	struct decision_key key = { .challenge = r->challenge };
	struct decision_fund_row fund;

	o->f.hard = str_trim(in->hard).n > 0;
	o->f.ranked = o->panel.ranked;
	o->f.united = (in->unite_on > 0 && in->unite_on <= r->today) + (str_trim(in->unite_who).n > 0) + (str_trim(in->unite_result).n > 0);
	if (o->f.winners > 1 && !o->f.ranked)   /* nobody is passed over where nothing is ranked */
		o->f.departs = !str_is(o->panel.conclusion, "support");
	if (db_one(r->db, r->a, "decision_fund", &key, &fund))
		o->fund = (struct fund_facts){ fund.pay_fen, in->fiscal_fen, fund.other_fen };
	fund_kinds(r->db, r->a, r->challenge, &o->fund);
}

bool award_propose_facts(struct act_run *r)
{
	const struct award_form *in = r->in;
	const struct award_pick_form *picks = in->picks.v;
	struct proposing *o = NEW(r->a, struct proposing);

	r->facts = o;
	o->rows = NEW_ARRAY(r->a, in->picks.n + 1, struct award_row);
	o->f.affiliation = HOLDS;
	o->panel = panel_result(r->db, r->a, r->challenge, "review", 0);
	if (!o->panel.panel)
		return act_missing(r);
	for (size_t i = 0; i < in->picks.n; i++)
		if (picks[i].wins)
			look_at_winner(r, o, picks[i].bid);
	o->f.reason = str_trim(in->reason).n > 0;
	look_at_race(r, o);
	return true;
}

void award_propose_judge(struct act_run *r)
{
	const struct proposing *o = r->facts;

	act_verdict(r, rule_decision_one_winner(&o->f, r->policy));
	act_verdict(r, rule_decision_horse_race(&o->f, r->policy));
	act_verdict(r, rule_race_hard(&o->f, r->policy));
	act_verdict(r, rule_race_unranked(&o->f, r->policy));
	act_verdict(r, rule_race_not_united(&o->f, r->policy));
	if (o->f.winners > 0) {         /* nobody picked: no project yet whose money could be judged */
		act_verdict(r, rule_fiscal_share(&o->fund, r->policy));
		act_verdict(r, rule_fiscal_cap(&o->fund, r->policy));
	}
	act_verdict(r, rule_decision_winner_passed(&o->f, r->policy));
	act_verdict(r, rule_decision_winner_reviewed(&o->f, r->policy));
	act_verdict(r, rule_bid_partners_stand(&o->bids, r->policy));
	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
	act_verdict(r, rule_decision_departure_reason(&o->f, r->policy));
}

static void write_proposed(struct act_run *r, struct proposing *o)
{
	const struct award_form *in = r->in;

	for (size_t i = 0; i < o->n; i++) {
		struct award_row *row = &o->rows[i];

		row->id = act_id_next(r);
		row->programme = r->q->programme;
		row->challenge = r->challenge;
		row->panel = o->panel.panel;
		row->state = STR("proposed");
		row->fiscal_fen = in->fiscal_fen;
		row->reason = in->reason;
		row->proposed_on = r->today;
		act_write(r, "decision_award_insert", row);
	}
	if (o->n < 2)
		return;
	struct award_race_row race = { .id = act_id_next(r), .challenge = r->challenge, .award = o->rows[0].id, .hard = in->hard,
		.unite_on = in->unite_on, .unite_who = in->unite_who, .unite_result = in->unite_result };
	act_write(r, "decision_race_insert", &race);
}

void award_propose_apply(struct act_run *r)
{
	const struct award_form *in = r->in;
	struct proposing *o = r->facts;
	struct challenge_row c;

	write_proposed(r, o);
	write_step(r, o->rows[0].id, STR("proposed"), in->reason);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	if (read_case(r, &c))
		act_tell_org(r, c.demander, word(r->a, WORD_decision_confirm, NULL), word(r->a, WORD_decision_confirm_text, NULL), decision_link(r));
}

/* ---- the award as it stands: one row, or those of a horse race together ---- */

struct deciding {
	struct decision_facts f;
	struct bid_check_facts bids;
	struct rows awards;             /* struct award_row */
};

static bool awards_in(struct act_run *r, const char *state, struct deciding *o)
{
	struct decision_key key = { .challenge = r->challenge };

	o->awards = db_all(r->db, r->a, "decision_together", &key);
	const struct award_row *first = o->awards.v;
	o->f.winners = (int64_t)o->awards.n;
	o->f.affiliation = HOLDS;
	if (!o->awards.n)
		return act_missing(r);
	return str_is(first->state, state) || act_not_now(r, r->stage);
}

static void look_at_ties(struct act_run *r, struct deciding *o)
{
	const struct award_row *award = o->awards.v;

	for (size_t i = 0; i < o->awards.n; i++) {
		look_at_tie(r, &o->f, award[i].bid);
		if (!o->bids.departed.n)
			o->bids.departed = bid_departed(r->db, r->a, r->challenge, award[i].bid);
	}
}

static void write_awards(struct act_run *r, struct deciding *o, struct str state)
{
	struct award_row *award = o->awards.v;

	for (size_t i = 0; i < o->awards.n; i++) {
		award[i].state = state;
		act_write(r, "decision_award_set", &award[i]);
	}
}

bool award_confirm_facts(struct act_run *r)
{
	const struct award_confirm_form *in = r->in;
	struct deciding *o = NEW(r->a, struct deciding);

	r->facts = o;
	if (!awards_in(r, "proposed", o))
		return false;
	o->f.agreed = in->race_demander + in->race_lister;
	look_at_ties(r, o);
	return true;
}

void award_confirm_judge(struct act_run *r)
{
	const struct deciding *o = r->facts;

	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
	act_verdict(r, rule_race_agreed(&o->f, r->policy));
	act_verdict(r, rule_bid_partners_stand(&o->bids, r->policy));
}

static void write_agreed(struct act_run *r, const struct award_row *first)
{
	const struct award_confirm_form *in = r->in;
	struct award_race_row race;

	if (!db_one(r->db, r->a, "decision_race_of", &(struct id_key){ first->id }, &race))
		return;
	race.demander_agrees = in->race_demander;
	race.lister_agrees = in->race_lister;
	act_write(r, "decision_race_set", &race);
}

void award_confirm_apply(struct act_run *r)
{
	const struct award_confirm_form *in = r->in;
	struct deciding *o = r->facts;
	struct award_row *award = o->awards.v;

	for (size_t i = 0; i < o->awards.n; i++) {
		award[i].confirmed_by = r->q->person;
		award[i].confirmed_at = r->now;
	}
	write_awards(r, o, STR("agreed"));
	write_agreed(r, award);
	write_step(r, award->id, STR("agreed"), in->remark);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_decision_agreed, NULL), word(r->a, WORD_decision_agreed_text, NULL), decision_link(r));
	act_tell_role(r, ROLE_government, word(r->a, WORD_decision_matter, NULL), word(r->a, WORD_decision_matter_text, NULL), decision_link(r));
}

bool award_refuse_facts(struct act_run *r)
{
	struct deciding *o = NEW(r->a, struct deciding);

	r->facts = o;
	return awards_in(r, "proposed", o);
}

void award_refuse_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct deciding *o = r->facts;

	write_awards(r, o, STR("refused"));
	write_step(r, ((struct award_row *)o->awards.v)->id, STR("refused"), in->reason);
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
	if (!awards_in(r, "agreed", o))
		return false;
	o->f.decided_on = in->decided_on;
	o->f.proposed_on = ((struct award_row *)o->awards.v)->proposed_on;
	o->f.today = r->today;
	o->f.denied = str_is(in->result, "deny");
	o->f.remark = str_trim(in->remark).n > 0;
	if (!o->f.denied)
		look_at_ties(r, o);
	return true;
}

void award_decide_judge(struct act_run *r)
{
	const struct deciding *o = r->facts;

	act_verdict(r, rule_decision_affiliation(&o->f, r->policy));
	act_verdict(r, rule_decision_day(&o->f, r->policy));
	act_verdict(r, rule_decision_deny_reason(&o->f, r->policy));
}

/* A horse race has no winner yet: its case names none. */
static void set_winner(struct act_run *r, const struct deciding *o)
{
	struct challenge_row c;

	if (o->f.denied || o->awards.n != 1 || !read_case(r, &c))
		return;
	c.award_bid = ((struct award_row *)o->awards.v)->bid;
	act_write(r, "decision_set_winner", &c);
}

void award_decide_apply(struct act_run *r)
{
	const struct award_decide_form *in = r->in;
	struct deciding *o = r->facts;
	struct award_row *award = o->awards.v;
	struct str state = o->f.denied ? STR("denied") : STR("approved");
	struct challenge_row c;

	for (size_t i = 0; i < o->awards.n; i++) {
		award[i].document = in->document;
		award[i].decided_on = in->decided_on;
		award[i].remark = in->remark;
		award[i].scan = in->scan;
	}
	write_awards(r, o, state);
	write_step(r, award->id, state, in->remark.n ? in->remark : in->document);
	set_winner(r, o);
	act_move(r, r->challenge, o->f.denied ? "review.ranked" : "decision.approved");
	r->made = r->challenge;
	struct str title = word(r->a, o->f.denied ? WORD_decision_denied : WORD_decision_approved, NULL);
	act_tell_role(r, ROLE_bureau, title, in->document, decision_link(r));
	if (read_case(r, &c))
		act_tell_org(r, c.demander, title, in->document, decision_link(r));
}

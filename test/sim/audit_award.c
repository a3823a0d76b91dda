/*
 * The decision (8.4.b, 8.4.d, 8.4.e, 8.5.a): one winner, of the bids that passed and were reviewed, not affiliated with the demander; departing from the
 * panel's order takes a reason; two or three only as a horse race with its four conditions; the government's day lies between proposal and today.
 */
#include "sim/audit_book.h"

#include "base/day.h"
#include "life/5-decision/decision.h"

enum { CASES = 24, WINNERS = 10 };

struct award {
	int64_t challenge, proposed_on, winners_n;
	int64_t winners[WINNERS];
};

struct memory {
	struct book book;
	struct award awards[CASES];
	int64_t awards_n;
};

static const struct award *award_of(const struct memory *m, int64_t challenge)
{
	for (int64_t i = m->awards_n; i-- > 0;)
		if (m->awards[i].challenge == challenge)
			return &m->awards[i];
	return NULL;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	book_saw(&m->book, l);
	if (l->q.act != ACT_award_propose || m->awards_n == CASES)
		return;
	const struct award_form *in = l->q.in;
	const struct award_pick_form *p = in->picks.v;
	struct award *a = &m->awards[m->awards_n++];
	*a = (struct award){ .challenge = l->challenge, .proposed_on = instant_day(l->q.now) };
	for (size_t i = 0; i < in->picks.n && a->winners_n < WINNERS; i++)
		if (p[i].wins)
			a->winners[a->winners_n++] = p[i].bid;
}

/* The place of a bid among those that are still there. */
static int64_t place(const struct book *b, const struct book_panel *p, int64_t bid)
{
	int64_t mine = 0, before = 0;
	for (int64_t i = 0; i < p->ranks_n; i++)
		mine = p->rank_bid[i] == bid ? p->rank[i] : mine;
	for (int64_t i = 0; i < p->ranks_n; i++) {
		const struct book_bid *o = book_bid(b, p->rank_bid[i]);
		before += o && o->state == BID_PASSED && p->rank[i] < mine;
	}
	return mine ? before + 1 : 0;
}

/* From the panel's conclusion, or from its ranking; where nothing is ranked nobody is passed over by several winners. */
static bool departs(const struct memory *m, const struct book_panel *p, int64_t bid, bool alone)
{
	return !str_is(p->conclusion, "support") || (p->ranked ? place(&m->book, p, bid) != 1 : alone);
}

static void winner(const struct memory *m, const struct act_request *q, int64_t bid, bool alone, struct rule_set *out)
{
	const struct award_form *in = q->in;
	const struct book_bid *b = book_bid(&m->book, bid);
	const struct book_panel *p = book_panel_of(&m->book, q->target, PANEL_REVIEW);
	bool passed = b && b->challenge == q->target && b->state == BID_PASSED;
	breaks(out, RULE_decision_winner_passed, !passed);
	breaks(out, RULE_decision_winner_reviewed, passed && !b->reviewed);
	breaks(out, RULE_decision_affiliation, passed && book_affiliated(&m->book, b, instant_day(q->now)));
	breaks(out, RULE_decision_departure_reason, passed && p && departs(m, p, bid, alone) && !in->reason.n);
}

static void race(const struct memory *m, const struct act_request *q, int64_t winners, struct rule_set *out)
{
	const struct award_form *in = q->in;
	const struct book_panel *p = book_panel_of(&m->book, q->target, PANEL_REVIEW);
	bool day = in->unite_on && in->unite_on <= instant_day(q->now);
	breaks(out, RULE_decision_horse_race, winners > 3);
	breaks(out, RULE_race_hard, !in->hard.n);
	breaks(out, RULE_race_unranked, p && p->ranked);
	breaks(out, RULE_race_not_united, !day || !in->unite_who.n || !in->unite_result.n);
}

/* 10.1.a, 10.1.b: at most 30 % of the whole investment, at most a million yuan. */
static void money(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct award_form *in = q->in;
	const struct book_case *c = book_case(&m->book, q->target);
	breaks(out, RULE_fiscal_share, c && in->fiscal_fen * 100 > (c->pay_fen + c->other_fen + in->fiscal_fen) * 30);
	breaks(out, RULE_fiscal_cap, in->fiscal_fen > 100000000);
}

static void propose(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct award_form *in = q->in;
	const struct award_pick_form *p = in->picks.v;
	int64_t n = 0;
	for (size_t i = 0; i < in->picks.n; i++)
		n += p[i].wins;
	for (size_t i = 0; i < in->picks.n; i++)
		if (p[i].wins)
			winner(m, q, p[i].bid, n == 1, out);
	breaks(out, RULE_decision_one_winner, n == 0);
	if (n > 0)                      /* without a winner there is no project whose money could be judged */
		money(m, q, out);
	if (n > 1)
		race(m, q, n, out);
}

static void affiliation(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct award *a = award_of(m, q->target);
	for (int64_t i = 0; a && i < a->winners_n; i++) {
		const struct book_bid *b = book_bid(&m->book, a->winners[i]);
		breaks(out, RULE_decision_affiliation, b && book_affiliated(&m->book, b, instant_day(q->now)));
	}
}

static void confirm(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct award_confirm_form *in = q->in;
	const struct award *a = award_of(m, q->target);
	affiliation(m, q, out);
	breaks(out, RULE_race_agreed, a && a->winners_n > 1 && !(in->race_demander && in->race_lister));
}

static void decide(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct award_decide_form *in = q->in;
	const struct award *a = award_of(m, q->target);
	bool yes = str_is(in->result, "approve");
	breaks(out, RULE_decision_day, a && (in->decided_on < a->proposed_on || in->decided_on > instant_day(q->now)));
	breaks(out, RULE_decision_deny_reason, !yes && !in->remark.n);
	if (yes)
		affiliation(m, q, out);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	switch (q->act) {
	case ACT_award_propose:
		propose(m, q, out);
		return true;
	case ACT_award_confirm:
		confirm(m, q, out);
		return true;
	case ACT_award_decide:
		decide(m, q, out);
		return true;
	case ACT_award_refuse:
	case ACT_award_none:
	case ACT_award_none_confirm:
	case ACT_award_none_refuse:
		return true;
	default:
		return false;
	}
}

const struct desk desk_award = { "award", sizeof(struct memory), saw, predicts };

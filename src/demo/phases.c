/* What each phase of the demo does to a case: variables, then a small story of demo/. */
#include "demo/demo_in.h"

#include "across/payment/payment.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"

static bool first_of_cohort(const struct demo *d, const struct demo_case *c)
{
	return c == d->cases || c[-1].cohort != c->cohort;
}

static bool open_round(struct demo *d, struct demo_case *c)
{
	if (!first_of_cohort(d, c))
		return true;
	demo_set(d, "title", word(d->a, WORD_demo_round, "year", str_fmt(d->a, "%d", day_year(d->today)).p,
		"number", str_fmt(d->a, "%d", c->cohort + 1).p, NULL));
	demo_set(d, "until", day_text(d->a, day_add(d->today, 20)));
	return demo_tell(d, "round", STR(""));
}

static bool submit(struct demo *d, struct demo_case *c)
{
	if (!demo_tell(d, "need", c->turn == TURN_RESTRICT ? demo_text(d, "need_scope") : STR("")))
		return false;
	c->id = demo_made(d, "case");
	if (c->turn == TURN_RETURN)
		return demo_tell(d, "return", STR(""));
	return c->turn != TURN_WITHDRAW || demo_tell(d, "withdraw", STR(""));
}

static bool argue_conclude(struct demo *d, struct demo_case *c)
{
	bool support = c->turn != TURN_REJECT;
	demo_set(d, "verdict", support ? STR("support") : STR("oppose"));
	demo_set(d, "opinion", word_text(support ? WORD_demo_support : WORD_demo_oppose));
	return demo_tell(d, "argue_conclude", STR(""));
}

/* ---- lists: one for all of a cohort that come out, one of its own for each that does not get so far ---- */

static bool comes_out(const struct demo_case *c)
{
	return c->last >= PHASE_list_publish && c->turn != TURN_REJECT;
}

static bool leads_list(const struct demo *d, const struct demo_case *c)
{
	if (!comes_out(c))
		return true;
	for (const struct demo_case *p = c; p > d->cases && p[-1].cohort == c->cohort; p--)
		if (comes_out(&p[-1]))
			return false;
	return true;
}

static bool shares_list(const struct demo_case *lead, const struct demo_case *c)
{
	return c == lead || (comes_out(lead) && comes_out(c) && c->cohort == lead->cohort);
}

static struct str list_lines(struct demo *d, const struct demo_case *lead, const char *row, const char *rest)
{
	struct buf b = { .arena = d->a };
	int n = 0;
	for (size_t i = 0; i < d->cases_n; i++)
		if (shares_list(lead, &d->cases[i])) {
			n++;
			buf_fmt(&b, "  \xc2\xb7 %s.%d.challenge = %lld\n", row, n, (long long)d->cases[i].id);
			for (const char *p = rest; *p; p++)
				if (*p == '#')
					buf_fmt(&b, "%d", n);
				else
					buf_putc(&b, *p);
		}
	return buf_str(&b);
}

static bool list_draft(struct demo *d, struct demo_case *c)
{
	if (!leads_list(d, c))
		return true;
	demo_set(d, "title", word(d->a, WORD_demo_list, "year", str_fmt(d->a, "%d", day_year(d->today)).p,
		"number", str_fmt(d->a, "%d", c->index + 1).p, NULL));
	demo_set(d, "ground", word_text(WORD_demo_ground));
	struct str lines = list_lines(d, c, "picks", "  \xc2\xb7 picks.#.influence = $ground\n  \xc2\xb7 picks.#.pull = $ground\n"
		"  \xc2\xb7 picks.#.breadth = $ground\n");
	if (!demo_tell(d, "list_draft", lines))
		return false;
	for (size_t i = 0; i < d->cases_n; i++)
		if (shares_list(c, &d->cases[i]))
			d->cases[i].list = demo_made(d, "challenge_list");
	return true;
}

static bool list_decide(struct demo *d, struct demo_case *c)
{
	demo_set_int(d, "list", c->list);
	return !leads_list(d, c) || demo_tell(d, "list_decide", list_lines(d, c, "choices", "  \xc2\xb7 choices.#.decision = approve\n"));
}

static bool list_publish(struct demo *d, struct demo_case *c)
{
	demo_set_int(d, "list", c->list);
	demo_set(d, "deadline", str_fmt(d->a, "%sT17:00", day_text(d->a, day_add(d->today, 30)).p));
	return !leads_list(d, c) || demo_tell(d, "list_publish", STR(""));
}

/* ---- bids and the award ---- */

static bool send_bids(struct demo *d, struct demo_case *c)
{
	if (c->turn == TURN_NOBID)
		return true;
	static const char *const who[DEMO_BIDS] = { "bidder", "other_bidder", "third_bidder" };
	int n = c->turn == TURN_RACE ? DEMO_BIDS : c->index % 3 == 2 ? 1 : 2;
	for (int i = 0; i < n; i++) {
		demo_set(d, "bidder", str_copy(d->a, story_value(d->story, who[i])));
		if (!demo_tell(d, "bid", STR("")))
			return false;
		c->bid[c->bids++] = demo_made(d, "bid");
	}
	return true;
}

static bool check_bids(struct demo *d, struct demo_case *c)
{
	for (int64_t i = 0; i < c->bids; i++) {
		demo_set_int(d, "bid", c->bid[i]);
		if (!demo_tell(d, "bid_check", STR("")))
			return false;
	}
	return true;
}

/* A notice that would run into a year whose calendar was not announced is refused: the case simply waits. */
static bool publish_notice(struct demo *d)
{
	int64_t missing = 0;
	if (!calendar_nth(d->pg->calendar, d->today, 5, false, &missing))
		return true;
	return demo_tell(d, "notice", STR(""));
}

/* ---- contract, money ---- */

static bool draft_taskbook(struct demo *d, struct demo_case *c)
{
	int64_t period = 12;
	str_int(story_value(d->story, "period"), &period);
	c->ends = day_add(day_add_months(d->today, (int)period), -1);
	demo_set(d, "ends", day_text(d->a, c->ends));
	demo_set(d, "due1", day_text(d->a, day_add_months(d->today, 4)));
	return demo_tell(d, "taskbook", STR(""));
}

static bool sign_taskbook(struct demo *d)
{
	const char *const signers[] = { "demander", "bidder" };
	for (int i = 0; i < 2; i++) {
		demo_set(d, "who", str_copy(d->a, story_value(d->story, signers[i])));
		demo_set(d, "signer", word_text(WORD_demo_signer));
		if (!demo_tell(d, "taskbook_sign", STR("")))
			return false;
	}
	demo_set(d, "who", word_text(WORD_demo_bureau));
	return demo_tell(d, "taskbook_sign", STR(""));
}

static bool find_payment(struct demo *d, const struct demo_case *c, const char *kind, int64_t instalment)
{
	struct challenge_key key = { .challenge = c->id };
	struct rows all = db_all(d->db, d->a, "payment_of_challenge", &key);
	const struct payment_row *p = all.v;
	for (size_t i = 0; i < all.n; i++)
		if (str_is(p[i].kind, kind) && p[i].instalment == instalment) {
			demo_set_int(d, "payment", p[i].id);
			demo_set(d, "amount", str_fmt(d->a, "%lld.%02lld", (long long)(p[i].amount_fen / 100), (long long)(p[i].amount_fen % 100)));
			demo_set(d, "reference", str_fmt(d->a, "DEMO%08lld", (long long)++d->references));
			return demo_voucher(d, d->references, p[i].payer);
		}
	*d->error = str_fmt(d->a, "case %d has no %s payment %lld", c->index, kind, (long long)instalment);
	return false;
}

static bool pay(struct demo *d, const struct demo_case *c, int64_t instalment)
{
	return find_payment(d, c, "demander", instalment) && demo_tell(d, "pay", STR(""));
}

static bool pay_fiscal(struct demo *d, const struct demo_case *c, int64_t instalment)
{
	return find_payment(d, c, "fiscal", instalment) && demo_tell(d, "fiscal_request", STR("")) && demo_tell(d, "fiscal_pay", STR(""));
}

/* ---- milestones, acceptance ---- */

static bool milestone(struct demo *d, struct demo_case *c, const char *file, int64_t ord)
{
	bool pass = c->turn != TURN_HALT;
	struct milestone_ord_key key = { .challenge = c->id, .ord = ord };
	struct milestone_row row;
	if (!db_one(d->db, d->a, "milestone_by_ord", &key, &row)) {
		*d->error = str_fmt(d->a, "case %d has no milestone %lld", c->index, (long long)ord);
		return false;
	}
	demo_set_int(d, "milestone", row.id);
	demo_set_int(d, "ord", ord);
	demo_set(d, "indicator", row.indicator);
	demo_set(d, "result", pass ? STR("pass") : STR("fail"));
	demo_set(d, "opinion", word_text(pass ? WORD_demo_support : WORD_demo_oppose));
	return demo_tell(d, file, STR(""));
}

static bool accept_conclude(struct demo *d, const struct demo_case *c)
{
	bool pass = c->turn != TURN_FAIL && c->turn != TURN_RECTIFY;
	demo_set(d, "result", pass ? STR("pass") : c->turn == TURN_FAIL ? STR("fail") : STR("rectify"));
	demo_set(d, "met", pass ? STR("met") : STR("not"));
	demo_set(d, "third", word_text(pass ? WORD_demo_met : WORD_demo_not_met));
	demo_set(d, "opinion", word_text(pass ? WORD_demo_support : WORD_demo_oppose));
	return demo_tell(d, "accept_conclude", STR(""));
}

static bool listing(struct demo *d, struct demo_case *c, enum phase p)
{
	switch (p) {
	case PHASE_round: return open_round(d, c);
	case PHASE_submit: return submit(d, c);
	case PHASE_accept: return demo_tell(d, "accept", STR(""));
	case PHASE_argue_panel: return demo_panel_seats(d, c, "argue_panel");
	case PHASE_argue_meet: return demo_panel_meet(d, c, "argument", false, 1, c->turn != TURN_REJECT);
	case PHASE_argue_conclude: return argue_conclude(d, c);
	case PHASE_list_draft: return list_draft(d, c);
	case PHASE_list_decide: return list_decide(d, c);
	default: return list_publish(d, c);
	}
}

static bool awarding(struct demo *d, struct demo_case *c, enum phase p)
{
	switch (p) {
	case PHASE_bids: return send_bids(d, c);
	case PHASE_bids_open: return demo_tell(d, "bids_open", STR(""));
	case PHASE_bid_check: return check_bids(d, c);
	case PHASE_review_panel: return demo_panel_seats(d, c, "review_panel");
	case PHASE_review_confirm: return demo_tell(d, "review_confirm", STR(""));
	case PHASE_review_meet: return demo_panel_meet(d, c, "review", true, c->bids, true);
	case PHASE_review_conclude: return demo_tell(d, "review_conclude", STR(""));
	case PHASE_award: return demo_tell(d, c->turn == TURN_RACE ? "award_race" : "award", STR(""));
	case PHASE_award_confirm: return demo_tell(d, c->turn == TURN_RACE ? "award_confirm_race" : "award_confirm", STR(""));
	case PHASE_award_decide: return demo_tell(d, "award_decide", STR(""));
	case PHASE_notice: return publish_notice(d);
	case PHASE_notice_end: return demo_tell(d, "tick", STR(""));
	default: return demo_tell(d, "establish", STR(""));
	}
}

static bool running(struct demo *d, struct demo_case *c, enum phase p)
{
	switch (p) {
	case PHASE_contract: return demo_tell(d, "contract", STR(""));
	case PHASE_taskbook: return draft_taskbook(d, c);
	case PHASE_sign: return sign_taskbook(d);
	case PHASE_pay_first: return pay(d, c, 1);
	case PHASE_fiscal_first: return pay_fiscal(d, c, 1);
	case PHASE_milestone: return milestone(d, c, "milestone_report", 1);
	case PHASE_milestone_panel: demo_set_int(d, "ord", 1); return demo_panel_seats(d, c, "milestone_panel");
	case PHASE_milestone_meet: return demo_panel_meet(d, c, "milestone", true, 1, c->turn != TURN_HALT);
	case PHASE_milestone_conclude: return milestone(d, c, "milestone_conclude", 1);
	default: return pay(d, c, 2);
	}
}

static bool closing(struct demo *d, struct demo_case *c, enum phase p)
{
	switch (p) {
	case PHASE_milestone2: return milestone(d, c, "milestone_report", 2);
	case PHASE_milestone2_panel: demo_set_int(d, "ord", 2); return demo_panel_seats(d, c, "milestone_panel");
	case PHASE_milestone2_meet: return demo_panel_meet(d, c, "milestone", true, 1, true);
	case PHASE_milestone2_conclude: return milestone(d, c, "milestone_conclude", 2);
	case PHASE_accept_apply: return demo_tell(d, "accept_apply", STR(""));
	case PHASE_accept_panel: return demo_panel_seats(d, c, "accept_panel");
	case PHASE_accept_meet: return demo_panel_meet(d, c, "acceptance", false, 1, c->turn != TURN_FAIL && c->turn != TURN_RECTIFY);
	case PHASE_accept_conclude: return accept_conclude(d, c);
	case PHASE_pay_last: return pay(d, c, 3);
	case PHASE_fiscal_second: return pay_fiscal(d, c, 2);
	case PHASE_accept_file: return demo_tell(d, "accept_file", STR(""));
	default: return demo_tell(d, "strike", STR(""));
	}
}

bool demo_phase(struct demo *d, struct demo_case *c, enum phase p)
{
	if (p <= PHASE_list_publish)
		return listing(d, c, p);
	if (p <= PHASE_establish)
		return awarding(d, c, p);
	return p <= PHASE_pay_second ? running(d, c, p) : closing(d, c, p);
}

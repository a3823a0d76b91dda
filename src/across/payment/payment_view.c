/*
 * Where the money is: the tab of a project, and the desk of those who pay fiscal money.
 *
 * Accounts are shown whole only to finance, the bureau and the account's owner; the view cuts them before the page sees them.
 */
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/limits.h"
#include "base/money.h"
#include "base/word.h"
#include "web/template.h"
#include "web/frame.h"
#include "web/view.h"

#define PICTURE_LEFT 400                /* the picture is 1000 wide: words, then bars */
#define PICTURE_WIDTH 590
#define PICTURE_ROW 34
#define PICTURE_TOP 10

static const struct policy *pack_of(const struct view *v, int64_t challenge)
{
	const struct policy *const *p = v->pg->packs.v;
	struct challenge_row c;

	if (db_one(v->db, v->a, "challenge_read", &(struct id_key){ challenge }, &c))
		for (size_t i = 0; i < v->pg->packs.n; i++)
			if (str_eq(p[i]->digest, c.pack))
				return p[i];
	return v->pg->policy;
}

static struct str waiting_on(struct arena *a, const struct payment_row *p)
{
	bool fiscal = str_is(p->kind, "fiscal");

	if (str_is(p->state, "waiting"))
		return word(a, WORD_payment_waiting_condition, "condition", str_c(a, payment_condition(p->waits_for)), NULL);
	if (str_is(p->state, "due"))
		return word_text(fiscal ? WORD_payment_waiting_bureau : WORD_payment_waiting_demander);
	if (str_is(p->state, "requested"))
		return word_text(WORD_payment_waiting_finance);
	if (str_is(p->state, "stopped"))
		return word_text(WORD_payment_waiting_stopped);
	return word_text(str_is(p->state, "paid") ? WORD_payment_waiting_receipt : WORD_payment_waiting_nobody);
}

static struct money_line line_of(struct view *v, const struct payment_row *p)
{
	bool fiscal = str_is(p->kind, "fiscal"), due = str_is(p->state, "due"), some = p->amount_fen > 0;

	return (struct money_line){ .payment = p->id, .kind = p->kind, .instalment = p->instalment, .instalments = p->instalments,
		.share = p->share, .amount_fen = p->amount_fen, .waits_for = p->waits_for, .state = p->state,
		.payer = p->payer ? org_name(v->db, v->a, p->payer) : policy_local_name(v->pg->policy, "finance"),
		.payee = org_name(v->db, v->a, p->payee), .waiting_on = view_say(v, waiting_on(v->a, p)), .due_on = p->due_on,
		.requested_on = p->requested_on, .paid_on = p->paid_on, .paid_fen = p->paid_fen, .received_on = p->received_on,
		.reference = p->reference, .document = p->document, .voucher = p->voucher, .request_paper = p->request_paper,
		.can_record = some && !fiscal && due && p->payer == v->who->org && view_may(v, ACT_payment_record),
		.can_receive = str_is(p->state, "paid") && p->payee == v->who->org && view_may(v, ACT_payment_receive),
		.can_request = some && fiscal && due && view_may(v, ACT_fiscal_request),
		.can_return = fiscal && str_is(p->state, "requested") && view_may(v, ACT_fiscal_return),
		.can_pay = fiscal && str_is(p->state, "requested") && view_may(v, ACT_fiscal_pay),
		.done = p->paid_fen > 0, .arrived = p->received_fen > 0 };
}

static struct rows lines_of(struct view *v, struct rows all, const char *kind)
{
	const struct payment_row *p = all.v;
	struct money_line *out = NEW_ARRAY(v->a, all.n, struct money_line);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(p[i].kind, kind))
			out[n++] = line_of(v, &p[i]);
	return (struct rows){ out, n };
}

/* Part of the bars' width that some fen take, of the larger of the two sums. */
static int64_t width(int64_t fen, int64_t whole_fen)
{
	return whole_fen > 0 ? fen * PICTURE_WIDTH / whole_fen : 0;
}

/* Bars one below the other; within a kind each begins where the one before ended. */
static struct rows bars_of(struct view *v, struct challenge_money_page *page)
{
	const struct rows kinds[] = { page->demander_lines, page->fiscal_lines };
	int64_t whole = page->demander_fen > page->fiscal_fen ? page->demander_fen : page->fiscal_fen, y = PICTURE_TOP;
	struct money_line *out = NEW_ARRAY(v->a, kinds[0].n + kinds[1].n, struct money_line);
	size_t n = 0;

	for (size_t k = 0; k < 2; k++) {
		const struct money_line *m = kinds[k].v;
		int64_t before = 0;
		for (size_t i = 0; i < kinds[k].n; i++, y += PICTURE_ROW) {
			out[n] = m[i];
			out[n].bar_x = PICTURE_LEFT + width(before, whole);
			before += m[i].amount_fen;
			out[n].bar_w = PICTURE_LEFT + width(before, whole) - out[n].bar_x;
			out[n].bar_y = y;
			out[n++].text_y = y + PICTURE_ROW / 2 + 2;
		}
	}
	page->picture_h = y + PICTURE_TOP;
	return (struct rows){ out, n };
}

static struct str account(const struct view *v, struct str bank, struct str number, int64_t owner)
{
	if (!number.n)
		return (struct str){ 0 };
	if (v->who->role == ROLE_finance || v->who->role == ROLE_bureau || (owner && v->who->org == owner))
		return str_join(v->a, bank, " ", number);
	size_t shown = number.n > 8 ? 4 : 0;
	return str_fmt(v->a, "%.*s ****%.*s", STR_ARG(bank), (int)shown, number.p + number.n - shown);
}

static bool any_stopped(struct rows all)
{
	const struct payment_row *p = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(p[i].state, "stopped"))
			return true;
	return false;
}

/* Parts are rounded down to the fen, the last takes the rest. */
static struct rows cofunders_of(struct view *v, int64_t fiscal_fen)
{
	const struct policy *p = act_policy(v->db, v->a, v->pg, ACT_need_accept, v->challenge);
	const struct cofunder *c = p->cofunders.v;
	struct cofunder_line *out = NEW_ARRAY(v->a, p->cofunders.n + 1, struct cofunder_line);
	int64_t rest = fiscal_fen;

	for (size_t i = 0; i < p->cofunders.n; i++) {
		bool last = i + 1 == p->cofunders.n;
		int64_t part = last ? rest : money_share(fiscal_fen, c[i].share);
		out[i] = (struct cofunder_line){ .name = tr_with(p, str_is(v->who->lang, "en"), c[i].name), .share = c[i].share, .amount_fen = part };
		rest -= part;
	}
	return (struct rows){ out, p->cofunders.n };
}

bool money_view(struct view *v, void *page)
{
	struct challenge_money_page *out = page;
	struct challenge_key key = { v->challenge };
	struct payment_fund_row fund;

	out->challenge = v->challenge;
	if (!db_one(v->db, v->a, "payment_fund_of", &key, &fund))
		return true;
	struct rows all = db_all(v->db, v->a, "payment_of_challenge", &key);
	struct payment_state sums = payment_state(v->db, v->a, v->challenge);
	out->planned = 1;
	out->total_fen = fund.demander_fen + fund.fiscal_fen + fund.other_fen;
	out->demander_fen = fund.demander_fen;
	out->fiscal_fen = fund.fiscal_fen;
	out->other_fen = fund.other_fen;
	out->fiscal_share = out->total_fen ? fund.fiscal_fen * PERCENT_SCALE / out->total_fen : 0;
	out->cofunders = cofunders_of(v, fund.fiscal_fen);
	out->paid_fen = sums.paid_fen;
	out->received_fen = sums.confirmed_fen;
	out->fiscal_paid_fen = sums.fiscal_paid_fen;
	out->demander = org_name(v->db, v->a, fund.demander);
	out->awardee = org_name(v->db, v->a, fund.awardee);
	out->finance = policy_local_name(v->pg->policy, "finance");
	out->account_awardee = account(v, fund.awardee_bank, fund.awardee_account_secret, fund.awardee);
	out->account_demander = account(v, fund.demander_bank, fund.demander_account_secret, fund.demander);
	out->stopped = any_stopped(all);
	out->demander_lines = lines_of(v, all, "demander");
	out->fiscal_lines = lines_of(v, all, "fiscal");
	out->bars = bars_of(v, out);
	out->events = db_all(v->db, v->a, "payment_events_of", &key);
	return true;
}

/* ---- the desk ---- */

static void fill_grounds(struct view *v, struct payments_line *line)
{
	struct payment_row row;
	struct payment_facts f;
	bool all;

	if (!db_one(v->db, v->a, "payment_by_id", &(struct id_key){ line->payment }, &row))
		return;
	payment_load(v->db, v->a, &row, &f);
	line->grounds = payment_grounds(v->a, &f, pack_of(v, line->challenge), &all);
	struct money_ground *g = line->grounds.v;
	for (size_t i = 0; i < line->grounds.n; i++) {
		g[i].sentence = view_say(v, g[i].sentence);
		g[i].found = view_say(v, g[i].found);
		g[i].wanted = view_say(v, g[i].wanted);
		g[i].remedy = view_say(v, g[i].remedy);
	}
	bool open = str_is(row.state, "due") || str_is(row.state, "requested");
	line->ready = all && open;
	line->can_request = all && str_is(row.state, "due") && view_may(v, ACT_fiscal_request);
	line->can_return = str_is(row.state, "requested") && view_may(v, ACT_fiscal_return);
	line->can_pay = all && str_is(row.state, "requested") && view_may(v, ACT_fiscal_pay);
	line->vouchers = lines_of(v, db_all(v->db, v->a, "payment_of_challenge", &(struct challenge_key){ line->challenge }), "demander");
}

static struct payments_line desk_line(struct view *v, const struct payments_list_row *p)
{
	struct payment_fund_row fund = { 0 };
	struct payments_line line = { .payment = p->payment, .challenge = p->challenge, .number = p->number, .title = p->title,
		.demander = p->payee_name, .instalment = p->instalment, .instalments = p->instalments, .amount_fen = p->amount_fen,
		.waits_for = p->waits_for, .state = p->state, .due_on = p->due_on, .requested_on = p->requested_on, .paid_on = p->paid_on,
		.document = p->document, .request_paper = p->request_paper };

	db_one(v->db, v->a, "payment_fund_of", &(struct challenge_key){ p->challenge }, &fund);
	line.account = account(v, fund.demander_bank, fund.demander_account_secret, p->payee);
	fill_grounds(v, &line);
	return line;
}

static struct rows desk_states(struct view *v, const struct payments_sums *s, struct str here)
{
	const struct payments_state all[] = { { STR("requested"), s->requested, 0 }, { STR("due"), s->due, 0 }, { STR("waiting"), s->waiting, 0 },
		{ STR("stopped"), s->stopped, 0 }, { STR("paid"), s->paid, 0 } };
	size_t n = sizeof all / sizeof *all;
	struct payments_state *out = NEW_ARRAY(v->a, n, struct payments_state);

	for (size_t i = 0; i < n; i++) {
		out[i] = all[i];
		out[i].here = str_eq(all[i].code, here);
	}
	return (struct rows){ out, n };
}

static int64_t of_state(const struct payments_sums *s, struct str state)
{
	if (!state.n)
		return s->n;
	return str_is(state, "requested") ? s->requested : str_is(state, "due") ? s->due : str_is(state, "waiting") ? s->waiting
		: str_is(state, "stopped") ? s->stopped : s->paid;
}

bool payments_view(struct view *v, void *page)
{
	struct payments_page *out = page;
	struct payments_sums s;
	int64_t n = view_query_int(v, "page", 1, 1 << 20, 1), per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS);
	struct payments_key key = { v->pg->id, view_query(v, "state"), per, (n - 1) * per };

	db_one(v->db, v->a, "payments_page_sums", &(struct viewer_key){ .programme = v->pg->id }, &s);
	struct rows all = db_all(v->db, v->a, "payments_page_lines", &key);
	const struct payments_list_row *p = all.v;
	struct payments_line *lines = NEW_ARRAY(v->a, all.n, struct payments_line);
	for (size_t i = 0; i < all.n; i++)
		lines[i] = desk_line(v, &p[i]);
	out->state = key.state;
	out->n = s.n;
	out->planned_fen = s.planned_fen;
	out->requested_fen = s.requested_fen;
	out->paid_fen = s.paid_fen;
	out->states = desk_states(v, &s, key.state);
	out->lines = (struct rows){ lines, all.n };
	struct pager *pager = NEW(v->a, struct pager);
	view_pager(v, pager, of_state(&s, key.state), n, per);
	out->pager = (struct rows){ pager, 1 };
	return true;
}

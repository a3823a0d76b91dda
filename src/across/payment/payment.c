/*
 * The plan of a project's money: made when the task book is signed, let go, stopped and resumed by what the other rooms decide.
 *
 * Called by the rooms' apply functions; the acts of paying stand in payment_act.c.
 */
#include "across/payment/payment.h"
#include "base/buf.h"
#include "base/money.h"
#include "base/word.h"

#define PAYMENT_LINK "/challenges/%lld/money"

size_t payment_parts_demander(const struct policy *p, int64_t total_fen, int64_t *shares, int64_t *parts)
{
	size_t n = 1;

	if (policy_enabled(p, RULE_demander_order)) {
		shares[0] = policy_param(p, RULE_demander_order, "first");
		shares[1] = policy_param(p, RULE_demander_order, "second");
		n = 3;
	}
	payment_split(total_fen, shares, parts, n);
	return n;
}

size_t payment_parts_fiscal(const struct policy *p, int64_t total_fen, int64_t *shares, int64_t *parts)
{
	size_t n = 1;

	if (policy_enabled(p, RULE_fiscal_after_taskbook)) {
		shares[0] = policy_param(p, RULE_fiscal_after_taskbook, "first");
		n = 2;
	}
	payment_split(total_fen, shares, parts, n);
	return n;
}

struct str payment_name(struct arena *a, const struct payment_row *row)
{
	const char *n = str_fmt(a, "%lld", (long long)row->instalment).p;

	return word(a, str_is(row->kind, "fiscal") ? WORD_payment_name_fiscal : WORD_payment_name_demander, "n", n, NULL);
}

struct str payment_condition(struct str waits_for)
{
	if (str_is(waits_for, "signed"))
		return word_text(WORD_payment_condition_signed);
	if (str_is(waits_for, "stage_passed"))
		return word_text(WORD_payment_condition_stage_passed);
	return word_text(WORD_payment_condition_accepted);
}

struct str payment_reference(struct arena *a, struct str typed)
{
	struct buf b = { .arena = a };

	for (size_t i = 0; i < typed.n; i++) {
		char c = typed.p[i];
		if (c == ' ' || c == '-' || c == '\t')
			continue;
		buf_putc(&b, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
	}
	return buf_str(&b);
}

static struct rows rows_of(struct act_run *r, int64_t challenge)
{
	return db_all(r->db, r->a, "payment_of_challenge", &(struct challenge_key){ challenge });
}

static void event(struct act_run *r, const struct payment_row *row, const char *kind)
{
	struct payment_event_row e = { .id = act_id_next(r), .challenge = row->challenge, .payment = row->id, .kind = str_of(kind),
		.at = r->now, .day = r->today, .amount_fen = row->amount_fen, .person = r->q->person, .org = r->q->org };

	act_write(r, "payment_event_insert", &e);
}

struct plan_part {
	const char *kind, *waits_for;
	int64_t share, amount_fen;
	int64_t number, of;
};

static void plan_one(struct act_run *r, const struct payment_fund_row *fund, const struct plan_part *part)
{
	bool fiscal = str_is(str_of(part->kind), "fiscal");
	struct payment_row row = { .id = act_id_next(r), .challenge = fund->challenge, .kind = str_of(part->kind), .instalment = part->number,
		.instalments = part->of, .share = part->share, .amount_fen = part->amount_fen, .waits_for = str_of(part->waits_for),
		.payer = fiscal ? 0 : fund->demander, .payee = fiscal ? fund->demander : fund->awardee, .state = STR("waiting") };

	act_write(r, "payment_insert", &row);
	event(r, &row, "planned");
}

/* The first instalment waits for the signatures, the last for acceptance, those between for a stage. */
static const char *waits_for(size_t i, size_t n)
{
	if (i == 0)
		return "signed";
	return i + 1 == n ? "accepted" : "stage_passed";
}

static void plan_kind(struct act_run *r, const struct payment_fund_row *fund, const char *kind)
{
	int64_t shares[PAYMENT_PARTS_MOST] = { 0 }, parts[PAYMENT_PARTS_MOST];
	bool fiscal = str_is(str_of(kind), "fiscal");
	size_t n = fiscal ? payment_parts_fiscal(r->policy, fund->fiscal_fen, shares, parts)
		: payment_parts_demander(r->policy, fund->demander_fen, shares, parts);
	int64_t rest = PERCENT_SCALE;

	for (size_t i = 0; i < n; i++) {
		int64_t share = i + 1 == n ? rest : shares[i];
		rest -= share;
		plan_one(r, fund, &(struct plan_part){ kind, waits_for(i, n), share, parts[i], (int64_t)i + 1, (int64_t)n });
	}
}

/* Parts of a horse race that are not planned yet; the fund grows by them. */
static void plan_parts(struct act_run *r, struct payment_fund_row *fund, struct rows parts)
{
	const struct payment_part_row *p = parts.v;

	for (size_t i = 0; i < parts.n; i++) {
		bool fiscal = str_is(p[i].kind, "fiscal");
		if (p[i].planned)
			continue;
		*(fiscal ? &fund->fiscal_fen : &fund->demander_fen) += p[i].amount_fen;
		plan_one(r, fund, &(struct plan_part){ fiscal ? "fiscal" : "demander", waits_for((size_t)p[i].instalment - 1, (size_t)p[i].instalments),
			p[i].share, p[i].amount_fen, p[i].instalment, p[i].instalments });
	}
}

static bool plan_race(struct act_run *r, struct payment_fund_row *fund)
{
	struct rows parts = db_all(r->db, r->a, "payment_parts_of", &(struct challenge_key){ fund->challenge });
	const struct payment_part_row *p = parts.v;

	if (!parts.n)
		return false;
	fund->demander_fen = fund->fiscal_fen = 0;
	for (size_t i = 0; i < parts.n; i++)
		*(str_is(p[i].kind, "fiscal") ? &fund->fiscal_fen : &fund->demander_fen) += p[i].amount_fen;
	act_write(r, "payment_fund_insert", fund);
	plan_parts(r, &(struct payment_fund_row){ .challenge = fund->challenge, .demander = fund->demander, .awardee = fund->awardee }, parts);
	return true;
}

void payment_plan(struct act_run *r, struct payment_fund_row *fund)
{
	fund->id = act_id_next(r);
	if (plan_race(r, fund))
		return;
	act_write(r, "payment_fund_insert", fund);
	plan_kind(r, fund, "demander");
	if (fund->fiscal_fen > 0)
		plan_kind(r, fund, "fiscal");
}

static struct str case_number(struct act_run *r, int64_t challenge)
{
	struct challenge_row c;

	return db_one(r->db, r->a, "challenge_read", &(struct id_key){ challenge }, &c) ? c.number : (struct str){ 0 };
}

static void tell_due(struct act_run *r, const struct payment_row *row, struct str number)
{
	const char *name = str_c(r->a, payment_name(r->a, row)), *amount = str_c(r->a, money_text(r->a, row->amount_fen));
	const char *condition = str_c(r->a, payment_condition(row->waits_for));
	struct str title = word(r->a, WORD_payment_due_title, "number", str_c(r->a, number), "name", name, NULL);
	struct str link = str_fmt(r->a, PAYMENT_LINK, (long long)row->challenge);

	if (row->payer)
		act_tell_org(r, row->payer, title, word(r->a, WORD_payment_due_text, "name", name, "amount", amount, "condition", condition, NULL), link);
	else
		act_tell_role(r, ROLE_bureau, title,
			word(r->a, WORD_payment_fiscal_due_text, "name", name, "amount", amount, "condition", condition, NULL), link);
}

static void make_due(struct act_run *r, struct payment_row *row, struct str number)
{
	row->state = STR("due");
	if (row->due_on < r->today)
		row->due_on = r->today;
	act_write(r, "payment_update", row);
	event(r, row, "due");
	if (row->amount_fen > 0)
		tell_due(r, row, number);
}

static bool was_reached(struct db *db, struct arena *a, int64_t challenge, struct str trigger)
{
	struct payment_reached_row found;

	return db_one(db, a, "payment_reached_find", &(struct payment_reached_key){ challenge, trigger }, &found);
}

void payment_trigger(struct act_run *r, int64_t challenge, const char *trigger)
{
	struct rows all = rows_of(r, challenge);
	struct payment_row *row = all.v;
	struct str number = case_number(r, challenge);

	if (!was_reached(r->db, r->a, challenge, str_of(trigger))) {
		struct payment_reached_row reached = { .id = act_id_next(r), .challenge = challenge, .waits_for = str_of(trigger), .day = r->today };
		act_write(r, "payment_reached_insert", &reached);
	}
	for (size_t i = 0; i < all.n; i++)
		if (str_is(row[i].waits_for, trigger) && str_is(row[i].state, "waiting"))
			make_due(r, &row[i], number);
}

static bool any_stopped(struct act_run *r, int64_t challenge)
{
	struct rows all = rows_of(r, challenge);
	const struct payment_row *row = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(row[i].state, "stopped"))
			return true;
	return false;
}

void payment_plan_more(struct act_run *r, int64_t challenge)
{
	struct challenge_key key = { challenge };
	struct payment_fund_row fund;
	struct str number = case_number(r, challenge);

	if (!db_one(r->db, r->a, "payment_fund_of", &key, &fund))
		return;
	bool halted = any_stopped(r, challenge);
	plan_parts(r, &fund, db_all(r->db, r->a, "payment_parts_of", &key));
	act_write(r, "payment_fund_set", &fund);
	if (halted) {                   /* new parts of a project that is stopped are stopped with the others */
		payment_stop(r, challenge);
		return;
	}
	struct rows all = rows_of(r, challenge);
	struct payment_row *row = all.v;
	for (size_t i = 0; i < all.n; i++)
		if (str_is(row[i].state, "waiting") && was_reached(r->db, r->a, challenge, row[i].waits_for))
			make_due(r, &row[i], number);
}

void payment_stop(struct act_run *r, int64_t challenge)
{
	struct rows all = rows_of(r, challenge);
	struct payment_row *row = all.v;
	int64_t payer = 0, payee = 0;

	for (size_t i = 0; i < all.n; i++) {
		if (row[i].paid_fen || str_is(row[i].state, "stopped"))
			continue;
		row[i].state = STR("stopped");
		act_write(r, "payment_update", &row[i]);
		event(r, &row[i], "stopped");
		payer = row[i].payer ? row[i].payer : payer;
		payee = row[i].payer ? row[i].payee : payee;
	}
	struct str title = word(r->a, WORD_payment_stopped_title, "number", str_c(r->a, case_number(r, challenge)), NULL);
	struct str link = str_fmt(r->a, PAYMENT_LINK, (long long)challenge);
	struct str text = word_text(WORD_payment_stopped_text);
	if (payer) {
		act_tell_org(r, payer, title, text, link);
		act_tell_org(r, payee, title, text, link);
	}
	act_tell_role(r, ROLE_finance, title, text, link);
}

void payment_resume(struct act_run *r, int64_t challenge)
{
	struct rows all = rows_of(r, challenge);
	struct payment_row *row = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (!str_is(row[i].state, "stopped"))
			continue;
		bool due = was_reached(r->db, r->a, challenge, row[i].waits_for);
		row[i].state = due ? STR("due") : STR("waiting");
		row[i].requested_on = 0;
		act_write(r, "payment_update", &row[i]);
		event(r, &row[i], "resumed");
	}
}

void payment_cancel(struct act_run *r, int64_t challenge)
{
	struct rows all = rows_of(r, challenge);
	struct payment_row *row = all.v;
	struct str title = word(r->a, WORD_payment_cancelled_title, "number", str_c(r->a, case_number(r, challenge)), NULL);

	for (size_t i = 0; i < all.n; i++) {
		if (row[i].paid_fen)
			continue;
		row[i].state = STR("cancelled");
		act_write(r, "payment_update", &row[i]);
		event(r, &row[i], "cancelled");
	}
	if (all.n)
		act_tell_role(r, ROLE_finance, title, word_text(WORD_payment_cancelled_text), str_fmt(r->a, PAYMENT_LINK, (long long)challenge));
}

struct payment_state payment_state(struct db *db, struct arena *a, int64_t challenge)
{
	struct payment_sums s;

	db_one(db, a, "payment_sums_of", &(struct challenge_key){ challenge }, &s);
	return (struct payment_state){ s.planned_fen, s.paid_fen, s.received_fen, s.fiscal_planned_fen, s.fiscal_paid_fen, s.instalments,
		s.finished, s.instalments > 0 && s.finished == s.instalments };
}

bool payment_defer(struct act_run *r, int64_t challenge, int64_t instalment, int64_t day)
{
	struct rows all = db_all(r->db, r->a, "payment_of_challenge", &(struct challenge_key){ challenge });
	struct payment_row *p = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (!str_is(p[i].kind, "demander") || p[i].instalment != instalment || p[i].paid_fen > 0)
			continue;
		p[i].due_on = day;
		act_write(r, "payment_update", &p[i]);
		return true;
	}
	return false;
}

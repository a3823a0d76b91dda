/*
 * The rules of the money: caps of the fiscal share, the order in which demander and finance pay, vouchers.
 *
 * Pure: facts and the pack's parameters in, a verdict out.  Called by the payment acts and, for the caps, by the task book.
 */
#include "across/payment/payment_facts.h"
#include "base/money.h"

void payment_split(int64_t total_fen, const int64_t *shares, int64_t *parts, size_t n)
{
	int64_t rest = total_fen;

	for (size_t i = 0; i + 1 < n; i++) {
		parts[i] = money_share(total_fen, shares[i]);
		rest -= parts[i];
	}
	parts[n - 1] = rest;
}

static int64_t fund_total(const struct fund_facts *f)
{
	return f->demander_fen + f->fiscal_fen + f->other_fen;
}

/* found: the share that the fiscal money takes, in basis points rounded up, so that one fen over is seen to be over. */
static int64_t share_found(int64_t part_fen, int64_t whole_fen)
{
	if (whole_fen <= 0)
		return part_fen > 0 ? PERCENT_SCALE : 0;
	return (part_fen * PERCENT_SCALE + whole_fen - 1) / whole_fen;
}

static bool fund_sane(const struct fund_facts *f)
{
	return f->demander_fen >= 0 && f->fiscal_fen >= 0 && f->other_fen >= 0 && f->demander_fen <= MONEY_MAX
		&& f->fiscal_fen <= MONEY_MAX / PERCENT_SCALE && f->other_fen <= MONEY_MAX;
}

static struct param_facts fund_params(const struct fund_facts *f)
{
	return (struct param_facts){ .project_type = f->project_type, .publisher_kind = f->publisher_kind, .total_fen = fund_total(f),
		.fiscal_fen = f->fiscal_fen, .demander_fen = f->demander_fen, .contract_fen = f->demander_fen };
}

struct verdict rule_fiscal_share(const struct fund_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_fiscal_share))
		return holds(RULE_fiscal_share);
	if (!fund_sane(f))
		return judged(RULE_fiscal_share, false, PERCENT_SCALE, policy_param(p, RULE_fiscal_share, "most"));
	struct param_facts of = fund_params(f);
	int64_t most = policy_param_for(p, RULE_fiscal_share, "most", &of), total = policy_base_for(p, RULE_fiscal_share, &of, fund_total(f));
	return judged(RULE_fiscal_share, money_within(f->fiscal_fen, total, most), share_found(f->fiscal_fen, total), most);
}

struct verdict rule_fiscal_cap(const struct fund_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_fiscal_cap))
		return holds(RULE_fiscal_cap);
	struct param_facts of = fund_sane(f) ? fund_params(f) : (struct param_facts){ .publisher_kind = f->publisher_kind };
	int64_t most = policy_param_for(p, RULE_fiscal_cap, "most", &of);

	return judged(RULE_fiscal_cap, f->fiscal_fen <= most, f->fiscal_fen, most);
}

struct verdict rule_payment_due(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_payment_due, f->reached, f->reached, 1, f->condition);
}

struct verdict rule_payment_running(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_payment_running, !f->stopped, f->stopped, 0, f->name);
}

struct verdict rule_payment_not_twice(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_payment_not_twice, f->paid_fen == 0, f->paid_fen, 0, f->name);
}

struct verdict rule_payment_amount_exact(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_payment_amount_exact, f->amount_fen == f->planned_fen, f->amount_fen, f->planned_fen, f->name);
}

struct verdict rule_payment_day(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_payment_day, f->paid_on <= f->today, f->paid_on, f->today);
}

struct verdict rule_payment_day_order(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_payment_day_order, f->paid_on >= f->paid_before_on, f->paid_on, f->paid_before_on);
}

struct verdict rule_payment_requested(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_payment_requested, f->requested, f->requested, 1, f->name);
}

/* Which condition a demander's instalment has: the first by itself, the middle ones after a stage, the last after acceptance. */
struct verdict rule_demander_order(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = true;

	if (f->instalment > 1 && f->instalment == f->instalments)
		ok = f->accepted;
	else if (f->instalment > 1)
		ok = f->stage_passed;
	return judged_about(RULE_demander_order, ok, ok, 1, f->condition);
}

struct verdict rule_demander_earlier_paid(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_demander_earlier_paid, f->earlier_unpaid == 0, f->earlier_unpaid, 0, f->name);
}

struct verdict rule_voucher_present(const struct payment_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_voucher_present))
		return holds(RULE_voucher_present);
	int64_t least = policy_param(p, RULE_voucher_present, "least");

	return judged_about(RULE_voucher_present, f->vouchers >= least, f->vouchers, least, f->name);
}

struct verdict rule_voucher_unique(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_voucher_unique, f->used_in.n == 0, f->used_in.n != 0, 0, f->used_in);
}

/* No story breaks it: instalments are planned when the task book is signed; it stands for a pack that plans them earlier. */
struct verdict rule_fiscal_after_taskbook(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_fiscal_after_taskbook, f->signed_book, f->signed_book, 1);
}

struct verdict rule_fiscal_first_after_demander(const struct payment_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_fiscal_first_after_demander))
		return holds(RULE_fiscal_first_after_demander);
	int64_t share = policy_param(p, RULE_fiscal_first_after_demander, "share");
	int64_t wanted = f->runner ? f->first_fen : money_share(f->fund.demander_fen, share);

	return judged(RULE_fiscal_first_after_demander, f->demander_paid_fen >= wanted, f->demander_paid_fen, wanted);
}

struct verdict rule_fiscal_second_after_acceptance(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->instalment < f->instalments || f->accepted;

	return judged(RULE_fiscal_second_after_acceptance, ok, f->accepted, 1);
}

/* The k-th fiscal instalment rests on vouchers of the demander's first k. */
struct verdict rule_fiscal_voucher(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_fiscal_voucher, f->demander_vouchered >= f->instalment, f->demander_vouchered, f->instalment);
}

/* No story breaks it: the plan sums to the task book; it stands for parts that a later decision adds (horse race). */
struct verdict rule_fiscal_total_within(const struct payment_facts *f, const struct policy *p)
{
	(void)p;
	int64_t all = f->fiscal_other_fen + f->amount_fen;

	return judged(RULE_fiscal_total_within, all <= f->fund.fiscal_fen, all, f->fund.fiscal_fen);
}

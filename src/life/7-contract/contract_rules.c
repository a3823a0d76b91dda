/*
 * The rules of contract and task book: what they must contain, within which period and money, who signs what.
 */
#include "base/day.h"
#include "life/7-contract/contract_facts.h"

int64_t months_between(int64_t starts, int64_t ends)
{
	if (!day_valid(starts) || !day_valid(ends) || ends <= starts)
		return 0;
	int64_t months = (day_year(ends) - day_year(starts)) * 12 + day_month(ends) - day_month(starts);
	if (day_add_months(starts, (int)months) < ends)
		months++;
	return months;
}

struct verdict rule_contract_day(const struct contract_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_contract_day, f->signed_on <= f->today, f->signed_on, f->today);
}

struct verdict rule_contract_meet_day(const struct contract_meet_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_contract_meet_day, f->day <= f->today, f->day, f->today);
}

struct verdict rule_contract_scan(const struct contract_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_contract_scan))
		return holds(RULE_contract_scan);
	int64_t least = policy_param(p, RULE_contract_scan, "least");

	return judged(RULE_contract_scan, f->scans >= least, f->scans, least);
}

struct verdict rule_contract_before_taskbook(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_contract_before_taskbook, f->has_contract, f->has_contract, 1);
}

struct verdict rule_taskbook_complete(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_taskbook_complete, f->parts >= f->parts_wanted, f->parts, f->parts_wanted, f->missing);
}

struct verdict rule_taskbook_period(const struct taskbook_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_taskbook_period))
		return holds(RULE_taskbook_period);
	int64_t most = policy_param(p, RULE_taskbook_period, "months");
	int64_t found = months_between(f->starts, f->ends);

	return judged(RULE_taskbook_period, found <= most, found, most);
}

struct verdict rule_taskbook_days(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_taskbook_days, f->ends > f->starts, f->ends, f->starts);
}

struct verdict rule_taskbook_amount(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = !f->has_contract || f->fund.demander_fen == f->contract_fen;      /* no contract: contract_before_taskbook says so */

	return judged(RULE_taskbook_amount, ok, f->fund.demander_fen, f->contract_fen);
}

struct verdict rule_taskbook_fiscal_approved(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = !f->has_approved || f->fund.fiscal_fen <= f->approved_fen;

	return judged(RULE_taskbook_fiscal_approved, ok, f->fund.fiscal_fen, f->approved_fen);
}

struct verdict rule_race_first_decided(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_first_decided, !f->runner || f->allotted, f->allotted, 1);
}

/* The runners' task books together are exactly the project: each takes what the first shares give it. */
struct verdict rule_race_book_total(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = !f->runner || !f->allotted || f->fund.demander_fen == f->lane_rd_fen;

	return judged(RULE_race_book_total, ok, f->fund.demander_fen, f->lane_rd_fen);
}

struct verdict rule_race_book_fiscal(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = !f->runner || !f->allotted || f->fund.fiscal_fen == f->lane_fiscal_fen;

	return judged(RULE_race_book_fiscal, ok, f->fund.fiscal_fen, f->lane_fiscal_fen);
}

struct verdict rule_taskbook_milestones(const struct taskbook_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_taskbook_milestones))
		return holds(RULE_taskbook_milestones);
	int64_t least = policy_param(p, RULE_taskbook_milestones, "least");

	return judged(RULE_taskbook_milestones, f->milestones >= least, f->milestones, least);
}

struct verdict rule_taskbook_milestones_inside(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_taskbook_milestones_inside, f->milestones_outside == 0, f->milestones_outside, 0, f->milestone_outside);
}

struct verdict rule_taskbook_release_once(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_taskbook_release_once, f->milestones_releasing <= 1, f->milestones_releasing, 1);
}

struct verdict rule_taskbook_criteria(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->indicators > 0 && f->indicators_bare == 0;

	return judged_about(RULE_taskbook_criteria, ok, f->indicators - f->indicators_bare, f->indicators ? f->indicators : 1, f->indicator_bare);
}

struct verdict rule_taskbook_accounts(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->accounts_equal && (f->fiscal_account || f->fund.fiscal_fen == 0);

	return judged(RULE_taskbook_accounts, ok, ok, 1);
}

struct verdict rule_pi_stays(const struct taskbook_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_pi_stays, f->pi_stays, f->pi_stays, 1);
}

struct verdict rule_three_papers_signed(const struct signing_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_three_papers_signed))
		return holds(RULE_three_papers_signed);
	int64_t papers = policy_param(p, RULE_three_papers_signed, "papers");

	return judged(RULE_three_papers_signed, f->papers >= papers, f->papers, papers);
}

struct verdict rule_sealed_scan(const struct signing_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_sealed_scan))
		return holds(RULE_sealed_scan);
	int64_t least = policy_param(p, RULE_sealed_scan, "least");

	return judged(RULE_sealed_scan, f->scans >= least, f->scans, least);
}

struct verdict rule_sign_once(const struct signing_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_sign_once, !f->signed_before, f->signed_before, 0);
}

/* Never a refusal: sign_act.c asks it whether the last signature was given (test/story/contract_sign.story). */
struct verdict rule_three_parties_signed(const struct signing_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_three_parties_signed))
		return holds(RULE_three_parties_signed);
	int64_t parties = policy_param(p, RULE_three_parties_signed, "parties");

	return judged(RULE_three_parties_signed, f->parties >= parties, f->parties, parties);
}

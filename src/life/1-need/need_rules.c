/*
 * The rules of the demand: facts in, verdict out.  No clock, no store.
 */
#include "base/day.h"
#include "base/money.h"
#include "life/1-need/need_facts.h"

static struct verdict stated(enum rule_id rule, bool given)
{
	return judged(rule, given, given, 1);
}

struct verdict rule_round_dates(const struct round_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->last_day >= f->first_day && f->last_day >= f->today;
	return judged(RULE_round_dates, ok, f->last_day, f->first_day);
}

struct verdict rule_need_round_open(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	bool open = f->round_confirmed && f->today >= f->round_first && f->today <= f->round_last;
	return judged_about(RULE_need_round_open, !f->in_round || open, f->today, f->round_last, f->round_title);
}

struct verdict rule_need_round_kind(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_round_kind, !f->in_round || f->kind_in_round, 0, 1, f->kind_label);
}

struct verdict rule_need_org_verified(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_org_verified, f->org_verified, f->org_verified, 1, f->org);
}

struct verdict rule_need_org_enterprise(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_org_enterprise, f->org_enterprise, f->org_enterprise, 1, f->org);
}

/* No story breaks it: credit_code_valid lets no such unit register. */
struct verdict rule_need_org_code(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_org_code, f->org_code_good, f->org_code_good, 1, f->org);
}

struct verdict rule_need_org_district(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_org_district, f->org_in_district, f->org_in_district, 1, f->org);
}

/* Nobody has said: a person of the bureau has to look. */
struct verdict rule_need_key_industry(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	struct verdict v = judged_about(RULE_need_key_industry, f->key_industry == 1, f->key_industry == 1, 1, f->org);
	if (f->key_industry < 0)
		v.outcome = UNKNOWN;
	return v;
}

/* No story breaks it: the form offers the fields of the pack only; it stands for a field that a new version dropped. */
struct verdict rule_need_field(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_field, f->field_listed, f->field_listed, 1, f->field);
}

/* No story breaks it: the form does not go without it. */
struct verdict rule_need_goal(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_goal, f->goal);
}

struct verdict rule_need_urgent(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_urgent, f->urgent);
}

struct verdict rule_need_alone(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_alone, f->alone);
}

struct verdict rule_need_sustained(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_sustained, f->sustained);
}

struct verdict rule_need_support(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_support, f->support);
}

struct verdict rule_need_first_use(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_first_use, f->first_use);
}

struct verdict rule_need_indicators(const struct need_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_need_indicators, "min");
	return judged(RULE_need_indicators, f->indicators >= min, f->indicators, min);
}

struct verdict rule_need_targets(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_need_targets, f->targets == f->indicators, f->targets, f->indicators, f->without_target);
}

struct verdict rule_need_dates(const struct need_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_need_dates, "min");
	return judged(RULE_need_dates, f->dates >= min, f->dates, min);
}

struct verdict rule_need_dates_inside(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	bool inside = f->latest_month <= f->period;
	return judged_about(RULE_need_dates_inside, inside, f->latest_month, f->period, f->latest_name);
}

/* What the pack's figures may depend on. */
static struct param_facts need_params(const struct need_facts *f)
{
	return (struct param_facts){ .project_type = f->project_type, .publisher_kind = f->org_kind, .total_fen = f->total_fen,
		.fiscal_fen = f->fiscal_fen, .demander_fen = f->pay_fen, .contract_fen = f->pay_fen, .months = f->period };
}

struct verdict rule_need_period(const struct need_facts *f, const struct policy *p)
{
	struct param_facts of = need_params(f);
	int64_t max = policy_param_for(p, RULE_need_period, "max", &of);
	return judged(RULE_need_period, f->period <= max, f->period, max);
}

struct verdict rule_need_ownership(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_ownership, f->ownership);
}

struct verdict rule_need_money(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_need_money, f->pay_fen > 0, f->pay_fen, 1);
}

/* The figure wanted is what the share allows, rounded down; the comparison itself is exact. */
struct verdict rule_need_fiscal_share(const struct need_facts *f, const struct policy *p)
{
	struct param_facts of = need_params(f);
	int64_t share = policy_param_for(p, RULE_need_fiscal_share, "share", &of);
	int64_t base = policy_base_for(p, RULE_need_fiscal_share, &of, f->total_fen);
	bool within = money_within(f->fiscal_fen, base, share);
	return judged(RULE_need_fiscal_share, within, f->fiscal_fen, money_share(base, share));
}

struct verdict rule_need_fiscal_cap(const struct need_facts *f, const struct policy *p)
{
	struct param_facts of = need_params(f);
	int64_t max = policy_param_for(p, RULE_need_fiscal_cap, "max_fen", &of);
	return judged(RULE_need_fiscal_cap, f->fiscal_fen <= max, f->fiscal_fen, max);
}

struct verdict rule_need_credit_declared(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_credit_declared, f->credit_declared);
}

/* Three years back, same month and day: an entry of that very day still counts. */
struct verdict rule_need_credit(const struct need_facts *f, const struct policy *p)
{
	int64_t since = day_add_years(f->today, -(int)policy_param(p, RULE_need_credit, "years"));
	return judged_about(RULE_need_credit, f->discredit_day < since, f->discredit_day, since, f->discredit);
}

struct verdict rule_need_scope(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_need_scope, !f->restricted || f->invited > 0, f->invited, 1);
}

struct verdict rule_need_scope_codes(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	bool good = f->invited_bad.n == 0;
	return judged_about(RULE_need_scope_codes, good, good, 1, f->invited_bad);
}

struct verdict rule_need_blurred(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_need_blurred, !f->confidential || f->blurred > 0, f->blurred, 1);
}

struct verdict rule_need_no_secret(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_no_secret, f->no_secret);
}

struct verdict rule_need_truth(const struct need_facts *f, const struct policy *p)
{
	(void)p;
	return stated(RULE_need_truth, f->truth);
}

/*
 * The figures of a pack, proved: shares that add up, a fiscal cap that every rule agrees on, panels that can exist,
 * rubrics of 100 points.  Called by policy_check() only.  A law about a rule that a pack disables says nothing.
 */
#include "rule/policy_proof.h"

#include "base/form.h"
#include "base/money.h"

/* A figure of an enabled rule by names; false when there is no such rule, or it is not enabled. */
static bool figure(const struct proof *c, const char *rule, const char *param, int64_t *out)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		const struct rule_info *info = &rule_infos[i];
		if (!str_is(str_of(rule), info->name) || !policy_enabled(c->p, (enum rule_id)i))
			continue;
		for (int k = 0; k < 4 && info->params[k]; k++) {
			if (!str_is(str_of(param), info->params[k]))
				continue;
			*out = policy_param(c->p, (enum rule_id)i, param);
			return true;
		}
	}
	return false;
}

/* Rules whose figures the program takes outside its judgement (days of the notice, shares of the payment plan, depth of the search). */
static const char *const needed[] = { "notice_calendar", "demander_order", "fiscal_after_taskbook", "bid_affiliation", "decision_affiliation" };

static void check_needed(struct proof *c)
{
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		for (int k = 0; k < RULE_COUNT; k++)
			if (str_is(str_of(needed[i]), rule_infos[k].name) && !policy_enabled(c->p, (enum rule_id)k))
				PROOF_WRONG(c, "figures: rule %s cannot be left out: the program works with its figures", needed[i]);
}

/* ---- money ---- */

static const struct range {
	const char *rule, *param;
	int64_t least, most;
	const char *what;
} ranges[] = {
	{ "fiscal_share", "most", 1, PERCENT_SCALE, "basis points" },
	{ "need_fiscal_share", "share", 1, PERCENT_SCALE, "basis points" },
	{ "fiscal_cap", "most", 1, MONEY_MAX, "fen" },
	{ "need_fiscal_cap", "max_fen", 1, MONEY_MAX, "fen" },
	{ "demander_order", "first", 1, PERCENT_SCALE, "basis points" },
	{ "demander_order", "second", 0, PERCENT_SCALE, "basis points" },
	{ "fiscal_after_taskbook", "first", 1, PERCENT_SCALE, "basis points" },
	{ "fiscal_first_after_demander", "share", 0, PERCENT_SCALE, "basis points" },
	{ "need_period", "max", 1, 240, "months" },
	{ "bid_period", "max", 1, 240, "months" },
	{ "taskbook_period", "months", 1, 240, "months" },
	{ "need_credit", "years", 1, 30, "years" },
	{ "bid_credit", "years", 1, 30, "years" },
	{ "bid_affiliation", "depth", 1, 6, "steps" },
	{ "decision_affiliation", "depth", 1, 6, "steps" },
	{ "notice_calendar", "days", 1, 60, "working days" },
	{ "notice_calendar", "first_counts", 0, 1, "true or false" },
};

static void check_ranges(struct proof *c)
{
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		const struct range *r = &ranges[i];
		int64_t v;
		if (figure(c, r->rule, r->param, &v) && (v < r->least || v > r->most))
			PROOF_WRONG(c, "figures: %s.%s is %lld, not within %lld..%lld %s", r->rule, r->param, (long long)v, (long long)r->least,
				    (long long)r->most, r->what);
	}
}

/* Two rules that state the same figure of the policy must agree. */
static const struct same {
	const char *rule, *param, *rule2, *param2, *why;
} sames[] = {
	{ "need_fiscal_share", "share", "fiscal_share", "most", "the fiscal share is one figure" },
	{ "need_fiscal_cap", "max_fen", "fiscal_cap", "most", "the fiscal cap is one figure" },
	{ "demander_order", "first", "fiscal_first_after_demander", "share",
	  "what the demander pays before the first fiscal half is its own first instalment" },
	{ "need_period", "max", "taskbook_period", "months", "the longest period is one figure" },
	{ "bid_period", "max", "taskbook_period", "months", "the longest period is one figure" },
	{ "bid_affiliation", "depth", "decision_affiliation", "depth", "an award looks as far as a bid" },
};

static void check_sames(struct proof *c)
{
	for (size_t i = 0; i < sizeof sames / sizeof *sames; i++) {
		const struct same *s = &sames[i];
		int64_t x, y;
		if (figure(c, s->rule, s->param, &x) && figure(c, s->rule2, s->param2, &y) && x != y)
			PROOF_WRONG(c, "figures: %s.%s is %lld but %s.%s is %lld: %s", s->rule, s->param, (long long)x, s->rule2, s->param2,
				    (long long)y, s->why);
	}
}

/* Instalments: shares named one by one, the last takes the rest; together exactly 10000 basis points. */
static void check_instalments(struct proof *c)
{
	int64_t first, second, fiscal;

	if (figure(c, "demander_order", "first", &first) && figure(c, "demander_order", "second", &second) && first + second >= PERCENT_SCALE)
		PROOF_WRONG(c, "figures: demander to bidder: %lld + %lld basis points leave nothing for the last of three instalments (they must add up to %d)",
			    (long long)first, (long long)second, PERCENT_SCALE);
	if (figure(c, "fiscal_after_taskbook", "first", &fiscal) && fiscal >= PERCENT_SCALE)
		PROOF_WRONG(c, "figures: finance to demander: %lld basis points leave nothing for the second of two instalments (they must add up to %d)",
			    (long long)fiscal, PERCENT_SCALE);
}

/* ---- panels ---- */

static const struct panel_rules {
	const char *panel, *size, *odd, *kinds;
} panels[] = {
	{ "argument", "argue_panel_size", "argue_panel_odd", "argue_panel_kinds" },
	{ "review", "review_panel_size", "review_panel_odd", "review_panel_kinds" },
	{ "milestone", "milestone_panel_size", "milestone_panel_odd", "milestone_panel_kinds" },
	{ "acceptance", "acceptance_panel_size", "acceptance_panel_odd", "acceptance_panel_kinds" },
};

static bool rule_enabled(const struct proof *c, const char *name)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (str_is(str_of(name), rule_infos[i].name))
			return policy_enabled(c->p, (enum rule_id)i);
	return false;
}

#define PANEL_SEATS 15                  /* most seats of a panel_form (panel.def) */
#define EXPERT_KINDS 3

static void check_panels(struct proof *c)
{
	for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
		const struct panel_rules *r = &panels[i];
		int64_t min = 1, kinds = 0;
		bool sized = figure(c, r->size, "min", &min), kinded = figure(c, r->kinds, "kinds", &kinds);
		if (sized && (min < 1 || min > PANEL_SEATS))
			PROOF_WRONG(c, "figures: %s panel: at least %lld members cannot be seated (1..%d)", r->panel, (long long)min, PANEL_SEATS);
		if (sized && min % 2 == 0 && rule_enabled(c, r->odd))
			PROOF_WRONG(c, "figures: %s panel: the least size %lld is even, but an odd number is asked for", r->panel, (long long)min);
		if (kinded && (kinds < 1 || kinds > EXPERT_KINDS))
			PROOF_WRONG(c, "figures: %s panel: %lld kinds of experts, there are %d", r->panel, (long long)kinds, EXPERT_KINDS);
		if (sized && kinded && kinds > min)
			PROOF_WRONG(c, "figures: %s panel: %lld kinds of experts do not fit among %lld members", r->panel, (long long)kinds, (long long)min);
	}
}

/* ---- rubrics ---- */

static void check_rubric(struct proof *c, const struct rubric *r)
{
	const struct rubric_item *item = r->items.v;
	int64_t sum = 0;

	for (size_t i = 0; i < r->items.n; i++) {
		sum += item[i].max;
		for (size_t k = 0; k < i; k++)
			if (str_eq(item[k].code, item[i].code))
				PROOF_WRONG(c, "rubric %.*s: item '%.*s' is given twice", STR_ARG(r->panel), STR_ARG(item[i].code));
	}
	if (sum != 100)
		PROOF_WRONG(c, "rubric %.*s: the points add up to %lld, not 100", STR_ARG(r->panel), (long long)sum);
	if (r->pass > sum)
		PROOF_WRONG(c, "rubric %.*s: %lld points to pass, only %lld can be had", STR_ARG(r->panel), (long long)r->pass, (long long)sum);
}

static void check_rubrics(struct proof *c)
{
	const struct rubric *r = c->p->rubrics.v;

	for (size_t i = 0; i < c->p->rubrics.n; i++) {
		bool known = false;
		for (size_t k = 0; k < sizeof panels / sizeof *panels; k++)
			known |= str_is(r[i].panel, panels[k].panel);
		if (!known)
			PROOF_WRONG(c, "rubric %.*s: there is no such panel", STR_ARG(r[i].panel));
		check_rubric(c, &r[i]);
	}
	for (size_t i = 0; i < sizeof panels / sizeof *panels; i++)
		if (!policy_rubric(c->p, panels[i].panel))
			PROOF_WRONG(c, "rubrics: the %s panel has none", panels[i].panel);
}

void proof_figures(struct proof *c)
{
	check_needed(c);
	check_ranges(c);
	check_sames(c);
	check_instalments(c);
	check_panels(c);
	check_rubrics(c);
}

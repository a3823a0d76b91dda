/*
 * The rules of milestone checks: who sits on the panel, when it may be set, what the conclusion rests on.
 */
#include "life/8-milestone/milestone_facts.h"

static int64_t kinds_counted(int64_t bits)
{
	return (bits & 1) + (bits >> 1 & 1) + (bits >> 2 & 1);
}

struct verdict rule_milestone_day(const struct milestone_report_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_day, f->reached_on <= f->today, f->reached_on, f->today);
}

struct verdict rule_milestone_evidenced(const struct milestone_report_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_evidenced, f->actuals_evidenced >= f->actuals, f->actuals_evidenced, f->actuals);
}

struct verdict rule_milestone_reported(const struct milestone_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_reported, f->reported, f->reported, 1);
}

struct verdict rule_milestone_in_turn(const struct milestone_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_milestone_in_turn, f->earlier_open.n == 0, f->earlier_open.n != 0, 0, f->earlier_open);
}

struct verdict rule_milestone_panel_size(const struct milestone_panel_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_milestone_panel_size))
		return holds(RULE_milestone_panel_size);
	int64_t least = policy_param(p, RULE_milestone_panel_size, "min");

	return judged(RULE_milestone_panel_size, f->members >= least, f->members, least);
}

struct verdict rule_milestone_panel_odd(const struct milestone_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_panel_odd, f->members % 2 == 1, f->members, f->members + 1);
}

struct verdict rule_milestone_panel_kinds(const struct milestone_panel_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_milestone_panel_kinds))
		return holds(RULE_milestone_panel_kinds);
	int64_t least = policy_param(p, RULE_milestone_panel_kinds, "kinds");
	int64_t found = kinds_counted(f->kinds);

	return judged(RULE_milestone_panel_kinds, found >= least, found, least);
}

struct verdict rule_milestone_panel_head(const struct milestone_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_panel_head, f->demander_head, f->demander_head, 1);
}

struct verdict rule_milestone_panel_conflict(const struct milestone_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_milestone_panel_conflict, f->tied.n == 0, f->tied.n != 0, 0, f->tied);
}

struct verdict rule_milestone_panel_signed(const struct milestone_conclude_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_milestone_panel_signed, f->panel_signed, f->panel_signed, 1);
}

struct verdict rule_milestone_methods_kept(const struct milestone_conclude_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->methods_evidenced >= f->methods;

	return judged_about(RULE_milestone_methods_kept, ok, f->methods_evidenced, f->methods, f->method_bare);
}

struct verdict rule_milestone_follows_panel(const struct milestone_conclude_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->pass == f->panel_supports || f->reasoned;

	return judged(RULE_milestone_follows_panel, ok, f->pass, f->panel_supports);
}

/*
 * The rules of acceptance: when it may be applied for, who judges, what a pass rests on, when the project may be struck off.
 */
#include "base/day.h"
#include "life/9-acceptance/acceptance_facts.h"

static int64_t kinds_counted(int64_t bits)
{
	return (bits & 1) + (bits >> 1 & 1) + (bits >> 2 & 1);
}

struct verdict rule_acceptance_milestones_passed(const struct acceptance_apply_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->milestones > 0 && f->milestones_passed == f->milestones;

	return judged(RULE_acceptance_milestones_passed, ok, f->milestones_passed, f->milestones);
}

struct verdict rule_acceptance_indicators_answered(const struct acceptance_apply_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->indicators_answered >= f->indicators;

	return judged_about(RULE_acceptance_indicators_answered, ok, f->indicators_answered, f->indicators, f->indicator_missing);
}

struct verdict rule_acceptance_materials(const struct acceptance_apply_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_materials))
		return holds(RULE_acceptance_materials);
	int64_t least = policy_param(p, RULE_acceptance_materials, "kinds");

	return judged(RULE_acceptance_materials, f->material_kinds >= least, f->material_kinds, least);
}

/* At the end of the period; before it where the pack lets a project that has passed all its milestones be accepted early. */
struct verdict rule_acceptance_at_end(const struct acceptance_apply_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_at_end))
		return holds(RULE_acceptance_at_end);
	bool early = policy_param(p, RULE_acceptance_at_end, "early") && f->milestones > 0 && f->milestones_passed == f->milestones;

	return judged(RULE_acceptance_at_end, early || f->today >= f->ends, f->today, f->ends);
}

struct verdict rule_acceptance_in_time(const struct acceptance_apply_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_in_time))
		return holds(RULE_acceptance_in_time);
	int64_t latest = day_add(f->ends, (int)policy_param(p, RULE_acceptance_in_time, "days"));

	return judged(RULE_acceptance_in_time, f->today <= latest, f->today, latest);
}

struct verdict rule_acceptance_again(const struct acceptance_apply_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_again))
		return holds(RULE_acceptance_again);
	int64_t most = policy_param(p, RULE_acceptance_again, "times");

	return judged(RULE_acceptance_again, f->failures <= most, f->failures, most);
}

struct verdict rule_acceptance_rectify_times(const struct acceptance_conclude_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_rectify_times))
		return holds(RULE_acceptance_rectify_times);
	int64_t most = policy_param(p, RULE_acceptance_rectify_times, "times");

	return judged(RULE_acceptance_rectify_times, !f->rectify || f->rectified < most, f->rectified, most);
}

struct verdict rule_acceptance_panel_size(const struct acceptance_panel_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_panel_size))
		return holds(RULE_acceptance_panel_size);
	int64_t least = policy_param(p, RULE_acceptance_panel_size, "min");

	return judged(RULE_acceptance_panel_size, f->members >= least, f->members, least);
}

struct verdict rule_acceptance_panel_odd(const struct acceptance_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_acceptance_panel_odd, f->members % 2 == 1, f->members, f->members + 1);
}

struct verdict rule_acceptance_panel_kinds(const struct acceptance_panel_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_acceptance_panel_kinds))
		return holds(RULE_acceptance_panel_kinds);
	int64_t least = policy_param(p, RULE_acceptance_panel_kinds, "kinds");
	int64_t found = kinds_counted(f->kinds);

	return judged(RULE_acceptance_panel_kinds, found >= least, found, least);
}

struct verdict rule_acceptance_panel_conflict(const struct acceptance_panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_acceptance_panel_conflict, f->tied.n == 0, f->tied.n != 0, 0, f->tied);
}

struct verdict rule_acceptance_panel_signed(const struct acceptance_conclude_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_acceptance_panel_signed, f->panel_signed, f->panel_signed, 1);
}

struct verdict rule_acceptance_indicators_judged(const struct acceptance_conclude_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->indicators_judged >= f->indicators;

	return judged_about(RULE_acceptance_indicators_judged, ok, f->indicators_judged, f->indicators, f->indicator_missing);
}

/* A pass rests on the task book: every binding indicator is met. */
struct verdict rule_acceptance_by_taskbook(const struct acceptance_conclude_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = !f->pass || f->binding_unmet == 0;

	return judged_about(RULE_acceptance_by_taskbook, ok, f->binding_unmet, 0, f->binding_first);
}

struct verdict rule_acceptance_follows_panel(const struct acceptance_conclude_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->pass == f->panel_supports || f->reasoned;

	return judged(RULE_acceptance_follows_panel, ok, f->pass, f->panel_supports);
}

struct verdict rule_closing_materials(const struct acceptance_close_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->filed_least > 0 && f->filed_kinds >= f->applied_kinds;

	return judged_about(RULE_closing_materials, ok, f->filed_kinds, f->applied_kinds, f->kind_missing);
}

struct verdict rule_closing_money_settled(const struct acceptance_close_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->payments > 0 && f->payments_done == f->payments;

	return judged(RULE_closing_money_settled, ok, f->payments_done, f->payments);
}

/*
 * The rules of argument and list: facts in, verdict out.  No clock, no store.
 */
#include "base/day.h"
#include "life/2-call/call_facts.h"

struct verdict rule_argue_panel_size(const struct argue_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_argue_panel_size, "min");
	return judged(RULE_argue_panel_size, f->members >= min, f->members, min);
}

struct verdict rule_argue_panel_odd(const struct argue_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_argue_panel_odd, f->members % 2 == 1, f->members, f->members | 1);
}

struct verdict rule_argue_panel_kinds(const struct argue_facts *f, const struct policy *p)
{
	int64_t kinds = policy_param(p, RULE_argue_panel_kinds, "kinds");
	return judged(RULE_argue_panel_kinds, f->kinds >= kinds, f->kinds, kinds);
}

/* Named for the review panel (8.4.c), not here: the argument judges the demander's own demand. */
struct verdict rule_argue_panel_no_head(const struct argue_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_argue_panel_no_head, !f->head, f->head, 0);
}

struct verdict rule_argue_panel_conflict(const struct argue_facts *f, const struct policy *p)
{
	(void)p;
	bool free = f->tied.n == 0;
	return judged_about(RULE_argue_panel_conflict, free, !free, 0, f->tied);
}

struct verdict rule_argue_signed(const struct argue_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_argue_signed, f->signed_by_all, f->signed_by_all, 1);
}

struct verdict rule_argue_follows_panel(const struct argue_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_argue_follows_panel, f->follows_panel, f->follows_panel, 1, f->panel_conclusion);
}

struct verdict rule_list_filled(const struct list_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_list_filled, "min");
	return judged(RULE_list_filled, f->picks >= min, f->picks, min);
}

struct verdict rule_list_argued(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	bool all = f->not_argued.n == 0;
	return judged_about(RULE_list_argued, all, all, 1, f->not_argued);
}

struct verdict rule_list_grounds(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_list_grounds, f->without_grounds.n == 0, f->grounds, 3, f->without_grounds);
}

struct verdict rule_list_not_municipal(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	bool none = f->municipal.n == 0;
	struct verdict v = judged_about(RULE_list_not_municipal, none, !none, 0, f->municipal);
	if (!none && f->municipal_open)
		v.outcome = UNKNOWN;
	return v;
}

struct verdict rule_list_decision_day(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	bool between = f->decided_on >= f->drafted_on && f->decided_on <= f->today;
	return judged(RULE_list_decision_day, between, f->decided_on, f->today);
}

struct verdict rule_list_decided_all(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_list_decided_all, f->decided == f->items, f->decided, f->items);
}

struct verdict rule_list_approved(const struct list_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_list_approved, "min");
	return judged(RULE_list_approved, f->approved >= min, f->approved, min);
}

struct verdict rule_list_deadline_ahead(const struct list_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_list_deadline_ahead, f->deadline > f->now, f->deadline, f->now);
}

/* Whole days of 24 hours from now to the deadline. */
struct verdict rule_list_deadline(const struct list_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_list_deadline, "min_days");
	int64_t ahead = f->deadline - f->now;
	bool enough = ahead > 0 && ahead >= min * MS_PER_DAY;
	return judged(RULE_list_deadline, enough, ahead > 0 ? ahead / MS_PER_DAY : 0, min);
}

struct verdict rule_list_media(const struct list_facts *f, const struct policy *p)
{
	int64_t min = policy_param(p, RULE_list_media, "min");
	return judged(RULE_list_media, f->media >= min, f->media, min);
}

struct verdict rule_municipal_match(const struct municipal_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_municipal_match, f->included || f->match_fen == 0, f->match_fen, 0);
}

struct verdict rule_municipal_day(const struct municipal_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_municipal_day, f->noted_on <= f->today, f->noted_on, f->today);
}

struct verdict rule_municipal_evidence(const struct municipal_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_municipal_evidence, !f->included || f->evidence, f->evidence, 1);
}

struct verdict rule_municipal_decision(const struct municipal_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_municipal_decision, f->match_fen == 0 || f->decision, f->decision, 1);
}

struct verdict rule_municipal_cap(const struct municipal_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_municipal_cap))
		return holds(RULE_municipal_cap);
	int64_t most = policy_param(p, RULE_municipal_cap, "max_fen");

	return judged(RULE_municipal_cap, f->match_fen <= most, f->match_fen, most);
}

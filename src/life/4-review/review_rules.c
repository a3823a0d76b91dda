/* Rules of the bid review: what must be done before a panel is proposed, who sits on it, when it has spoken. */
#include "life/4-review/review_facts.h"

struct verdict rule_review_bids_checked(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_bids_checked, f->checked == f->opened, f->checked, f->opened);
}

struct verdict rule_review_bid_passed(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_bid_passed, f->passed >= 1, f->passed, 1);
}

struct verdict rule_review_panel_size(const struct review_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_review_panel_size))
		return holds(RULE_review_panel_size);
	int64_t least = policy_param(p, RULE_review_panel_size, "min");
	return judged(RULE_review_panel_size, f->panel.members >= least, f->panel.members, least);
}

struct verdict rule_review_panel_odd(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_panel_odd, f->panel.members % 2 == 1, f->panel.members, f->panel.members + 1);
}

struct verdict rule_review_panel_kinds(const struct review_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_review_panel_kinds))
		return holds(RULE_review_panel_kinds);
	int64_t found = panel_kinds_count(f->panel.kinds), wanted = policy_param(p, RULE_review_panel_kinds, "kinds");
	return judged(RULE_review_panel_kinds, found >= wanted, found, wanted);
}

struct verdict rule_review_panel_head(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_panel_head, f->panel.demander_head, f->panel.demander_head, 1);
}

struct verdict rule_review_panel_conflict(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_review_panel_conflict, !f->panel.tied.n, 0, 0, f->panel.tied);
}

struct verdict rule_review_panel_meets(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_panel_meets, f->meets >= f->today, f->meets, f->today);
}

struct verdict rule_review_panel_signed(const struct review_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_review_panel_signed, f->signed_by_all && f->members > 0, f->signatures, f->members);
}

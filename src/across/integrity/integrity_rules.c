/* Rules of the integrity register: who may be entered, after whom was heard, for how long, and how an entry goes away. Pure. */
#include "across/integrity/integrity_facts.h"
#include "base/day.h"

struct verdict rule_discredit_happened(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_discredit_happened, f->happened <= f->today, f->happened, f->today);
}

/* Blameless exploration never reaches the register; own fault does where the pack says so. */
struct verdict rule_entry_for_fault(const struct integrity_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_entry_for_fault))
		return holds(RULE_entry_for_fault);
	bool own = !f->own_fault || policy_param(p, RULE_entry_for_fault, "own_fault") != 0;
	bool ok = !f->failed || (!f->blameless && own);

	return judged(RULE_entry_for_fault, ok, ok, 1);
}

struct verdict rule_allegation_decider(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_allegation_decider, f->decider_other, f->decider_other, 1);
}

/* The term itself is made by the act from the same figure. No story breaks it: only a pack without a term does. */
struct verdict rule_allegation_term(const struct integrity_facts *f, const struct policy *p)
{
	(void)f;
	if (!policy_enabled(p, RULE_allegation_term))
		return holds(RULE_allegation_term);
	int64_t days = policy_param(p, RULE_allegation_term, "days");

	return judged(RULE_allegation_term, days > 0, days, 1);
}

struct verdict rule_allegation_heard(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	bool ok = f->notified && (f->stated || f->today > f->due);

	return judged(RULE_allegation_heard, ok, f->today, f->due);
}

struct verdict rule_allegation_document(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_allegation_document, !f->founded || f->documented, f->documented, 1);
}

struct verdict rule_entry_years(const struct integrity_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_entry_years))
		return holds(RULE_entry_years);
	int64_t least = policy_param(p, RULE_entry_years, "least"), most = policy_param(p, RULE_entry_years, "most");
	bool ok = !f->founded || (f->years >= least && f->years <= most);

	return judged(RULE_entry_years, ok, f->years, f->years < least ? least : most);
}

struct verdict rule_sanction_ends(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_sanction_ends, f->sanctions_past == 0, f->sanctions_past, 0);
}

struct verdict rule_appeal_in_time(const struct integrity_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_appeal_in_time))
		return holds(RULE_appeal_in_time);
	int64_t last = day_add(f->entered_on, policy_param(p, RULE_appeal_in_time, "days"));

	return judged(RULE_appeal_in_time, f->today <= last, f->today, last);
}

/* No story breaks it: the bureau handles and decides allegations, the government appeals (roles.def); it stands for one person in both. */
struct verdict rule_appeal_other(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_appeal_other, f->appeal_other, f->appeal_other, 1);
}

struct verdict rule_appeal_shorter(const struct integrity_facts *f, const struct policy *p)
{
	(void)p;
	bool shorter = f->new_ends >= f->today && (f->old_ends == 0 || f->new_ends < f->old_ends);

	return judged(RULE_appeal_shorter, !f->shortened || shorter, f->new_ends, f->old_ends);
}

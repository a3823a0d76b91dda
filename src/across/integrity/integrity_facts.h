/* What the rules of the integrity register look at. */
#ifndef INTEGRITY_FACTS_H
#define INTEGRITY_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct integrity_facts {
	int64_t happened, today;
	bool failed;                    /* it comes from a project that failed */
	bool blameless, own_fault;      /* how that failure was classified */
	bool decider_other;             /* the decider is another official than the handler */
	bool notified, stated;          /* the concerned was told; has stated its case */
	int64_t due;                    /* last day to do so */
	bool founded, documented;
	int64_t years;                  /* term of the entry */
	int64_t sanctions_past;         /* measures that end before today */
	int64_t entered_on;             /* of the entry that is appealed */
	bool appeal_other;              /* the appeal is decided by somebody who did not handle or decide it */
	bool shortened;
	int64_t new_ends, old_ends;     /* shortened to; before (0 = no end) */
};

struct verdict rule_discredit_happened(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_entry_for_fault(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_allegation_decider(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_allegation_term(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_allegation_heard(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_allegation_document(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_entry_years(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_sanction_ends(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_appeal_in_time(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_appeal_other(const struct integrity_facts *f, const struct policy *p);
struct verdict rule_appeal_shorter(const struct integrity_facts *f, const struct policy *p);

#endif

/*
 * What the rules of extensions look at: one report, or the opinion or decision on both.
 */
#ifndef EXTENSION_FACTS_H
#define EXTENSION_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct extension_facts {
	int64_t today, happened_on, starts;
	int64_t ends_now;               /* the last day as it holds now */
	int64_t ends_book;              /* of the signed book and agreed changes, without extensions */
	int64_t ends_wanted;            /* asked, proposed or decided; 0: no extension is wanted */
	bool extend;                    /* an extension is what is asked, proposed or decided */
	int64_t proofs;                 /* files */
	int64_t extended;               /* extensions granted in this project */
	int64_t reports;                /* sides that have reported */
	int64_t decided_on, examined_on;
	bool follows, reasoned;         /* the decision is the bureau's opinion; a reason is given */
	bool refused;
};

struct verdict rule_extension_proved(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_happened(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_lead_time(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_longer(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_most(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_times(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_both(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_decision_day(const struct extension_facts *f, const struct policy *p);
struct verdict rule_extension_reason(const struct extension_facts *f, const struct policy *p);

#endif

/* What the rules of the restricted scope look at. */
#ifndef SCOPE_FACTS_H
#define SCOPE_FACTS_H

#include "rule/policy.h"

struct secrecy_facts {
	bool invited;                   /* named in the restricted scope */
	bool scan;                      /* the sealed pledge is attached */
};

struct scope_facts {
	bool restricted;
	int64_t now, deadline;          /* instants; deadline 0: not published yet */
	int64_t days_left;              /* until the deadline */
	bool denied, reasoned;
};

struct verdict rule_secrecy_invited(const struct secrecy_facts *f, const struct policy *p);
struct verdict rule_secrecy_scan(const struct secrecy_facts *f, const struct policy *p);
struct verdict rule_scope_restricted(const struct scope_facts *f, const struct policy *p);
struct verdict rule_scope_in_time(const struct scope_facts *f, const struct policy *p);
struct verdict rule_scope_time_left(const struct scope_facts *f, const struct policy *p);
struct verdict rule_scope_refusal(const struct scope_facts *f, const struct policy *p);

#endif

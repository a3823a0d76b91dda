/* What the rules of the bid review look at. */
#ifndef LIFE_REVIEW_FACTS_H
#define LIFE_REVIEW_FACTS_H

#include "across/panel/panel_facts.h"
#include "rule/policy.h"
#include "rule/verdict.h"

struct review_facts {
	int64_t opened, checked, passed;        /* bids */
	struct panel_facts panel;
	int64_t meets, today;
	int64_t members, signatures;
	bool signed_by_all;
};

struct verdict rule_review_bids_checked(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_bid_passed(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_size(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_odd(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_kinds(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_head(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_conflict(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_meets(const struct review_facts *f, const struct policy *p);
struct verdict rule_review_panel_signed(const struct review_facts *f, const struct policy *p);

#endif

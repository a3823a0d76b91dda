/*
 * What the rules of milestone checks look at: the panel before it is seated, and the demander's conclusion.
 */
#ifndef MILESTONE_FACTS_H
#define MILESTONE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct milestone_panel_facts {
	int64_t members, kinds;         /* seats that vote; kinds of experts as bits (1 management, 2 front-line, 4 peer) */
	bool demander_head;             /* the person in charge of the listing unit sits on it */
	struct str tied;                /* the first member with an interest; empty: none */
	bool reported;                  /* the awardee has handed in the milestone's results */
	struct str earlier_open;        /* an earlier milestone that is not passed yet; empty: none */
};

struct milestone_conclude_facts {
	bool panel_signed;
	bool pass, panel_supports;
	bool reasoned;                  /* a reason is given for departing from the panel */
	int64_t methods, methods_evidenced;     /* chosen for this check; of these with evidence */
	struct str method_bare;         /* a method without evidence; empty: none */
};

struct milestone_report_facts {
	int64_t reached_on, today;
	int64_t actuals, actuals_evidenced;
};

struct verdict rule_milestone_day(const struct milestone_report_facts *f, const struct policy *p);
struct verdict rule_milestone_evidenced(const struct milestone_report_facts *f, const struct policy *p);
struct verdict rule_milestone_reported(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_in_turn(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_size(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_odd(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_kinds(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_head(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_conflict(const struct milestone_panel_facts *f, const struct policy *p);
struct verdict rule_milestone_panel_signed(const struct milestone_conclude_facts *f, const struct policy *p);
struct verdict rule_milestone_methods_kept(const struct milestone_conclude_facts *f, const struct policy *p);
struct verdict rule_milestone_follows_panel(const struct milestone_conclude_facts *f, const struct policy *p);

#endif

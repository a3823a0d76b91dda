/*
 * What the rules of acceptance and strike-off look at.
 */
#ifndef ACCEPTANCE_FACTS_H
#define ACCEPTANCE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct acceptance_apply_facts {
	int64_t milestones, milestones_passed;
	int64_t indicators, indicators_answered;        /* of the task book; answered in the application */
	struct str indicator_missing;
	int64_t material_kinds;                         /* different kinds of material with a title or a file */
	int64_t ends, today;                            /* the last day that holds now */
	int64_t failures;                               /* acceptances that failed before */
};

struct acceptance_panel_facts {
	int64_t members, kinds;                         /* kinds as bits: 1 management, 2 front-line, 4 peer */
	struct str tied;
};

struct acceptance_conclude_facts {
	bool panel_signed;
	bool pass, panel_supports, reasoned;
	bool rectify;                                   /* the grade asks for mending */
	int64_t rectified;                              /* results before that asked for it */
	int64_t indicators, indicators_judged;          /* of the task book; judged in the conclusion */
	struct str indicator_missing;
	int64_t binding_unmet;                          /* binding indicators that were found not met */
	struct str binding_first;
};

struct acceptance_close_facts {
	int64_t applied_kinds, filed_kinds;             /* kinds of material of the application; of these filed with the bureau */
	struct str kind_missing;
	int64_t filed_least;                            /* materials filed */
	int64_t payments, payments_done;
};

struct verdict rule_acceptance_milestones_passed(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_indicators_answered(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_materials(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_at_end(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_in_time(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_again(const struct acceptance_apply_facts *f, const struct policy *p);
struct verdict rule_acceptance_rectify_times(const struct acceptance_conclude_facts *f, const struct policy *p);
struct verdict rule_acceptance_panel_size(const struct acceptance_panel_facts *f, const struct policy *p);
struct verdict rule_acceptance_panel_odd(const struct acceptance_panel_facts *f, const struct policy *p);
struct verdict rule_acceptance_panel_kinds(const struct acceptance_panel_facts *f, const struct policy *p);
struct verdict rule_acceptance_panel_conflict(const struct acceptance_panel_facts *f, const struct policy *p);
struct verdict rule_acceptance_panel_signed(const struct acceptance_conclude_facts *f, const struct policy *p);
struct verdict rule_acceptance_indicators_judged(const struct acceptance_conclude_facts *f, const struct policy *p);
struct verdict rule_acceptance_by_taskbook(const struct acceptance_conclude_facts *f, const struct policy *p);
struct verdict rule_acceptance_follows_panel(const struct acceptance_conclude_facts *f, const struct policy *p);
struct verdict rule_closing_materials(const struct acceptance_close_facts *f, const struct policy *p);
struct verdict rule_closing_money_settled(const struct acceptance_close_facts *f, const struct policy *p);

#endif

/*
 * What the rules of the demand look at: plain figures, gathered by need_act.c.  Rules and their tests include nothing else.
 */
#ifndef NEED_FACTS_H
#define NEED_FACTS_H

#include "rule/policy.h"

struct round_facts {
	int64_t first_day, last_day, today;
};

struct need_facts {
	int64_t today;
	/* the round; resubmission after a return looks at none */
	bool in_round;                  /* the round is looked at */
	bool round_confirmed;
	int64_t round_first, round_last;
	struct str round_title;
	bool kind_in_round;
	struct str kind_label;
	/* the demander */
	struct str org, org_kind;       /* its name; enterprise, university … */
	struct str project_type;
	bool org_verified, org_enterprise, org_code_good, org_in_district;
	int64_t key_industry;           /* 1 yes, 0 no, -1 nobody has said */
	int64_t discredit_day;          /* latest entry of the register, 0 = none */
	struct str discredit;           /* its document */
	/* the form */
	bool field_listed;
	struct str field;
	bool goal, urgent, alone, sustained, support, first_use, ownership, credit_declared, truth, no_secret;
	int64_t indicators, targets;    /* rows; rows with a target */
	struct str without_target;      /* the first without */
	int64_t dates, latest_month, period;
	struct str latest_name;
	int64_t pay_fen, fiscal_fen, total_fen;
	bool restricted, confidential;
	int64_t invited, blurred;       /* units named; public wordings given */
	struct str invited_bad;         /* the first with a wrong credit code */
};

struct verdict rule_round_dates(const struct round_facts *f, const struct policy *p);
struct verdict rule_need_round_open(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_round_kind(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_org_verified(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_org_enterprise(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_org_code(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_org_district(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_key_industry(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_field(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_goal(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_urgent(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_alone(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_sustained(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_support(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_first_use(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_indicators(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_targets(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_dates(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_dates_inside(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_period(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_ownership(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_money(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_fiscal_share(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_fiscal_cap(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_credit_declared(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_credit(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_scope(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_scope_codes(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_blurred(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_no_secret(const struct need_facts *f, const struct policy *p);
struct verdict rule_need_truth(const struct need_facts *f, const struct policy *p);

#endif

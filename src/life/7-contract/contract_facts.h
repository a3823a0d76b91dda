/*
 * What the rules of the contract and the task book look at.
 */
#ifndef CONTRACT_FACTS_H
#define CONTRACT_FACTS_H

#include "across/payment/payment_facts.h"
#include "rule/policy.h"
#include "rule/verdict.h"

struct contract_facts {
	int64_t signed_on, today;
	int64_t scans;
};

struct contract_meet_facts {
	int64_t day, today;
};

struct taskbook_facts {
	int64_t parts, parts_wanted;    /* named parts of the task book that are there, of how many */
	struct str missing;             /* the names of those that are not, joined */
	int64_t starts, ends;
	bool has_contract;
	int64_t contract_fen;
	struct fund_facts fund;
	struct fund_facts whole;        /* the project's: of a horse race all runners together; else the same */
	bool runner, allotted;          /* one of a horse race; its first shares are decided */
	int64_t lane_rd_fen, lane_fiscal_fen;
	bool has_approved;              /* the government approved a sum of fiscal money */
	int64_t approved_fen;
	int64_t milestones, milestones_outside;         /* outside the period or not in the order of their days */
	struct str milestone_outside;   /* the first such */
	int64_t milestones_releasing;   /* that let the second instalment go */
	int64_t indicators, indicators_bare;            /* bare: without a criterion for acceptance */
	struct str indicator_bare;
	bool pi_stays;
	bool accounts_equal;            /* both accounts typed the same twice */
	bool fiscal_account;            /* the demander's account is given, where fiscal money will come */
};

struct signing_facts {
	int64_t papers;                 /* of the three papers, how many this party signs now */
	int64_t scans;
	bool signed_before;
	int64_t parties;                /* parties that have signed, this one included */
};

struct verdict rule_contract_day(const struct contract_facts *f, const struct policy *p);
struct verdict rule_contract_meet_day(const struct contract_meet_facts *f, const struct policy *p);
struct verdict rule_contract_scan(const struct contract_facts *f, const struct policy *p);
struct verdict rule_contract_before_taskbook(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_complete(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_period(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_days(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_amount(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_race_first_decided(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_race_book_total(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_race_book_fiscal(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_fiscal_approved(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_milestones(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_milestones_inside(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_release_once(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_criteria(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_taskbook_accounts(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_pi_stays(const struct taskbook_facts *f, const struct policy *p);
struct verdict rule_three_papers_signed(const struct signing_facts *f, const struct policy *p);
struct verdict rule_sealed_scan(const struct signing_facts *f, const struct policy *p);
struct verdict rule_sign_once(const struct signing_facts *f, const struct policy *p);
struct verdict rule_three_parties_signed(const struct signing_facts *f, const struct policy *p);

/* Whole and begun months from one day to another: 36 for exactly three years, 37 for a day more. */
int64_t months_between(int64_t starts, int64_t ends);

#endif

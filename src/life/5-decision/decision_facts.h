/* What the rules of the award look at. */
#ifndef LIFE_DECISION_FACTS_H
#define LIFE_DECISION_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct decision_facts {
	/* a horse race: its four conditions (8.4.e) */
	bool hard;                      /* an opinion that the task is hard is on record */
	bool ranked;                    /* the panel could rank the plans */
	int64_t united;                 /* of the attempt to unite the bidders: when, who, result */
	int64_t agreed;                 /* demander and listing unit that agree */
	int64_t winners;                /* bids picked */
	struct str not_passed;          /* the first picked one that is not a bid of this case, or failed the formal check */
	struct str not_reviewed;        /* the first picked one that the panel did not place */
	enum outcome affiliation;       /* of the picked ones: the worst */
	struct str path;
	int64_t steps;
	int64_t rank;                   /* the panel's place of the picked one; 0: it ranked nothing */
	bool departs;                   /* from the panel's ranking or conclusion */
	bool reason;
	int64_t decided_on, proposed_on, today;
	bool denied, remark;
};

struct verdict rule_decision_one_winner(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_horse_race(const struct decision_facts *f, const struct policy *p);
struct verdict rule_race_hard(const struct decision_facts *f, const struct policy *p);
struct verdict rule_race_unranked(const struct decision_facts *f, const struct policy *p);
struct verdict rule_race_not_united(const struct decision_facts *f, const struct policy *p);
struct verdict rule_race_agreed(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_winner_passed(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_winner_reviewed(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_affiliation(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_departure_reason(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_day(const struct decision_facts *f, const struct policy *p);
struct verdict rule_decision_deny_reason(const struct decision_facts *f, const struct policy *p);

#endif

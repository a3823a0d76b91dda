/*
 * What the rules of change requests look at: the items of one request against the pack's list and what holds now.
 */
#ifndef CHANGE_FACTS_H
#define CHANGE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct change_facts {
	int64_t items;
	int64_t listed, may_ask;        /* items whose kind the pack lists; of which this party may ask */
	struct str unlisted, not_asked; /* the first that is not: its name */
	int64_t whole;                  /* items that say all that their kind needs */
	struct str bare;
	int64_t known;                  /* items about something that is there: a milestone not passed, an instalment not paid, a member of the team */
	struct str unknown;
	struct str same;                /* the first that changes nothing */
	struct str twice;               /* the first thing that is named twice */
	int64_t proofs, proofs_wanted;  /* items that need proof; of these with files */
	struct str unproved;
	int64_t often, often_most;      /* agreed already of the kind that was used up; and how often it may be */
	struct str used_up;
	int64_t months;                 /* of the period as it would be; 0: it does not become longer */
	int64_t days_outside;           /* milestones outside of it, not in the order of their ordinals, or days that have passed */
	struct str day_outside;
	struct str partner_strange;     /* a new partner that is not registered and verified */
	struct str partner_tied;        /* a new partner tied to the demander: the path */
	int64_t discredit_day, today;   /* of the new partners' entries in the discredit register, the latest */
	struct str discredit;
};

struct change_answer_facts {
	bool deny, reasoned;
	bool asked, answered;           /* this party's approval is needed; it has answered already */
};

struct verdict rule_change_listed(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_asked_by(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_whole(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_known(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_other(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_once(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_proved(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_times(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_period(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_days(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_partner(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_affiliation(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_credit(const struct change_facts *f, const struct policy *p);
struct verdict rule_change_reason(const struct change_answer_facts *f, const struct policy *p);

#endif

/*
 * What the rules of recovery look at: the audit's figures, what was typed, what came back and from where.
 */
#ifndef RECOVERY_FACTS_H
#define RECOVERY_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct recovery_facts {
	bool reported;                  /* the appointed firm has filed its report */
	int64_t audited_fen, fixed_fen; /* balance and off-purpose money: of the report, as typed */
	bool parts_same;                /* each of the two as audited */
	int64_t parties, commented;     /* who may comment on the report; who did */
	int64_t filed_on, today;
	int64_t objections;
	bool answered;
	int64_t owed_fen, total_fen;    /* demanded; received with this receipt */
	bool same_channel;
	int64_t received_on, demanded_on;
	bool reference_used;
};

struct verdict rule_recovery_audited(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_as_audited(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_commented(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_answered(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_term(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_within(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_channel(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_day(const struct recovery_facts *f, const struct policy *p);
struct verdict rule_recovery_reference(const struct recovery_facts *f, const struct policy *p);

#endif

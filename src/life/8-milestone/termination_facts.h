/*
 * What the rules of halting and ending a project look at.
 */
#ifndef TERMINATION_FACTS_H
#define TERMINATION_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct halt_facts {
	int64_t files;                  /* evidence that was uploaded */
	struct str failed;              /* the milestone whose assessment failed; empty: none */
	int64_t found_on, today;        /* since when it is known that the project cannot be finished */
};

struct termination_facts {
	int64_t files;
	int64_t parties, heard;         /* who has to be heard; who was */
	int64_t proposed_on, today;
	bool deny, reasoned;
	int64_t examined_on, decided_on;
	int64_t owed_fen, received_fen; /* of the recovery */
};

struct verdict rule_halt_evidenced(const struct halt_facts *f, const struct policy *p);
struct verdict rule_resume_assessed(const struct halt_facts *f, const struct policy *p);
struct verdict rule_cannot_finish_day(const struct halt_facts *f, const struct policy *p);
struct verdict rule_cannot_finish_in_time(const struct halt_facts *f, const struct policy *p);
struct verdict rule_termination_evidenced(const struct termination_facts *f, const struct policy *p);
struct verdict rule_termination_heard(const struct termination_facts *f, const struct policy *p);
struct verdict rule_termination_day(const struct termination_facts *f, const struct policy *p);
struct verdict rule_termination_deny_reason(const struct termination_facts *f, const struct policy *p);
struct verdict rule_termination_settled(const struct termination_facts *f, const struct policy *p);
struct verdict rule_failure_heard(const struct termination_facts *f, const struct policy *p);

#endif

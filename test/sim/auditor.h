/*
 * The auditor: predicts which rules an act breaks, from what it saw happen.
 *
 * Written from the clauses of the catalogue (and the figures they name), with plain arrays, without reading rule code, facts or statements of the
 * program: two people who read the same clause must come to the same answer.  It knows of the program only the names of acts, rules and form fields.
 */
#ifndef SIM_AUDITOR_H
#define SIM_AUDITOR_H

#include "act/act.h"

/* An act that was done, as the book tells it. */
struct audit_line {
	struct act_request q;           /* who, on what, with which input, when */
	int64_t made, challenge;        /* the case after the act */
	struct str stage;               /* where the case stands after it */
	struct rows items;              /* struct audit_item: the rows it wrote, in order */
};
struct audit_item {
	struct str table;
	int64_t id;
};

struct rule_set {
	bool has[RULE_COUNT + 1];
};

struct auditor;
size_t auditor_size(void);              /* a model is copied byte by byte: no pointers inside but to texts that live as long as the run */
void auditor_start(struct auditor *m);
void auditor_saw(struct auditor *m, const struct audit_line *l);
/* The rules that the act would break now. False: it does not know this act. */
bool auditor_predicts(const struct auditor *m, const struct act_request *q, struct rule_set *out);
/* Is there a desk of this name?  The signing rules are compared only when somebody predicts them. */
bool auditor_has(const char *desk);

#endif

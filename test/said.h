/*
 * Tables of verdicts: SAYS(rule, facts, outcome, found, wanted, .field = value, …), a row each.
 *
 * The figures are what a refusal shows its reader (`{found}`, `{wanted}`), so a row checks them beside the outcome, and that the rule signs
 * with its own name.  `p` is the pack: dazu_pack(a), or pack_of(a, &binding) where a figure has to be another.
 */
#ifndef TEST_SAID_H
#define TEST_SAID_H

#include "pack.h"

static inline void said(struct verdict v, struct verdict wanted, const char *file, int line)
{
	if (v.rule == wanted.rule && v.outcome == wanted.outcome && v.found == wanted.found && v.wanted == wanted.wanted)
		return;
	print_error("rule %d outcome %d found %lld wanted %lld, not rule %d outcome %d found %lld wanted %lld\n", (int)v.rule, (int)v.outcome,
		    (long long)v.found, (long long)v.wanted, (int)wanted.rule, (int)wanted.outcome, (long long)wanted.found,
		    (long long)wanted.wanted);
	_fail(file, line);
}

#define SAYS(RULE, FACTS, OUTCOME, FOUND, WANTED, ...) \
	said(rule_##RULE(&(const struct FACTS){ __VA_ARGS__ }, p), \
	     (struct verdict){ .rule = RULE_##RULE, .outcome = (OUTCOME), .found = (FOUND), .wanted = (WANTED) }, __FILE__, __LINE__)

/* A pack that binds this rule only. */
static inline const struct policy *pack_of(struct arena *a, const struct binding *b)
{
	struct policy *p = NEW(a, struct policy);
	struct binding *own = NEW(a, struct binding);
	*own = *b;
	p->bindings = (struct rows){ own, 1 };
	return p;
}

#endif

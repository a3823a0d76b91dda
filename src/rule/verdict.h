/*
 * What a rule answers.
 *
 * A rule takes facts and the pack's parameters and returns a verdict; it has no clock, no store, no allocation, no
 * printing.  HOLDS and BROKEN carry the figures; UNKNOWN means that a fact is missing and a person has to look.
 */
#ifndef RULE_VERDICT_H
#define RULE_VERDICT_H

#include "base/str.h"

enum rule_id {
#define RULE(ID, AT, ...) RULE_##ID,
#include "tables/rules.def"
#undef RULE
	RULE_COUNT
};

enum outcome { HOLDS, BROKEN, UNKNOWN };

enum unit { UNIT_NONE, UNIT_COUNT, UNIT_PERSONS, UNIT_FEN, UNIT_SHARE, UNIT_DAYS, UNIT_MONTHS, UNIT_DAY, UNIT_INSTANT, UNIT_FLAG };

enum force { FORCE_MUST, FORCE_NORMALLY, FORCE_ADVISE };

struct verdict {
	enum rule_id rule;      /* which rule spoke; the pack binds it to its clauses */
	enum outcome outcome;
	int64_t found, wanted;  /* in the rule's unit */
	struct str subject;     /* who or what it is about; empty = the case itself */
	int64_t waiver;         /* the door's: the granted waiver that answers it */
};

struct rule_info {
	const char *name;       /* "panel_size" */
	const char *at;         /* room or act it belongs to; one rule function may serve several rooms */
	const char *sentence;   /* Chinese, with {found} {wanted} {subject} */
	const char *remedy;     /* Chinese: how to get there */
	enum unit unit;
	const char *params[4];  /* parameters that the pack's binding must give */
	const char *where;      /* "file.c:function": for the rulebook */
};
extern const struct rule_info rule_infos[RULE_COUNT + 1]; /* one more, so that it is never empty */

static inline struct verdict holds(enum rule_id rule)
{
	return (struct verdict){ .rule = rule, .outcome = HOLDS };
}

static inline struct verdict judged(enum rule_id rule, bool ok, int64_t found, int64_t wanted)
{
	return (struct verdict){ .rule = rule, .outcome = ok ? HOLDS : BROKEN, .found = found, .wanted = wanted };
}

static inline struct verdict judged_about(enum rule_id rule, bool ok, int64_t found, int64_t wanted, struct str subject)
{
	return (struct verdict){ .rule = rule, .outcome = ok ? HOLDS : BROKEN, .found = found, .wanted = wanted, .subject = subject };
}

#endif

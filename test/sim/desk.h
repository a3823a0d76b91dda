/*
 * A desk of the auditor: some acts, and what it remembers for them.  Each desk is a file audit_NAME.c of its own with a memory of its own: what two
 * desks both need to know, both see for themselves.
 */
#ifndef SIM_DESK_H
#define SIM_DESK_H

#include "sim/auditor.h"

struct desk {
	const char *name;
	size_t size;                    /* of its memory: plain arrays, no pointers but to texts; zeroed at the start, copied byte by byte */
	void (*saw)(void *memory, const struct audit_line *l);
	/* False: not an act of this desk (it may still say which of its rules are broken besides: desk `signing`). */
	bool (*predicts)(const void *memory, const struct act_request *q, struct rule_set *out);
};

#define DESK(NAME) extern const struct desk desk_##NAME;
#include "sim/desks.def"
#undef DESK

static inline void breaks(struct rule_set *out, enum rule_id rule, bool broken)
{
	if (broken)
		out->has[rule] = true;
}

#endif

/*
 * The rows of acts.def with the functions that carry their names.  Functions that an act does not need are simply not
 * written: a weak reference is NULL then.
 */
#include "act/act.h"

#define ACT(ID, ROOM, LABEL, TARGET, FORM, MOVES) \
	extern const struct fields FORM##_fields __attribute__((weak)); \
	bool ID##_prefill(struct act_run *r) __attribute__((weak)); \
	bool ID##_facts(struct act_run *r) __attribute__((weak)); \
	void ID##_judge(struct act_run *r) __attribute__((weak)); \
	void ID##_apply(struct act_run *r) __attribute__((weak));
#include "tables/acts.def"
#undef ACT

const struct act_info act_infos[ACT_COUNT] = {
#define ACT(ID, ROOM, LABEL, TARGET, FORM, MOVES) \
	{ #ID, #ROOM, LABEL, #TARGET, &FORM##_fields, MOVES, ID##_prefill, ID##_facts, ID##_judge, ID##_apply },
#include "tables/acts.def"
#undef ACT
};

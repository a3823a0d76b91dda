/*
 * A demand that nobody bid for, or nobody deserved, is listed again as a new case that names the old one as its parent: the bureau proposes,
 * the demander confirms with the demand as it should now read.  It was argued already, so it waits for the next list at once.
 */
#ifndef RELIST_H
#define RELIST_H

#include "life/1-need/need.h"
#include "life/1-need/need_facts.h"
#include "base/field_struct.h"
#include "life/1-need/relist.def"
#include "base/field_end.h"

/* May it be proposed now: the case is over without a winner, and no proposal stands. */
bool relist_possible(struct db *db, struct arena *a, int64_t challenge, struct str stage);
/* need_act.c: what the form of a demand says, judged and written; shared with relist_act.c. */
void need_form_facts(struct act_run *r, struct need_facts *f, const struct need_form *in);
void need_form_judge(struct act_run *r, const struct need_facts *f);
/* Makes the case and the first version; to: the stage it begins in, NULL = the only one that the road has. */
void need_form_case(struct act_run *r, struct challenge_row *c, const struct need_form *in, const char *to);

#endif

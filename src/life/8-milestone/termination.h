/*
 * Stopping and ending a project (8.7.c, 8.8.c, 8.8.d, 9.2): halt and resumption, termination, recovery of fiscal money, class of the failure.
 *
 * A termination goes examined -> decided -> audited (across/audit) -> recovered -> closed; before the task book is signed no money has
 * flowed, and the decision closes the case at once.
 */
#ifndef TERMINATION_H
#define TERMINATION_H

#include "act/act.h"
#include "across/audit/audit.h"
#include "life/8-milestone/recovery_facts.h"
#include "life/8-milestone/termination_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/8-milestone/termination.def"
#include "life/8-milestone/recovery.def"
#include "base/field_end.h"

/* The newest termination of a case. */
bool termination_of(struct db *db, struct arena *a, int64_t challenge, struct termination_row *out);
/* An open halt is over (a passed assessment, a resumption): written down where one is open. */
void project_halt_lift(struct act_run *r, struct str remedied, struct str proof);
/* This room's own: tells demander, awardee and bureau, with a link to the page. */
void ending_tell(struct act_run *r, struct str title, struct str text);
struct str ending_number(struct act_run *r);            /* the case's number */
struct str ending_link(struct act_run *r);
int64_t ending_files(struct str digests);
/* "demander" or "bureau": as whom this person acts; false: neither. */
bool ending_side(struct act_run *r, struct str *side);

#endif

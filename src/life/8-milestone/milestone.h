/*
 * Milestones (8.7): the awardee reports results, a panel checks, the demander concludes; money goes on or stops.
 */
#ifndef MILESTONE_H
#define MILESTONE_H

#include "across/panel/panel.h"
#include "act/act.h"
#include "life/8-milestone/milestone_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/8-milestone/milestone.def"
#include "life/8-milestone/change.def"
#include "life/8-milestone/extension.def"
#include "base/field_end.h"

/* Does it run: from the signatures to its acceptance? */
bool project_running(struct str stage);
/* Did the government answer the latest report of force majeure with: terminate?  A ground for the termination procedure. */
bool extension_terminates(struct db *db, struct arena *a, int64_t challenge);

#endif

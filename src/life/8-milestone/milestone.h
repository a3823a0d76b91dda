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
#include "base/field_end.h"

/* Who leads the project now: the task book's leader, or who took over since. */
struct str project_leader(struct db *db, struct arena *a, int64_t challenge);
/* Does it run: from the signatures to its acceptance? */
bool project_running(struct str stage);

#endif

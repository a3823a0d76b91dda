/*
 * Every limit has an owner, and the road says what happens when nobody acts: a reminder, a word to whoever watches over it, an act by itself.
 *
 * For: the tick (what is due now), pages (what will happen otherwise), the desk (what waits beside the road).  The days are the pack's
 * (road.yaml: a stage's own words, else `late:`); all are calendar days counted from the last day of the limit.
 */
#ifndef ACROSS_DEADLINE_H
#define ACROSS_DEADLINE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/deadline/deadline.def"
#include "base/field_end.h"

/* The first day on which each happens; 0 = never. */
struct deadline_days {
	int64_t due, remind, escalate, lapse;
};
/* Of a limit whose last day is `due` (0: none), by what the road says of lateness (NULL: nothing). */
struct deadline_days deadline_days(const struct road_late *l, int64_t due);
/* Of a stage in which a case stands since that day. */
struct deadline_days deadline_of_stage(const struct road_stage *s, int64_t since);
/* What the road says of a thing's owner: the line of its role, for a unit `unit`. */
const struct road_late *deadline_late_of(const struct policy *p, const struct due_thing *t);
/* All open things of a programme: struct due_thing, from every statement of tables/dues.def; `names` (when not NULL) their lines. */
struct rows deadline_things(struct db *db, struct arena *a, int64_t programme, int64_t today, const char ***names);

#endif

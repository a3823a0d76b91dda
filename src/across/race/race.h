/*
 * The horse race (8.4.e-f, 10.2.d-e): one project, two or three runners, each a case of its own with contract, task book, milestones, money.
 *
 * Made when the project is established; decided on by the acts of 8-milestone.  Rooms ask here whether a case runs in a race.  The sums are the
 * project's: its instalments are divided among the runners by shares, to the fen.
 */
#ifndef ACROSS_RACE_H
#define ACROSS_RACE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/race/race.def"
#include "base/field_end.h"

#define RACE_MOST 8

/* The race of a project or of one of its runners. */
bool race_of(struct db *db, struct arena *a, int64_t challenge, struct race_row *out);
/* The lane of a runner's case. False: the case is no runner. */
bool race_lane_of(struct db *db, struct arena *a, int64_t runner, struct race_lane_row *out);
/* Is it a runner that is not supported any longer?  Nothing but its termination goes on then (10.2.e). */
bool race_stopped(struct db *db, struct arena *a, int64_t runner);
struct str race_stop_reason(struct db *db, struct arena *a, int64_t runner);
/* Those who win together by the newest approved award (struct race_winner_row); none where there is one winner. */
struct rows race_winners(struct db *db, struct arena *a, int64_t challenge);
/* Their names in one line. */
struct str race_names(struct arena *a, struct rows winners);
/* At establishment: the race, a lane and a case for each winner, all at the stage that `establish` leads to. */
void race_start(struct act_run *r, const struct challenge_row *project, struct rows winners);

/* Divides a sum by shares (basis points, together the whole): each part rounded down, the last with a share takes the rest. */
void race_split(int64_t total_fen, const int64_t *shares, int64_t *parts, size_t n);

#endif

/*
 * The horse race while it runs (8.4.f, 10.2.d-e): first shares, nodes, who goes on, the final winners.
 *
 * Acts in race_act.c (shares, panel, close) and race_node_act.c (node and final decision); facts and rules in race_facts.h; the page in race_view.c.
 */
#ifndef RACE_ROOM_H
#define RACE_ROOM_H

#include "across/panel/panel.h"
#include "across/race/race.h"
#include "act/act.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/race_facts.h"
#include "base/field_struct.h"
#include "life/8-milestone/race_forms.def"
#include "base/field_end.h"

/* A project's race as its acts see it. */
struct racing {
	struct race_row race;
	struct rows runners;            /* struct race_runner_row: all */
	struct rows live;               /* those that run: not stopped, not terminated */
	struct race_facts f;
};
/* Loads it. False: the target is no project of a race (the act is missing). */
bool race_load(struct act_run *r, struct racing *o);
/* Of the live runners; NULL: it does not run here. */
const struct race_runner_row *race_live(const struct racing *o, int64_t runner);
struct str race_link(struct act_run *r);
/* Tells demander, offices that pay, and every runner, each by its own page. */
void race_tell(struct act_run *r, const struct racing *o, struct str title, struct str text);
/* Divides instalments of the project by a decision's shares (in the order of the live runners): the next one that is not the last, or all. */
void race_allot(struct act_run *r, const struct racing *o, int64_t decision, const int64_t *shares, bool all);

#endif

/*
 * The consortium of a bid: the lead invites registered units, each confirms and fills in its own part.  Before the opening an invitation is
 * known to the two units only; the partner sees the common text and its own part, nothing else of the bid.
 */
#ifndef CONSORTIUM_H
#define CONSORTIUM_H

#include "life/3-bid/bid_load.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/3-bid/consortium.def"
#include "base/field_end.h"

bool partner_find(struct db *db, struct arena *a, int64_t id, struct partner_row *out);
/* Which of s->members confirmed; fills part and name of those, and the facts about the others. */
void bid_look_at_partners(struct act_run *r, struct bid_run *s, const struct bid_form *in);
/* The partners that the lead's form begins with. False: it has invited nobody. */
bool bid_prefill_partners(struct act_run *r, struct bid_form *in);
/* A bid leaves after the opening: state, record, who is told; the case closes when nothing is left. */
void bid_leaves(struct act_run *r, struct bid_row *bid, const struct bid_exit_row *how);
/* For pages: what a unit filled in. */
bool part_line_of(struct db *db, struct arena *a, int64_t part, struct part_line *out);

#endif

/*
 * Argument and list: from an accepted demand to the published list.
 *
 * A list stands in table challenge_list, what is on it in list_item; a case knows its list by challenge.list and the instant until
 * which bids are received by challenge.deadline (0 until published).
 */
#ifndef CALL_H
#define CALL_H

#include "act/act.h"
#include "life/1-need/need.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/2-call/call.def"
#include "base/field_end.h"

bool call_list(struct db *db, struct arena *a, int64_t programme, int64_t list, struct list_row *out);
struct rows call_items(struct db *db, struct arena *a, int64_t list);   /* struct list_item_row */
/* What is known of the municipal list; false: nothing. */
bool call_municipal(struct db *db, struct arena *a, int64_t challenge, struct municipal_row *out);

#endif

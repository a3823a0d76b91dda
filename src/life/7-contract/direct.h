/*
 * Direct entry (12.1.a): a match made at a contest goes to the task book without list and review.  For this room and its page only: later
 * rooms see a case with a winner, as any other.
 */
#ifndef DIRECT_H
#define DIRECT_H

#include "act/act.h"
#include "life/7-contract/direct_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/7-contract/direct.def"
#include "base/field_end.h"

bool direct_newest(struct db *db, struct arena *a, int64_t challenge, struct direct_row *out);

#endif

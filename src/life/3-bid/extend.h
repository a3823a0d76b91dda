/* The deadline for bids moved to a later instant, as a published correction; and a listed demand that its unit takes back before the deadline. */
#ifndef EXTEND_H
#define EXTEND_H

#include "life/3-bid/bid.h"
#include "base/field_struct.h"
#include "life/3-bid/extend.def"
#include "base/field_end.h"

/* Changes of the deadline of a case, oldest first: struct deadline_change_row. */
struct rows deadline_changes(struct db *db, struct arena *a, int64_t challenge);

#endif

/*
 * How an organisation shares its work: the duty of a stage given to a named colleague (转交), an opinion asked of another office before deciding
 * (会签).  Neither takes a right away: whoever may act may still act; it says who is expected to, and it is in the book.
 */
#ifndef ACROSS_OFFICE_H
#define ACROSS_OFFICE_H

#include "act/act.h"
#include "across/office/office_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/office/office.def"
#include "base/field_end.h"

/* Who of this organisation has which case in hand, as the cases stand now: struct handed_row, one for a case. */
struct rows office_handed(struct db *db, struct arena *a, int64_t programme, int64_t org, int64_t challenge /* 0 = all */);

/* Keeps that something was sent back, and why. Kinds: "milestone_report", "acceptance", "closing". */
void office_sent_back(struct act_run *r, const char *kind, struct str name, struct str reason);
/* The stage in which the case stood before this one. */
struct str office_stage_before(struct act_run *r);

#endif

/*
 * What the bureau says about the rules themselves: readings of clauses (12.2.a), the version of the pack for new cases (12.3.a), the official
 * days off of a year (8.5.a).  All are acts in the book; a process keeps the programme as it was when it started, and programme_now() lays over
 * it what was recorded since.
 */
#ifndef ACROSS_LAW_H
#define ACROSS_LAW_H

#include "act/act.h"
#include "across/law/law_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/law/law.def"
#include "base/field_end.h"

/* The programme as it stands on this day: the pack in force for new cases, every adopted pack, the recorded years of the calendar.
 * The same pointer when nothing was recorded. Two cheap reads then; lives as long as `a`. */
const struct programme *programme_now(struct db *db, struct arena *a, const struct programme *pg, int64_t today);
/* Recorded readings of a clause ("" = of all clauses), newest first: struct interpretation_row. */
struct rows law_readings(struct db *db, struct arena *a, int64_t programme, struct str clause);
/* A stored pack by the id of its pack.yaml; NULL when there is none. */
const struct policy *law_pack_read(struct db *db, struct arena *a, int64_t pack_file);
/* A year's exceptions from spans (struct calendar_span_row), sorted. */
struct calendar_year law_year(struct arena *a, int64_t year, struct str paper, struct rows spans);
/* c with this year laid over it. */
const struct calendar *law_calendar(struct arena *a, const struct calendar *c, const struct calendar_year *y);

#endif

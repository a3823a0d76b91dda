/*
 * The integrity procedure (5.1.5, 5.2.4, 8.8.e, 11.2.a): allegation -> the concerned is told and states its case -> decision by another official ->
 * entry with a term and sanctions -> appeal to the government -> the end comes by itself.
 *
 * Until it is decided an allegation is known to its handler, its decider and, once told, the unit concerned; to nobody else, not even as a
 * number. An entry is never changed: what an appeal makes of it stands beside it. What counts on a day: discredit_latest() of party.h.
 */
#ifndef ACROSS_INTEGRITY_H
#define ACROSS_INTEGRITY_H

#include "act/act.h"
#include "across/integrity/integrity_facts.h"
#include "across/party/party.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/integrity/integrity.def"
#include "base/field_end.h"

/* May this person know of the allegation? */
bool allegation_known(struct db *db, struct arena *a, const struct allegation_row *g, int64_t person, int64_t org, enum role role);

#endif

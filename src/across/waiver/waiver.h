/*
 * Waivers: a rule whose clause says 原则上 or 一般 (force: normally) refuses like any other, unless somebody with authority has granted a waiver.
 *
 * A waiver is about one act on one thing by one organisation, one rule and one found value, and is used once.  Who decides stands in the pack
 * (`waiver:` of the binding, else of pack.yaml).  The door subtracts it (act/waiver.c); the line in the book keeps verdict and waiver.
 */
#ifndef WAIVER_H
#define WAIVER_H

#include "across/waiver/waiver_facts.h"
#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/waiver/waiver.def"
#include "base/field_end.h"

bool rule_find(struct str name, enum rule_id *out);

#endif

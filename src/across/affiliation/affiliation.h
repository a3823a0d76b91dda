/*
 * Affiliation (5.2.b): is a member of a bid the demander or its affiliate?
 *
 * Relations are rows (kind, share, dates, source), declared by both sides or entered by the bureau, between organisations and persons.
 * The answer is found by a bounded SQL recursion to the pack's depth, in either direction.  A faster engine can later stand behind this header.
 */
#ifndef ACROSS_AFFILIATION_H
#define ACROSS_AFFILIATION_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/affiliation/affiliation.def"
#include "base/field_end.h"

struct affiliation {
	enum outcome outcome;   /* HOLDS: no path; BROKEN: a path of forbidden relations; UNKNOWN: a relation of unknown kind or an unconfirmed claim, a person must look */
	struct str path;        /* "甲公司 —股东 60%→ 乙公司 —董事→ 张三", in words */
	int64_t steps;
};
/* Is there a path between org `a` and org `b` that is valid on `day`? depth 1..6. */
struct affiliation affiliation_between(struct db *db, struct arena *arena, int64_t a, int64_t b, int64_t day, int64_t depth);

#endif

/*
 * Affiliation (5.2.b): is a member of a bid the demander or its affiliate?
 *
 * Relations are rows (kind, share, dates, source), declared by both sides or entered by the bureau, between organisations and persons.
 * The answer is found by a bounded SQL recursion to the pack's depth, in either direction.  A faster engine can later stand behind this header.
 *
 * A relation of a listed kind that either side declared, or the bureau entered, counts.  Where the path leads over a relation of another or
 * an unknown kind, or over somebody known by name only, the answer is UNKNOWN: a person looks (act affiliation_look).
 */
#ifndef ACROSS_AFFILIATION_H
#define ACROSS_AFFILIATION_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/affiliation/affiliation.def"
#include "base/field_end.h"

#define AFFILIATION_DEPTH_MAX 6

struct affiliation {
	enum outcome outcome;   /* HOLDS: no path; BROKEN: a path of forbidden relations; UNKNOWN: a person must look */
	struct str path;        /* "甲公司 —股东 60%→ 乙公司 —董事→ 张三", in words */
	int64_t steps;
};
/* Is there a path between org `a` and org `b` that is valid on `day`? depth 1..6. */
struct affiliation affiliation_between(struct db *db, struct arena *arena, int64_t a, int64_t b, int64_t day, int64_t depth);
/* The same for units that need not be registered: name and unified social credit code. */
struct affiliation_question {
	int64_t programme, day, depth;
	struct affiliation_member_row from, to;
};
struct affiliation affiliation_of_units(struct db *db, struct arena *a, const struct affiliation_question *q);
/* The worst answer over all members of a bid against the demander of its case; what a person found about the very same path counts. */
struct affiliation affiliation_of_bid(struct db *db, struct arena *a, int64_t bid, int64_t day, int64_t depth);
/* Has this person a direct relation with the unit of this code? */
bool affiliation_of_person(struct db *db, struct arena *a, int64_t person, struct str credit_code, int64_t day);
/* Every unit reached from one, nearest first: rows of struct affiliation_path_view. */
struct rows affiliation_around(struct db *db, struct arena *a, int64_t org, int64_t day, int64_t depth);

#endif

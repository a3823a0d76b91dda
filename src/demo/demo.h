/*
 * Demo data: real titles of published challenges, made-up parties, every stage, through the acts.
 *
 * For `jiebang demo` and the benchmarks.  The texts stand in demo/ (stories with variables, needs.json); here is only who does what when.
 */
#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "act/act.h"

struct demo_made {
	const char *data;               /* the folder for attachments */
	int64_t now;
	void (*progress)(const char *what, int64_t done, int64_t of);   /* may be NULL */
	int64_t challenges, acts;       /* out: how much there is */
};

/* Fills an empty programme up to `made->now`. False with *error. */
bool demo_fill(struct arena *a, struct db *db, struct programme *pg, struct demo_made *made, struct str *error);

#endif

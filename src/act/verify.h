/*
 * Does the book hold?  The chain, every row against the digest of the act that wrote it, the invariants, and a replay of all acts into an
 * empty store.  Reads only.  What this proves and what not: doc/audit.md.
 */
#ifndef ACT_VERIFY_H
#define ACT_VERIFY_H

#include "act/act.h"

struct verify {
	struct arena *a;                        /* of the findings */
	struct rows findings;                   /* struct str, Chinese sentences from words.def; none = it holds */
	int64_t lines, rows, replayed;
	struct str head;
	void (*progress)(const char *what, int64_t done, int64_t of);   /* may be NULL */
};

void verify_finding(struct verify *v, struct str text);
void verify_chain(struct verify *v, struct db *db, const struct programme *pg);
void verify_rows(struct verify *v, struct db *db);
void verify_invariants(struct verify *v, struct db *db);
/* Judges and applies every line again in `empty` (a fresh store with the programme begun) and compares lines and rows. */
void verify_replay(struct verify *v, struct db *db, struct db *empty, const struct programme *pg);
/* The request that a line of the book answered (secrets revealed as far as they are not erased). Also for bench/. */
struct journal_line;
bool verify_request(struct db *db, struct arena *a, const struct programme *pg, const struct journal_line *l, struct act_request *q);

#endif

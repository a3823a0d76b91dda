/*
 * Opening a programme: its packs from the store, its calendar from the binary.
 */
#ifndef COMMANDS_OPEN_H
#define COMMANDS_OPEN_H

#include "act/act.h"

/* Everything a process keeps of a programme. NULL with *error when the store has none or a pack does not parse. */
struct programme *programme_open(struct arena *a, struct db *db, int64_t id, struct str *error);

/* All programmes of a store, in the order of their ids: const struct programme *. Empty with *error as above. */
struct rows programmes_open(struct arena *a, struct db *db, struct str *error);

struct programme_begin {
	const char *pack;               /* name of an embedded pack, or a folder */
	const char *hash;               /* "sha256" or "sm3" */
	int64_t id, now;
};
/* Begins a programme in a store that has the schema: its row, its pack's files. */
bool programme_begin(struct arena *a, struct db *db, const struct programme_begin *how, struct str *error);
/* Keeps a pack's files in the store, inside a transaction of the caller's: what programmes may begin with or change to. */
bool pack_keep(struct arena *a, struct db *db, const struct policy *p, struct rows files);
/* The same programme begun again in an empty store, for a replay: row with an empty book, all packs. */
bool programme_copy(struct arena *a, struct db *from, struct db *to, int64_t id);

#endif

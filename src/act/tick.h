/*
 * What happens by itself: acts of role `system` that are due (a notice whose last day has passed, a limit that nobody keeps).
 * Called by the server once a minute.
 */
#ifndef ACT_TICK_H
#define ACT_TICK_H

#include "act/act.h"

/* How many acts were done. `seed`: 32 random bytes, hex. Safe to call as often as one likes: nothing due, nothing done. */
int tick(struct db *write, struct arena *a, const struct programme *pg, int64_t now, struct str seed);

#endif

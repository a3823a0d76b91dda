/*
 * The clock of a demo folder: it may be moved ahead, so that a visitor need not wait a month for a deadline.
 *
 * For: the server of a demo folder on loopback (web_worker.demo_clock is NULL everywhere else, and then nothing can move time).
 * The number of milliseconds that the demo is ahead (behind, when it was made with --now) stands in the file DATA/clock, and survives a restart.
 */
#ifndef WEB_DEMO_CLOCK_H
#define WEB_DEMO_CLOCK_H

#include <stdatomic.h>

#include "base/str.h"

struct demo_clock {
	_Atomic int64_t ahead_ms;
};

void demo_clock_open(struct demo_clock *c, struct arena *a, struct str data);
int64_t demo_clock_ahead(const struct demo_clock *c);           /* 0 for NULL */
/* Ahead by so many days more; 1..366. False: out of range, or the file cannot be written. */
bool demo_clock_move(struct demo_clock *c, struct arena *a, struct str data, int64_t days);

#endif

/* Working days as the State Council's notices say (8.5.a): those of 2025 and 2026, and what was published since. A desk keeps one in its memory. */
#ifndef AUDIT_DAYS_H
#define AUDIT_DAYS_H

#include "sim/desk.h"

enum { DAYS_YEARS = 6, DAYS_SPANS = 20 };

struct audit_days {
	struct {
		int64_t year, off_n, work_n;
		int64_t off[DAYS_SPANS][2], work[DAYS_SPANS];
	} years[DAYS_YEARS];
	int64_t years_n;
};

void days_saw(struct audit_days *d, const struct audit_line *l);
bool days_known(const struct audit_days *d, int64_t year);
/* The n-th working day after a day (which does not count); 0: a year on the way has no notice yet. */
int64_t days_after(const struct audit_days *d, int64_t day, int n);

#endif

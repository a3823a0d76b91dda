/*
 * The Chinese working-day calendar: a list of exceptions per year, from the State Council's notices.
 *
 * A working day is Monday to Friday not declared off, plus the declared make-up weekend days.  A year that was not
 * announced has no working days yet: every question that needs it is refused with that year.
 */
#ifndef RULE_CALENDAR_H
#define RULE_CALENDAR_H

#include "base/field.h"

struct calendar_day {
	int64_t day;
	bool off;               /* else: a working weekend day */
	struct str name;        /* 春节 */
};
struct calendar_year {
	int64_t year;
	bool announced;
	struct str paper;       /* the notice it is taken from */
	struct rows days;       /* struct calendar_day, sorted */
};
struct calendar {
	struct rows years;      /* struct calendar_year, sorted */
};

bool calendar_announced(const struct calendar *c, int64_t year);
/* 1 working day, 0 not, -1 when the year was not announced. */
int calendar_works(const struct calendar *c, int64_t day);
/* The n-th working day of a period that starts with `event`. first_counts: the day of the event counts when it is a working day.
 * Returns 0 and the year in *missing when a calendar is needed that was not announced. n >= 1. */
int64_t calendar_nth(const struct calendar *c, int64_t event, int n, bool first_counts, int64_t *missing);
/* Working days in from..to inclusive, -1 when a year is missing. */
int64_t calendar_count(const struct calendar *c, int64_t from, int64_t to);
/* Reads policy/calendar/YEAR.yaml texts (struct pack_file rows of rule/policy.h). */
const struct calendar *calendar_parse(struct arena *a, struct rows files, struct str *errors);

#endif

/*
 * Days and instants.
 *
 * A day is an int64 like 20260315 (proleptic Gregorian, China Standard Time); 0 means "no day".
 * An instant is int64 milliseconds since 1970-01-01 UTC; 0 means "none".  China keeps UTC+8 without summer time.
 * Nothing here reads a clock: the instant of an act enters at the door.
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/str.h"

#define DAY_MIN 19000101
#define DAY_MAX 29991231
#define MS_PER_DAY ((int64_t)86400000)
#define CST_OFFSET_MS ((int64_t)8 * 3600 * 1000)

bool day_valid(int64_t day);
int64_t day_of(int year, int month, int dom);           /* 0 when there is no such day */
int day_year(int64_t day);
int day_month(int64_t day);
int day_dom(int64_t day);
int day_weekday(int64_t day);                           /* 1 Monday .. 7 Sunday */
int64_t day_number(int64_t day);                        /* days since 1970-01-01 */
int64_t day_from_number(int64_t n);
int64_t day_add(int64_t day, int64_t days);
int64_t day_add_months(int64_t day, int months);        /* 31 Jan + 1 month = 28/29 Feb */
int64_t day_add_years(int64_t day, int years);          /* 29 Feb - 3 years = 28 Feb */
int64_t day_between(int64_t from, int64_t to);          /* to - from in days */
bool day_parse(struct str s, int64_t *out);             /* 2026-03-15, 20260315, 2026年3月15日 */
struct str day_text(struct arena *a, int64_t day);      /* 2026-03-15 */
struct str day_text_cn(struct arena *a, int64_t day);   /* 2026年3月15日 */
struct str day_text_long(struct arena *a, int64_t day); /* 2026-03-15（周日） */

int64_t instant_day(int64_t ms);                        /* the day in China */
int64_t instant_of(int64_t day, int hour, int minute);  /* China time */
bool instant_parse(struct str s, int64_t *out);         /* 2026-03-15T17:00 or "2026-03-15 17:00[:30]", China time */
struct str instant_text(struct arena *a, int64_t ms);   /* 2026-03-15 17:00:30 */

#endif

/* Days and instants: see day.h.  The calendar arithmetic counts years from 1 March, so that the leap day is the last. */
#include "base/day.h"

#include <assert.h>

#include "base/word.h"

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return days[month - 1] + (month == 2 && leap(year));
}

int64_t day_of(int year, int month, int dom)
{
	if (year < 1900 || year > 2999 || month < 1 || month > 12 || dom < 1 || dom > month_days(year, month))
		return 0;
	return (int64_t)year * 10000 + month * 100 + dom;
}

bool day_valid(int64_t day)
{
	return day >= DAY_MIN && day <= DAY_MAX && day_of(day_year(day), day_month(day), day_dom(day)) == day;
}

int day_year(int64_t day)
{
	return (int)(day / 10000);
}

int day_month(int64_t day)
{
	return (int)(day / 100 % 100);
}

int day_dom(int64_t day)
{
	return (int)(day % 100);
}

int64_t day_number(int64_t day)
{
	int64_t month = day_month(day);
	int64_t year = day_year(day) - (month <= 2);
	int64_t from_march = (month + 9) % 12;
	int64_t of_year = (153 * from_march + 2) / 5 + day_dom(day) - 1;
	return year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719468;
}

int64_t day_from_number(int64_t n)
{
	n += 719468;
	int64_t era = n / 146097;
	int64_t of_era = n % 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t from_march = (5 * of_year + 2) / 153;
	int64_t dom = of_year - (153 * from_march + 2) / 5 + 1;
	int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;
	return (era * 400 + year + (month <= 2)) * 10000 + month * 100 + dom;
}

int day_weekday(int64_t day)
{
	int64_t n = (day_number(day) + 3) % 7;
	return (int)(n < 0 ? n + 7 : n) + 1;
}

/* Sums beyond the calendar stop at its ends: rules compare, they never overflow. */
int64_t day_add(int64_t day, int64_t days)
{
	int64_t n;
	if (!day_valid(day))
		return 0;
	if (__builtin_add_overflow(day_number(day), days, &n) || n > day_number(DAY_MAX))
		return days < 0 ? DAY_MIN : DAY_MAX;
	return n < day_number(DAY_MIN) ? DAY_MIN : day_from_number(n);
}

int64_t day_add_months(int64_t day, int months)
{
	if (!day_valid(day))
		return 0;
	int64_t m = (int64_t)day_year(day) * 12 + day_month(day) - 1 + months;
	if (m < 1900 * 12)
		return DAY_MIN;
	if (m >= 3000 * 12)
		return DAY_MAX;
	int year = (int)(m / 12), month = (int)(m % 12) + 1, dom = day_dom(day);
	int last = month_days(year, month);
	return day_of(year, month, dom < last ? dom : last);
}

int64_t day_add_years(int64_t day, int years)
{
	if (years > 2000)
		years = 2000;
	if (years < -2000)
		years = -2000;
	return day_add_months(day, years * 12);
}

int64_t day_between(int64_t from, int64_t to)
{
	return day_number(to) - day_number(from);
}

/* Takes up to `most` digits off the front; -1 when there is none. */
static int take_digits(struct str *s, int most)
{
	int v = -1;
	while (s->n && most-- > 0 && s->p[0] >= '0' && s->p[0] <= '9') {
		v = (v < 0 ? 0 : v * 10) + (s->p[0] - '0');
		s->p++;
		s->n--;
	}
	return v;
}

static bool take(struct str *s, struct str mark)
{
	if (!mark.n || s->n < mark.n || !str_eq((struct str){ s->p, mark.n }, mark))
		return false;
	s->p += mark.n;
	s->n -= mark.n;
	return true;
}

/* Takes a day off the front of s: with '-', with the Chinese marks, or eight digits. */
static bool take_day(struct str *s, int64_t *out)
{
	struct str cn = word_text(WORD_day_marks);      /* three marks of three bytes */
	struct str mark[3] = { { cn.p, 3 }, { cn.p + 3, 3 }, { cn.p + 6, 3 } };
	int year = take_digits(s, 4), month, dom;
	if (year < 1000)
		return false;
	if (take(s, STR("-"))) {
		month = take_digits(s, 2);
		if (!take(s, STR("-")))
			return false;
		dom = take_digits(s, 2);
	} else if (take(s, mark[0])) {
		month = take_digits(s, 2);
		if (!take(s, mark[1]))
			return false;
		dom = take_digits(s, 2);
		if (!take(s, mark[2]))
			return false;
	} else {
		int rest = s->n >= 4 ? take_digits(s, 4) : -1;
		month = rest / 100;
		dom = rest < 0 ? -1 : rest % 100;
	}
	*out = day_of(year, month, dom);
	return *out != 0;
}

bool day_parse(struct str s, int64_t *out)
{
	int64_t day;
	s = str_trim(s);
	if (!take_day(&s, &day) || s.n)
		return false;
	*out = day;
	return true;
}

struct str day_text(struct arena *a, int64_t day)
{
	if (day == 0)
		return STR("");
	return str_fmt(a, "%04d-%02d-%02d", day_year(day), day_month(day), day_dom(day));
}

struct str day_text_cn(struct arena *a, int64_t day)
{
	struct str cn = word_text(WORD_day_marks);
	if (day == 0)
		return STR("");
	return str_fmt(a, "%d%.3s%d%.3s%d%.3s", day_year(day), cn.p, day_month(day), cn.p + 3, day_dom(day), cn.p + 6);
}

struct str day_text_long(struct arena *a, int64_t day)
{
	if (!day_valid(day))
		return day_text(a, day);
	const char *weekday = word_text(WORD_weekdays).p + 3 * (day_weekday(day) - 1);
	struct str text = day_text(a, day);
	char mark[4] = { weekday[0], weekday[1], weekday[2], 0 };
	return word(a, WORD_day_long, "day", text.p, "weekday", mark, NULL);
}

int64_t instant_day(int64_t ms)
{
	int64_t n = ms + CST_OFFSET_MS;
	int64_t days = n / MS_PER_DAY - (n % MS_PER_DAY < 0);
	if (days < day_number(DAY_MIN))
		return DAY_MIN;
	return days > day_number(DAY_MAX) ? DAY_MAX : day_from_number(days);
}

int64_t instant_of(int64_t day, int hour, int minute)
{
	return day_number(day) * MS_PER_DAY + ((int64_t)hour * 60 + minute) * 60000 - CST_OFFSET_MS;
}

bool instant_parse(struct str s, int64_t *out)
{
	int64_t day;
	s = str_trim(s);
	if (!take_day(&s, &day) || !s.n || (s.p[0] != 'T' && s.p[0] != ' '))
		return false;
	s.p++;
	s.n--;
	int hour = take_digits(&s, 2);
	if (!take(&s, STR(":")))
		return false;
	int minute = take_digits(&s, 2), second = 0;
	if (take(&s, STR(":")))
		second = take_digits(&s, 2);
	take(&s, STR("+08:00"));
	if (s.n || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return false;
	*out = instant_of(day, hour, minute) + (int64_t)second * 1000;
	return true;
}

struct str instant_text(struct arena *a, int64_t ms)
{
	if (ms == 0)
		return STR("");
	int64_t day = instant_day(ms);
	int64_t second = (ms - instant_of(day, 0, 0)) / 1000;
	if (second < 0 || second >= 86400)
		second = 0;
	struct str text = day_text(a, day);
	return str_fmt(a, "%s %02d:%02d:%02d", text.p, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

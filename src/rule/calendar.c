/* The working-day calendar (calendar.h): look-ups over a few hundred exceptions, and the reading of policy/calendar/YEAR.yaml. */
#include "rule/calendar.h"

#include <assert.h>
#include <stdlib.h>

#include "base/day.h"
#include "rule/policy.h"
#include "rule/yaml.h"

/* A period longer than this is a mistake of the caller, not a policy. */
#define DAYS_LOOKED_AT 4000

static const struct calendar_year *year_of(const struct calendar *c, int64_t year)
{
	const struct calendar_year *y = c->years.v;

	for (size_t i = 0; i < c->years.n; i++)
		if (y[i].year == year)
			return &y[i];
	return NULL;
}

bool calendar_announced(const struct calendar *c, int64_t year)
{
	const struct calendar_year *y = year_of(c, year);

	return y && y->announced;
}

static int day_order(const void *a, const void *b)
{
	int64_t x = ((const struct calendar_day *)a)->day, y = ((const struct calendar_day *)b)->day;

	return (x > y) - (x < y);
}

/* The exception for a day. A notice may reach into the year before (2022-12-31), so the next year's is asked too. */
static const struct calendar_day *exception(const struct calendar *c, int64_t day)
{
	const struct calendar_day key = { .day = day }, *found = NULL;

	for (int ahead = 0; ahead <= 1 && !found; ahead++) {
		const struct calendar_year *y = year_of(c, day_year(day) + ahead);
		if (y && y->days.n)
			found = bsearch(&key, y->days.v, y->days.n, sizeof key, day_order);
	}
	return found;
}

int calendar_works(const struct calendar *c, int64_t day)
{
	const struct calendar_day *e;

	if (!calendar_announced(c, day_year(day)))
		return -1;
	e = exception(c, day);
	if (e)
		return !e->off;
	return day_weekday(day) <= 5;
}

int64_t calendar_nth(const struct calendar *c, int64_t event, int n, bool first_counts, int64_t *missing)
{
	int64_t day = first_counts ? event : day_add(event, 1);

	assert(n >= 1 && day_valid(event));
	*missing = 0;
	for (int i = 0; i < DAYS_LOOKED_AT; i++, day = day_add(day, 1)) {
		int works = calendar_works(c, day);
		if (works < 0) {
			*missing = day_year(day);
			return 0;
		}
		n -= works;
		if (n == 0)
			return day;
	}
	*missing = day_year(day);
	return 0;
}

int64_t calendar_count(const struct calendar *c, int64_t from, int64_t to)
{
	int64_t count = 0;

	for (int64_t day = from; day <= to; day = day_add(day, 1)) {
		int works = calendar_works(c, day);
		if (works < 0)
			return -1;
		count += works;
	}
	return count;
}

/* ---- policy/calendar/YEAR.yaml ---- */

struct raw_span {
	int64_t from, to;
	struct str name;
	struct rows work;               /* struct str: days */
	int64_t place;
};
struct raw_year {
	int64_t year;
	bool announced;
	struct rows papers;             /* struct str */
	struct rows days;               /* struct raw_span */
	int64_t place;
};
static const struct yaml_key span_keys[] = {
	{ "name", YAML_AS_TEXT, offsetof(struct raw_span, name), .max = 20 },
	{ "from", YAML_AS_DAY, offsetof(struct raw_span, from) },
	{ "to", YAML_AS_DAY, offsetof(struct raw_span, to) },
	{ "work", YAML_AS_TEXTS, offsetof(struct raw_span, work), .may_miss = true, .max = 10 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_span, place) },
};
static const struct yaml_shape span_shape = YAML_SHAPE(span_keys, struct raw_span);
static const struct yaml_key year_keys[] = {
	{ "year", YAML_AS_INT, offsetof(struct raw_year, year), .min = 1950, .max = 2999 },
	{ "announced", YAML_AS_FLAG, offsetof(struct raw_year, announced) },
	{ "papers", YAML_AS_TEXTS, offsetof(struct raw_year, papers), .may_miss = true, .max = 10 },
	{ "holidays", YAML_AS_MAPS, offsetof(struct raw_year, days), .may_miss = true, .max = 60, .sub = &span_shape },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_year, place) },
};
static const struct yaml_shape year_shape = YAML_SHAPE(year_keys, struct raw_year);

#define CALENDAR_DAYS 400               /* exceptions of one year */

static void wrong_day(const struct yaml_in *in, const struct raw_span *s, const char *what)
{
	yaml_mistake(in, s->place, s->name, str_of(what));
}

static void add_day(const struct yaml_in *in, const struct raw_span *s, struct rows *days, struct calendar_day d)
{
	struct calendar_day *v = days->v;

	for (size_t i = 0; i < days->n; i++) {
		if (v[i].day != d.day)
			continue;
		wrong_day(in, s, "a day is given twice");
		return;
	}
	if (days->n == CALENDAR_DAYS)
		wrong_day(in, s, "too many days");
	else
		v[days->n++] = d;
}

static void take_span(const struct yaml_in *in, const struct raw_span *s, int64_t year, struct rows *days)
{
	const struct str *work = s->work.v;

	if (!s->from || s->to < s->from || day_between(s->from, s->to) > 30 || day_year(s->to) != year
	    || day_year(s->from) < year - 1) {
		wrong_day(in, s, "from..to is not a span of days in this year");
		return;
	}
	for (int64_t d = s->from; d <= s->to; d = day_add(d, 1))
		add_day(in, s, days, (struct calendar_day){ d, true, s->name });
	for (size_t i = 0; i < s->work.n; i++) {
		int64_t d;
		if (!day_parse(work[i], &d) || day_weekday(d) < 6)
			wrong_day(in, s, "work: only Saturdays and Sundays can be made working days");
		else
			add_day(in, s, days, (struct calendar_day){ d, false, s->name });
	}
}

static void take_year(struct arena *a, const struct yaml_in *in, struct calendar_year *out)
{
	struct raw_year raw = { 0 };

	if (!yaml_map(in, &year_shape, &raw))
		return;
	const struct str *paper = raw.papers.v;
	const struct raw_span *s = raw.days.v;
	*out = (struct calendar_year){ .year = raw.year, .announced = raw.announced, .paper = raw.papers.n ? paper[0] : STR("") };
	if (raw.announced && (!raw.papers.n || !raw.days.n))
		yaml_mistake(in, raw.place, STR(""), STR("an announced year needs its paper and its holidays"));
	if (!raw.announced && raw.days.n)
		yaml_mistake(in, raw.place, STR(""), STR("a year that was not announced has no holidays yet"));
	out->days = (struct rows){ NEW_ARRAY(a, CALENDAR_DAYS, struct calendar_day), 0 };
	for (size_t i = 0; i < raw.days.n; i++)
		take_span(in, &s[i], raw.year, &out->days);
	if (out->days.n)
		qsort(out->days.v, out->days.n, sizeof(struct calendar_day), day_order);
}

static int year_order(const void *a, const void *b)
{
	int64_t x = ((const struct calendar_year *)a)->year, y = ((const struct calendar_year *)b)->year;

	return (x > y) - (x < y);
}

const struct calendar *calendar_parse(struct arena *a, struct rows files, struct str *errors)
{
	const struct pack_file *f = files.v;
	struct buf wrong = { .arena = a };
	struct calendar *c = NEW(a, struct calendar);
	struct calendar_year *y = NEW_ARRAY(a, files.n + 1, struct calendar_year);

	for (size_t i = 0; i < files.n; i++) {
		struct yaml_in in = { a, f[i].name, f[i].text, &wrong };
		take_year(a, &in, &y[i]);
	}
	qsort(y, files.n, sizeof *y, year_order);
	for (size_t i = 1; i < files.n; i++)
		if (y[i].year && y[i].year == y[i - 1].year)
			buf_fmt(&wrong, "calendar: year %lld is given twice\n", (long long)y[i].year);
	c->years = (struct rows){ y, files.n };
	*errors = buf_str(&wrong);
	return errors->n ? NULL : c;
}

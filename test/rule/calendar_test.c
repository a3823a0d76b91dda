/* Working days: the vectors of the reference, year totals, and a second implementation that knows nothing of the first. */
#include "test.h"

#include "base/day.h"
#include "commands/pack.h"

static const struct calendar *official(struct arena *a)
{
	struct str error;
	const struct calendar *c = calendar_parse(a, pack_calendar_files(a), &error);

	assert_str(error, "");
	return c;
}

static const struct { int64_t event, not_counted, counted; } five_days[] = {
	{ 20230119, 20230131, 20230130 }, { 20230421, 20230427, 20230426 }, { 20230927, 20231010, 20231009 },
	{ 20240202, 20240208, 20240207 }, { 20240209, 20240222, 20240221 }, { 20240912, 20240920, 20240919 },
	{ 20240930, 20241012, 20241011 }, { 20250124, 20250207, 20250206 }, { 20250127, 20250210, 20250208 },
	{ 20250425, 20250506, 20250430 }, { 20251231, 20260108, 20260107 }, { 20260213, 20260227, 20260226 },
	{ 20260430, 20260511, 20260509 }, { 20260918, 20260924, 20260923 }, { 20260930, 20261013, 20261012 },
};

TEST(five_working_days_by_the_reference, "8.5.a")
{
	const struct calendar *c = official(a);
	int64_t missing;

	for (size_t i = 0; i < sizeof five_days / sizeof *five_days; i++) {
		assert_int_equal(calendar_nth(c, five_days[i].event, 5, false, &missing), five_days[i].not_counted);
		assert_int_equal(calendar_nth(c, five_days[i].event, 5, true, &missing), five_days[i].counted);
		assert_int_equal(missing, 0);
	}
}

TEST(totals_of_the_years, "8.5.a")
{
	const struct calendar *c = official(a);

	assert_int_equal(calendar_count(c, 20230101, 20231231), 249);
	assert_int_equal(calendar_count(c, 20240101, 20241231), 251);
	assert_int_equal(calendar_count(c, 20250101, 20251231), 248);
	assert_int_equal(calendar_count(c, 20260101, 20261231), 248);
}

TEST(a_year_not_announced_is_refused, "8.5.a")
{
	const struct calendar *c = official(a);
	int64_t missing;

	assert_false(calendar_announced(c, 2027));
	assert_false(calendar_announced(c, 2035));
	assert_int_equal(calendar_works(c, 20270104), -1);
	assert_int_equal(calendar_nth(c, 20261230, 5, false, &missing), 0);
	assert_int_equal(missing, 2027);
	assert_int_equal(calendar_nth(c, 20261224, 5, false, &missing), 20261231);
	assert_int_equal(missing, 0);
	assert_int_equal(calendar_count(c, 20261201, 20270101), -1);
	assert_int_equal(calendar_nth(c, 20201230, 1, false, &missing), 0);
	assert_int_equal(missing, 2020);
}

/* ---- the second implementation: the notices as one string, days as (year, month, day), Zeller's rule ---- */

static const char *const notices =
	"-20210101-20210103 -20210211-20210217 +20210207 +20210220 -20210403-20210405 -20210501-20210505 +20210425 +20210508 "
	"-20210612-20210614 -20210919-20210921 +20210918 -20211001-20211007 +20210926 +20211009 "
	"-20220101-20220103 -20220131-20220206 +20220129 +20220130 -20220403-20220405 +20220402 -20220430-20220504 +20220424 "
	"+20220507 -20220603-20220605 -20220910-20220912 -20221001-20221007 +20221008 +20221009 "
	"-20221231-20230102 -20230121-20230127 +20230128 +20230129 -20230405-20230405 -20230429-20230503 +20230423 +20230506 "
	"-20230622-20230624 +20230625 -20230929-20231006 +20231007 +20231008 "
	"-20240101-20240101 -20240210-20240217 +20240204 +20240218 -20240404-20240406 +20240407 -20240501-20240505 +20240428 "
	"+20240511 -20240610-20240610 -20240915-20240917 +20240914 -20241001-20241007 +20240929 +20241012 "
	"-20250101-20250101 -20250128-20250204 +20250126 +20250208 -20250404-20250406 -20250501-20250505 +20250427 "
	"-20250531-20250602 -20251001-20251008 +20250928 +20251011 "
	"-20260101-20260103 +20260104 -20260215-20260223 +20260214 +20260228 -20260404-20260406 -20260501-20260505 +20260509 "
	"-20260619-20260621 -20260925-20260927 -20261001-20261007 +20260920 +20261010 ";

static bool naive_works(long day)
{
	int y = (int)(day / 10000), m = (int)(day / 100 % 100), d = (int)(day % 100);
	const char *s = notices;

	while (*s) {
		long from = strtol(s + 1, NULL, 10), to = *s == '-' ? strtol(s + 10, NULL, 10) : from;
		if (day >= from && day <= to)
			return *s == '+';
		s = strchr(s, ' ') + 1;
	}
	if (m < 3)
		m += 12, y--;
	int h = (d + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7;       /* 0 Saturday, 1 Sunday */
	return h > 1;
}

static long naive_next(long day)
{
	static const int lengths[] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	long y = day / 10000, m = day / 100 % 100, d = day % 100;
	int length = lengths[m] + (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));

	if (d < length)
		return day + 1;
	return m < 12 ? y * 10000 + (m + 1) * 100 + 1 : (y + 1) * 10000 + 101;
}

static long naive_fifth(long event, bool first_counts)
{
	int n = first_counts && naive_works(event) ? 1 : 0;

	while (n < 5) {
		event = naive_next(event);
		n += naive_works(event);
	}
	return event;
}

TEST(every_day_of_six_years_agrees_with_a_second_implementation, "8.5.a")
{
	const struct calendar *c = official(a);
	int64_t missing;
	int days = 0;

	for (long day = 20210101; day <= 20261231; day = naive_next(day), days++) {
		assert_int_equal(calendar_works(c, day), naive_works(day));
		if (day > 20261220)
			continue;
		assert_int_equal(calendar_nth(c, day, 5, false, &missing), naive_fifth(day, false));
		assert_int_equal(calendar_nth(c, day, 5, true, &missing), naive_fifth(day, true));
	}
	assert_int_equal(days, 2191);
}

TEST(the_days_have_their_names_and_papers, "8.5.a")
{
	const struct calendar *c = official(a);
	const struct calendar_year *y = c->years.v;

	assert_int_equal(c->years.n, 7);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(y[i].year, 2021 + (int)i);
		assert_true(y[i].announced);
		assert_true(y[i].paper.n > 20);
	}
	assert_false(y[6].announced);
}

/* ---- mistakes in a year's file ---- */

static struct str mistakes_of(struct arena *a, const char *text)
{
	struct pack_file f = { STR("2030.yaml"), str_of(text) };
	struct str errors;

	calendar_parse(a, (struct rows){ &f, 1 }, &errors);
	return errors;
}

TEST(mistakes_in_a_year, "")
{
	assert_str(mistakes_of(a, "year: 2030\nannounced: false\n"), "");
	assert_str(mistakes_of(a, "year: 2030\nannounced: true\n"),
		   "2030.yaml:1:1: an announced year needs its paper and its holidays\n");
	assert_str(mistakes_of(a, "year: 2030\nannounced: true\npapers: [x]\nholidays:\n"
				  "  - {name: n, from: 2030-01-01, to: 2030-01-01, work: [2030-01-07]}\n"
				  "  - {name: m, from: 2030-01-01, to: 2030-01-01}\n"
				  "  - {name: o, from: 2031-01-01, to: 2031-01-01}\n"),
		   "2030.yaml:5:5: n: work: only Saturdays and Sundays can be made working days\n"
		   "2030.yaml:6:5: m: a day is given twice\n"
		   "2030.yaml:7:5: o: from..to is not a span of days in this year\n");
	assert_true(mistakes_of(a, "yaer: 2030\n").n > 0);
	assert_str(mistakes_of(a, "year: 2030\nannounced: true\npapers: [x]\n"), "2030.yaml:1:1: an announced year needs its paper and its holidays\n");
	assert_str(mistakes_of(a, "year: 2030\nannounced: true\nholidays:\n  - {name: n, from: 2030-01-01, to: 2030-01-01}\n"),
		   "2030.yaml:1:1: an announced year needs its paper and its holidays\n");
	assert_str(mistakes_of(a, "year: 2030\nannounced: false\nholidays:\n  - {name: n, from: 2030-01-01, to: 2030-01-01}\n"),
		   "2030.yaml:1:1: a year that was not announced has no holidays yet\n");
}

TEST(mistakes_in_a_span_of_days, "")
{
	static const struct { const char *from, *to, *work, *told; } spans[] = {
		{ "2030-01-03", "2030-01-02", "2030-01-05", "from..to is not a span of days in this year" },
		{ "2030-01-01", "2030-02-01", "2030-01-05", "from..to is not a span of days in this year" },
		{ "2029-12-31", "2029-12-31", "2030-01-05", "from..to is not a span of days in this year" },
		{ "2028-12-31", "2030-01-01", "2030-01-05", "from..to is not a span of days in this year" },
		{ "2030-01-01", "2030-01-01", "2030-13-05", "work: only Saturdays and Sundays can be made working days" },
		{ "2029-12-31", "2030-01-01", "2030-01-05", NULL },
		{ "2030-01-01", "2030-01-31", "2030-02-02", NULL },
	};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		struct str text = str_fmt(a, "year: 2030\nannounced: true\npapers: [x]\nholidays:\n  - {name: n, from: %s, to: %s, work: [%s]}\n", spans[i].from,
					  spans[i].to, spans[i].work);
		struct str told = mistakes_of(a, str_c(a, text));
		if (spans[i].told ? !memmem(told.p, told.n, spans[i].told, strlen(spans[i].told)) : told.n > 0)
			fail_msg("span %zu: %.*s", i, STR_ARG(told));
	}
}

TEST(a_year_is_given_once, "")
{
	struct pack_file f[2] = { { STR("a.yaml"), STR("year: 2030\nannounced: false\n") }, { STR("b.yaml"), STR("year: 2030\nannounced: false\n") } };
	struct str errors;

	assert_null(calendar_parse(a, (struct rows){ f, 2 }, &errors));
	assert_str(errors, "calendar: year 2030 is given twice\n");
}

TEST_MAIN

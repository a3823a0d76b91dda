/* Days and instants: tables of cases, and every day of the calendar against a naive walk. */
#include "test.h"

#include "base/day.h"

static bool naive_leap(int y)
{
	return (y % 4 == 0 && y % 100) || y % 400 == 0;
}

static int naive_length(int y, int m)
{
	if (m == 2)
		return naive_leap(y) ? 29 : 28;
	return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
}

/* Walks all days from 1900-01-01 (a Monday, 25567 days before 1970) to the end, one by one. */
TEST(day_number_agrees_with_a_walk_over_every_day, "")
{
	int y = 1900, m = 1, d = 1, weekday = 1;
	for (int64_t n = -25567; y < 3000; n++) {
		int64_t day = y * 10000 + m * 100 + d;
		if (!day_valid(day) || day_number(day) != n || day_from_number(n) != day || day_weekday(day) != weekday)
			fail_msg("%lld", (long long)day);
		weekday = weekday % 7 + 1;
		if (++d > naive_length(y, m)) {
			d = 1;
			if (++m > 12) {
				m = 1;
				y++;
			}
		}
	}
}

TEST(day_valid_refuses_what_is_no_day, "")
{
	static const int64_t no[] = { 0, -1, 1, 20260000, 20260100, 20260132, 20260229, 20240230, 20261301, 18991231, 30000101,
				      20260431, INT64_MAX, INT64_MIN, 202603150 };
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (day_valid(no[i]))
			fail_msg("%lld", (long long)no[i]);
	assert_true(day_valid(20240229));
	assert_int_equal(day_of(2023, 2, 29), 0);
	assert_int_equal(day_of(2026, 3, 15), 20260315);
}

TEST(day_add_counts_days, "")
{
	static const struct { int64_t day, add, wanted; } cases[] = {
		{ 20260315, 0, 20260315 }, { 20260315, 1, 20260316 }, { 20260331, 1, 20260401 }, { 20251231, 1, 20260101 },
		{ 20240228, 1, 20240229 }, { 20240229, 365, 20250228 }, { 20260301, -1, 20260228 }, { 29991231, 1, 29991231 },
		{ 19000101, -1, 19000101 }, { 20260101, INT64_MAX, 29991231 }, { 20260101, INT64_MIN, 19000101 }, { 0, 5, 0 },
		{ 20260101, 1000000000, 29991231 }, { 20260101, -1000000000, 19000101 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(day_add(cases[i].day, cases[i].add), cases[i].wanted);
}

TEST(day_add_and_day_between_are_inverse, "")
{
	uint64_t seed = 1;
	for (int i = 0; i < 20000; i++) {
		int64_t from = day_from_number((int64_t)(test_random(&seed) % 300000) - 20000);
		int64_t days = (int64_t)(test_random(&seed) % 8000) - 4000;
		assert_int_equal(day_between(from, day_add(from, days)), days);
	}
}

TEST(day_add_months_keeps_the_day_or_takes_the_last, "")
{
	static const struct { int64_t day; int months; int64_t wanted; } cases[] = {
		{ 20260131, 1, 20260228 }, { 20240131, 1, 20240229 }, { 20260131, 2, 20260331 }, { 20260315, 12, 20270315 },
		{ 20260331, -1, 20260228 }, { 20260115, -1, 20251215 }, { 20260815, 6, 20270215 }, { 20261231, 2, 20270228 },
		{ 20260315, 36, 20290315 }, { 29991231, 1, 29991231 }, { 19000101, -1, 19000101 }, { 0, 1, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(day_add_months(cases[i].day, cases[i].months), cases[i].wanted);
	assert_int_equal(day_add_years(20240229, -3), 20210228);
	assert_int_equal(day_add_years(20240229, 4), 20280229);
	assert_int_equal(day_add_years(20240229, 2147483647), DAY_MAX);
}

TEST(day_parse_reads_three_ways_of_writing, "")
{
	static const char *const yes[] = { "2026-03-15", "2026-3-15", "20260315", "2026年3月15日", "2026年03月15日", " 2026-03-15 ",
					   "　2026-03-15　" };
	static const char *const no[] = { "", "2026", "2026-03", "2026-03-", "2026-13-01", "2026-02-29", "2026/03/15", "26-03-15",
					  "2026-03-15x", "2026年3月15", "-2026-03-15", "2026-003-15", "202603150", "2026--3-15",
					  "2026年3-15日", "年月日", "9999-01-01", "1899-12-31" };
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
		int64_t day = 0;
		if (!day_parse(str_of(yes[i]), &day) || day != 20260315)
			fail_msg("%s", yes[i]);
	}
	for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
		int64_t day = 7;
		if (day_parse(str_of(no[i]), &day) || day != 7)
			fail_msg("%s", no[i]);
	}
}

TEST(day_texts, "")
{
	assert_str(day_text(a, 20260315), "2026-03-15");
	assert_str(day_text(a, 0), "");
	assert_str(day_text_cn(a, 20260305), "2026年3月5日");
	assert_str(day_text_long(a, 20260315), "2026-03-15（周日）");
	assert_str(day_text_long(a, 20260316), "2026-03-16（周一）");
}

TEST(instants_are_china_time, "")
{
	assert_int_equal(instant_of(19700101, 8, 0), 0);
	assert_int_equal(instant_of(20260315, 0, 0), 1773504000000);
	assert_int_equal(instant_day(1773504000000), 20260315);
	assert_int_equal(instant_day(1773503999999), 20260314);
	assert_int_equal(instant_day(-CST_OFFSET_MS), 19700101);
	assert_int_equal(instant_day(-CST_OFFSET_MS - 1), 19691231);
	assert_int_equal(instant_day(INT64_MIN / 2), DAY_MIN);
	assert_int_equal(instant_day(INT64_MAX / 2), DAY_MAX);
	assert_str(instant_text(a, instant_of(20260315, 17, 0) + 30999), "2026-03-15 17:00:30");
	assert_str(instant_text(a, 0), "");
}

TEST(instant_parse_reads_what_instant_text_writes, "")
{
	static const char *const no[] = { "", "2026-03-15", "2026-03-15T", "2026-03-15T24:00", "2026-03-15T17:60", "2026-03-15 17",
					  "2026-03-15T17:00:60", "2026-03-15T17:00Z", "2026-03-15T17:00+00:00", "2026-03-15X17:00" };
	int64_t at;
	uint64_t seed = 2;
	for (int i = 0; i < 5000; i++) {
		int64_t ms = (int64_t)(test_random(&seed) % 4000000000u) * 1000 + 1000;
		assert_true(instant_parse(instant_text(a, ms), &at));
		assert_int_equal(at, ms);
	}
	assert_true(instant_parse(STR("2026-03-15T17:00"), &at));
	assert_int_equal(at, instant_of(20260315, 17, 0));
	assert_true(instant_parse(STR("2026-03-15T17:00:05+08:00"), &at));
	assert_int_equal(at, instant_of(20260315, 17, 0) + 5000);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (instant_parse(str_of(no[i]), &at))
			fail_msg("%s", no[i]);
}

TEST_MAIN

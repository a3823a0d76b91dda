/* Rules of the notice, and the days that the pack's parameters give by the published calendars. */
#include "said.h"

#include "commands/pack.h"
#include "life/6-notice/notice.h"
#include "life/6-notice/notice_facts.h"

TEST(a_year_without_a_calendar_stops_the_notice, "8.5.a")
{
	struct notice_facts f = { .missing_year = 2028 };
	struct verdict v = rule_notice_calendar(&f, NULL);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.found, 2028);
	f.missing_year = 0;
	assert_int_equal(rule_notice_calendar(&f, NULL).outcome, HOLDS);
}

TEST(the_notice_is_over_the_day_after_its_last_day, "8.5.a")
{
	struct notice_facts f = { .last_day = 20260415 };
	static const struct {
		int64_t today;
		enum outcome outcome;
	} cases[] = { { 20260408, BROKEN }, { 20260414, BROKEN }, { 20260415, BROKEN }, { 20260416, HOLDS }, { 20270101, HOLDS } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		f.today = cases[i].today;
		assert_int_equal(rule_notice_over(&f, NULL).outcome, cases[i].outcome);
	}
	f.last_day = 0;
	assert_int_equal(rule_notice_over(&f, NULL).outcome, BROKEN);
}

TEST(the_notice_says_who_receives_objections, "8.5.b")
{
	for (int64_t n = 0; n <= 3; n++) {
		struct notice_facts f = { .receiver_given = n };
		assert_int_equal(rule_notice_receiver(&f, NULL).outcome, n == 3 ? HOLDS : BROKEN);
	}
}

TEST(what_was_listed_for_a_few_is_not_posted_for_all, "8.5.a 8.2.d")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 4; bits++) {
		struct notice_facts f = { .restricted = bits & 1, .posted = bits & 2 };
		assert_int_equal(rule_notice_restricted(&f, p).outcome, f.restricted && f.posted ? BROKEN : HOLDS);
	}
	assert_int_equal(notice_restricted_shown(p), 0);
}

TEST(an_open_objection_keeps_establishment_waiting, "8.5.b")
{
	for (int64_t n = 0; n <= 3; n++) {
		struct notice_facts f = { .objections = n };
		assert_int_equal(rule_notice_no_objection(&f, NULL).outcome, n == 0 ? HOLDS : BROKEN);
		assert_int_equal(rule_notice_no_objection(&f, NULL).found, n);
	}
}

TEST(days_left_count_working_days, "8.5.a")
{
	struct str error = { 0 };
	const struct calendar *c = calendar_parse(a, pack_calendar_files(a), &error);
	assert_str(error, "");
	assert_int_equal(notice_days_left(c, 20260930, 20261013), 6);
	assert_int_equal(notice_days_left(c, 20261010, 20261013), 3);
	assert_int_equal(notice_days_left(c, 20261013, 20261013), 1);
	assert_int_equal(notice_days_left(c, 20261014, 20261013), 0);
	assert_int_equal(notice_days_left(c, 20271230, 20280105), -1);
}

TEST(what_notice_verdicts_say, "8.5.a 8.5.b")
{
	const struct policy *p = dazu_pack(a);
	SAYS(notice_calendar, notice_facts, BROKEN, 2027, 0, .missing_year = 2027);
	SAYS(notice_receiver, notice_facts, BROKEN, 2, 3, .receiver_given = 2);
	SAYS(notice_restricted, notice_facts, HOLDS, 0, 0, .restricted = true);
	SAYS(notice_restricted, notice_facts, BROKEN, 1, 0, .restricted = true, .posted = true);
	SAYS(notice_restricted, notice_facts, HOLDS, 1, 0, .posted = true);
	SAYS(notice_no_objection, notice_facts, BROKEN, 1, 0, .objections = 1);
	p = pack_of(a, &(struct binding){ .rule = RULE_notice_restricted, .param = { 1 } });
	SAYS(notice_restricted, notice_facts, HOLDS, 1, 1, .restricted = true, .posted = true);
}

TEST_MAIN

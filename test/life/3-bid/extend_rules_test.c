/* Rules of moved deadlines, longer rounds and demands that are taken back: at, before and after each limit. */
#include "pack.h"

#include "life/1-need/round_facts.h"
#include "life/3-bid/extend_facts.h"

TEST(a_deadline_moves_later_before_it_is_over, "8.3.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t d = -1; d <= 1; d++) {
		struct extend_facts f = { .now = 1000 + d, .old_deadline = 1000, .new_deadline = 1000 + d };
		assert_int_equal(rule_deadline_not_over(&f, p).outcome, d <= 0 ? HOLDS : BROKEN);
		assert_int_equal(rule_withdraw_in_time(&f, p).outcome, d <= 0 ? HOLDS : BROKEN);
		assert_int_equal(rule_deadline_later(&f, p).outcome, d > 0 ? HOLDS : BROKEN);
	}
	for (int64_t n = 0; n < 6; n++) {
		struct extend_facts f = { .days = n, .times = n };
		assert_int_equal(rule_deadline_days(&f, p).outcome, n >= 3 ? HOLDS : BROKEN);
		assert_int_equal(rule_deadline_times(&f, p).outcome, n < 2 ? HOLDS : BROKEN);
	}
}

TEST(a_round_runs_longer_before_it_is_over, "8.1.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t d = -1; d <= 1; d++) {
		struct round_extend_facts f = { .today = 20260120 + d, .old_day = 20260120, .new_day = 20260120 + d };
		assert_int_equal(rule_round_not_over(&f, p).outcome, d <= 0 ? HOLDS : BROKEN);
		assert_int_equal(rule_round_later(&f, p).outcome, d > 0 ? HOLDS : BROKEN);
	}
	for (int64_t n = 0; n < 4; n++) {
		struct round_extend_facts f = { .times = n };
		assert_int_equal(rule_round_times(&f, p).outcome, n < 2 ? HOLDS : BROKEN);
	}
}

TEST_MAIN

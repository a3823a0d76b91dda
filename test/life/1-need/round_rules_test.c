/* The rules of a round that runs longer than it was announced, at and around their boundaries. */
#include "said.h"

#include "life/1-need/round_facts.h"

TEST(a_round_is_made_longer_before_it_is_over_and_not_for_ever, "8.1.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t day = 20260309; day <= 20260311; day++) {
		SAYS(round_not_over, round_extend_facts, day > 20260310 ? BROKEN : HOLDS, day, 20260310, .today = day, .old_day = 20260310);
		SAYS(round_later, round_extend_facts, day > 20260310 ? HOLDS : BROKEN, day, 20260310, .new_day = day, .old_day = 20260310);
	}
	for (int64_t n = 0; n <= 3; n++)
		SAYS(round_times, round_extend_facts, n < 2 ? HOLDS : BROKEN, n, 2, .times = n);
}

TEST_MAIN

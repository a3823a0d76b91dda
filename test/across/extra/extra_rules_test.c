/* The rules of a pack's own limits and stages, at and around their boundaries. */
#include "said.h"

#include "across/extra/extra_facts.h"

TEST(a_limit_is_met_at_its_figure, "")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 4; n <= 6; n++) {
		SAYS(limit_money_least, limit_facts, n < 5 ? BROKEN : HOLDS, n, 5, .found = n, .wanted = 5);
		SAYS(limit_money_most, limit_facts, n > 5 ? BROKEN : HOLDS, n, 5, .found = n, .wanted = 5);
		SAYS(limit_count_least, limit_facts, n < 5 ? BROKEN : HOLDS, n, 5, .found = n, .wanted = 5);
		SAYS(limit_count_most, limit_facts, n > 5 ? BROKEN : HOLDS, n, 5, .found = n, .wanted = 5);
	}
	SAYS(limit_given, limit_facts, BROKEN, 0, 1, .found = 0, .wanted = 1);
	SAYS(limit_given, limit_facts, HOLDS, 1, 1, .found = 1, .wanted = 1);
	assert_str(rule_limit_given(&(struct limit_facts){ .says = STR("A"), .wanted = 1 }, p).subject, "A");
}

TEST(a_stage_of_the_place_is_done_by_its_owner_and_not_ahead_of_its_day, "")
{
	const struct policy *p = dazu_pack(a);
	SAYS(step_owner, step_facts, HOLDS, 1, 1, .owner = true);
	SAYS(step_owner, step_facts, BROKEN, 0, 1, .owner = false);
	for (int64_t day = 20260309; day <= 20260311; day++)
		SAYS(step_day, step_facts, day > 20260310 ? BROKEN : HOLDS, day, 20260310, .day = day, .today = 20260310);
}

TEST_MAIN

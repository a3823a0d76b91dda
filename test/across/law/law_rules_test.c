/* The rules of readings, versions and the calendar, as tables. */
#include "said.h"

#include "across/law/law_facts.h"

TEST(a_reading_is_of_a_clause_and_not_ahead_of_its_day, "12.2.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(interpretation_clause, law_facts, HOLDS, 0, 0, .clause_known = true);
	SAYS(interpretation_clause, law_facts, BROKEN, 0, 0, .clause_known = false);
	for (int64_t day = 20260309; day <= 20260311; day++)
		SAYS(interpretation_day, law_facts, day > 20260310 ? BROKEN : HOLDS, day, 20260310, .day = day, .today = 20260310);
}

TEST(a_version_is_known_other_of_this_place_and_in_force_later, "12.3.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(pack_known, law_facts, HOLDS, 0, 0, .pack_known = true);
	SAYS(pack_known, law_facts, BROKEN, 0, 0, .pack_known = false);
	SAYS(pack_other, law_facts, BROKEN, 0, 0, .pack_in_use = true);
	SAYS(pack_other, law_facts, HOLDS, 0, 0, .pack_in_use = false);
	SAYS(pack_same_place, law_facts, HOLDS, 0, 0, .same_place = true, .pack_known = true);
	SAYS(pack_same_place, law_facts, BROKEN, 0, 0, .pack_known = true);
	SAYS(pack_same_place, law_facts, HOLDS, 0, 0, .pack_known = false);
	for (int64_t day = 20260309; day <= 20260311; day++) {
		SAYS(pack_in_force, law_facts, day < 20260310 ? BROKEN : HOLDS, day, 20260310, .in_force = day, .today = 20260310);
		SAYS(pack_in_force, law_facts, day < 20260310 ? BROKEN : HOLDS, day, 20260310, .in_force = day, .today = 20260301,
		     .last_in_force = 20260310);
	}
}

TEST(a_calendar_is_announced_once_and_corrected_with_a_reason, "8.5.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(calendar_new, law_facts, HOLDS, 2027, 0, .year = 2027);
	SAYS(calendar_new, law_facts, BROKEN, 2027, 0, .year = 2027, .announced = true);
	SAYS(calendar_new, law_facts, HOLDS, 2027, 0, .year = 2027, .announced = true, .corrects = true);
	SAYS(calendar_reason, law_facts, BROKEN, 0, 1, .corrects = true);
	SAYS(calendar_reason, law_facts, HOLDS, 0, 1, .corrects = true, .reasoned = true);
	SAYS(calendar_reason, law_facts, HOLDS, 0, 1, .corrects = false);
	SAYS(calendar_ahead, law_facts, BROKEN, 2025, 2026, .year = 2025, .today = 20260101);
	SAYS(calendar_ahead, law_facts, HOLDS, 2026, 2026, .year = 2026, .today = 20261231);
	SAYS(calendar_ahead, law_facts, HOLDS, 2027, 2026, .year = 2027, .today = 20261231);
}

TEST(the_days_of_a_calendar_are_days_of_its_year, "8.5.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(calendar_span, law_facts, BROKEN, 0, 0, .bad_span = STR("A"));
	SAYS(calendar_span, law_facts, HOLDS, 0, 0, .year = 2027);
	SAYS(calendar_twice, law_facts, BROKEN, 0, 0, .twice = STR("A"));
	SAYS(calendar_twice, law_facts, HOLDS, 0, 0, .year = 2027);
	SAYS(calendar_weekend, law_facts, BROKEN, 3, 6, .bad_work = STR("A"), .bad_work_weekday = 3);
	SAYS(calendar_weekend, law_facts, HOLDS, 0, 6, .year = 2027);
	SAYS(calendar_count, law_facts, BROKEN, 241, 242, .working_days = 241);
	SAYS(calendar_count, law_facts, HOLDS, 242, 256, .working_days = 242);
	SAYS(calendar_count, law_facts, HOLDS, 256, 256, .working_days = 256);
	SAYS(calendar_count, law_facts, BROKEN, 257, 256, .working_days = 257);
}

TEST_MAIN

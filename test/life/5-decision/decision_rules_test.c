/* Rules of the award as tables. */
#include "said.h"

#include "life/5-decision/decision_facts.h"

TEST(normally_one_winner_and_several_only_by_horse_race, "8.4.d 8.4.e")
{
	const struct policy *p = dazu_pack(a), *without = &(const struct policy){ 0 };
	static const struct {
		int64_t winners, wanted;
		enum outcome one, race, one_without;
	} cases[] = { { 0, 2, BROKEN, HOLDS, BROKEN }, { 1, 2, HOLDS, HOLDS, HOLDS }, { 2, 3, HOLDS, HOLDS, BROKEN }, { 3, 3, HOLDS, HOLDS, BROKEN },
		{ 4, 3, HOLDS, BROKEN, BROKEN }, { 6, 3, HOLDS, BROKEN, BROKEN } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decision_facts f = { .winners = cases[i].winners };
		assert_int_equal(rule_decision_one_winner(&f, p).outcome, cases[i].one);
		assert_int_equal(rule_decision_one_winner(&f, without).outcome, cases[i].one_without);
		assert_int_equal(rule_decision_horse_race(&f, p).outcome, cases[i].race);
		assert_int_equal(rule_decision_horse_race(&f, without).outcome, HOLDS);
		if (cases[i].race == BROKEN)
			assert_int_equal(rule_decision_horse_race(&f, p).wanted, cases[i].wanted);
	}
}

TEST(a_horse_race_shows_its_four_conditions, "8.4.e")
{
	for (int64_t winners = 1; winners <= 3; winners++)
		for (int bits = 0; bits < 4; bits++) {
			struct decision_facts f = { .winners = winners, .hard = bits & 1, .ranked = bits & 2, .united = bits, .agreed = bits };
			bool race = winners > 1;
			assert_int_equal(rule_race_hard(&f, NULL).outcome, race && !f.hard ? BROKEN : HOLDS);
			assert_int_equal(rule_race_unranked(&f, NULL).outcome, race && f.ranked ? BROKEN : HOLDS);
			assert_int_equal(rule_race_not_united(&f, NULL).outcome, race && bits != 3 ? BROKEN : HOLDS);
			assert_int_equal(rule_race_agreed(&f, NULL).outcome, race && bits != 2 ? BROKEN : HOLDS);
			assert_int_equal(rule_race_not_united(&f, NULL).found, bits);
			assert_int_equal(rule_race_agreed(&f, NULL).wanted, 2);
		}
}

TEST(the_winner_passed_and_was_reviewed, "8.4.b 8.3.a")
{
	struct decision_facts good = { .winners = 1 }, failed = { .not_passed = STR("B") }, unseen = { .not_reviewed = STR("C") };
	assert_int_equal(rule_decision_winner_passed(&good, NULL).outcome, HOLDS);
	assert_int_equal(rule_decision_winner_reviewed(&good, NULL).outcome, HOLDS);
	assert_int_equal(rule_decision_winner_passed(&failed, NULL).outcome, BROKEN);
	assert_str(rule_decision_winner_passed(&failed, NULL).subject, "B");
	assert_int_equal(rule_decision_winner_reviewed(&unseen, NULL).outcome, BROKEN);
	assert_str(rule_decision_winner_reviewed(&unseen, NULL).subject, "C");
}

TEST(an_affiliate_does_not_win_and_doubt_asks_for_a_person, "5.2.b")
{
	static const enum outcome all[] = { HOLDS, BROKEN, UNKNOWN };
	for (size_t i = 0; i < 3; i++) {
		struct decision_facts f = { .affiliation = all[i], .path = STR("A - B"), .steps = 2 };
		struct verdict v = rule_decision_affiliation(&f, NULL);
		assert_int_equal(v.outcome, all[i]);
		assert_int_equal(v.found, 2);
		assert_str(v.subject, "A - B");
	}
}

TEST(departing_from_the_ranking_needs_a_reason, "8.4.b")
{
	for (int departs = 0; departs < 2; departs++)
		for (int reason = 0; reason < 2; reason++) {
			struct decision_facts f = { .departs = departs, .reason = reason, .rank = departs ? 2 : 1 };
			struct verdict v = rule_decision_departure_reason(&f, NULL);
			assert_int_equal(v.outcome, departs && !reason ? BROKEN : HOLDS);
			assert_int_equal(v.found, departs ? 2 : 1);
		}
}

TEST(the_government_decided_between_proposal_and_today, "8.5.a")
{
	static const struct {
		int64_t decided;
		enum outcome outcome;
	} cases[] = { { 20260309, BROKEN }, { 20260310, HOLDS }, { 20260312, HOLDS }, { 20260315, HOLDS }, { 20260316, BROKEN } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decision_facts f = { .decided_on = cases[i].decided, .proposed_on = 20260310, .today = 20260315 };
		assert_int_equal(rule_decision_day(&f, NULL).outcome, cases[i].outcome);
	}
}

TEST(a_denial_carries_a_reason, "8.5.a")
{
	for (int denied = 0; denied < 2; denied++)
		for (int remark = 0; remark < 2; remark++) {
			struct decision_facts f = { .denied = denied, .remark = remark };
			assert_int_equal(rule_decision_deny_reason(&f, NULL).outcome, denied && !remark ? BROKEN : HOLDS);
		}
}

TEST(what_award_verdicts_say, "8.4.b 8.4.d 8.4.e 8.5.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(decision_one_winner, decision_facts, BROKEN, 0, 1, .winners = 0);
	SAYS(decision_horse_race, decision_facts, HOLDS, 2, 3, .winners = 2);
	SAYS(decision_horse_race, decision_facts, BROKEN, 4, 3, .winners = 4);
	SAYS(decision_horse_race, decision_facts, HOLDS, 0, 0, .winners = 1);
	SAYS(race_hard, decision_facts, BROKEN, 0, 1, .winners = 2);
	SAYS(race_unranked, decision_facts, BROKEN, 1, 0, .winners = 2, .ranked = true);
	SAYS(race_not_united, decision_facts, BROKEN, 2, 3, .winners = 2, .united = 2);
	SAYS(race_agreed, decision_facts, BROKEN, 1, 2, .winners = 2, .agreed = 1);
	SAYS(decision_winner_passed, decision_facts, BROKEN, 0, 0, .not_passed = STR("A"));
	SAYS(decision_winner_reviewed, decision_facts, BROKEN, 0, 0, .not_reviewed = STR("A"));
	SAYS(decision_departure_reason, decision_facts, BROKEN, 2, 1, .departs = true, .rank = 2);
	SAYS(decision_deny_reason, decision_facts, BROKEN, 0, 1, .denied = true);
	p = pack_of(a, &(struct binding){ .rule = RULE_decision_horse_race, .param = { 3, 5 } });
	SAYS(decision_horse_race, decision_facts, BROKEN, 2, 3, .winners = 2);
	SAYS(decision_horse_race, decision_facts, HOLDS, 3, 5, .winners = 3);
}

TEST_MAIN

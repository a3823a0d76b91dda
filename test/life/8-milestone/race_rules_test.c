/* The rules of the horse race as tables; the split of money as a property. */
#include "said.h"

#include "across/payment/payment_facts.h"
#include "across/race/race.h"
#include "base/money.h"
#include "life/7-contract/contract_facts.h"
#include "life/8-milestone/race_facts.h"



static void table(const struct policy *p, struct verdict (*rule)(const struct race_facts *, const struct policy *), struct race_facts f, enum outcome wanted, int64_t found)
{
	struct verdict v = rule(&f, p);
	assert_int_equal(v.outcome, wanted);
	assert_int_equal(v.found, found);
}

TEST(shares_are_the_whole_and_every_runner_is_named_once, "10.2.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t sum = 9998; sum <= 10002; sum++)
		table(p, rule_race_shares_whole, (struct race_facts){ .share_sum = sum }, sum == 10000 ? HOLDS : BROKEN, sum);
	for (int64_t n = 0; n <= 4; n++) {
		table(p, rule_race_lanes_named, (struct race_facts){ .lanes = 3, .named = n }, n == 3 ? HOLDS : BROKEN, n);
		table(p, rule_race_first_each, (struct race_facts){ .lanes = 3, .shares_positive = n }, n == 3 ? HOLDS : BROKEN, n);
		table(p, rule_race_books_signed, (struct race_facts){ .lanes = 3, .books = n }, n == 3 ? HOLDS : BROKEN, n);
		table(p, rule_race_places, (struct race_facts){ .lanes = 3, .places = n }, n == 3 ? HOLDS : BROKEN, n);
	}
}

TEST(nodes_are_planned_ahead_and_in_order, "8.4.f 10.2.d")
{
	const struct policy *p = dazu_pack(a), none = { 0 };
	for (int64_t n = 0; n <= 3; n++) {
		table(p, rule_race_nodes_planned, (struct race_facts){ .nodes = n }, n >= 1 ? HOLDS : BROKEN, n);
		assert_int_equal(rule_race_nodes_planned(&(struct race_facts){ .nodes = n }, &none).outcome, HOLDS);
		table(p, rule_race_nodes_order, (struct race_facts){ .nodes_astray = n }, n == 0 ? HOLDS : BROKEN, n);
	}
	for (int64_t day = 20260401; day <= 20260403; day++)
		table(p, rule_race_day, (struct race_facts){ .decided_on = day, .today = 20260402 }, day <= 20260402 ? HOLDS : BROKEN, day);
}

TEST(a_node_is_reached_by_its_day_or_by_every_runner, "10.2.d")
{
	static const struct {
		int64_t today, concluded;
		enum outcome outcome;
	} cases[] = { { 20261014, 0, BROKEN }, { 20261015, 0, HOLDS }, { 20261016, 2, HOLDS }, { 20261014, 2, BROKEN }, { 20261014, 3, HOLDS } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		table(NULL, rule_race_node_reached, (struct race_facts){ .today = cases[i].today, .node_due = 20261015, .lanes = 3,
			.concluded = cases[i].concluded }, cases[i].outcome, cases[i].today);
}

TEST(the_panel_is_signed_and_followed_or_a_reason_is_given, "8.4.f 10.2.d")
{
	for (int bits = 0; bits < 4; bits++) {
		bool departs = bits & 1, reasoned = bits & 2;
		table(NULL, rule_race_follows_panel, (struct race_facts){ .departs = departs, .reasoned = reasoned }, departs && !reasoned ? BROKEN : HOLDS, reasoned);
		table(NULL, rule_race_panel_signed, (struct race_facts){ .panel_signed = departs }, departs ? HOLDS : BROKEN, departs);
	}
}

TEST(whoever_stops_gets_nothing_and_one_left_gets_all, "10.2.d 10.2.e")
{
	for (int64_t going = 0; going <= 3; going++) {
		table(NULL, rule_race_goes_on, (struct race_facts){ .going = going }, going ? HOLDS : BROKEN, going);
		for (int64_t share = 9999; share <= 10001; share++)
			table(NULL, rule_race_one_left, (struct race_facts){ .going = going, .going_share = share },
				going != 1 || share == 10000 ? HOLDS : BROKEN, share);
	}
	table(NULL, rule_race_stopped_nothing, (struct race_facts){ 0 }, HOLDS, 0);
	table(NULL, rule_race_stopped_nothing, (struct race_facts){ .stopped_share = 1 }, BROKEN, 1);
	struct race_facts bare = { .stop_bare = STR("B") }, late = { .stop_late = STR("C") };
	assert_str(rule_race_stop_reason(&bare, NULL).subject, "B");
	assert_int_equal(rule_race_stop_reason(&bare, NULL).outcome, BROKEN);
	assert_int_equal(rule_race_stop_reason(&late, NULL).outcome, HOLDS);
	assert_str(rule_race_stop_in_time(&late, NULL).subject, "C");
	assert_int_equal(rule_race_stop_in_time(&late, NULL).outcome, BROKEN);
	assert_int_equal(rule_race_stop_in_time(&bare, NULL).outcome, HOLDS);
}

TEST(the_end_comes_after_the_nodes_and_the_runners, "8.4.f")
{
	static const struct {
		int64_t open, lanes, accepted;
		enum outcome outcome;
	} cases[] = { { 0, 3, 0, HOLDS }, { 1, 3, 0, BROKEN }, { 1, 1, 0, HOLDS }, { 1, 2, 1, BROKEN }, { 2, 2, 2, HOLDS }, { 1, 0, 0, HOLDS } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		table(NULL, rule_race_nodes_over, (struct race_facts){ .nodes_open = cases[i].open, .lanes = cases[i].lanes, .accepted = cases[i].accepted },
			cases[i].outcome, cases[i].open);
	for (int64_t n = 0; n <= 3; n++) {
		table(NULL, rule_race_lanes_closed, (struct race_facts){ .closed = n, .all = 3 }, n == 3 ? HOLDS : BROKEN, n);
		table(NULL, rule_race_none_left, (struct race_facts){ .lanes = n }, n == 0 ? HOLDS : BROKEN, n);
	}
}

TEST(a_runners_task_book_takes_what_the_first_shares_give, "10.2.d 10.1.b")
{
	for (int bits = 0; bits < 16; bits++) {
		bool runner = bits & 1, allotted = bits & 2, total = bits & 4, fiscal = bits & 8;
		struct taskbook_facts f = { .runner = runner, .allotted = allotted, .lane_rd_fen = 800, .lane_fiscal_fen = 240,
			.fund = { total ? 800 : 801, fiscal ? 240 : 239, 0 } };
		assert_int_equal(rule_race_first_decided(&f, NULL).outcome, runner && !allotted ? BROKEN : HOLDS);
		assert_int_equal(rule_race_book_total(&f, NULL).outcome, runner && allotted && !total ? BROKEN : HOLDS);
		assert_int_equal(rule_race_book_fiscal(&f, NULL).outcome, runner && allotted && !fiscal ? BROKEN : HOLDS);
	}
}

TEST(a_runner_is_paid_its_part_before_its_fiscal_half, "10.2.b 10.2.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t paid = 319; paid <= 321; paid++) {
		struct payment_facts f = { .runner = true, .first_fen = 320, .fund = { 10000, 3000, 0 }, .demander_paid_fen = paid };
		assert_int_equal(rule_fiscal_first_after_demander(&f, p).outcome, paid >= 320 ? HOLDS : BROKEN);
		f.runner = false;
		assert_int_equal(rule_fiscal_first_after_demander(&f, p).outcome, BROKEN);
	}
}

TEST(parts_of_all_runners_are_exactly_the_instalment, "10.2.d")
{
	uint64_t seed = 20260401;
	for (int round = 0; round < 20000; round++) {
		int64_t total = (int64_t)(test_random(&seed) % (round % 2 ? 1000 : (uint64_t)MONEY_MAX)), sum = 0;
		size_t n = 1 + test_random(&seed) % 3;
		int64_t shares[3] = { 0 }, parts[3], left = PERCENT_SCALE;
		for (size_t i = 0; i + 1 < n; i++) {
			shares[i] = (int64_t)(test_random(&seed) % (uint64_t)(left + 1));
			left -= shares[i];
		}
		shares[n - 1] = left;
		race_split(total, shares, parts, n);
		for (size_t i = 0; i < n; i++) {
			sum += parts[i];
			assert_true(parts[i] >= money_share(total, shares[i]) && parts[i] <= money_share(total, shares[i]) + 2);
			assert_true(shares[i] || !parts[i]);
		}
		assert_int_equal(sum, total);
	}
}

TEST(what_race_verdicts_say, "8.4.f 10.2.d 10.2.e")
{
	const struct policy *p = dazu_pack(a);
	SAYS(race_nodes_order, race_facts, BROKEN, 1, 0, .nodes_astray = 1);
	SAYS(race_panel_signed, race_facts, BROKEN, 0, 1, .panel_signed = false);
	SAYS(race_follows_panel, race_facts, BROKEN, 0, 1, .departs = true);
	SAYS(race_goes_on, race_facts, BROKEN, 0, 1, .going = 0);
	SAYS(race_goes_on, race_facts, HOLDS, 1, 1, .going = 1);
	SAYS(race_stopped_nothing, race_facts, BROKEN, 1, 0, .stopped_share = 1);
	SAYS(race_stop_reason, race_facts, BROKEN, 0, 0, .stop_bare = STR("A"));
	SAYS(race_stop_in_time, race_facts, BROKEN, 0, 0, .stop_late = STR("A"));
	SAYS(race_nodes_over, race_facts, BROKEN, 1, 0, .nodes_open = 1, .lanes = 2);
	SAYS(race_none_left, race_facts, BROKEN, 1, 0, .lanes = 1);
}

TEST_MAIN

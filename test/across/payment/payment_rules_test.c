/* The rules of the money, as tables, and the division of sums for every kind of total. */
#include "said.h"

#include "across/payment/payment.h"
#include "base/money.h"

struct cap_case {
	int64_t demander, fiscal, other;
	enum outcome share, cap;
};

TEST(fiscal_share_and_cap_at_their_boundaries, "10.1.a 10.1.b")
{
	const struct policy *p = dazu_pack(a);
	static const struct cap_case cases[] = {
		{ YUAN(700000), YUAN(300000), 0, HOLDS, HOLDS },                        /* 30.00 % exactly */
		{ YUAN(700000), YUAN(300000) + 1, 0, BROKEN, HOLDS },                   /* one fen over */
		{ YUAN(700000) - 1, YUAN(300000), 0, BROKEN, HOLDS },                   /* the total one fen short */
		{ YUAN(700000) - 1, YUAN(300000), 1, HOLDS, HOLDS },                    /* made up by other money */
		{ YUAN(2400000), YUAN(1000000), 0, HOLDS, HOLDS },                      /* 1,000,000.00 yuan exactly */
		{ YUAN(2400000), YUAN(1000000) + 1, 0, HOLDS, BROKEN },
		{ YUAN(100), YUAN(1000000) + 1, 0, BROKEN, BROKEN },
		{ YUAN(700000), 0, 0, HOLDS, HOLDS },
		{ 0, 0, 0, HOLDS, HOLDS },
		{ 0, 1, 0, BROKEN, HOLDS },
		{ 7, 3, 0, HOLDS, HOLDS },
		{ 6, 3, 0, BROKEN, HOLDS },
		{ MONEY_MAX, YUAN(1000000), MONEY_MAX, HOLDS, HOLDS },
		{ MONEY_MAX, MONEY_MAX, 0, BROKEN, BROKEN },
		{ -1, YUAN(1), 0, BROKEN, HOLDS },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fund_facts f = { cases[i].demander, cases[i].fiscal, cases[i].other };
		print_message("case %zu\n", i);
		assert_int_equal(rule_fiscal_share(&f, p).outcome, cases[i].share);
		assert_int_equal(rule_fiscal_cap(&f, p).outcome, cases[i].cap);
	}
}

TEST(one_fen_over_is_shown_as_over, "10.1.a")
{
	const struct policy *p = dazu_pack(a);
	struct fund_facts f = { YUAN(700000), YUAN(300000) + 1, 0 };
	struct verdict v = rule_fiscal_share(&f, p);
	assert_int_equal(v.found, 3001);
	assert_int_equal(v.wanted, 3000);
}

/* Facts of a project of 1,000,000 yuan where everything is in order; each case changes one thing. */
static struct payment_facts good(bool fiscal, int64_t instalment)
{
	return (struct payment_facts){ .name = STR("n"), .condition = STR("c"), .fiscal = fiscal, .instalment = instalment,
		.instalments = fiscal ? 2 : 3, .planned_fen = YUAN(400000), .reached = true, .amount_fen = YUAN(400000), .paid_on = 20260301,
		.today = 20260301, .vouchers = 1, .fund = { YUAN(1000000), YUAN(300000), 0 }, .signed_book = true, .stage_passed = true,
		.accepted = true, .demander_paid_fen = YUAN(400000), .demander_vouchered = 3, .requested = true };
}

TEST(a_payment_in_order_holds, "10.2.b 10.2.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t i = 1; i <= 3; i++) {
		struct payment_facts f = good(false, i);
		assert_int_equal(rule_payment_running(&f, p).outcome, HOLDS);
		assert_int_equal(rule_payment_due(&f, p).outcome, HOLDS);
		assert_int_equal(rule_payment_not_twice(&f, p).outcome, HOLDS);
		assert_int_equal(rule_payment_amount_exact(&f, p).outcome, HOLDS);
		assert_int_equal(rule_payment_day(&f, p).outcome, HOLDS);
		assert_int_equal(rule_demander_order(&f, p).outcome, HOLDS);
		assert_int_equal(rule_demander_earlier_paid(&f, p).outcome, HOLDS);
		assert_int_equal(rule_voucher_present(&f, p).outcome, HOLDS);
		assert_int_equal(rule_voucher_unique(&f, p).outcome, HOLDS);
	}
}

TEST(what_breaks_a_payment, "10.2.b 10.2.c 8.7.c")
{
	const struct policy *p = dazu_pack(a);
	struct payment_facts f = good(false, 1);

	f.stopped = true;
	assert_int_equal(rule_payment_running(&f, p).outcome, BROKEN);
	f = good(false, 1), f.reached = false;
	assert_int_equal(rule_payment_due(&f, p).outcome, BROKEN);
	f = good(false, 1), f.paid_fen = 1;
	assert_int_equal(rule_payment_not_twice(&f, p).outcome, BROKEN);
	for (int64_t d = -1; d <= 1; d++) {
		f = good(false, 1), f.amount_fen += d;
		assert_int_equal(rule_payment_amount_exact(&f, p).outcome, d ? BROKEN : HOLDS);
		f = good(false, 1), f.paid_on += d;
		assert_int_equal(rule_payment_day(&f, p).outcome, d > 0 ? BROKEN : HOLDS);
		f = good(false, 1), f.paid_before_on = 20260301 + d;
		assert_int_equal(rule_payment_day_order(&f, p).outcome, d > 0 ? BROKEN : HOLDS);
	}
	f = good(false, 2), f.earlier_unpaid = 1;
	assert_int_equal(rule_demander_earlier_paid(&f, p).outcome, BROKEN);
	f = good(false, 1), f.vouchers = 0;
	assert_int_equal(rule_voucher_present(&f, p).outcome, BROKEN);
	f = good(false, 1), f.used_in = STR("DZ-2026-001");
	assert_int_equal(rule_voucher_unique(&f, p).outcome, BROKEN);
	f = good(true, 1), f.requested = false;
	assert_int_equal(rule_payment_requested(&f, p).outcome, BROKEN);
}

struct order_case {
	int64_t instalment;
	bool stage_passed, accepted;
	enum outcome wanted;
};

TEST(thirty_percent_after_a_stage_and_the_rest_after_acceptance, "10.2.b")
{
	const struct policy *p = dazu_pack(a);
	static const struct order_case cases[] = {
		{ 1, false, false, HOLDS }, { 1, true, true, HOLDS }, { 2, false, false, BROKEN }, { 2, true, false, HOLDS },
		{ 2, false, true, BROKEN }, { 3, false, false, BROKEN }, { 3, true, false, BROKEN }, { 3, true, true, HOLDS },
		{ 3, false, true, HOLDS },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct payment_facts f = good(false, cases[i].instalment);
		f.stage_passed = cases[i].stage_passed;
		f.accepted = cases[i].accepted;
		assert_int_equal(rule_demander_order(&f, p).outcome, cases[i].wanted);
	}
}

TEST(the_first_fiscal_half_waits_for_forty_percent, "10.2.a 10.2.b 10.2.c")
{
	const struct policy *p = dazu_pack(a);
	struct payment_facts f = good(true, 1);

	f.demander_vouchered = 1;
	f.accepted = false;
	assert_int_equal(rule_fiscal_after_taskbook(&f, p).outcome, HOLDS);
	assert_int_equal(rule_fiscal_first_after_demander(&f, p).outcome, HOLDS);
	assert_int_equal(rule_fiscal_second_after_acceptance(&f, p).outcome, HOLDS);
	assert_int_equal(rule_fiscal_voucher(&f, p).outcome, HOLDS);
	f.demander_paid_fen--;
	struct verdict v = rule_fiscal_first_after_demander(&f, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.found, YUAN(400000) - 1);
	assert_int_equal(v.wanted, YUAN(400000));
	f.demander_vouchered = 0;
	assert_int_equal(rule_fiscal_voucher(&f, p).outcome, BROKEN);
	f.signed_book = false;
	assert_int_equal(rule_fiscal_after_taskbook(&f, p).outcome, BROKEN);
}

TEST(the_second_fiscal_half_waits_for_acceptance, "10.2.a 10.2.c")
{
	const struct policy *p = dazu_pack(a);
	struct payment_facts f = good(true, 2);

	assert_int_equal(rule_fiscal_second_after_acceptance(&f, p).outcome, HOLDS);
	f.accepted = false;
	assert_int_equal(rule_fiscal_second_after_acceptance(&f, p).outcome, BROKEN);
	f.demander_vouchered = 1;
	assert_int_equal(rule_fiscal_voucher(&f, p).outcome, BROKEN);
	f.demander_vouchered = 2;
	assert_int_equal(rule_fiscal_voucher(&f, p).outcome, HOLDS);
}

TEST(fiscal_money_never_exceeds_what_was_agreed, "10.1.b")
{
	const struct policy *p = dazu_pack(a);
	struct payment_facts f = good(true, 2);

	f.fiscal_other_fen = YUAN(150000);
	f.amount_fen = YUAN(150000);
	assert_int_equal(rule_fiscal_total_within(&f, p).outcome, HOLDS);
	f.amount_fen++;
	assert_int_equal(rule_fiscal_total_within(&f, p).outcome, BROKEN);
}

static void divided(const struct policy *p, int64_t total)
{
	int64_t shares[PAYMENT_PARTS_MOST] = { 0 }, parts[PAYMENT_PARTS_MOST];

	assert_int_equal(payment_parts_demander(p, total, shares, parts), 3);
	assert_int_equal(parts[0], total * 40 / 100);
	assert_int_equal(parts[1], total * 30 / 100);
	assert_int_equal(parts[0] + parts[1] + parts[2], total);
	assert_true(parts[2] >= parts[1] && parts[2] - total * 30 / 100 <= 2);
	assert_int_equal(payment_parts_fiscal(p, total, shares, parts), 2);
	assert_int_equal(parts[0], total / 2);
	assert_int_equal(parts[0] + parts[1], total);
	assert_true(parts[1] - parts[0] <= 1);
}

TEST(sums_are_divided_exactly, "10.2.a 10.2.b")
{
	const struct policy *p = dazu_pack(a);
	uint64_t seed = 20260101;

	for (int64_t total = 0; total < 2000; total++)
		divided(p, total);
	for (int64_t power = 1; power <= 10000000000000; power *= 10)
		for (int64_t d = -3; d <= 3; d++)
			divided(p, power + d < 0 ? 0 : power + d);
	for (int i = 0; i < 200000; i++)
		divided(p, (int64_t)(test_random(&seed) % 10000000000001u));
}

TEST(references_are_compared_without_blanks_and_case, "10.2.c")
{
	assert_str(payment_reference(a, STR("ab-12 34")), "AB1234");
	assert_str(payment_reference(a, STR("AB1234")), "AB1234");
	assert_str(payment_reference(a, STR("")), "");
}

TEST(the_fiscal_share_found_is_rounded_up, "10.1.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(fiscal_share, fund_facts, BROKEN, 3334, 3000, 2, 1, 0);
	SAYS(fiscal_share, fund_facts, HOLDS, 0, 3000, 0, 0, 0);
	struct binding b = { .rule = RULE_fiscal_share, .param = { 3000 }, .base = BASE_demander };
	p = pack_of(a, &b);
	SAYS(fiscal_share, fund_facts, BROKEN, 30000, 3000, 1, 3, 0);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, 0, 1, 0);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, 0, 2, 0);
}

TEST(sums_that_no_project_has_are_refused, "10.1.a 10.1.b")
{
	const struct policy *p = dazu_pack(a);
	SAYS(fiscal_share, fund_facts, HOLDS, 1000, 3000, 90, 10, 0);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, -1, 10, 100);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, 100, -1, 0);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, 100, 10, -1);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, MONEY_MAX + 1, 10, 0);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, 100, 10, MONEY_MAX + 1);
	SAYS(fiscal_share, fund_facts, BROKEN, PERCENT_SCALE, 3000, MONEY_MAX, MONEY_MAX / PERCENT_SCALE + 1, 0);
	SAYS(fiscal_share, fund_facts, HOLDS, 1, 3000, MONEY_MAX, MONEY_MAX / PERCENT_SCALE, 0);
	SAYS(fiscal_share, fund_facts, HOLDS, 1, 3000, MONEY_MAX, 1, MONEY_MAX);
}

TEST(what_payment_verdicts_say, "10.2.a 10.2.b 10.2.c 8.7.c")
{
	const struct policy *p = dazu_pack(a);
	SAYS(payment_due, payment_facts, BROKEN, 0, 1, .reached = false);
	SAYS(payment_running, payment_facts, BROKEN, 1, 0, .stopped = true);
	SAYS(payment_not_twice, payment_facts, BROKEN, 1, 0, .paid_fen = 1);
	SAYS(payment_requested, payment_facts, BROKEN, 0, 1, .requested = false);
	SAYS(payment_day_order, payment_facts, HOLDS, 20260301, 20260301, .paid_on = 20260301, .paid_before_on = 20260301);
	SAYS(demander_order, payment_facts, HOLDS, 1, 1, .instalment = 1, .instalments = 1);
	SAYS(demander_order, payment_facts, BROKEN, 0, 1, .instalment = 2, .instalments = 2, .stage_passed = true);
	SAYS(demander_order, payment_facts, HOLDS, 1, 1, .instalment = 2, .instalments = 2, .accepted = true);
	SAYS(demander_order, payment_facts, BROKEN, 0, 1, .instalment = 2, .instalments = 3, .accepted = true);
	SAYS(demander_order, payment_facts, HOLDS, 1, 1, .instalment = 2, .instalments = 3, .stage_passed = true);
	SAYS(demander_earlier_paid, payment_facts, BROKEN, 1, 0, .earlier_unpaid = 1);
	SAYS(voucher_unique, payment_facts, BROKEN, 1, 0, .used_in = STR("A"));
	SAYS(voucher_unique, payment_facts, HOLDS, 0, 0, .reached = true);
	SAYS(fiscal_after_taskbook, payment_facts, BROKEN, 0, 1, .signed_book = false);
	SAYS(fiscal_second_after_acceptance, payment_facts, BROKEN, 0, 1, .instalment = 2, .instalments = 2);
}

TEST(a_pack_that_leaves_a_rule_of_the_money_out_asks_nothing, "")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(fiscal_share, fund_facts, HOLDS, 0, 0, 1, 9, 0);
	SAYS(fiscal_cap, fund_facts, HOLDS, 0, 0, 0, MONEY_MAX, 0);
	SAYS(voucher_present, payment_facts, HOLDS, 0, 0, .vouchers = 0);
	SAYS(fiscal_first_after_demander, payment_facts, HOLDS, 0, 0, .runner = true, .first_fen = 1);
}

TEST_MAIN

/* The rules of contract and task book, as tables. */
#include "said.h"

#include "life/7-contract/contract.h"

struct period_case {
	int64_t starts, ends, months;
	enum outcome wanted;
};

TEST(a_period_of_three_years_is_the_most, "7.a 8.8.a")
{
	const struct policy *p = dazu_pack(a);
	static const struct period_case cases[] = {
		{ 20260301, 20290228, 36, HOLDS }, { 20260301, 20290301, 36, HOLDS }, { 20260301, 20290302, 37, BROKEN },
		{ 20260301, 20260302, 1, HOLDS }, { 20260131, 20260228, 1, HOLDS }, { 20260131, 20260301, 2, HOLDS },
		{ 20240229, 20270228, 36, HOLDS }, { 20240229, 20270301, 37, BROKEN }, { 20260301, 20360301, 120, BROKEN },
		{ 20260301, 20260301, 0, HOLDS },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct taskbook_facts f = { .starts = cases[i].starts, .ends = cases[i].ends };
		assert_int_equal(months_between(f.starts, f.ends), cases[i].months);
		assert_int_equal(rule_taskbook_period(&f, p).outcome, cases[i].wanted);
	}
}

TEST(the_end_is_behind_the_start, "8.6.c")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .starts = 20260301, .ends = 20260301 };
	assert_int_equal(rule_taskbook_days(&f, p).outcome, BROKEN);
	f.ends++;
	assert_int_equal(rule_taskbook_days(&f, p).outcome, HOLDS);
}

TEST(a_contract_is_signed_before_it_is_recorded, "8.6.a")
{
	const struct policy *p = dazu_pack(a);
	struct contract_facts f = { .signed_on = 20260301, .today = 20260301, .scans = 1 };
	assert_int_equal(rule_contract_day(&f, p).outcome, HOLDS);
	assert_int_equal(rule_contract_scan(&f, p).outcome, HOLDS);
	f.signed_on++;
	f.scans = 0;
	assert_int_equal(rule_contract_day(&f, p).outcome, BROKEN);
	assert_int_equal(rule_contract_scan(&f, p).outcome, BROKEN);
}

TEST(the_task_book_rests_on_the_contract, "8.6.a 8.6.b")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .has_contract = true, .contract_fen = YUAN(1000000), .fund.demander_fen = YUAN(1000000) };
	assert_int_equal(rule_contract_before_taskbook(&f, p).outcome, HOLDS);
	assert_int_equal(rule_taskbook_amount(&f, p).outcome, HOLDS);
	f.fund.demander_fen--;
	assert_int_equal(rule_taskbook_amount(&f, p).outcome, BROKEN);
	f.has_contract = false;
	assert_int_equal(rule_contract_before_taskbook(&f, p).outcome, BROKEN);
	f.fund.demander_fen = 5, f.contract_fen = 0;      /* nothing to compare with: said by contract_before_taskbook alone */
	assert_int_equal(rule_taskbook_amount(&f, p).outcome, HOLDS);
}

TEST(fiscal_money_stays_within_what_government_approved, "8.5.a 10.1.b")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .has_approved = true, .approved_fen = YUAN(600000), .fund.fiscal_fen = YUAN(600000) };
	assert_int_equal(rule_taskbook_fiscal_approved(&f, p).outcome, HOLDS);
	f.fund.fiscal_fen++;
	assert_int_equal(rule_taskbook_fiscal_approved(&f, p).outcome, BROKEN);
	f.has_approved = false;
	assert_int_equal(rule_taskbook_fiscal_approved(&f, p).outcome, HOLDS);
}

TEST(ten_parts_make_a_task_book, "8.6.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t parts = 0; parts <= 10; parts++) {
		struct taskbook_facts f = { .parts = parts, .parts_wanted = 10, .missing = STR("x") };
		assert_int_equal(rule_taskbook_complete(&f, p).outcome, parts == 10 ? HOLDS : BROKEN);
	}
}

TEST(milestones_are_inside_and_release_once, "8.6.c 8.7.a 10.2.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++) {
		struct taskbook_facts f = { .milestones = n, .milestones_outside = n, .milestones_releasing = n };
		assert_int_equal(rule_taskbook_milestones(&f, p).outcome, n ? HOLDS : BROKEN);
		assert_int_equal(rule_taskbook_milestones_inside(&f, p).outcome, n ? BROKEN : HOLDS);
		assert_int_equal(rule_taskbook_release_once(&f, p).outcome, n > 1 ? BROKEN : HOLDS);
	}
}

TEST(every_indicator_has_a_criterion, "8.6.c 9.3")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .indicators = 3 };
	assert_int_equal(rule_taskbook_criteria(&f, p).outcome, HOLDS);
	f.indicators_bare = 1;
	struct verdict v = rule_taskbook_criteria(&f, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.found, 2);
	assert_int_equal(v.wanted, 3);
	f = (struct taskbook_facts){ 0 };
	assert_int_equal(rule_taskbook_criteria(&f, p).outcome, BROKEN);
}

TEST(accounts_are_typed_twice, "10.2.a")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .accounts_equal = true, .fiscal_account = true, .fund.fiscal_fen = 1 };
	assert_int_equal(rule_taskbook_accounts(&f, p).outcome, HOLDS);
	f.fiscal_account = false;
	assert_int_equal(rule_taskbook_accounts(&f, p).outcome, BROKEN);
	f.fund.fiscal_fen = 0;
	assert_int_equal(rule_taskbook_accounts(&f, p).outcome, HOLDS);
	f.accounts_equal = false;
	assert_int_equal(rule_taskbook_accounts(&f, p).outcome, BROKEN);
}

TEST(the_project_leader_stays, "5.2.d")
{
	const struct policy *p = dazu_pack(a);
	struct taskbook_facts f = { .pi_stays = true };
	assert_int_equal(rule_pi_stays(&f, p).outcome, HOLDS);
	f.pi_stays = false;
	assert_int_equal(rule_pi_stays(&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_pi_stays)->force, FORCE_NORMALLY);
}

TEST(three_parties_sign_three_papers, "8.6.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 3; n++) {
		struct signing_facts f = { .papers = n, .parties = n, .scans = n, .signed_before = n == 2 };
		assert_int_equal(rule_three_papers_signed(&f, p).outcome, n == 3 ? HOLDS : BROKEN);
		assert_int_equal(rule_three_parties_signed(&f, p).outcome, n == 3 ? HOLDS : BROKEN);
		assert_int_equal(rule_sealed_scan(&f, p).outcome, n ? HOLDS : BROKEN);
		assert_int_equal(rule_sign_once(&f, p).outcome, n == 2 ? BROKEN : HOLDS);
	}
}

TEST(days_that_are_none_make_no_period, "7.a")
{
	assert_int_equal(months_between(20260001, 20260301), 0);
	assert_int_equal(months_between(20260301, 20260499), 0);
	assert_int_equal(months_between(20260301, 20260101), 0);
	assert_int_equal(months_between(20260301, 0), 0);
	assert_int_equal(months_between(0, 0), 0);
}

TEST(what_contract_verdicts_say, "8.6.a 8.6.b 8.6.c 10.2.a 10.2.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t day = 20260309; day <= 20260311; day++)
		SAYS(contract_meet_day, contract_meet_facts, day > 20260310 ? BROKEN : HOLDS, day, 20260310, .day = day, .today = 20260310);
	SAYS(contract_before_taskbook, taskbook_facts, BROKEN, 0, 1, .has_contract = false);
	SAYS(taskbook_milestones_inside, taskbook_facts, BROKEN, 1, 0, .milestones_outside = 1);
	SAYS(taskbook_release_once, taskbook_facts, BROKEN, 2, 1, .milestones_releasing = 2);
	SAYS(taskbook_release_once, taskbook_facts, HOLDS, 1, 1, .milestones_releasing = 1);
	SAYS(taskbook_criteria, taskbook_facts, HOLDS, 1, 1, .indicators = 1);
	SAYS(taskbook_criteria, taskbook_facts, BROKEN, 0, 1, .indicators = 1, .indicators_bare = 1);
	SAYS(taskbook_criteria, taskbook_facts, BROKEN, 0, 1, .indicators = 0);
	SAYS(taskbook_accounts, taskbook_facts, HOLDS, 1, 1, .accounts_equal = true);
	SAYS(taskbook_accounts, taskbook_facts, BROKEN, 0, 1, .accounts_equal = false);
	SAYS(pi_stays, taskbook_facts, BROKEN, 0, 1, .pi_stays = false);
	SAYS(sign_once, signing_facts, BROKEN, 1, 0, .signed_before = true);
}

TEST(runners_books_are_what_the_first_shares_give_them, "10.2.d 8.6.c")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 8; bits++) {
		bool runner = bits & 1, allotted = bits & 2, same = bits & 4;
		struct fund_facts fund = { .demander_fen = same ? 70 : 71, .fiscal_fen = same ? 30 : 29 };
		enum outcome wanted = runner && allotted && !same ? BROKEN : HOLDS;
		SAYS(race_first_decided, taskbook_facts, runner && !allotted ? BROKEN : HOLDS, allotted, 1, .runner = runner, .allotted = allotted);
		SAYS(race_book_total, taskbook_facts, wanted, fund.demander_fen, 70, .runner = runner, .allotted = allotted, .fund = fund,
		     .lane_rd_fen = 70);
		SAYS(race_book_fiscal, taskbook_facts, wanted, fund.fiscal_fen, 30, .runner = runner, .allotted = allotted, .fund = fund,
		     .lane_fiscal_fen = 30);
	}
}

TEST(a_pack_that_leaves_a_rule_of_contract_or_book_out_asks_nothing, "")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(contract_scan, contract_facts, HOLDS, 0, 0, .scans = 0);
	SAYS(taskbook_period, taskbook_facts, HOLDS, 0, 0, .starts = 20260301, .ends = 20460301);
	SAYS(taskbook_milestones, taskbook_facts, HOLDS, 0, 0, .milestones = 0);
	SAYS(three_papers_signed, signing_facts, HOLDS, 0, 0, .papers = 0);
	SAYS(sealed_scan, signing_facts, HOLDS, 0, 0, .scans = 0);
	SAYS(three_parties_signed, signing_facts, HOLDS, 0, 0, .parties = 0);
}

TEST_MAIN

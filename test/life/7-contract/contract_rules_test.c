/* The rules of contract and task book, as tables. */
#include "pack.h"

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

TEST_MAIN

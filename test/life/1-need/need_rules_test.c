/* The rules of rounds and demands: each a table of facts and outcomes, boundaries included. */
#include "said.h"

#include "base/form.h"
#include "life/1-need/need_facts.h"

#define YES HOLDS
#define NO BROKEN

/* A demand that nothing stands against. */
static struct need_facts good(void)
{
	return (struct need_facts){
		.today = 20260120, .in_round = true, .round_confirmed = true, .round_first = 20260112, .round_last = 20260210, .kind_in_round = true,
		.org = STR("A"), .org_verified = true, .org_enterprise = true, .org_code_good = true, .org_in_district = true, .key_industry = 1,
		.field_listed = true, .goal = true, .urgent = true, .alone = true, .sustained = true, .support = true, .first_use = true,
		.ownership = true, .credit_declared = true, .truth = true, .no_secret = true, .indicators = 2, .targets = 2, .dates = 1,
		.latest_month = 24, .period = 24, .pay_fen = YUAN(3000000), .fiscal_fen = YUAN(1000000), .total_fen = YUAN(4600000),
	};
}

typedef struct verdict (*need_rule)(const struct need_facts *f, const struct policy *p);

TEST(a_good_demand_passes_every_rule, "5.1.1 5.1.4 8.1.b")
{
	static const need_rule all[] = { rule_need_round_open, rule_need_round_kind, rule_need_org_verified, rule_need_org_enterprise,
		rule_need_org_code, rule_need_org_district, rule_need_key_industry, rule_need_field, rule_need_goal, rule_need_urgent, rule_need_alone,
		rule_need_sustained, rule_need_support, rule_need_first_use, rule_need_indicators, rule_need_targets, rule_need_dates,
		rule_need_dates_inside, rule_need_period, rule_need_ownership, rule_need_money, rule_need_fiscal_share, rule_need_fiscal_cap,
		rule_need_credit_declared, rule_need_credit, rule_need_scope, rule_need_scope_codes, rule_need_blurred, rule_need_no_secret,
		rule_need_truth };
	const struct policy *p = dazu_pack(a);
	struct need_facts f = good();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct verdict v = all[i](&f, p);
		if (v.outcome != HOLDS)
			fail_msg("%s", rule_infos[v.rule].name);
		assert_true(policy_enabled(p, v.rule));
	}
}

TEST(a_round_has_its_days_in_order_and_ahead, "8.1.a")
{
	static const struct { int64_t first, last, today; enum outcome wanted; } t[] = {
		{ 20260112, 20260210, 20260101, YES }, { 20260112, 20260112, 20260112, YES }, { 20260112, 20260111, 20260101, NO },
		{ 20260112, 20260210, 20260210, YES }, { 20260112, 20260210, 20260211, NO },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct round_facts f = { t[i].first, t[i].last, t[i].today };
		assert_int_equal(rule_round_dates(&f, p).outcome, t[i].wanted);
	}
}

TEST(a_round_is_open_from_its_first_to_its_last_day, "8.1.a")
{
	static const struct { bool confirmed; int64_t today; enum outcome wanted; } t[] = {
		{ true, 20260111, NO }, { true, 20260112, YES }, { true, 20260210, YES }, { true, 20260211, NO }, { false, 20260120, NO },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct need_facts f = good();
		f.round_confirmed = t[i].confirmed;
		f.today = t[i].today;
		assert_int_equal(rule_need_round_open(&f, p).outcome, t[i].wanted);
		f.in_round = false;             /* sent again after a return */
		assert_int_equal(rule_need_round_open(&f, p).outcome, HOLDS);
	}
}

/* Each fact taken away alone breaks its own rule. */
TEST(each_missing_fact_breaks_its_rule, "5.1.1 5.1.b 5.1.2 5.1.3 5.1.4 5.1.5 3.a 1.b 8.1.b 8.1.c")
{
	const struct policy *p = dazu_pack(a);
	struct need_facts f;
#define LOSES(MEMBER, RULE) \
	f = good(); \
	f.MEMBER = false; \
	assert_int_equal(rule_##RULE(&f, p).outcome, BROKEN); \
	assert_int_equal(rule_##RULE(&f, p).wanted, 1)
	LOSES(kind_in_round, need_round_kind);
	LOSES(org_verified, need_org_verified);
	LOSES(org_enterprise, need_org_enterprise);
	LOSES(org_code_good, need_org_code);
	LOSES(org_in_district, need_org_district);
	LOSES(field_listed, need_field);
	LOSES(goal, need_goal);
	LOSES(urgent, need_urgent);
	LOSES(alone, need_alone);
	LOSES(sustained, need_sustained);
	LOSES(support, need_support);
	LOSES(first_use, need_first_use);
	LOSES(ownership, need_ownership);
	LOSES(credit_declared, need_credit_declared);
	LOSES(no_secret, need_no_secret);
	LOSES(truth, need_truth);
#undef LOSES
}

TEST(key_industry_is_known_or_somebody_has_to_look, "5.1.1")
{
	static const enum outcome wanted[] = { UNKNOWN, BROKEN, HOLDS };
	const struct policy *p = dazu_pack(a);
	for (int64_t k = -1; k <= 1; k++) {
		struct need_facts f = good();
		f.key_industry = k;
		assert_int_equal(rule_need_key_industry(&f, p).outcome, wanted[k + 1]);
	}
}

TEST(indicators_targets_and_dates, "5.1.4 3.a 8.1.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 4; n++)
		for (int64_t k = 0; k <= n; k++) {
			struct need_facts f = good();
			f.indicators = f.dates = n;
			f.targets = k;
			assert_int_equal(rule_need_indicators(&f, p).outcome, n >= 1 ? HOLDS : BROKEN);
			assert_int_equal(rule_need_dates(&f, p).outcome, n >= 1 ? HOLDS : BROKEN);
			assert_int_equal(rule_need_targets(&f, p).outcome, k == n ? HOLDS : BROKEN);
		}
	for (int64_t month = 1; month <= 40; month++) {
		struct need_facts f = good();
		f.latest_month = month;
		assert_int_equal(rule_need_dates_inside(&f, p).outcome, month <= 24 ? HOLDS : BROKEN);
		f.period = month;
		assert_int_equal(rule_need_period(&f, p).outcome, month <= 36 ? HOLDS : BROKEN);
	}
	assert_int_equal(policy_binding(p, RULE_need_period)->force, FORCE_NORMALLY);
}

TEST(fiscal_money_is_capped_twice_to_the_fen, "10.1.a 10.1.b")
{
	static const struct { int64_t fiscal, total; enum outcome share, cap; } t[] = {
		{ 0, 0, YES, YES }, { 0, 100, YES, YES }, { 30, 100, YES, YES }, { 31, 100, NO, YES }, { 1, 3, NO, YES }, { 2, 7, YES, YES },
		{ 3, 9, NO, YES }, { 100000000, 333333333, NO, YES }, { 100000000, 333333334, YES, YES }, { 100000001, 400000000, YES, NO },
		{ 100000000, 1000000000, YES, YES },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct need_facts f = good();
		f.fiscal_fen = t[i].fiscal;
		f.total_fen = t[i].total;
		assert_int_equal(rule_need_fiscal_share(&f, p).outcome, t[i].share);
		assert_int_equal(rule_need_fiscal_cap(&f, p).outcome, t[i].cap);
	}
	struct need_facts f = good();
	f.fiscal_fen = 31, f.total_fen = 100;
	assert_int_equal(rule_need_fiscal_share(&f, p).wanted, 30);
	f.pay_fen = 0;
	assert_int_equal(rule_need_money(&f, p).outcome, BROKEN);
	f.pay_fen = 1;
	assert_int_equal(rule_need_money(&f, p).outcome, HOLDS);
}

TEST(three_years_are_counted_day_by_day, "5.1.5")
{
	static const struct { int64_t today, entry; enum outcome wanted; } t[] = {
		{ 20260211, 0, YES }, { 20260211, 20230210, YES }, { 20260211, 20230211, NO }, { 20260212, 20230211, YES }, { 20260211, 20260211, NO },
		{ 20280229, 20250227, YES }, { 20280229, 20250228, NO }, { 20280229, 20250301, NO },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct need_facts f = good();
		f.today = t[i].today;
		f.discredit_day = t[i].entry;
		assert_int_equal(rule_need_credit(&f, p).outcome, t[i].wanted);
	}
}

TEST(a_restricted_scope_names_units_and_a_blurred_demand_has_public_words, "3.a 8.1.b 8.1.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t flag = 0; flag <= 1; flag++)
		for (int64_t n = 0; n <= 2; n++) {
			struct need_facts f = good();
			f.restricted = f.confidential = flag;
			f.invited = f.blurred = n;
			assert_int_equal(rule_need_scope(&f, p).outcome, flag && !n ? BROKEN : HOLDS);
			assert_int_equal(rule_need_blurred(&f, p).outcome, flag && !n ? BROKEN : HOLDS);
		}
	struct need_facts f = good();
	f.invited_bad = STR("B");
	assert_int_equal(rule_need_scope_codes(&f, p).outcome, BROKEN);
}

TEST(the_pack_has_the_twelve_fields_and_two_types, "1.b 5.1.a 4.a 6.a")
{
	const struct policy *p = dazu_pack(a);
	assert_int_equal(policy_list(p, "industry_field").n, 12);
	assert_int_equal(policy_list(p, "project_type").n, 2);
	assert_true(policy_list(p, "demand_origin").n >= 2);
}

TEST(what_demand_verdicts_say, "5.1.1 5.1.4 8.1.a 8.1.b 8.1.c")
{
	const struct policy *p = dazu_pack(a);
	SAYS(need_round_kind, need_facts, BROKEN, 0, 1, .in_round = true);
	SAYS(need_round_kind, need_facts, HOLDS, 0, 1, .in_round = true, .kind_in_round = true);
	SAYS(need_round_kind, need_facts, HOLDS, 0, 1, .in_round = false);
	SAYS(need_key_industry, need_facts, HOLDS, 1, 1, .key_industry = 1);
	SAYS(need_key_industry, need_facts, BROKEN, 0, 1, .key_industry = 0);
	SAYS(need_key_industry, need_facts, UNKNOWN, 0, 1, .key_industry = -1);
	SAYS(need_goal, need_facts, BROKEN, 0, 1, .goal = false);
	SAYS(need_money, need_facts, BROKEN, 0, 1, .pay_fen = 0);
	SAYS(need_money, need_facts, HOLDS, 1, 1, .pay_fen = 1);
	SAYS(need_scope, need_facts, BROKEN, 0, 1, .restricted = true);
	SAYS(need_scope, need_facts, HOLDS, 1, 1, .restricted = true, .invited = 1);
	SAYS(need_scope_codes, need_facts, BROKEN, 0, 1, .invited_bad = STR("A"));
	SAYS(need_scope_codes, need_facts, HOLDS, 1, 1, .invited = 1);
	SAYS(need_blurred, need_facts, BROKEN, 0, 1, .confidential = true);
	SAYS(need_blurred, need_facts, HOLDS, 1, 1, .confidential = true, .blurred = 1);
}

TEST_MAIN

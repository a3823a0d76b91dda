/* The rules of bids, and what they must never ask. */
#include "said.h"

#include "base/day.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/bid_facts.h"

static struct bid_facts good(void)
{
	int64_t deadline = instant_of(20260403, 17, 0);
	return (struct bid_facts){
		.now = deadline, .today = 20260403, .deadline = deadline, .org = STR("A"), .innovator = true, .verified = HOLDS, .leads = 1, .partners = 1,
		.agreement = 1, .affiliation = HOLDS, .no_affiliation = true, .strength = true, .ip = true, .not_mature = true, .credit_declared = true,
		.ethics = true, .leader_stays = true, .truth = true, .plan_parts = 2, .indicators = 2, .answered = 2, .milestones = 1, .latest_month = 24,
		.period = 24, .period_asked = 24, .quote_fen = YUAN(100), .list_fen = YUAN(100), .budget_fen = YUAN(100),
	};
}

typedef struct verdict (*bid_rule)(const struct bid_facts *f, const struct policy *p);

TEST(a_good_bid_passes_every_rule, "5.2.a 5.2.b 5.2.2 5.2.4 8.3.a")
{
	static const bid_rule all[] = { rule_bid_deadline, rule_bid_kind, rule_bid_org_verified, rule_bid_one_lead, rule_bid_partner_codes,
		rule_bid_partner_twice, rule_bid_agreement, rule_bid_affiliation, rule_bid_affiliation_declared, rule_bid_strength, rule_bid_plan,
		rule_bid_ip, rule_bid_not_mature, rule_bid_credit_declared, rule_bid_credit, rule_bid_ethics, rule_bid_leader_stays, rule_bid_truth,
		rule_bid_answers, rule_bid_milestones, rule_bid_milestones_inside, rule_bid_period, rule_bid_period_asked, rule_bid_quote,
		rule_bid_budget_adds, rule_bid_consortium };
	const struct policy *p = dazu_pack(a);
	struct bid_facts f = good();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		struct verdict v = all[i](&f, p);
		if (v.outcome != HOLDS)
			fail_msg("%s", rule_infos[v.rule].name);
		assert_true(policy_enabled(p, v.rule));
	}
}

TEST(bids_come_until_the_deadline_and_open_after_it, "8.3.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t ms = -1; ms <= 1; ms++) {
		struct bid_facts f = good();
		f.now = f.deadline + ms;
		assert_int_equal(rule_bid_deadline(&f, p).outcome, ms <= 0 ? HOLDS : BROKEN);
		assert_int_equal(rule_bids_after_deadline(&f, p).outcome, ms > 0 ? HOLDS : BROKEN);
	}
}

TEST(each_missing_statement_breaks_its_rule, "5.2.b 5.2.1 5.2.2 5.2.4 5.2.d 8.3.a")
{
	const struct policy *p = dazu_pack(a);
	struct bid_facts f;
#define LOSES(MEMBER, RULE) \
	f = good(); \
	f.MEMBER = false; \
	assert_int_equal(rule_##RULE(&f, p).outcome, BROKEN)
	LOSES(innovator, bid_kind);
	LOSES(no_affiliation, bid_affiliation_declared);
	LOSES(strength, bid_strength);
	LOSES(ip, bid_ip);
	LOSES(not_mature, bid_not_mature);
	LOSES(credit_declared, bid_credit_declared);
	LOSES(ethics, bid_ethics);
	LOSES(leader_stays, bid_leader_stays);
	LOSES(truth, bid_truth);
#undef LOSES
	assert_int_equal(policy_binding(p, RULE_bid_leader_stays)->force, FORCE_NORMALLY);
	assert_int_equal(policy_binding(p, RULE_bid_affiliation_declared)->force, FORCE_MUST);
}

TEST(a_consortium_has_one_lead_valid_codes_and_an_agreement, "5.2.a 5.2.3")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 3; n++) {
		struct bid_facts f = good();
		f.leads = n;
		assert_int_equal(rule_bid_one_lead(&f, p).outcome, n == 1 ? HOLDS : BROKEN);
		f.partners = n;
		assert_int_equal(rule_bid_consortium(&f, p).outcome, n ? HOLDS : BROKEN);
		f.agreement = 0;
		assert_int_equal(rule_bid_agreement(&f, p).outcome, n ? BROKEN : HOLDS);
	}
	struct bid_facts f = good();
	f.partner_bad = f.partner_twice = STR("B");
	assert_int_equal(rule_bid_partner_codes(&f, p).outcome, BROKEN);
	assert_int_equal(rule_bid_partner_twice(&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_bid_consortium)->force, FORCE_ADVISE);
}

TEST(affiliation_and_verification_are_handed_through, "5.2.a 5.2.b")
{
	const struct policy *p = dazu_pack(a);
	for (int o = HOLDS; o <= UNKNOWN; o++) {
		struct bid_facts f = good();
		f.affiliation = f.verified = (enum outcome)o;
		f.affiliation_path = STR("A - B");
		assert_int_equal(rule_bid_affiliation(&f, p).outcome, o);
		assert_str(rule_bid_affiliation(&f, p).subject, "A - B");
		assert_int_equal(rule_bid_org_verified(&f, p).outcome, o);
	}
}

TEST(three_years_back_for_bidders_too, "5.2.4")
{
	static const struct { int64_t today, entry; enum outcome wanted; } t[] = {
		{ 20260320, 0, HOLDS }, { 20260320, 20230319, HOLDS }, { 20260320, 20230320, BROKEN }, { 20260321, 20230320, HOLDS },
		{ 20280229, 20250227, HOLDS }, { 20280229, 20250228, BROKEN },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct bid_facts f = good();
		f.today = t[i].today;
		f.discredit_day = t[i].entry;
		assert_int_equal(rule_bid_credit(&f, p).outcome, t[i].wanted);
	}
}

TEST(answers_milestones_period_and_money, "5.2.2 5.1.4 7.a 8.3.a")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 3; n++) {
		struct bid_facts f = good();
		f.answered = f.plan_parts = f.milestones = n;
		assert_int_equal(rule_bid_answers(&f, p).outcome, n == 2 ? HOLDS : BROKEN);
		assert_int_equal(rule_bid_plan(&f, p).outcome, n == 2 ? HOLDS : BROKEN);
		assert_int_equal(rule_bid_milestones(&f, p).outcome, n ? HOLDS : BROKEN);
	}
	for (int64_t month = 1; month <= 40; month++) {
		struct bid_facts f = good();
		f.latest_month = month;
		assert_int_equal(rule_bid_milestones_inside(&f, p).outcome, month <= 24 ? HOLDS : BROKEN);
		f.period = month;
		assert_int_equal(rule_bid_period(&f, p).outcome, month <= 36 ? HOLDS : BROKEN);
		assert_int_equal(rule_bid_period_asked(&f, p).outcome, month <= 24 ? HOLDS : BROKEN);
	}
	for (int64_t off = -1; off <= 1; off++) {
		struct bid_facts f = good();
		f.budget_fen = f.quote_fen + off;
		assert_int_equal(rule_bid_budget_adds(&f, p).outcome, off ? BROKEN : HOLDS);
		f.quote_fen = f.list_fen + off;
		assert_int_equal(rule_bid_quote(&f, p).outcome, off > 0 ? BROKEN : HOLDS);
	}
	assert_int_equal(policy_binding(p, RULE_bid_quote)->force, FORCE_ADVISE);
	assert_int_equal(policy_binding(p, RULE_bid_period_asked)->force, FORCE_ADVISE);
}

TEST(a_failed_check_has_a_reason_and_two_bids_of_one_unit_are_told, "8.3.a 5.2.3")
{
	const struct policy *p = dazu_pack(a);
	for (int i = 0; i < 4; i++) {
		struct bid_check_facts f = { .failed = i & 1, .reasoned = i & 2 };
		assert_int_equal(rule_bid_check_reason(&f, p).outcome, i == 1 ? BROKEN : HOLDS);
	}
	struct bid_check_facts f = { .twice = STR("B"), .times = 2 };
	assert_int_equal(rule_bid_once(&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_bid_once)->force, FORCE_ADVISE);
}

/* 5.2.c, 1.a: no field of the form asks where or since when a unit is registered, or what degrees its people hold. */
TEST(the_form_asks_for_no_degree_title_or_age, "5.2.c 1.a")
{
	static const char *const never[] = { "degree", "education", "academic_title", "professional_title", "founded", "registered", "established", "region", "age",
		"birth" };
	static const struct fields *const tables[] = { &bid_form_fields, &bid_partner_form_fields, &bid_person_form_fields };
	for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
		for (size_t i = 0; i < sizeof never / sizeof *never; i++)
			assert_null(field_find(tables[t], str_of(never[i])));
}

TEST(what_bid_verdicts_say, "5.2.a 5.2.2 5.2.3 8.3.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(bid_strength, bid_facts, HOLDS, 1, 1, .strength = true);
	SAYS(bid_kind, bid_facts, BROKEN, 0, 1, .innovator = false);
	SAYS(bid_org_verified, bid_facts, HOLDS, 1, 1, .verified = HOLDS);
	SAYS(bid_org_verified, bid_facts, BROKEN, 0, 1, .verified = BROKEN);
	SAYS(bid_org_verified, bid_facts, UNKNOWN, 0, 1, .verified = UNKNOWN);
	SAYS(bid_one_lead, bid_facts, BROKEN, 2, 1, .leads = 2);
	SAYS(bid_one_lead, bid_facts, HOLDS, 1, 1, .leads = 1);
	SAYS(bid_partner_codes, bid_facts, BROKEN, 0, 1, .partner_bad = STR("A"));
	SAYS(bid_partner_codes, bid_facts, HOLDS, 1, 1, .partners = 1);
	SAYS(bid_partner_twice, bid_facts, BROKEN, 0, 1, .partner_twice = STR("A"));
	SAYS(bid_partner_twice, bid_facts, HOLDS, 1, 1, .partners = 1);
	SAYS(bid_agreement, bid_facts, BROKEN, 0, 1, .partners = 1);
	SAYS(bid_agreement, bid_facts, HOLDS, 1, 1, .partners = 1, .agreement = 1);
	SAYS(bid_plan, bid_facts, BROKEN, 1, 2, .plan_parts = 1);
	SAYS(bid_plan, bid_facts, HOLDS, 2, 2, .plan_parts = 2);
	SAYS(bid_consortium, bid_facts, BROKEN, 0, 1, .partners = 0);
	SAYS(bid_consortium, bid_facts, HOLDS, 1, 1, .partners = 1);
	SAYS(bid_check_reason, bid_check_facts, BROKEN, 0, 1, .failed = true);
	SAYS(bid_once, bid_check_facts, BROKEN, 2, 1, .twice = STR("A"), .times = 2);
}

TEST_MAIN

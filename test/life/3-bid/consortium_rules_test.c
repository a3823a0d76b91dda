/* The rules of the consortium and of leaving it, as tables. */
#include "said.h"

#include "life/3-bid/bid_facts.h"

TEST(a_bid_waits_for_every_partner, "5.2.a 5.2.3")
{
	static const struct { int64_t partners, confirmed; enum outcome wanted; } cases[] = {
		{ 0, 0, HOLDS }, { 1, 1, HOLDS }, { 1, 0, BROKEN }, { 3, 2, BROKEN }, { 3, 3, HOLDS },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bid_facts f = { .partners = cases[i].partners, .partners_confirmed = cases[i].confirmed, .partner_missing = STR("B") };
		struct verdict v = rule_bid_partners_confirmed(&f, p);
		assert_int_equal(v.outcome, cases[i].wanted);
		assert_int_equal(v.found, cases[i].confirmed);
		assert_int_equal(v.wanted, cases[i].partners);
	}
}

TEST(what_a_partner_confirmed_is_what_is_sent, "5.2.a")
{
	const struct policy *p = dazu_pack(a);
	struct bid_facts f = { 0 };
	assert_int_equal(rule_bid_partner_terms(&f, p).outcome, HOLDS);
	f.partner_terms = STR("B");
	assert_int_equal(rule_bid_partner_terms(&f, p).outcome, BROKEN);
	struct bid_check_facts c = { 0 };
	assert_int_equal(rule_bid_partners_stand(&c, p).outcome, HOLDS);
	c.departed = STR("B");
	assert_int_equal(rule_bid_partners_stand(&c, p).outcome, BROKEN);
	assert_str(rule_bid_partners_stand(&c, p).subject, "B");
}

TEST(who_may_be_invited, "5.2.a 5.2.b 8.2.d")
{
	const struct policy *p = dazu_pack(a);
	struct partner_facts f = { true, true, true, STR("B") };
	assert_int_equal(rule_partner_registered(&f, p).outcome, HOLDS);
	assert_int_equal(rule_partner_other(&f, p).outcome, HOLDS);
	assert_int_equal(rule_partner_in_scope(&f, p).outcome, HOLDS);
	f = (struct partner_facts){ .unit = STR("B") };
	assert_int_equal(rule_partner_registered(&f, p).outcome, BROKEN);
	assert_int_equal(rule_partner_other(&f, p).outcome, BROKEN);
	assert_int_equal(rule_partner_in_scope(&f, p).outcome, BROKEN);
	assert_str(rule_partner_in_scope(&f, p).subject, "B");
}

TEST(a_successor_is_prepared_and_a_no_has_a_reason, "5.2.a")
{
	static const struct { bool replaced, prepared; enum outcome wanted; } plans[] = {
		{ false, false, HOLDS }, { false, true, HOLDS }, { true, false, BROKEN }, { true, true, HOLDS },
	};
	const struct policy *p = dazu_pack(a);
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
		struct departure_facts f = { .replaced = plans[i].replaced, .prepared = plans[i].prepared };
		assert_int_equal(rule_departure_plan(&f, p).outcome, plans[i].wanted);
		f = (struct departure_facts){ .denied = plans[i].replaced, .reasoned = plans[i].prepared };
		assert_int_equal(rule_departure_refusal(&f, p).outcome, plans[i].wanted);
	}
}

TEST(leaving_takes_a_statement_and_no_proposal, "8.3.a 8.4.b")
{
	const struct policy *p = dazu_pack(a);
	struct policy none = { 0 };
	struct exit_facts f = { .statements = 1, .org = STR("A") };
	assert_int_equal(rule_bid_exit_statement(&f, p).outcome, HOLDS);
	assert_int_equal(rule_bid_exit_not_proposed(&f, p).outcome, HOLDS);
	f = (struct exit_facts){ .proposed = true, .org = STR("A") };
	assert_int_equal(rule_bid_exit_statement(&f, p).outcome, BROKEN);
	assert_int_equal(rule_bid_exit_statement(&f, &none).outcome, HOLDS);
	assert_int_equal(rule_bid_exit_not_proposed(&f, p).outcome, BROKEN);
}

TEST(what_consortium_verdicts_say, "5.2.a 8.2.d 8.4.b")
{
	const struct policy *p = dazu_pack(a);
	SAYS(bid_partner_terms, bid_facts, BROKEN, 0, 1, .partner_terms = STR("A"));
	SAYS(bid_partner_terms, bid_facts, HOLDS, 1, 1, .partners = 1);
	SAYS(bid_partners_stand, bid_check_facts, BROKEN, 0, 1, .departed = STR("A"));
	SAYS(bid_partners_stand, bid_check_facts, HOLDS, 1, 1, .times = 0);
	SAYS(partner_registered, partner_facts, BROKEN, 0, 1, .known = false);
	SAYS(partner_other, partner_facts, BROKEN, 0, 1, .other = false);
	SAYS(partner_in_scope, partner_facts, BROKEN, 0, 1, .in_scope = false);
	SAYS(departure_plan, departure_facts, BROKEN, 0, 1, .replaced = true);
	SAYS(departure_refusal, departure_facts, BROKEN, 0, 1, .denied = true);
	SAYS(bid_exit_not_proposed, exit_facts, BROKEN, 0, 1, .proposed = true);
	SAYS(bid_exit_not_proposed, exit_facts, HOLDS, 1, 1, .proposed = false);
}

TEST_MAIN

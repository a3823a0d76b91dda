/* Rules of the bid review. The panel's size and parity exhaustively; the rest as tables. */
#include "said.h"

#include "commands/pack.h"
#include "life/4-review/review_facts.h"

static const struct policy *dazu(struct arena *a)
{
	struct str error;
	struct rows files = pack_files(a, "dazu-2023", &error);
	const struct policy *p = policy_parse(a, files, &error);
	assert_str(error, "");
	return p;
}

TEST(review_panel_size_and_odd_from_0_to_15, "8.4.c")
{
	const struct policy *p = dazu(a);
	for (int64_t n = 0; n <= 15; n++) {
		struct review_facts f = { .panel.members = n };
		struct verdict size = rule_review_panel_size(&f, p), odd = rule_review_panel_odd(&f, p);
		assert_int_equal(size.outcome, n >= 5 ? HOLDS : BROKEN);
		assert_int_equal(size.found, n);
		assert_int_equal(size.wanted, 5);
		assert_int_equal(odd.outcome, n == 1 || n == 3 || n == 5 || n == 7 || n == 9 || n == 11 || n == 13 || n == 15 ? HOLDS : BROKEN);
	}
}

TEST(review_panel_needs_all_three_kinds, "8.4.c")
{
	const struct policy *p = dazu(a);
	for (int64_t kinds = 0; kinds < 8; kinds++) {
		struct review_facts f = { .panel.kinds = kinds };
		struct verdict v = rule_review_panel_kinds(&f, p);
		assert_int_equal(v.outcome, kinds == 7 ? HOLDS : BROKEN);
		assert_int_equal(v.found, (kinds & 1) + (kinds >> 1 & 1) + (kinds >> 2 & 1));
		assert_int_equal(v.wanted, 3);
	}
}

TEST(review_panel_seats_the_demanders_head, "8.4.c")
{
	struct review_facts without = { .panel.demander_head = false }, with = { .panel.demander_head = true };
	assert_int_equal(rule_review_panel_head(&without, NULL).outcome, BROKEN);
	assert_int_equal(rule_review_panel_head(&with, NULL).outcome, HOLDS);
}

TEST(review_panel_has_nobody_with_an_interest, "8.4.c 5.2.b")
{
	struct review_facts tied = { .panel.tied = STR("A") }, free = { .opened = 1 };
	struct verdict v = rule_review_panel_conflict(&tied, NULL);
	assert_int_equal(v.outcome, BROKEN);
	assert_str(v.subject, "A");
	assert_int_equal(rule_review_panel_conflict(&free, NULL).outcome, HOLDS);
}

TEST(every_opened_bid_is_checked_and_one_passed, "8.4.a 8.3.a")
{
	static const struct {
		int64_t opened, checked, passed;
		enum outcome all, one;
	} cases[] = {
		{ 0, 0, 0, HOLDS, BROKEN }, { 1, 0, 0, BROKEN, BROKEN }, { 1, 1, 0, HOLDS, BROKEN },
		{ 1, 1, 1, HOLDS, HOLDS }, { 3, 2, 2, BROKEN, HOLDS }, { 3, 3, 1, HOLDS, HOLDS },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct review_facts f = { .opened = cases[i].opened, .checked = cases[i].checked, .passed = cases[i].passed };
		assert_int_equal(rule_review_bids_checked(&f, NULL).outcome, cases[i].all);
		assert_int_equal(rule_review_bid_passed(&f, NULL).outcome, cases[i].one);
	}
}

TEST(review_ends_when_all_have_signed, "8.4.a 8.4.b")
{
	struct review_facts f = { .members = 5, .signatures = 4 };
	struct verdict v = rule_review_panel_signed(&f, NULL);
	assert_int_equal(v.outcome, BROKEN);
	assert_int_equal(v.found, 4);
	assert_int_equal(v.wanted, 5);
	f.signatures = 5, f.signed_by_all = true;
	assert_int_equal(rule_review_panel_signed(&f, NULL).outcome, HOLDS);
	f.members = 0;
	assert_int_equal(rule_review_panel_signed(&f, NULL).outcome, BROKEN);
}

TEST(review_meets_today_or_later, "")
{
	struct review_facts f = { .meets = 20260302, .today = 20260302 };
	assert_int_equal(rule_review_panel_meets(&f, NULL).outcome, HOLDS);
	f.meets = 20260301;
	assert_int_equal(rule_review_panel_meets(&f, NULL).outcome, BROKEN);
}

TEST(what_review_verdicts_say, "8.4.a 8.4.c")
{
	const struct policy *p = dazu(a);
	SAYS(review_bid_passed, review_facts, BROKEN, 0, 1, .passed = 0);
	SAYS(review_panel_odd, review_facts, BROKEN, 4, 5, .panel.members = 4);
	SAYS(review_panel_head, review_facts, BROKEN, 0, 1, .panel.demander_head = false);
	SAYS(review_panel_conflict, review_facts, BROKEN, 0, 0, .panel.tied = STR("A"));
	SAYS(review_panel_signed, review_facts, HOLDS, 1, 1, .members = 1, .signatures = 1, .signed_by_all = true);
}

TEST(a_pack_may_leave_size_and_kinds_of_a_review_panel_open, "")
{
	const struct policy *p = NEW(a, struct policy);
	SAYS(review_panel_size, review_facts, HOLDS, 0, 0, .panel.members = 1);
	SAYS(review_panel_kinds, review_facts, HOLDS, 0, 0, .panel.kinds = 1);
}

TEST_MAIN

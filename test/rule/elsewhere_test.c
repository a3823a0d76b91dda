/*
 * Other places without touching C: figures, force and road of other programmes put into the pack, proved, and judged by the same rules.
 */
#include "test.h"

#include "across/payment/payment_facts.h"
#include "base/day.h"
#include "life/4-review/review_facts.h"
#include "rule/pack_fixture.h"

static struct str proved(struct arena *a, const struct policy *p)
{
	struct buf b = { .arena = a };
	struct rows found = policy_check(a, p);
	const struct str *s = found.v;

	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%.*s\n", STR_ARG(s[i]));
	return buf_str(&b);
}

/* A municipality: half of the total, at most five million; the first day of the notice counts. */
static const struct policy *municipality(struct arena *a)
{
	struct rows files = fixture_files(a);

	fixture_change(a, files, "bindings.yaml", "share: 30%", "share: 50%");
	fixture_change(a, files, "bindings.yaml", "max_fen: 100万元", "max_fen: 500万元");
	fixture_change(a, files, "bindings.yaml", "most: 30%", "most: 50%");
	fixture_change(a, files, "bindings.yaml", "most: 100万元", "most: 500万元");
	fixture_change(a, files, "bindings.yaml", "first_counts: false", "first_counts: true");
	return fixture_policy(a, files);
}

TEST(a_municipality_pays_half, "")
{
	const struct policy *here = fixture_policy(a, fixture_files(a)), *there = municipality(a);
	const struct fund_facts f = { .fiscal_fen = 400000000, .demander_fen = 500000000 };

	assert_str(proved(a, there), "");
	assert_false(str_eq(here->digest, there->digest));
	assert_int_equal(rule_fiscal_share(&f, here).outcome, BROKEN);
	assert_int_equal(rule_fiscal_share(&f, there).outcome, HOLDS);
	assert_int_equal(rule_fiscal_cap(&f, here).outcome, BROKEN);
	assert_int_equal(rule_fiscal_cap(&f, there).outcome, HOLDS);
}

TEST(a_municipality_counts_the_first_day, "8.5.a")
{
	struct str error;
	const struct calendar *c = calendar_parse(a, pack_calendar_files(a), &error);
	const struct policy *here = fixture_policy(a, fixture_files(a)), *there = municipality(a);
	int64_t missing;

	assert_int_equal(calendar_nth(c, 20250127, 5, policy_param(here, RULE_notice_calendar, "first_counts"), &missing), 20250210);
	assert_int_equal(calendar_nth(c, 20250127, 5, policy_param(there, RULE_notice_calendar, "first_counts"), &missing), 20250208);
}

TEST(a_city_with_panels_of_nine, "")
{
	struct rows files = fixture_files(a);

	fixture_change(a, files, "bindings.yaml", "{rule: review_panel_size,      clauses: [8.4.c], force: normally, min: 5}",
		       "{rule: review_panel_size, clauses: [8.4.c], force: must, min: 9}");
	const struct policy *p = fixture_policy(a, files);
	assert_str(proved(a, p), "");
	assert_int_equal(policy_param(p, RULE_review_panel_size, "min"), 9);
	assert_int_equal(policy_binding(p, RULE_review_panel_size)->force, FORCE_MUST);
}

/* A county without a municipal list and without argumentation panels: acts are left out, the road is shorter, the order still proved. */
TEST(a_county_with_a_shorter_road, "")
{
	struct rows files = fixture_files(a);
	struct pack_file *road = fixture_file(files, "road.yaml");
	struct buf b = { .arena = a };
	struct str rest = road->text;

	while (rest.n) {
		struct str line = str_cut(&rest, '\n');
		if (!str_has(line, "municipal") && !str_has(line, "argue_") && !str_has(line, "id: call.arguing") && !str_has(line, "closed.rejected"))
			buf_fmt(&b, "%.*s\n", STR_ARG(line));
	}
	road->text = str_copy(a, buf_str(&b));
	fixture_change(a, files, "road.yaml", "from: call.argued,          to: call.drafted", "from: need.accepted, to: call.drafted");
	fixture_change(a, files, "road.yaml", "from: call.drafted,         to: call.argued", "from: call.drafted, to: need.accepted");
	fixture_change(a, files, "road.yaml", "after: call.argued,", "after: need_accept,");
	b.n = 0;
	rest = road->text;
	while (rest.n) {
		struct str line = str_cut(&rest, '\n');
		if (!str_has(line, "id: call.argued"))
			buf_fmt(&b, "%.*s\n", STR_ARG(line));
	}
	buf_puts(&b, "  - {act: municipal_record, reason: 本地没有市级榜单}\n  - {act: argue_panel_set, reason: 本地不论证}\n"
		     "  - {act: argue_conclude, reason: 本地不论证}\n");
	road->text = str_copy(a, buf_str(&b));
	assert_str(proved(a, fixture_policy(a, files)), "");
}

TEST_MAIN

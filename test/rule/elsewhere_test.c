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
		if (!str_has(line, "municipal") && !str_has(line, "argue_") && !str_has(line, "id: call.arguing") && !str_has(line, "closed.rejected")
		    && !str_has(line, "act: relist,"))
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
		     "  - {act: argue_conclude, reason: 本地不论证}\n  - {act: relist, reason: 本地不重新发榜}\n");
	road->text = str_copy(a, buf_str(&b));
	assert_str(proved(a, fixture_policy(a, files)), "");
}

static const struct policy *place(struct arena *a, const char *name)
{
	struct str error;

	return fixture_policy(a, pack_files(a, name, &error));
}

TEST(haikou_asks_who_publishes, "10.1.a 10.1.b")
{
	const struct policy *p = place(a, "haikou");
	struct fund_facts f = { .demander_fen = 1000000000, .fiscal_fen = 1000000000, .other_fen = 0, .publisher_kind = STR("office") };

	assert_int_equal(rule_fiscal_share(&f, p).outcome, HOLDS);
	assert_int_equal(rule_fiscal_cap(&f, p).outcome, HOLDS);
	assert_int_equal(rule_fiscal_cap(&(struct fund_facts){ .fiscal_fen = 1000000001, .publisher_kind = STR("office") }, p).outcome, BROKEN);
	f.publisher_kind = STR("enterprise");
	assert_int_equal(rule_fiscal_share(&f, p).outcome, BROKEN);
	assert_int_equal(rule_fiscal_cap(&f, p).outcome, BROKEN);
	assert_int_equal(rule_fiscal_cap(&f, p).wanted, 300000000);
	f.fiscal_fen = 30000000;
	assert_int_equal(rule_fiscal_cap(&f, p).outcome, HOLDS);
	const struct cofunder *c = p->cofunders.v;
	assert_int_equal(p->cofunders.n, 2);
	assert_int_equal(c[0].share, 4500);
	assert_int_equal(c[1].share, 5500);
}

/* Brackets by the total and durations by kind, as other programmes have them. */
TEST(figures_in_brackets_and_by_kind, "")
{
	struct rows files = fixture_files(a);
	fixture_change(a, files, "bindings.yaml", "- {rule: fiscal_share,            clauses: [10.1.a], most: 30%}",
		       "- {rule: fiscal_share, clauses: [10.1.a], most: 10%, of: demander, cases: [{param: most, by: total_fen, up_to: 500万元, value: 30%}, "
		       "{param: most, by: total_fen, above: 500万元, up_to: 1000万元, value: 20%}]}");
	fixture_change(a, files, "bindings.yaml", "- {rule: need_period,          clauses: [7.a], force: normally, max: 36}",
		       "- {rule: need_period, clauses: [7.a], force: normally, max: 36, cases: [{param: max, by: project_type, is: [key_common], value: 24}]}");
	const struct policy *p = fixture_policy(a, files);
	struct param_facts f = { .total_fen = 500000000, .project_type = STR("key_core"), .demander_fen = 7 };

	assert_int_equal(policy_param_for(p, RULE_fiscal_share, "most", &f), 3000);
	f.total_fen++;
	assert_int_equal(policy_param_for(p, RULE_fiscal_share, "most", &f), 2000);
	f.total_fen = 1000000001;
	assert_int_equal(policy_param_for(p, RULE_fiscal_share, "most", &f), 1000);
	assert_int_equal(policy_base_for(p, RULE_fiscal_share, &f, 1), 7);
	assert_int_equal(policy_base_for(p, RULE_fiscal_cap, &f, 1), 1);
	assert_int_equal(policy_param_for(p, RULE_need_period, "max", &f), 36);
	f.project_type = STR("key_common");
	assert_int_equal(policy_param_for(p, RULE_need_period, "max", &f), 24);
}

TEST(mistakes_in_limits_and_fields, "")
{
	static const struct { const char *file, *old, *new, *told; } plants[] = {
		{ "limits.yaml", "least: 400%, of: fiscal_fen", "least: 400%", "a share is of something (of), and only a share is" },
		{ "limits.yaml", "least: 400%, of", "least: 400%, most: 1, of", "one of least and most wanted" },
		{ "limits.yaml", "least: 400%", "least: 4000%", "is not a number, a share up to 2000% or an amount" },
		{ "limits.yaml", "clause: gz.1", "clause: gz.9", "no clause 'gz.9'" },
		{ "limits.yaml", "clause: gz.1", "when: org.kind, clause: gz.1", "a condition is a field (when) and its codes (is) or its range" },
		{ "forms.yaml", "kind: fen, clause: gz.5", "kind: choice, clause: gz.5", "a choice names its list (of), and nothing else does" },
		{ "forms.yaml", "kind: fen, clause: gz.5", "kind: rows, clause: gz.5", "a pack's field cannot be of kind rows" },
	};

	for (size_t i = 0; i < sizeof plants / sizeof *plants; i++) {
		struct str error, errors;
		struct rows files = pack_files(a, "ganzhou-2023", &error);
		fixture_change(a, files, plants[i].file, plants[i].old, plants[i].new);
		assert_null(policy_parse(a, files, &errors));
		if (!str_has(errors, plants[i].told))
			fail_msg("wanted '%s' in:\n%.*s", plants[i].told, STR_ARG(errors));
	}
}

TEST_MAIN

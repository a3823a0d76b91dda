/* The rules of performance evaluation, every branch. */
#include "said.h"

#include "life/9-acceptance/performance_facts.h"
#include "rule/pack_fixture.h"

TEST(the_pack_says_when_performance_is_evaluated, "11.1.a")
{
	static const char *const all[] = { "annual", "milestone", "closing", "ending" };
	const struct policy *p = dazu_pack(a);

	struct rows files = fixture_files(a);
	fixture_change(a, files, "bindings.yaml", "annual: true, milestone: true", "annual: false, milestone: true");
	const struct policy *other = fixture_policy(a, files);
	for (size_t i = 0; i < 4; i++) {
		struct performance_facts f = { .occasion = all[i] };
		assert_int_equal(rule_performance_asked(&f, p).outcome, HOLDS);
		assert_int_equal(rule_performance_asked(&f, other).outcome, i ? HOLDS : BROKEN);
	}
	assert_int_equal(rule_performance_asked(&(struct performance_facts){ 0 }, p).outcome, BROKEN);
	for (int64_t before = 0; before < 3; before++) {
		struct performance_facts f = { .before = before, .due = 1 };
		struct verdict v = rule_performance_due(&f, p);
		assert_int_equal(v.outcome, before < 1 ? HOLDS : BROKEN);
		assert_int_equal(v.found, before);
		assert_int_equal(v.wanted, 1);
	}
}

TEST(an_evaluation_is_whole, "11.1.a")
{
	const struct policy *p = dazu_pack(a);

	for (int64_t n = 1; n <= 3; n++) {
		struct performance_facts f = { .answered = n, .indicators = 2, .used_fen = n, .received_fen = 2, .files = n - 1 };
		assert_int_equal(rule_performance_indicators(&f, p).outcome, n < 2 ? BROKEN : HOLDS);
		assert_int_equal(rule_performance_money(&f, p).outcome, n > 2 ? BROKEN : HOLDS);
		assert_int_equal(rule_performance_file(&f, p).outcome, n - 1 < policy_param(p, RULE_performance_file, "least") ? BROKEN : HOLDS);
	}
	for (int bits = 0; bits < 8; bits++) {
		struct performance_facts f = { .poor = bits & 1, .missed = bits >> 1 & 1, .measured = bits >> 2 & 1 };
		assert_int_equal(rule_performance_measures(&f, p).outcome, (f.poor || f.missed) && !f.measured ? BROKEN : HOLDS);
	}
}

TEST(what_performance_verdicts_say, "11.1.a")
{
	const struct policy *p = dazu_pack(a);
	SAYS(performance_asked, performance_facts, BROKEN, 0, 1, .occasion = NULL);
	SAYS(performance_asked, performance_facts, HOLDS, 0, 1, .occasion = "annual");
	SAYS(performance_measures, performance_facts, BROKEN, 1, 0, .missed = 1);
	SAYS(performance_measures, performance_facts, BROKEN, 0, 0, .poor = true);
	SAYS(performance_measures, performance_facts, HOLDS, 1, 0, .missed = 1, .measured = true);
}

TEST_MAIN

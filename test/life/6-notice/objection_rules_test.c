/* Rules of objections: every branch and condition, small domains exhaustively. */
#include "said.h"

#include "life/6-notice/objection_facts.h"

#define OUTCOME(RULE, F) (rule_##RULE(F, p).outcome)

static void is(enum outcome found, bool holds)
{
	assert_int_equal(found, holds ? HOLDS : BROKEN);
}

TEST(an_objection_is_filed_while_the_notice_runs, "8.5.b 8.5.a")
{
	const struct policy *p = dazu_pack(a);
	static const int64_t days[] = { 20260324, 20260329, 20260330, 20260331, 20270101 };
	for (size_t i = 0; i < 5; i++)
		for (int running = 0; running < 2; running++) {
			struct objection_file_facts f = { .running = running, .today = days[i], .last_day = 20260330 };
			is(OUTCOME(objection_in_time, &f), running && days[i] <= 20260330);
		}
}

TEST(an_objector_has_a_name_and_a_telephone, "8.5.b")
{
	const struct policy *p = dazu_pack(a);
	for (int bit = 0; bit < 2; bit++) {
		struct objection_file_facts f = { .named = bit, .reachable = !bit };
		is(OUTCOME(objection_named, &f), bit);
		is(OUTCOME(objection_reachable, &f), !bit);
	}
}

TEST(a_unit_shows_its_code_a_contact_and_a_seal, "8.5.b")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 8; bits++) {
		struct objection_file_facts f = { .unit = bits & 1, .code_good = bits & 2, .contact = bits & 4 };
		is(OUTCOME(objection_unit, &f), !f.unit || (f.code_good && f.contact));
	}
	for (int64_t n = 0; n < 3; n++) {
		struct objection_file_facts unit = { .unit = true, .sealed = n }, person = { .sealed = n };
		is(OUTCOME(objection_sealed, &unit), n >= 1);
		is(OUTCOME(objection_sealed, &person), true);
	}
}

TEST(an_objection_has_facts_and_better_evidence, "8.5.b")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 18; n < 23; n++) {
		struct objection_file_facts f = { .characters = n };
		is(OUTCOME(objection_grounds, &f), n >= 20);
	}
	for (int64_t n = 0; n < 3; n++) {
		struct objection_file_facts f = { .evidence = n };
		is(OUTCOME(objection_evidence, &f), n >= 1);
	}
	assert_int_equal(policy_binding(p, RULE_objection_evidence)->force, FORCE_ADVISE);
}

TEST(each_step_has_its_time, "8.5.b")
{
	const struct policy *p = dazu_pack(a);
	static const int64_t dues[] = { 0, 20260331, 20260401, 20260402 };
	for (size_t i = 0; i < 4; i++) {
		struct objection_facts f = { .today = 20260401, .due = dues[i] };
		is(OUTCOME(objection_timely, &f), dues[i] == 0 || dues[i] >= 20260401);
	}
	assert_int_equal(policy_binding(p, RULE_objection_timely)->force, FORCE_ADVISE);
}

TEST(who_handles_it_knows_who_objects_and_took_no_part, "8.5.b")
{
	const struct policy *p = dazu_pack(a);
	for (int bit = 0; bit < 2; bit++) {
		struct objection_facts f = { .identity = bit, .decided_before = bit, .names = bit, .code = bit };
		is(OUTCOME(objection_identity, &f), bit);
		is(OUTCOME(objection_impartial, &f), !bit);
		is(OUTCOME(objection_nameless, &f), !bit);
		is(OUTCOME(objection_code, &f), bit);
	}
}

TEST(it_is_investigated_and_the_other_side_heard, "8.5.b 8.6.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n < 3; n++) {
		struct objection_facts f = { .investigated = n };
		is(OUTCOME(objection_investigated, &f), n >= 1);
	}
	for (int upheld = 0; upheld < 2; upheld++)
		for (int64_t asked = 0; asked < 3; asked++)
			for (int64_t waiting = 0; waiting <= asked; waiting++) {
				struct objection_facts f = { .upheld = upheld, .asked = asked, .waiting = waiting };
				is(OUTCOME(objection_heard, &f), !upheld || (asked > 0 && waiting == 0));
			}
	struct objection_facts none = { .upheld = true };
	assert_int_equal(rule_objection_heard(&none, p).wanted, 1);
}

TEST(the_outcome_agrees_with_the_finding, "8.5.b 8.6.d")
{
	const struct policy *p = dazu_pack(a);
	/* founded, partly, unfounded by void or repair, none */
	static const struct {
		bool founded, upheld, changes, good;
	} cases[] = {
		{ true, true, true, true }, { true, true, false, false }, { false, true, true, true }, { false, true, false, true },
		{ false, false, true, false }, { false, false, false, true },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct objection_facts f = { .founded = cases[i].founded, .upheld = cases[i].upheld, .changes = cases[i].changes };
		is(OUTCOME(objection_effect, &f), cases[i].good);
	}
	for (int bits = 0; bits < 4; bits++) {
		struct objection_facts f = { .repairs = bits & 1, .corrected = bits & 2 };
		is(OUTCOME(objection_correction, &f), f.repairs == f.corrected);
		f = (struct objection_facts){ .changes = bits & 1, .document = bits & 2 };
		is(OUTCOME(objection_government, &f), !f.changes || f.document);
	}
}

TEST(what_objection_verdicts_say, "8.5.b 8.6.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(objection_named, objection_file_facts, BROKEN, 0, 1, .named = false);
	SAYS(objection_reachable, objection_file_facts, BROKEN, 0, 1, .reachable = false);
	SAYS(objection_unit, objection_file_facts, BROKEN, 1, 2, .unit = true, .contact = true);
	SAYS(objection_code, objection_facts, BROKEN, 0, 1, .code = false);
	SAYS(objection_identity, objection_facts, BROKEN, 0, 1, .identity = false);
	SAYS(objection_impartial, objection_facts, BROKEN, 1, 0, .decided_before = true);
	SAYS(objection_nameless, objection_facts, BROKEN, 1, 0, .names = true);
	SAYS(objection_heard, objection_facts, BROKEN, 0, 1, .upheld = true);
	SAYS(objection_heard, objection_facts, BROKEN, 1, 2, .upheld = true, .asked = 2, .waiting = 1);
	SAYS(objection_government, objection_facts, BROKEN, 0, 1, .changes = true);
}

TEST_MAIN

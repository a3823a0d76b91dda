/* The rules of halting, ending and recovering: every branch and figure. */
#include "said.h"

#include "life/8-milestone/recovery_facts.h"
#include "life/8-milestone/termination_facts.h"

TEST(a_halt_has_its_evidence_and_a_failed_assessment_its_repetition, "8.7.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++) {
		struct halt_facts f = { .files = n };
		struct verdict v = rule_halt_evidenced(&f, p);
		assert_int_equal(v.outcome, n >= 1 ? HOLDS : BROKEN);
		assert_int_equal(v.found, n);
		assert_int_equal(v.wanted, 1);
	}
	assert_int_equal(rule_resume_assessed(&(struct halt_facts){ 0 }, p).outcome, HOLDS);
	struct verdict v = rule_resume_assessed(&(struct halt_facts){ .failed = STR("m1") }, p);
	assert_int_equal(v.outcome, BROKEN);
	assert_str(v.subject, "m1");
}

TEST(that_it_cannot_be_finished_is_reported_in_time, "9.2")
{
	const struct policy *p = dazu_pack(a);
	struct halt_facts f = { .found_on = 20260601, .today = 20260616 };
	assert_int_equal(rule_cannot_finish_day(&f, p).outcome, HOLDS);
	assert_int_equal(rule_cannot_finish_in_time(&f, p).outcome, HOLDS);
	f.today = 20260617;
	assert_int_equal(rule_cannot_finish_in_time(&f, p).outcome, BROKEN);
	assert_int_equal(rule_cannot_finish_in_time(&f, p).found, 16);
	f.today = 20260531;
	assert_int_equal(rule_cannot_finish_day(&f, p).outcome, BROKEN);
	assert_int_equal(policy_binding(p, RULE_cannot_finish_in_time)->force, FORCE_ADVISE);
}

TEST(a_termination_has_evidence_hearing_days_and_reasons, "8.8.c 9.2")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 0; n <= 2; n++)
		assert_int_equal(rule_termination_evidenced(&(struct termination_facts){ .files = n }, p).outcome, n ? HOLDS : BROKEN);
	for (int64_t heard = 0; heard <= 2; heard++) {
		struct termination_facts f = { .parties = 2, .heard = heard, .proposed_on = 20260701, .today = 20260711 };
		assert_int_equal(rule_termination_heard(&f, p).outcome, heard == 2 ? HOLDS : BROKEN);
		assert_int_equal(rule_failure_heard(&f, p).outcome, heard == 2 ? HOLDS : BROKEN);
		assert_int_equal(rule_termination_heard(&f, p).found, heard);
		f.today = 20260712;
		assert_int_equal(rule_termination_heard(&f, p).outcome, HOLDS);
		assert_int_equal(rule_failure_heard(&f, p).outcome, HOLDS);
	}
	static const struct { int64_t examined, decided, today, wanted; bool ok; } days[] = {
		{ 20260702, 20260702, 20260702, 20260702, true }, { 20260702, 20260701, 20260703, 20260702, false },
		{ 20260702, 20260704, 20260703, 20260703, false }, { 20260702, 20260703, 20260703, 20260702, true },
	};
	for (size_t i = 0; i < 4; i++) {
		struct termination_facts f = { .examined_on = days[i].examined, .decided_on = days[i].decided, .today = days[i].today };
		struct verdict v = rule_termination_day(&f, p);
		assert_int_equal(v.outcome, days[i].ok ? HOLDS : BROKEN);
		if (!days[i].ok)
			assert_int_equal(v.wanted, days[i].wanted);
	}
	for (int bits = 0; bits < 4; bits++) {
		struct termination_facts f = { .deny = bits & 1, .reasoned = bits >> 1 & 1 };
		assert_int_equal(rule_termination_deny_reason(&f, p).outcome, f.deny && !f.reasoned ? BROKEN : HOLDS);
	}
}

TEST(an_ended_project_is_settled_to_the_fen, "8.8.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t got = 0; got <= 3; got++) {
		struct termination_facts f = { .owed_fen = 3, .received_fen = got };
		assert_int_equal(rule_termination_settled(&f, p).outcome, got == 3 ? HOLDS : BROKEN);
	}
	assert_int_equal(rule_termination_settled(&(struct termination_facts){ 0 }, p).outcome, HOLDS);
}

TEST(what_is_recovered_is_what_was_audited, "8.8.d")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 16; bits++) {
		struct recovery_facts f = { .reported = bits & 1, .parts_same = bits >> 1 & 1, .objections = bits >> 2 & 1, .answered = bits >> 3 & 1,
			.audited_fen = 12, .fixed_fen = 11 };
		assert_int_equal(rule_recovery_audited(&f, p).outcome, f.reported ? HOLDS : BROKEN);
		assert_int_equal(rule_recovery_as_audited(&f, p).outcome, f.parts_same ? HOLDS : BROKEN);
		assert_int_equal(rule_recovery_as_audited(&f, p).wanted, 12);
		assert_int_equal(rule_recovery_answered(&f, p).outcome, f.objections && !f.answered ? BROKEN : HOLDS);
	}
	for (int64_t n = 0; n <= 2; n++) {
		struct recovery_facts f = { .parties = 2, .commented = n, .filed_on = 20260810, .today = 20260820 };
		assert_int_equal(rule_recovery_commented(&f, p).outcome, n == 2 ? HOLDS : BROKEN);
		f.today = 20260821;
		assert_int_equal(rule_recovery_commented(&f, p).outcome, HOLDS);
	}
	assert_int_equal(rule_recovery_term(&(struct recovery_facts){ 0 }, p).outcome, HOLDS);
}

TEST(money_comes_back_the_way_it_went_and_not_more, "8.8.d")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t n = 99; n <= 101; n++) {
		struct recovery_facts f = { .owed_fen = 100, .total_fen = n };
		assert_int_equal(rule_recovery_within(&f, p).outcome, n <= 100 ? HOLDS : BROKEN);
	}
	for (int bits = 0; bits < 4; bits++) {
		struct recovery_facts f = { .same_channel = bits & 1, .reference_used = bits >> 1 & 1 };
		assert_int_equal(rule_recovery_channel(&f, p).outcome, f.same_channel ? HOLDS : BROKEN);
		assert_int_equal(rule_recovery_reference(&f, p).outcome, f.reference_used ? BROKEN : HOLDS);
	}
	static const struct { int64_t day, wanted; bool ok; } days[] = {
		{ 20260811, 20260812, false }, { 20260812, 20260812, true }, { 20260820, 20260812, true }, { 20260821, 20260820, false },
	};
	for (size_t i = 0; i < 4; i++) {
		struct recovery_facts f = { .demanded_on = 20260812, .today = 20260820, .received_on = days[i].day };
		assert_int_equal(rule_recovery_day(&f, p).outcome, days[i].ok ? HOLDS : BROKEN);
		assert_int_equal(rule_recovery_day(&f, p).wanted, days[i].wanted);
	}
}

/* A pack that does without a rule. */
TEST(a_rule_that_is_not_bound_says_nothing, "")
{
	(void)a;
	static const struct policy none = { 0 };
	struct halt_facts h = { .found_on = 20200101, .today = 20260101 };
	struct termination_facts t = { .parties = 2, .proposed_on = 20260101, .today = 20260101 };
	struct recovery_facts r = { .parties = 2, .filed_on = 20260101, .today = 20260101 };
	assert_int_equal(rule_halt_evidenced(&h, &none).outcome, HOLDS);
	assert_int_equal(rule_cannot_finish_in_time(&h, &none).outcome, HOLDS);
	assert_int_equal(rule_termination_evidenced(&t, &none).outcome, HOLDS);
	assert_int_equal(rule_termination_heard(&t, &none).outcome, HOLDS);
	assert_int_equal(rule_failure_heard(&t, &none).outcome, HOLDS);
	assert_int_equal(rule_recovery_commented(&r, &none).outcome, HOLDS);
	assert_int_equal(rule_recovery_term(&r, &none).outcome, HOLDS);
}

TEST(what_ending_verdicts_say, "8.7.c 8.8.c 8.8.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(resume_assessed, halt_facts, BROKEN, 1, 0, .failed = STR("A"));
	SAYS(resume_assessed, halt_facts, HOLDS, 0, 0, .files = 1);
	for (int64_t day = 20260309; day <= 20260311; day++)
		SAYS(cannot_finish_day, halt_facts, day > 20260310 ? BROKEN : HOLDS, day, 20260310, .found_on = day, .today = 20260310);
	SAYS(termination_day, termination_facts, HOLDS, 20260320, 20260310, .decided_on = 20260320, .examined_on = 20260310, .today = 20260320);
	SAYS(termination_day, termination_facts, BROKEN, 20260321, 20260320, .decided_on = 20260321, .examined_on = 20260310, .today = 20260320);
	SAYS(termination_day, termination_facts, BROKEN, 20260309, 20260310, .decided_on = 20260309, .examined_on = 20260310, .today = 20260320);
	SAYS(termination_deny_reason, termination_facts, BROKEN, 0, 1, .deny = true);
	SAYS(recovery_audited, recovery_facts, BROKEN, 0, 1, .reported = false);
	SAYS(recovery_answered, recovery_facts, BROKEN, 1, 0, .objections = 1);
	SAYS(recovery_channel, recovery_facts, BROKEN, 0, 1, .same_channel = false);
	SAYS(recovery_day, recovery_facts, HOLDS, 20260320, 20260310, .received_on = 20260320, .demanded_on = 20260310, .today = 20260320);
	SAYS(recovery_day, recovery_facts, BROKEN, 20260321, 20260320, .received_on = 20260321, .demanded_on = 20260310, .today = 20260320);
	SAYS(recovery_reference, recovery_facts, BROKEN, 1, 0, .reference_used = true);
	SAYS(recovery_term, recovery_facts, HOLDS, 30, 1, .reported = true);
	p = pack_of(a, &(struct binding){ .rule = RULE_recovery_term, .param = { 0 } });
	SAYS(recovery_term, recovery_facts, BROKEN, 0, 1, .reported = true);
	p = pack_of(a, &(struct binding){ .rule = RULE_recovery_term, .param = { 1 } });
	SAYS(recovery_term, recovery_facts, HOLDS, 1, 1, .reported = true);
}

TEST_MAIN

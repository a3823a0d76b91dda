/* The rules of the integrity register: every branch and figure. */
#include "said.h"

#include "across/integrity/integrity_facts.h"

TEST(blameless_failure_never_reaches_the_register, "11.2.a 8.8.e")
{
	const struct policy *p = dazu_pack(a);
	struct binding b = { .rule = RULE_entry_for_fault };
	struct policy strict = *p;
	strict.bindings = (struct rows){ &b, 1 };
	for (int bits = 0; bits < 8; bits++) {
		struct integrity_facts f = { .failed = bits & 1, .blameless = bits >> 1 & 1, .own_fault = bits >> 2 & 1 };
		assert_int_equal(rule_entry_for_fault(&f, p).outcome, f.failed && f.blameless ? BROKEN : HOLDS);
		assert_int_equal(rule_entry_for_fault(&f, &strict).outcome, f.failed && (f.blameless || f.own_fault) ? BROKEN : HOLDS);
	}
	assert_int_equal(rule_entry_for_fault(&(struct integrity_facts){ .failed = true, .blameless = true }, &(struct policy){ 0 }).outcome, HOLDS);
}

TEST(the_concerned_is_heard_before_another_official_decides, "8.8.e")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 4; bits++)
		for (int64_t today = 20260316; today <= 20260318; today++) {
			struct integrity_facts f = { .notified = bits & 1, .stated = bits >> 1 & 1, .due = 20260317, .today = today };
			bool ok = f.notified && (f.stated || today > 20260317);
			assert_int_equal(rule_allegation_heard(&f, p).outcome, ok ? HOLDS : BROKEN);
			assert_int_equal(rule_allegation_heard(&f, p).wanted, 20260317);
		}
	for (int other = 0; other < 2; other++) {
		struct integrity_facts f = { .decider_other = other, .appeal_other = other };
		assert_int_equal(rule_allegation_decider(&f, p).outcome, other ? HOLDS : BROKEN);
		assert_int_equal(rule_appeal_other(&f, p).outcome, other ? HOLDS : BROKEN);
	}
	assert_int_equal(rule_allegation_term(&(struct integrity_facts){ 0 }, p).outcome, HOLDS);
	assert_int_equal(rule_allegation_term(&(struct integrity_facts){ 0 }, &(struct policy){ 0 }).outcome, HOLDS);
}

TEST(an_entry_has_its_document_its_term_and_measures_that_end, "8.8.e 5.1.5")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 4; bits++) {
		struct integrity_facts f = { .founded = bits & 1, .documented = bits >> 1 & 1, .sanctions_past = bits >> 1 & 1 };
		assert_int_equal(rule_allegation_document(&f, p).outcome, f.founded && !f.documented ? BROKEN : HOLDS);
		assert_int_equal(rule_sanction_ends(&f, p).outcome, f.sanctions_past ? BROKEN : HOLDS);
	}
	for (int64_t years = 0; years <= 6; years++) {
		struct integrity_facts f = { .founded = true, .years = years };
		struct verdict v = rule_entry_years(&f, p);
		assert_int_equal(v.outcome, years >= 1 && years <= 5 ? HOLDS : BROKEN);
		if (v.outcome == BROKEN)
			assert_int_equal(v.wanted, years < 1 ? 1 : 5);
		f.founded = false;
		assert_int_equal(rule_entry_years(&f, p).outcome, HOLDS);
		assert_int_equal(rule_entry_years(&f, &(struct policy){ 0 }).outcome, HOLDS);
	}
}

TEST(an_appeal_is_in_time_and_only_shortens, "8.8.e")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t today = 20260324; today <= 20260326; today++) {
		struct integrity_facts f = { .entered_on = 20260310, .today = today };
		assert_int_equal(rule_appeal_in_time(&f, p).outcome, today <= 20260325 ? HOLDS : BROKEN);
		assert_int_equal(rule_appeal_in_time(&f, p).wanted, 20260325);
		assert_int_equal(rule_appeal_in_time(&f, &(struct policy){ 0 }).outcome, HOLDS);
	}
	static const struct { int64_t ends, old; bool ok; } cases[] = {
		{ 20260319, 20280310, false }, { 20260320, 20280310, true }, { 20280309, 20280310, true }, { 20280310, 20280310, false },
		{ 20300101, 0, true }, { 0, 0, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct integrity_facts f = { .shortened = true, .today = 20260320, .new_ends = cases[i].ends, .old_ends = cases[i].old };
		assert_int_equal(rule_appeal_shorter(&f, p).outcome, cases[i].ok ? HOLDS : BROKEN);
		f.shortened = false;
		assert_int_equal(rule_appeal_shorter(&f, p).outcome, HOLDS);
	}
}

TEST(what_integrity_verdicts_say, "8.8.e 11.2.a 5.1.5")
{
	const struct policy *p = dazu_pack(a);
	SAYS(discredit_happened, integrity_facts, HOLDS, 20260309, 20260310, .happened = 20260309, .today = 20260310);
	SAYS(discredit_happened, integrity_facts, HOLDS, 20260310, 20260310, .happened = 20260310, .today = 20260310);
	SAYS(discredit_happened, integrity_facts, BROKEN, 20260311, 20260310, .happened = 20260311, .today = 20260310);
	SAYS(entry_for_fault, integrity_facts, HOLDS, 1, 1, .failed = true, .own_fault = true);
	SAYS(entry_for_fault, integrity_facts, BROKEN, 0, 1, .failed = true, .blameless = true);
	SAYS(allegation_decider, integrity_facts, HOLDS, 1, 1, .decider_other = true);
	SAYS(allegation_term, integrity_facts, HOLDS, 15, 1, .failed = false);
	SAYS(allegation_document, integrity_facts, BROKEN, 0, 1, .founded = true);
	SAYS(entry_years, integrity_facts, HOLDS, 1, 5, .founded = true, .years = 1);
	SAYS(entry_years, integrity_facts, BROKEN, 0, 1, .founded = true, .years = 0);
	SAYS(sanction_ends, integrity_facts, BROKEN, 2, 0, .sanctions_past = 2);
	SAYS(sanction_ends, integrity_facts, BROKEN, 1, 0, .sanctions_past = 1);
	SAYS(appeal_other, integrity_facts, BROKEN, 0, 1, .appeal_other = false);
	p = pack_of(a, &(struct binding){ .rule = RULE_allegation_term, .param = { 0 } });
	SAYS(allegation_term, integrity_facts, BROKEN, 0, 1, .failed = false);
	p = pack_of(a, &(struct binding){ .rule = RULE_allegation_term, .param = { 1 } });
	SAYS(allegation_term, integrity_facts, HOLDS, 1, 1, .failed = false);
}

TEST_MAIN

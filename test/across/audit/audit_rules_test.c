/* The rules of audits: independence, figures that reconcile, reasons. */
#include "said.h"

#include "across/audit/audit_facts.h"

TEST(the_firm_is_a_firm_and_no_party, "11.1.c")
{
	const struct policy *p = dazu_pack(a);
	struct audit_facts f = { .is_firm = true, .due = 20260720, .today = 20260720, .until = 20260720 };
	assert_int_equal(rule_audit_firm(&f, p).outcome, HOLDS);
	assert_int_equal(rule_audit_independent(&f, p).outcome, HOLDS);
	assert_int_equal(rule_audit_due(&f, p).outcome, HOLDS);
	assert_int_equal(rule_audit_until(&f, p).outcome, HOLDS);
	f = (struct audit_facts){ .tied = STR("x"), .due = 20260719, .today = 20260720, .until = 20260721 };
	assert_int_equal(rule_audit_firm(&f, p).outcome, BROKEN);
	assert_int_equal(rule_audit_independent(&f, p).outcome, BROKEN);
	assert_int_equal(rule_audit_due(&f, p).outcome, BROKEN);
	assert_int_equal(rule_audit_until(&f, p).outcome, BROKEN);
}

TEST(the_sums_of_a_report_reconcile, "8.8.d 11.1.c")
{
	const struct policy *p = dazu_pack(a);
	for (int64_t right = 0; right <= 4; right++)
		for (int64_t off = 0; off <= 4; off++)
			for (int64_t balance = 0; balance <= 4; balance++) {
				struct audit_facts f = { .received_fen = 4, .right_fen = right, .off_fen = off, .balance_fen = balance, .items_fen = 2,
					.paid_fen = 4 };
				assert_int_equal(rule_audit_sums(&f, p).outcome, right + off + balance == 4 ? HOLDS : BROKEN);
				assert_int_equal(rule_audit_items(&f, p).outcome, off == 2 ? HOLDS : BROKEN);
				assert_int_equal(rule_audit_received(&f, p).outcome, HOLDS);
			}
	assert_int_equal(rule_audit_received(&(struct audit_facts){ .received_fen = 3, .paid_fen = 4 }, p).outcome, BROKEN);
	for (int64_t n = 0; n <= 2; n++)
		assert_int_equal(rule_audit_file(&(struct audit_facts){ .files = n }, p).outcome, n ? HOLDS : BROKEN);
}

TEST(an_objection_and_a_finding_have_their_reasons, "8.8.d 11.1.a")
{
	const struct policy *p = dazu_pack(a);
	for (int bits = 0; bits < 4; bits++) {
		struct audit_facts f = { .object = bits & 1, .reasoned = bits >> 1 & 1 };
		assert_int_equal(rule_audit_comment_reason(&f, p).outcome, f.object && !f.reasoned ? BROKEN : HOLDS);
		assert_int_equal(rule_use_measures(&f, p).outcome, f.object && !f.reasoned ? BROKEN : HOLDS);
	}
}

/* Dazu does without an audit at the end; a place that asks for one binds the rule. */
TEST(a_pack_may_ask_for_an_audit_before_the_end, "11.1.c")
{
	const struct policy *dazu = dazu_pack(a);
	assert_int_equal(rule_closing_audited(&(struct audit_facts){ 0 }, dazu).outcome, HOLDS);
	assert_int_equal(rule_audit_file(&(struct audit_facts){ 0 }, &(struct policy){ 0 }).outcome, HOLDS);
	struct binding b = { .rule = RULE_closing_audited, .param = { 1 } };
	struct policy p = *dazu;
	p.bindings = (struct rows){ &b, 1 };
	for (int64_t n = 0; n <= 2; n++)
		assert_int_equal(rule_closing_audited(&(struct audit_facts){ .audits = n }, &p).outcome, n ? HOLDS : BROKEN);
}

TEST(what_audit_verdicts_say, "11.1.a 11.1.c 8.8.d")
{
	const struct policy *p = dazu_pack(a);
	SAYS(audit_firm, audit_facts, HOLDS, 1, 1, .is_firm = true);
	SAYS(audit_firm, audit_facts, BROKEN, 0, 1, .is_firm = false);
	SAYS(audit_independent, audit_facts, BROKEN, 1, 0, .tied = STR("A"));
	SAYS(audit_independent, audit_facts, HOLDS, 0, 0, .is_firm = true);
	SAYS(audit_comment_reason, audit_facts, BROKEN, 0, 1, .object = true);
	SAYS(audit_comment_reason, audit_facts, HOLDS, 1, 1, .object = true, .reasoned = true);
	SAYS(use_measures, audit_facts, BROKEN, 0, 1, .object = true);
	SAYS(use_measures, audit_facts, HOLDS, 1, 1, .object = true, .reasoned = true);
}

TEST_MAIN

/* Rules of a relation as it is written down. */
#include "said.h"

#include "across/affiliation/affiliation_facts.h"
#include "across/panel/panel_rules.h"

TEST(the_other_side_is_another, "5.2.b")
{
	struct affiliation_facts self = { .self = true, .other = STR("A") }, other = { .other = STR("B") };
	assert_int_equal(rule_relation_other(&self, NULL).outcome, BROKEN);
	assert_str(rule_relation_other(&self, NULL).subject, "A");
	assert_int_equal(rule_relation_other(&other, NULL).outcome, HOLDS);
}

TEST(a_code_passes_its_check_or_is_left_out, "5.2.b")
{
	struct affiliation_facts wrong = { .code_wrong = true, .other = STR("A") }, none = { .other = STR("A") };
	assert_int_equal(rule_relation_code(&wrong, NULL).outcome, BROKEN);
	assert_int_equal(rule_relation_code(&none, NULL).outcome, HOLDS);
}

TEST(a_number_is_somebodys, "5.2.b")
{
	struct affiliation_facts nobody = { .no_such_person = 77 }, known = { 0 };
	assert_int_equal(rule_relation_person(&nobody, NULL).outcome, BROKEN);
	assert_int_equal(rule_relation_person(&nobody, NULL).found, 77);
	assert_int_equal(rule_relation_person(&known, NULL).outcome, HOLDS);
}

TEST(a_relation_ends_after_it_began, "5.2.b")
{
	static const struct {
		int64_t from, to;
		enum outcome outcome;
	} cases[] = {
		{ 0, 0, HOLDS }, { 20260101, 0, HOLDS }, { 0, 20260101, HOLDS }, { 20260101, 20260101, HOLDS },
		{ 20260101, 20260102, HOLDS }, { 20260102, 20260101, BROKEN }, { 20270101, 20261231, BROKEN },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct affiliation_facts f = { .from_day = cases[i].from, .to_day = cases[i].to };
		assert_int_equal(rule_relation_days(&f, NULL).outcome, cases[i].outcome);
	}
}

TEST(who_leaves_sits_there, "8.4.c")
{
	struct panel_replace_facts sits = { .leaves_sits = true }, gone = { 0 };
	assert_int_equal(rule_panel_replace_leaves(&sits, NULL).outcome, HOLDS);
	assert_int_equal(rule_panel_replace_leaves(&gone, NULL).outcome, BROKEN);
}

TEST(what_relation_verdicts_say, "5.2.b")
{
	const struct policy *p = dazu_pack(a);
	SAYS(relation_other, affiliation_facts, BROKEN, 0, 0, .self = true);
	SAYS(relation_other, affiliation_facts, HOLDS, 0, 0, .self = false);
	SAYS(relation_code, affiliation_facts, BROKEN, 0, 0, .code_wrong = true);
	SAYS(relation_code, affiliation_facts, HOLDS, 0, 0, .code_wrong = false);
	SAYS(relation_person, affiliation_facts, BROKEN, 7, 0, .no_such_person = 7);
	SAYS(relation_person, affiliation_facts, HOLDS, 0, 0, .no_such_person = 0);
}

TEST_MAIN

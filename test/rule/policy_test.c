/* Reading packs: the one that ships answers, and every kind of mistake in its files is told with file and line. */
#include "test.h"

#include "base/form.h"
#include "rule/pack_fixture.h"

static const struct policy *dazu(struct arena *a)
{
	return fixture_policy(a, fixture_files(a));
}

/* ---- the pack that ships ---- */

TEST(dazu_can_be_read, "")
{
	const struct policy *p = dazu(a);

	assert_str(p->name, "dazu-2023");
	assert_str(p->prefix, "DZ");
	assert_str(p->region, "500111");
	assert_str(p->hash, "sha256");
	assert_int_equal(p->clauses.n, 75);
	assert_int_equal(p->digest.n, 64);
	assert_str(policy_series_code(p, "project"), "XM");
	assert_str(policy_series_code(p, "nothing"), "nothing");
	assert_str(policy_local_name(p, "government"), "大足区人民政府");
	assert_str(policy_local_name(p, "nobody"), "");
}

TEST(every_clause_says_what_it_asks_in_both_languages, "")
{
	const struct policy *p = dazu(a);
	const struct clause *c = p->clauses.v;

	for (size_t i = 0; i < p->clauses.n; i++) {
		assert_true(c[i].text.n > 20);
		assert_true(c[i].text_en.n > 20);
		assert_true(c[i].number.n >= 3);
		assert_ptr_equal(policy_clause(p, c[i].id), &c[i]);
		assert_true(policy_english(p, c[i].text).n > 0);
	}
	assert_null(policy_clause(p, STR("99.z")));
}

TEST(the_twelve_fields, "1.b")
{
	const struct policy *p = dazu(a);
	struct rows list = policy_list(p, "industry_field");
	const struct choice *c = list.v;

	assert_int_equal(list.n, 12);
	assert_str(c[4].label, "锶盐新材料");
	assert_str(policy_english(p, c[4].label), "Strontium-salt new materials");
	assert_int_equal(policy_list(p, "project_type").n, 2);
	assert_int_equal(policy_list(p, "milestone_method").n, 6);
	assert_int_equal(policy_list(p, "demand_origin").n, 4);
	assert_int_equal(policy_list(p, "no_such_list").n, 0);
}

TEST(rubrics_have_a_hundred_points_and_their_items_are_a_list, "8.4.b")
{
	static const char *const panels[] = { "argument", "review", "milestone", "acceptance" };
	const struct policy *p = dazu(a);
	struct rows items = policy_list(p, "rubric_item");

	for (size_t i = 0; i < 4; i++) {
		const struct rubric *r = policy_rubric(p, panels[i]);
		const struct rubric_item *item = r->items.v;
		int64_t sum = 0;
		for (size_t k = 0; k < r->items.n; k++)
			sum += item[k].max;
		assert_int_equal(sum, 100);
	}
	assert_null(policy_rubric(p, "other"));
	assert_int_equal(policy_rubric(p, "review")->items.n, 7);
	assert_true(items.n > 12);
}

TEST(money_figures_are_exact, "10.1.a 10.1.b 10.2.a 10.2.b")
{
	const struct policy *p = dazu(a);

	assert_int_equal(policy_param(p, RULE_fiscal_share, "most"), 3000);
	assert_int_equal(policy_param(p, RULE_fiscal_cap, "most"), 100000000);
	assert_int_equal(policy_param(p, RULE_demander_order, "first"), 4000);
	assert_int_equal(policy_param(p, RULE_demander_order, "second"), 3000);
	assert_int_equal(policy_param(p, RULE_fiscal_after_taskbook, "first"), 5000);
	assert_int_equal(policy_param(p, RULE_need_fiscal_cap, "max_fen"), 100000000);
}

TEST(a_rule_that_is_left_out_has_no_figures, "")
{
	struct rows files = fixture_files(a);

	fixture_change(a, files, "bindings.yaml", "{rule: review_panel_size,      clauses: [8.4.c], force: normally, min: 5}",
		       "{rule: review_panel_size, disabled: 本地不限人数}");
	const struct policy *p = fixture_policy(a, files);
	assert_false(policy_enabled(p, RULE_review_panel_size));
	assert_null(policy_binding(p, RULE_review_panel_size));
	assert_int_equal(policy_param(p, RULE_review_panel_size, "min"), 0);
}

TEST(panel_and_time_figures, "7.a 8.2.b 8.4.c 8.5.a 8.7.d 8.8.a")
{
	const struct policy *p = dazu(a);

	assert_int_equal(policy_param(p, RULE_argue_panel_size, "min"), 5);
	assert_int_equal(policy_param(p, RULE_review_panel_size, "min"), 5);
	assert_int_equal(policy_param(p, RULE_milestone_panel_size, "min"), 5);
	assert_int_equal(policy_param(p, RULE_acceptance_panel_size, "min"), 5);
	assert_int_equal(policy_binding(p, RULE_review_panel_size)->force, FORCE_NORMALLY);
	assert_int_equal(policy_param(p, RULE_taskbook_period, "months"), 36);
	assert_int_equal(policy_param(p, RULE_notice_calendar, "days"), 5);
	assert_int_equal(policy_param(p, RULE_notice_calendar, "first_counts"), 0);
}

TEST(the_road_answers, "8.a")
{
	const struct policy *p = dazu(a);

	assert_str(policy_step(p, STR("start"), "need_submit")->to, "need.filed");
	assert_null(policy_step(p, STR("need.filed"), "strike_off"));
	assert_true(policy_stage(p, STR("closed.struck"))->final);
	assert_str(policy_english(p, policy_stage(p, STR("notice.running"))->label), "Under public notice");
	assert_null(policy_stage(p, STR("nowhere")));
}

TEST(interpretations_stand_beside_their_clauses, "12.2.a")
{
	const struct policy *p = dazu(a);
	const struct clause *i = p->interpretations.v;

	assert_true(p->interpretations.n >= 5);
	for (size_t k = 0; k < p->interpretations.n; k++)
		assert_non_null(policy_clause(p, i[k].id));
}

TEST(the_digest_covers_names_contents_and_order, "12.3.a")
{
	struct rows files = fixture_files(a), again = fixture_files(a);
	struct str whole = fixture_policy(a, files)->digest;

	assert_str(fixture_policy(a, again)->digest, str_c(a, whole));
	fixture_change(a, again, "names.yaml", "Park company", "Park companies");
	assert_false(str_eq(fixture_policy(a, again)->digest, whole));
}

/* ---- mistakes ---- */

TEST(mistakes_in_the_head, "")
{
	assert_str(fixture_mistakes(a, "pack.yaml", "\nprefix: DZ", "\nprefx: DZ"),
		   "pack.yaml:9:1: unknown key 'prefx' (did you mean 'prefix'?)\npack.yaml:2:1: key 'prefix' is missing\n");
	assert_str(fixture_mistakes(a, "pack.yaml", "sha256", "md5"), "pack.yaml:12:7: hash: 'md5' is not one of: sha256, sm3\n");
	assert_str(fixture_mistakes(a, "pack.yaml", "2023-01-01", "2023-13-01"),
		   "pack.yaml:11:11: in_force: '2023-13-01' is not a day (2026-03-15 wanted)\n");
}

TEST(mistakes_in_clauses, "")
{
	assert_true(str_has(fixture_mistakes(a, "clauses.yaml", "- id: 1.b", "- id: 1.a"), "id: clause '1.a' is given twice"));
	assert_true(str_has(fixture_mistakes(a, "clauses.yaml", "kind: R D", "kind: R X"), "kind: 'R X' is not made of the letters R N A F D"));
	assert_true(str_has(fixture_mistakes(a, "clauses.yaml", "kind: R D", "kind: R R"), "kind: 'R R' is not made of"));
	assert_true(str_has(fixture_mistakes(a, "interpretations.yaml", "clause: 10.1.a", "clause: 10.9"), "interpretations.yaml:3:3: clause: no clause '10.9'"));
}

TEST(mistakes_in_bindings, "")
{
	const char *f = "bindings.yaml", *size = "{rule: review_panel_size,      clauses: [8.4.c], force: normally, min: 5}";

	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: reviw_panel_size, clauses: [8.4.c], min: 5}"),
			    "no rule 'reviw_panel_size' (did you mean 'review_panel_size'?)"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.x], min: 5}"),
			    "review_panel_size: no clause '8.4.x' (did you mean '8.4."));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.c]}"), "review_panel_size: parameter 'min' is missing"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.c], mni: 5}"),
			    "review_panel_size: the rule has no parameter 'mni' (did you mean 'min'?)"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.c], min: five}"),
			    "min: 'five' is not a number, share or amount"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.c], min: 101%}"),
			    "min: '101%' is not a number, share or amount"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, clauses: [8.4.c], force: usually, min: 5}"),
			    "force: 'usually' is not one of: must, normally, advise"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_size, min: 5}"), "an enabled rule names at least one clause"));
	assert_true(str_has(fixture_mistakes(a, f, size, "{rule: review_panel_odd, clauses: [8.4.c]}"), "rule 'review_panel_odd' is given twice"));
}

TEST(a_share_of_money_is_never_taken_for_fen, "")
{
	const char *cap = "most: 100万元";

	assert_true(str_has(fixture_mistakes(a, "bindings.yaml", cap, "most: 1,000,000"), "is not a number, share or amount")
		    || str_has(fixture_mistakes(a, "bindings.yaml", cap, "most: 1,000,000"), "bindings.yaml"));
	struct rows files = fixture_files(a);
	fixture_change(a, files, "bindings.yaml", cap, "most: 12345678.90元");
	assert_int_equal(policy_param(fixture_policy(a, files), RULE_fiscal_cap, "most"), 1234567890);
}

TEST(mistakes_on_the_road, "")
{
	const char *f = "road.yaml", *step = "{act: need_accept,          from: need.filed,           to: need.accepted}";

	assert_true(str_has(fixture_mistakes(a, f, step, "{act: need_accept, from: need.field, to: need.accepted}"),
			    "steps.from: no stage 'need.field' (did you mean 'need.filed'?)"));
	assert_true(str_has(fixture_mistakes(a, f, step, "{act: need_submit, from: start, to: need.filed}"), "this step is given twice"));
	assert_true(str_has(fixture_mistakes(a, f, "id: need.returned", "id: need.filed"), "stage 'need.filed' is given twice"));
	assert_true(str_has(fixture_mistakes(a, f, "{act: establish,            after: notice_end,           clause: 8.5.b}",
					     "{act: establish, room: notice, after: notice_end, clause: 8.5.b}"), "always: one of act, stage, room wanted"));
	assert_true(str_has(fixture_mistakes(a, f, "after: notice_end,           clause: 8.5.b", "after: notice_end, clause: 8.5.x"),
			    "always.clause: no clause '8.5.x'"));
}

TEST(mistakes_in_lists_rubrics_forms_papers, "")
{
	assert_true(str_has(fixture_mistakes(a, "lists.yaml", "code: recycling", "code: vehicle"), "code: 'vehicle' is given twice"));
	assert_true(str_has(fixture_mistakes(a, "lists.yaml", "code: recycling", "code: Re-cycling"), "a-z, 0-9 and _ only"));
	assert_true(str_has(fixture_mistakes(a, "lists.yaml", "name: project_type", "name: industry_field"), "list 'industry_field' is given twice"));
	assert_true(str_has(fixture_mistakes(a, "rubrics.yaml", "panel: review", "panel: argument"), "panel: 'argument' is given twice"));
	assert_true(str_has(fixture_mistakes(a, "rubrics.yaml", "code: stage_goals", "code: response"), "code 'response' has two labels"));
	assert_true(str_has(fixture_mistakes(a, "forms.yaml", "[]", "- {form: need_form, name: p, label: 园区, label_en: Park, kind: txt}"),
			    "kind: 'txt' is not one of: id, int,"));
	assert_true(str_has(fixture_mistakes(a, "papers.yaml", "name: nda,", "name: nda2,"), "papers.yaml:9:3: name: there is no file papers/nda2.html"));
	assert_true(str_has(fixture_mistakes(a, "papers.yaml", "name: nda,", "name: nda2,"), "papers/nda.html:1:1: nothing in the pack uses this file"));
}

TEST(missing_and_unknown_files, "")
{
	struct rows files = fixture_files(a);
	struct str errors;

	fixture_file(files, "road.yaml")->name = STR("raod.yaml");
	assert_null(policy_parse(a, files, &errors));
	assert_true(str_has(errors, "road.yaml:1:1: the pack has no such file"));
	assert_true(str_has(errors, "raod.yaml:1:1: nothing in the pack uses this file (did you mean 'road.yaml'?)"));
	assert_null(policy_parse(a, (struct rows){ 0 }, &errors));
	assert_true(str_has(errors, "pack.yaml:1:1: the pack has no such file"));
	assert_true(str_has(errors, "names.yaml:1:1: the pack has no such file"));
}

TEST(an_extra_field_is_read, "")
{
	struct rows files = fixture_files(a);

	fixture_change(a, files, "forms.yaml", "[]", "- {form: need_form, name: park, label: 园区, label_en: Park, kind: text, clause: 11.1.d, must: true}");
	const struct policy *p = fixture_policy(a, files);
	const struct extra_field *x = p->extra.v;
	assert_int_equal(p->extra.n, 1);
	assert_str(x->kind, "text");
	assert_true(x->must);
	assert_str(policy_english(p, STR("园区")), "Park");
}

/* ---- where packs come from ---- */

TEST(a_folder_and_the_binary_hold_the_same_pack, "")
{
	struct str error;
	struct rows inside = pack_files(a, "dazu-2023", &error), outside = pack_files(a, "policy/dazu-2023", &error);

	if (error.n)
		skip();                 /* the tests run elsewhere than in the repository */
	assert_int_equal(inside.n, outside.n);
	const struct pack_file *x = inside.v, *y = outside.v;
	for (size_t i = 0; i < inside.n; i++) {
		assert_str(x[i].name, str_c(a, y[i].name));
		assert_true(str_eq(x[i].text, y[i].text));
	}
	assert_int_equal(pack_files(a, "nowhere-1999", &error).n, 0);
	assert_true(str_has(error, "nowhere-1999: there is no pack of this name"));
	assert_true(pack_names(a).n >= 1);
}

TEST_MAIN

/* Mistakes planted in packs that ship, one by one: each is told where it stands, and what is wanted. Those of single readers stand in their tests. */
#include "test.h"

#include "rule/pack_fixture.h"

struct plant {
	const char *pack, *file, *old, *new, *told;
};

static void all_told(struct arena *a, const struct plant *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str error, errors;
		struct rows files = pack_files(a, p[i].pack, &error);
		assert_str(error, "");
		fixture_change(a, files, p[i].file, p[i].old, p[i].new);
		if (policy_parse(a, files, &errors) || !str_has(errors, p[i].told))
			fail_msg("wanted '%s' in:\n%.*s", p[i].told, STR_ARG(errors));
	}
}
#define ALL_TOLD(PLANTS) all_told(a, PLANTS, sizeof PLANTS / sizeof *PLANTS)

TEST(mistakes_in_changes_and_grades, "5.2.d 8.6.c 8.8.a")
{
	static const struct plant plants[] = {
		{ "dazu-2023", "changes.yaml", "{kind: leader, ", "{kind: captain, ", "kind: no kind of change 'captain'" },
		{ "dazu-2023", "changes.yaml", "{kind: member_in, ", "{kind: leader, ", "kind: 'leader' is given twice" },
		{ "dazu-2023", "changes.yaml", "clause: 5.2.d", "clause: 5.2.x", "clause: no clause '5.2.x'" },
		{ "dazu-2023", "changes.yaml", "ask: [awardee], ", "ask: [owner], ", "ask: no party 'owner': demander, awardee, bureau" },
		{ "dazu-2023", "changes.yaml", "approve: [demander, bureau], ", "approve: [mayor], ", "approve: no party 'mayor'" },
		{ "dazu-2023", "changes.yaml", "approve: [demander, bureau], ", "approve: [awardee], ", "approve: what awardee asks for nobody else approves" },
		{ "dazu-2023", "grades.yaml", "{grade: rectify,", "{grade: pass,", "grade: 'pass' is given twice" },
		{ "dazu-2023", "grades.yaml", "outcome: rectify", "outcome: mend", "outcome: 'mend' is not one of" },
	};

	ALL_TOLD(plants);
}

TEST(mistakes_in_waivers_and_cases_of_a_binding, "")
{
	const char *f = "bindings.yaml", *size = "     clauses: [8.4.c], force: normally, min: 5}", *share = "clauses: [10.1.a], share: 30%}";
	const struct plant plants[] = {
		{ "dazu-2023", f, size, " clauses: [8.4.c], force: must, waiver: bureau, min: 5}", "waiver: only a rule of force normally can be waived" },
		{ "dazu-2023", f, size, " clauses: [8.4.c], force: normally, waiver: mayor, min: 5}", "waiver: no role 'mayor'" },
		{ "dazu-2023", f, size, " clauses: [8.4.c], program: true}", "review_panel_size: parameter 'min' is missing" },
		{ "dazu-2023", f, size, " disabled: 本地不设}\n- {rule: review_panel_size, disabled: 再说一遍}", "rule 'review_panel_size' is given twice" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: x%}", "'x%' is not a number, share or amount" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: -1%}", "'-1%' is not a number, share or amount" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 3万x}", "'3万x' is not a number, share or amount" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: most, by: total_fen, up_to: 9, value: 1%}]}",
		  "the rule has no parameter 'most'" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: weather, up_to: 9, value: 1%}]}",
		  "nothing depends on 'weather'" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: total_fen, value: 1%}]}",
		  "a kind names its codes (is), a figure its range (above, up_to)" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: total_fen, is: [x], up_to: 9, value: 1%}]}",
		  "a kind names its codes (is), a figure its range (above, up_to)" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: project_type, value: 1%}]}",
		  "a kind names its codes (is), a figure its range (above, up_to)" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: project_type, is: [x], above: 9, value: 1%}]}",
		  "a kind names its codes (is), a figure its range (above, up_to)" },
		{ "dazu-2023", f, share, "clauses: [10.1.a], share: 30%, cases: [{param: share, by: total_fen, up_to: nine, value: 1%}]}",
		  "'nine' is not a number, share or amount" },
	};

	ALL_TOLD(plants);
}

TEST(mistakes_in_the_head_of_a_pack_over_a_pack, "")
{
	static const struct plant plants[] = {
		{ "haikou", "pack.yaml", "base: dazu-2023", "base: dazu-2024", "there is no pack 'dazu-2024' to lie over" },
		{ "haikou", "pack.yaml", "silent: 【来源未载，取大足区之值】\n", "", "says what stands before the clauses it takes over (silent, silent_en)" },
		{ "haikou", "pack.yaml", "silent_en: \"[The source is silent: the value of Dazu.]\"\n", "",
		  "says what stands before the clauses it takes over (silent, silent_en)" },
		{ "haikou", "base/pack.yaml", "\nprefix: DZ", "\nprefix: DZ\nbase: haikou", "the base of a base is not read: lie over 'haikou' itself" },
		{ "haikou", "pack.yaml", "share: 45%", "share: 46%", "the shares add up to 10100 basis points, not 10000" },
		{ "haikou", "pack.yaml", "share: 45%", "share: 45", "cofunders.share: '45' is not a share" },
		{ "haikou", "pack.yaml", "share: 45%", "share: half", "cofunders.share: 'half' is not a share" },
		{ "dazu-2023", "pack.yaml", "\nprefix: DZ", "\nprefix: DZ\npublish: [score]", "a notice cannot show 'score' (did you mean 'scores'?)" },
		{ "dazu-2023", "pack.yaml", "\nprefix: DZ", "\nprefix: DZ\ndrop:\n  - {from: steps, what: x}", "drop" },
	};

	for (size_t i = 1; i < sizeof plants / sizeof *plants; i++)
		all_told(a, &plants[i], 1);
	struct str error, errors;
	struct rows files = pack_files(a, "haikou", &error);
	struct pack_file *base = fixture_file(files, "base/pack.yaml");
	base->name = STR("base/kcap.yaml");
	assert_null(policy_parse(a, files, &errors));
	assert_true(str_has(errors, "there is no pack 'dazu-2023' to lie over"));
}

TEST(mistakes_in_forms_rubrics_papers, "")
{
	static const struct plant plants[] = {
		{ "ganzhou-2023", "forms.yaml", "name: finances", "name: Finances", "name: 'Finances': a-z, 0-9 and _ only" },
		{ "ganzhou-2023", "forms.yaml", "clause: gz.5", "clause: gz.9", "clause: no clause 'gz.9'" },
		{ "ganzhou-2023", "forms.yaml", "kind: fen, clause: gz.5", "kind: id, clause: gz.5", "a pack's field cannot be of kind id" },
		{ "ganzhou-2023", "forms.yaml", "kind: fen, clause: gz.5", "kind: pass, clause: gz.5", "a pack's field cannot be of kind pass" },
		{ "ganzhou-2023", "forms.yaml", "kind: fen, clause: gz.5", "kind: choices, clause: gz.5", "a choice names its list (of), and nothing else does" },
		{ "ganzhou-2023", "forms.yaml", "kind: fen, clause: gz.5", "kind: fen, of: industry_field, clause: gz.5", "a choice names its list (of)" },
		{ "ganzhou-2023", "limits.yaml", "least: 400%", "least: much", "is not a number, a share up to 2000% or an amount" },
		{ "ganzhou-2023", "limits.yaml", "most: 0,", "most: -1,", "is not a number, a share up to 2000% or an amount" },
		{ "dazu-2023", "rubrics.yaml", "clause: 8.2.c", "clause: 8.2.x", "clause: no clause '8.2.x'" },
		{ "dazu-2023", "papers.yaml", "{name: panel_opinion, ", "{name: list, ", "name: 'list' is given twice" },
	};

	ALL_TOLD(plants);
	struct rows files = fixture_files(a);
	struct str errors;
	fixture_file(files, "papers/nda.html")->name = STR("papers/nda.txt");
	assert_null(policy_parse(a, files, &errors));
	assert_true(str_has(errors, "papers/nda.txt:1:1: nothing in the pack uses this file"));
}

TEST(mistakes_in_stages_limits_and_signatures_of_the_road, "8.a")
{
	static const struct plant plants[] = {
		{ "dazu-2023", "road.yaml", "{owner: eic, ", "{owner: bureau, ", "late: owner 'bureau' is given twice" },
		{ "dazu-2023", "road.yaml", "id: need.returned", "id: start", "stage 'start' is given twice" },
		{ "dazu-2023", "road.yaml", "{act: list_publish,    author", "{act: list_decide, author", "four_eyes: act 'list_decide' is given twice" },
		{ "dazu-2023", "road.yaml", "{act: list_decide,     clause: 8.2.c}", "{act: list_decide, clause: 8.2.x}", "four_eyes.clause: no clause '8.2.x'" },
		{ "dazu-2023", "road.yaml", "author: [list_draft]", "author: [list_drat]", "four_eyes.author" },
		{ "ganzhou-2023", "road.yaml", "before: need.filed", "before: need.filled", "stages.before: no stage 'need.filled' before this one" },
	};

	ALL_TOLD(plants);
	struct rows files = fixture_files(a);
	struct str errors;
	fixture_file(files, "road.yaml")->text = STR("stages: []\nsteps: []\n");
	assert_null(policy_parse(a, files, &errors));
	assert_true(str_has(errors, "a road has stages and steps"));
}

TEST_MAIN

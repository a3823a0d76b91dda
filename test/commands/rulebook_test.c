/* The commands around packs: exit codes, last lines, and how the rulebook computes what works. */
#include "test.h"

#include <jansson.h>
#include <ftw.h>
#include <unistd.h>

#include "base/field.h"
#include "commands/command.h"
#include "commands/policy_fit.h"
#include "rule/pack_fixture.h"
#include "story/story.h"
#include "tables/tables.h"

/* Runs a command with stdout in a file; its exit code. */
static int run(struct arena *a, int (*command)(int, char **), struct str *out, int argc, char **argv)
{
	char path[] = "/tmp/jiebang-out-XXXXXX";
	int fd = mkstemp(path), old = dup(1);
	struct buf b = { .arena = a };
	char chunk[4096];
	size_t n;

	fflush(stdout);
	dup2(fd, 1);
	int code = command(argc, argv);
	fflush(stdout);
	dup2(old, 1);
	close(old);
	close(fd);
	FILE *f = fopen(path, "rb");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_put(&b, (struct str){ chunk, n });
	fclose(f);
	unlink(path);
	*out = buf_str(&b);
	return code;
}

static struct str last_line(struct str text)
{
	struct str last = STR("");

	while (text.n)
		last = str_cut(&text, '\n');
	return last;
}

static char *write_temp(struct arena *a, const char *text)
{
	char path[] = "/tmp/jiebang-results-XXXXXX";
	int fd = mkstemp(path);

	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	return (char *)str_c(a, str_of(path));
}

TEST(policy_check_says_it_in_the_last_line, "")
{
	struct str out;
	char *good[] = { "policy", "check", "dazu-2023" }, *complete[] = { "policy", "check", "--complete", "dazu-2023" }, *none[] = { "policy", "check", "nowhere-1999" }, *wrong[] = { "policy", "prove" };
	int code = run(a, command_policy, &out, 3, good);
	struct str last = last_line(out);

	assert_int_equal(code, 0);
	assert_true(str_starts(last, "dazu-2023: holds"));
	assert_int_equal(run(a, command_policy, &out, 4, complete), 0);        /* nothing of the plan is left to build */
	assert_true(str_eq(last_line(out), last));
	assert_int_equal(run(a, command_policy, &out, 3, none), 1);
	assert_str(last_line(out), "nowhere-1999: does not hold: it cannot be read");
	assert_int_equal(run(a, command_policy, &out, 2, wrong), 2);
	assert_int_equal(run(a, command_policy, &out, 1, wrong), 2);
}

static json_t *book(struct arena *a, const char *results)
{
	struct str out;
	char *argv[] = { "rulebook", "--json", "--results", write_temp(a, results), "dazu-2023" };
	json_error_t error;

	assert_int_equal(run(a, command_rulebook, &out, 5, argv), 0);
	unlink(argv[3]);
	json_t *j = json_loadb(out.p, out.n, 0, &error);
	assert_non_null(j);
	return j;
}

static const char *status(json_t *j, const char *id)
{
	for (size_t i = 0; i < json_array_size(j); i++) {
		json_t *row = json_array_get(j, i);
		if (!strcmp(json_string_value(json_object_get(row, "id")), id))
			return json_string_value(json_object_get(row, "status"));
	}
	return "no such clause";
}

TEST(the_rulebook_computes_what_works, "")
{
	json_t *j = book(a, "test\ttest/rule/x_test.c\tfive\t8.5.a 10.1.a\tok\n"
			    "story\ttest/story/a.story\t公示\t8.6.b 1.a 8.8.c\tok\n"
			    "test\ttest/rule/x_test.c\tbroken\t10.1.b\tnot ok\n"
			    "test\ttest/rule/x_test.c\tmended\t8.4.c\tfailed\n"
			    "test\ttest/rule/x_test.c\tmended\t8.4.c\tok\n"
			    "test\ttest/rule/x_test.c\thalf\t8.7.d\tok\n"
			    "test\ttest/rule/x_test.c\thalf2\t8.7.d\tnot ok\n"
			    "rubbish\n");

	assert_int_equal(json_array_size(j), 75);
	assert_string_equal(status(j, "8.5.a"), "works");
	assert_string_equal(status(j, "10.1.a"), "works");
	assert_string_equal(status(j, "8.6.b"), "works");
	assert_string_equal(status(j, "1.a"), "works");
	assert_string_equal(status(j, "10.1.b"), "planned");    /* its test failed */
	assert_string_equal(status(j, "8.4.c"), "works");       /* the newest line counts */
	assert_string_equal(status(j, "8.7.d"), "planned");     /* one of two failed */
	assert_string_equal(status(j, "7.a"), "planned");       /* bound, but nothing ran */
	assert_string_equal(status(j, "8.8.c"), policy_clause(fixture_policy(a, fixture_files(a)), STR("8.8.c"))->planned.n ? "planned" : "works");
	json_decref(j);
	j = book(a, "");
	assert_string_equal(status(j, "8.5.a"), "planned");
	json_decref(j);
}

TEST(the_rulebook_has_what_it_promises, "")
{
	json_t *j = book(a, "test\tf\tfive\t8.5.a\tok\nstory\ts\tone\t8.5.a\tok\n");

	for (size_t i = 0; i < json_array_size(j); i++) {
		json_t *row = json_array_get(j, i);
		static const char *const texts[] = { "id", "number", "kind", "force", "status" }, *const lists[] = { "rules", "tests", "stories" };
		for (size_t k = 0; k < 5; k++)
			assert_true(json_is_string(json_object_get(row, texts[k])));
		for (size_t k = 0; k < 3; k++)
			assert_true(json_is_array(json_object_get(row, lists[k])));
		if (strcmp(json_string_value(json_object_get(row, "id")), "8.5.a"))
			continue;
		assert_string_equal(json_string_value(json_object_get(row, "number")), "八（五）");
		assert_string_equal(json_string_value(json_object_get(row, "force")), "must");
		assert_int_equal(json_array_size(json_object_get(row, "tests")), 1);
		assert_int_equal(json_array_size(json_object_get(row, "stories")), 1);
	}
	json_decref(j);
}

TEST(every_rule_has_a_function_and_its_place, "")
{
	for (int i = 0; i < RULE_COUNT; i++) {
		if (!*rule_infos[i].where)
			print_error("rule_%s() is nowhere\n", rule_infos[i].name);
		assert_true(*rule_infos[i].where);
		assert_non_null(strstr(rule_infos[i].where, "_rules.c:"));
	}
}

TEST(the_book_for_people_ends_with_counts, "")
{
	struct str out;
	char *argv[] = { "rulebook", "--results", "/nonexistent", "dazu-2023" };

	assert_int_equal(run(a, command_rulebook, &out, 4, argv), 0);
	assert_true(str_starts(last_line(out), "75 clauses: 0 work, "));
	assert_true(str_has(out, "_rules.c:"));
}

/* ---- does the pack fit the program ---- */

static struct str misfits(struct arena *a, const char *file, const char *old, const char *new)
{
	struct rows files = fixture_files(a);
	struct buf b = { .arena = a };

	fixture_change(a, files, file, old, new);
	struct rows found = policy_fit(a, fixture_policy(a, files));
	const struct str *s = found.v;
	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%.*s\n", STR_ARG(s[i]));
	return buf_str(&b);
}

TEST(the_shipped_pack_fits, "")
{
	struct rows found = policy_fit(a, fixture_policy(a, fixture_files(a)));
	const struct str *s = found.v;

	for (size_t i = 0; i < found.n; i++)
		print_error("%.*s\n", STR_ARG(s[i]));
	assert_int_equal(found.n, 0);
}

TEST(what_does_not_fit_is_found, "")
{
	assert_true(str_has(misfits(a, "lists.yaml", "name: project_type", "name: project_typ"), "lists: no list 'project_type', which "));
	assert_true(str_has(misfits(a, "lists.yaml", "name: ownership", "name: org_kind"), "lists: 'org_kind' is a list of the program itself"));
	assert_true(str_has(misfits(a, "clauses.yaml", "need_form.field]", "need_form.feld]"), "clause 1.b: no field 'need_form.feld'"));
	assert_true(str_has(misfits(a, "forms.yaml", "[]", "- {form: ned_form, name: x, label: 甲, label_en: A, kind: text}"), "forms: no form 'ned_form'"));
	assert_true(str_has(misfits(a, "forms.yaml", "[]", "- {form: org_form, name: name, label: 甲, label_en: A, kind: text}"),
			    "forms: org_form.name is a field of the program already"));
	assert_true(str_has(misfits(a, "papers.yaml", "table: notice_paper", "table: notices_paper"), "papers: no field table 'notices_paper'"));
	assert_true(str_has(misfits(a, "papers/notice.html", "{{receiver}}", "{{reciever}}"), "papers/notice.html:"));
}

/* Every clause that a form of the program cites stands in the shipped pack. */
TEST(clauses_cited_by_forms_exist, "")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));
	size_t n;
	const struct fields *const *all = fields_all(&n);

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < all[i]->n; k++) {
			struct str ids = str_of(all[i]->f[k].clause);
			while (ids.n) {
				struct str id = str_cut(&ids, ' ');
				if (!policy_clause(p, id))
					print_error("%s.%s cites %.*s\n", all[i]->name, all[i]->f[k].name, STR_ARG(id));
				assert_non_null(policy_clause(p, id));
			}
		}
	}
}

static struct str file_text(struct arena *a, const char *path)
{
	struct buf b = { .arena = a };
	char chunk[4096];
	size_t n;
	FILE *f = fopen(path, "rb");

	assert_non_null(f);
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_put(&b, (struct str){ chunk, n });
	fclose(f);
	return buf_str(&b);
}

/* The clause ids of all stories that are told for themselves, each between blanks. */
static struct buf told;

static int hear(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
	struct str name = str_of(path), text;

	(void)info;
	(void)walk;
	if (kind != FTW_F || !str_ends(name, ".story") || str_has(name, "/fixtures/") || str_has(name, "/places/"))
		return 0;
	text = file_text(told.arena, path);
	struct rows parts = story_parts(told.arena, text);
	const struct story_part *p = parts.v;
	for (size_t i = 0; i < parts.n; i++)
		buf_fmt(&told, " %.*s ", STR_ARG(p[i].clauses));
	return 0;
}

/* Every row of the catalogue is told as well, in the policy's words. */
TEST(every_clause_has_a_story, "")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));
	const struct clause *c = p->clauses.v;

	told = (struct buf){ .arena = a };
	assert_int_equal(nftw("test/story", hear, 16, FTW_PHYS), 0);
	for (size_t i = 0; i < p->clauses.n; i++) {
		const char *id = str_c(a, str_fmt(a, " %.*s ", STR_ARG(c[i].id)));
		if (!str_has(buf_str(&told), id))
			print_error("no story names clause%s\n", id);
		assert_true(str_has(buf_str(&told), id));
	}
}

/* 5.2.c: nothing that a bidder fills in or a list shows asks for degrees, titles or the age of a unit. */
TEST(no_field_asks_bidders_for_degree_title_or_age, "5.2.c")
{
	static const char *const never[] = { "degree", "education", "diploma", "academic_title", "founded", "founded_on", "company_age" };
	size_t n;
	const struct fields *const *all = fields_all(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i]->n; k++)
			for (size_t w = 0; w < sizeof never / sizeof *never; w++)
				assert_null(strstr(all[i]->f[k].name, never[w]));
	assert_true(policy_fit_field(STR("bid_form.team")));
	assert_false(policy_fit_field(STR("bid_form.degree")));
}

/* Data that the policy wants kept is a field of a form, and one that cannot be left out where `must` says so (else its rule asks for it). */
TEST(forms_keep_what_the_policy_names, "4.a 5.1.a 5.2.1 5.2.2 8.1.b 8.6.c 8.7.b 10.2.c 12.3.a")
{
	static const struct {
		const char *table, *field;
		bool must;
	} kept[] = {
		{ "need_form", "origin", true }, { "need_form", "kind", true }, { "need_form", "field", true }, { "need_form", "problem", true },
		{ "need_form", "indicators", false }, { "need_form", "dates", false }, { "need_form", "pay_fen", false }, { "need_form", "ownership", false },
		{ "need_form", "conditions", false }, { "need_form", "scope", true }, { "bid_form", "strength", false }, { "bid_form", "feasibility", false },
		{ "bid_form", "no_ip_dispute", false }, { "taskbook_form", "goals", false }, { "taskbook_form", "research_plan", false },
		{ "taskbook_form", "criteria", false }, { "taskbook_form", "disbursement", false }, { "taskbook_form", "rewards", false },
		{ "taskbook_form", "ownership", false }, { "taskbook_form", "duties", false }, { "taskbook_form", "integrity", false },
		{ "taskbook_form", "confidentiality", false }, { "milestone_panel_form", "methods", true }, { "payment_form", "voucher", false },
		{ "challenge_row", "pack", false },
	};

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		const struct fields *t = fields_find(str_of(kept[i].table));
		const struct field *f = t ? field_find(t, str_of(kept[i].field)) : NULL;
		if (!f || (kept[i].must && !f->must))
			print_error("%s.%s\n", kept[i].table, kept[i].field);
		assert_non_null(f);
		assert_true(!kept[i].must || f->must);
	}
}

/* 6.a: the paper that establishes a project says under which kind of programme it runs. */
TEST(the_notice_of_establishment_names_the_kind_of_project, "6.a")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));
	const struct clause *c = policy_clause(p, STR("6.a"));
	const struct str *paper = c->papers.v;

	assert_int_equal(c->papers.n, 1);
	assert_true(str_has(policy_paper(p, str_c(a, paper[0]))->template, "技术创新与应用发展重大主题专项项目"));
}

TEST_MAIN

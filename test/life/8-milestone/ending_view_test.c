/* Who reads what of an audit, of a termination and of the integrity procedure. */
#include "stage.h"

#include "base/word.h"

static struct str page(struct staged *t, const char *login, const char *tail, int status)
{
	return staged_page(t, login, str_fmt(t->w.a, "/challenges/%lld/%s", (long long)staged_id(t, "case"), tail), status);
}

TEST(a_firm_reads_no_case_that_it_does_not_audit, "11.1.c")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	staged_at(&t, 20260601);
	static const char *const tails[] = { "ending", "money", "contract", "milestones", "history", "need" };
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
		page(&t, "audit-office", tails[i], 404);
	staged_page(&t, "audit-office", STR("/payments"), 403);
	assert_false(staged_has(staged_page(&t, "audit-office", STR("/challenges"), 200), "/challenges/4398"));
	assert_true(staged_has(staged_page(&t, "audit-office", STR("/audits"), 200), "empty"));
	staged_free(&t);
}

TEST(a_firm_reads_what_it_audits, "11.1.c 8.8.d")
{
	struct staged t = staged_new(a, "recovery.story", "termination.recovering");
	staged_at(&t, 20260815);
	page(&t, "audit-office", "ending", 200);
	page(&t, "audit-office", "money", 200);
	page(&t, "sunjs", "ending", 200);
	page(&t, "fengjs", "ending", 404);
	page(&t, "park-office", "ending", 404);
	assert_true(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "/do/recovery_demand/"));
	assert_true(staged_has(staged_page(&t, "qianjin", STR("/recoveries"), 200), "120,000.00"));
	staged_page(&t, "lijianguo", STR("/recoveries"), 403);
	assert_int_equal(db_invariants(t.w.db, a).n, 0);
	staged_free(&t);
}

/* Before it is decided nobody but handler, decider and, once told, the unit learns that there is an allegation: by page, list, desk or history. */
static void nothing_shows(struct staged *t, const char *login, const char *path, int64_t allegation)
{
	staged_page(t, login, str_fmt(t->w.a, "/allegations/%lld", (long long)allegation), strcmp(login, "expert1") == 0 || strcmp(login, "audit-office") == 0
		|| strcmp(login, "qianjin") == 0 || strcmp(login, "wumin") == 0 ? 403 : 404);
	struct str body = staged_page(t, login, str_of(path), 200);
	assert_false(staged_has(body, str_fmt(t->w.a, "%lld", (long long)allegation).p));
	assert_false(staged_has(body, "/allegations/"));
}

TEST(an_open_allegation_is_known_to_three, "8.8.e 11.2.a")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	struct rows tell = story_parts(a, str_fmt(a, "%.*s fixtures/allegation_filed.story\n", STR_ARG(word_text(WORD_story_as_usual))));
	staged_more(&t, ((struct story_part *)tell.v)->text);
	staged_at(&t, 20260601);
	int64_t id = staged_id(&t, "last");
	struct str path = str_fmt(a, "/allegations/%lld", (long long)id);
	staged_page(&t, "zhouqi", path, 200);
	staged_page(&t, "wangmin", path, 200);
	static const char *const others[] = { "ranhong", "sunjs", "lijianguo", "fengjs", "zhengli", "qianjin", "wumin", "audit-office", "expert1" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		nothing_shows(&t, others[i], "/desk", id);
	static const char *const lists[] = { "ranhong", "sunjs", "lijianguo", "zhengli" };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		nothing_shows(&t, lists[i], "/integrity", id);
	assert_true(staged_has(staged_page(&t, "zhouqi", STR("/integrity"), 200), "/allegations/"));
	assert_false(staged_has(page(&t, "lijianguo", "history", 200), "allegation"));
	assert_false(staged_has(page(&t, "ranhong", "history", 200), "allegation"));
	assert_int_equal(db_invariants(t.w.db, a).n, 0);
	staged_free(&t);
}

TEST_MAIN

/* The page of a horse race: a runner reads its own column and the decisions, never another runner's case. */
#include "stage.h"

static struct str path(struct staged *t, const char *thing, const char *tail)
{
	return str_fmt(t->w.a, "/challenges/%lld%s", (long long)staged_id(t, thing), tail);
}

static bool names(struct staged *t, struct str body, const char *thing)
{
	return staged_has(body, str_fmt(t->w.a, "/challenges/%lld\"", (long long)staged_id(t, thing)).p);
}

TEST(a_runner_reads_its_own_column_only, "8.4.f 10.2.d")
{
	/* challenge.1 is the project; .2, .3, .4 are the runners A, B, C */
	static const char *const logins[] = { "sunjs", "fengjs", "chenyz" }, *const cases[] = { "challenge.2", "challenge.3", "challenge.4" };
	static const char *const tails[] = { "", "/race", "/contract", "/milestones", "/money", "/acceptance" };
	struct staged t = staged_new(a, "fixtures/race_signed.story", "");
	staged_at(&t, 20260408);
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < 3; k++) {
			for (size_t n = 0; n < sizeof tails / sizeof *tails; n++)
				staged_page(&t, logins[i], path(&t, cases[k], tails[n]), i == k ? 200 : 404);
			assert_true(names(&t, staged_page(&t, logins[i], path(&t, "challenge.1", "/race"), 200), cases[k]) == (i == k));
		}
	staged_free(&t);
}

TEST(offices_and_demander_read_all_and_find_what_to_do, "8.4.f 10.2.d")
{
	struct staged t = staged_new(a, "fixtures/race_signed.story", "");
	staged_at(&t, 20260408);
	struct str demander = staged_page(&t, "lijianguo", path(&t, "challenge.1", "/race"), 200);
	struct str bureau = staged_page(&t, "zhouqi", path(&t, "challenge.1", "/race"), 200);
	for (int i = 2; i <= 4; i++) {
		const char *thing = str_fmt(a, "challenge.%d", i).p;
		assert_true(names(&t, demander, thing) && names(&t, bureau, thing));
	}
	assert_true(staged_has(demander, "<svg"));
	assert_true(staged_has(demander, "/do/race_panel_set/") && !staged_has(demander, "/do/race_assess/"));
	assert_true(staged_has(bureau, "/do/race_assess/") && !staged_has(bureau, "/do/race_panel_set/"));
	assert_true(staged_has(staged_page(&t, "lijianguo", STR("/desk"), 200), "/do/race_panel_set/"));
	/* on a runner's case the race's acts are not offered */
	assert_false(staged_has(staged_page(&t, "zhouqi", path(&t, "challenge.2", ""), 200), "/do/race_"));
	staged_page(&t, "tangxl", path(&t, "challenge.1", "/race"), 404);
	staged_page(&t, "expert6", path(&t, "challenge.1", "/race"), 404);
	assert_int_equal(db_invariants(t.w.db, a).n, 0);
	staged_free(&t);
}

TEST_MAIN

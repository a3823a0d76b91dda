/* The pages of a running project: who reads task book, milestones and acceptance; experts only after their declaration. */
#include "stage.h"

static struct str page(struct staged *t, const char *login, const char *tail, int status)
{
	return staged_page(t, login, str_fmt(t->w.a, "/challenges/%lld/%s", (long long)staged_id(t, "case"), tail), status);
}

TEST(experts_read_the_project_after_their_declaration_only, "8.7.a 8.7.d")
{
	struct staged t = staged_new(a, "main.story", "milestone.assessing");
	staged_at(&t, 20261020);
	static const char *const tails[] = { "contract", "milestones", "acceptance" };
	for (size_t i = 0; i < 3; i++) {
		page(&t, "expert3", tails[i], 404);     /* seated, not declared */
		page(&t, "expert2", tails[i], 404);     /* sat on the review panel only */
		page(&t, "expert6", tails[i], 404);     /* on no panel */
	}
	staged_free(&t);
	t = staged_new(a, "main.story", "acceptance.passed");
	staged_at(&t, 20271109);
	for (size_t i = 0; i < 3; i++) {
		page(&t, "expert3", tails[i], 200);
		page(&t, "expert1", tails[i], 200);     /* on the acceptance panel */
		page(&t, "expert2", tails[i], 404);
	}
	page(&t, "expert3", "money", 404);
	staged_free(&t);
}

TEST(the_park_sees_the_chart_and_no_contents, "11.1.d")
{
	struct staged t = staged_new(a, "main.story", "acceptance.passed");
	staged_at(&t, 20271109);
	struct str body = page(&t, "park-office", "milestones", 200);
	assert_true(staged_has(body, "<svg"));
	assert_false(staged_has(body, "99.95%"));
	assert_true(staged_has(page(&t, "zhouqi", "milestones", 200), "99.95%"));
	page(&t, "park-office", "contract", 404);
	page(&t, "park-office", "acceptance", 404);
	staged_free(&t);
}

TEST(each_page_offers_what_can_be_done_now, "8.6.b 8.7.a 8.8.a 9.3")
{
	struct staged t = staged_new(a, "main.story", "contract.signing");
	staged_at(&t, 20260407);
	static const char *const parties[] = { "lijianguo", "sunjs", "zhouqi" };
	for (size_t i = 0; i < 3; i++) {
		assert_true(staged_has(page(&t, parties[i], "contract", 200), "/do/taskbook_sign/"));
		assert_true(staged_has(staged_page(&t, parties[i], STR("/desk"), 200), "/do/taskbook_sign/"));
	}
	assert_false(staged_has(page(&t, "zhengli", "contract", 200), "/do/taskbook_sign/"));
	staged_free(&t);
	t = staged_new(a, "main.story", "acceptance.filed");
	staged_at(&t, 20271126);
	assert_true(staged_has(page(&t, "zhouqi", "acceptance", 200), "/do/strike_off/"));
	assert_false(staged_has(page(&t, "lijianguo", "acceptance", 200), "/do/"));
	assert_int_equal(db_invariants(t.w.db, a).n, 0);
	staged_free(&t);
}

/* 5.2.a: who joins a running project finds it, reads it, and is not asked for what the lead answers. */
TEST(a_partner_that_joins_finds_the_case, "5.2.a 8.6.c")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	struct str of_case = str_fmt(a, "/challenges/%lld", (long long)staged_id(&t, "case"));
	staged_at(&t, 20260601);
	assert_false(staged_has(staged_page(&t, "chenyz", STR("/challenges"), 200), str_c(a, of_case)));
	staged_more(&t, str_fmt(a, "%.*s fixtures/partner_joined.story\n", STR_ARG(word_text(WORD_story_as_usual))));
	staged_at(&t, 20260602);
	static const char *const pages[] = { "/challenges", "/desk" };
	for (size_t i = 0; i < 2; i++)
		assert_true(staged_has(staged_page(&t, "chenyz", str_of(pages[i]), 200), str_c(a, of_case)));
	page(&t, "chenyz", "milestones", 200);
	page(&t, "chenyz", "history", 200);
	assert_false(staged_has(page(&t, "chenyz", "history", 200), "panel_opinion"));
	staged_free(&t);
}

/* A termination is answered by who did not propose it, once. */
TEST(who_proposed_a_termination_is_not_asked_about_it, "8.8.c 9.2")
{
	struct staged t = staged_new(a, "termination.story", "termination.examining");
	struct str of_case = str_fmt(a, "/challenges/%lld", (long long)staged_id(&t, "case"));
	static const char *const parties[] = { "lijianguo", "sunjs" };
	size_t asked = 0;

	staged_at(&t, 20260701);
	for (size_t i = 0; i < 2; i++)
		asked += staged_has(staged_page(&t, parties[i], of_case, 200), "/do/termination_hear/");
	assert_int_equal(asked, 1);
	staged_free(&t);
}

/* 12.1.a: the awardee of a contest finds what waits for it on its desk. */
TEST(the_awardee_of_a_contest_has_it_on_the_desk, "12.1.a")
{
	struct staged t = staged_new(a, "fixtures/direct.story", "direct.filed");

	staged_at(&t, 20260311);
	assert_true(staged_has(staged_page(&t, "sunjs", STR("/desk"), 200), "/do/direct_confirm/"));
	assert_false(staged_has(staged_page(&t, "lijianguo", STR("/desk"), 200), "/do/direct_confirm/"));
	staged_free(&t);
}

TEST_MAIN

/* What turned the course of a case, where its readers look: deadlines moved, nobody deserved it, listed again. */
#include "stage.h"

static struct str of_case(struct staged *t, const char *head, const char *tail)
{
	return str_fmt(t->w.a, "%s%lld%s", head, (long long)staged_id(t, "case"), tail);
}

TEST(a_moved_deadline_stands_on_the_challenges_page, "8.3.a")
{
	struct staged t = staged_new(a, "main.story", "bid.open");
	staged_at(&t, 20260210);
	assert_false(staged_has(staged_page(&t, "", of_case(&t, "/open/", ""), 200), "2026-03-10"));
	staged_more(&t, STR("wangmin\xe3\x80\x81ranhong deadline_extend\n  \xc2\xb7 deadline = 2026-03-10 17:00\n  \xc2\xb7 reason = PLANTED-REASON\n"
		"  \xc2\xb7 media = the site\n"));
	assert_true(staged_has(staged_page(&t, "", of_case(&t, "/open/", ""), 200), "PLANTED-REASON"));
	assert_true(staged_has(staged_page(&t, "lijianguo", of_case(&t, "/challenges/", ""), 200), "PLANTED-REASON"));
	staged_free(&t);
}

TEST(a_closed_case_offers_to_be_listed_again, "8.4.b")
{
	struct staged t = staged_new(a, "main.story", "review.ranked");
	staged_at(&t, 20260316);
	staged_more(&t, STR("zhouqi award_none\n  \xc2\xb7 reason = PLANTED-REASON of some length\n"));
	assert_false(staged_has(staged_page(&t, "zhouqi", of_case(&t, "/challenges/", ""), 200), "/do/relist_propose/"));
	staged_more(&t, STR("lijianguo award_none_confirm\n  \xc2\xb7 agree = 1\n"));
	assert_true(staged_has(staged_page(&t, "zhouqi", of_case(&t, "/challenges/", ""), 200), "/do/relist_propose/"));
	assert_true(staged_has(staged_page(&t, "sunjs", of_case(&t, "/challenges/", ""), 200), "PLANTED-REASON"));
	assert_true(staged_has(staged_page(&t, "", of_case(&t, "/open/", ""), 200), "PLANTED-REASON"));
	staged_more(&t, STR("zhouqi relist_propose\n  \xc2\xb7 reason = once more\n"));
	assert_false(staged_has(staged_page(&t, "zhouqi", of_case(&t, "/challenges/", ""), 200), "/do/relist_propose/"));
	assert_true(staged_has(staged_page(&t, "lijianguo", STR("/desk"), 200), "/do/relist/"));
	assert_false(staged_has(staged_page(&t, "sunjs", STR("/desk"), 200), "/do/relist/"));
	staged_free(&t);
}

TEST_MAIN

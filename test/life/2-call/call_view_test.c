/* Lists and rounds as people see them, and what the desks offer on the way from a demand to opened bids. */
#include "stage.h"

#include "life/2-call/call.h"

static struct str at(struct staged *t, const char *path, const char *name)
{
	return str_fmt(t->w.a, "%s%lld", path, (long long)staged_id(t, name));
}

static bool links(struct staged *t, const char *login, struct str page, struct str to)
{
	return staged_has(staged_page(t, login, page, 200), str_fmt(t->w.a, "href=\"%.*s\"", STR_ARG(to)).p);
}

TEST(each_desk_offers_its_own_step_of_the_list, "8.2.c 8.2.d 8.a")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "call.argued");
	staged_at(&t, 20260227);
	assert_true(links(&t, "zhouqi", STR("/desk"), STR("/do/list_draft/-")));
	assert_false(links(&t, "lijianguo", STR("/desk"), STR("/do/list_draft/-")));
	staged_free(&t);
	t = staged_new(a, "fixtures/demand.story", "call.drafted");
	staged_at(&t, 20260228);
	assert_true(links(&t, "zhengli", STR("/desk"), at(&t, "/do/list_decide/", "challenge_list")));
	assert_true(links(&t, "zhengli", at(&t, "/lists/", "challenge_list"), at(&t, "/do/list_decide/", "challenge_list")));
	assert_false(links(&t, "zhouqi", STR("/desk"), at(&t, "/do/list_decide/", "challenge_list")));
	staged_free(&t);
	t = staged_new(a, "fixtures/demand.story", "call.approved");
	staged_at(&t, 20260304);
	assert_true(links(&t, "zhouqi", STR("/desk"), at(&t, "/do/list_publish/", "challenge_list")));
	staged_free(&t);
}

TEST(bids_are_opened_from_the_desk_once_the_deadline_has_passed, "8.3.a")
{
	struct staged t = staged_new(a, "fixtures/one_bid.story", "");
	staged_at(&t, 20260403);
	assert_false(links(&t, "zhouqi", STR("/desk"), at(&t, "/do/bids_open/", "case")));
	staged_at(&t, 20260404);
	assert_true(links(&t, "zhouqi", STR("/desk"), at(&t, "/do/bids_open/", "case")));
	staged_free(&t);
}

TEST(a_list_is_public_when_it_is_published, "8.2.d")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "call.approved");
	staged_at(&t, 20260304);
	struct str page = at(&t, "/lists/", "challenge_list");
	staged_page(&t, "", page, 404);
	staged_page(&t, "sunjs", page, 404);
	staged_page(&t, "zhouqi", page, 200);
	staged_free(&t);
	t = staged_new(a, "fixtures/demand.story", "");
	staged_at(&t, 20260305);
	page = at(&t, "/lists/", "challenge_list");
	assert_true(links(&t, "", page, at(&t, "/open/", "case")));
	assert_true(links(&t, "", STR("/lists"), page));
	struct list_row l;
	assert_true(call_list(t.w.db, a, 1, staged_id(&t, "challenge_list"), &l));
	assert_true(l.paper != 0);
	staged_free(&t);
}

TEST(a_restricted_demand_is_on_no_public_list, "8.2.d 3.a")
{
	struct staged t = staged_new(a, "fixtures/restricted.story", "");
	staged_at(&t, 20260305);
	struct str page = at(&t, "/lists/", "challenge_list");
	assert_false(links(&t, "", page, at(&t, "/open/", "case")));
	assert_true(links(&t, "zhouqi", page, str_fmt(a, "/challenges/%lld/need", (long long)staged_id(&t, "case"))));
	staged_free(&t);
}

TEST(a_round_is_public_when_both_have_opened_it, "8.1.a")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "need.filed");
	staged_at(&t, 20260120);
	struct str page = at(&t, "/rounds/", "round"), file = at(&t, "/do/need_submit/", "round");
	assert_true(links(&t, "", STR("/rounds"), page));
	assert_true(links(&t, "", page, file));
	assert_true(links(&t, "tangxl", page, file));
	assert_false(links(&t, "zhouqi", page, file));
	struct str demand = str_fmt(a, "/challenges/%lld/need", (long long)staged_id(&t, "case"));
	assert_true(links(&t, "zhouqi", page, demand));
	assert_false(links(&t, "tangxl", page, demand));
	assert_false(links(&t, "", page, demand));
	staged_at(&t, 20260211);
	assert_false(links(&t, "tangxl", page, file));
	staged_free(&t);
}

/* A list's act writes to every case on it: each of them tells of it. */
TEST(each_case_of_a_list_has_its_history, "8.2.c")
{
	static const char *const cases[] = { "first", "second" };
	struct staged t = staged_new(a, "call_two.story", "");
	staged_at(&t, 20260305);
	for (size_t i = 0; i < 2; i++) {
		struct str page = staged_page(&t, "zhouqi", str_fmt(a, "/challenges/%lld/history", (long long)staged_id(&t, cases[i])), 200);
		assert_true(staged_has(page, act_infos[ACT_list_draft].label));
		assert_true(staged_has(page, act_infos[ACT_list_decide].label));
	}
	staged_free(&t);
}

TEST_MAIN

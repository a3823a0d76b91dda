/* Publicity, corrections, shared work: rules, and what pages show to whom. */
#include "test.h"

#include "across/office/office.h"
#include "across/publish/publish.h"
#include "../rule/pack_fixture.h"
#include "stage.h"

#define P(RULE, WANTED, ...) assert_int_equal(rule_##RULE(&(struct publish_facts){ __VA_ARGS__ }, p).outcome, WANTED)
#define O(RULE, WANTED, ...) assert_int_equal(rule_##RULE(&(struct office_facts){ __VA_ARGS__ }, p).outcome, WANTED)

TEST(a_story_is_told_of_an_accepted_open_project_once, "8.8.b 11.3.a")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));

	P(result_accepted, HOLDS, .accepted = true);
	P(result_accepted, BROKEN, .accepted = false);
	P(result_open, HOLDS, .open = true);
	P(result_open, BROKEN, .open = false);
	P(result_once, HOLDS, .told = false);
	P(result_once, BROKEN, .told = true);
	P(correction_published, HOLDS, .published = true);
	P(correction_published, BROKEN, .published = false);
}

TEST(work_is_shared_with_colleagues_and_other_offices, "8.a 9.1")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));

	O(hand_over_turn, HOLDS, .turn = true);
	O(hand_over_turn, BROKEN, .turn = false);
	O(hand_over_colleague, HOLDS, .colleague = true);
	O(hand_over_colleague, BROKEN, .colleague = false);
	O(countersign_other, HOLDS, .own_role = false);
	O(countersign_other, BROKEN, .own_role = true);
	O(countersign_due, HOLDS, .due = 20260102, .today = 20260102);
	O(countersign_due, BROKEN, .due = 20260101, .today = 20260102);
	O(countersign_reason, HOLDS, .needs_words = false);
	O(countersign_reason, HOLDS, .needs_words = true, .worded = true);
	O(countersign_reason, BROKEN, .needs_words = true);
}

TEST(the_portal_shows_results_and_their_corrections, "8.8.b 11.3.a")
{
	struct staged t = staged_new(a, "main.story", "closed.struck");
	struct str body;

	staged_at(&t, 20271201);
	assert_true(staged_has(staged_page(&t, "", STR("/results"), 200), "还没有发布成果"));
	staged_more(&t, STR("周琪 发布成果宣传\n  · 标题 = 碳酸锶实现量产\n  · 宣传内容 = 企业出题、高校揭榜，实现量产。\n  · 应用成效 = 三家企业应用。\n  · 需求单位同意公开 = 是\n"
		"  · 揭榜单位同意公开 = 是\n  · 双方同意的凭据 = 同意书.pdf\n"));
	assert_true(staged_has(staged_page(&t, "", STR("/results"), 200), "碳酸锶实现量产"));
	struct str path = str_fmt(a, "/results/%.*s", STR_ARG(story_value(t.story, "last")));
	body = staged_page(&t, "", path, 200);
	assert_true(staged_has(body, "三家企业应用。"));
	assert_false(staged_has(body, "更正成果宣传"));
	assert_true(staged_has(staged_page(&t, "zhouqi", path, 200), "更正成果宣传"));
	staged_more(&t, STR("周琪 更正成果宣传 于 $last\n  · 更正什么 = 企业数\n  · 更正为 = 四家企业应用。\n  · 更正理由 = 漏计一家。\n"));
	body = staged_page(&t, "", path, 200);
	assert_true(staged_has(body, "四家企业应用。"));
	assert_true(staged_has(body, "三家企业应用。"));
	assert_true(staged_has(staged_page(&t, "", STR("/results"), 200), "已更正"));
	staged_page(&t, "", STR("/results/77"), 404);
	staged_free(&t);
}

TEST(a_corrected_list_shows_both_wordings, "8.2.d")
{
	struct staged t = staged_new(a, "main.story", "bid.open");
	struct str body;

	staged_at(&t, 20260205);
	staged_more(&t, STR("周琪 更正榜单\n  · 更正什么 = 咨询电话\n  · 更正为 = 023-00000002\n  · 更正理由 = 号码变更。\n"));
	body = staged_page(&t, "", str_fmt(a, "/lists/%.*s", STR_ARG(story_value(t.story, "last"))), 200);
	assert_true(staged_has(body, "023-00000002"));
	assert_true(staged_has(body, "023-00000000"));
	staged_free(&t);
}

TEST(what_was_handed_over_leaves_the_givers_desk, "8.a")
{
	struct staged t = staged_new(a, "main.story", "call.argued");

	staged_at(&t, 20260126);
	staged_more(&t, STR("周琪 转交同事办理\n  · 转交给 = 王敏\n  · 转交理由 = 出差一周。\n"));
	assert_true(staged_has(staged_page(&t, "wangmin", STR("/desk"), 200), "由您承办：出差一周。"));
	assert_false(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "由您承办"));
	assert_true(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "由王敏承办"));
	staged_free(&t);
}

TEST(an_opinion_is_read_by_offices_only, "8.a")
{
	struct staged t = staged_new(a, "main.story", "call.argued");
	struct str path = str_fmt(a, "/challenges/%lld/countersigns", (long long)staged_id(&t, "case"));

	staged_at(&t, 20260126);
	staged_more(&t, STR("周琪 请求会签\n  · 会签方 = 区经济信息委\n  · 会签事项 = 请就产业方向提出意见。\n  · 会签期限 = 2026-01-30\n"));
	assert_true(staged_has(staged_page(&t, "wumin", STR("/desk"), 200), "答复会签"));
	assert_true(staged_has(staged_page(&t, "wumin", path, 200), "请就产业方向提出意见。"));
	assert_false(staged_has(staged_page(&t, "lijianguo", path, 200), "请就产业方向提出意见。"));
	staged_more(&t, STR("吴敏 答复会签\n  · 意见 = 有意见\n  · 会签意见 = 建议写明企业。\n"));
	assert_true(staged_has(staged_page(&t, "zhouqi", path, 200), "建议写明企业。"));
	assert_false(staged_has(staged_page(&t, "wumin", STR("/desk"), 200), "答复会签"));
	staged_free(&t);
}

TEST_MAIN

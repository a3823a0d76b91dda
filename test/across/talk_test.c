/* Conversations and questions: who may know of them. */
#include "test.h"

#include "across/talk/talk.h"
#include "life/3-bid/question_facts.h"
#include "../rule/pack_fixture.h"
#include "stage.h"

TEST(conversations_have_parties, "8.7.e")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));

	assert_int_equal(rule_talk_others(&(struct talk_facts){ .others = 1 }, p).outcome, HOLDS);
	assert_int_equal(rule_talk_others(&(struct talk_facts){ .others = 0 }, p).outcome, BROKEN);
	assert_int_equal(rule_talk_awardee(&(struct talk_facts){ 0 }, p).outcome, HOLDS);
	assert_int_equal(rule_talk_awardee(&(struct talk_facts){ .awardee_asked = true, .awardee_there = true }, p).outcome, HOLDS);
	assert_int_equal(rule_talk_awardee(&(struct talk_facts){ .awardee_asked = true }, p).outcome, BROKEN);
	assert_str(talk_party_of(ROLE_unit, REL_DEMANDER | REL_AWARDEE), "demander");
	assert_str(talk_party_of(ROLE_unit, REL_AWARDEE), "awardee");
	assert_str(talk_party_of(ROLE_unit, REL_BIDDER), "");
	assert_str(talk_party_of(ROLE_park, REL_ANY), "park");
}

TEST(the_park_speaks_of_established_projects, "11.1.d")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));

	assert_int_equal(rule_park_established(&(struct talk_facts){ .established = true }, p).outcome, HOLDS);
	assert_int_equal(rule_park_established(&(struct talk_facts){ 0 }, p).outcome, BROKEN);
}

TEST(questions_come_before_the_deadline_and_not_from_the_demander, "8.7.e 8.3.a")
{
	const struct policy *p = fixture_policy(a, fixture_files(a));

	assert_int_equal(rule_question_open(&(struct question_facts){ .open = true, .now = 5, .deadline = 5 }, p).outcome, HOLDS);
	assert_int_equal(rule_question_open(&(struct question_facts){ .open = true, .now = 6, .deadline = 5 }, p).outcome, BROKEN);
	assert_int_equal(rule_question_open(&(struct question_facts){ .open = false, .now = 5, .deadline = 5 }, p).outcome, BROKEN);
	assert_int_equal(rule_question_own(&(struct question_facts){ .own = false }, p).outcome, HOLDS);
	assert_int_equal(rule_question_own(&(struct question_facts){ .own = true }, p).outcome, BROKEN);
	assert_int_equal(rule_question_worded(&(struct question_facts){ .publish = false }, p).outcome, HOLDS);
	assert_int_equal(rule_question_worded(&(struct question_facts){ .publish = true, .worded = true }, p).outcome, HOLDS);
	assert_int_equal(rule_question_worded(&(struct question_facts){ .publish = true }, p).outcome, BROKEN);
}

static bool says(struct staged *t, const char *login, const char *tail, const char *what)
{
	struct str path = str_fmt(t->w.a, "/challenges/%lld%s", (long long)staged_id(t, "case"), tail);

	return staged_has(staged_page(t, login, path, 200), what);
}

TEST(only_the_parties_read_a_conversation, "8.7.e")
{
	struct staged t = staged_new(a, "main.story", "contract.drafting");

	staged_more(&t, STR("李建国 发起对接或咨询\n  · 事由 = 对接洽谈\n  · 主题 = 中试场地\n  · 参加方 = 揭榜单位、区科技局\n  · 内容 = 请来看场地。\n"));
	assert_true(says(&t, "lijianguo", "/talks", "请来看场地"));
	assert_true(says(&t, "sunjs", "/talks", "请来看场地"));
	assert_true(says(&t, "sunjs", "/talks", "未读 1"));
	assert_false(says(&t, "lijianguo", "/talks", "未读 1"));
	assert_true(says(&t, "zhouqi", "/talks", "请来看场地"));
	assert_false(says(&t, "qianjin", "/talks", "中试场地"));
	assert_false(says(&t, "qianjin", "/history", "发起对接或咨询"));
	assert_true(says(&t, "lijianguo", "/history", "发起对接或咨询"));
	staged_page(&t, "fengjs", str_fmt(a, "/challenges/%lld/talks", (long long)staged_id(&t, "case")), 404);
	staged_more(&t, STR("孙教授 标为已读\n"));
	assert_false(says(&t, "sunjs", "/talks", "未读 1"));
	staged_free(&t);
}

TEST(who_asked_is_known_to_the_bureau_only, "8.7.e 8.3.a")
{
	struct staged t = staged_new(a, "main.story", "bid.open");
	struct str path = str_fmt(a, "/open/%lld", (long long)staged_id(&t, "case"));

	staged_at(&t, 20260205);
	staged_more(&t, STR("今天 2026-02-05\n冯教授 向科技局提问\n  · 问题 = 中试线的能耗有没有上限？\n"));
	assert_false(staged_has(staged_page(&t, "", path, 200), "能耗"));
	assert_false(staged_has(staged_page(&t, "lijianguo", path, 200), "能耗"));
	assert_false(says(&t, "lijianguo", "/history", "向科技局提问"));
	assert_true(staged_has(staged_page(&t, "fengjs", path, 200), "能耗"));
	assert_true(staged_has(staged_page(&t, "zhouqi", path, 200), "能耗"));
	assert_true(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "答复提问"));
	staged_more(&t, STR("周琪 答复提问\n  · 处理 = 公开答复\n  · 公开的问题 = 能耗有上限吗？\n  · 答复 = 没有上限。\n"));
	struct str body = staged_page(&t, "sunjs", path, 200);
	assert_true(staged_has(body, "能耗有上限吗"));
	assert_true(staged_has(body, "没有上限"));
	assert_false(staged_has(body, "中试线的能耗"));
	assert_false(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "答复提问"));
	staged_free(&t);
}

TEST_MAIN

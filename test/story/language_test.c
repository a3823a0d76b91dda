/*
 * The story language: what a wrong story says is found and told with file and line.  (That right stories pass is what test/story/ *.story show.)
 */
#include "world.h"

#include "act/journal.h"
#include "story/story.h"

#define PERSON "· 姓名 = 周琪\n· 登录名 = zhouqi\n· 角色 = 区科技局\n"

static const struct {
	const char *text, *error;       /* error: a part of it; "" = the story holds */
} cases[] = {
	{ "故事 空\n", "" },
	{ "今天 2026-01-05\nadmin 添加人员 于 大足区科学技术局\n" PERSON, "" },
	{ "今天 2026-01-05\nadmin person_add 于 bureau-office\n" PERSON "应缺\n", "" },
	{ "今天 2026-01-05\nadmin 添加人员 于 大足区科学技术局\n" PERSON "应拒 login_free\n", "t.story:2: 应得 应拒，实得 应准" },
	{ "今天 2026-01-05\nadmin 添加人员 于 大足区科学技术局\n" PERSON "应误 登录名\n", "t.story:2: 应得 应误" },
	{ "admin 添加人员 于 大足区科学技术局\n· 姓名 = 周琪\n", "应得 应准，实得 应误; login: 请填写「登录名」" },
	{ "admin 添加人员 于 大足区科学技术局\n· 姓名 = 周琪\n应误 登录名\n应误 角色\n", "" },
	{ "admin 添加人员 于 大足区科学技术局\n" PERSON "admin 添加人员 于 大足区科学技术局\n" PERSON "应拒 login_free\n", "" },
	{ "admin 添加人员 于 大足区科学技术局\n" PERSON "admin 添加人员 于 大足区科学技术局\n" PERSON "应拒 login_shape\n",
	  "没有按 login_shape 拒绝；实得 应拒; login_free" },
	{ "admin 添加人员 于 大足区科学技术局\n" PERSON "admin 添加人员 于 大足区科学技术局\n" PERSON "应拒 no_such_rule\n", "没有 no_such_rule 这条规则" },
	{ "公众 添加人员 于 大足区科学技术局\n" PERSON "应禁\n", "" },
	{ "公众 添加人员 于 大足区科学技术局\n" PERSON, "应得 应准，实得 应禁" },
	{ "\n# 说明\n张三 添加人员 于 大足区科学技术局\n" PERSON, "t.story:3: 没有「张三」这个人或角色" },
	{ "admin 飞升 于 大足区科学技术局\n", "没有「飞升」这个行为" },
	{ "admin 添加人员 于 月宫\n" PERSON, "「月宫」不知道指的是谁或什么（要的是 org）" },
	{ "admin 添加人员\n" PERSON, "这个行为要说明于哪一个 org" },
	{ "admin 添加人员 于 大足区科学技术局\n· 身高 = 180\n", "表 person_form 没有「身高」这一项" },
	{ "admin 添加人员 于 大足区科学技术局\n· 姓名 = $谁\n", "还没有设过变量 $谁" },
	{ "设 谁 = 周琪\n设 谁二 = 吴敏\nadmin 添加人员 于 大足区科学技术局\n· 姓名 = $谁二\n· 登录名 = wumin\n· 角色 = bureau\n吴敏 添加人员 于 大足区科学技术局\n"
	  PERSON, "" },
	{ "今天 2026-01-06\n今天 2026-01-05\n", "t.story:2: 时间只能向前" },
	{ "今天 明天\n", "看不懂这一行" },
	{ "过 三 天\n", "看不懂这一行" },
	{ "今天 2026-01-06\n过 3 天\n今天 2026-01-08\n", "时间只能向前" },
	{ "应拒 login_free\n", "看不懂这一行" },
	{ "admin 添加人员 于 大足区科学技术局\n" PERSON "应拒\n", "看不懂这一行" },
	{ "照常 nothing.story\n", "读不到故事 nothing.story" },
	{ "应在 need.filed\n", "应在" },
	{ "admin 添加人员 于 大足区科学技术局\n" PERSON "记 我\n周琪 停用人员 于 $我\n· 理由 = 试试\n应禁\n", "" },
};

TEST(what_is_wrong_in_a_story_is_told, "")
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct world w = world_new(a);
		struct story_world *s = story_new(a, w.db, w.pg);
		struct rows parts = story_parts(a, str_of(cases[i].text));
		struct str error = STR("");
		bool good = !parts.n || story_run(s, STR("t.story"), parts.v, &error);
		if (good != (cases[i].error[0] == 0) || (!good && !strstr(str_c(a, error), cases[i].error)))
			fail_msg("%s\nfound  %.*s\nwanted %s", cases[i].text, STR_ARG(error), cases[i].error);
		story_free(s);
		world_free(&w);
	}
}

TEST(a_file_is_split_at_its_titles, "")
{
	struct rows r = story_parts(a, STR("# 前言\n\n故事 一 和二   8.4.c 5.2.b\n今天 2026-01-01\n故事 三\n过 1 天\n"));
	const struct story_part *p = r.v;
	assert_int_equal(r.n, 2);
	assert_str(p[0].title, "一 和二");
	assert_str(p[0].clauses, "8.4.c 5.2.b");
	assert_int_equal(p[0].line, 2);
	assert_str(p[1].title, "三");
	assert_str(p[1].clauses, "");
	assert_int_equal(story_parts(a, STR("")).n, 0);
}

TEST(the_same_story_makes_the_same_book, "")
{
	struct str heads[2];
	for (int i = 0; i < 2; i++) {
		struct world w = world_new(a);
		struct story_world *s = story_new(a, w.db, w.pg);
		struct story_part part = { .text = STR("admin 添加人员 于 大足区科学技术局\n" PERSON) };
		struct id_key key = { .id = 1 };
		struct programme_row row;
		struct str error;
		assert_true(story_run(s, STR("t"), &part, &error));
		assert_true(db_one(w.db, a, "programme_read", &key, &row));
		heads[i] = row.head_hash;
		assert_int_equal(story_acts(s), 1);
		story_free(s);
		world_free(&w);
	}
	assert_true(str_eq(heads[0], heads[1]));
}

TEST_MAIN

/* What a pack adds on the pages: extra fields in forms and on the case, stages of the place's own, what a notice publishes, the description for machines. */
#include "test.h"

#include "told.h"
#include "web/openapi.h"

static struct str body(struct told *t, const char *who, const char *path)
{
	struct web_request q = told_request(t, path);
	struct web_response out = { 0 };

	if (*who)
		q.cookie = told_cookie(t, who);
	web_handle(&t->worker, &q, &out);
	return out.body;
}

static bool has(struct str s, const char *part)
{
	return memmem(s.p, s.n, part, strlen(part)) != NULL;
}

#define HAS(S, PART) do { if (!has(S, PART)) fail_msg("wanted %s in\n%.*s", PART, STR_ARG(S)); } while (0)
#define HAS_NOT(S, PART) do { if (has(S, PART)) fail_msg("unwanted: %s", PART); } while (0)


static int64_t first(struct told *t, const char *path_head, const char *path)
{
	struct str s = body(t, "zhouqi", path);
	const char *at = memmem(s.p, s.n, path_head, strlen(path_head));

	return at ? strtoll(at + strlen(path_head), NULL, 10) : 0;
}

static void open_place(struct told *t, const char *pack, const char *story)
{
	*t = (struct told){ .pack = pack };
	if (!told_open(t, "test/story", story))
		fail_msg("%.*s", STR_ARG(t->error));
}

TEST(ganzhou_asks_and_shows_what_it_added, "gz.1 gz.4 gz.5")
{
	struct told t;
	(void)a;
	open_place(&t, "ganzhou-2023", "places/ganzhou.story");
	int64_t round = first(&t, "/rounds/", "/rounds"), id = first(&t, "/challenges/", "/challenges?closed=1");
	struct str form = body(&t, "lijianguo", str_fmt(t.a, "/do/need_submit/%lld", (long long)round).p);
	HAS(form, "name=\"finances\"");
	HAS(form, "name=\"revenue_fen\"");
	HAS(form, "本地要求填写的内容");
	struct str page = body(&t, "zhouqi", str_fmt(t.a, "/challenges/%lld", (long long)id).p);
	HAS(page, "上年度营业收入");
	HAS(page, "50,000,000.00元");
	HAS(page, "县级初审");
	HAS(page, "实地核实，情况属实，同意上报。");
	HAS(page, "以现金支付揭榜单位的金额");
	struct str stranger = body(&t, "heshuang", str_fmt(t.a, "/challenges/%lld", (long long)id).p);
	HAS_NOT(stranger, "50,000,000.00元");
	HAS_NOT(stranger, "实地核实，情况属实");
	struct str description = openapi_json(t.a, t.worker.pg->policy);
	HAS(description, "\"revenue_fen\"");
	HAS(description, "\"cash_fen\"");
	told_close(&t);
}

TEST(jiangmen_publishes_scores_and_rongcheng_names_too, "jm.2 rc.2")
{
	struct told t;
	(void)a;
	open_place(&t, "jiangmen", "places/jiangmen.story");
	int64_t notice = first(&t, "/notices/", "/notices");
	struct str page = body(&t, "", str_fmt(t.a, "/notices/%lld", (long long)notice).p);
	HAS(page, "评审得分");
	HAS(page, "川东大学");
	HAS_NOT(page, "评审专家");
	told_close(&t);
	open_place(&t, "rongcheng", "places/rongcheng.story");
	notice = first(&t, "/notices/", "/notices");
	page = body(&t, "", str_fmt(t.a, "/notices/%lld", (long long)notice).p);
	HAS(page, "评审得分");
	HAS(page, "评审专家");
	HAS(page, "赵二");
	told_close(&t);
}

TEST(dazu_publishes_neither, "8.5.a")
{
	struct told t;
	(void)a;
	open_place(&t, NULL, "main.story");
	int64_t notice = first(&t, "/notices/", "/notices");
	struct str page = body(&t, "", str_fmt(t.a, "/notices/%lld", (long long)notice).p);
	HAS(page, "公示编号");
	HAS_NOT(page, "评审得分");
	HAS_NOT(page, "赵二");
	told_close(&t);
}

TEST(haikou_shows_who_bears_the_fiscal_money, "hk.5")
{
	struct told t;
	(void)a;
	open_place(&t, "haikou", "places/haikou.story");
	int64_t id = first(&t, "/challenges/", "/challenges?closed=1");
	struct str page = body(&t, "zhouqi", str_fmt(t.a, "/challenges/%lld/money", (long long)id).p);
	HAS(page, "财政资金分担");
	HAS(page, "270,000.00");
	HAS(page, "330,000.00");
	told_close(&t);
}

TEST_MAIN

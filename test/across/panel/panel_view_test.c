/* Who sees what of a panel, page by page, while it goes from seated to signed. The marks are texts that only one member wrote. */
#include "stage.h"

#define SECRET_2 "MARK-OF-EXPERT-2"
#define SECRET_4 "MARK-OF-EXPERT-4"

static struct str at(struct staged *t, const char *what, const char *tail, const char *of)
{
	return str_fmt(t->w.a, "/%s/%lld%s", what, (long long)staged_id(t, of), tail);
}

static void declare(struct staged *t, const char *login)
{
	staged_more(t, str_fmt(t->w.a, "%s panel_declare\n  \u00b7 interest = none\n  \u00b7 secrecy = 1\n", login));
}

static void opine(struct staged *t, const char *login, const char *mark)
{
	staged_more(t, str_fmt(t->w.a, "%s panel_opinion\n  \u00b7 verdict = support\n  \u00b7 scores.*.points = 3\n  \u00b7 opinion = %s\n", login, mark));
}

static void sign(struct staged *t, const char *login)
{
	staged_more(t, str_fmt(t->w.a, "%s panel_sign\n  \u00b7 sign = agree\n", login));
}

static bool sees(struct staged *t, const char *login, const char *mark)
{
	return staged_has(staged_page(t, login, at(t, "panels", "", "panel"), 200), mark);
}

TEST(a_panel_is_seen_by_its_members_the_offices_and_the_demander_only, "8.4.a 8.4.c")
{
	struct staged t = staged_new(a, "main.story", "review.seating");
	staged_at(&t, 20260312);
	struct str panel = at(&t, "panels", "", "panel");
	staged_page(&t, "zhouqi", panel, 200);
	staged_page(&t, "lijianguo", panel, 200);
	staged_page(&t, "expert2", panel, 404);           /* proposed: its members do not know yet */
	staged_more(&t, STR("lijianguo review_panel_confirm\n"));
	staged_page(&t, "expert2", panel, 200);
	staged_page(&t, "expert3", panel, 404);
	staged_page(&t, "sunjs", panel, 404);             /* a bidder */
	staged_page(&t, "tangxl", panel, 404);
	staged_page(&t, "zhengli", panel, 200);
	staged_page(&t, "sunjs", at(&t, "challenges", "/panels", "case"), 404);
	staged_page(&t, "sunjs", at(&t, "challenges", "/review", "case"), 404);
	staged_page(&t, "expert2", at(&t, "challenges", "/panels", "case"), 200);
	staged_page(&t, "zhouqi", at(&t, "challenges", "/panels", "case"), 200);
	staged_free(&t);
}

/* Every form of these rooms opens at its time, whatever is still empty in it. */
TEST(the_forms_open, "8.4.a 8.4.b 8.5.a")
{
	struct staged t = staged_new(a, "main.story", "bid.opened");
	staged_at(&t, 20260303);
	assert_true(staged_has(staged_page(&t, "zhouqi", at(&t, "do/review_panel_propose", "", "case"), 200), "<option"));
	staged_page(&t, "zhouqi", str_fmt(a, "/do/relation_enter/%lld", (long long)1), 404);
	staged_free(&t);
	static const struct {
		const char *stage, *login, *form, *of;
	} forms[] = {
		{ "review.seating", "lijianguo", "do/review_panel_confirm", "case" }, { "review.seating", "lijianguo", "do/review_panel_refuse", "case" },
		{ "review.seating", "zhouqi", "do/panel_replace", "panel" }, { "review.scoring", "expert2", "do/panel_declare", "panel" },
		{ "review.scoring", "expert4", "do/panel_opinion", "panel" }, { "review.scoring", "expert2", "do/panel_report", "panel" },
		{ "review.scoring", "zhouqi", "do/panel_replace", "panel" }, { "review.scoring", "zhouqi", "do/review_conclude", "case" },
		{ "review.ranked", "zhouqi", "do/award_propose", "case" }, { "decision.proposed", "lijianguo", "do/award_confirm", "case" },
		{ "decision.proposed", "lijianguo", "do/award_refuse", "case" }, { "decision.agreed", "zhengli", "do/award_decide", "case" },
		{ "decision.approved", "zhouqi", "do/notice_publish", "case" }, { "notice.clear", "zhouqi", "do/establish", "case" },
	};
	const char *stage = "";
	struct staged s = { .k.a = NULL };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (strcmp(stage, forms[i].stage) != 0) {
			if (s.k.a)
				staged_free(&s);
			s = staged_new(a, "main.story", forms[i].stage);
			staged_at(&s, 20260312);
		}
		stage = forms[i].stage;
		assert_true(staged_has(staged_page(&s, forms[i].login, at(&s, forms[i].form, "", forms[i].of), 200), "name=\"act_key\""));
	}
	staged_free(&s);
}

TEST(no_material_before_the_declaration, "8.4.c 5.2.b")
{
	struct staged t = staged_new(a, "main.story", "review.scoring");
	staged_at(&t, 20260312);
	struct str work = at(&t, "panels", "/work", "panel");
	assert_false(staged_has(staged_page(&t, "expert2", work, 200), "scores.0.points"));
	declare(&t, "expert2");
	assert_true(staged_has(staged_page(&t, "expert2", work, 200), "scores.13.points"));
	staged_page(&t, "expert3", work, 404);
	staged_page(&t, "zhouqi", work, 403);
	staged_free(&t);
}

TEST(opinions_are_sealed_until_all_have_signed, "8.4.a 8.4.b")
{
	static const char *const members[] = { "expert2", "expert4", "expert7", "expert9", "lijianguo" };
	struct staged t = staged_new(a, "main.story", "review.scoring");
	staged_at(&t, 20260312);
	for (int i = 0; i < 5; i++)
		declare(&t, members[i]);
	opine(&t, "expert2", SECRET_2);
	opine(&t, "expert4", SECRET_4);
	assert_true(sees(&t, "expert2", SECRET_2));
	assert_false(sees(&t, "expert2", SECRET_4));    /* the chair waits until all have spoken */
	assert_true(sees(&t, "expert4", SECRET_4));
	assert_false(sees(&t, "expert4", SECRET_2));
	assert_false(sees(&t, "zhouqi", SECRET_2));
	assert_false(sees(&t, "lijianguo", SECRET_2));
	assert_false(sees(&t, "zhengli", SECRET_2));
	for (int i = 2; i < 5; i++)
		opine(&t, members[i], "the same as the others say");
	assert_true(sees(&t, "expert2", SECRET_4));
	assert_false(sees(&t, "expert7", SECRET_4));
	assert_false(sees(&t, "zhouqi", SECRET_4));
	staged_more(&t, STR("expert2 panel_report\n  \u00b7 conclusion = support\n  \u00b7 opinion = MARK-OF-THE-PANEL\n"));
	assert_true(sees(&t, "expert7", "MARK-OF-THE-PANEL"));
	assert_false(sees(&t, "zhouqi", "MARK-OF-THE-PANEL"));
	assert_false(staged_has(staged_page(&t, "zhouqi", at(&t, "challenges", "/review", "case"), 200), "MARK-OF-THE-PANEL"));
	assert_false(staged_has(staged_page(&t, "zhouqi", at(&t, "challenges", "/decision", "case"), 200), "MARK-OF-THE-PANEL"));
	for (int i = 0; i < 5; i++)
		sign(&t, members[i]);
	assert_true(sees(&t, "zhouqi", SECRET_4));
	assert_true(sees(&t, "zhouqi", "MARK-OF-THE-PANEL"));
	assert_true(sees(&t, "lijianguo", SECRET_4));
	assert_false(sees(&t, "expert7", SECRET_4));
	assert_true(staged_has(staged_page(&t, "zhouqi", at(&t, "challenges", "/review", "case"), 200), "MARK-OF-THE-PANEL"));
	assert_true(staged_has(staged_page(&t, "zhengli", at(&t, "challenges", "/decision", "case"), 200), "MARK-OF-THE-PANEL"));
	staged_page(&t, "sunjs", at(&t, "challenges", "/decision", "case"), 404);
	staged_free(&t);
}

TEST_MAIN

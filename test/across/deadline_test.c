/* Limits: days from the pack, what the tick does about them, exactly once for each stay. */
#include "test.h"

#include "across/deadline/deadline.h"
#include "act/tick.h"
#include "web/frame.h"
#include "stage.h"

TEST(the_days_follow_the_limit, "8.a")
{
	struct road_late l = { .remind = 3, .escalate_to = STR("bureau"), .escalate_after = 5, .lapse = STR("need_lapse"), .lapse_after = 15 };
	struct deadline_days d = deadline_days(&l, 20260217);

	assert_int_equal(d.remind, 20260214);
	assert_int_equal(d.escalate, 20260223);
	assert_int_equal(d.lapse, 20260305);
	assert_int_equal(deadline_days(&l, 0).remind, 0);
	assert_int_equal(deadline_days(NULL, 20260217).remind, 0);
	assert_int_equal(deadline_days(NULL, 20260217).due, 20260217);
	assert_int_equal(deadline_days(&(struct road_late){ 0 }, 20260217).escalate, 0);
}

TEST(a_stage_without_limit_or_at_the_end_has_no_days, "8.a")
{
	struct road_stage s = { .days = 10, .late = { .remind = 1 } };

	assert_int_equal(deadline_of_stage(&s, 20260201).due, 20260211);
	assert_int_equal(deadline_of_stage(&s, 0).due, 0);
	assert_int_equal(deadline_of_stage(NULL, 20260201).due, 0);
	s.final = true;
	assert_int_equal(deadline_of_stage(&s, 20260201).due, 0);
	s = (struct road_stage){ 0 };
	assert_int_equal(deadline_of_stage(&s, 20260201).due, 0);
}

static int tick_on(struct staged *t, int64_t day)
{
	return tick(t->w.db, t->w.a, t->w.pg, instant_of(day, 9, 0), hash_text(t->w.a, HASH_SHA256, STR("tick")));
}

static int64_t unread(struct staged *t, const char *login, const char *title)
{
	struct person_row p;
	struct party_code_key key = { .programme = 1, .code = str_of(login) };
	assert_true(db_one(t->w.db, t->w.a, "party_person_with_login", &key, &p));
	struct viewer_case_key mine = { .person = p.id, .limit = 500 };
	struct rows all = db_all(t->w.db, t->w.a, "inbox_list", &mine);
	int64_t n = 0;
	for (size_t i = 0; i < all.n; i++)
		n += staged_has(((struct notice_item *)all.v)[i].title, title);
	return n;
}

TEST(owner_and_overseer_are_told_once_for_a_stay, "8.a")
{
	struct staged t = staged_new(a, "main.story", "need.filed");

	staged_more(&t, STR("今天 2026-02-02\n周琪 退回需求\n  · 理由 = 请补充。\n"));
	assert_int_equal(tick_on(&t, 20260213), 0);
	assert_int_equal(tick_on(&t, 20260214), 1);
	assert_int_equal(unread(&t, "lijianguo", "请在 2026-02-17 前办理"), 1);
	assert_int_equal(tick_on(&t, 20260214), 0);
	assert_int_equal(tick_on(&t, 20260220), 0);
	assert_int_equal(unread(&t, "zhouqi", "逾期未办"), 0);
	assert_int_equal(tick_on(&t, 20260221), 1);
	assert_int_equal(unread(&t, "zhouqi", "逾期未办"), 1);
	assert_int_equal(unread(&t, "lijianguo", "逾期未办"), 1);
	assert_int_equal(tick_on(&t, 20260222), 0);
	assert_int_equal(tick_on(&t, 20260305), 1);
	assert_int_equal(tick_on(&t, 20260306), 0);
	assert_int_equal(unread(&t, "lijianguo", "视为撤回"), 1);
	staged_free(&t);
}

TEST(a_milestone_is_reminded_by_its_own_date, "8.a 8.7.a")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	struct rows all = deadline_things(t.w.db, a, 1, 20260410, NULL);
	const struct due_thing *m = all.v;

	assert_int_equal(all.n, 1);
	assert_int_equal(tick_on(&t, day_add(m->due, -4)), 0);
	assert_int_equal(tick_on(&t, day_add(m->due, -3)), 1);
	assert_int_equal(tick_on(&t, day_add(m->due, -2)), 0);
	assert_int_equal(tick_on(&t, day_add(m->due, 4)), 1);
	assert_int_equal(tick_on(&t, day_add(m->due, 40)), 0);
	staged_free(&t);
}

TEST(the_page_says_who_must_act_by_when_and_what_happens_otherwise, "8.a")
{
	struct staged t = staged_new(a, "main.story", "need.filed");
	struct str body;

	staged_more(&t, STR("今天 2026-02-02\n周琪 退回需求\n  · 理由 = 请补充。\n"));
	staged_at(&t, 20260203);
	body = staged_page(&t, "lijianguo", str_fmt(a, "/challenges/%lld", (long long)staged_id(&t, "case")), 200);
	assert_true(staged_has(body, "2026-02-14 提醒；2026-02-21 仍未办理的，提请"));
	assert_true(staged_has(body, "2026-03-05 仍未办理的，逾期视为撤回"));
	body = staged_page(&t, "lijianguo", STR("/desk"), 200);
	assert_true(staged_has(body, "2026-03-05 仍未办理的，逾期视为撤回"));
	staged_free(&t);
}

TEST_MAIN

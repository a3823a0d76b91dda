/* The pages of decision and notice on their way, and an organisation's relations, as each side sees them. */
#include "stage.h"

#include "life/6-notice/notice.h"

static struct str page(struct staged *t, const char *login, const char *tail, int status)
{
	return staged_page(t, login, str_fmt(t->w.a, "/challenges/%lld/%s", (long long)staged_id(t, "case"), tail), status);
}

TEST(bidders_learn_of_the_award_by_the_notice, "8.5.a 8.4.b")
{
	struct staged t = staged_new(a, "main.story", "decision.approved");
	staged_at(&t, 20260320);
	assert_true(staged_has(page(&t, "zhouqi", "notice", 200), "/do/notice_publish/"));
	assert_false(staged_has(page(&t, "sunjs", "notice", 200), "/do/notice_publish/"));
	assert_false(staged_has(page(&t, "fengjs", "notice", 200), "200,0000.00"));
	page(&t, "sunjs", "decision", 404);
	page(&t, "zhengli", "decision", 200);
	page(&t, "lijianguo", "decision", 200);
	staged_page(&t, "", str_fmt(a, "/challenges/%lld/notice", (long long)staged_id(&t, "case")), 303);
	staged_free(&t);
}

TEST(the_notice_shows_both_dates_and_the_rule, "8.5.a")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	struct notice_key key = { .programme = 1, .limit = 10 };
	struct notice_public_row n;
	staged_at(&t, 20260325);
	struct rows all = notice_public(t.w.db, a, &key);
	assert_int_equal(all.n, 1);
	assert_int_equal(notice_public_total(t.w.db, a, &key), 1);
	n = *(struct notice_public_row *)all.v;
	assert_int_equal(n.first_day, 20260324);
	assert_int_equal(n.last_day, 20260330);
	assert_int_equal(n.days, 5);
	assert_int_equal(n.first_counts, 0);
	assert_true(notice_public_find(t.w.db, a, 1, n.id, &n));
	struct notice_public_row none;
	assert_false(notice_public_find(t.w.db, a, 2, n.id, &none));
	key.q = STR("no such words");
	assert_int_equal(notice_public_total(t.w.db, a, &key), 0);
	key.q = n.number;
	key.state = STR("running");
	assert_int_equal(notice_public_total(t.w.db, a, &key), 1);
	static const char *const readers[] = { "zhouqi", "sunjs", "fengjs", "lijianguo", "zhengli", "qianjin" };
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct str body = page(&t, readers[i], "notice", 200);
		assert_true(staged_has(body, "2026-03-24") && staged_has(body, "2026-03-30"));
		assert_true(staged_has(body, "/documents/"));
	}
	struct str path = str_fmt(a, "/notices/%lld", (long long)n.id);
	assert_true(staged_has(staged_page(&t, "", STR("/notices"), 200), "2026-03-30"));
	assert_true(staged_has(staged_page(&t, "", path, 200), "2026-03-24"));
	staged_page(&t, "", str_fmt(a, "/documents/%lld", (long long)n.paper), 200);
	staged_page(&t, "", STR("/notices/1"), 404);
	staged_free(&t);
}

TEST(an_established_project_shows_its_number, "8.5.b")
{
	struct staged t = staged_new(a, "main.story", "contract.drafting");
	staged_at(&t, 20260331);
	assert_true(staged_has(page(&t, "sunjs", "notice", 200), "DZ-XM-2026-001"));
	assert_false(staged_has(page(&t, "zhouqi", "notice", 200), "/do/establish/"));
	staged_free(&t);
}

TEST(relations_are_read_by_their_unit_and_the_offices, "5.2.b")
{
	struct staged t = staged_new(a, "main.story", "bid.open");
	staged_at(&t, 20260210);
	int64_t org = 0;
	struct party_code_key key = { .programme = 1, .code = STR("sunjs") };
	struct person_row person;
	assert_true(db_one(t.w.db, a, "party_person_with_login", &key, &person));
	org = person.org;
	struct str path = str_fmt(a, "/orgs/%lld/relations", (long long)org);
	assert_true(staged_has(staged_page(&t, "sunjs", path, 200), "/do/relation_declare/"));
	assert_true(staged_has(staged_page(&t, "zhouqi", path, 200), "/do/relation_enter/"));
	staged_page(&t, "fengjs", path, 404);
	staged_page(&t, "lijianguo", path, 404);
	staged_free(&t);
}

TEST_MAIN

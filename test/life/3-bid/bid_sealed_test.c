/*
 * Sealed bids: before the opening no page, list, count, version number or answer tells anybody but the author's organisation that there is one.
 * The same for blurred and restricted demands: the public and strangers read the public wordings, or nothing.
 */
#include "stage.h"

#include "life/3-bid/bid.h"
#include "web/frame.h"

static struct str get(struct staged *t, const char *login, const char *path, int *status)
{
	struct arena *a = t->w.a;
	struct web_request q = { .method = METHOD_GET, .path = str_of(path), .now = t->w.now, .host = STR("localhost"), .language = STR("zh"),
		.accept = STR("text/html"), .seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t->w.count)) };
	struct party_code_key key = { .programme = 1, .code = str_of(login) };
	struct web_response out = { 0 };
	struct person_row person;
	q.secret = q.seed;
	q.query = q.path;
	q.path = str_cut(&q.query, '?');
	if (login[0]) {
		assert_true(db_one(t->w.db, a, "party_person_with_login", &key, &person));
		struct str cookie = session_start(&t->k, &q, person.id);
		q.cookie = str_cut(&cookie, ';');
	}
	web_handle(&t->k, &q, &out);
	*status = out.status;
	return out.body;
}

static bool tells(struct str body, struct str what)
{
	return what.n && body.n && memmem(body.p, body.n, what.p, what.n) != NULL;
}

static const char *const pages[] = { "/", "/open", "/desk", "/challenges", "/inbox", "/bids", "/lists", "/book", "/challenges/%lld", "/challenges/%lld/need",
	"/challenges/%lld/bids", "/challenges/%lld/history", "/open/%lld", "/bids/%lld", "/open?format=json", "/open?format=csv", "/challenges?format=json",
	"/challenges/%lld/bids?format=json", "/challenges/%lld/need?format=json", "/challenges/%lld/history?format=json", "/open/%lld?format=json",
	"/bids/%lld?format=json" };
#define PAGES (sizeof pages / sizeof *pages)

static const char *page(struct arena *a, size_t i, int64_t challenge, int64_t bid)
{
	struct str s = { pages[i], strlen(pages[i]) };
	bool numbered = memchr(s.p, '%', s.n) != NULL;
	if (!numbered)
		return pages[i];
	int64_t id = str_starts(s, "/bids/") ? bid : challenge;
	struct str head = str_cut(&s, '%');
	str_cut(&s, 'd');
	return str_fmt(a, "%.*s%lld%.*s", STR_ARG(head), (long long)id, STR_ARG(s)).p;
}

static void nobody_reads(struct staged *t, const char *login, int64_t challenge, const struct bid_full *b)
{
	struct arena *a = t->w.a;
	const struct bid_member_row *m = b->members.v;
	for (size_t i = 0; i < PAGES; i++) {
		int status;
		const char *path = page(a, i, challenge, b->bid.id);
		struct str body = get(t, login, path, &status);
		if (status >= 500)
			fail_msg("%s %s: %d", login, path, status);
		bool of_case = strchr(pages[i], '%') != NULL;    /* elsewhere the unit may be named for other reasons */
		if (tells(body, b->bid.title) || (of_case && tells(body, m[0].name)) || tells(body, str_fmt(a, "/bids/%lld\"", (long long)b->bid.id)))
			fail_msg("%s reads of a sealed bid on %s", login, path);
		if (strncmp(path, "/bids/", 6) == 0 && status == 200)
			fail_msg("%s opens a sealed bid", login);
	}
}

static int64_t case_of(struct staged *t)
{
	return staged_id(t, "case");
}

TEST(nobody_but_the_author_knows_of_a_sealed_bid, "8.3.a")
{
	static const char *const others[] = { "zhouqi", "wumin", "zhengli", "qianjin", "lijianguo", "fengjs", "chenyz", "expert1", "expert7", "tangxl", "admin", "" };
	struct staged t = staged_new(a, "fixtures/one_bid.story", "");
	struct bid_full b;
	staged_at(&t, 20260402);
	assert_true(bid_content(t.w.db, a, staged_id(&t, "bid_yuzhou"), &b));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		nobody_reads(&t, others[i], case_of(&t), &b);
	struct str path = str_fmt(a, "/bids/%lld", (long long)b.bid.id);
	assert_true(tells(staged_page(&t, "sunjs", path, 200), b.bid.title));
	assert_true(tells(staged_page(&t, "sunjs", STR("/bids"), 200), b.bid.title));
	assert_true(tells(staged_page(&t, "sunjs", str_fmt(a, "/challenges/%lld/bids", (long long)case_of(&t)), 200), b.bid.title));
	staged_free(&t);
}

/* What a form keeps as "the version I looked at", and the relation of a partner who was only named. */
TEST(no_number_and_no_relation_tells_of_a_sealed_bid, "8.3.a")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "");
	int64_t challenge = case_of(&t);
	struct person_row author, partner;
	struct viewer_case_key stranger = { .challenge = challenge };
	struct version_row before, after;
	assert_true(db_one(t.w.db, a, "party_person_with_login", &(struct party_code_key){ 1, STR("sunjs") }, &author));
	assert_true(db_one(t.w.db, a, "party_person_with_login", &(struct party_code_key){ 1, STR("chenyz") }, &partner));
	assert_true(db_one(t.w.db, a, "case_version", &stranger, &before));
	staged_more(&t, str_fmt(a, "%.*s fixtures/yuzhou_bids.story\n", STR_ARG(word_text(WORD_story_as_usual))));
	assert_true(db_one(t.w.db, a, "case_version", &stranger, &after));
	assert_int_equal(after.seq, before.seq);
	stranger.org = author.org;
	assert_true(db_one(t.w.db, a, "case_version", &stranger, &after));
	assert_true(after.seq > before.seq);
	assert_true(relations_of(t.w.db, a, author.id, author.org, "challenge", challenge) & REL_BIDDER);
	assert_false(relations_of(t.w.db, a, partner.id, partner.org, "challenge", challenge) & REL_BIDDER);
	staged_free(&t);
}

static void sees(struct staged *t, const char *login, int64_t bid, bool wanted)
{
	int status;
	get(t, login, str_fmt(t->w.a, "/bids/%lld", (long long)bid).p, &status);
	if ((status == 200) != wanted)
		fail_msg("%s and an opened bid: %d", login, status);
}

TEST(after_the_opening_those_read_it_who_have_to, "8.3.a 8.4.a")
{
	struct staged t = staged_new(a, "fixtures/bids.story", "");
	int64_t yuzhou = staged_id(&t, "bid_yuzhou"), chuandong = staged_id(&t, "bid_chuandong");
	staged_at(&t, 20260407);
	static const char *const offices[] = { "zhouqi", "wumin", "zhengli", "lijianguo" };
	for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
		sees(&t, offices[i], yuzhou, true);
		sees(&t, offices[i], chuandong, true);
	}
	sees(&t, "sunjs", yuzhou, true);
	sees(&t, "sunjs", chuandong, false);
	sees(&t, "fengjs", yuzhou, false);
	sees(&t, "chenyz", yuzhou, true);       /* takes part */
	sees(&t, "chenyz", chuandong, false);
	sees(&t, "tangxl", yuzhou, false);
	sees(&t, "expert1", yuzhou, false);     /* sat on the argument panel, which is over */
	sees(&t, "", yuzhou, false);
	struct str path = str_fmt(a, "/challenges/%lld/bids", (long long)case_of(&t));
	struct bid_row rival;
	assert_true(bid_find(t.w.db, a, yuzhou, &rival));
	assert_true(tells(staged_page(&t, "zhouqi", path, 200), rival.title));
	assert_false(tells(staged_page(&t, "fengjs", path, 200), rival.title));
	path = str_fmt(a, "/challenges/%lld/history", (long long)case_of(&t));
	assert_false(tells(staged_page(&t, "fengjs", path, 200), rival.title));
	assert_int_equal(bid_passed(t.w.db, a, case_of(&t)).n, 2);
	staged_free(&t);
}

/* Experts read bids of the panel that they sit on, after they have declared to have no interest. */
TEST(experts_read_bids_after_they_declared, "8.4.a 8.4.c 5.2.b")
{
	static const char *const seated[] = { "expert2", "expert4", "expert7", "expert9" };
	struct staged t = staged_new(a, "main.story", "review.scoring");
	struct rows bids = bid_passed(t.w.db, a, case_of(&t));
	const struct bid_row *b = bids.v;
	assert_true(bids.n >= 2);
	staged_at(&t, 20260501);
	for (size_t i = 0; i < sizeof seated / sizeof *seated; i++)
		sees(&t, seated[i], b[0].id, false);
	staged_free(&t);
	t = staged_new(a, "main.story", "review.ranked");
	bids = bid_passed(t.w.db, a, case_of(&t));
	b = bids.v;
	staged_at(&t, 20260501);
	for (size_t i = 0; i < sizeof seated / sizeof *seated; i++)
		sees(&t, seated[i], b[0].id, true);
	sees(&t, "expert5", b[0].id, false);    /* argued, does not review */
	staged_free(&t);
}

TEST(argument_experts_read_the_whole_demand_after_they_declared, "8.2.a 8.1.c")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "call.arguing");
	struct str path = str_fmt(a, "/challenges/%lld/need", (long long)case_of(&t));
	staged_at(&t, 20260301);
	staged_page(&t, "expert1", path, 404);
	staged_free(&t);
	t = staged_new(a, "fixtures/demand.story", "call.argued");
	staged_at(&t, 20260301);
	struct need_full n;
	assert_true(need_current(t.w.db, a, case_of(&t), &n));
	assert_true(tells(staged_page(&t, "expert1", path, 200), n.need.support));
	staged_free(&t);
}

TEST(a_restricted_demand_is_seen_by_the_units_it_names, "8.2.d 3.a")
{
	struct staged t = staged_new(a, "fixtures/restricted.story", "");
	int status;
	staged_at(&t, 20260310);
	const char *open = str_fmt(a, "/open/%lld", (long long)case_of(&t)).p;
	get(&t, "", open, &status);
	assert_int_equal(status, 404);
	get(&t, "fengjs", open, &status);
	assert_int_equal(status, 404);
	get(&t, "sunjs", open, &status);
	assert_int_equal(status, 200);
	struct need_public_key all = { .programme = 1, .limit = 50 };
	assert_int_equal(need_public_total(t.w.db, a, &all), 0);
	staged_free(&t);
}

TEST(what_is_blurred_is_read_by_those_entitled_only, "8.1.c")
{
	static const char *const blind[] = { "", "fengjs", "sunjs", "tangxl", "qianjin" }, *const whole[] = { "lijianguo", "zhouqi", "wumin", "zhengli" };
	struct staged t = staged_new(a, "fixtures/blurred.story", "");
	struct need_full n;
	int status;
	staged_at(&t, 20260310);
	assert_true(need_current(t.w.db, a, case_of(&t), &n));
	const struct need_indicator_row *i = n.indicators.v;
	const struct str hidden[] = { n.need.title, n.need.problem, n.need.goal, n.need.conditions, i[0].target };
	for (size_t k = 0; k < sizeof blind / sizeof *blind; k++)
		for (size_t p = 0; p < PAGES; p++) {
			struct str body = get(&t, blind[k], page(a, p, case_of(&t), 1), &status);
			for (size_t h = 0; h < sizeof hidden / sizeof *hidden; h++)
				if (tells(body, hidden[h]))
					fail_msg("%s reads %.*s on %s", blind[k], STR_ARG(hidden[h]), page(a, p, case_of(&t), 1));
		}
	struct str body = get(&t, "", str_fmt(a, "/open/%lld", (long long)case_of(&t)).p, &status);
	assert_true(tells(body, n.need.title_public) && tells(body, n.need.problem_public) && tells(body, i[0].target_public));
	for (size_t k = 0; k < sizeof whole / sizeof *whole; k++) {
		body = get(&t, whole[k], str_fmt(a, "/challenges/%lld/need", (long long)case_of(&t)).p, &status);
		for (size_t h = 0; h < sizeof hidden / sizeof *hidden; h++)
			assert_true(tells(body, hidden[h]));
	}
	staged_free(&t);
}

TEST_MAIN

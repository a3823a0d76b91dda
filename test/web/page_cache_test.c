/* Kept pages: the same bytes while nothing changed, never older than the store, never for somebody. */
#include "test.h"
#include "rig.h"

#include "act/journal.h"
#include "web/page_cache.h"

static struct world opened(struct arena *a)
{
	struct world w;

	world_open(&w);
	w.w.cache = page_cache_new(a);
	return w;
}

static void closed(struct world *w)
{
	page_cache_free(w->w.cache);
	world_close(w);
}

static struct str get(struct world *w, struct web_request q)
{
	struct web_response out;

	web_handle(&w->w, &q, &out);
	assert_int_equal(out.status, 200);
	return out.body;
}

static bool kept(struct world *w, struct web_request q)
{
	struct web_response out;
	struct str version;

	return page_cache_find(&w->w, &q, &out, &version);
}

TEST(a_public_page_is_kept_until_something_is_committed, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open");
	struct str first = get(&w, q);

	assert_true(kept(&w, q));
	assert_true(str_eq(get(&w, q), first));
	struct programme_row pen;
	assert_true(db_begin(w.db) && db_one(w.db, a, "pen_take", &(struct programme_row){ .id = 1 }, &pen) && db_commit(w.db));
	assert_false(kept(&w, q));
	get(&w, q);
	assert_true(kept(&w, q));
	closed(&w);
}

TEST(a_page_is_kept_for_a_second, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open");

	get(&w, q);
	q.now += 1000;
	assert_true(kept(&w, q));
	q.now++;
	assert_false(kept(&w, q));
	q.now -= 2000;
	assert_false(kept(&w, q));
	closed(&w);
}

TEST(every_difference_of_the_request_counts, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open"), other;

	get(&w, q);
	other = q, other.query = STR("per=2");
	assert_false(kept(&w, other));
	other = q, other.path = STR("/");
	assert_false(kept(&w, other));
	other = q, other.accept = STR("application/json");
	assert_false(kept(&w, other));
	other = q, other.language = STR("en");
	assert_false(kept(&w, other));
	other = q, other.host = STR("other.test");
	assert_false(kept(&w, other));
	other = q, other.encoding = STR("gzip");
	assert_false(kept(&w, other));
	other = q, other.tls = true;
	assert_false(kept(&w, other));
	assert_true(kept(&w, q));
	closed(&w);
}

TEST(nothing_is_kept_of_somebody, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open"), mine = q;

	get(&w, q);
	mine.cookie = STR("session=x");
	assert_false(kept(&w, mine));
	mine = q, mine.authorization = STR("Bearer x");
	assert_false(kept(&w, mine));
	mine = q, mine.method = METHOD_POST;
	assert_false(kept(&w, mine));
	mine = q, mine.cookie = STR("session=x"), mine.query = STR("q=mine");
	get(&w, mine);
	mine.cookie = STR("");
	assert_false(kept(&w, mine));
	closed(&w);
}

TEST(what_is_missing_is_not_kept, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open/12345");
	struct web_response out;

	web_handle(&w.w, &q, &out);
	assert_int_equal(out.status, 404);
	assert_false(kept(&w, q));
	closed(&w);
}

TEST(a_zipped_page_stays_zipped, "")
{
	struct world w = opened(a);
	struct web_request q = world_request(&w, METHOD_GET, "/open");
	struct web_response out;

	q.encoding = STR("gzip, br");
	struct str first = get(&w, q);
	assert_memory_equal(first.p, "\x1f\x8b", 2);
	web_handle(&w.w, &q, &out);
	assert_true(str_eq(out.body, first));
	assert_str(world_header(&out, "Content-Encoding"), "gzip");
	closed(&w);
}

TEST_MAIN

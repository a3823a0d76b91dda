/* Signing in, sessions, tokens, limits, one-time codes; without a socket. */
#include "test.h"
#include "across/party/party.h"
#include "base/hash.h"
#include "web/limiter.h"
#include "web/password.h"
#include "web/rig.h"
#include "web/session.h"
#include "web/sign.h"

static struct world W;

static int64_t admin_id(void)
{
	struct person_row p;
	assert_true(db_one(W.db, W.a, "party_person_with_login", &(struct party_code_key){ 1, STR("admin") }, &p));
	return p.id;
}

static void set_password(int64_t person, const char *password)
{
	struct credential_row c = { .id = person, .password = password_hash(W.a, str_of(password), PASSWORD_NORMAL), .totp_secret = STR(""),
		.changed_at = W.now };
	assert_true(db_begin(W.db));
	assert_int_equal(db_run(W.db, "sign_credential_put", &c), 1);
	assert_true(db_commit(W.db));
}

static struct web_response post(const char *path, const char *body, struct str cookie)
{
	struct web_request q = world_request(&W, METHOD_POST, path);
	struct web_response r = { .fd = -1 };
	struct viewer who;
	q.body = str_of(body);
	q.cookie = cookie;
	session_viewer(&W.w, &q, &who);
	if (!auth_handle(&W.w, &q, &who, &r))
		web_handle(&W.w, &q, &r);
	return r;
}

/* "jiebang=…" of a Set-Cookie value. */
static struct str pair_of(struct str set_cookie)
{
	return str_cut(&set_cookie, ';');
}

static struct str sign_in(void)
{
	struct web_response r = post("/sign-in", "login=Admin&password=correct+horse+battery&code=&next=", STR(""));
	assert_int_equal(r.status, 303);
	return pair_of(world_header(&r, "Set-Cookie"));
}

static bool alive(struct str cookie, struct viewer *who)
{
	struct web_request q = world_request(&W, METHOD_GET, "/desk");
	q.cookie = cookie;
	return session_viewer(&W.w, &q, who) && who->person;
}

static void begin(void)
{
	world_open(&W);
	set_password(admin_id(), "correct horse battery");
}

TEST(the_right_password_opens_a_session, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	assert_true(str_starts(cookie, "jiebang="));
	assert_true(alive(cookie, &who));
	assert_int_equal(who.person, admin_id());
	assert_int_equal(who.role, ROLE_admin_sys);
	assert_false(alive(STR("jiebang=0000"), &who));
	assert_true(who.set_cookie.n > 0);
	world_close(&W);
}

TEST(wrong_ways_in_all_look_the_same, "")
{
	begin();
	struct web_response wrong = post("/sign-in", "login=admin&password=wrong+horse+battery", STR("")),
		nobody = post("/sign-in", "login=nobody&password=wrong+horse+battery", STR("")),
		unset = post("/sign-in", "login=bureau-office&password=wrong+horse+battery", STR(""));
	assert_int_equal(wrong.status, 401);
	assert_int_equal(nobody.status, wrong.status);
	assert_int_equal(unset.status, wrong.status);
	assert_int_equal(nobody.delay_ms, wrong.delay_ms);
	assert_true(wrong.delay_ms >= 300);
	assert_int_equal(nobody.headers.n, wrong.headers.n);
	/* the same page but for the login that was typed and the salts of the forms */
	assert_int_equal(nobody.body.n, wrong.body.n + strlen("nobody") - strlen("admin"));
	world_close(&W);
}

TEST(the_id_in_the_store_is_no_cookie, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	struct session_key key = { .person = admin_id() };
	struct rows rows = db_all(W.db, W.a, "sign_sessions", &key);
	assert_int_equal(rows.n, 1);
	struct session_row *s = rows.v;
	assert_false(rig_has(cookie, str_c(W.a, s->digest)));
	assert_false(alive(str_fmt(W.a, "jiebang=%.*s", STR_ARG(s->digest)), &who));
	world_close(&W);
}

TEST(every_sign_in_has_its_own_id, "")
{
	begin();
	struct str one = sign_in(), two = sign_in();
	assert_false(str_eq(one, two));
	world_close(&W);
}

TEST(idle_sessions_end, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	W.now += SESSION_IDLE_MS - 1000;
	assert_true(alive(cookie, &who));
	cookie = who.set_cookie.n ? pair_of(who.set_cookie) : cookie;
	W.now += SESSION_IDLE_MS + 1000;
	assert_false(alive(cookie, &who));
	world_close(&W);
}

TEST(sessions_end_after_twelve_hours_however_busy, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	int64_t from = W.now;
	while (alive(cookie, &who)) {
		if (who.set_cookie.n)
			cookie = pair_of(who.set_cookie);
		W.now += 10 * 60 * 1000;
		assert_true(W.now - from < SESSION_LIFE_MS + 3600000);
	}
	assert_in_range(W.now - from, SESSION_LIFE_MS, SESSION_LIFE_MS + 600000);
	world_close(&W);
}

TEST(the_id_turns_and_the_former_one_dies, "")
{
	struct viewer who;
	begin();
	struct str first = sign_in();
	W.now += SESSION_TURN_MS + 1;
	assert_true(alive(first, &who));
	assert_true(who.set_cookie.n > 0);
	struct str second = pair_of(who.set_cookie);
	assert_false(str_eq(first, second));
	assert_true(alive(first, &who));                /* a request that was under way */
	assert_true(alive(second, &who));
	W.now += SESSION_GRACE_MS + 1;
	assert_false(alive(first, &who));
	assert_true(alive(second, &who));
	world_close(&W);
}

TEST(a_lost_answer_signs_nobody_out, "")
{
	struct viewer who;
	begin();
	struct str first = sign_in();
	W.now += SESSION_TURN_MS + 1;
	assert_true(alive(first, &who));                /* the new id never arrives */
	W.now += 2 * SESSION_GRACE_MS;
	assert_true(alive(first, &who));
	assert_true(who.set_cookie.n > 0);
	struct str second = pair_of(who.set_cookie);
	assert_true(alive(second, &who));
	W.now += SESSION_GRACE_MS + 1;
	assert_false(alive(first, &who));
	world_close(&W);
}

TEST(signing_out_ends_the_session, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	assert_true(alive(cookie, &who));
	struct web_response r = post("/sign-out", "", cookie);
	assert_int_equal(r.status, 403);                /* no token */
	r = post("/sign-out", str_c(W.a, str_fmt(W.a, "csrf=%.*s", STR_ARG(who.csrf))), cookie);
	assert_int_equal(r.status, 303);
	assert_false(alive(cookie, &who));
	world_close(&W);
}

TEST(an_ended_person_is_out_at_once, "")
{
	struct viewer who;
	begin();
	struct str cookie = sign_in();
	assert_true(db_begin(W.db));
	struct person_row p = { .id = admin_id(), .state = STR("ended") };
	assert_int_equal(db_run(W.db, "party_person_end", &p), 1);
	assert_true(db_commit(W.db));
	assert_false(alive(cookie, &who));
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery", STR("")).status, 401);
	world_close(&W);
}

TEST(forged_posts_are_refused, "")
{
	struct viewer who, public = { .role = ROLE_public };
	begin();
	assert_true(alive(sign_in(), &who));
	struct web_request q = world_request(&W, METHOD_POST, "/x");
	struct str good = who.csrf, other = who.csrf;
	assert_true(csrf_ok(&q, &who, good));
	assert_false(csrf_ok(&q, &who, STR("")));
	q.csrf = good;
	assert_true(csrf_ok(&q, &who, STR("")));
	q.csrf = STR("");
	for (size_t i = 0; i < good.n; i++) {
		char *p = memcpy(arena_alloc(W.a, good.n), good.p, good.n);
		p[i] = p[i] == '0' ? '1' : '0';
		other = (struct str){ p, good.n };
		assert_false(csrf_ok(&q, &who, other));
	}
	static const struct { const char *site, *origin; bool good; } cases[] = {
		{ "same-origin", "", true }, { "same-site", "", false }, { "cross-site", "", false }, { "none", "", true },
		{ "", "https://example.test", true }, { "", "http://example.test", true }, { "", "https://evil.test", false }, { "", "null", false },
		{ "", "https://example.test.evil.test", false }, { "", "", true }, { "same-origin", "null", true }, { "cross-site", "https://example.test", false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		q.fetch_site = str_of(cases[i].site);
		q.origin = str_of(cases[i].origin);
		assert_int_equal(csrf_ok(&q, &who, good), cases[i].good);
		assert_int_equal(csrf_ok(&q, &public, STR("")), cases[i].good);
	}
	world_close(&W);
}

TEST(another_sessions_token_is_no_good, "")
{
	struct viewer one, two;
	begin();
	assert_true(alive(sign_in(), &one));
	assert_true(alive(sign_in(), &two));
	struct web_request q = world_request(&W, METHOD_POST, "/x");
	assert_false(csrf_ok(&q, &one, two.csrf));
	world_close(&W);
}

TEST(only_our_own_paths_are_gone_to, "")
{
	static const struct { const char *next, *to; } cases[] = { { "/challenges/7", "/challenges/7" }, { "//evil.test", "/desk" },
		{ "/%5cevil.test", "/desk" }, { "https://evil.test", "/desk" }, { "", "/desk" }, { "/a%0d%0aX: y", "/desk" } };
	begin();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str body = str_fmt(W.a, "login=admin&password=correct+horse+battery&next=%s", cases[i].next);
		struct web_response r = post("/sign-in", body.p, STR(""));
		if (r.status == 303)
			assert_str(world_header(&r, "Location"), cases[i].to);
		else
			assert_int_equal(r.status, 422);
	}
	world_close(&W);
}

TEST(a_one_time_link_works_once_and_in_time, "")
{
	struct viewer who;
	begin();
	assert_true(db_begin(W.db));
	struct str dead = enter_link_make(W.db, W.a, admin_id(), W.now, STR("00112233445566778899aabbccddeeff"));
	struct str token = enter_link_make(W.db, W.a, admin_id(), W.now, STR("ff112233445566778899aabbccddeeff"));
	assert_true(db_commit(W.db));
	struct str path = str_fmt(W.a, "/enter/%.*s", STR_ARG(token)), dead_path = str_fmt(W.a, "/enter/%.*s", STR_ARG(dead));
	assert_int_equal(post(dead_path.p, "password=a+long+enough+one&again=a+long+enough+one", STR("")).status, 404);
	assert_int_equal(post(path.p, "password=short&again=short", STR("")).status, 422);
	assert_int_equal(post(path.p, "password=1234567890&again=1234567890", STR("")).status, 422);
	assert_int_equal(post(path.p, "password=xx-admin-xx-1&again=xx-admin-xx-1", STR("")).status, 422);
	assert_int_equal(post(path.p, "password=a+long+enough+one&again=a+long+enough+two", STR("")).status, 422);
	struct str old = sign_in();
	struct web_response r = post(path.p, "password=a+long+enough+one&again=a+long+enough+one", STR(""));
	assert_int_equal(r.status, 303);
	assert_true(alive(pair_of(world_header(&r, "Set-Cookie")), &who));
	assert_false(alive(old, &who));                 /* a new password ends the other sessions */
	assert_int_equal(post(path.p, "password=a+long+enough+one&again=a+long+enough+one", STR("")).status, 404);
	assert_int_equal(post("/sign-in", "login=admin&password=a+long+enough+one", STR("")).status, 303);
	assert_true(db_begin(W.db));
	token = enter_link_make(W.db, W.a, admin_id(), W.now, STR("aa112233445566778899aabbccddeeff"));
	assert_true(db_commit(W.db));
	W.now += ENTER_LINK_MS + 1;
	path = str_fmt(W.a, "/enter/%.*s", STR_ARG(token));
	assert_int_equal(post(path.p, "password=a+long+enough+one&again=a+long+enough+one", STR("")).status, 404);
	world_close(&W);
}

/* ---- limits ---- */

TEST(many_failures_make_wait_and_lock_nobody_else_out, "")
{
	begin();
	W.w.limiter = limiter_new(4, STR("00112233445566778899aabbccddeeff"));
	int refused = 0;
	for (int i = 0; i < 12; i++)
		refused += post("/sign-in", "login=admin&password=wrong+horse+battery", STR("")).status == 429;
	assert_int_equal(refused, 7);
	/* even the right password has to wait here … */
	struct web_response r = post("/sign-in", "login=admin&password=correct+horse+battery", STR(""));
	assert_int_equal(r.status, 429);
	assert_true(world_header(&r, "Retry-After").n > 0);
	/* … but not from somewhere else */
	struct web_request q = world_request(&W, METHOD_POST, "/sign-in");
	struct viewer who = { .role = ROLE_public };
	struct web_response elsewhere = { .fd = -1 };
	q.remote = STR("198.51.100.9");
	q.body = STR("login=admin&password=correct+horse+battery");
	assert_true(auth_handle(&W.w, &q, &who, &elsewhere));
	assert_int_equal(elsewhere.status, 303);
	W.now += 16 * 60 * 1000;
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery", STR("")).status, 303);
	limiter_free(W.w.limiter);
	world_close(&W);
}

TEST(the_wait_doubles_and_ends, "")
{
	struct limiter *l = limiter_new(1, STR("00112233445566778899aabbccddeeff"));
	struct str key = STR("k");
	int64_t now = 1000000, before = 0;
	for (int i = 0; i < 4; i++)
		limiter_count(l, LIMIT_SIGN_ACCOUNT, key, now);
	assert_int_equal(limiter_wait(l, LIMIT_SIGN_ACCOUNT, key, now), 0);
	for (int i = 0; i < 20; i++) {
		limiter_count(l, LIMIT_SIGN_ACCOUNT, key, now);
		int64_t wait = limiter_wait(l, LIMIT_SIGN_ACCOUNT, key, now);
		assert_true(wait >= before && wait <= 900000);
		before = wait;
	}
	assert_int_equal(before, 900000);
	assert_int_equal(limiter_wait(l, LIMIT_SIGN_ACCOUNT, STR("other"), now), 0);
	assert_int_equal(limiter_wait(l, LIMIT_SIGN_ADDRESS, key, now), 0);
	assert_int_equal(limiter_wait(l, LIMIT_SIGN_ACCOUNT, key, now + 900001), 0);
	limiter_clear(l, LIMIT_SIGN_ACCOUNT, key);
	assert_int_equal(limiter_wait(l, LIMIT_SIGN_ACCOUNT, key, now), 0);
	limiter_free(l);
}

TEST(a_hundred_thousand_addresses_do_not_grow_the_table, "")
{
	struct limiter *l = limiter_new(1, STR("00112233445566778899aabbccddeeff"));
	char key[32];
	for (int i = 0; i < 100000; i++) {
		int n = snprintf(key, sizeof key, "10.%d.%d.%d", i >> 16, i >> 8 & 255, i & 255);
		limiter_count(l, LIMIT_SIGN_ADDRESS, (struct str){ key, (size_t)n }, 1000 + i);
	}
	limiter_free(l);
}

TEST(only_so_many_hashes_at_once, "")
{
	struct limiter *l = limiter_new(2, STR("00112233445566778899aabbccddeeff"));
	assert_true(limiter_hash_enter(l, 10));
	assert_true(limiter_hash_enter(l, 10));
	assert_false(limiter_hash_enter(l, 10));
	limiter_hash_leave(l);
	assert_true(limiter_hash_enter(l, 10));
	limiter_free(l);
}

TEST(addresses_as_keys, "")
{
	assert_str(limiter_address(a, STR("192.0.2.7")), "192.0.2.7");
	assert_str(limiter_address(a, STR("2001:db8:1:2:3:4:5:6")), "2001:db8:1:2");
	assert_str(limiter_address(a, STR("2001:db8:1:2:9:9:9:9")), "2001:db8:1:2");
}

/* ---- passwords and codes ---- */

TEST(password_hashes, "")
{
	struct str h = password_hash(a, STR("correct horse battery"), PASSWORD_NORMAL);
	assert_true(str_starts(h, "$argon2id$v=19$m=19456,t=2,p=1$"));
	assert_true(str_starts(password_hash(a, STR("x"), PASSWORD_ADMIN), "$argon2id$v=19$m=65536,t=3,p=1$"));
	assert_true(password_good(a, h, STR("correct horse battery")));
	assert_false(password_good(a, h, STR("correct horse batterx")));
	assert_false(password_good(a, STR(""), STR("")));
}

TEST(password_rules, "")
{
	static const struct { const char *password; enum password_fault wanted; } cases[] = {
		{ "ninechars", PASSWORD_SHORT }, { "ten-chars!", PASSWORD_FINE }, { "\xe6\x8f\xad\xe6\xa6\x9c\xe6\x8c\x82\xe5\xb8\x85" "abcdef", PASSWORD_FINE },
		{ "1234567890", PASSWORD_COMMON }, { "Password123", PASSWORD_COMMON }, { "aaaaaaaaaaaa", PASSWORD_COMMON }, { "ababababab", PASSWORD_COMMON },
		{ "my-ZHANG-2026", PASSWORD_LOGIN }, { "bad\xff utf-8 text", PASSWORD_BYTES },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(password_judge(str_of(cases[i].password), STR("zhang")), cases[i].wanted);
}

/* RFC 6238, appendix B, SHA-1, last six of eight digits; the secret is "12345678901234567890". */
TEST(one_time_codes_of_the_standard, "")
{
	static const struct { int64_t seconds; const char *code; } vectors[] = { { 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" } };
	struct str secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		int64_t now = vectors[i].seconds * 1000, step = totp_step(a, secret, str_of(vectors[i].code), now, 0);
		assert_int_equal(step, vectors[i].seconds / 30);
		assert_int_equal(totp_step(a, secret, str_of(vectors[i].code), now, step), 0);          /* once */
		assert_int_equal(totp_step(a, secret, str_of(vectors[i].code), now + 30000, 0), step);  /* one step late */
		assert_int_equal(totp_step(a, secret, str_of(vectors[i].code), now + 90000, 0), 0);
		assert_int_equal(totp_step(a, secret, STR("000000"), now, 0), 0);
		assert_int_equal(totp_step(a, secret, STR("28708"), now, 0), 0);
	}
	assert_int_equal(totp_secret(a, STR("seed")).n, 32);
}

TEST(a_code_is_asked_for_and_counts_once, "")
{
	begin();
	struct credential_row c;
	assert_true(db_one(W.db, W.a, "sign_credential", &(struct id_key){ admin_id() }, &c));
	c.totp_secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	c.totp_on = 1;
	assert_true(db_begin(W.db));
	db_run(W.db, "sign_totp_put", &c);
	assert_true(db_commit(W.db));
	W.now = 2000000000000;
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery", STR("")).status, 401);
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery&code=279036", STR("")).status, 401);
	assert_int_equal(post("/sign-in", "login=admin&password=wrong+horse+battery&code=279037", STR("")).status, 401);
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery&code=279037", STR("")).status, 303);
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery&code=279037", STR("")).status, 401);
	world_close(&W);
}

/* ---- API tokens ---- */

static struct viewer by_token(const char *token)
{
	struct web_request q = world_request(&W, METHOD_GET, "/desk");
	struct viewer who;
	q.authorization = str_fmt(W.a, "Bearer %s", token);
	session_viewer(&W.w, &q, &who);
	return who;
}

TEST(tokens_have_scopes_an_end_and_only_a_digest, "")
{
	begin();
	struct api_token_row row = { .id = 7, .person = admin_id(), .digest = hash_text(W.a, HASH_SHA256, STR("jb_secret")), .name = STR("t"),
		.scope = STR("read act:org_verify"), .made_at = W.now, .until = W.now + 1000 };
	assert_true(db_begin(W.db));
	db_run(W.db, "sign_token_put", &row);
	assert_true(db_commit(W.db));
	struct viewer who = by_token("jb_secret");
	struct web_request q = world_request(&W, METHOD_POST, "/x");
	assert_int_equal(who.person, admin_id());
	assert_true(who.token && scope_reads(&who) && scope_acts(&who, "org_verify"));
	assert_false(scope_acts(&who, "org_register") || scope_acts(&who, "org_verif") || scope_acts(&who, ""));
	assert_true(csrf_ok(&q, &who, STR("")));
	assert_int_equal(by_token("jb_secre").person, 0);
	assert_int_equal(by_token(str_c(W.a, row.digest)).person, 0);
	W.now += 1001;
	assert_int_equal(by_token("jb_secret").person, 0);
	world_close(&W);
}

TEST(an_account_is_not_open_to_tokens_or_the_public, "")
{
	begin();
	assert_int_equal(post("/account/password", "old=x", STR("")).status, 403);
	struct web_request q = world_request(&W, METHOD_GET, "/account");
	struct viewer who = { .role = ROLE_public };
	struct web_response r = { .fd = -1 };
	assert_true(auth_handle(&W.w, &q, &who, &r));
	assert_int_equal(r.status, 303);
	who = (struct viewer){ .session = 7, .person = admin_id(), .token = true, .role = ROLE_admin_sys };
	r = (struct web_response){ .fd = -1 };
	assert_true(auth_handle(&W.w, &q, &who, &r));
	assert_int_equal(r.status, 403);
	world_close(&W);
}

TEST(the_account_page_changes_the_password, "")
{
	struct viewer who;
	begin();
	struct str mine = sign_in(), other = sign_in();
	assert_true(alive(mine, &who));
	const char *form = str_c(W.a, str_fmt(W.a, "csrf=%.*s&old=correct+horse+battery&password=a+new+one+indeed&again=a+new+one+indeed",
		STR_ARG(who.csrf)));
	const char *wrong = str_c(W.a, str_fmt(W.a, "csrf=%.*s&old=no&password=a+new+one+indeed&again=a+new+one+indeed", STR_ARG(who.csrf)));
	assert_int_equal(post("/account/password", "old=correct+horse+battery&password=a+new+one+indeed&again=a+new+one+indeed", mine).status, 403);
	assert_int_equal(post("/account/password", wrong, mine).status, 422);
	assert_int_equal(post("/account/password", form, mine).status, 200);
	assert_true(alive(mine, &who));
	assert_false(alive(other, &who));
	assert_int_equal(post("/sign-in", "login=admin&password=correct+horse+battery", STR("")).status, 401);
	assert_int_equal(post("/sign-in", "login=admin&password=a+new+one+indeed", STR("")).status, 303);
	world_close(&W);
}

TEST(the_demos_door_is_shut_elsewhere, "")
{
	begin();
	struct web_response r = post("/demo", str_c(W.a, str_fmt(W.a, "id=%lld", (long long)admin_id())), STR(""));
	assert_int_not_equal(r.status, 303);
	W.w.demo = true;
	r = post("/demo", str_c(W.a, str_fmt(W.a, "id=%lld", (long long)admin_id())), STR(""));
	assert_int_equal(r.status, 303);
	world_close(&W);
}

TEST_MAIN

/* web_handle() without a socket: pages, acts, refusals, drafts, what the public may not see. */
#include "test.h"
#include "across/party/party.h"
#include "base/form.h"
#include "web/rig.h"
#include "web/session.h"

static struct world W;

static bool has(const struct web_response *r, const char *what)
{
	return memmem(r->body.p, r->body.n, what, strlen(what)) != NULL;
}

static struct web_response ask(enum method method, const char *path, const char *query, const char *body, struct str cookie)
{
	struct web_request q = world_request(&W, method, path);
	struct web_response r = { .fd = -1 };

	q.query = str_of(query);
	q.body = str_of(body);
	q.cookie = cookie;
	q.language = STR("zh-CN");
	web_handle(&W.w, &q, &r);
	return r;
}

static struct web_response get(const char *path, const char *query, struct str cookie)
{
	return ask(METHOD_GET, path, query, "", cookie);
}

static int64_t person_of(const char *login)
{
	struct person_row p;

	assert_true(db_one(W.db, W.a, "party_person_with_login", &(struct party_code_key){ 1, str_of(login) }, &p));
	return p.id;
}

static struct str enter(const char *login)
{
	struct web_request q = world_request(&W, METHOD_POST, "/sign-in");
	struct str set = session_start(&W.w, &q, person_of(login));

	return str_cut(&set, ';');
}

/* The value of a hidden field of a page. */
static const char *hidden(const struct web_response *r, const char *name)
{
	struct str mark = str_fmt(W.a, "name=\"%s\" value=\"", name);
	const char *at = memmem(r->body.p, r->body.n, mark.p, mark.n);

	assert_non_null(at);
	at += mark.n;
	return str_fmt(W.a, "%.*s", (int)(strchr(at, '"') - at), at).p;
}

static const char org_body[] = "name=%E4%B8%AD%E8%AF%95%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8&credit_code=91500111MA5U000013&kind=enterprise&region=500111"
	"&address=x&legal_person=x&contact=%E5%BC%A0%E4%B8%89&phone_secret=13800000000&email_secret=a%40example.test&login=zhang3";

TEST(public_pages_are_there, "1.a 12.2.a")
{
	static const char *const paths[] = { "/", "/open", "/rules", "/book", "/sign-in", "/do/org_register/-" };

	world_open(&W);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct web_response r = get(paths[i], "", STR(""));

		if (r.status != 200)
			print_error("%s: %d\n", paths[i], r.status);
		assert_int_equal(r.status, 200);
		assert_true(has(&r, "<h1>"));
		assert_true(has(&r, "<main id=\"main\""));
		assert_false(has(&r, "style=\""));
		assert_true(str_starts(world_header(&r, "Content-Security-Policy"), "default-src 'none'; script-src 'self'; style-src 'self'"));
	}
	world_close(&W);
}

TEST(json_and_csv_stand_at_the_same_address, "")
{
	world_open(&W);
	struct web_response r = get("/open", "format=json", STR(""));
	assert_str(r.type, "application/json");
	r = get("/open.json", "", STR(""));
	assert_str(r.type, "application/json");
	r = get("/open", "format=csv", STR(""));
	assert_str(r.type, "text/csv; charset=utf-8");
	assert_true(has(&r, "\"编号\",\"名称\""));
	r = get("/nowhere", "format=json", STR(""));
	assert_int_equal(r.status, 404);
	assert_str(r.type, "application/problem+json");
	world_close(&W);
}

TEST(who_may_not_see_is_sent_to_sign_in_or_told_nothing, "9.1")
{
	world_open(&W);
	struct web_response r = get("/desk", "", STR(""));
	assert_int_equal(r.status, 303);
	assert_str(world_header(&r, "Location"), "/sign-in?next=%2Fdesk");
	struct str admin = enter("admin");
	assert_int_equal(get("/desk", "", admin).status, 200);
	assert_int_equal(get("/challenges", "", admin).status, 403);
	assert_int_equal(get("/challenges/12345", "", admin).status, 404);
	assert_int_equal(get("/documents/12345", "", admin).status, 404);
	assert_int_equal(get("/do/round_propose/-", "", admin).status, 403);
	assert_int_equal(get("/open/12345", "", STR("")).status, 404);
	assert_int_equal(ask(METHOD_POST, "/open", "", "", STR("")).status, 405);
	assert_int_equal(ask(METHOD_OTHER, "/open", "", "", STR("")).status, 405);
	world_close(&W);
}

TEST(static_files_have_their_digest, "")
{
	world_open(&W);
	struct web_response page = get("/", "", STR("")), css = get("/assets/style.css", "", STR(""));
	assert_int_equal(css.status, 200);
	assert_str(css.type, "text/css; charset=utf-8");
	assert_true(has(&page, str_fmt(W.a, "/assets/style.css?v=%.*s", 12, world_header(&css, "ETag").p + 1).p));
	struct web_request q = world_request(&W, METHOD_GET, "/assets/style.css");
	struct web_response r;
	q.etag = world_header(&css, "ETag");
	web_handle(&W.w, &q, &r);
	assert_int_equal(r.status, 304);
	assert_int_equal(get("/assets/../secret", "", STR("")).status, 404);
	assert_int_equal(get("/robots.txt", "", STR("")).status, 200);
	world_close(&W);
}

TEST(an_act_by_form_gives_a_receipt_and_counts_once, "5.1.1")
{
	world_open(&W);
	struct web_response page = get("/do/org_register/-", "", STR(""));
	struct str body = str_fmt(W.a, "%s&act_key=%s", org_body, hidden(&page, "act_key"));
	struct web_response r = ask(METHOD_POST, "/do/org_register/-", "", body.p, STR(""));
	if (r.status != 303)
		print_error("%.*s\n", STR_ARG(r.body));
	assert_int_equal(r.status, 303);
	struct str to = world_header(&r, "Location");
	assert_true(str_starts(to, "/?done="));
	to.p += 2;
	to.n -= 2;
	r = get("/", str_c(W.a, to), STR(""));
	assert_true(has(&r, "回执编号"));
	r = ask(METHOD_POST, "/do/org_register/-", "", body.p, STR(""));
	assert_int_equal(r.status, 303);                        /* the first answer again */
	r = get("/book", "format=json", STR(""));
	assert_true(has(&r, "\"head_seq\":"));
	world_close(&W);
}

TEST(a_refusal_keeps_what_was_typed_and_names_the_clause, "5.1.1")
{
	world_open(&W);
	struct str bad = str_fmt(W.a, "%s", "name=%3Cb%3E%E7%94%B2%E5%85%AC%E5%8F%B8&credit_code=91500111MA5U000010&kind=enterprise&region=500111&address=x"
		"&legal_person=x&contact=x&phone_secret=13800000000&email_secret=a%40example.test&login=zhang3");
	struct web_response r = ask(METHOD_POST, "/do/org_register/-", "", bad.p, STR(""));
	assert_int_equal(r.status, 422);
	assert_true(has(&r, "有不符合规定的地方"));
	assert_true(has(&r, "/rules#c-5.1.1"));
	assert_true(has(&r, "value=\"&lt;b&gt;甲公司\""));
	assert_false(has(&r, "<b>甲"));
	r = ask(METHOD_POST, "/do/org_register/-", "", "name=x", STR(""));
	assert_int_equal(r.status, 422);
	assert_true(has(&r, "请先改正"));
	assert_true(has(&r, "href=\"#f-credit_code\""));
	world_close(&W);
}

TEST(json_is_refused_with_the_same_verdicts, "5.1.1")
{
	world_open(&W);
	struct web_request q = world_request(&W, METHOD_POST, "/do/org_register/0");
	struct web_response r;
	q.type = STR("application/json");
	q.accept = STR("application/json");
	q.body = STR("{\"name\":\"x\",\"nonsense\":1}");
	web_handle(&W.w, &q, &r);
	assert_int_equal(r.status, 422);
	assert_str(r.type, "application/problem+json");
	assert_true(has(&r, "\"nonsense\""));
	q.body = STR("{");
	web_handle(&W.w, &q, &r);
	assert_int_equal(r.status, 400);
	world_close(&W);
}

TEST(a_session_needs_its_token_and_keeps_drafts, "")
{
	world_open(&W);
	struct str admin = enter("admin");
	struct web_response page = get("/do/org_register/-", "", admin);
	if (page.status == 200) {
		struct web_response r = ask(METHOD_POST, "/do/org_register/-", "", org_body, admin);
		assert_int_equal(r.status, 403);
	}
	page = get("/account", "", admin);
	struct str draft = str_fmt(W.a, "name=Entwurf&csrf=%s", hidden(&page, "csrf"));
	struct web_response r = ask(METHOD_POST, "/draft/org_register/0", "", draft.p, admin);
	assert_true(r.status == 303 || r.status == 403);
	r = ask(METHOD_POST, "/draft/org_register/0", "", "name=x", STR(""));
	assert_true(r.status == 403);
	world_close(&W);
}

static struct str bureau(void)
{
	return enter("bureau-office");
}

static const char round_body[] = "title=%E5%BE%81%E9%9B%86%E4%B8%80%E6%89%B9&body=%E6%AC%A2%E8%BF%8E%E6%9C%AC%E5%8C%BA%E4%BC%81%E4%B8%9A%E6%8F%90%E4%BA%A4%E6%8A%80%E6%9C%AF"
	"%E9%9C%80%E6%B1%82%E3%80%82&first_day=2026-02-01&last_day=2026-03-01&kinds=key_core";

TEST(what_was_sent_after_the_session_ended_comes_back, "")
{
	world_open(&W);
	struct web_response r = ask(METHOD_POST, "/do/round_propose/-", "", round_body, STR("jiebang=0123456789abcdef"));
	assert_int_equal(r.status, 303);
	struct str to = world_header(&r, "Location");
	assert_true(str_starts(to, "/sign-in?next=%2Fdo%2Fround_propose%2F0%3Fresume%3D"));
	struct str token = { to.p + strlen("/sign-in?next=%2Fdo%2Fround_propose%2F0%3Fresume%3D"), 32 };
	r = get("/do/round_propose/0", str_fmt(W.a, "resume=%.*s", STR_ARG(token)).p, bureau());
	assert_int_equal(r.status, 200);
	assert_true(has(&r, "value=\"征集一批\""));
	r = get("/do/round_propose/0", "resume=00000000000000000000000000000000", bureau());
	assert_false(has(&r, "征集一批"));
	world_close(&W);
}

TEST(an_act_with_a_session_needs_its_token_and_drops_its_draft, "8.1.a")
{
	world_open(&W);
	struct str cookie = bureau();
	struct web_response page = get("/do/round_propose/-", "", cookie);
	assert_int_equal(page.status, 200);
	struct str body = str_fmt(W.a, "%s&csrf=%s&act_key=%s", round_body, hidden(&page, "csrf"), hidden(&page, "act_key"));
	struct web_response r = ask(METHOD_POST, "/draft/round_propose/0", "", body.p, cookie);
	assert_int_equal(r.status, 303);
	r = get("/do/round_propose/-", "", cookie);
	assert_true(has(&r, "征集一批"));
	r = ask(METHOD_POST, "/do/round_propose/-", "", round_body, cookie);
	assert_int_equal(r.status, 403);
	assert_true(has(&r, "征集一批"));
	r = ask(METHOD_POST, "/do/round_propose/-", "", body.p, cookie);
	assert_int_equal(r.status, 303);
	r = get("/do/round_propose/-", "", cookie);
	assert_false(has(&r, "征集一批"));
	r = ask(METHOD_POST, "/do/round_propose/-", "", body.p, enter("admin"));
	assert_int_equal(r.status, 403);                        /* not this role's */
	world_close(&W);
}

TEST(a_row_button_shows_one_row_more, "")
{
	world_open(&W);
	struct web_response r = ask(METHOD_POST, "/do/org_register/-", "", "name=x&add.nothing=1", STR(""));
	assert_int_equal(r.status, 422);
	world_close(&W);
}

TEST_MAIN

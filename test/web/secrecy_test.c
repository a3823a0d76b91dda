/* What a reader may not know, looked for where it could come out by the way: forms, files, papers, the history, lists of offices. */
#include <sqlite3.h>

#include "stage.h"

#include "across/attachment/attachment.h"
#include "across/waiver/waiver.h"
#include "life/3-bid/bid.h"
#include "web/frame.h"
#include "web/limiter.h"

static struct str of_case(struct staged *t, const char *head, const char *tail)
{
	return str_fmt(t->w.a, "%s%lld%s", head, (long long)staged_id(t, "case"), tail);
}

static struct person_row person(struct staged *t, const char *login)
{
	struct person_row p;
	assert_true(db_one(t->w.db, t->w.a, "party_person_with_login", &(struct party_code_key){ 1, str_of(login) }, &p));
	return p;
}

static void raw(struct staged *t, const char *sql)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(t->w.path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static struct str json(struct staged *t, const char *login, struct str path)
{
	struct web_request q = { .method = METHOD_GET, .path = path, .query = STR("format=json"), .now = t->w.now, .host = STR("localhost"),
		.language = STR("zh"), .seed = hash_text(t->w.a, HASH_SHA256, str_fmt(t->w.a, "%d", ++t->w.count)) };
	struct web_response out = { 0 };
	q.secret = q.seed;
	if (login[0]) {
		struct str cookie = session_start(&t->k, &q, person(t, login).id);
		q.cookie = str_cut(&cookie, ';');
	}
	web_handle(&t->k, &q, &out);
	assert_int_equal(out.status, 200);
	return out.body;
}

static size_t times(struct str body, const char *what)
{
	size_t n = 0;
	for (const char *hit; body.n && (hit = memmem(body.p, body.n, what, strlen(what))); n++) {
		body.n -= (size_t)(hit + 1 - body.p);
		body.p = hit + 1;
	}
	return n;
}

/* ---- forms ---- */

static enum answer bids(struct staged *t, const char *login, int64_t challenge)
{
	struct person_row p = person(t, login);
	struct bid_form none = { 0 };
	return world_act(&t->w, ACT_bid_submit, ROLE_unit, p.id, p.org, challenge, &none).answer;
}

TEST(a_form_does_not_tell_that_a_demand_is_there, "8.2.d 8.1.c")
{
	static const char *const stages[] = { "need.filed", "call.argued", "call.approved" };
	for (size_t i = 0; i < 3; i++) {
		struct staged t = staged_new(a, "fixtures/demand.story", stages[i]);
		staged_at(&t, 20260304);
		assert_false(staged_has(staged_page(&t, "sunjs", of_case(&t, "/do/bid_submit/", ""), 404), "data-state"));
		assert_int_equal(bids(&t, "sunjs", staged_id(&t, "case")), ANSWER_MISSING);
		assert_int_equal(bids(&t, "sunjs", 77), ANSWER_MISSING);
		staged_free(&t);
	}
	struct staged t = staged_new(a, "fixtures/bids.story", "");
	staged_at(&t, 20260407);
	assert_int_equal(bids(&t, "tangxl", staged_id(&t, "case")), ANSWER_NOT_NOW);    /* a public one: it is known where it stands */
	raw(&t, "update challenge set scope = 'restricted'");
	assert_int_equal(bids(&t, "tangxl", staged_id(&t, "case")), ANSWER_MISSING);
	staged_free(&t);
}

/* Seven items with three points each: a mean that is one member's sheet. */
TEST(the_chair_reads_no_means_before_all_have_spoken, "8.4.a")
{
	static const char *const members[] = { "expert2", "expert4", "expert7", "expert9", "lijianguo" };
	struct staged t = staged_new(a, "main.story", "review.scoring");
	struct str form = str_fmt(a, "/do/panel_report/%lld", (long long)staged_id(&t, "panel"));
	staged_at(&t, 20260312);
	for (size_t i = 0; i < 5; i++)
		staged_more(&t, str_fmt(a, "%s panel_declare\n  \u00b7 interest = none\n  \u00b7 secrecy = 1\n", members[i]));
	for (size_t i = 5; i-- > 0;) {
		assert_false(staged_has(staged_page(&t, "expert2", form, 200), "21.00"));
		staged_more(&t, str_fmt(a, "%s panel_opinion\n  \u00b7 verdict = support\n  \u00b7 scores.*.points = 3\n  \u00b7 opinion = fine as it stands\n", members[i]));
	}
	assert_true(staged_has(staged_page(&t, "expert2", form, 200), "21.00"));
	staged_free(&t);
}

/* ---- files ---- */

static bool reads(struct staged *t, const char *login, struct str digest)
{
	struct person_row p = person(t, login);
	struct attachment_reader who = { .person = p.id, .org = p.org };
	assert_true(role_find(p.role, &who.role));
	return attachment_readable(t->w.db, t->w.a, digest, &who);
}

/* A file with this text that somebody's act showed. */
static struct str shown(struct staged *t, const char *act, const char *login, int64_t seq)
{
	struct person_row p = person(t, login);
	struct str digest = hash_text(t->w.a, HASH_SHA256, str_fmt(t->w.a, "%s %s", act, login));
	struct attachment_row row = { .id = seq * 8 + (int64_t)strlen(act), .digest = digest, .size = 4, .name = STR("a.pdf"), .type = STR("application/pdf"),
		.person = p.id, .org = p.org, .at = t->w.now };
	struct attachment_use_row use = { .journal = ((int64_t)1 << 42) | (seq << 10), .digest = digest, .challenge = staged_id(t, "case"), .act = str_of(act),
		.person = p.id, .org = p.org };
	assert_true(db_begin(t->w.db));
	attachment_add(t->w.db, &row);
	attachment_link(t->w.db, t->w.a, &use);
	assert_true(db_commit(t->w.db));
	return digest;
}

static int64_t sent_by(struct staged *t, int64_t bid)
{
	struct bid_full b;
	assert_true(bid_content(t->w.db, t->w.a, bid, &b));
	return b.v.act;
}

TEST(a_competitor_reads_no_file_of_a_bid, "8.3.a 8.4.a")
{
	struct staged t = staged_new(a, "fixtures/one_bid.story", "");
	struct str file = shown(&t, "bid_submit", "sunjs", sent_by(&t, staged_id(&t, "bid_yuzhou")));
	assert_true(reads(&t, "sunjs", file));
	assert_false(reads(&t, "zhouqi", file) || reads(&t, "lijianguo", file) || reads(&t, "chenyz", file) || reads(&t, "zhengli", file));
	staged_free(&t);
	t = staged_new(a, "main.story", "milestone.assessing");
	struct rows passed = bid_passed(t.w.db, a, staged_id(&t, "case"));
	const struct bid_row *b = passed.v;
	assert_int_equal(passed.n, 2);
	int64_t win = person(&t, "sunjs").org == b[0].org ? 0 : 1;
	struct str won = shown(&t, "bid_submit", "sunjs", sent_by(&t, b[win].id)), lost = shown(&t, "bid_submit", "fengjs", sent_by(&t, b[1 - win].id));
	assert_false(reads(&t, "sunjs", lost));
	assert_false(reads(&t, "fengjs", won));
	assert_true(reads(&t, "fengjs", lost) && reads(&t, "lijianguo", lost) && reads(&t, "zhouqi", lost) && reads(&t, "expert2", lost));
	assert_false(reads(&t, "expert5", lost) || reads(&t, "tangxl", lost) || reads(&t, "admin", lost));
	staged_free(&t);
}

TEST(experts_read_no_money_and_nothing_that_is_not_before_their_panel, "8.4.a 8.7.b 10.2.c")
{
	struct staged t = staged_new(a, "main.story", "acceptance.applied");
	struct str voucher = shown(&t, "payment_record", "lijianguo", 5), report = shown(&t, "milestone_report", "sunjs", 6);
	struct str need = shown(&t, "need_submit", "lijianguo", 7), minutes = shown(&t, "award_decide", "zhengli", 8);
	assert_true(reads(&t, "expert8", report) && reads(&t, "expert8", need));
	assert_true(reads(&t, "expert2", need));
	assert_false(reads(&t, "expert2", report) || reads(&t, "expert8", voucher) || reads(&t, "expert2", minutes));
	assert_true(reads(&t, "sunjs", voucher) && reads(&t, "qianjin", voucher) && reads(&t, "lijianguo", minutes));
	assert_false(reads(&t, "sunjs", minutes) || reads(&t, "fengjs", report) || reads(&t, "fengjs", voucher));
	staged_free(&t);
}

TEST(who_checks_the_project_reads_the_bid_that_won, "8.7.b 8.4.a")
{
	struct staged t = staged_new(a, "main.story", "acceptance.applied");
	struct rows passed = bid_passed(t.w.db, a, staged_id(&t, "case"));
	const struct bid_row *b = passed.v;
	staged_at(&t, 20280301);
	for (size_t i = 0; i < passed.n; i++) {
		struct str path = str_fmt(a, "/bids/%lld", (long long)b[i].id);
		staged_page(&t, "expert8", path, b[i].org == person(&t, "sunjs").org ? 200 : 404);
		staged_page(&t, "expert2", path, 200);
		staged_page(&t, "expert5", path, b[i].org == person(&t, "sunjs").org ? 200 : 404);
	}
	staged_free(&t);
}

/* ---- papers, history, lists ---- */

TEST(a_panels_opinion_is_read_by_that_panel, "8.4.a 8.2.a")
{
	struct staged t = staged_new(a, "main.story", "decision.proposed");
	struct rows papers = db_all(t.w.db, a, "case_papers", &(struct viewer_case_key){ .challenge = staged_id(&t, "case") });
	const struct paper_item *p = papers.v;
	int64_t review = 0;
	staged_at(&t, 20260318);
	for (size_t i = 0; i < papers.n; i++)
		review = str_is(p[i].kind, "panel_opinion") ? p[i].id : review;
	assert_true(review != 0);
	struct str path = str_fmt(a, "/documents/%lld", (long long)review);
	staged_page(&t, "expert2", path, 200);
	staged_page(&t, "lijianguo", path, 200);
	staged_page(&t, "zhouqi", path, 200);
	staged_page(&t, "expert5", path, 404);          /* argued, did not review */
	staged_page(&t, "sunjs", path, 404);
	assert_true(staged_has(staged_page(&t, "expert2", of_case(&t, "/challenges/", ""), 200), path.p));
	assert_false(staged_has(staged_page(&t, "expert5", of_case(&t, "/challenges/", ""), 200), path.p));
	staged_free(&t);
}

TEST(the_history_keeps_withdrawn_bids_and_names_of_a_panel, "8.3.a 8.4.a")
{
	static const char *const others[] = { "zhouqi", "lijianguo", "zhengli" };
	struct staged t = staged_new(a, "fixtures/bids.story", "");
	struct str history = of_case(&t, "/challenges/", "/history");
	staged_at(&t, 20260407);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(times(json(&t, others[i], history), "\"bid_submit\""), 2);
	raw(&t, "update bid set state = 'withdrawn' where id = (select min(id) from bid)");
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(times(json(&t, others[i], history), "\"bid_submit\""), 1);
	staged_free(&t);
	t = staged_new(a, "main.story", "review.ranked");
	staged_at(&t, 20260318);
	history = of_case(&t, "/challenges/", "/history");
	size_t all = times(json(&t, "zhouqi", history), "\"panel_opinion\"");
	assert_true(all >= 10);
	assert_true(times(json(&t, "lijianguo", history), "\"panel_opinion\"") < 3);    /* its own */
	staged_free(&t);
}

/* A waiver for a bid tells of the bid: before the opening its author's unit alone finds it in the history. */
TEST(a_waiver_for_a_sealed_bid_is_in_nobodys_history, "8.3.a 7.a")
{
	struct staged t = staged_new(a, "main.story", "bid.open");
	struct str history = of_case(&t, "/challenges/", "/history");
	staged_at(&t, 20260220);
	struct person_row sun = person(&t, "sunjs");
	struct waiver_form in = { .act_name = STR("bid_submit"), .thing = staged_id(&t, "case"), .rule = STR("bid_leader_stays"), .found = STR("0"),
		.wanted = STR("1"), .reason = STR("leader retires in the last year") };
	assert_int_equal(world_act(&t.w, ACT_waiver_ask, ROLE_unit, sun.id, sun.org, 0, &in).answer, ANSWER_DONE);
	assert_int_equal(times(json(&t, "lijianguo", history), "\"waiver_ask\""), 0);
	assert_int_equal(times(json(&t, "zhengli", history), "\"waiver_ask\""), 0);
	staged_free(&t);
}

TEST(the_park_reads_listed_cases_only, "11.1.d")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "call.argued");
	raw(&t, "update person set role = 'park' where login = 'qianjin'");
	staged_at(&t, 20260304);
	static const char *const tails[] = { "", "/need", "/history", "/bids", "/notice", "/milestones" };
	for (size_t i = 0; i < 6; i++)
		staged_page(&t, "qianjin", of_case(&t, "/challenges/", tails[i]), 404);
	assert_int_equal(times(json(&t, "qianjin", STR("/challenges")), "\"demander_name\""), 0);
	staged_free(&t);
	t = staged_new(a, "fixtures/demand.story", "");
	raw(&t, "update person set role = 'park' where login = 'qianjin'");
	staged_at(&t, 20260310);
	staged_page(&t, "qianjin", of_case(&t, "/challenges/", ""), 200);
	assert_int_equal(times(json(&t, "qianjin", STR("/challenges")), "\"demander_name\""), 1);
	staged_free(&t);
}

TEST(a_notice_of_a_restricted_case_tells_no_title, "8.2.d 8.5.a")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	struct challenge_row c;
	assert_true(db_one(t.w.db, a, "challenge_read", &(struct id_key){ staged_id(&t, "case") }, &c));
	staged_at(&t, 20260325);
	const char *title = str_c(a, c.title);
	assert_true(staged_has(staged_page(&t, "", STR("/notices"), 200), title));
	raw(&t, "update challenge set scope = 'restricted'");
	assert_false(staged_has(staged_page(&t, "", STR("/notices"), 200), title));
	assert_false(staged_has(json(&t, "", STR("/notices")), title));
	assert_false(staged_has(json(&t, "", STR("/notices")), "DZ-GS-2026-001"));
	assert_false(staged_has(json(&t, "tangxl", STR("/notices")), "DZ-GS-2026-001"));
	assert_true(staged_has(json(&t, "sunjs", STR("/notices")), "DZ-GS-2026-001"));
	assert_true(staged_has(json(&t, "zhouqi", STR("/notices")), "DZ-GS-2026-001"));
	struct str one = str_fmt(a, "/notices/%lld", (long long)staged_id(&t, "notice"));
	staged_page(&t, "", one, 404);
	staged_page(&t, "tangxl", one, 404);
	staged_page(&t, "lijianguo", one, 200);
	staged_page(&t, "", str_fmt(a, "/do/objection_file/%lld", (long long)staged_id(&t, "notice")), 404);
	assert_true(staged_has(staged_page(&t, "sunjs", of_case(&t, "/challenges/", "/notice"), 200), title));
	staged_free(&t);
}

TEST(whoever_declared_an_interest_reads_no_more_of_the_panel, "8.4.c 5.2.b")
{
	struct staged t = staged_new(a, "main.story", "review.scoring");
	struct str panel = str_fmt(a, "/panels/%lld", (long long)staged_id(&t, "panel"));
	staged_at(&t, 20260312);
	size_t members = times(json(&t, "expert9", panel), "\"employer\"");
	assert_true(members >= 5 && times(json(&t, "expert9", panel), "\"credit_code\"") > 1);
	staged_more(&t, str_fmt(a, "expert9 panel_declare\n  \u00b7 interest = declared\n  \u00b7 detail = worked there until last year\n  \u00b7 secrecy = 1\n"));
	assert_int_equal(times(json(&t, "expert9", panel), "\"employer\""), 1);
	assert_int_equal(times(json(&t, "expert9", panel), "\"credit_code\""), 0);
	staged_page(&t, "expert9", str_fmt(a, "/panels/%lld/work", (long long)staged_id(&t, "panel")), 404);
	staged_page(&t, "expert9", of_case(&t, "/challenges/", ""), 404);
	assert_true(times(json(&t, "zhouqi", panel), "\"employer\"") == members);
	staged_free(&t);
}

TEST(the_demander_reads_opinions_without_names, "8.4.a")
{
	struct staged t = staged_new(a, "main.story", "review.ranked");
	struct str panel = str_fmt(a, "/panels/%lld", (long long)staged_id(&t, "panel"));
	staged_at(&t, 20260318);
	struct str name = person(&t, "expert4").name;
	const char *head = str_fmt(a, "{\"name\":\"%.*s\"", STR_ARG(name)).p;
	assert_true(times(json(&t, "zhouqi", panel), head) > 0);
	assert_true(times(json(&t, "expert2", panel), head) > 0);
	assert_int_equal(times(json(&t, "lijianguo", panel), head), 0);
	staged_free(&t);
}

#define RELATION "insert into relation (id, act, programme, org, kind, a_kind, a_key, a_name, b_kind, b_key, b_name, share, from_day, to_day, source, " \
	"state, end_reason, person, at) values (%d, 1, 1, %lld, 'shareholder', 'org', '%s', '%s', 'org', '%s', '%s', 5000, 0, 0, 'x', 'declared', '', 0, 0)"

TEST(a_unit_does_not_read_what_others_declared, "5.2.b")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "");
	struct org_row o;
	assert_true(org_find(t.w.db, a, person(&t, "sunjs").org, &o));
	raw(&t, str_fmt(a, RELATION, 1, (long long)o.id, str_fmt(a, "c:%.*s", STR_ARG(o.credit_code)).p, "one", "c:NEAR", "MARK-NEAR").p);
	raw(&t, str_fmt(a, RELATION, 2, (long long)person(&t, "fengjs").org, "c:NEAR", "MARK-NEAR", "c:FAR", "MARK-FAR").p);
	struct str path = str_fmt(a, "/orgs/%lld/relations", (long long)o.id);
	assert_true(staged_has(json(&t, "zhouqi", path), "MARK-FAR"));
	assert_true(staged_has(json(&t, "sunjs", path), "MARK-NEAR"));
	assert_false(staged_has(json(&t, "sunjs", path), "MARK-FAR"));
	staged_free(&t);
}

/* ---- the door ---- */

TEST(a_token_that_may_not_read_reads_no_form_and_no_paper, "")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	struct person_row p = person(&t, "sunjs");
	struct rows papers = db_all(t.w.db, a, "case_papers", &(struct viewer_case_key){ .challenge = staged_id(&t, "case") });
	const struct paper_item *list = papers.v;
	struct str digest = hash_text(a, HASH_SHA256, STR("jb_token"));
	raw(&t, str_fmt(a, "insert into api_token (id, person, digest, name, scope, made_at, used_at, until, ended_at) values (1, %lld, '%.*s', 'x', "
		"'act:bid_submit', 0, 0, 9000000000000, 0)", (long long)p.id, STR_ARG(digest)).p);
	const char *paths[] = { str_fmt(a, "/documents/%lld", (long long)list[0].id).p, of_case(&t, "/do/bid_submit/", "").p, "/desk" };
	for (size_t i = 0; i < 3; i++) {
		struct web_request q = { .method = METHOD_GET, .path = str_of(paths[i]), .authorization = STR("Bearer jb_token"), .now = t.w.now,
			.host = STR("localhost"), .seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t.w.count)) };
		struct web_response out = { 0 };
		q.secret = q.seed;
		web_handle(&t.k, &q, &out);
		assert_int_equal(out.status, 403);
	}
	staged_free(&t);
}

TEST(drafts_of_a_person_are_limited, "")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "");
	int kept = 0;
	for (int i = 0; i < 210; i++) {
		struct web_request q = { .method = METHOD_POST, .path = str_fmt(a, "/draft/bid_submit/%d", 1 + i % 205), .body = STR("title=x"),
			.type = STR("application/x-www-form-urlencoded"), .now = t.w.now, .host = STR("localhost"), .accept = STR("application/json"),
			.seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t.w.count)) };
		struct web_response out = { 0 };
		struct viewer who;
		q.secret = q.seed;
		struct str cookie = session_start(&t.k, &q, person(&t, "sunjs").id);
		q.cookie = str_cut(&cookie, ';');
		session_viewer(&t.k, &q, &who);
		q.csrf = who.csrf;
		web_handle(&t.k, &q, &out);
		kept += out.status == 200;
	}
	assert_int_equal(kept, 205);    /* 200 drafts; five of them again */
	staged_free(&t);
}

TEST(drafts_without_a_session_are_limited, "")
{
	struct staged t = staged_new(a, "fixtures/demand.story", "");
	int kept = 0;
	t.k.limiter = limiter_new(1, hash_text(a, HASH_SHA256, STR("seed")));
	for (int i = 0; i < 90; i++) {
		struct web_request q = { .method = METHOD_POST, .path = of_case(&t, "/do/bid_submit/", ""), .type = STR("application/x-www-form-urlencoded"),
			.body = STR("title=x"), .cookie = STR("jiebang=0"), .now = t.w.now, .host = STR("localhost"), .remote = STR("192.0.2.9"),
			.seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t.w.count)) };
		struct web_response out = { 0 };
		q.secret = q.seed;
		web_handle(&t.k, &q, &out);
		assert_int_equal(out.status, 303);
		const struct web_header *h = out.headers.v;
		for (size_t k = 0; k < out.headers.n; k++)
			kept += str_is(h[k].name, "Location") && staged_has(h[k].value, "resume");
	}
	assert_true(kept > 0 && kept <= 60);
	limiter_free(t.k.limiter);
	staged_free(&t);
}

TEST_MAIN

/* Who objects is read by who handles the objection: a planted name is looked for wherever it could come out. */
#include "stage.h"

#include "life/6-notice/objection.h"
#include "life/7-contract/decline.h"
#include "web/frame.h"

#define MARK "PLANTED-OBJECTOR"
#define FACTS "PLANTED-FACTS and enough words to be read"
#define PHONE "13912345678"

static int64_t file(struct staged *t, enum role role, int64_t person, int64_t org)
{
	struct objection_form in = { .kind = STR("person"), .name_secret = STR(MARK), .phone_secret = STR(PHONE), .ground = STR("false"),
		.facts_secret = STR(FACTS), .truth = 1 };
	struct act_result r = world_act(&t->w, ACT_objection_file, role, person, org, staged_id(t, "notice"), &in);
	assert_int_equal(r.answer, ANSWER_DONE);
	return r.made;
}

static struct person_row person(struct staged *t, const char *login)
{
	struct person_row p;
	assert_true(db_one(t->w.db, t->w.a, "party_person_with_login", &(struct party_code_key){ 1, str_of(login) }, &p));
	return p;
}

static struct str json(struct staged *t, const char *login, struct str path, int status)
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
	assert_int_equal(out.status, status);
	return out.body;
}

static bool tells(struct str body)
{
	return staged_has(body, MARK) || staged_has(body, "PLANTED-FACTS") || staged_has(body, PHONE);
}

TEST(nobody_but_who_handles_it_reads_who_objects, "8.5.b")
{
	static const char *const readers[] = { "", "sunjs", "fengjs", "lijianguo", "zhengli", "qianjin", "wumin", "expert2", "tangxl", "admin" };
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	struct person_row feng = person(&t, "fengjs");
	int64_t id = file(&t, ROLE_unit, feng.id, feng.org);
	int64_t c = staged_id(&t, "case");
	struct str paths[] = { str_fmt(a, "/challenges/%lld", (long long)c), str_fmt(a, "/challenges/%lld/notice", (long long)c),
		str_fmt(a, "/challenges/%lld/history", (long long)c), STR("/notices"), str_fmt(a, "/notices/%lld", (long long)staged_id(&t, "notice")),
		STR("/book"), STR("/desk"), STR("/inbox") };
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		staged_page(&t, readers[i], str_fmt(a, "/objections/%lld", (long long)id), readers[i][0] ? 403 : 303);
		for (size_t k = 0; k < sizeof paths / sizeof *paths; k++) {
			struct web_request q = { .method = METHOD_GET, .path = paths[k], .query = STR("format=json"), .now = t.w.now,
				.host = STR("localhost"), .seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t.w.count)) };
			struct web_response out = { 0 };
			q.secret = q.seed;
			if (readers[i][0]) {
				struct str cookie = session_start(&t.k, &q, person(&t, readers[i]).id);
				q.cookie = str_cut(&cookie, ';');
			}
			web_handle(&t.k, &q, &out);
			assert_false(tells(out.body));
			assert_false(staged_has(out.body, "objection_file"));
		}
	}
	assert_true(tells(json(&t, "zhouqi", str_fmt(a, "/objections/%lld", (long long)id), 200)));
	staged_free(&t);
}

TEST(the_history_names_no_objector_even_to_the_bureau, "8.5.b")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	struct person_row feng = person(&t, "fengjs");
	struct str history = str_fmt(a, "/challenges/%lld/history", (long long)staged_id(&t, "case"));
	struct str before = json(&t, "zhouqi", history, 200);
	file(&t, ROLE_unit, feng.id, feng.org);
	struct str after = json(&t, "zhouqi", history, 200);
	assert_true(staged_has(after, "objection_file"));
	size_t n = 0, m = 0;
	for (struct str s = before; s.n; s.p++, s.n--)
		n += str_starts(s, str_c(a, feng.name));
	for (struct str s = after; s.n; s.p++, s.n--)
		m += str_starts(s, str_c(a, feng.name));
	assert_int_equal(n, m);
	staged_free(&t);
}

/* What a party's form carries along does not change when somebody objects. */
TEST(the_version_of_a_case_does_not_count_objections, "8.5.b")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	struct viewer_case_key key = { .challenge = staged_id(&t, "case") };
	struct version_row before, after;
	assert_true(db_one(t.w.db, a, "case_version", &key, &before));
	file(&t, ROLE_public, 0, 0);
	assert_true(db_one(t.w.db, a, "case_version", &key, &after));
	assert_int_equal(before.seq, after.seq);
	staged_free(&t);
}

TEST(number_and_code_answer_alike_whichever_is_wrong, "8.5.b")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	int64_t id = file(&t, ROLE_public, 0, 0);
	struct objection_row o, found;
	assert_true(objection_find(t.w.db, a, id, &o));
	struct str seed = hash_text(a, HASH_SHA256, str_fmt(a, "test-%d", t.w.count));
	assert_true(objection_by_code(t.w.db, a, 1, o.number, act_code(a, seed), &found));
	assert_false(objection_by_code(t.w.db, a, 1, o.number, STR("0000000000000000"), &found));
	assert_false(objection_by_code(t.w.db, a, 1, STR("DZ-YY-2026-099"), act_code(a, seed), &found));
	assert_false(objection_by_code(t.w.db, a, 2, o.number, act_code(a, seed), &found));
	static const char *const bodies[] = { "number=DZ-YY-2026-001&code=0", "number=DZ-YY-2026-099&code=0" };
	struct str first = { 0 };
	for (size_t i = 0; i < 3; i++) {
		struct web_request q = { .method = METHOD_POST, .path = STR("/objection"), .type = STR("application/x-www-form-urlencoded"),
			.now = t.w.now, .host = STR("localhost"), .accept = STR("text/html"), .seed = hash_text(a, HASH_SHA256, STR("x")) };
		struct web_response out = { 0 };
		q.secret = q.seed;
		q.body = i < 2 ? str_of(bodies[i]) : str_fmt(a, "number=%.*s&code=%.*s", STR_ARG(o.number), STR_ARG(act_code(a, seed)));
		web_handle(&t.k, &q, &out);
		assert_int_equal(out.status, 200);
		if (i == 2)
			assert_true(staged_has(out.body, "DZ-GS-2026-001"));
		else
			assert_false(staged_has(out.body, "DZ-GS-2026-001"));
		if (i == 0)
			first = out.body;
		if (i == 1)
			assert_int_equal(first.n, out.body.n);
		assert_false(tells(out.body));
	}
	staged_free(&t);
}

TEST(an_officer_who_does_not_handle_it_reads_no_name, "8.5.b")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	struct objection_row o;
	int64_t id = file(&t, ROLE_public, 0, 0);
	struct person_row zhou = person(&t, "zhouqi");
	assert_true(objection_find(t.w.db, a, id, &o));
	assert_true(objection_knows(t.w.db, a, &o, ROLE_bureau, zhou.id + 1));
	struct objection_accept_form in = { .identity = 1 };
	assert_int_equal(world_act(&t.w, ACT_objection_accept, ROLE_bureau, zhou.id, zhou.org, id, &in).answer, ANSWER_DONE);
	assert_true(objection_find(t.w.db, a, id, &o));
	assert_true(objection_knows(t.w.db, a, &o, ROLE_bureau, zhou.id));
	assert_false(objection_knows(t.w.db, a, &o, ROLE_bureau, zhou.id + 1));
	assert_false(objection_knows(t.w.db, a, &o, ROLE_audit, 7));       /* a firm looks at a project's money, not at who objects */
	assert_false(objection_knows(t.w.db, a, &o, ROLE_unit, zhou.id));
	staged_free(&t);
}

/* Anybody can file: however many there are, the award can be given back, and what is left is handled one by one. */
TEST(a_flood_of_objections_stops_no_act, "8.5.b 8.6.a")
{
	struct staged t = staged_new(a, "main.story", "notice.running");
	staged_at(&t, 20260325);
	struct person_row sun = person(&t, "sunjs");
	struct award_decline_form in = { .reason = STR("no longer able"), .aware = 1 };
	for (int i = 0; i < 600; i++)
		file(&t, ROLE_public, 0, 0);
	assert_int_equal(world_act(&t.w, ACT_award_decline, ROLE_unit, sun.id, sun.org, staged_id(&t, "case"), &in).answer, ANSWER_DONE);
	assert_int_equal(objections_open(t.w.db, a, staged_id(&t, "case")), 600);      /* decided ones wait for their answer */
	staged_free(&t);
}

TEST_MAIN

/* Several programmes in one server: whoever belongs to one never reaches, sees or counts what is of another. */
#include "test.h"
#include "web/rig.h"
#include "across/party/party.h"
#include "act/journal.h"
#include "base/hash.h"
#include "life/2-call/call.h"
#include "web/session.h"

struct two {
	struct world w;
	struct programme other;
	const struct programme *all[2];
	struct rows people;             /* the second programme's */
};

/* The same pack once more, under another prefix, as programme 2 of the same store. */
static void open_two(struct two *t)
{
	struct str error = { 0 };
	struct first_admin who = { .login = "admin", .name = "Second", .now = 1768700000000 };

	world_open(&t->w);
	struct programme_row row = { .id = 2, .name = STR("second"), .prefix = STR("ZZ"), .pack = t->w.pg->policy->digest, .hash = STR("sha256"),
		.started_at = t->w.now, .site = STR("zz.example") };
	row.head_hash = programme_genesis(t->w.a, &row);
	assert_true(db_begin(t->w.db) && db_run(t->w.db, "programme_insert", &row) >= 0 && db_commit(t->w.db));
	t->other = *programme_open(t->w.a, t->w.db, 2, &error);
	assert_true(programme_people(t->w.a, t->w.db, &t->other, &who, &error));
	t->all[0] = t->w.pg;
	t->all[1] = &t->other;
	t->w.w.programmes = (struct rows){ t->all, 2 };
}

static int get(struct two *t, const char *path, const char *host, const char *cookie, struct str *body)
{
	struct web_request q = world_request(&t->w, METHOD_GET, path);
	struct web_response out;

	q.host = str_of(host);
	q.cookie = str_of(cookie);
	q.accept = STR("application/json");
	web_handle(&t->w.w, &q, &out);
	*body = out.body;
	return out.status;
}

static const char *sign_in(struct two *t, int64_t person)
{
	struct web_request q = world_request(&t->w, METHOD_GET, "/");

	assert_true(db_begin(t->w.db));
	struct str cookie = session_start(&t->w.w, &q, person);
	assert_true(db_commit(t->w.db));
	return str_c(t->w.a, str_cut(&cookie, ';'));
}

static int64_t first_org(struct two *t, int64_t programme)
{
	struct id_key found = { 0 };
	struct str code = credit_code_provisional(t->w.a, t->w.pg->policy->region, 1);

	assert_true(db_one(t->w.db, t->w.a, "party_org_with_code", &(struct party_code_key){ programme, code }, &found));
	return found.id;
}

static int64_t admin_of(struct two *t, int64_t programme)
{
	struct person_row p;

	assert_true(db_one(t->w.db, t->w.a, "party_person_with_login", &(struct party_code_key){ programme, STR("admin") }, &p));
	return p.id;
}

TEST(the_public_is_led_by_host_then_by_id_then_by_choice_then_to_the_first, "")
{
	struct two t;
	struct str body;

	open_two(&t);
	get(&t, "/book", "nobody.example", "", &body);
	assert_int_equal(t.w.w.pg->id, 1);
	get(&t, "/book", "zz.example:8080", "", &body);
	assert_int_equal(t.w.w.pg->id, 2);
	get(&t, "/book", "nobody.example", "a=b; place=ZZ", &body);
	assert_int_equal(t.w.w.pg->id, 2);
	get(&t, "/book", "nobody.example", "place=XX", &body);
	assert_int_equal(t.w.w.pg->id, 1);
	get(&t, str_fmt(t.w.a, "/open/%lld.json", (2ll << 42) + 5000).p, "nobody.example", "", &body);
	assert_int_equal(t.w.w.pg->id, 2);
	world_close(&t.w);
}

TEST(choosing_a_place_says_so_in_a_cookie, "")
{
	struct two t;
	struct web_response out;

	open_two(&t);
	struct web_request q = world_request(&t.w, METHOD_GET, "/places/ZZ");
	web_handle(&t.w.w, &q, &out);
	assert_int_equal(out.status, 303);
	q = world_request(&t.w, METHOD_GET, "/places/QQ");
	web_handle(&t.w.w, &q, &out);
	assert_int_equal(out.status, 404);
	q = world_request(&t.w, METHOD_GET, "/places");
	web_handle(&t.w.w, &q, &out);
	assert_int_equal(out.status, 200);
	assert_non_null(memmem(out.body.p, out.body.n, "/places/ZZ", 10));
	world_close(&t.w);
}

TEST(a_person_sees_the_own_programme_only, "")
{
	struct two t;
	struct str body;

	open_two(&t);
	const char *first = sign_in(&t, admin_of(&t, 1)), *second = sign_in(&t, admin_of(&t, 2));
	const char *org1 = str_fmt(t.w.a, "/orgs/%lld", (long long)first_org(&t, 1)).p, *org2 = str_fmt(t.w.a, "/orgs/%lld", (long long)first_org(&t, 2)).p;
	assert_int_equal(get(&t, org1, "x.example", first, &body), 200);
	assert_int_equal(get(&t, org2, "x.example", first, &body), 404);
	assert_int_equal(get(&t, org1, "zz.example", first, &body), 200);
	assert_int_equal(get(&t, org2, "x.example", second, &body), 200);
	assert_int_equal(get(&t, org1, "x.example", second, &body), 404);
	get(&t, "/people", "x.example", second, &body);
	assert_non_null(memmem(body.p, body.n, "Second", 6));
	get(&t, "/people", "x.example", first, &body);
	assert_null(memmem(body.p, body.n, "Second", 6));
	world_close(&t.w);
}

TEST(an_act_reaches_nothing_of_another_programme, "")
{
	struct two t;

	open_two(&t);
	struct person_form in = { .name = STR("X"), .login = STR("newcomer"), .role = STR("bureau") };
	struct act_request q = { .act = ACT_person_add, .programme = 1, .person = admin_of(&t, 1), .role = ROLE_admin_sys, .target = first_org(&t, 2),
		.in = &in, .now = t.w.now, .key = STR("k1"), .seed = hash_text(t.w.a, HASH_SHA256, STR("s1")) };
	assert_int_equal(act_run(t.w.db, t.w.a, t.w.pg, &q).answer, ANSWER_MISSING);
	q.target = first_org(&t, 1);
	q.key = STR("k2");
	assert_int_equal(act_run(t.w.db, t.w.a, t.w.pg, &q).answer, ANSWER_DONE);
	world_close(&t.w);
}

static enum answer draft_list(struct two *t, int64_t challenge, const char *key)
{
	struct list_pick_form pick = { .challenge = challenge, .influence = STR("x"), .pull = STR("x"), .breadth = STR("x") };
	struct list_form in = { .title = STR("A list"), .picks = { &pick, 1 } };
	struct act_request q = { .act = ACT_list_draft, .programme = 1, .person = admin_of(t, 1), .role = ROLE_bureau, .in = &in, .now = t->w.now,
		.key = str_of(key), .seed = hash_text(t->w.a, HASH_SHA256, str_of(key)) };
	return act_run(t->w.db, t->w.a, t->w.pg, &q).answer;
}

/* The same unknown case: one's own is judged (and refused), another programme's is not there. */
TEST(an_id_of_another_programme_in_a_form_is_not_there, "")
{
	struct two t;

	open_two(&t);
	assert_int_equal(draft_list(&t, (1ll << 42) + 7000, "k3"), ANSWER_REFUSED);
	assert_int_equal(draft_list(&t, (2ll << 42) + 7000, "k4"), ANSWER_MISSING);
	world_close(&t.w);
}

TEST_MAIN

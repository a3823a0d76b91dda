/*
 * The search for affiliates on both engines: planted chains of one to four steps in both directions, cycles, expired and future relations,
 * relations of unknown kind, persons known by name only; and, at random, against a naive search that reads none of our SQL.
 */
#include "store/engine.h"

#include "across/affiliation/affiliation.h"
#include "across/party/party.h"
#include "act/journal.h"

#define TODAY 20260310

#define BOTH(NAME) \
	static void NAME##_body(struct arena *a, const char *url); \
	TEST(NAME, "5.2.b") { engine_both(a, #NAME, NAME##_body); } \
	static void NAME##_body(struct arena *a, const char *url)

static struct str code(struct arena *a, int64_t org)
{
	return str_fmt(a, "CODE%lld", (long long)org);
}

static void plant_org(struct arena *a, struct db *db, int64_t id)
{
	struct org_row o = { .id = id, .programme = 1, .name = str_fmt(a, "U%lld", (long long)id), .credit_code = code(a, id), .kind = STR("enterprise"),
		.state = STR("verified"), .role = STR("unit") };
	assert_int_equal(db_run(db, "party_org_insert", &o), 1);
}

static struct db *open_world(struct arena *a, const char *url, int orgs)
{
	struct str error = { 0 };
	struct db *db = db_open(a, url, DB_WRITE, true, &error);
	if (!db)
		fail_msg("%.*s", STR_ARG(error));
	struct programme_row p = { .id = 1, .name = STR("t"), .prefix = STR("T"), .pack = STR("p"), .hash = STR("sha256") };
	assert_true(db_begin(db));
	assert_int_equal(db_run(db, "programme_insert", &p), 1);
	for (int i = 1; i <= orgs; i++)
		plant_org(a, db, i);
	return db;
}

static void close_world(struct db *db)
{
	assert_int_equal(db_fault(db), FAULT_NONE);
	assert_true(db_commit(db));
	db_close(db);
}

static int64_t planted;

static struct relation_row relation(struct arena *a, const char *from, const char *kind, const char *to)
{
	struct relation_row r = { .id = ++planted, .programme = 1, .org = 1, .kind = str_of(kind), .a_kind = STR("org"), .b_kind = STR("org"),
		.a_key = str_of(from), .b_key = str_of(to), .source = STR("s"), .state = STR("declared") };
	struct str an = r.a_key, bn = r.b_key;
	str_cut(&an, ':');
	str_cut(&bn, ':');
	r.a_name = str_starts(an, "CODE") ? str_fmt(a, "U%.*s", (int)an.n - 4, an.p + 4) : str_cut(&an, '/');
	r.b_name = str_starts(bn, "CODE") ? str_fmt(a, "U%.*s", (int)bn.n - 4, bn.p + 4) : str_cut(&bn, '/');
	return r;
}

static void plant(struct arena *a, struct db *db, const char *from, const char *kind, const char *to)
{
	struct relation_row r = relation(a, from, kind, to);
	assert_int_equal(db_run(db, "relation_insert", &r), 1);
}

static void says(struct arena *a, struct db *db, int64_t x, int64_t y, int64_t depth, enum outcome outcome, int64_t steps)
{
	for (int turn = 0; turn < 2; turn++) {
		struct affiliation f = affiliation_between(db, a, turn ? y : x, turn ? x : y, TODAY, depth);
		assert_int_equal(f.outcome, outcome);
		assert_int_equal(f.steps, steps);
		assert_int_equal(f.path.n > 0, outcome != HOLDS);
	}
}

BOTH(chains_of_one_to_four_steps)
{
	struct db *db = open_world(a, url, 6);
	plant(a, db, "c:CODE1", "shareholder", "c:CODE2");
	plant(a, db, "c:CODE3", "subsidiary", "c:CODE2");
	plant(a, db, "c:CODE3", "creditor", "c:CODE4");
	plant(a, db, "c:CODE5", "investor", "c:CODE4");
	for (int64_t to = 2; to <= 5; to++)
		for (int64_t depth = 1; depth <= AFFILIATION_DEPTH_MAX; depth++)
			says(a, db, 1, to, depth, depth >= to - 1 ? BROKEN : HOLDS, depth >= to - 1 ? to - 1 : 0);
	for (int64_t depth = 1; depth <= AFFILIATION_DEPTH_MAX; depth++)
		says(a, db, 1, 6, depth, HOLDS, 0);
	struct affiliation f = affiliation_between(db, a, 1, 3, TODAY, 3);
	assert_true(str_starts(f.path, "U1 ") && str_ends(f.path, " U3"));
	close_world(db);
}

BOTH(every_listed_kind_counts)
{
	static const char *const kinds[] = { "promoter", "investor", "shareholder", "director", "senior_manager", "creditor", "subsidiary", "relative" };
	struct db *db = open_world(a, url, 18);
	for (int i = 0; i < 8; i++) {
		plant(a, db, str_fmt(a, "c:CODE%d", 2 * i + 1).p, kinds[i], str_fmt(a, "c:CODE%d", 2 * i + 2).p);
		says(a, db, 2 * i + 1, 2 * i + 2, 1, BROKEN, 1);
	}
	plant(a, db, "c:CODE17", "unknown", "c:CODE18");
	says(a, db, 17, 18, 1, UNKNOWN, 1);
	close_world(db);
}

BOTH(through_a_person)
{
	struct db *db = open_world(a, url, 8);
	plant(a, db, "n:Z/197803", "director", "c:CODE1");
	plant(a, db, "n:Z/197803", "shareholder", "c:CODE2");
	plant(a, db, "n:Z/198112", "shareholder", "c:CODE3");
	says(a, db, 1, 2, 3, BROKEN, 2);
	says(a, db, 1, 3, 3, HOLDS, 0);
	plant(a, db, "w:Z", "director", "c:CODE4");
	says(a, db, 1, 4, 3, UNKNOWN, 2);
	plant(a, db, "w:Y", "director", "c:CODE5");
	plant(a, db, "w:Y", "relative", "c:CODE6");
	says(a, db, 5, 6, 3, UNKNOWN, 2);
	plant(a, db, "p:77", "director", "c:CODE7");
	plant(a, db, "c:CODE8", "relative", "p:77");
	says(a, db, 7, 8, 2, BROKEN, 2);
	assert_true(affiliation_of_person(db, a, 77, code(a, 7), TODAY));
	assert_true(affiliation_of_person(db, a, 77, code(a, 8), TODAY));
	assert_false(affiliation_of_person(db, a, 77, code(a, 1), TODAY));
	close_world(db);
}

BOTH(a_certain_path_beats_a_doubtful_shorter_one)
{
	struct db *db = open_world(a, url, 3);
	plant(a, db, "c:CODE1", "other", "c:CODE2");
	says(a, db, 1, 2, 3, UNKNOWN, 1);
	plant(a, db, "c:CODE1", "shareholder", "c:CODE3");
	plant(a, db, "c:CODE3", "shareholder", "c:CODE2");
	says(a, db, 1, 2, 3, BROKEN, 2);
	says(a, db, 1, 2, 1, UNKNOWN, 1);
	close_world(db);
}

BOTH(cycles_end)
{
	struct db *db = open_world(a, url, 5);
	plant(a, db, "c:CODE1", "shareholder", "c:CODE2");
	plant(a, db, "c:CODE2", "shareholder", "c:CODE3");
	plant(a, db, "c:CODE3", "shareholder", "c:CODE1");
	plant(a, db, "c:CODE2", "creditor", "c:CODE1");
	says(a, db, 1, 3, 6, BROKEN, 1);
	says(a, db, 1, 4, 6, HOLDS, 0);
	close_world(db);
}

BOTH(only_what_holds_on_the_day)
{
	static const struct {
		int64_t from, to;
		enum outcome outcome;
	} cases[] = {
		{ 0, 0, BROKEN }, { TODAY, 0, BROKEN }, { 0, TODAY, BROKEN }, { TODAY, TODAY, BROKEN },
		{ TODAY + 1, 0, HOLDS }, { 0, TODAY - 1, HOLDS }, { 20250101, 20251231, HOLDS },
	};
	struct db *db = open_world(a, url, 14);
	for (int i = 0; i < 7; i++) {
		struct relation_row r = relation(a, str_fmt(a, "c:CODE%d", 2 * i + 1).p, "shareholder", str_fmt(a, "c:CODE%d", 2 * i + 2).p);
		r.from_day = cases[i].from, r.to_day = cases[i].to;
		assert_int_equal(db_run(db, "relation_insert", &r), 1);
		says(a, db, 2 * i + 1, 2 * i + 2, 3, cases[i].outcome, cases[i].outcome == BROKEN);
	}
	close_world(db);
}

BOTH(the_same_unit_is_no_other)
{
	struct db *db = open_world(a, url, 1);
	says(a, db, 1, 1, 3, BROKEN, 0);
	assert_int_equal(affiliation_between(db, a, 1, 99, TODAY, 3).outcome, UNKNOWN);
	close_world(db);
}

/* ---- at random, against breadth-first search over a matrix ---- */

#define NODES 8

static int64_t naive(const int edge[NODES][NODES], int from, int to, int64_t depth)
{
	int64_t far[NODES];
	for (int i = 0; i < NODES; i++)
		far[i] = i == from ? 0 : 99;
	for (int round = 0; round < NODES; round++)
		for (int i = 0; i < NODES; i++)
			for (int j = 0; j < NODES; j++)
				if ((edge[i][j] || edge[j][i]) && far[i] + 1 < far[j])
					far[j] = far[i] + 1;
	return far[to] <= depth ? far[to] : 0;
}

BOTH(at_random_like_a_naive_search)
{
	struct db *db = open_world(a, url, 10 * NODES);
	uint64_t seed = 7;
	for (int world = 0; world < 10; world++) {
		int edge[NODES][NODES] = { { 0 } };
		for (int k = 0; k < 9; k++) {
			int i = (int)(test_random(&seed) % NODES), j = (int)(test_random(&seed) % NODES);
			if (i == j)
				continue;
			edge[i][j] = 1;
			plant(a, db, str_fmt(a, "c:CODE%d", world * NODES + i + 1).p, "investor", str_fmt(a, "c:CODE%d", world * NODES + j + 1).p);
		}
		for (int i = 0; i < NODES; i++)
			for (int j = 0; j < i; j++) {
				int64_t depth = 1 + (int64_t)(test_random(&seed) % 4), far = naive(edge, i, j, depth);
				says(a, db, world * NODES + i + 1, world * NODES + j + 1, depth, far ? BROKEN : HOLDS, far);
			}
	}
	close_world(db);
}

TEST_MAIN

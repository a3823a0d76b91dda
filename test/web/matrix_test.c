/*
 * Every page and every act's form × every kind of caller, on the demo's data, against the reviewed expectation matrix.txt.
 *
 * Cases: S, struck off after a whole life; O, open for bids (bids sealed).  A new route or act shows up here as a missing line.
 * MATRIX=write build/test/web/matrix_test writes the file anew: then read the difference before it is committed.
 */
#include <sqlite3.h>
#include <sys/wait.h>

#include "test.h"
#include "across/party/party.h"
#include "web/rig.h"
#include "web/session.h"

#define FILE_NAME "test/web/matrix.txt"

static struct world W;
static sqlite3 *raw;

static int64_t ask(const char *sql, int64_t one, int64_t two)
{
	sqlite3_stmt *s;
	int64_t found = 0;
	assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &s, NULL), SQLITE_OK);
	sqlite3_bind_int64(s, 1, one);
	sqlite3_bind_int64(s, 2, two);
	if (sqlite3_step(s) == SQLITE_ROW)
		found = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return found;
}

static struct { int64_t s, o, s_bid, o_bid, s_panel, s_org, o_org, expert, milestone, payment, relation, round, list, notice, signature; } at;

static struct actor {
	const char *name;
	int64_t person;
	struct str cookie;
} actors[] = {
	{ .name = "public" }, { .name = "S.demander" }, { .name = "S.awardee" }, { .name = "O.demander" }, { .name = "O.bidder" }, { .name = "stranger" },
	{ .name = "S.expert" }, { .name = "expert" }, { .name = "bureau" }, { .name = "eic" }, { .name = "government" }, { .name = "finance" },
	{ .name = "audit" }, { .name = "park" }, { .name = "admin_sys" }, { .name = "admin_sec" }, { .name = "admin_audit" },
};
#define ACTORS (sizeof actors / sizeof *actors)

static int64_t of_org(int64_t org)
{
	return ask("select id from person where org = ?1 and state = 'active' and role = 'unit' order by id", org, 0);
}

static void cast(void)
{
	at.s = ask("select id from challenge where stage = 'closed.struck' order by number", 0, 0);
	at.o_bid = ask("select b.id from bid b join challenge c on c.id = b.challenge where c.stage = 'bid.open' and c.id not in ("
		"select challenge from need where scope = 'restricted') and b.org not in (select org from bid "
		"where challenge = ?1) and b.org <> (select demander from challenge where id = ?1) and c.demander <> (select demander from challenge "
		"where id = ?1) and not exists (select 1 from bid x where x.challenge = c.id and x.org = (select demander from challenge where id = ?1)) "
		"order by c.number, b.id", at.s, 0);
	at.o = ask("select challenge from bid where id = ?1", at.o_bid, 0);
	at.s_bid = ask("select award_bid from challenge where id = ?1", at.s, 0);
	at.s_panel = ask("select id from panel where challenge = ?1 and kind = 'review'", at.s, 0);
	at.s_org = ask("select demander from challenge where id = ?1", at.s, 0);
	at.o_org = ask("select demander from challenge where id = ?1", at.o, 0);
	at.expert = ask("select s.person from panel_seat s join person p on p.id = s.person where s.panel = ?1 and p.role = 'expert' and p.id not in "
		"(select x.person from panel_seat x join panel n on n.id = x.panel where n.challenge = ?2) order by s.id", at.s_panel, at.o);
	if (!at.s || !at.o || !at.s_panel || !at.expert)
		fail_msg("the demo lacks a case: S %lld O %lld panel %lld expert %lld", (long long)at.s, (long long)at.o, (long long)at.s_panel, (long long)at.expert);
	at.round = ask("select round from challenge where id = ?1", at.s, 0);
	at.list = ask("select list from challenge where id = ?1", at.s, 0);
	at.notice = ask("select id from notice where challenge = ?1", at.s, 0);
	at.milestone = ask("select id from milestone where challenge = ?1 order by id", at.s, 0);
	at.payment = ask("select id from payment where challenge = ?1 order by id", at.s, 0);
	at.signature = ask("select id from first_signature where challenge = ?1 and act_name = 'establish'", at.s, 0);
	at.relation = ask("select id from relation order by id", 0, 0);
	actors[1].person = of_org(at.s_org);
	actors[2].person = of_org(ask("select org from bid where id = ?1", at.s_bid, 0));
	actors[3].person = of_org(at.o_org);
	actors[4].person = of_org(ask("select org from bid where id = ?1", at.o_bid, 0));
	actors[5].person = ask("select p.id from person p where p.role = 'unit' and p.state = 'active' and p.org not in (select demander from challenge where "
		"id in (?1, ?2)) and p.org not in (select m.org from bid_member m join bid b on b.id = m.bid where b.challenge in (?1, ?2)) and p.org not in "
		"(select org from bid where challenge in (?1, ?2)) and p.id not in (select s.person from panel_seat s join panel n on n.id = s.panel where "
		"n.challenge in (?1, ?2)) order by p.id", at.s, at.o);
	actors[6].person = at.expert;
	actors[7].person = ask("select p.id from person p where p.role = 'expert' and p.state = 'active' and p.id not in (select s.person from panel_seat s "
		"join panel n on n.id = s.panel where n.challenge in (?1, ?2)) order by p.id", at.s, at.o);
	for (size_t i = 8; i < ACTORS; i++) {
		char sql[120];
		snprintf(sql, sizeof sql, "select id from person where role = '%s' and state = 'active' order by id", actors[i].name);
		actors[i].person = ask(sql, 0, 0);
	}
}

static void sign_all_in(void)
{
	for (size_t i = 1; i < ACTORS; i++) {
		struct web_request q = world_request(&W, METHOD_POST, "/sign-in");
		if (!actors[i].person)
			fail_msg("the demo has no %s", actors[i].name);
		assert_true(db_begin(W.db));
		struct str cookie = session_start(&W.w, &q, actors[i].person);
		assert_true(db_commit(W.db));
		actors[i].cookie = str_copy(W.a, str_cut(&cookie, ';'));
	}
}

static bool begin(void)
{
	char program[4096], command[4400], path[128];
	struct str error = { 0 };
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 32);
	char *cut = n > 0 ? (program[n] = 0, strstr(program, "/test/web/")) : NULL;
	if (!cut || (strcpy(cut, "/jiebang"), access(program, X_OK)))
		return false;
	W = (struct world){ .a = arena_new((size_t)2 << 30) };
	strcpy(W.dir, "/tmp/jiebang-test-XXXXXX");
	assert_non_null(mkdtemp(W.dir));
	assert_int_equal(rmdir(W.dir), 0);
	snprintf(command, sizeof command, "%s demo %s >/dev/null", program, W.dir);
	assert_int_equal(system(command), 0);
	snprintf(path, sizeof path, "%s/jiebang.db", W.dir);
	W.db = db_open(W.a, path, DB_WRITE, false, &error);
	assert_non_null(W.db);
	W.pg = programme_open(W.a, W.db, 1, &error);
	assert_non_null(W.pg);
	W.w = (struct web_worker){ .site = web_site_new(W.a, &error), .pg = W.pg, .read = W.db, .write = W.db, .a = W.a, .data = str_of(W.dir) };
	assert_non_null(W.w.site);
	assert_int_equal(sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	W.now = ask("select max(at) from journal", 0, 0) + 60000;
	cast();
	sign_all_in();
	return true;
}

static int status(const struct actor *who, const char *path)
{
	struct web_request q = world_request(&W, METHOD_GET, path);
	struct web_response r = { .fd = -1 };
	q.cookie = who->cookie;
	q.accept = STR("text/html");
	web_handle(&W.w, &q, &r);
	if (r.fd >= 0)
		close(r.fd);
	if (r.status == 303 && str_starts(world_header(&r, "Location"), "/sign-in"))
		return 401;
	return r.status;
}

static void line(struct buf *out, const char *name, const char *target, const char *path)
{
	buf_fmt(out, "%-26s %-9s", name, target);
	for (size_t i = 0; i < ACTORS; i++)
		buf_fmt(out, " %d", status(&actors[i], path));
	buf_putc(out, '\n');
}

/* The pattern with {id} filled in. */
static const char *filled(const char *pattern, int64_t id)
{
	const char *open = strchr(pattern, '{'), *close = strchr(pattern, '}');
	return open ? str_fmt(W.a, "%.*s%lld%s", (int)(open - pattern), pattern, (long long)id, close + 1).p : pattern;
}

static void routes(struct buf *out)
{
	struct { const char *at; int64_t s, o; const char *s_name, *o_name; } kinds[] = {
		{ "/challenges/{", at.s, at.o, "S", "O" }, { "/open/{", at.s, at.o, "S", "O" }, { "/panels/{", at.s_panel, 0, "S.panel", NULL },
		{ "/bids/{", at.s_bid, at.o_bid, "S.bid", "O.bid" }, { "/orgs/{", at.s_org, at.o_org, "S.org", "O.org" },
		{ "/experts/{", at.expert, 0, "S.expert", NULL }, { "/rounds/{", at.round, 0, "S.round", NULL }, { "/lists/{", at.list, 0, "S.list", NULL },
		{ "/notices/{", at.notice, 0, "S.notice", NULL },
		{ "/objections/{", 4242, 0, "nothing", NULL },
		{ "/results/{", 4243, 0, "no result", NULL },
		{ "/notices/{", at.notice, 0, "S.notice", NULL }, { "/allegations/{", 4242, 0, "nothing", NULL },
		{ "/partners/{", at.s_bid, 0, "no partner", NULL },
		{ "/signings/{", at.signature, 0, "S.signature", NULL }, { "/waivers/{", 4242, 0, "nothing", NULL },
	};
	for (int i = 0; i < ROUTE_COUNT; i++) {
		const struct route_info *r = &route_infos[i];
		if (!strchr(r->pattern, '{')) {
			line(out, r->name, "-", r->pattern);
			continue;
		}
		bool known = false;
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
			if (strncmp(r->pattern, kinds[k].at, strlen(kinds[k].at)))
				continue;
			known = true;
			line(out, r->name, kinds[k].s_name, filled(r->pattern, kinds[k].s));
			if (kinds[k].o_name)
				line(out, r->name, kinds[k].o_name, filled(r->pattern, kinds[k].o));
			line(out, r->name, "nothing", filled(r->pattern, 4242));
		}
		if (!known)
			fail_msg("which thing is %s about? add it to the table", r->pattern);
	}
}

static void acts(struct buf *out)
{
	struct { const char *kind, *name; int64_t id; } targets[] = {
		{ "none", "-", 0 }, { "challenge", "S", at.s }, { "challenge", "O", at.o }, { "bid", "S.bid", at.s_bid }, { "bid", "O.bid", at.o_bid },
		{ "panel", "S.panel", at.s_panel }, { "list", "S.list", at.list }, { "round", "S.round", at.round }, { "milestone", "S.stone", at.milestone },
		{ "payment", "S.payment", at.payment }, { "org", "S.org", at.s_org }, { "person", "S.expert", at.expert },
		{ "person", "S.person", actors[1].person }, { "relation", "relation", at.relation }, { "change_request", "nothing", 4242 },
		{ "cooperation", "nothing", 4242 },
		{ "bid_partner", "nothing", 4242 }, { "bid_departure", "nothing", 4242 }, { "notice", "S.notice", at.notice }, { "objection", "nothing", 4242 }, { "relisting", "nothing", 4242 }, { "objection_hearing", "nothing", 4242 },
		{ "extension", "nothing", 4242 }, { "talk", "nothing", 4242 }, { "question", "nothing", 4242 }, { "countersign", "nothing", 4242 },
		{ "result_story", "nothing", 4242 }, { "interpretation", "nothing", 4242 },
		{ "recovery", "nothing", 4242 }, { "termination", "nothing", 4242 }, { "audit_engagement", "nothing", 4242 },
		{ "first_signature", "S.signature", at.signature },
		{ "extension", "nothing", 4242 },
		{ "bid_partner", "nothing", 4242 }, { "bid_departure", "nothing", 4242 }, { "notice", "S.notice", at.notice }, { "objection", "nothing", 4242 }, { "objection_hearing", "nothing", 4242 },
		{ "allegation", "nothing", 4242 }, { "discredit", "nothing", 4242 }, { "integrity_appeal", "nothing", 4242 }, { "recovery", "nothing", 4242 }, { "termination", "nothing", 4242 }, { "audit_engagement", "nothing", 4242 },
		{ "first_signature", "S.signature", at.signature }, { "waiver", "nothing", 4242 }, { "talk", "nothing", 4242 },
		{ "need_scope", "nothing", 4242 },
	};
	for (int i = 0; i < ACT_COUNT; i++) {
		bool known = false;
		for (size_t k = 0; k < sizeof targets / sizeof *targets; k++) {
			char path[120], name[80];
			if (strcmp(act_infos[i].target, targets[k].kind))
				continue;
			known = true;
			snprintf(path, sizeof path, "/do/%s/%lld", act_infos[i].name, (long long)targets[k].id);
			snprintf(name, sizeof name, "do %s", act_infos[i].name);
			line(out, name, targets[k].name, path);
		}
		if (!known)
			fail_msg("which thing is %s about? add it to the table", act_infos[i].target);
	}
}

static struct str file_text(struct arena *a)
{
	FILE *f = fopen(FILE_NAME, "r");
	struct buf b = { .arena = a };
	char part[4096];
	size_t n;
	while (f && (n = fread(part, 1, sizeof part, f)) > 0)
		buf_put(&b, (struct str){ part, n });
	if (f)
		fclose(f);
	return buf_str(&b);
}

TEST(who_sees_what_and_may_do_what, "9.1 11.1.a 11.1.b 11.1.d")
{
	struct buf out = { .arena = a };
	char command[128];
	int differences = 0;
	if (!begin())
		skip();
	buf_puts(&out, "# 200 shown, 401 asked to sign in, 403 not this role, 404 not there for this caller, 409 not in this state\n#");
	for (size_t i = 0; i < ACTORS; i++)
		buf_fmt(&out, " %s", actors[i].name);
	buf_putc(&out, '\n');
	routes(&out);
	acts(&out);
	if (getenv("MATRIX")) {
		FILE *f = fopen(FILE_NAME, "w");
		fwrite(out.p, 1, out.n, f);
		fclose(f);
	}
	struct str found = buf_str(&out), wanted = file_text(a);
	while (found.n || wanted.n) {
		struct str one = str_cut(&found, '\n'), two = str_cut(&wanted, '\n');
		if (!str_eq(one, two) && ++differences < 20)
			print_error("found  %.*s\nwanted %.*s\n", STR_ARG(one), STR_ARG(two));
	}
	sqlite3_close(raw);
	db_close(W.db);
	snprintf(command, sizeof command, "rm -rf %s", W.dir);
	assert_int_equal(system(command), 0);
	arena_free(W.a);
	assert_int_equal(differences, 0);
}

TEST_MAIN

/* Who may read a file; who may show one in an act; over the pages: download only, ranges, not changed since. */
#include "test.h"
#include "across/attachment/attachment.h"
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/form.h"
#include "life/8-milestone/milestone.h"
#include "base/hash.h"
#include "../web/rig.h"
#include "web/session.h"

static struct world W;
static struct str digest;

#define MINE 501
#define MY_ORG 601

static void keep_file(int64_t person, int64_t org, const char *text, const char *name, bool risky)
{
	struct str path;
	char folder[128];
	digest = hash_text(W.a, HASH_SHA256, str_of(text));
	path = attachment_path(W.a, str_of(W.dir), digest);
	snprintf(folder, sizeof folder, "%s/attachments", W.dir);
	mkdir(folder, 0700);
	snprintf(folder, sizeof folder, "%s/attachments/%.2s", W.dir, digest.p);
	mkdir(folder, 0700);
	FILE *f = fopen(path.p, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	struct attachment_row row = { .id = 1000 + person, .digest = digest, .size = (int64_t)strlen(text), .name = str_of(name), .type = STR("text/html"),
		.risky = risky, .person = person, .org = org, .at = W.now };
	assert_true(db_begin(W.db));
	attachment_add(W.db, &row);
	assert_true(db_commit(W.db));
}

static void use(int64_t challenge, const char *act, int64_t person, int64_t org)
{
	static int64_t journal = 9000;
	struct attachment_use_row row = { .journal = ++journal, .digest = digest, .challenge = challenge, .act = str_of(act), .person = person, .org = org };
	assert_true(db_begin(W.db));
	attachment_link(W.db, W.a, &row);
	assert_true(db_commit(W.db));
}

static bool reads(int64_t person, int64_t org, enum role role)
{
	return attachment_readable(W.db, W.a, digest, &(struct attachment_reader){ person, org, role });
}

TEST(a_file_without_a_use_is_its_senders, "")
{
	world_open(&W);
	keep_file(MINE, MY_ORG, "one", "a.pdf", false);
	assert_true(reads(MINE, MY_ORG, ROLE_unit));
	assert_true(reads(502, MY_ORG, ROLE_unit));             /* a colleague */
	assert_false(reads(503, 602, ROLE_unit));
	assert_false(reads(504, 0, ROLE_expert));
	assert_false(reads(505, 603, ROLE_bureau));
	assert_false(reads(0, 0, ROLE_public));
	assert_false(reads(506, MY_ORG, ROLE_admin_sys));       /* an administrator who sits in the same house */
	world_close(&W);
}

/* A voucher that was only typed is no voucher, nor is one that somebody else sent. */
TEST(an_act_may_name_only_files_that_are_there_and_ones_own, "10.2.c")
{
	struct attachment_reader me = { MINE, MY_ORG, ROLE_unit }, other = { 503, 602, ROLE_unit };
	struct payment_form in = { .amount_fen = 1 };
	world_open(&W);
	keep_file(MINE, MY_ORG, "receipt", "r.pdf", false);
	assert_int_equal(attachment_check(W.db, W.a, &me, &payment_form_fields, &in).n, 0);
	in.voucher = digest;
	assert_int_equal(attachment_check(W.db, W.a, &me, &payment_form_fields, &in).n, 0);
	assert_int_equal(attachment_check(W.db, W.a, &other, &payment_form_fields, &in).n, 1);
	in.voucher = str_join(W.a, digest, ",", hash_text(W.a, HASH_SHA256, STR("never sent")));
	struct rows errors = attachment_check(W.db, W.a, &me, &payment_form_fields, &in);
	assert_int_equal(errors.n, 1);
	assert_str(((struct form_error *)errors.v)->name, "voucher");
	struct milestone_actual_form actuals[] = { { .files = digest }, { .files = hash_text(W.a, HASH_SHA256, STR("nor this")) } };
	struct milestone_report_form report = { .actuals = { actuals, 2 } };
	errors = attachment_check(W.db, W.a, &me, &milestone_report_form_fields, &report);
	assert_int_equal(errors.n, 1);
	assert_str(((struct form_error *)errors.v)->name, "actuals.1.files");
	world_close(&W);
}

TEST(a_licence_is_for_the_bureau, "5.1.1")
{
	world_open(&W);
	keep_file(0, 0, "licence", "l.pdf", false);
	use(0, "org_register", 0, 0);
	assert_true(reads(505, 603, ROLE_bureau));
	assert_false(reads(507, 604, ROLE_audit));
	assert_false(reads(503, 602, ROLE_unit));
	assert_false(reads(504, 0, ROLE_expert));
	assert_false(reads(508, 605, ROLE_finance));
	assert_false(reads(0, 0, ROLE_public));
	world_close(&W);
}

TEST(a_bids_file_is_sealed_until_the_opening, "8.3.a")
{
	world_open(&W);
	keep_file(MINE, MY_ORG, "plan", "p.pdf", false);
	use(4242, "bid_submit", MINE, MY_ORG);
	assert_true(reads(MINE, MY_ORG, ROLE_unit));
	static const enum role nobody[] = { ROLE_bureau, ROLE_eic, ROLE_finance, ROLE_audit, ROLE_government, ROLE_expert, ROLE_unit, ROLE_park,
		ROLE_admin_sys, ROLE_admin_sec, ROLE_admin_audit };
	for (size_t i = 0; i < sizeof nobody / sizeof *nobody; i++)
		assert_false(reads(700 + (int64_t)i, 800, nobody[i]));
	world_close(&W);
}

TEST(naming_a_digest_does_not_open_it, "")
{
	world_open(&W);
	keep_file(MINE, MY_ORG, "secret", "s.pdf", false);
	struct org_form form = { .licence = digest };
	struct act_request q = { .act = ACT_org_register, .person = 999, .org = 998, .role = ROLE_unit, .in = &form };
	struct act_run r = { .q = &q, .info = &act_infos[ACT_org_register] };
	assert_true(db_begin(W.db));
	attachment_link_input(W.db, W.a, &r, 12345);
	assert_true(db_commit(W.db));
	assert_false(reads(999, 998, ROLE_unit));
	assert_false(reads(505, 603, ROLE_bureau));
	q.person = MINE;
	q.org = MY_ORG;
	assert_true(db_begin(W.db));
	attachment_link_input(W.db, W.a, &r, 12346);
	assert_true(db_commit(W.db));
	assert_true(reads(505, 603, ROLE_bureau));
	world_close(&W);
}

static struct web_response fetch(const char *range, const char *etag, const struct viewer *who)
{
	struct web_request q = world_request(&W, METHOD_GET, str_c(W.a, str_fmt(W.a, "/attachments/%.*s", STR_ARG(digest))));
	struct web_response r = { .fd = -1 };
	q.range = str_of(range);
	q.etag = str_of(etag);
	assert_true(attachment_handle(&W.w, &q, who, &r));
	if (r.fd >= 0)
		close(r.fd);
	return r;
}

TEST(files_are_downloads_in_parts, "")
{
	struct viewer me = { .session = 1, .person = MINE, .org = MY_ORG, .role = ROLE_unit }, other = { .session = 2, .person = 9, .org = 9, .role = ROLE_unit };
	static const struct { const char *range; int status; int64_t offset, length; } cases[] = {
		{ "", 200, 0, 10 }, { "bytes=0-3", 206, 0, 4 }, { "bytes=4-", 206, 4, 6 }, { "bytes=-3", 206, 7, 3 }, { "bytes=-99", 206, 0, 10 },
		{ "bytes=0-99", 206, 0, 10 }, { "bytes=9-9", 206, 9, 1 }, { "bytes=10-", 416, 0, 0 }, { "bytes=99-100", 416, 0, 0 }, { "bytes=-0", 416, 0, 0 },
		{ "bytes=5-4", 200, 0, 10 }, { "bytes=a-b", 200, 0, 10 }, { "lines=1-2", 200, 0, 10 }, { "bytes=0-1,3-4", 200, 0, 10 },
		{ "bytes=99999999999999999999-", 200, 0, 10 },
	};
	world_open(&W);
	keep_file(MINE, MY_ORG, "0123456789", "\xe8\xae\xa1\xe5\x88\x92\".html", true);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct web_response r = fetch(cases[i].range, "", &me);
		assert_int_equal(r.status, cases[i].status);
		assert_int_equal(r.offset, cases[i].offset);
		assert_int_equal(r.length, cases[i].length);
	}
	struct web_response r = fetch("", "", &me);
	assert_str(r.type, "application/octet-stream");         /* a page is never served as a page */
	assert_true(str_starts(world_header(&r, "Content-Disposition"), "attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92%22.html"));
	assert_true(str_starts(world_header(&r, "Content-Security-Policy"), "sandbox"));
	assert_int_equal(fetch("", str_c(W.a, str_fmt(W.a, "\"%.*s\"", STR_ARG(digest))), &me).status, 304);
	assert_int_equal(fetch("", "", &other).status, 404);
	me.token = true;
	me.scope = STR("act:*");
	assert_int_equal(fetch("", "", &me).status, 404);       /* a token that may not read */
	digest = STR("../../../etc/passwd");
	assert_int_equal(fetch("", "", &other).status, 404);
	world_close(&W);
}

TEST_MAIN

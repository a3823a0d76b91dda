/* Papers: every text of every shipped pack fits its table and prints. */
#include "test.h"
#include "pack.h"
#include "across/document/document.h"

TEST(every_paper_of_the_pack_prints, "8.2.d 8.5.a 8.6.b")
{
	const struct policy *p = dazu_pack(a);
	size_t n;
	const struct document_info *d = document_all(&n);

	for (size_t i = 0; i < n; i++) {
		struct document_sheet sheet = { .paper_title = STR("<题>"), .paper_number = STR("DZ-WJ-2026-001"), .paper_head = STR("abc") };
		struct str error, html = document_render(a, p, &d[i], arena_alloc(a, d[i].t->size), &sheet, &error);

		assert_str(error, "");
		assert_true(str_starts(html, "<!doctype html>"));
		assert_non_null(memmem(html.p, html.n, "DZ-WJ-2026-001", 14));
		assert_null(memmem(html.p, html.n, "<题>", strlen("<题>")));
	}
}

TEST(who_may_read_a_paper, "8.6.c 8.5.a")
{
	const struct document_info *notice = document_info(STR("notice")), *book = document_info(STR("task_book"));

	assert_true(document_may(notice, ROLE_public, REL_ANY));
	assert_false(document_may(book, ROLE_public, REL_ANY));
	assert_false(document_may(book, ROLE_unit, REL_ANY | REL_BIDDER));
	assert_true(document_may(book, ROLE_unit, REL_ANY | REL_AWARDEE));
	assert_true(document_may(book, ROLE_finance, REL_ANY));
	assert_false(document_may(book, ROLE_admin_sys, REL_ANY));
}

TEST_MAIN

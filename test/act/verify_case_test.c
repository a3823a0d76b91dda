/* What jiebang verify finds in the book of a whole case: a changed amount, a deleted score, reordered lines, a truncated book, a changed verdict. */
#include "stage.h"

#include <sqlite3.h>

#include "act/verify.h"

static void edit(const struct world *w, const char *sql)
{
	sqlite3 *raw;
	sqlite3_stmt *s;
	char *error = NULL;
	assert_int_equal(sqlite3_open(w->path, &raw), SQLITE_OK);
	for (;;) {              /* an administrator of the store would begin by dropping the triggers that refuse */
		char drop[300] = "";
		sqlite3_prepare_v2(raw, "select name from sqlite_master where type = 'trigger' limit 1", -1, &s, NULL);
		if (sqlite3_step(s) == SQLITE_ROW)
			snprintf(drop, sizeof drop, "drop trigger \"%s\"", sqlite3_column_text(s, 0));
		sqlite3_finalize(s);
		if (!drop[0])
			break;
		if (sqlite3_exec(raw, drop, NULL, NULL, &error) != SQLITE_OK)
			fail_msg("%s: %s", drop, error);
	}
	if (sqlite3_exec(raw, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	assert_true(sqlite3_total_changes(raw) > 0);
	sqlite3_close(raw);
}

static size_t findings(struct arena *a, const struct world *w)
{
	struct verify v = { .a = a };
	verify_chain(&v, w->db, w->pg);
	verify_rows(&v, w->db);
	verify_invariants(&v, w->db);
	return v.findings.n;
}

static void planted(struct arena *a, const char *sql)
{
	struct staged t = staged_new(a, "main.story", "milestone.assessing");
	assert_int_equal(findings(a, &t.w), 0);
	db_checkpoint(t.w.db);
	edit(&t.w, sql);
	assert_true(findings(a, &t.w) > 0);
	staged_free(&t);
}

TEST(changed_amount_is_found, "")
{
	planted(a, "update payment set amount_fen = amount_fen + 1 where id = (select max(id) from payment where paid_fen = 0)");
}

TEST(deleted_score_is_found, "")
{
	planted(a, "delete from panel_score where id = (select max(id) from panel_score)");
}

TEST(reordered_lines_are_found, "")
{
	planted(a, "update journal set seq = 900000 where seq = 40; update journal set seq = 40 where seq = 41; update journal set seq = 41 where seq = 900000");
}

TEST(truncated_book_with_its_head_is_found, "")
{
	planted(a, "update programme set head_seq = head_seq - 1, head_hash = (select prev from journal order by seq desc limit 1);"
		"delete from journal where seq = (select max(seq) from journal)");
}

TEST(changed_receipt_time_is_found, "")
{
	planted(a, "update journal set at = at - 60000 where act = 'bid_submit'");
}

TEST_MAIN

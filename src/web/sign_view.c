/* The log of sign-ins: for the security and the audit administrator. */
#include "base/choice.h"
#include "base/limits.h"
#include "web/sign.h"

bool sign_log_view(struct view *v, void *page)
{
	struct sign_log_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct sign_log_key key = { .programme = v->pg->id, .what = view_query(v, "what"), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	p->lines = db_all(v->db, v->a, "sign_log_lines", &key);
	db_one(v->db, v->a, "sign_log_count", &key, &total);
	p->whats = choice_items(v, choices_builtin(v->a, "sign_what"), key.what);
	p->filtered = key.what.n > 0;
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

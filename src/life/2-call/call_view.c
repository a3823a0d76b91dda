/*
 * Pages of lists, and the lines to choose from in their forms.  Reads only.
 */
#include "across/publish/publish.h"
#include "base/form.h"
#include "base/limits.h"
#include "life/2-call/call.h"
#include "web/frame.h"
#include "web/view.h"

static bool office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance || role == ROLE_audit;
}

static struct rows waiting(struct view *v)
{
	struct list_key key = { .programme = v->pg->id, .stage = STR("call.argued") };

	return db_all(v->db, v->a, "call_waiting", &key);
}

bool lists_view(struct view *v, void *page)
{
	struct lists_page *p = page;
	int64_t n = view_query_int(v, "page", 1, 1 << 20, 1), per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS);
	struct list_key key = { .programme = v->pg->id, .all = office(v->who->role), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };
	struct pager *pager = NEW(v->a, struct pager);

	p->office = key.all;
	p->lists = db_all(v->db, v->a, "call_lists", &key);
	db_one(v->db, v->a, "call_lists_count", &key, &total);
	if (p->office)
		p->waiting = waiting(v);
	p->may_draft = p->waiting.n && view_may(v, ACT_list_draft);
	view_pager(v, pager, total.n, n, per);
	p->municipal = db_all(v->db, v->a, "call_municipal_lines", &(struct list_key){ .programme = v->pg->id });
	p->pager = (struct rows){ pager, 1 };
	return true;
}

bool list_view(struct view *v, void *page)
{
	struct list_page *p = page;
	struct list_key key = { .list = v->id, .all = office(v->who->role) };
	struct list_row row;

	if (!call_list(v->db, v->a, v->pg->id, v->id, &row) || (!key.all && !str_is(row.state, "published")))
		return false;
	fields_copy(&list_page_fields, p, &list_row_fields, &row);
	if (!key.all)
		p->remark = STR("");
	p->office = key.all;
	p->items = db_all(v->db, v->a, "call_item_lines", &key);
	p->may_decide = str_is(row.state, "drafted") && view_may(v, ACT_list_decide);
	p->may_correct = str_is(row.state, "published") && view_may(v, ACT_correct_list);
	p->corrections = corrections_of(v->db, v->a, v->pg->id, "list", row.id);
	p->may_publish = str_is(row.state, "decided") && view_may(v, ACT_list_publish);
	v->title = str_join(v->a, row.number, " ", row.title);
	return true;
}

/* ---- lines to choose from ---- */

static struct choice line(struct arena *a, int64_t id, struct str number, struct str title)
{
	return (struct choice){ str_fmt(a, "%lld", (long long)id), str_join(a, number, " ", title) };
}

struct rows argued_options(struct view *v)
{
	struct rows rows = office(v->who->role) ? waiting(v) : (struct rows){ 0 };
	const struct need_mine_row *w = rows.v;
	struct choice *out = NEW_ARRAY(v->a, rows.n + 1, struct choice);

	for (size_t i = 0; i < rows.n; i++)
		out[i] = line(v->a, w[i].id, w[i].number, w[i].title);
	return (struct rows){ out, rows.n };
}

struct rows drafted_options(struct view *v)
{
	struct list_key key = { .list = v->id, .all = 1 };
	struct rows rows = office(v->who->role) ? db_all(v->db, v->a, "call_item_lines", &key) : (struct rows){ 0 };
	const struct list_item_line *i = rows.v;
	struct choice *out = NEW_ARRAY(v->a, rows.n + 1, struct choice);
	size_t n = 0;

	for (size_t k = 0; k < rows.n; k++)
		if (str_is(i[k].state, "drafted"))
			out[n++] = line(v->a, i[k].challenge, i[k].number, i[k].title);
	return (struct rows){ out, n };
}

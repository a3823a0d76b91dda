/* Pages of accepted projects, for everybody. */
#include "across/publish/publish.h"
#include "base/limits.h"
#include "web/view.h"

struct rows corrections_of(struct db *db, struct arena *a, int64_t programme, const char *kind, int64_t thing)
{
	struct publish_key key = { .programme = programme, .kind = str_of(kind), .thing = thing };

	return db_all(db, a, "publish_corrections", &key);
}

bool results_view(struct view *v, void *page)
{
	struct results_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct publish_key key = { .programme = v->pg->id, .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	p->items = db_all(v->db, v->a, "publish_results", &key);
	db_one(v->db, v->a, "publish_results_count", &key, &total);
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

bool result_view(struct view *v, void *page)
{
	struct result_page *p = page;
	struct publish_key key = { .programme = v->pg->id, .thing = v->id, .limit = 1 };
	struct result_line line;

	if (!v->id || !db_one(v->db, v->a, "publish_results", &key, &line))
		return false;
	*p = (struct result_page){ .id = line.id, .title = line.title, .number = line.number, .demander_name = line.demander_name,
		.awardee_name = line.awardee_name, .field = line.field, .published_on = line.published_on, .story = line.story, .effect = line.effect };
	p->corrections = corrections_of(v->db, v->a, v->pg->id, "result", line.id);
	p->may_correct = may_act(ACT_correct_result, v->who->role, REL_ANY);
	v->title = line.title;
	return true;
}

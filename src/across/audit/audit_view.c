/*
 * The list of engagements, and the firms to choose from. What an audit found stands on the case's page (8-milestone/ending_view.c).
 */
#include "across/audit/audit.h"
#include "base/limits.h"
#include "base/choice.h"
#include "base/form.h"
#include "web/frame.h"
#include "web/view.h"

bool audits_view(struct view *v, void *page)
{
	struct audits_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct viewer_key key = { .programme = v->pg->id, .org = v->who->role == ROLE_audit ? v->who->org : 0, .limit = per,
		.offset = (n - 1) * per };
	struct count_row total = { 0 };

	if (v->who->role == ROLE_audit && !v->who->org)
		return false;
	p->audits = db_all(v->db, v->a, "audits_list", &key);
	db_one(v->db, v->a, "audits_count", &key, &total);
	struct audits_row *a = p->audits.v;
	for (size_t i = 0; i < p->audits.n; i++) {
		a[i].late = str_is(a[i].state, "appointed") && a[i].due < v->today;
		a[i].can_report = v->who->role == ROLE_audit && str_is(a[i].state, "appointed");
	}
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

struct rows auditor_options(struct view *v)
{
	struct rows firms = db_all(v->db, v->a, "audit_firms", &(struct viewer_key){ .programme = v->pg->id });
	const struct org_row *o = firms.v;
	struct choice *c = NEW_ARRAY(v->a, firms.n, struct choice);

	for (size_t i = 0; i < firms.n; i++)
		c[i] = (struct choice){ str_fmt(v->a, "%lld", (long long)o[i].id), o[i].name };
	return (struct rows){ c, firms.n };
}

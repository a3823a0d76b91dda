/*
 * The integrity register's pages: entries for the offices, its own for a unit; an allegation for those who may know of it.
 */
#include "across/integrity/integrity.h"
#include "base/choice.h"
#include "base/form.h"
#include "base/limits.h"
#include "web/frame.h"
#include "web/view.h"

static bool office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_government;
}

static struct integrity_key key_of(const struct view *v)
{
	return (struct integrity_key){ .programme = v->pg->id, .org = office(v->who->role) ? 0 : v->who->org, .person = v->who->person,
		.role = str_of(role_name(v->who->role)), .today = v->today };
}

static void mark_appeals(struct view *v, struct rows entries)
{
	struct integrity_line *e = entries.v;
	struct integrity_appeal_row p;

	for (size_t i = 0; i < entries.n; i++)
		e[i].can_appeal = e[i].allegation && e[i].org == v->who->org && view_may(v, ACT_appeal_file)
			&& !db_one(v->db, v->a, "integrity_appeals_of", &(struct id_key){ e[i].id }, &p);
}

bool integrity_view(struct view *v, void *page)
{
	struct integrity_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct integrity_key key = key_of(v), mine = key_of(v);
	struct count_row total = { 0 };

	if (!office(v->who->role) && !v->who->org)
		return false;
	key.limit = per;
	key.offset = (n - 1) * per;
	mine.org = v->who->org;
	p->office = office(v->who->role);
	p->allegations = db_all(v->db, v->a, "allegations_list", &mine);
	p->entries = db_all(v->db, v->a, "integrity_list", &key);
	mark_appeals(v, p->entries);
	db_one(v->db, v->a, "integrity_count", &key, &total);
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

static struct str name_of(struct view *v, int64_t person)
{
	struct person_row p;

	return person_find(v->db, v->a, person, &p) ? p.name : (struct str){ 0 };
}

static void fill_entry(struct view *v, struct allegation_page *p, const struct allegation_row *g)
{
	struct integrity_key key = { .programme = v->pg->id, .org = g->org, .today = v->today, .limit = LIMIT_PAGE_ROWS_MAX };
	struct rows all = db_all(v->db, v->a, "integrity_list", &key);
	const struct integrity_line *e = all.v;
	struct integrity_line *one = NEW(v->a, struct integrity_line);

	for (size_t i = 0; i < all.n; i++)
		if (e[i].id == g->entry) {
			*one = e[i];
			p->entries = (struct rows){ one, 1 };
		}
	mark_appeals(v, p->entries);
	p->sanctions = db_all(v->db, v->a, "sanctions_of", &(struct id_key){ g->entry });
	p->appeals = db_all(v->db, v->a, "integrity_appeals_of", &(struct id_key){ g->entry });
	const struct integrity_appeal_row *a = p->appeals.v;
	if (p->appeals.n && str_is(a[0].state, "filed") && view_may(v, ACT_appeal_decide))
		p->appeal_open = a[0].id;
}

bool allegation_view(struct view *v, void *page)
{
	struct allegation_page *p = page;
	struct allegation_row g;
	struct integrity_failure_row failure;

	if (!db_one(v->db, v->a, "allegation_one", &(struct id_key){ v->id }, &g) || g.programme != v->pg->id
		|| !allegation_known(v->db, v->a, &g, v->who->person, v->who->org, v->who->role))
		return false;
	*p = (struct allegation_page){ .id = g.id, .org_name = org_name(v->db, v->a, g.org), .person_name = g.person_name, .kind = g.kind,
		.source = g.source, .happened = g.happened, .facts = g.facts, .evidence = g.evidence, .handler = name_of(v, g.handler),
		.decider = name_of(v, g.decider), .state = g.state, .filed_on = g.filed_on, .notified_on = g.notified_on, .due = g.due,
		.statement = g.statement, .statement_evidence = g.statement_evidence, .stated_on = g.stated_on, .finding = g.finding,
		.document = g.document, .decided_on = g.decided_on };
	if (g.failure && db_one(v->db, v->a, "integrity_failure", &(struct id_key){ g.failure }, &failure))
		p->failure = str_join(v->a, failure.number, " ", failure.document);
	if (g.entry)
		fill_entry(v, p, &g);
	bool handles = g.handler == v->who->person, decides = g.decider == v->who->person;
	if (handles || decides)
		p->referrals = db_all(v->db, v->a, "crime_referrals_of", &(struct id_key){ g.id });
	p->can_notify = handles && str_is(g.state, "filed");
	p->can_state = v->who->role == ROLE_unit && str_is(g.state, "notified") && view_may(v, ACT_statement_give);
	p->can_decide = decides && (str_is(g.state, "stated") || str_is(g.state, "notified"));
	p->can_refer = (handles || decides) && !str_is(g.state, "unfounded");
	return true;
}

/* ---- lists to choose from ---- */

struct rows failure_options(struct view *v)
{
	struct integrity_key key = { .programme = v->pg->id, .org = v->id };
	struct rows all = db_all(v->db, v->a, "integrity_failures", &key);
	const struct integrity_failure_row *f = all.v;
	struct choice *c = NEW_ARRAY(v->a, all.n, struct choice);

	for (size_t i = 0; i < all.n; i++)
		c[i] = (struct choice){ str_fmt(v->a, "%lld", (long long)f[i].id), str_join(v->a, f[i].number, " ", f[i].document) };
	return (struct rows){ c, all.n };
}

struct rows decider_options(struct view *v)
{
	struct rows all = people_with_role(v->db, v->a, v->pg->id, STR("bureau"));
	const struct person_row *p = all.v;
	struct choice *c = NEW_ARRAY(v->a, all.n, struct choice);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (p[i].id != v->who->person)
			c[n++] = (struct choice){ str_fmt(v->a, "%lld", (long long)p[i].id), p[i].name };
	return (struct rows){ c, n };
}

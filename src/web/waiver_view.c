/*
 * Waivers as pages: one of them; all of them with the figures by year, rule and clause; those of a case, shown around every page of it.
 */
#include "web/inside.h"
#include "base/day.h"
#include "base/limits.h"
#include "web/waiver.h"
#include <stddef.h>

static struct ask *ask_of(struct view *v)
{
	return (struct ask *)(void *)((char *)v - offsetof(struct ask, v));
}

static struct str sentence_of(struct ask *k, const struct waiver_row *w)
{
	enum rule_id rule;

	if (!rule_find(w->rule, &rule))
		return w->rule;
	struct verdict v = { .rule = rule, .outcome = BROKEN, .found = w->found, .wanted = w->wanted, .subject = w->subject };
	struct rows items = verdict_items(k, (struct rows){ &v, 1 });
	return ((const struct verdict_item *)items.v)->sentence;
}

static struct waiver_item item_of(struct ask *k, const struct waiver_row *w)
{
	struct waiver_names n = { 0 };
	struct waiver_item out = { 0 };
	struct journal_key key = { .programme = w->programme, .seq = w->used_seq };
	struct journal_line line;

	db_one(k->v.db, k->v.a, "waiver_names", w, &n);
	fields_copy(&waiver_item_fields, &out, &waiver_row_fields, w);
	out.number = n.number, out.title = n.title, out.org_name = n.org_name, out.person_name = n.person_name, out.decider_name = n.decider_name;
	out.link = w->challenge ? str_fmt(k->v.a, "/challenges/%lld", (long long)w->challenge) : (struct str){ 0 };
	const struct clause *c = policy_clause(k->policy, w->clause);
	out.clause_number = c ? c->number : w->clause;
	out.sentence = sentence_of(k, w);
	out.competent = owner_words(k->v.a, k->policy, w->competent, k->english);
	if (w->used_seq && db_one(k->v.db, k->v.a, "journal_at", &key, &line))
		out.receipt = act_receipt(k->v.a, k->v.pg->prefix, line.at, w->used_seq);
	return out;
}

static struct rows items_of(struct ask *k, struct rows rows)
{
	const struct waiver_row *w = rows.v;
	struct waiver_item *items = NEW_ARRAY(k->v.a, rows.n + 1, struct waiver_item);

	for (size_t i = 0; i < rows.n; i++)
		items[i] = item_of(k, &w[i]);
	return (struct rows){ items, rows.n };
}

struct rows waivers_of_case(struct ask *k, int64_t challenge)
{
	bool reads = case_office(k->who->role) == CASES_ALL || (k->v.relations & (REL_DEMANDER | REL_AWARDEE));

	if (!challenge || !reads)
		return (struct rows){ 0 };
	struct rows all = items_of(k, db_all(k->v.db, k->v.a, "waivers_of_case", &(struct waiver_key){ .challenge = challenge }));
	return fields_copy_rows(k->v.a, &case_waiver_fields, &waiver_item_fields, all);
}

/* Its asker's organisation, who decides, the offices that read every case, and whoever reads the list. */
bool waiver_view(struct view *v, void *page)
{
	struct waiver_page *p = page;
	struct ask *k = ask_of(v);
	struct waiver_row *w = NEW(v->a, struct waiver_row);

	if (!db_one(v->db, v->a, "waiver_one", &(struct id_key){ v->id }, w) || w->programme != v->pg->id)
		return false;
	bool own = w->person == v->who->person || (v->who->org && w->org == v->who->org);
	bool office = case_office(v->who->role) == CASES_ALL;
	if (!own && !office && !may_see(ROUTE_waivers, v->who->role, REL_ANY))
		return false;
	if (own || office)
		ask_case(k, w->challenge);
	p->id = w->id;
	p->items = items_of(k, (struct rows){ w, 1 });
	p->can_decide = str_is(w->state, "asked") && str_is(w->competent, role_name(v->who->role)) && w->person != v->who->person;
	p->can_withdraw = str_is(w->state, "asked") && w->person == v->who->person;
	if (str_is(w->state, "granted") && own)
		p->again = str_fmt(v->a, "/do/%.*s/%lld", STR_ARG(w->act_name), (long long)w->thing);
	v->title = ((const struct waiver_item *)p->items.v)->sentence;
	return true;
}

/* A rule's sentence without figures. */
static struct str rule_says(struct ask *k, struct str name)
{
	enum rule_id rule;
	struct buf b = { .arena = k->v.a };

	if (!rule_find(name, &rule))
		return name;
	for (struct str text = tr(k->english, str_of(rule_infos[rule].sentence)); text.n;) {
		bool hole = false;
		for (size_t i = 0; i < text.n && !hole; i++)
			hole = text.p[i] == '{';
		buf_put(&b, str_cut(&text, '{'));
		if (hole) {
			str_cut(&text, '}');
			buf_puts(&b, "\xe2\x80\xa6");
		}
	}
	return buf_str(&b);
}

static struct rows stats_of(struct ask *k)
{
	struct rows rows = db_all(k->v.db, k->v.a, "waivers_counted", &(struct waiver_key){ .programme = k->v.pg->id });
	struct rows out = fields_copy_rows(k->v.a, &waiver_stat_fields, &waiver_count_fields, rows);
	struct waiver_stat *s = out.v;

	for (size_t i = 0; i < out.n; i++) {
		const struct clause *c = policy_clause(k->policy, s[i].clause);
		s[i].number = c ? c->number : s[i].clause;
		s[i].says = rule_says(k, s[i].rule);
	}
	return out;
}

bool waivers_view(struct view *v, void *page)
{
	struct waivers_page *p = page;
	struct ask *k = ask_of(v);
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	int64_t year = view_query_int(v, "year", 1, 9999, 0);
	struct waiver_key key = { .programme = v->pg->id, .rule = view_query(v, "rule"), .state = view_query(v, "state"), .since = year * 10000,
		.until = year ? year * 10000 + 1231 : 99991231, .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	if (str_is(view_query(v, "format"), "csv"))
		key.limit = LIMIT_PAGE_ROWS_MAX * 20;
	db_one(v->db, v->a, "waivers_total", &key, &total);
	p->items = items_of(k, db_all(v->db, v->a, "waivers_page", &key));
	p->stats = stats_of(k);
	p->filtered = year || key.rule.n || key.state.n;
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

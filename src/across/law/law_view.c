/* The page of versions: which pack is in force since when, what it changed, which cases run under it; the working-day calendar's years. */
#include "across/law/law.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include "web/view.h"

static bool english(const struct view *v)
{
	return str_is(v->who->lang, "en");
}

static struct str clause_text(const struct view *v, const struct clause *c)
{
	return english(v) && c->text_en.n ? c->text_en : c->text;
}

/* ---- what a version changed ---- */

static void clause_add(struct version_item *out, struct version_clause c)
{
	((struct version_clause *)out->clauses.v)[out->clauses.n++] = c;
}

static void clauses_fill(struct view *v, const struct policy *old, const struct policy *new, struct version_item *out)
{
	const struct clause *c = new->clauses.v, *was = old->clauses.v;

	out->clauses.v = NEW_ARRAY(v->a, old->clauses.n + new->clauses.n + 1, struct version_clause);
	for (size_t i = 0; i < new->clauses.n; i++) {
		const struct clause *b = policy_clause(old, c[i].id);
		if (!b)
			clause_add(out, (struct version_clause){ c[i].id, c[i].number, view_say(v, word_text(WORD_version_added)), STR(""),
				clause_text(v, &c[i]) });
		else if (!str_eq(b->text, c[i].text) || !str_eq(b->kind, c[i].kind))
			clause_add(out, (struct version_clause){ c[i].id, c[i].number, view_say(v, word_text(WORD_version_changed)), clause_text(v, b),
				clause_text(v, &c[i]) });
	}
	for (size_t i = 0; i < old->clauses.n; i++)
		if (!policy_clause(new, was[i].id))
			clause_add(out, (struct version_clause){ was[i].id, was[i].number, view_say(v, word_text(WORD_version_removed)),
				clause_text(v, &was[i]), STR("") });
}

/* A parameter has the unit of its rule only when the rule measures with it; a sum and a share look like what they are. */
static struct str figure(struct view *v, enum rule_id rule, int k, int64_t n)
{
	const char *name = rule_infos[rule].params[k];
	enum unit unit = rule_infos[rule].unit;

	if (unit == UNIT_FEN || str_ends(str_of(name), "_fen"))
		return str_fmt(v->a, "%s %.*s", name, STR_ARG(money_text(v->a, n)));
	if (unit == UNIT_SHARE)
		return str_fmt(v->a, "%s %lld.%02lld%%", name, (long long)(n / 100), (long long)(n % 100));
	return str_fmt(v->a, "%s %lld", name, (long long)n);
}

static void figures_fill(struct view *v, const struct policy *old, const struct policy *new, struct version_item *out)
{
	struct version_figure *f = NEW_ARRAY(v->a, RULE_COUNT * 5 + 1, struct version_figure);
	size_t n = 0;

	for (int i = 0; i < RULE_COUNT; i++) {
		const struct binding *b = policy_binding(old, (enum rule_id)i), *c = policy_binding(new, (enum rule_id)i);
		struct version_figure one = { .rule = str_of(rule_infos[i].name), .sentence = view_say(v, str_of(rule_infos[i].remedy)) };

		if (!b != !c) {
			one.was = view_say(v, word_text(b ? WORD_version_judged : WORD_version_not_judged));
			one.is = view_say(v, word_text(c ? WORD_version_judged : WORD_version_not_judged));
			f[n++] = one;
		}
		for (int k = 0; b && c && k < 4 && rule_infos[i].params[k]; k++) {
			if (b->param[k] == c->param[k])
				continue;
			one.was = figure(v, (enum rule_id)i, k, b->param[k]);
			one.is = figure(v, (enum rule_id)i, k, c->param[k]);
			f[n++] = one;
		}
	}
	out->figures = (struct rows){ f, n };
}

/* ---- the versions ---- */

static const struct policy *pack_with(const struct view *v, struct str digest)
{
	const struct policy *const *p = v->pg->packs.v;

	for (size_t i = 0; i < v->pg->packs.n; i++)
		if (str_eq(p[i]->digest, digest))
			return p[i];
	return NULL;
}

static int64_t cases_under(struct rows packs, struct str digest)
{
	const struct law_pack *p = packs.v;

	for (size_t i = 0; i < packs.n; i++)
		if (str_eq(p[i].pack, digest))
			return p[i].cases;
	return 0;
}

static struct version_item version(struct view *v, const struct policy *p, struct rows packs)
{
	struct version_item item = { .title = english(v) && p->title_en.n ? p->title_en : p->title, .issued = p->number, .digest = p->digest,
		.in_force = p->in_force, .current = str_eq(p->digest, v->pg->policy->digest) };

	/* How many cases there are is the offices' business: some are known to nobody else. */
	item.counted = v->who->role == ROLE_bureau || v->who->role == ROLE_eic || v->who->role == ROLE_government || v->who->role == ROLE_audit;
	if (item.counted)
		item.cases = cases_under(packs, p->digest);
	return item;
}

static void versions_fill(struct view *v, struct versions_page *page)
{
	struct law_key key = { .programme = v->pg->id };
	struct rows adopted = db_all(v->db, v->a, "law_adoptions", &key), packs = db_all(v->db, v->a, "law_packs", &key);
	const struct pack_adoption_row *row = adopted.v;
	struct version_item *items = NEW_ARRAY(v->a, adopted.n + 1, struct version_item);
	const struct policy *first = adopted.n ? pack_with(v, row[0].former) : v->pg->policy;
	size_t n = 0;

	for (size_t i = adopted.n; i-- > 0;) {
		const struct policy *p = pack_with(v, row[i].pack), *old = pack_with(v, row[i].former);

		if (!p || !old)
			continue;
		items[n] = version(v, p, packs);
		items[n].in_force = row[i].in_force;
		items[n].document = row[i].document;
		items[n].reason = row[i].reason;
		clauses_fill(v, old, p, &items[n]);
		figures_fill(v, old, p, &items[n]);
		items[n].changes = (int64_t)(items[n].clauses.n + items[n].figures.n);
		n++;
	}
	if (first) {
		items[n] = version(v, first, packs);
		items[n++].first = true;
	}
	page->versions = (struct rows){ items, n };
}

/* ---- the calendar ---- */

static void say_span(struct buf *b, const struct view *v, int64_t from, int64_t to, struct str name)
{
	if (b->n)
		buf_put(b, view_say(v, word_text(WORD_list_comma)));
	buf_put(b, view_say(v, name));
	buf_fmt(b, " %.*s", STR_ARG(day_text(v->a, from)));
	if (to != from)
		buf_fmt(b, " – %.*s", STR_ARG(day_text(v->a, to)));
}

/* The days of one kind, days that follow each other under one name as one. */
static struct str spans(const struct view *v, const struct calendar_year *y, bool off)
{
	const struct calendar_day *d = y->days.v;
	struct buf b = { .arena = v->a };

	for (size_t i = 0, end; i < y->days.n; i = end) {
		for (end = i + 1; end < y->days.n && d[end].off == d[i].off && str_eq(d[end].name, d[i].name) && d[end].day == day_add(d[end - 1].day, 1);)
			end++;
		if (d[i].off == off)
			say_span(&b, v, d[i].day, d[end - 1].day, d[i].name);
	}
	return buf_str(&b);
}

static bool recorded(struct rows notices, int64_t year)
{
	const struct calendar_notice_row *n = notices.v;

	for (size_t i = 0; i < notices.n; i++)
		if (n[i].year == year)
			return true;
	return false;
}

static void years_fill(struct view *v, struct versions_page *page)
{
	struct rows notices = db_all(v->db, v->a, "law_years", &(struct law_key){ .programme = v->pg->id });
	const struct calendar_year *y = v->pg->calendar->years.v;
	size_t all = v->pg->calendar->years.n;
	struct calendar_item *items = NEW_ARRAY(v->a, all + 1, struct calendar_item);

	for (size_t i = 0; i < all; i++) {
		const struct calendar_year *at = &y[all - 1 - i];
		items[i] = (struct calendar_item){ .year = at->year, .paper = at->paper, .link = str_starts(at->paper, "http"), .announced = at->announced,
			.recorded = recorded(notices, at->year), .off = spans(v, at, true), .work = spans(v, at, false) };
		if (at->announced)
			items[i].working_days = calendar_count(v->pg->calendar, at->year * 10000 + 101, at->year * 10000 + 1231);
	}
	page->years = (struct rows){ items, all };
}

bool versions_view(struct view *v, void *page)
{
	struct versions_page *p = page;

	versions_fill(v, p);
	years_fill(v, p);
	p->may_adopt = may_act(ACT_pack_adopt, v->who->role, REL_ANY);
	p->may_calendar = may_act(ACT_calendar_publish, v->who->role, REL_ANY);
	return true;
}

/* ---- lists to choose from ---- */

/* The stored packs of this place that are not in force. */
struct rows pack_options(struct view *v)
{
	struct rows packs = db_all(v->db, v->a, "law_packs", &(struct law_key){ .programme = v->pg->id });
	const struct law_pack *p = packs.v;
	struct choice *out = NEW_ARRAY(v->a, packs.n + 1, struct choice);
	size_t n = 0;

	for (size_t i = 0; i < packs.n; i++) {
		const struct policy *pack = pack_with(v, p[i].pack);

		if (!pack)
			pack = law_pack_read(v->db, v->a, p[i].id);
		if (!pack || str_eq(pack->digest, v->pg->policy->digest) || !str_eq(pack->prefix, v->pg->prefix))
			continue;
		out[n++] = (struct choice){ str_fmt(v->a, "%lld", (long long)p[i].id),
			str_fmt(v->a, "%.*s %.*s (%.12s)", STR_ARG(pack->title), STR_ARG(pack->number), pack->digest.p) };
	}
	return (struct rows){ out, n };
}

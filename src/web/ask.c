/*
 * One request on its way: who asks, for what, in which form the answer is wanted; what was sent with it.
 */
#include "web/inside.h"
#include "across/attachment/attachment.h"
#include "across/law/law.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/word.h"
#include <string.h>

struct str pair_value(struct rows pairs, const char *name)
{
	const struct form_pair *p = pairs.v;

	for (size_t i = 0; i < pairs.n; i++)
		if (str_is(p[i].name, name))
			return p[i].value;
	return STR("");
}

static bool wants_json(const struct ask *k)
{
	struct str head = k->q->accept;

	if (str_is(pair_value(k->v.query, "format"), "json") || str_ends(k->q->path, ".json"))
		return true;
	return str_starts(head, "application/json") || str_starts(head, "application/problem+json") || k->who->token;
}

void ask_start(struct ask *k, struct web_worker *w, const struct web_request *q, struct viewer *who, struct web_response *out)
{
	struct str error;

	const struct programme *pg = programme_now(w->read, w->a, w->pg, instant_day(q->now));

	*k = (struct ask){ .w = w, .q = q, .who = who, .out = out, .path = q->path, .policy = pg->policy };
	k->v = (struct view){ .db = w->read, .a = w->a, .pg = pg, .programmes = w->programmes, .who = who, .now = q->now, .today = instant_day(q->now),
		.relations = REL_ANY };
	if (!form_pairs_from_urlencoded(w->a, q->query, &k->v.query, &error))
		k->v.query = (struct rows){ 0 };
	k->json = wants_json(k);
	k->csv = str_is(pair_value(k->v.query, "format"), "csv");
	k->english = str_is(who->lang, "en");
	if (str_ends(k->path, ".json"))
		k->path.n -= 5;
}

static bool pinned(const struct policy *p, struct str digest)
{
	return p && str_eq(p->digest, digest);
}

void ask_case(struct ask *k, int64_t challenge)
{
	struct id_key key = { .id = challenge };
	const struct policy *const *packs = k->v.pg->packs.v;
	struct challenge_row c;

	if (!challenge || !db_one(k->v.db, k->v.a, "challenge_read", &key, &c) || (case_office(k->who->role) == CASES_LISTED && !c.deadline))
		return;
	k->v.challenge = challenge;
	k->v.relations = relations_of(k->v.db, k->v.a, k->who->person, k->who->org, "challenge", challenge);
	for (size_t i = 0; i < k->v.pg->packs.n; i++)
		if (pinned(packs[i], c.pack))
			k->policy = packs[i];
}

/* ---- lists to choose from ---- */

static const struct {
	const char *name;
	struct rows (*get)(struct view *v);
} options[] = {
#define OPTIONS(NAME, FUNCTION) { #NAME, FUNCTION },
#include "tables/options.def"
#undef OPTIONS
	{ NULL, NULL },
};

static struct rows id_options(struct view *v, const char *name)
{
	for (size_t i = 0; options[i].name; i++)
		if (strcmp(options[i].name, name) == 0)
			return options[i].get(v);
	return (struct rows){ 0 };
}

static struct rows acts_as_choices(struct ask *k)
{
	struct choice *c = NEW_ARRAY(k->v.a, ACT_COUNT, struct choice);

	for (size_t i = 0; i < ACT_COUNT; i++)
		c[i] = (struct choice){ str_of(act_infos[i].name), str_of(act_infos[i].label) };
	return (struct rows){ c, ACT_COUNT };
}

static struct rows clauses_as_choices(struct ask *k)
{
	const struct clause *c = k->policy->clauses.v;
	struct choice *out = NEW_ARRAY(k->v.a, k->policy->clauses.n + 1, struct choice);

	for (size_t i = 0; i < k->policy->clauses.n; i++)
		out[i] = (struct choice){ c[i].id, str_fmt(k->v.a, "%.*s %.*s", STR_ARG(c[i].number),
			STR_ARG(k->english && c[i].text_en.n ? c[i].text_en : c[i].text)) };
	return (struct rows){ out, k->policy->clauses.n };
}

static struct rows roles_as_choices(struct ask *k)
{
	static const struct choice roles[] = {
#define ROLE(ID, NAME, ...) { { #ID, sizeof #ID - 1 }, { NAME, sizeof NAME - 1 } },
#include "tables/roles.def"
#undef ROLE
	};
	(void)k;
	return (struct rows){ (void *)roles, sizeof roles / sizeof *roles };
}

static struct rows file_as_choice(struct ask *k, struct str digest)
{
	struct attachment_row row;
	struct choice *c = NEW(k->v.a, struct choice);

	if (!attachment_find(k->v.db, k->v.a, digest, &row))
		return (struct rows){ 0 };
	*c = (struct choice){ digest, row.name };
	return (struct rows){ c, 1 };
}

static struct rows list_named(struct ask *k, const char *of)
{
	struct rows r;

	if (strcmp(of, "stage") == 0)
		return stage_choices(k->v.a, k->policy, k->english);
	if (strcmp(of, "clause") == 0)
		return clauses_as_choices(k);
	if (strcmp(of, "act") == 0)
		return acts_as_choices(k);
	if (strcmp(of, "role") == 0)
		return roles_as_choices(k);
	r = choices_builtin(k->v.a, of);
	return r.n ? r : policy_list(k->policy, of);
}

/* The names are texts of the field tables: the same list comes by the same pointer. */
struct rows ask_choices(void *ask, const char *of)
{
	struct ask *k = ask;
	struct ask_list *l = k->lists, *end = k->lists + sizeof k->lists / sizeof *k->lists;

	if (of[0] == '@')
		return id_options(&k->v, of + 1);
	if (of[0] == '#')
		return file_as_choice(k, str_of(of + 1));
	while (l < end && l->of && (l->of != of || l->policy != k->policy))
		l++;
	if (l == end)
		return list_named(k, of);
	if (!l->of)
		*l = (struct ask_list){ of, k->policy, list_named(k, of) };
	return l->list;
}

/* ---- what was sent ---- */

bool ask_pairs(struct ask *k, struct rows *pairs, struct str *error)
{
	struct arena *a = k->w->a;

	if (str_is(k->q->type, "application/json"))
		return form_pairs_from_json(a, k->q->body, pairs, error);
	if (str_is(k->q->type, "multipart/form-data")) {
		*pairs = k->q->pairs;
		uploads_as_pairs(a, k->q, pairs);
		return true;
	}
	return form_pairs_from_urlencoded(a, k->q->body, pairs, error);
}

/* ---- helpers for view functions (view.h) ---- */

struct str view_query(const struct view *v, const char *name)
{
	return str_trim(pair_value(v->query, name));
}

int64_t view_query_int(const struct view *v, const char *name, int64_t least, int64_t most, int64_t otherwise)
{
	int64_t n;

	return str_int(view_query(v, name), &n) && n >= least && n <= most ? n : otherwise;
}

struct str view_say(const struct view *v, struct str chinese)
{
	return tr_sentence(v->a, str_is(v->who->lang, "en"), chinese);
}

bool view_may(const struct view *v, enum act_id act)
{
	return may_act(act, v->who->role, v->relations);
}

bool view_may_now(const struct view *v, enum act_id act)
{
	struct challenge_row c;
	struct id_key key = { .id = v->challenge };

	return view_may(v, act) && db_one(v->db, v->a, "challenge_read", &key, &c)
		&& policy_step(programme_pack(v->pg, c.pack), c.stage, act_infos[act].name);
}

/* The page's own address with one query word set, the others kept. */
struct str link_with(struct arena *a, const struct view *v, struct str path, const char *name, struct str value)
{
	struct buf b = { .arena = a };
	const struct form_pair *p = v->query.v;

	buf_put(&b, path);
	buf_fmt(&b, "?%s=", name);
	buf_url(&b, value);
	for (size_t i = 0; i < v->query.n; i++) {
		if (str_is(p[i].name, name) || str_is(p[i].name, "done") || !p[i].value.n)
			continue;
		buf_putc(&b, '&');
		buf_url(&b, p[i].name);
		buf_putc(&b, '=');
		buf_url(&b, p[i].value);
	}
	return buf_str(&b);
}

void view_pager(struct view *v, struct pager *out, int64_t total, int64_t page, int64_t per_page)
{
	int64_t pages = (total + per_page - 1) / per_page;

	*out = (struct pager){ .total = total, .page = page, .pages = pages < 1 ? 1 : pages };
	if (page > 1)
		out->before = link_with(v->a, v, STR(""), "page", str_fmt(v->a, "%lld", (long long)page - 1));
	if (page < pages)
		out->after = link_with(v->a, v, STR(""), "page", str_fmt(v->a, "%lld", (long long)page + 1));
	out->csv = link_with(v->a, v, STR(""), "format", STR("csv"));
}

/*
 * Questions to a parsed pack (policy.h).  Packs are small: every look-up is a walk, except the words, which are sorted.
 */
#include "rule/policy.h"

#include <assert.h>

#include "base/form.h"

const struct clause *policy_clause(const struct policy *p, struct str id)
{
	const struct clause *c = p->clauses.v;

	for (size_t i = 0; i < p->clauses.n; i++)
		if (str_eq(c[i].id, id))
			return &c[i];
	return NULL;
}

const struct binding *policy_binding(const struct policy *p, enum rule_id rule)
{
	const struct binding *b = p->bindings.v;

	for (size_t i = 0; i < p->bindings.n; i++)
		if (b[i].rule == rule)
			return &b[i];
	return NULL;
}

bool policy_enabled(const struct policy *p, enum rule_id rule)
{
	return policy_binding(p, rule) != NULL;
}

static size_t param_index(enum rule_id rule, const char *param)
{
	size_t i = 0;

	while (i < 4 && rule_infos[rule].params[i] && !str_is(str_of(param), rule_infos[rule].params[i]))
		i++;
	assert(i < 4 && rule_infos[rule].params[i]);
	return i;
}

int64_t policy_param(const struct policy *p, enum rule_id rule, const char *param)
{
	const struct binding *b = policy_binding(p, rule);
	size_t i = param_index(rule, param);

	return b ? b->param[i] : 0;
}

#define KIND_COUNT 3

static bool case_fits(const struct param_case *c, const struct param_facts *f)
{
	const struct str kinds[] = {
#define PARAM_KIND(K) f->K,
		PARAM_KINDS(PARAM_KIND)
#undef PARAM_KIND
	};
	const int64_t figures[] = {
#define PARAM_FIGURE(F) f->F,
		PARAM_FIGURES(PARAM_FIGURE)
#undef PARAM_FIGURE
	};
	const struct str *is = c->is.v;

	if (c->by >= KIND_COUNT)
		return figures[c->by - KIND_COUNT] > c->above && figures[c->by - KIND_COUNT] <= c->up_to;
	for (size_t i = 0; i < c->is.n; i++)
		if (str_eq(is[i], kinds[c->by]))
			return true;
	return false;
}

int64_t policy_param_for(const struct policy *p, enum rule_id rule, const char *param, const struct param_facts *f)
{
	const struct binding *b = policy_binding(p, rule);
	int64_t at = (int64_t)param_index(rule, param);

	for (size_t i = 0; b && i < b->cases.n; i++) {
		const struct param_case *c = (const struct param_case *)b->cases.v + i;
		if (c->param == at && case_fits(c, f))
			return c->value;
	}
	return policy_param(p, rule, param);
}

int64_t policy_base_for(const struct policy *p, enum rule_id rule, const struct param_facts *f, int64_t usual)
{
	const struct binding *b = policy_binding(p, rule);

	switch (b ? b->base : BASE_OF_RULE) {
	case BASE_total: return f->total_fen;
	case BASE_demander: return f->demander_fen;
	case BASE_contract: return f->contract_fen;
	case BASE_fiscal: return f->fiscal_fen;
	default: return usual;
	}
}

bool policy_publishes(const struct policy *p, const char *what)
{
	const struct str *w = p->publish.v;

	for (size_t i = 0; i < p->publish.n; i++)
		if (str_is(w[i], what))
			return true;
	return false;
}

const struct road_stage *policy_stage(const struct policy *p, struct str id)
{
	const struct road_stage *s = p->stages.v;

	for (size_t i = 0; i < p->stages.n; i++)
		if (str_eq(s[i].id, id))
			return &s[i];
	return NULL;
}

const struct road_late *policy_late(const struct policy *p, struct str owner)
{
	const struct road_late *l = p->late.v;

	for (size_t i = 0; i < p->late.n; i++)
		if (str_eq(l[i].owner, owner))
			return &l[i];
	return NULL;
}

const struct road_step *policy_step(const struct policy *p, struct str stage, const char *act)
{
	const struct road_step *s = p->steps.v;

	for (size_t i = 0; i < p->steps.n; i++)
		if (str_eq(s[i].from, stage) && str_is(s[i].act, act))
			return &s[i];
	return NULL;
}

struct str policy_waiver(const struct policy *p, enum rule_id rule)
{
	const struct binding *b = policy_binding(p, rule);

	if (b && b->waiver.n)
		return b->waiver;
	return p->waiver.n ? p->waiver : STR("bureau");
}

const struct four_eyes *policy_four_eyes(const struct policy *p, const char *act)
{
	const struct four_eyes *e = p->four_eyes.v;

	for (size_t i = 0; i < p->four_eyes.n; i++)
		if (str_is(e[i].act, act))
			return &e[i];
	return NULL;
}

struct rows policy_list(const struct policy *p, const char *name)
{
	const struct word_list *l = p->lists.v;

	for (size_t i = 0; i < p->lists.n; i++)
		if (str_is(l[i].name, name))
			return l[i].items;
	return (struct rows){ 0 };
}

const struct rubric *policy_rubric(const struct policy *p, const char *panel)
{
	const struct rubric *r = p->rubrics.v;

	for (size_t i = 0; i < p->rubrics.n; i++)
		if (str_is(r[i].panel, panel))
			return &r[i];
	return NULL;
}

struct str policy_local_name(const struct policy *p, const char *role)
{
	const struct local_name *n = p->names.v;

	for (size_t i = 0; i < p->names.n; i++)
		if (str_is(n[i].role, role))
			return n[i].name;
	return STR("");
}

const struct paper *policy_paper(const struct policy *p, const char *name)
{
	const struct paper *d = p->papers.v;

	for (size_t i = 0; i < p->papers.n; i++)
		if (str_is(d[i].name, name))
			return &d[i];
	return NULL;
}

struct str policy_english(const struct policy *p, struct str zh)
{
	const struct pack_word *w = p->words.v;
	size_t low = 0, high = p->words.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(w[mid].zh, zh);
		if (c == 0)
			return w[mid].en;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return STR("");
}

struct str policy_series_code(const struct policy *p, const char *series)
{
	const struct series_code *s = p->series.v;

	for (size_t i = 0; i < p->series.n; i++)
		if (str_is(s[i].series, series))
			return s[i].code;
	return str_of(series);
}

const struct change_rule *policy_change(const struct policy *p, struct str kind)
{
	const struct change_rule *c = p->changes.v;

	for (size_t i = 0; i < p->changes.n; i++)
		if (str_eq(c[i].kind, kind))
			return &c[i];
	return NULL;
}

const struct grade *policy_grade(const struct policy *p, struct str code)
{
	const struct grade *g = p->grades.v;

	for (size_t i = 0; i < p->grades.n; i++)
		if (str_eq(g[i].code, code))
			return &g[i];
	return NULL;
}

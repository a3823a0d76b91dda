/*
 * The limits of a pack (limits.yaml) on figures of the form that an act carries: judged with the act's own rules.
 *
 * A limit compares one figure (fields added up; a table counts its rows, a text whether it is there) with a number or with a
 * share of another, and applies when a condition on one field holds.  It knows fields by name only.
 */
#include "act/door.h"
#include "across/extra/extra_facts.h"
#include "across/party/party.h"
#include "base/money.h"
#include "base/word.h"

struct scale {
	struct act_run *r;
	const struct fields *form;
	struct org_row org;             /* who acts */
};

/* How many values a comma-joined text holds. */
static int64_t listed(struct str s)
{
	int64_t n = 0;

	while (s.n)
		n += str_trim(str_cut(&s, ',')).n > 0;
	return n;
}

static int64_t figure_of(const struct scale *s, struct str name)
{
	const struct field *f = field_find(s->form, name);
	const void *in = s->r->q->in;

	if (str_is(name, "org.inside"))
		return org_in_district(&s->org, s->r->policy);
	if (!f)
		return 0;
	if (f->kind == KIND_rows)
		return (int64_t)FIELD_ROWS(in, f).n;
	if (f->kind == KIND_file || f->kind == KIND_choices)
		return listed(FIELD_STR(in, f));
	return field_is_text(f->kind) ? FIELD_STR(in, f).n > 0 : FIELD_INT(in, f);
}

static struct str text_of(const struct scale *s, struct str name)
{
	const struct field *f = field_find(s->form, name);

	if (str_is(name, "org.kind"))
		return s->org.kind;
	return f && field_is_text(f->kind) ? FIELD_STR(s->r->q->in, f) : STR("");
}

static bool applies(const struct scale *s, const struct policy_limit *l)
{
	const struct str *is = l->is.v;

	if (!l->when.n)
		return true;
	for (size_t i = 0; i < l->is.n; i++)
		if (str_eq(is[i], text_of(s, l->when)))
			return true;
	if (l->is.n)
		return false;
	int64_t v = figure_of(s, l->when);
	return (!l->has_above || v > l->above) && (!l->has_up_to || v <= l->up_to);
}

static int64_t sum_of(const struct scale *s, struct str name, struct rows plus)
{
	const struct str *more = plus.v;
	int64_t sum = figure_of(s, name);

	for (size_t i = 0; i < plus.n; i++)
		sum += figure_of(s, more[i]);
	return sum;
}

/* A least share is rounded up, a greatest one down: the comparison in fen is exact. */
static int64_t wanted_of(const struct scale *s, const struct policy_limit *l, int64_t bound)
{
	if (!l->of.n)
		return bound;
	int64_t whole = sum_of(s, l->of, l->of_plus);
	if (whole < 0)
		return 0;
	int64_t rest = whole % PERCENT_SCALE * bound + (l->has_least ? PERCENT_SCALE - 1 : 0);
	return whole / PERCENT_SCALE * bound + rest / PERCENT_SCALE;
}

static void judge_limit(const struct scale *s, const struct policy_limit *l)
{
	const struct clause *c = policy_clause(s->r->policy, l->clause);
	const struct field *f = field_find(s->form, l->figure);
	struct limit_facts facts = { .found = sum_of(s, l->figure, l->plus), .wanted = wanted_of(s, l, l->has_least ? l->least : l->most) };
	bool many = f && (f->kind == KIND_file || f->kind == KIND_choices), money = f && f->kind == KIND_fen;
	bool given = f && !many && (f->kind == KIND_flag || field_is_text(f->kind));

	facts.says = word(s->r->a, WORD_limit_says, "says", str_c(s->r->a, l->says), "number", str_c(s->r->a, c->number), NULL);
	struct verdict v = l->has_least && given ? rule_limit_given(&facts, s->r->policy)
		: l->has_least && money ? rule_limit_money_least(&facts, s->r->policy)
		: l->has_least ? rule_limit_count_least(&facts, s->r->policy)
		: money ? rule_limit_money_most(&facts, s->r->policy) : rule_limit_count_most(&facts, s->r->policy);
	act_verdict(s->r, v);
}

void door_limits(struct act_run *r)
{
	const struct policy_limit *l = r->policy->limits.v;
	struct scale s = { .r = r, .form = request_form(r->q) };

	if (!r->policy->limits.n || !r->q->in)
		return;
	org_find(r->db, r->a, r->q->org, &s.org);
	for (size_t i = 0; i < r->policy->limits.n; i++) {
		const struct str *act = l[i].acts.v;
		for (size_t k = 0; k < l[i].acts.n; k++)
			if (str_is(act[k], r->info->name) && applies(&s, &l[i]))
				judge_limit(&s, &l[i]);
	}
}

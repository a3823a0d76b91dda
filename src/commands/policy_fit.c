/* Does a pack fit the program (policy_fit.h). */
#include "commands/policy_fit.h"

#include <stdio.h>
#include <string.h>

#include "base/choice.h"
#include "act/act.h"
#include "commands/pack.h"
#include "rule/yaml.h"
#include "tables/tables.h"
#include "web/template.h"

/* Lists that the pages make up as they go; so are those that begin with @ (things of the store) or # (files). */
static const char *const made_up[] = { "role", "stage", "act", "clause", "rubric_item", NULL };

struct fit {
	struct arena *a;
	const struct policy *p;
	struct str *found;
	size_t n, cap;
};

static void wrong(struct fit *f, struct str what)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->found[i], what))
			return;
	if (f->n < f->cap)
		f->found[f->n++] = what;
}

static bool list_known(struct fit *f, const char *of)
{
	if (*of == '@' || *of == '#')
		return true;
	for (size_t i = 0; made_up[i]; i++)
		if (!strcmp(of, made_up[i]))
			return true;
	return choices_builtin(f->a, of).n || policy_list(f->p, of).n;
}

static void fit_lists(struct fit *f)
{
	size_t n;
	const struct fields *const *all = fields_all(&n);

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < all[i]->n; k++) {
			const struct field *m = &all[i]->f[k];
			if ((m->kind == KIND_choice || m->kind == KIND_choices) && m->of && !list_known(f, m->of))
				wrong(f, str_fmt(f->a, "lists: no list '%s', which %s.%s chooses from", m->of, all[i]->name, m->name));
		}
	}
	const struct word_list *l = f->p->lists.v;
	for (size_t i = 0; i < f->p->lists.n; i++)
		if (choices_builtin(f->a, str_c(f->a, l[i].name)).n)
			wrong(f, str_fmt(f->a, "lists: '%.*s' is a list of the program itself (tables/choices.def)", STR_ARG(l[i].name)));
}

bool policy_fit_field(struct str table_field)
{
	struct str rest = table_field, table = str_cut(&rest, '.');
	const struct fields *t = fields_find(table);

	return t && field_find(t, rest);
}

static void fit_clauses(struct fit *f)
{
	const struct clause *c = f->p->clauses.v;

	for (size_t i = 0; i < f->p->clauses.n; i++) {
		const struct str *s = c[i].fields.v;
		for (size_t k = 0; k < c[i].fields.n; k++)
			if (!policy_fit_field(s[k]))
				wrong(f, str_fmt(f->a, "clause %.*s: no field '%.*s'", STR_ARG(c[i].id), STR_ARG(s[k])));
	}
}

static void fit_forms(struct fit *f)
{
	const struct extra_field *x = f->p->extra.v;

	for (size_t i = 0; i < f->p->extra.n; i++) {
		const struct fields *t = fields_find(x[i].form);
		if (!t)
			wrong(f, str_fmt(f->a, "forms: no form '%.*s'", STR_ARG(x[i].form)));
		else if (x[i].of.n && !list_known(f, str_c(f->a, x[i].of)))
			wrong(f, str_fmt(f->a, "forms: no list '%.*s', which %.*s.%.*s chooses from", STR_ARG(x[i].of), STR_ARG(x[i].form),
					 STR_ARG(x[i].name)));
		else if (field_find(t, x[i].name))
			wrong(f, str_fmt(f->a, "forms: %.*s.%.*s is a field of the program already", STR_ARG(x[i].form), STR_ARG(x[i].name)));
	}
}

static bool is_extra(const struct fit *f, const char *form, struct str name)
{
	const struct extra_field *x = f->p->extra.v;

	for (size_t i = 0; i < f->p->extra.n; i++)
		if (str_is(x[i].form, form) && str_eq(x[i].name, name))
			return true;
	return false;
}

/* A name that the act's form, extra fields among it, does not have. */
static void fit_figure(struct fit *f, const struct policy_limit *l, enum act_id act, struct str name, bool who)
{
	const struct fields *t = act_infos[act].form;
	const char **names = NEW_ARRAY(f->a, t->n + 1, const char *);

	if (!name.n || field_find(t, name) || is_extra(f, t->name, name) || (who && (str_is(name, "org.kind") || str_is(name, "org.inside"))))
		return;
	for (size_t i = 0; i < t->n; i++)
		names[i] = t->f[i].name;
	struct str like = yaml_like(f->a, name, names);
	wrong(f, str_fmt(f->a, "limits: %.*s: form %s has no field '%.*s'%.*s", STR_ARG(l->says), t->name, STR_ARG(name), STR_ARG(like)));
}

static void fit_limits(struct fit *f)
{
	const struct policy_limit *l = f->p->limits.v;

	for (size_t i = 0; i < f->p->limits.n; i++) {
		const struct str *acts = l[i].acts.v, *plus = l[i].plus.v, *of_plus = l[i].of_plus.v;
		for (size_t k = 0; k < l[i].acts.n; k++) {
			enum act_id act;
			if (!act_find(acts[k], &act)) {
				wrong(f, str_fmt(f->a, "limits: %.*s: no act '%.*s'", STR_ARG(l[i].says), STR_ARG(acts[k])));
				continue;
			}
			fit_figure(f, &l[i], act, l[i].figure, false);
			fit_figure(f, &l[i], act, l[i].of, false);
			fit_figure(f, &l[i], act, l[i].when, true);
			for (size_t m = 0; m < l[i].plus.n; m++)
				fit_figure(f, &l[i], act, plus[m], false);
			for (size_t m = 0; m < l[i].of_plus.n; m++)
				fit_figure(f, &l[i], act, of_plus[m], false);
		}
	}
}

static void fit_papers(struct fit *f)
{
	const struct paper *d = f->p->papers.v;

	for (size_t i = 0; i < f->p->papers.n; i++) {
		const struct fields *t = fields_find(d[i].table);
		const struct template_names names = { .page = t };
		struct str error = { 0 }, file = str_fmt(f->a, "papers/%.*s.html", STR_ARG(d[i].name));
		if (!t)
			wrong(f, str_fmt(f->a, "papers: no field table '%.*s'", STR_ARG(d[i].table)));
		else if (!template_parse(f->a, file, d[i].template, &names, &error))
			wrong(f, error);
	}
}

struct rows policy_fit(struct arena *a, const struct policy *p)
{
	struct fit f = { .a = a, .p = p, .found = NEW_ARRAY(a, 500, struct str), .cap = 500 };

	fit_lists(&f);
	fit_clauses(&f);
	fit_forms(&f);
	fit_limits(&f);
	fit_papers(&f);
	return (struct rows){ f.found, f.n };
}

const struct policy *policy_load(struct arena *a, const char *name_or_dir)
{
	struct str error;
	struct rows files = pack_files(a, name_or_dir, &error);
	const struct policy *p = error.n ? NULL : policy_parse(a, files, &error);

	if (!p)
		fprintf(stderr, "%.*s%s", STR_ARG(error), str_ends(error, "\n") ? "" : "\n");
	return p;
}

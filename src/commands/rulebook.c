/*
 * jiebang rulebook: clause by clause, which rules, tests and stories stand behind it, and whether it works.
 *
 * `works` is computed: a bound rule, or an act, page or field that exists, and at least one passed test or story that names the clause
 * and none that failed, and nothing that the pack says is still missing.  `manual` only by the pack's own reason.  Everything else is `planned`.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/policy_fit.h"
#include "rule/policy.h"

struct result {
	bool story, ok;
	struct str file, name, clauses;
};

struct book {
	struct arena *a;
	const struct policy *p;
	struct rows results;            /* struct result */
};

/* ---- results.tsv ---- */

static struct str read_all(struct arena *a, const char *path)
{
	struct buf b = { .arena = a };
	char chunk[65536];
	size_t n;
	FILE *f = fopen(path, "rb");

	if (!f)
		return STR("");
	while ((n = fread(chunk, 1, sizeof chunk, f)))
		buf_put(&b, (struct str){ chunk, n });
	fclose(f);
	return buf_str(&b);
}

static bool result_of(struct str line, struct result *out)
{
	struct str kind = str_cut(&line, '\t');

	out->story = str_is(kind, "story");
	out->file = str_cut(&line, '\t');
	out->name = str_cut(&line, '\t');
	out->clauses = str_cut(&line, '\t');
	out->ok = str_is(str_trim(line), "ok");
	return out->story || str_is(kind, "test");
}

/* The newest line of a test counts: a file may hold several runs. */
static void keep_newest(struct result *r, size_t *n, struct result one)
{
	for (size_t i = 0; i < *n; i++) {
		if (r[i].story != one.story || !str_eq(r[i].file, one.file) || !str_eq(r[i].name, one.name))
			continue;
		r[i] = one;
		return;
	}
	r[(*n)++] = one;
}

static struct rows results_read(struct arena *a, const char *path)
{
	struct str text = read_all(a, path);
	size_t lines = 1, n = 0;

	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n';
	struct result *r = NEW_ARRAY(a, lines, struct result), one;
	while (text.n)
		if (result_of(str_cut(&text, '\n'), &one) && one.clauses.n)
			keep_newest(r, &n, one);
	return (struct rows){ r, n };
}

/* results.tsv beside the program. */
static const char *results_beside(struct arena *a)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);

	while (n > 0 && path[n - 1] != '/')
		n--;
	return n > 0 ? str_c(a, str_fmt(a, "%.*sresults.tsv", (int)n, path)) : "results.tsv";
}

/* ---- one clause ---- */

static bool names_clause(struct str ids, struct str id)
{
	while (ids.n) {
		struct str one = str_cut(&ids, ' ');
		if (str_eq(one, id))
			return true;
	}
	return false;
}

static bool binding_names(const struct binding *b, struct str id)
{
	const struct str *s = b->clauses.v;

	for (size_t i = 0; i < b->clauses.n; i++)
		if (str_eq(s[i], id))
			return true;
	return false;
}

struct standing {
	size_t rules, tests, stories, failed;
	bool realised;
	const char *force, *status;
};

static const char *const acts[] = {
#define ACT(ID, ...) #ID,
#include "tables/acts.def"
#undef ACT
	NULL
};
static const char *const routes[] = {
#define ROUTE(ID, ...) #ID,
#include "tables/routes.def"
#undef ROUTE
	NULL
};

static bool one_among(const char *const *words, struct rows names)
{
	const struct str *n = names.v;

	for (size_t i = 0; i < names.n; i++)
		for (size_t k = 0; words[k]; k++)
			if (str_is(n[i], words[k]))
				return true;
	return false;
}

static bool realised(const struct clause *c)
{
	const struct str *f = c->fields.v;

	for (size_t i = 0; i < c->fields.n; i++)
		if (policy_fit_field(f[i]))
			return true;
	return c->papers.n || one_among(acts, c->acts) || one_among(routes, c->pages);
}

static const char *const force_names[] = { "must", "normally", "advise" };

static bool has_letter(struct str kind, char letter)
{
	return memchr(kind.p, letter, kind.n) != NULL;
}

/* A clause has the force its kind asks for when a rule gives it that; else the strongest of its rules. */
static const char *force_of(struct str kind, const bool *given)
{
	if (has_letter(kind, 'N') && given[FORCE_NORMALLY])
		return force_names[FORCE_NORMALLY];
	if (has_letter(kind, 'A') && given[FORCE_ADVISE])
		return force_names[FORCE_ADVISE];
	for (int i = FORCE_MUST; i <= FORCE_ADVISE; i++)
		if (given[i])
			return force_names[i];
	return "";
}

/* What the pack adds of its own: limits on figures of forms, extra fields. */
static void added_here(const struct policy *p, struct str id, struct standing *s, bool *forces)
{
	const struct policy_limit *l = p->limits.v;
	const struct extra_field *x = p->extra.v;

	for (size_t i = 0; i < p->limits.n; i++) {
		if (!str_eq(l[i].clause, id))
			continue;
		s->rules++;
		forces[FORCE_MUST] = true;
	}
	for (size_t i = 0; i < p->extra.n; i++)
		s->realised |= str_eq(x[i].clause, id);
}

static struct standing standing_of(const struct book *k, const struct clause *c)
{
	struct standing s = { .realised = realised(c), .force = "" };
	const struct binding *b = k->p->bindings.v;
	const struct result *r = k->results.v;
	bool forces[3] = { false };

	for (size_t i = 0; i < k->p->bindings.n; i++) {
		if (!binding_names(&b[i], c->id))
			continue;
		s.rules++;
		forces[b[i].force] = true;
	}
	added_here(k->p, c->id, &s, forces);
	for (size_t i = 0; i < k->results.n; i++) {
		if (!names_clause(r[i].clauses, c->id))
			continue;
		s.tests += r[i].ok && !r[i].story;
		s.stories += r[i].ok && r[i].story;
		s.failed += !r[i].ok;
	}
	s.force = force_of(c->kind, forces);
	bool shown = (s.rules || s.realised) && s.tests + s.stories && !s.failed && !c->planned.n;
	s.status = c->manual.n ? "manual" : shown ? "works" : "planned";
	return s;
}

/* ---- JSON ---- */

static void key(struct buf *out, const char *name, struct str value)
{
	buf_fmt(out, "\"%s\":", name);
	buf_json(out, value);
	buf_putc(out, ',');
}

static void json_texts(struct buf *out, const char *name, struct rows texts)
{
	const struct str *t = texts.v;

	buf_fmt(out, "\"%s\":[", name);
	for (size_t i = 0; i < texts.n; i++) {
		buf_puts(out, i ? "," : "");
		buf_json(out, t[i]);
	}
	buf_puts(out, "],");
}

static void json_rules(const struct book *k, struct buf *out, const struct clause *c)
{
	const struct binding *b = k->p->bindings.v;
	size_t n = 0;

	buf_puts(out, "\"rules\":[");
	for (size_t i = 0; i < k->p->bindings.n; i++)
		if (binding_names(&b[i], c->id))
			buf_fmt(out, "%s\"%s\"", n++ ? "," : "", rule_infos[b[i].rule].name);
	buf_puts(out, "],\"functions\":[");
	n = 0;
	for (size_t i = 0; i < k->p->bindings.n; i++)
		if (binding_names(&b[i], c->id))
			buf_fmt(out, "%s\"rule_%s %s\"", n++ ? "," : "", rule_infos[b[i].rule].name, rule_infos[b[i].rule].where);
	buf_puts(out, "],");
}

static void json_results(const struct book *k, struct buf *out, const struct clause *c, bool story)
{
	const struct result *r = k->results.v;
	size_t n = 0;

	buf_puts(out, story ? "\"stories\":[" : "\"tests\":[");
	for (size_t i = 0; i < k->results.n; i++) {
		if (r[i].story != story || !names_clause(r[i].clauses, c->id))
			continue;
		buf_puts(out, n++ ? "," : "");
		buf_json(out, str_fmt(k->a, "%.*s: %.*s%s", STR_ARG(r[i].file), STR_ARG(r[i].name), r[i].ok ? "" : " (failed)"));
	}
	buf_puts(out, "],");
}

static void print_json(const struct book *k)
{
	struct buf out = { .arena = k->a };
	const struct clause *c = k->p->clauses.v;

	buf_puts(&out, "[\n");
	for (size_t i = 0; i < k->p->clauses.n; i++) {
		struct standing s = standing_of(k, &c[i]);
		buf_puts(&out, i ? ",\n{" : "{");
		key(&out, "id", c[i].id);
		key(&out, "number", c[i].number);
		key(&out, "kind", c[i].kind);
		key(&out, "force", str_of(s.force));
		json_rules(k, &out, &c[i]);
		json_texts(&out, "acts", c[i].acts);
		json_texts(&out, "pages", c[i].pages);
		json_texts(&out, "fields", c[i].fields);
		json_texts(&out, "papers", c[i].papers);
		json_results(k, &out, &c[i], false);
		json_results(k, &out, &c[i], true);
		key(&out, "text", c[i].text);
		key(&out, "text_en", c[i].text_en);
		key(&out, "manual", c[i].manual);
		key(&out, "planned", c[i].planned);
		buf_fmt(&out, "\"status\":\"%s\"}", s.status);
	}
	buf_puts(&out, "\n]\n");
	fwrite(out.p, 1, out.n, stdout);
}

/* ---- for people ---- */

/* Columns that Chinese characters take two of. */
static void cell(struct str s, size_t width)
{
	size_t columns = 0, at = 0;
	uint32_t ch;
	int n;

	while ((n = utf8_next(s, at, &ch)) > 0) {
		at += (size_t)n;
		columns += ch >= 0x2e80 ? 2 : 1;
	}
	printf("%.*s%*s", STR_ARG(s), columns < width ? (int)(width - columns) : 1, "");
}

static void print_clauses(const struct book *k)
{
	const struct clause *c = k->p->clauses.v;

	printf("id      number        kind   force     status   rules acts pages fields tests stories  what it asks\n");
	for (size_t i = 0; i < k->p->clauses.n; i++) {
		struct standing s = standing_of(k, &c[i]);
		cell(c[i].id, 8);
		cell(c[i].number, 14);
		cell(c[i].kind, 7);
		cell(str_of(s.rules ? s.force : "-"), 10);
		cell(str_of(s.status), 9);
		printf("%5zu %4zu %5zu %6zu %5zu %7zu  ", s.rules, c[i].acts.n, c[i].pages.n, c[i].fields.n, s.tests, s.stories);
		printf("%.*s%s\n", STR_ARG(c[i].text_en), s.failed ? "  [a test FAILED]" : "");
		if (c[i].manual.n)
			printf("        manual: %.*s\n", STR_ARG(c[i].manual));
		if (c[i].planned.n)
			printf("        planned: %.*s\n", STR_ARG(c[i].planned));
	}
}

static void print_rules(const struct book *k)
{
	const struct binding *b = k->p->bindings.v;
	const struct disabled_rule *d = k->p->disabled.v;

	printf("\nrule                            force     clauses                       function\n");
	for (size_t i = 0; i < k->p->bindings.n; i++) {
		const struct rule_info *info = &rule_infos[b[i].rule];
		const struct str *id = b[i].clauses.v;
		struct buf ids = { .arena = k->a };
		for (size_t n = 0; n < b[i].clauses.n; n++)
			buf_fmt(&ids, "%s%.*s", n ? " " : "", STR_ARG(id[n]));
		cell(str_of(info->name), 32);
		cell(str_of(force_names[b[i].force]), 10);
		cell(b[i].program ? STR("(the program's own)") : buf_str(&ids), 30);
		printf("%s\n", *info->where ? info->where : "(no function found)");
	}
	for (size_t i = 0; i < k->p->disabled.n; i++)
		printf("%-32sdisabled: %.*s\n", rule_infos[d[i].rule].name, STR_ARG(d[i].reason));
}

static void print_counts(const struct book *k)
{
	const struct clause *c = k->p->clauses.v;
	size_t works = 0, manual = 0, failed = 0;

	for (size_t i = 0; i < k->p->clauses.n; i++) {
		struct standing s = standing_of(k, &c[i]);
		works += !strcmp(s.status, "works");
		manual += !strcmp(s.status, "manual");
		failed += s.failed != 0;
	}
	printf("\n%zu clauses: %zu work, %zu planned, %zu manual; %zu with a failed test; %zu rules bound, %zu disabled\n", k->p->clauses.n, works,
	       k->p->clauses.n - works - manual, manual, failed, k->p->bindings.n, k->p->disabled.n);
}

int command_rulebook(int argc, char **argv)
{
	static const char *const with_value[] = { "results", NULL }, *const flags[] = { "json", NULL };

	if (!options_known(argc, argv, with_value, flags) || operand(argc, argv, 1, with_value)) {
		fprintf(stderr, "usage: jiebang rulebook [--json] [--results FILE] [PACK]\n");
		return 2;
	}
	const char *pack = operand(argc, argv, 0, with_value), *results = option(argc, argv, "results");
	struct book k = { .a = arena_new((size_t)256 << 20) };
	k.p = policy_load(k.a, pack ? pack : "dazu-2023");
	if (k.p) {
		k.results = results_read(k.a, results ? results : results_beside(k.a));
		if (option_flag(argc, argv, "json")) {
			print_json(&k);
		} else {
			print_clauses(&k);
			print_rules(&k);
			print_counts(&k);
		}
	}
	int code = k.p ? 0 : 1;
	arena_free(k.a);
	return code;
}

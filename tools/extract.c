/*
 * The messages of the program: every Chinese text that a reader may see and the catalogue po/en.po has to translate.
 *
 *	extract pot             the gettext template on stdout
 *	extract missing         what has no English yet; the last line counts: "N passed, M failed"
 *
 * A pack brings its own English; official papers stay Chinese.
 */
#include <stdio.h>
#include <string.h>

#include "act/act.h"
#include "base/asset.h"
#include "base/utf8.h"
#include "base/word.h"
#include "tables/tables.h"
#include "web/template.h"
#include "web/view.h"

#define MESSAGES_MAX 16384

struct message {
	struct str text;
	const char *from;
};

struct messages {
	struct arena *a;
	struct message m[MESSAGES_MAX];
	size_t n;
};

static void add(struct messages *all, struct str text, const char *from)
{
	if (!utf8_has_han(text) && !str_is(text, "—"))
		return;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->m[i].text, text))
			return;
	if (all->n < MESSAGES_MAX)
		all->m[all->n++] = (struct message){ text, from };
}

static void add_c(struct messages *all, const char *text, const char *from)
{
	if (text)
		add(all, str_of(text), from);
}

static void add_fields(struct messages *all)
{
	size_t n;
	const struct fields *const *t = fields_all(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < t[i]->n; k++) {
			add_c(all, t[i]->f[k].label, t[i]->name);
			add_c(all, t[i]->f[k].help, t[i]->name);
			add_c(all, t[i]->f[k].section, t[i]->name);
		}
}

/* ---- tables ---- */

#define ROUTE(ID, PATTERN, TITLE, ...) TITLE,
static const char *const routes[] = {
#include "tables/routes.def"
	NULL };
#define NAV(ROUTE_ID, LABEL) LABEL,
static const char *const navs[] = {
#include "tables/nav.def"
	NULL };
#define PAGE(HTML, T, TITLE) TITLE,
static const char *const pages[] = {
#include "tables/pages.def"
	NULL };
#define CHOICE(LIST, CODE, LABEL) LABEL,
static const char *const choices[] = {
#include "tables/choices.def"
	NULL };
#undef ROLE
#define ROLE(ID, NAME, ...) NAME,
static const char *const roles[] = {
#include "tables/roles.def"
	NULL };

static void add_all(struct messages *all, const char *const *texts, const char *from)
{
	for (; *texts; texts++)
		add_c(all, *texts, from);
}

static void add_tables(struct messages *all)
{
	add_all(all, routes, "routes.def");
	add_all(all, navs, "nav.def");
	add_all(all, pages, "pages.def");
	add_all(all, choices, "choices.def");
	add_all(all, roles, "roles.def");
	for (int i = 0; i < ACT_COUNT; i++)
		add_c(all, act_infos[i].label, "acts.def");
	for (int i = 0; i < RULE_COUNT; i++) {
		add_c(all, rule_infos[i].sentence, "rules.def");
		add_c(all, rule_infos[i].remedy, "rules.def");
	}
	for (int i = 0; i < WORD_COUNT; i++)
		add(all, word_text((enum word_id)i), "words.def");
}

/* ---- pages ---- */

struct page_at {
	struct messages *all;
	const char *name;
};

static void add_piece(void *ctx, struct str around, struct str piece)
{
	struct page_at *at = ctx;

	(void)around;
	if (piece.n)
		add(at->all, piece, at->name);
}

/* What stands between {{tags}} and <!-- comments -->, as the template reader cuts it. */
static void add_page(struct messages *all, const struct asset *page)
{
	struct page_at at = { all, page->name };
	struct str rest = page->text;

	while (rest.n) {
		const char *tag = memmem(rest.p, rest.n, "{{", 2), *note = memmem(rest.p, rest.n, "<!--", 4);
		const char *cut = note && (!tag || note < tag) ? note : tag;
		size_t n = cut ? (size_t)(cut - rest.p) : rest.n;
		const char *end = !cut ? NULL : cut == note ? memmem(cut, rest.n - n, "-->", 3) : memmem(cut, rest.n - n, "}}", 2);

		text_pieces((struct str){ rest.p, n }, add_piece, &at);
		if (!end)
			return;
		end += cut == note ? 3 : 2;
		rest.n -= (size_t)(end - rest.p);
		rest.p = end;
	}
}

static void add_pages(struct messages *all)
{
	for (size_t i = 0; i < assets_n; i++) {
		struct str name = str_of(assets[i].name);

		if (str_starts(name, "src/") && str_ends(name, ".html") && !str_ends(name, "/paper.html"))
			add_page(all, &assets[i]);
	}
}

/* ---- output ---- */

static void put_quoted(struct str s)
{
	putchar('"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			putchar('\\');
		if (s.p[i] == '\n')
			fputs("\\n", stdout);
		else
			putchar(s.p[i]);
	}
	puts("\"");
}

static void pot(const struct messages *all)
{
	puts("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: en\\n\"");
	for (size_t i = 0; i < all->n; i++) {
		printf("\n#: %s\nmsgid ", all->m[i].from);
		put_quoted(all->m[i].text);
		puts("msgstr \"\"");
	}
}

static int missing(const struct messages *all)
{
	size_t good = 0;

	for (size_t i = 0; i < all->n; i++)
		if (tr(true, all->m[i].text).p == all->m[i].text.p)
			printf("no English: %s: %.*s\n", all->m[i].from, STR_ARG(all->m[i].text));
		else
			good++;
	printf("%zu passed, %zu failed\n", good, all->n - good);
	return good == all->n ? 0 : 1;
}

int main(int argc, char **argv)
{
	static struct messages all;

	all.a = arena_new(1 << 20);
	add_tables(&all);
	add_fields(&all);
	add_pages(&all);
	if (argc > 1 && strcmp(argv[1], "missing") == 0)
		return missing(&all);
	pot(&all);
	return 0;
}

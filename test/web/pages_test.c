/*
 * Every page of a site in which a project has gone its whole way, walked link by link by everybody who takes part: no page fails, no link that a
 * page shows leads nowhere, no text that people typed comes out as markup, every page is also JSON.
 */
#include "test.h"

#include <jansson.h>

#include "told.h"

#define TAINT "<i x='\"&>"      /* behind every typed text */
#define PAGES_MOST 1500

static const char *const people[] = { "", "zhouqi", "wumin", "zhengli", "qianjin", "lijianguo", "sunjs", "fengjs", "hushuang", "expert1", "expert2",
	"expert7", "admin" };

struct walk {
	struct told site;
	struct str cookie;
	const char *who;
	struct str *pages;
	size_t n;
	struct arena *a;
	int problems;
};

static void problem(struct walk *w, struct str path, const char *what, int number)
{
	if (++w->problems <= 40)
		print_error("%s: %.*s %s %d\n", w->who, STR_ARG(path), what, number);
}

static bool seen(const struct walk *w, struct str path)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_eq(w->pages[i], path))
			return true;
	return false;
}

/* "&amp;" of an attribute back to "&". */
static struct str plain(struct arena *a, struct str s)
{
	struct buf b = { .arena = a };
	for (size_t i = 0; i < s.n; i++) {
		buf_putc(&b, s.p[i]);
		if (s.n - i >= 5 && memcmp(s.p + i, "&amp;", 5) == 0)
			i += 4;
	}
	return buf_str(&b);
}

static void note_links(struct walk *w, struct str html)
{
	static const char mark[] = "href=\"/";
	while (html.n) {
		const char *hit = memmem(html.p, html.n, mark, sizeof mark - 1);
		if (!hit)
			return;
		html.n -= (size_t)(hit - html.p) + sizeof mark - 2;
		html.p = hit + sizeof mark - 2;
		struct str path = plain(w->a, str_cut(&html, '"'));
		path = str_cut(&path, '#');
		bool skip = str_starts(path, "/sign-out") || str_starts(path, "/static") || str_starts(path, "/assets") || str_starts(path, "/attachments") ||
			    memmem(path.p, path.n, "lang=", 5) != NULL;
		if (path.n && !skip && w->n < PAGES_MOST && !seen(w, path))
			w->pages[w->n++] = str_copy(w->a, path);
	}
}

static struct web_response ask(struct walk *w, struct str path, bool json)
{
	struct web_response out = { .fd = -1 };
	arena_reset(w->site.request);
	struct web_request q = told_request(&w->site, str_c(w->site.request, path));
	q.cookie = w->cookie;
	if (json)
		q.accept = STR("application/json");
	web_handle(&w->site.worker, &q, &out);
	return out;
}

static void look_at(struct walk *w, struct str path)
{
	struct web_response out = ask(w, path, false);
	if (out.status != 200 && out.status != 302 && out.status != 303)
		problem(w, path, "is linked to and gives", out.status);
	if (out.fd >= 0)
		close(out.fd);
	if (!str_starts(out.type, "text/html"))
		return;
	if (memmem(out.body.p, out.body.n, "<i x=", 5))
		problem(w, path, "prints a typed text as markup", 0);
	if (memmem(out.body.p, out.body.n, "{{", 2))
		problem(w, path, "prints a hole", 0);
	note_links(w, out.body);
}

static void look_at_json(struct walk *w, struct str path)
{
	struct web_response out = ask(w, path, true);
	if (!str_starts(out.type, "application/json"))
		return;
	json_error_t e;
	json_t *root = json_loadb(out.body.p, out.body.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);
	if (!root)
		problem(w, path, e.text, e.position);
	json_decref(root);
}

static void walk_as(struct walk *w, const char *who)
{
	static const char *const starts[] = { "/", "/desk", "/account" };
	w->who = *who ? who : "public";
	w->cookie = *who ? told_cookie(&w->site, who) : STR("");
	w->n = 0;
	for (size_t i = 0; i < (*who ? 3u : 1u); i++)
		w->pages[w->n++] = str_of(starts[i]);
	for (size_t i = 0; i < w->n; i++) {
		look_at(w, w->pages[i]);
		look_at_json(w, w->pages[i]);
	}
	print_message("# %s: %zu pages\n", w->who, w->n);
}

static void walk_all(struct arena *a, const char *story, struct str taint)
{
	struct walk w = { .a = a, .pages = NEW_ARRAY(a, PAGES_MOST, struct str) };
	w.site.taint = taint;
	if (!told_open(&w.site, "test/story", story))
		fail_msg("%.*s", STR_ARG(w.site.error));
	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		walk_as(&w, people[i]);
	told_close(&w.site);
	assert_int_equal(w.problems, 0);
}

TEST(every_page_of_a_finished_project_answers, "")
{
	walk_all(a, "main.story", STR(""));
}

TEST(markup_in_every_text_field_comes_out_as_text, "")
{
	walk_all(a, "main.story", STR(TAINT));
}

TEST_MAIN

/*
 * Made once at start and only read afterwards: all pages with their holes resolved, and the static files with their digests.
 * A page that names an unknown field stops the start with its file and line.
 */
#include "web/inside.h"
#include "web/sign.h"
#include "base/asset.h"
#include "base/hash.h"
#include <string.h>

static const struct site_page pages[] = {
#define PAGE(HTML, T, TITLE) { HTML, &T##_fields, NULL, TITLE },
#include "tables/pages.def"
#undef PAGE
};
#define PAGES (sizeof pages / sizeof *pages)

static struct str type_of(struct str name)
{
	if (str_ends(name, ".css"))
		return STR("text/css; charset=utf-8");
	if (str_ends(name, ".js"))
		return STR("text/javascript; charset=utf-8");
	if (str_ends(name, ".svg"))
		return STR("image/svg+xml");
	if (str_ends(name, ".txt"))
		return STR("text/plain; charset=utf-8");
	return STR("application/octet-stream");
}

static struct str digest_head(struct arena *a, struct str text)
{
	return (struct str){ hash_text(a, HASH_SHA256, text).p, 12 };
}

static void files_fill(struct arena *a, struct web_site *s)
{
	struct static_file *f = NEW_ARRAY(a, assets_n + 1, struct static_file);
	size_t n = 0;

	for (size_t i = 0; i < assets_n; i++) {
		const char *name = assets[i].name, *slash = strrchr(name, '/');
		const struct asset *zip;

		if (strncmp(name, "assets/", 7) != 0 && strncmp(name, "node_modules/", 13) != 0)
			continue;
		slash = slash ? slash + 1 : name;
		zip = asset_named(str_fmt(a, "%s.gz", slash).p);
		f[n++] = (struct static_file){ slash, assets[i].text, type_of(str_of(slash)),
			digest_head(a, assets[i].text), zip ? zip->text : STR("") };
	}
	s->files = (struct rows){ f, n };
}

static const struct template *page_parse(struct arena *a, const char *html, const struct fields *t, struct str *error)
{
	const struct asset *layout = template_asset(STR("layout.html")), *page = template_asset(str_of(html));
	struct template_names names = { .page = t, .frame = &frame_fields };

	if (!page || !layout) {
		*error = str_fmt(a, "%s: no such page", html);
		return NULL;
	}
	names.inner = page->text;
	names.inner_name = str_of(html);
	return template_parse(a, STR("layout.html"), layout->text, &names, error);
}

static void wrong(struct arena *a, struct str *all, struct str one)
{
	*all = all->n ? str_join(a, *all, "\n", one) : one;
}

struct web_site *web_site_new(struct arena *a, struct str *error)
{
	struct web_site *s = NEW(a, struct web_site);
	struct site_page *p = NEW_ARRAY(a, PAGES, struct site_page);
	struct str all = STR(""), one;

	files_fill(a, s);
	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		s->route[i] = page_parse(a, route_infos[i].html, route_infos[i].page, &one);
		if (!s->route[i])
			wrong(a, &all, one);
	}
	for (size_t i = 0; i < PAGES; i++) {
		p[i] = pages[i];
		p[i].template = page_parse(a, p[i].html, p[i].t, &one);
		if (!p[i].template)
			wrong(a, &all, one);
	}
	s->pages = (struct rows){ p, PAGES };
	*error = all;
	return all.n ? NULL : s;
}

const struct site_page *site_page(const struct web_site *s, const char *html)
{
	const struct site_page *p = s->pages.v;

	for (size_t i = 0; i < s->pages.n; i++)
		if (strcmp(p[i].html, html) == 0)
			return &p[i];
	return NULL;
}

const struct static_file *site_file(const struct web_site *s, struct str name)
{
	const struct static_file *f = s->files.v;

	for (size_t i = 0; i < s->files.n; i++)
		if (str_is(name, f[i].name))
			return &f[i];
	return NULL;
}

/* tidy: who may include whom. */
#include "tidy.h"

#include <stdio.h>
#include <string.h>

/* ---- what is allowed ---- */

/* Who may include what: the first row whose `who` fits a file counts. Folders end in '/'. "life<" = rooms up to one's own. */
static const struct layer {
	const char *who, *may;
} layers[] = {
	{ "_rules.c",      "rule/ base/day.h base/money.h base/str.h OWN_FACTS" },
	{ "_facts.h",      "rule/ base/ across/" },
	{ "src/base/",     "base/ tables/words.def tables/choices.def tables/roles.def" },
	{ "src/rule/",     "base/ rule/ tables/" },
	{ "src/tables/",   "base/ rule/ tables/ act/ across/ life/ web/ story/ rules_where.h" },
	{ "src/store/",    "base/ store/ tables/ act/ across/ life/ web/ story/" },
	{ "src/act/",      "base/ rule/ store/ tables/ act/ across/" },
	{ "src/across/document/", "base/ rule/ store/ tables/ act/ across/ web/template.h" },  /* a paper is a page: one template language */
	{ "src/across/",   "base/ rule/ store/ tables/ act/ across/ web/view.h web/frame.h web/session.h web/template.h" },
	{ "src/life/",     "base/ rule/ store/ tables/ act/ across/ life< web/view.h web/frame.h web/template.h" },
	{ "src/web/demo_clock.c", "base/ web/ commands/folder.h" },
	{ "src/web/serve", "base/ rule/ store/ tables/ act/ across/ life/ web/ commands/" },
	{ "src/web/supervise.c", "base/ web/ commands/" },
	{ "src/web/",      "base/ rule/ store/ tables/ act/ across/ life/ web/" },
	{ "src/story/",    "base/ rule/ store/ tables/ act/ across/ story/" },
	{ "src/demo/",     "base/ rule/ store/ tables/ act/ across/ life/ story/ demo/ commands/folder.h" },
	{ "src/commands/", "base/ rule/ store/ tables/ act/ across/ life/ web/ story/ demo/ commands/ rules_where.h" },
	{ "src/main.c",    "base/ commands/" },
	{ "src/tmp_",      "base/ rule/ store/ tables/ act/ across/ life/ web/" },
	{ "src/",          "" },
};

/* System headers that a file of the left may not see. */
static const struct closed {
	const char *who, *headers;
} closed[] = {
	{ "_rules.c",  "time.h stdio.h stdlib.h unistd.h sys/ pthread.h libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/rule/", "time.h unistd.h sys/ pthread.h libpq-fe.h sqlite3.h microhttpd.h" },
	{ "_act.c",    "time.h unistd.h sys/ libpq-fe.h sqlite3.h microhttpd.h" },
	{ "_view.c",   "time.h unistd.h sys/ libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/act/",  "libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/web/",  "libpq-fe.h sqlite3.h" },
};

/* ---- layers ---- */

bool among(const char *word, const char *list, const char *path)
{
	char one[128];
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		snprintf(one, sizeof one, "%.*s", (int)n, p);
		p += n + (p[n] == ' ');
		bool folder = n && one[n - 1] == '/';
		if (folder ? starts(word, one) : strcmp(word, one) == 0)
			return true;
		/* rooms look back: the digit behind life/ is not above one's own */
		if (strcmp(one, "life<") == 0 && starts(word, "life/") && starts(path, "src/life/") && word[5] <= path[9])
			return true;
	}
	return false;
}

static bool own_facts(const char *path, const char *header)
{
	char want[512];
	snprintf(want, sizeof want, "%s", path + strlen("src/"));
	char *tail = strstr(want, "_rules.c");
	if (!tail)
		return false;
	memcpy(tail, "_facts.h", 9);
	/* one room may have several facts headers: its own folder is what counts */
	char *slash = strrchr(want, '/');
	return slash && strncmp(want, header, (size_t)(slash - want) + 1) == 0 && (ends(header, "_facts.h") || ends(header, "_rules.h"));
}

static void check_include(const struct file *f, int line, const char *header)
{
	for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
		if (!is_of(f->path, layers[i].who))
			continue;
		bool facts = strstr(layers[i].may, "OWN_FACTS") && own_facts(f->path, header);
		if (!facts && !among(header, layers[i].may, f->path))
			fault(f, line, "this layer may not include", header);
		return;
	}
}

static void check_system_include(const struct file *f, int line, const char *header)
{
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		if (is_of(f->path, closed[i].who) && among(header, closed[i].headers, ""))
			fault(f, line, "this layer may not see", header);
}

void check_includes(const struct file *f)
{
	int line = 0;
	for (const char *p = f->text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		char header[256];
		line++;
		if (sscanf(p, "#include \"%255[^\"]\"", header) == 1)
			check_include(f, line, header);
		else if (sscanf(p, "#include <%255[^>]>", header) == 1)
			check_system_include(f, line, header);
	}
}

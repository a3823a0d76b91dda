/* The files of packs and of the calendar (pack.h). */
#include "commands/pack.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/asset.h"
#include "base/limits.h"

struct found {
	struct arena *a;
	const char *under;              /* put before every name: "" or "base/" */
	struct pack_file *f;
	size_t n;
};

static void add(struct found *to, struct str name, struct str text)
{
	if (to->n < LIMIT_PACK_FILES)
		to->f[to->n++] = (struct pack_file){ str_join(to->a, str_of(to->under), "", name), text };
}

static bool counts(struct str name)
{
	if (str_ends(name, ".yaml"))
		return !memchr(name.p, '/', name.n);
	return str_starts(name, "papers/") && str_ends(name, ".html");
}

static int name_order(const void *a, const void *b)
{
	return str_cmp(((const struct pack_file *)a)->name, ((const struct pack_file *)b)->name);
}

/* ---- embedded ---- */

static void from_assets(struct found *to, const char *prefix)
{
	size_t n = strlen(prefix);

	for (size_t i = 0; i < assets_n; i++) {
		struct str name = str_of(assets[i].name);
		if (!str_starts(name, prefix))
			continue;
		name = (struct str){ name.p + n, name.n - n };
		if (counts(name))
			add(to, name, assets[i].text);
	}
}

struct rows pack_names(struct arena *a)
{
	struct str *out = NEW_ARRAY(a, LIMIT_PACK_FILES, struct str);
	size_t n = 0;

	for (size_t i = 0; i < assets_n && n < LIMIT_PACK_FILES; i++) {
		struct str name = str_of(assets[i].name);
		if (str_starts(name, "policy/") && str_ends(name, "/pack.yaml"))
			out[n++] = str_copy(a, (struct str){ name.p + 7, name.n - 17 });
	}
	return (struct rows){ out, n };
}

bool pack_embedded(struct arena *a, const char *name)
{
	return asset_find(str_c(a, str_fmt(a, "policy/%s/pack.yaml", name))) != NULL;
}

/* ---- from a folder ---- */

static bool read_file(struct arena *a, const char *path, struct str *text)
{
	FILE *f = fopen(path, "rb");
	struct stat st;

	if (!f)
		return false;
	bool good = !fstat(fileno(f), &st) && S_ISREG(st.st_mode) && st.st_size <= (off_t)LIMIT_YAML_BYTES;
	if (good) {
		char *p = arena_alloc(a, (size_t)st.st_size + 1);
		size_t n = fread(p, 1, (size_t)st.st_size, f);
		good = n == (size_t)st.st_size;
		*text = (struct str){ p, n };
	}
	fclose(f);
	return good;
}

static void from_folder(struct found *to, const char *dir, const char *sub, struct str *error)
{
	DIR *d = opendir(str_c(to->a, str_fmt(to->a, "%s/%s", dir, sub)));
	struct dirent *e;

	if (!d) {
		if (!*sub)
			*error = str_fmt(to->a, "%s: %s", dir, strerror(errno));
		return;
	}
	while ((e = readdir(d))) {
		struct str name = str_fmt(to->a, "%s%s", sub, e->d_name), text = { 0 };
		if (e->d_name[0] == '.' || !counts(name))
			continue;
		if (read_file(to->a, str_c(to->a, str_fmt(to->a, "%s/%.*s", dir, STR_ARG(name))), &text))
			add(to, name, text);
		else
			*error = str_fmt(to->a, "%s/%.*s: cannot be read, or too large", dir, STR_ARG(name));
	}
	closedir(d);
}

/* ---- both ---- */

static bool is_folder(const char *name)
{
	struct stat st;

	return !stat(name, &st) && S_ISDIR(st.st_mode);
}

static struct rows sorted(struct found *f)
{
	if (f->n)
		qsort(f->f, f->n, sizeof *f->f, name_order);
	return (struct rows){ f->f, f->n };
}

static void from_name(struct found *f, const char *name_or_dir, struct str *error)
{
	size_t before = f->n;

	if (!strchr(name_or_dir, '/'))
		from_assets(f, str_c(f->a, str_fmt(f->a, "policy/%s/", name_or_dir)));
	if (f->n == before && is_folder(name_or_dir)) {
		from_folder(f, name_or_dir, "", error);
		from_folder(f, name_or_dir, "papers/", error);
	}
	if (f->n == before && !error->n)
		*error = str_fmt(f->a, "%s: there is no pack of this name and no such folder with .yaml files", name_or_dir);
}

/* The value of `base:` in pack.yaml; empty when the pack stands by itself. */
static struct str base_of(const struct found *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct str rest = f->f[i].text;
		while (str_is(f->f[i].name, "pack.yaml") && rest.n) {
			struct str line = str_cut(&rest, '\n');
			if (!str_starts(line, "base:"))
				continue;
			line = (struct str){ line.p + 5, line.n - 5 };
			return str_trim(str_cut(&line, '#'));
		}
	}
	return STR("");
}

/* The base of a folder stands beside it; when it does not, it is the pack of that name inside the binary. */
static void add_base(struct found *f, const char *name_or_dir, struct str *error)
{
	const char *base = str_c(f->a, base_of(f));
	const char *beside = str_c(f->a, str_fmt(f->a, "%s/../%s", name_or_dir, base));

	if (!*base || error->n)
		return;
	if (strchr(base, '/')) {
		*error = str_fmt(f->a, "%s: base: the name of a pack, not a path", name_or_dir);
		return;
	}
	f->under = "base/";
	from_name(f, strchr(name_or_dir, '/') && is_folder(beside) ? beside : base, error);
}

struct rows pack_files(struct arena *a, const char *name_or_dir, struct str *error)
{
	struct found f = { a, "", NEW_ARRAY(a, LIMIT_PACK_FILES, struct pack_file), 0 };

	*error = STR("");
	from_name(&f, name_or_dir, error);
	add_base(&f, name_or_dir, error);
	return error->n ? (struct rows){ 0 } : sorted(&f);
}

struct rows pack_calendar_files(struct arena *a)
{
	struct found f = { a, "", NEW_ARRAY(a, LIMIT_PACK_FILES, struct pack_file), 0 };

	from_assets(&f, "policy/calendar/");
	return sorted(&f);
}

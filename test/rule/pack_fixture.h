/* For tests of packs: the pack that ships, with one text in one of its files replaced. */
#ifndef PACK_FIXTURE_H
#define PACK_FIXTURE_H

#include "base/buf.h"
#include "commands/pack.h"

static inline struct rows fixture_files(struct arena *a)
{
	struct str error;
	struct rows files = pack_files(a, "dazu-2023", &error);

	assert_str(error, "");
	return files;
}

static inline struct pack_file *fixture_file(struct rows files, const char *name)
{
	struct pack_file *f = files.v;

	for (size_t i = 0; i < files.n; i++)
		if (str_is(f[i].name, name))
			return &f[i];
	fail_msg("the pack has no file %s", name);
	return NULL;
}

/* Replaces the first `old` (which must be there) by `new` in file `name`. */
static inline void fixture_change(struct arena *a, struct rows files, const char *name, const char *old, const char *new)
{
	struct pack_file *f = fixture_file(files, name);
	char *at = memmem(f->text.p, f->text.n, old, strlen(old));

	if (!at)
		fail_msg("%s: no text '%s'", name, old);
	size_t head = (size_t)(at - f->text.p), tail = head + strlen(old);
	f->text = str_fmt(a, "%.*s%s%.*s", (int)head, f->text.p, new, (int)(f->text.n - tail), f->text.p + tail);
}

static inline void fixture_append(struct arena *a, struct rows files, const char *name, const char *more)
{
	struct pack_file *f = fixture_file(files, name);

	f->text = str_fmt(a, "%.*s%s", STR_ARG(f->text), more);
}

static inline const struct policy *fixture_policy(struct arena *a, struct rows files)
{
	struct str errors;
	const struct policy *p = policy_parse(a, files, &errors);

	assert_str(errors, "");
	return p;
}

/* The mistakes of reading a pack with one change. */
static inline struct str fixture_mistakes(struct arena *a, const char *name, const char *old, const char *new)
{
	struct rows files = fixture_files(a);
	struct str errors;

	fixture_change(a, files, name, old, new);
	assert_null(policy_parse(a, files, &errors));
	return errors;
}

static inline bool str_has(struct str s, const char *part)
{
	return memmem(s.p, s.n, part, strlen(part)) != NULL;
}

#endif

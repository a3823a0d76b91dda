/*
 * YAML text to C structs by tables, strictly: for packs and calendars.
 *
 * A shape says which keys a mapping has, of which type, within which bounds, and where they go in the struct.  Every
 * mistake is reported, not only the first, one line each: "file:line:col: path: what (did you mean 'x'?)".
 * Anchors, aliases, tags, several documents, deep or large texts are refused.  Not for: writing YAML, settings of people.
 */
#ifndef RULE_YAML_H
#define RULE_YAML_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/field.h"
#include "rule/policy.h"

enum yaml_as {
	YAML_AS_TEXT,           /* struct str; min..max characters (max 0 = LIMIT_YAML_TEXT) */
	YAML_AS_INT,            /* int64_t; min..max (both 0 = any) */
	YAML_AS_FLAG,           /* bool; true or false */
	YAML_AS_DAY,            /* int64_t; 2026-03-15 */
	YAML_AS_WORD,           /* int: the index of the word in `words` */
	YAML_AS_TEXTS,          /* struct rows of struct str; min..max entries */
	YAML_AS_MAPS,           /* struct rows of the sub shape's struct; min..max entries */
	YAML_AS_REST,           /* struct rows of struct yaml_pair: every key that no other line names */
	YAML_AS_PLACE,          /* int64_t: where the mapping stands, for yaml_mistake(); no key of the text */
};

struct yaml_shape;
struct yaml_key {
	const char *name;
	enum yaml_as as;
	size_t at;              /* offset in the struct */
	bool may_miss;
	int64_t min, max;
	const char *const *words;       /* ended by NULL */
	const struct yaml_shape *sub;
};
struct yaml_shape {
	const struct yaml_key *keys;
	size_t n, size;         /* number of keys, size of the struct */
};
#define YAML_SHAPE(KEYS, TYPE) { (KEYS), sizeof (KEYS) / sizeof *(KEYS), sizeof(TYPE) }

struct yaml_pair {
	struct str name, value;
	int64_t place;
};

/* One file and where its mistakes go. `errors` collects over many files; each line ends with '\n'. */
struct yaml_in {
	struct arena *arena;
	struct str file, text;
	struct buf *errors;
};

/* The document is one mapping. Fills *out (zeroed first) as far as possible; false when there was a mistake. */
bool yaml_map(const struct yaml_in *in, const struct yaml_shape *shape, void *out);
/* The document is a list of mappings (or empty): rows of the shape's struct. */
bool yaml_list(const struct yaml_in *in, const struct yaml_shape *shape, struct rows *out);
/* A mistake of meaning, found after binding. */
void yaml_mistake(const struct yaml_in *in, int64_t place, struct str path, struct str what);
/* " (did you mean 'x'?)" for a word that is like one of `words` (ended by NULL), else empty. */
struct str yaml_like(struct arena *a, struct str word, const char *const *words);

#endif

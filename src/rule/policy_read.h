/* Inside the pack parser only: what its two halves (policy_parse.c, policy_road.c) share. */
#ifndef RULE_POLICY_READ_H
#define RULE_POLICY_READ_H

#include "rule/policy.h"
#include "rule/yaml.h"

struct pack_read {
	struct arena *a;
	struct rows files;              /* struct pack_file */
	struct buf errors;
	struct policy *p;
	struct rows words;              /* struct pack_word, unsorted, grown by doubling */
	size_t words_cap;
};

/* The named file as input of the binder; text empty and *there false when the pack has none. */
struct yaml_in pack_in(struct pack_read *r, const char *name, bool *there);
/* Reads NAME as a list of `shape`; rows of the shape's struct, none when the file is missing (a mistake when `must`). */
struct rows pack_list(struct pack_read *r, const char *name, const struct yaml_shape *shape, bool must);
void pack_word(struct pack_read *r, struct str zh, struct str en);
#define PACK_WRONG(r, file, place, path, ...) \
	pack_wrong(r, file, place, path, str_fmt((r)->a, __VA_ARGS__))
void pack_wrong(struct pack_read *r, const char *file, int64_t place, const char *path, struct str what);

/* policy_road.c */
void pack_read_road(struct pack_read *r);
/* policy_changes.c */
void pack_read_changes(struct pack_read *r);
/* policy_bind.c */
void pack_read_bindings(struct pack_read *r);

#endif

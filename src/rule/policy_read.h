/* Inside the pack parser only: what its parts (policy_parse.c, policy_head.c, policy_base.c, policy_road.c, policy_bind.c, policy_limit.c) share. */
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
	struct rows drops;              /* struct pack_drop */
	struct rows reword;             /* struct pack_word: a name of the base's place, the name here */
	struct str silent, silent_en;   /* what stands before a clause that was taken from the base */
};

struct pack_drop {
	struct str from, what;          /* "steps", "need_submit start need.filed" */
	int64_t place;
	bool used;
};

/* One list of a pack and how it lies over the base's list of the same name. */
struct pack_part {
	const char *name;               /* as `drop` calls it */
	size_t keys, key[4];            /* the texts that make a row's key, by their offsets in the row */
	bool own_first;                 /* the pack's rows before what stays of the base's */
	void (*borrow)(struct pack_read *r, char *row);
};
#define PACK_BASE_PLACE 1000000000000
struct rows pack_overlay(struct pack_read *r, const struct pack_part *part, const struct yaml_shape *shape, struct rows base, struct rows own);
struct str pack_reword(struct pack_read *r, struct str text);
void pack_look_at_drops(struct pack_read *r);

/* The named file as input of the binder; text empty and *there false when the pack has none. */
struct yaml_in pack_in(struct pack_read *r, const char *name, bool *there);
/* Reads NAME as a list of `shape`, over the base's; rows of the shape's struct, none when the file is missing (a mistake when `must`). */
struct rows pack_list(struct pack_read *r, const char *name, const struct yaml_shape *shape, bool must, const struct pack_part *part);
void pack_word(struct pack_read *r, struct str zh, struct str en);
#define PACK_WRONG(r, file, place, path, ...) \
	pack_wrong(r, file, place, path, str_fmt((r)->a, __VA_ARGS__))
void pack_wrong(struct pack_read *r, const char *file, int64_t place, const char *path, struct str what);

/* policy_head.c */
void pack_read_head(struct pack_read *r);
/* policy_road.c */
void pack_read_road(struct pack_read *r);
/* policy_changes.c */
void pack_read_changes(struct pack_read *r);
/* policy_bind.c */
void pack_read_bindings(struct pack_read *r);
/* A whole number, a share ("30%": basis points), money with its unit (fen), true or false. */
bool pack_value(struct str s, int64_t *out, bool *share);
/* policy_limit.c */
void pack_read_limits(struct pack_read *r);

#endif

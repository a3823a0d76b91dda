/*
 * Field tables: a struct's fields said once, in a .def file.
 *
 * The form parser fills the struct by the table, SQL binds and reads it by name, pages and JSON print it, the book
 * takes its canonical text from it, OpenAPI and the fuzz corpus come from it.
 *
 * A .def file of a room looks like this (T names the struct; every line is one member):
 *
 *	#define T bid_form
 *	TABLE(T)
 *	F(text,   title,      "项目名称",   .max = 60, .must = 1)
 *	F(fen,    asked_fen,  "申请经费",   .must = 1, .help = "向发榜单位申请的研发经费")
 *	F(choice, kind,       "类型",       .of = "project_type", .must = 1)
 *	F(rows,   indicators, "指标应答",   .sub = &bid_indicator_fields, .max = 40)
 *	END(T)
 *	#undef T
 *
 * Tables used as .sub stand before the tables that use them.  The room's header declares the structs:
 *
 *	#include "base/field_struct.h"
 *	#include "life/3-bid/bid.def"
 *	#include "base/field_end.h"
 *
 * and tables/tables.c, which includes every header and every .def once more, defines `struct fields bid_form_fields`.
 *
 * Members have only three C types, all made of 8-byte words: int64_t, struct str, struct rows.
 */
#ifndef BASE_FIELD_H
#define BASE_FIELD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct rows {
	void *v;                /* n structs of the sub table, one after the other */
	size_t n;
};

/*      kind     C type       meaning */
#define FIELD_KINDS(K) \
	K(id,      int64_t)      /* a row's id; 0 = none */ \
	K(int,     int64_t)      /* a whole number, min..max */ \
	K(fen,     int64_t)      /* money */ \
	K(day,     int64_t)      /* 20260315 */ \
	K(instant, int64_t)      /* ms UTC */ \
	K(flag,    int64_t)      /* 0 or 1: a checkbox */ \
	K(share,   int64_t)      /* basis points, shown as % */ \
	K(text,    struct str)   /* one line */ \
	K(long,    struct str)   /* many lines */ \
	K(choice,  struct str)   /* the code of a choice list; the label is shown */ \
	K(choices, struct str)   /* several codes joined by ',' */ \
	K(file,    struct str)   /* attachment digests joined by ',' */ \
	K(pass,    struct str)   /* a password or one-time code: never shown, stored or put in the book */ \
	K(rows,    struct rows)  /* a table of rows */

enum kind {
#define FIELD_KIND_ENUM(K, C) KIND_##K,
	FIELD_KINDS(FIELD_KIND_ENUM)
#undef FIELD_KIND_ENUM
};

struct fields;

struct field {
	const char *name;       /* ASCII, lower snake case: form name, column, JSON key */
	const char *label;      /* Chinese, the source text */
	enum kind kind;
	size_t at;
	int64_t min, max;       /* characters, rows, or the value itself; max 0 = the kind's limit from limits.h */
	bool must;              /* a form without it is refused */
	bool secret;            /* personal data: salted digest in the book, masked unless entitled */
	bool hidden;            /* in the form as a hidden input (prefilled, not typed) */
	bool wide;              /* takes the full width of a form grid */
	const char *of;         /* choice list: a name in tables/choices.def or in the pack's lists */
	const char *help;       /* one sentence below the label */
	const char *clause;     /* clause id(s) for the side note, "8.1.b" or "8.1.b 5.1.4" */
	const char *section;    /* a heading that starts here */
	const struct fields *sub;
};

struct fields {
	const char *name;
	const struct field *f;
	size_t n, size;
};

const struct field *field_find(const struct fields *t, struct str name);
const struct fields *fields_find(struct str name);      /* any table of the program, by struct name (tables/tables.c) */

#define FIELD_INT(row, f) (*(int64_t *)((char *)(row) + (f)->at))
#define FIELD_STR(row, f) (*(struct str *)((char *)(row) + (f)->at))
#define FIELD_ROWS(row, f) (*(struct rows *)((char *)(row) + (f)->at))
bool field_is_text(enum kind k);                        /* struct str inside */

/* From one struct to another: members of the same name and C type; the rest of *out stays. Tables of rows are left out. */
void fields_copy(const struct fields *to, void *out, const struct fields *from, const void *row);
/* A new array of `to` structs, each copied from one of `rows`. */
struct rows fields_copy_rows(struct arena *a, const struct fields *to, const struct fields *from, struct rows rows);

/* A struct's canonical text: one JSON object, keys in table order, no spaces, secrets replaced by `mask(secret)`. */
typedef struct str (*field_mask)(void *ctx, struct str value);
void fields_canon(struct buf *out, const struct fields *t, const void *row, field_mask mask, void *ctx);

/* JSON for readers: kinds printed for machines (days as "2026-03-15", money as integer fen, choices as codes). Secrets left out unless `entitled`. */
void fields_json(struct buf *out, const struct fields *t, const void *row, bool entitled);
/* The JSON schema (OpenAPI 3.1) of a table, for requests (`form` true) or answers. */
void fields_schema(struct buf *out, const struct fields *t, bool form);

#endif

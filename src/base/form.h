/*
 * From what was sent to a struct: names and values (urlencoded, multipart, query) or JSON, by the field table.
 *
 * Nothing is dropped silently: an unknown name, a name given twice, a bad number, a text too long, a choice that is
 * not on its list, invalid UTF-8, a missing must-field each become a form_error beside the field; all at once.  The
 * struct is filled as far as possible so that the form can be shown again with what was typed (raw texts that did not
 * parse are kept in the pairs, see form_raw).
 *
 * Rows: "indicators.0.name", "indicators.1.name".  Rows whose every field is empty are dropped.  Flags: present = 1.
 * Choices with several values: the name repeated.  Names that begin with '_' belong to the page around the form (its
 * token, its act key) and are passed over.
 *
 * What a person types (json false): money in yuan (or in ten thousand yuan, marked), shares in percent.  What a machine sends (json true): money in fen,
 * shares in basis points, both as integers.  Days are 2026-03-15, instants 2026-03-15T17:00 (China) or integer ms in both.
 */
#ifndef BASE_FORM_H
#define BASE_FORM_H

#include "base/field.h"

struct form_pair {
	struct str name, value;
};

struct form_error {
	struct str name;        /* full name of the field: "indicators.2.target" */
	struct str text;        /* Chinese: what was found and what is wanted */
};

/* A list of codes and labels for KIND_choice; `of` is the list's name.  The caller (web, act) supplies it: C lists
 * from tables/choices.def, pack lists from the pinned pack. */
struct choice {
	struct str code, label;
};
typedef struct rows (*choice_source)(void *ctx, const char *of);       /* rows of struct choice */

struct form_in {
	struct arena *arena;
	const struct form_pair *pairs;
	size_t n;
	choice_source choices;
	void *ctx;
	bool draft;             /* an autosaved draft: must-fields may be missing */
	bool json;              /* the pairs come from JSON: fen and basis points, not yuan and percent */
};

/* Fills `out` (zeroed first). Returns the errors: rows of struct form_error, none = good. */
struct rows form_parse(const struct form_in *in, const struct fields *t, void *out);
/* The same for a JSON object (base/json.c, jansson): text -> pairs first, so that one parser judges both. */
bool form_pairs_from_json(struct arena *a, struct str json, struct rows *pairs, struct str *error);
/* urlencoded -> pairs; false with an error text on bad encoding or too many. */
bool form_pairs_from_urlencoded(struct arena *a, struct str body, struct rows *pairs, struct str *error);
/* A struct back to pairs (to show a stored draft or prefilled form), as a person would type them. */
struct rows form_pairs_of(struct arena *a, const struct fields *t, const void *row);

#endif

/*
 * A JSON object as the pairs of a form, so that one parser judges both: {"title": "x", "rows": [{"a": 1}], "kinds": ["a", "b"]} becomes
 * title=x, rows.0.a=1, kinds=a, kinds=b.  false and null are "not sent".  See form.h.
 */
#include <jansson.h>
#include <string.h>

#include "base/form.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/word.h"

#define JSON_DEPTH_MOST 4

struct flat {
	struct arena *arena;
	struct form_pair *v;
	size_t n;
	struct str error;
};

static bool flat_object(struct flat *f, struct str prefix, const json_t *object, int depth);

static bool flat_fail(struct flat *f, enum word_id id, struct str name)
{
	f->error = word(f->arena, id, "name", str_c(f->arena, name), "wanted", str_fmt(f->arena, "%d", LIMIT_FORM_FIELDS).p, NULL);
	return false;
}

static bool flat_scalar(struct flat *f, struct str name, const json_t *value)
{
	struct str text = STR("1");
	switch (json_typeof(value)) {
	case JSON_NULL: case JSON_FALSE:
		return true;
	case JSON_TRUE:
		break;
	case JSON_STRING:
		text = str_copy(f->arena, (struct str){ json_string_value(value), json_string_length(value) });
		break;
	case JSON_INTEGER:
		text = str_fmt(f->arena, "%lld", (long long)json_integer_value(value));
		break;
	default:
		return flat_fail(f, WORD_json_value, name);
	}
	if (f->n == LIMIT_FORM_FIELDS)
		return flat_fail(f, WORD_pairs_many, name);
	f->v[f->n++] = (struct form_pair){ name, text };
	return true;
}

static bool flat_array(struct flat *f, struct str name, const json_t *array, int depth)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *item = json_array_get(array, i);
		bool good = json_is_object(item) ?
			flat_object(f, str_fmt(f->arena, "%.*s.%zu.", STR_ARG(name), i), item, depth + 1) :
			flat_scalar(f, name, item);
		if (!good)
			return false;
	}
	return true;
}

static bool flat_object(struct flat *f, struct str prefix, const json_t *object, int depth)
{
	const char *key;
	json_t *value;
	if (depth > JSON_DEPTH_MOST)
		return flat_fail(f, WORD_form_depth, prefix);
	json_object_foreach((json_t *)object, key, value) {
		struct str name = str_join(f->arena, prefix, "", str_of(key));
		if (strpbrk(key, ".") || !*key)
			return flat_fail(f, WORD_json_value, name);
		bool good = json_is_array(value) ? flat_array(f, name, value, depth) : flat_scalar(f, name, value);
		if (!good)
			return false;
	}
	return true;
}

/* The library quotes the input near the mistake byte by byte: what it cut inside a character is left out. */
static const char *valid_part(struct arena *a, struct str text)
{
	struct buf b = { .arena = a };
	uint32_t c;
	for (size_t at = 0; at < text.n;) {
		int n = utf8_next(text, at, &c);
		if (n)
			buf_put(&b, (struct str){ text.p + at, (size_t)n });
		at += n ? (size_t)n : 1;
	}
	return str_c(a, buf_str(&b));
}

bool form_pairs_from_json(struct arena *a, struct str json, struct rows *pairs, struct str *error)
{
	json_error_t e;
	*pairs = (struct rows){ 0 };
	if (json.n > LIMIT_JSON_BYTES) {
		*error = word_text(WORD_json_large);
		return false;
	}
	json_t *root = json_loadb(json.n ? json.p : "", json.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);
	if (!root) {
		*error = word(a, WORD_json_wrong, "line", str_fmt(a, "%d", e.line).p, "what", valid_part(a, str_of(e.text)), NULL);
		return false;
	}
	struct flat f = { .arena = a, .v = NEW_ARRAY(a, LIMIT_FORM_FIELDS, struct form_pair), .error = word_text(WORD_json_object) };
	bool good = json_is_object(root) && flat_object(&f, STR(""), root, 0);
	json_decref(root);
	*pairs = good ? (struct rows){ f.v, f.n } : (struct rows){ 0 };
	if (!good)
		*error = f.error;
	return good;
}

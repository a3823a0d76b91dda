/*
 * The strict binder (yaml.h) over libyaml: one pass over the events refuses what we never want (anchors, tags, depth,
 * size), a second one loads the document and binds it by the shapes.  Called by the pack and calendar parsers only.
 */
#include "rule/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/day.h"
#include "base/limits.h"
#include "base/utf8.h"

struct bind {
	const struct yaml_in *in;
	yaml_document_t *doc;
	size_t mistakes;
};

static int64_t place_of(const yaml_mark_t *m)
{
	return (int64_t)(m->line + 1) * 100000 + (int64_t)(m->column + 1) % 100000;
}

void yaml_mistake(const struct yaml_in *in, int64_t place, struct str path, struct str what)
{
	buf_fmt(in->errors, "%.*s:%lld:%lld: ", STR_ARG(in->file), (long long)(place / 100000), (long long)(place % 100000));
	if (path.n)
		buf_fmt(in->errors, "%.*s: ", STR_ARG(path));
	buf_put(in->errors, what);
	buf_putc(in->errors, '\n');
}

/* ---- a word like another ---- */

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Edits from a to b; 99 for words too long to compare. */
static int distance(struct str a, struct str b)
{
	int v[41];

	if (a.n > 40 || b.n > 40)
		return 99;
	for (size_t j = 0; j <= b.n; j++)
		v[j] = (int)j;
	for (size_t i = 1; i <= a.n; i++) {
		int diagonal = v[0];
		v[0] = (int)i;
		for (size_t j = 1; j <= b.n; j++) {
			int above = v[j];
			v[j] = least(diagonal + (a.p[i - 1] != b.p[j - 1]), least(v[j], v[j - 1]) + 1);
			diagonal = above;
		}
	}
	return v[b.n];
}

static void like_better(struct str word, const char *candidate, struct str *best, int *far)
{
	struct str c = str_of(candidate);
	int d = distance(word, c);

	if (d < *far && d < (int)(c.n + 1) / 2 + 1) {
		*far = d;
		*best = c;
	}
}

static struct str like_text(struct arena *a, struct str best)
{
	return best.n ? str_fmt(a, " (did you mean '%.*s'?)", STR_ARG(best)) : STR("");
}

struct str yaml_like(struct arena *a, struct str word, const char *const *words)
{
	struct str best = STR("");
	int far = 4;

	for (; words && *words; words++)
		like_better(word, *words, &best, &far);
	return like_text(a, best);
}

static struct str like_key(struct arena *a, struct str word, const struct yaml_shape *shape)
{
	struct str best = STR("");
	int far = 4;

	for (size_t i = 0; i < shape->n; i++)
		if (shape->keys[i].name)
			like_better(word, shape->keys[i].name, &best, &far);
	return like_text(a, best);
}

/* ---- one value ---- */

static void wrong(struct bind *b, const yaml_node_t *n, struct str path, struct str text)
{
	b->mistakes++;
	if (b->mistakes <= LIMIT_YAML_MISTAKES)
		yaml_mistake(b->in, place_of(&n->start_mark), path, text);
}

#define WRONG(b, n, path, ...) wrong(b, n, path, str_fmt((b)->in->arena, __VA_ARGS__))

static yaml_node_t *node_at(struct bind *b, int index)
{
	return yaml_document_get_node(b->doc, index);
}

/* A scalar's text: as long as the document lives, and a copy to keep. */
static struct str scalar_view(const yaml_node_t *n)
{
	return (struct str){ (const char *)n->data.scalar.value, n->data.scalar.length };
}

static struct str scalar(struct bind *b, const yaml_node_t *n)
{
	return str_copy(b->in->arena, scalar_view(n));
}

static const char *shape_name(yaml_node_type_t t)
{
	return t == YAML_MAPPING_NODE ? "a mapping" : t == YAML_SEQUENCE_NODE ? "a list" : "a single value";
}

static bool is_a(struct bind *b, const yaml_node_t *n, struct str path, yaml_node_type_t want)
{
	if (n->type == want)
		return true;
	WRONG(b, n, path, "%s wanted, this is %s", shape_name(want), shape_name(n->type));
	return false;
}

static void bind_text(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, void *at, struct str path)
{
	struct str s = scalar(b, n);
	int64_t max = k->max ? k->max : LIMIT_YAML_TEXT;
	int64_t min = k->min ? k->min : !k->may_miss;

	if (!utf8_valid(s)) {
		WRONG(b, n, path, "not valid UTF-8");
		return;
	}
	int64_t count = (int64_t)utf8_count(s);
	if (count < min)
		WRONG(b, n, path, "%lld characters, at least %lld wanted", (long long)count, (long long)min);
	else if (count > max)
		WRONG(b, n, path, "%lld characters, at most %lld allowed", (long long)count, (long long)max);
	*(struct str *)at = s;
}

static void bind_int(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, void *at, struct str path)
{
	struct str s = scalar(b, n);
	int64_t v;

	if (!str_int(s, &v))
		WRONG(b, n, path, "'%.*s' is not a whole number", STR_ARG(s));
	else if ((k->min || k->max) && (v < k->min || v > k->max))
		WRONG(b, n, path, "%lld is not within %lld..%lld", (long long)v, (long long)k->min, (long long)k->max);
	else
		*(int64_t *)at = v;
}

static void bind_word(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, void *at, struct str path)
{
	struct str s = scalar(b, n);
	struct buf all = { .arena = b->in->arena };

	for (int i = 0; k->words[i]; i++) {
		if (str_is(s, k->words[i])) {
			*(int *)at = i;
			return;
		}
		buf_fmt(&all, "%s%s", i ? ", " : "", k->words[i]);
	}
	struct str like = yaml_like(b->in->arena, s, k->words), list = buf_str(&all);
	WRONG(b, n, path, "'%.*s' is not one of: %.*s%.*s", STR_ARG(s), STR_ARG(list), STR_ARG(like));
}

static void bind_scalar(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, void *at, struct str path)
{
	if (!is_a(b, n, path, YAML_SCALAR_NODE))
		return;
	struct str s = scalar(b, n);
	if (k->as == YAML_AS_TEXT)
		bind_text(b, n, k, at, path);
	else if (k->as == YAML_AS_INT)
		bind_int(b, n, k, at, path);
	else if (k->as == YAML_AS_WORD)
		bind_word(b, n, k, at, path);
	else if (k->as == YAML_AS_DAY && !day_parse(s, at))
		WRONG(b, n, path, "'%.*s' is not a day (2026-03-15 wanted)", STR_ARG(s));
	else if (k->as == YAML_AS_FLAG && !str_is(s, "true") && !str_is(s, "false"))
		WRONG(b, n, path, "'%.*s' is not true or false", STR_ARG(s));
	else if (k->as == YAML_AS_FLAG)
		*(bool *)at = str_is(s, "true");
}

/* ---- mappings and lists ---- */

static bool bind_map(struct bind *b, const yaml_node_t *n, const struct yaml_shape *shape, void *out, struct str path);

static void bind_entry(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, void *row, struct str path)
{
	static const struct yaml_key text = { .as = YAML_AS_TEXT };

	if (k->as == YAML_AS_MAPS)
		bind_map(b, n, k->sub, row, path);
	else
		bind_scalar(b, n, &text, row, path);
}

static void bind_rows(struct bind *b, const yaml_node_t *n, const struct yaml_key *k, struct rows *out, struct str path)
{
	if (!is_a(b, n, path, YAML_SEQUENCE_NODE))
		return;
	const yaml_node_item_t *item = n->data.sequence.items.start;
	size_t count = (size_t)(n->data.sequence.items.top - item);
	size_t size = k->as == YAML_AS_MAPS ? k->sub->size : sizeof(struct str);

	if ((int64_t)count < k->min)
		WRONG(b, n, path, "%zu entries, at least %lld wanted", count, (long long)k->min);
	if (k->max && (int64_t)count > k->max)
		WRONG(b, n, path, "%zu entries, at most %lld allowed", count, (long long)k->max);
	*out = (struct rows){ arena_array(b->in->arena, count ? count : 1, size), count };
	for (size_t i = 0; i < count; i++) {
		struct str sub = str_fmt(b->in->arena, "%.*s[%zu]", STR_ARG(path), i);
		bind_entry(b, node_at(b, item[i]), k, (char *)out->v + i * size, sub);
	}
}

static void bind_rest(struct bind *b, const yaml_node_t *key, const yaml_node_t *value, struct rows *out, struct str path)
{
	if (!is_a(b, value, path, YAML_SCALAR_NODE))
		return;
	struct yaml_pair *grown = NEW_ARRAY(b->in->arena, out->n + 1, struct yaml_pair);
	if (out->n)
		memcpy(grown, out->v, out->n * sizeof *grown);
	grown[out->n] = (struct yaml_pair){ scalar(b, key), scalar(b, value), place_of(&key->start_mark) };
	*out = (struct rows){ grown, out->n + 1 };
}

static const struct yaml_key *key_named(const struct yaml_shape *shape, struct str name)
{
	const struct yaml_key *rest = NULL;

	for (size_t i = 0; i < shape->n; i++) {
		if (shape->keys[i].name && str_is(name, shape->keys[i].name))
			return &shape->keys[i];
		if (shape->keys[i].as == YAML_AS_REST)
			rest = &shape->keys[i];
	}
	return rest;
}

static bool seen_before(struct bind *b, const yaml_node_t *map, const yaml_node_pair_t *here, struct str name)
{
	for (const yaml_node_pair_t *p = map->data.mapping.pairs.start; p < here; p++) {
		const yaml_node_t *k = node_at(b, p->key);
		if (k->type == YAML_SCALAR_NODE && str_eq(name, scalar_view(k)))
			return true;
	}
	return false;
}

static struct str path_to(struct arena *a, struct str path, struct str name)
{
	return path.n ? str_fmt(a, "%.*s.%.*s", STR_ARG(path), STR_ARG(name)) : name;
}

static void bind_pair(struct bind *b, const yaml_node_t *map, const yaml_node_pair_t *pair,
		      const struct yaml_shape *shape, void *out, struct str path)
{
	const yaml_node_t *key = node_at(b, pair->key), *value = node_at(b, pair->value);

	if (!is_a(b, key, path, YAML_SCALAR_NODE))
		return;
	struct str name = scalar(b, key);
	const struct yaml_key *k = key_named(shape, name);
	if (!k) {
		struct str like = like_key(b->in->arena, name, shape);
		WRONG(b, key, path, "unknown key '%.*s'%.*s", STR_ARG(name), STR_ARG(like));
		return;
	}
	if (seen_before(b, map, pair, name)) {
		WRONG(b, key, path, "key '%.*s' is given twice", STR_ARG(name));
		return;
	}
	void *at = (char *)out + k->at;
	struct str sub = path_to(b->in->arena, path, name);
	if (k->as == YAML_AS_REST)
		bind_rest(b, key, value, at, sub);
	else if (k->as == YAML_AS_MAPS || k->as == YAML_AS_TEXTS)
		bind_rows(b, value, k, at, sub);
	else
		bind_scalar(b, value, k, at, sub);
}

static bool has_key(struct bind *b, const yaml_node_t *map, const char *name)
{
	const yaml_node_pair_t *p = map->data.mapping.pairs.start;

	for (; p < map->data.mapping.pairs.top; p++) {
		const yaml_node_t *k = node_at(b, p->key);
		if (k->type == YAML_SCALAR_NODE && str_is(scalar_view(k), name))
			return true;
	}
	return false;
}

static bool bind_map(struct bind *b, const yaml_node_t *n, const struct yaml_shape *shape, void *out, struct str path)
{
	if (!is_a(b, n, path, YAML_MAPPING_NODE))
		return false;
	const yaml_node_pair_t *pair = n->data.mapping.pairs.start;
	if (n->data.mapping.pairs.top - pair > LIMIT_YAML_KEYS) {
		WRONG(b, n, path, "more than %d keys", LIMIT_YAML_KEYS);
		return false;
	}
	for (; pair < n->data.mapping.pairs.top; pair++)
		bind_pair(b, n, pair, shape, out, path);
	for (size_t i = 0; i < shape->n; i++) {
		const struct yaml_key *k = &shape->keys[i];
		if (k->as == YAML_AS_PLACE)
			*(int64_t *)((char *)out + k->at) = place_of(&n->start_mark);
		else if (k->as != YAML_AS_REST && !k->may_miss && !has_key(b, n, k->name))
			WRONG(b, n, path, "key '%s' is missing", k->name);
	}
	return true;
}

/* ---- the whole text ---- */

static void parser_start(yaml_parser_t *p, struct str text)
{
	if (!yaml_parser_initialize(p))
		__builtin_trap();       /* out of memory */
	yaml_parser_set_encoding(p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(p, (const unsigned char *)text.p, text.n);
}

static bool event_refused(const struct yaml_in *in, const yaml_event_t *e, int depth, int documents)
{
	const char *why = NULL;
	const unsigned char *anchor = NULL, *tag = NULL;

	if (e->type == YAML_SCALAR_EVENT)
		anchor = e->data.scalar.anchor, tag = e->data.scalar.tag;
	else if (e->type == YAML_SEQUENCE_START_EVENT)
		anchor = e->data.sequence_start.anchor, tag = e->data.sequence_start.tag;
	else if (e->type == YAML_MAPPING_START_EVENT)
		anchor = e->data.mapping_start.anchor, tag = e->data.mapping_start.tag;
	if (e->type == YAML_ALIAS_EVENT || anchor)
		why = "anchors and aliases are not allowed";
	else if (tag)
		why = "tags are not allowed";
	else if (depth > LIMIT_YAML_DEPTH)
		why = "nested too deeply";
	else if (documents > 1)
		why = "one document wanted, a second begins here";
	if (why)
		yaml_mistake(in, place_of(&e->start_mark), STR(""), str_of(why));
	return why != NULL;
}

static void syntax_mistake(const struct yaml_in *in, const yaml_parser_t *p)
{
	struct str what = str_fmt(in->arena, "not YAML: %s%s%s", p->problem ? p->problem : "unreadable",
				  p->context ? ", " : "", p->context ? p->context : "");
	yaml_mistake(in, place_of(&p->problem_mark), STR(""), what);
}

static int depth_change(yaml_event_type_t t)
{
	if (t == YAML_SEQUENCE_START_EVENT || t == YAML_MAPPING_START_EVENT)
		return 1;
	return t == YAML_SEQUENCE_END_EVENT || t == YAML_MAPPING_END_EVENT ? -1 : 0;
}

/* The first pass: is there anything in it that we never want? */
static bool text_allowed(const struct yaml_in *in)
{
	yaml_parser_t p;
	int depth = 0, documents = 0, events = 0;
	bool good = in->text.n <= LIMIT_YAML_BYTES, end = false;

	if (!good) {
		yaml_mistake(in, 100001, STR(""), str_fmt(in->arena, "%zu bytes, at most %u allowed", in->text.n, LIMIT_YAML_BYTES));
		return false;
	}
	parser_start(&p, in->text);
	while (good && !end) {
		yaml_event_t e;
		if (!yaml_parser_parse(&p, &e)) {
			syntax_mistake(in, &p);
			good = false;
			break;
		}
		depth += depth_change(e.type);
		documents += e.type == YAML_DOCUMENT_START_EVENT;
		end = e.type == YAML_STREAM_END_EVENT;
		good = !event_refused(in, &e, depth, documents);
		if (good && ++events > LIMIT_YAML_EVENTS) {
			yaml_mistake(in, place_of(&e.start_mark), STR(""), STR("too many values"));
			good = false;
		}
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&p);
	return good;
}

/* The second pass; false when the text could not be loaded. */
static bool load(const struct yaml_in *in, yaml_document_t *doc)
{
	yaml_parser_t p;

	if (!text_allowed(in))
		return false;
	parser_start(&p, in->text);
	bool good = yaml_parser_load(&p, doc);
	if (!good)
		syntax_mistake(in, &p);
	yaml_parser_delete(&p);
	return good;
}

static bool finished(struct bind *b)
{
	if (b->mistakes > LIMIT_YAML_MISTAKES)
		yaml_mistake(b->in, 100001, STR(""), str_fmt(b->in->arena, "and %zu mistakes more", b->mistakes - LIMIT_YAML_MISTAKES));
	yaml_document_delete(b->doc);
	return b->mistakes == 0;
}

bool yaml_map(const struct yaml_in *in, const struct yaml_shape *shape, void *out)
{
	yaml_document_t doc;
	struct bind b = { in, &doc, 0 };

	memset(out, 0, shape->size);
	if (!load(in, &doc))
		return false;
	const yaml_node_t *root = yaml_document_get_root_node(&doc);
	if (root) {
		bind_map(&b, root, shape, out, STR(""));
	} else {
		yaml_mistake(in, 100001, STR(""), STR("the file is empty"));
		b.mistakes++;
	}
	return finished(&b);
}

bool yaml_list(const struct yaml_in *in, const struct yaml_shape *shape, struct rows *out)
{
	yaml_document_t doc;
	struct bind b = { in, &doc, 0 };
	const struct yaml_key k = { .as = YAML_AS_MAPS, .sub = shape };

	*out = (struct rows){ 0 };
	if (!load(in, &doc))
		return false;
	const yaml_node_t *root = yaml_document_get_root_node(&doc);
	if (root)
		bind_rows(&b, root, &k, out, STR(""));
	return finished(&b);
}

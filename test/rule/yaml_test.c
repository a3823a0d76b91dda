/* The strict binder: every kind of mistake, all of them at once, with line and column. */
#include "test.h"

#include "base/limits.h"
#include "rule/yaml.h"

struct point {
	struct str name;
	int64_t x, day;
	bool on;
	int colour;
	struct rows tags;               /* struct str */
	struct rows sub;                /* struct leaf */
	struct rows rest;               /* struct yaml_pair */
	int64_t place;
};
struct leaf {
	struct str id;
	int64_t n;
};
static const char *const colours[] = { "red", "green", "blue", NULL };
static const struct yaml_key leaf_keys[] = {
	{ "id", YAML_AS_TEXT, offsetof(struct leaf, id), .max = 5 },
	{ "n", YAML_AS_INT, offsetof(struct leaf, n), .may_miss = true, .min = 1, .max = 9 },
};
static const struct yaml_shape leaf_shape = YAML_SHAPE(leaf_keys, struct leaf);
static const struct yaml_key point_keys[] = {
	{ "name", YAML_AS_TEXT, offsetof(struct point, name), .min = 2, .max = 6 },
	{ "x", YAML_AS_INT, offsetof(struct point, x), .may_miss = true },
	{ "day", YAML_AS_DAY, offsetof(struct point, day), .may_miss = true },
	{ "on", YAML_AS_FLAG, offsetof(struct point, on), .may_miss = true },
	{ "colour", YAML_AS_WORD, offsetof(struct point, colour), .may_miss = true, .words = colours },
	{ "tags", YAML_AS_TEXTS, offsetof(struct point, tags), .may_miss = true, .max = 3 },
	{ "leaves", YAML_AS_MAPS, offsetof(struct point, sub), .may_miss = true, .min = 1, .max = 3, .sub = &leaf_shape },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct point, place) },
};
static const struct yaml_shape point_shape = YAML_SHAPE(point_keys, struct point);
static const struct yaml_key open_keys[] = {
	{ "name", YAML_AS_TEXT, offsetof(struct point, name) },
	{ .as = YAML_AS_REST, .at = offsetof(struct point, rest) },
};
static const struct yaml_shape open_shape = YAML_SHAPE(open_keys, struct point);

static struct str mistakes(struct arena *a, const char *text, struct point *p)
{
	struct buf errors = { .arena = a };
	struct yaml_in in = { a, STR("f.yaml"), str_of(text), &errors };
	struct point unused;

	yaml_map(&in, &point_shape, p ? p : &unused);
	return buf_str(&errors);
}

TEST(a_good_text_fills_the_struct, "")
{
	struct point p;

	assert_str(mistakes(a, "# note\nname: 揭榜\nx: -7\nday: 2026-03-15\non: true\ncolour: blue\ntags: [8.4.c, b]\n"
			       "leaves:\n  - {id: one}\n  - {id: two, n: 9}\n", &p), "");
	assert_str(p.name, "揭榜");
	assert_int_equal(p.x, -7);
	assert_int_equal(p.day, 20260315);
	assert_true(p.on);
	assert_int_equal(p.colour, 2);
	assert_int_equal(p.tags.n, 2);
	assert_str(((struct str *)p.tags.v)[0], "8.4.c");
	assert_int_equal(p.sub.n, 2);
	assert_str(((struct leaf *)p.sub.v)[1].id, "two");
	assert_int_equal(((struct leaf *)p.sub.v)[1].n, 9);
	assert_int_equal(p.place, 200001);
}

TEST(all_mistakes_are_told_at_once, "")
{
	assert_str(mistakes(a, "nam: ab\nx: 1.5\nday: 2026-02-30\non: yes\ncolour: gren\ntags: one\nleaves: []\n", NULL),
		   "f.yaml:1:1: unknown key 'nam' (did you mean 'name'?)\n"
		   "f.yaml:2:4: x: '1.5' is not a whole number\n"
		   "f.yaml:3:6: day: '2026-02-30' is not a day (2026-03-15 wanted)\n"
		   "f.yaml:4:5: on: 'yes' is not true or false\n"
		   "f.yaml:5:9: colour: 'gren' is not one of: red, green, blue (did you mean 'green'?)\n"
		   "f.yaml:6:7: tags: a list wanted, this is a single value\n"
		   "f.yaml:7:9: leaves: 0 entries, at least 1 wanted\n"
		   "f.yaml:1:1: key 'name' is missing\n");
}

TEST(bounds_and_paths, "")
{
	assert_str(mistakes(a, "name: a\nleaves:\n  - {id: abcdefg, n: 0}\n  - [x]\n  - {n: 10, n: 3, id: a}\ntags: [a, b, c, {d: e}]\n", NULL),
		   "f.yaml:1:7: name: 1 characters, at least 2 wanted\n"
		   "f.yaml:3:10: leaves[0].id: 7 characters, at most 5 allowed\n"
		   "f.yaml:3:22: leaves[0].n: 0 is not within 1..9\n"
		   "f.yaml:4:5: leaves[1]: a mapping wanted, this is a list\n"
		   "f.yaml:5:9: leaves[2].n: 10 is not within 1..9\n"
		   "f.yaml:5:13: leaves[2]: key 'n' is given twice\n"
		   "f.yaml:6:7: tags: 4 entries, at most 3 allowed\n"
		   "f.yaml:6:17: tags[3]: a single value wanted, this is a mapping\n");
	assert_str(mistakes(a, "name:\n", NULL), "f.yaml:1:6: name: 0 characters, at least 2 wanted\n");
	assert_str(mistakes(a, "name: abcdefgh\nname: ab\n", NULL),
		   "f.yaml:1:7: name: 8 characters, at most 6 allowed\nf.yaml:2:1: key 'name' is given twice\n");
	assert_str(mistakes(a, "[a]\n", NULL), "f.yaml:1:1: a mapping wanted, this is a list\n");
	assert_str(mistakes(a, "# nothing\n", NULL), "f.yaml:1:1: the file is empty\n");
	assert_str(mistakes(a, "x: 99999999999999999999\nname: ab\n", NULL), "f.yaml:1:4: x: '99999999999999999999' is not a whole number\n");
}

TEST(what_is_never_wanted_is_refused, "")
{
	assert_str(mistakes(a, "name: &n ab\n", NULL), "f.yaml:1:7: anchors and aliases are not allowed\n");
	assert_str(mistakes(a, "name: ab\ntags: *n\n", NULL), "f.yaml:2:7: anchors and aliases are not allowed\n");
	assert_str(mistakes(a, "tags: &t [a]\nname: ab\n", NULL), "f.yaml:1:7: anchors and aliases are not allowed\n");
	assert_str(mistakes(a, "name: !!str ab\n", NULL), "f.yaml:1:7: tags are not allowed\n");
	assert_str(mistakes(a, "name: ab\n---\nname: cd\n", NULL), "f.yaml:2:1: one document wanted, a second begins here\n");
	assert_str(mistakes(a, "tags: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]\nname: ab\n", NULL), "f.yaml:1:18: nested too deeply\n");
	assert_true(str_starts(mistakes(a, "name: 'ab\n", NULL), "f.yaml:2:1: not YAML: "));
	assert_true(str_starts(mistakes(a, "name: \xff\xfe\n", NULL), "f.yaml:1:1: not YAML: ")
		    || str_starts(mistakes(a, "name: \xff\xfe\n", NULL), "f.yaml:"));
}

TEST(too_large_and_too_many, "")
{
	struct buf big = { .arena = a }, keys = { .arena = a };

	buf_puts(&big, "name: ab\n");
	while (big.n <= LIMIT_YAML_BYTES)
		buf_puts(&big, "# ................................................................\n");
	assert_true(str_ends(mistakes(a, str_c(a, buf_str(&big)), NULL), " bytes, at most 1048576 allowed\n"));
	for (int i = 0; i < LIMIT_YAML_KEYS + 1; i++)
		buf_fmt(&keys, "k%d: 1\n", i);
	assert_str(mistakes(a, str_c(a, buf_str(&keys)), NULL), "f.yaml:1:1: more than 64 keys\n");
	keys.n = 0;
	buf_puts(&keys, "name: ab\ntags: [");
	for (int i = 0; i < 300; i++)
		buf_puts(&keys, "{}, ");
	buf_puts(&keys, "{}]\n");
	struct str all = mistakes(a, str_c(a, buf_str(&keys)), NULL);
	assert_true(str_ends(all, "f.yaml:1:1: and 202 mistakes more\n"));
	keys.n = 0;
	buf_puts(&keys, "tags: [");
	for (int i = 0; i < LIMIT_YAML_EVENTS; i++)
		buf_puts(&keys, "a, ");
	buf_puts(&keys, "a]\n");
	assert_true(str_ends(mistakes(a, str_c(a, buf_str(&keys)), NULL), ": too many values\n"));
}

TEST(other_keys_are_kept_where_the_shape_says_so, "")
{
	struct buf errors = { .arena = a };
	struct point p;
	struct yaml_in in = { a, STR("f.yaml"), STR("min: 5\nname: ab\nshare: 30%\nlist: [1]\nmin: 6\n"), &errors };

	assert_false(yaml_map(&in, &open_shape, &p));
	assert_int_equal(p.rest.n, 2);
	const struct yaml_pair *pair = p.rest.v;
	assert_str(pair[0].name, "min");
	assert_str(pair[0].value, "5");
	assert_int_equal(pair[1].place, 300001);
	assert_str(buf_str(&errors), "f.yaml:4:7: list: a single value wanted, this is a list\nf.yaml:5:1: key 'min' is given twice\n");
}

TEST(a_list_may_be_empty, "")
{
	struct buf errors = { .arena = a };
	struct rows rows;
	struct yaml_in in = { a, STR("f.yaml"), STR("# nothing yet\n"), &errors };

	assert_true(yaml_list(&in, &leaf_shape, &rows));
	assert_int_equal(rows.n, 0);
	in.text = STR("- {id: a}\n- {id: b, m: 1}\n");
	assert_false(yaml_list(&in, &leaf_shape, &rows));
	assert_int_equal(rows.n, 2);
	assert_str(buf_str(&errors), "f.yaml:2:11: [1]: unknown key 'm' (did you mean 'n'?)\n");
}

/* Rubbish in, no crash out: bytes of a good text changed at random. */
TEST(changed_bytes_never_break_it, "")
{
	static const char good[] = "name: ab\nx: 3\ntags: [a, 'b', \"c\"]\nleaves:\n  - {id: one, n: 2}\n  - id: |\n      x\n    n: 1\n";
	uint64_t seed = 7;

	for (int i = 0; i < 20000; i++) {
		char text[sizeof good];
		struct point p;
		memcpy(text, good, sizeof good);
		for (int k = 0; k < 1 + i % 4; k++)
			text[test_random(&seed) % (sizeof good - 1)] = (char)(test_random(&seed) % 255 + 1);
		struct arena *own = arena_new(4 << 20);
		mistakes(own, text, &p);
		arena_free(own);
	}
}

TEST_MAIN

/* Sentences with names in them; assets and how they are found; every field table of the program is sound. */
#include "test.h"

#include "base/asset.h"
#include "base/utf8.h"
#include "base/word.h"
#include "tables/tables.h"

TEST(word_replaces_names, "")
{
	assert_str(word(a, WORD_form_most, "label", "人数", "found", "25", "wanted", "{label}", NULL), "「人数」不能大于 {label}，现在是 25");
	assert_str(word(a, WORD_form_most, "label", "x", NULL), "「x」不能大于 {wanted}，现在是 {found}");
	assert_str(word(a, WORD_none, NULL), "");
}

TEST(words_are_utf8_and_close_their_braces, "")
{
	for (int i = 0; i < WORD_COUNT; i++) {
		struct str s = word_text((enum word_id)i);
		int open = 0;
		assert_true(utf8_valid(s));
		for (size_t k = 0; k < s.n; k++)
			open += (s.p[k] == '{') - (s.p[k] == '}');
		assert_int_equal(open, 0);
	}
}

TEST(assets_are_sorted_and_found, "")
{
	for (size_t i = 0; i < assets_n; i++) {
		if (i)
			assert_true(strcmp(assets[i - 1].name, assets[i].name) < 0);
		assert_ptr_equal(asset_find(assets[i].name), &assets[i]);
	}
	assert_ptr_equal(asset_named("act.sql"), asset_find("src/act/act.sql"));
	assert_non_null(asset_find("policy/dazu-2023/road.yaml"));
	assert_null(asset_named("road.yaml"));
	assert_null(asset_find("nothing.sql"));
	assert_null(asset_named("nothing.sql"));
	assert_null(asset_named("oad.yaml"));
}

/* Names that clash, sub tables of the wrong kind, limits the wrong way round would only be met at run time. */
TEST(field_tables_are_sound, "")
{
	size_t n;
	const struct fields *const *all = fields_all(&n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i]->n; k++) {
			const struct field *f = &all[i]->f[k];
			if (field_find(all[i], str_of(f->name)) != f)
				fail_msg("%s.%s twice", all[i]->name, f->name);
			if ((f->kind == KIND_rows) != (f->sub != NULL))
				fail_msg("%s.%s: rows and sub go together", all[i]->name, f->name);
			if (f->max && f->min > f->max)
				fail_msg("%s.%s: min above max", all[i]->name, f->name);
			if (f->secret && !strstr(f->name, "_secret") && f->kind != KIND_pass)
				print_message("# %s.%s is secret and is not named so\n", all[i]->name, f->name);
		}
}

TEST_MAIN

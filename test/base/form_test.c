/* The form parser by a table of single fields, rows, and hostile input; the same through urlencoded text and JSON. */
#include "test.h"

#include "base/utf8.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/form.h"
#include "base/hash.h"
#include "form_test.h"

#include "base/field_table.h"
#include "form_test.def"
#include "base/field_end.h"

#define GOOD "count=3&sworn=1&title=%E5%90%8D%E7%A7%B0&kind=university&lines.0.name=a&lines.0.count=2"

static struct rows parse(struct arena *a, const char *body, bool json, struct probe *out)
{
	struct rows pairs;
	struct str error = STR("");
	bool good = json ? form_pairs_from_json(a, str_of(body), &pairs, &error) : form_pairs_from_urlencoded(a, str_of(body), &pairs, &error);
	if (!good)
		fail_msg("%s: %.*s", body, STR_ARG(error));
	struct form_in in = { .arena = a, .pairs = pairs.v, .n = pairs.n, .json = json };
	return form_parse(&in, &probe_fields, out);
}

static struct str names(struct arena *a, struct rows errors)
{
	struct buf b = { .arena = a };
	const struct form_error *e = errors.v;
	for (size_t i = 0; i < errors.n; i++)
		buf_fmt(&b, "%s%.*s", i ? " " : "", STR_ARG(e[i].name));
	return buf_str(&b);
}

TEST(form_takes_what_is_good, "")
{
	struct probe p;
	struct rows e = parse(a, GOOD "&target=7&shift=-5&asked=30.5%E4%B8%87&begin=2026-03-15&until=2026-03-15T17:00&part=40.25%25"
			      "&body=x%0D%0Ay&tags=approve&tags=deny&tags=approve&lines.0.good=1&lines.2.name=c&_token=zz&code=+x+&phone_secret=1", false, &p);
	assert_str(names(a, e), "");
	assert_int_equal(p.count, 3);
	assert_int_equal(p.target, 7);
	assert_int_equal(p.shift, -5);
	assert_int_equal(p.asked, 30500000);
	assert_int_equal(p.begin, 20260315);
	assert_int_equal(p.until, instant_of(20260315, 17, 0));
	assert_int_equal(p.part, 4025);
	assert_str(p.title, "名称");
	assert_str(p.body, "x\ny");
	assert_str(p.tags, "approve,deny");
	assert_str(p.code, " x ");
	assert_int_equal(p.lines.n, 2);
	const struct probe_line *l = p.lines.v;
	assert_str(l[0].name, "a");
	assert_int_equal(l[0].good, 1);
	assert_str(l[1].name, "c");
}

TEST(form_says_what_is_wrong_beside_each_field, "")
{
	static const struct { const char *more, *wrong; } cases[] = {
		{ "", "" }, { "&title=x", "title" }, { "&nope=1", "nope" }, { "&target=-1", "target" }, { "&target=9007199254740992", "target" },
		{ "&target=x", "target" }, { "&shift=-6", "shift" }, { "&shift=6", "shift" }, { "&shift=99999999999999999999", "shift" },
		{ "&asked=0.99", "asked" }, { "&asked=1000000.01", "asked" }, { "&asked=1000000", "" }, { "&asked=abc", "asked" },
		{ "&begin=2025-12-31", "begin" }, { "&begin=2026-02-30", "begin" }, { "&until=2026-03-15", "until" }, { "&part=101", "part" },
		{ "&part=100", "" }, { "&part=0.005", "part" }, { "&body=%00", "!" }, { "&body=%01", "body" }, { "&body=a%09b", "" },
		{ "&tags=approve&tags=maybe", "tags" }, { "&tags=", "" }, { "&paper=xyz", "paper" }, { "&lines=1", "lines" },
		{ "&lines.0=1", "lines.0" }, { "&lines.00.name=1", "lines.00.name" }, { "&lines.x.name=1", "lines.x.name" },
		{ "&lines.0.nope=1", "lines.0.nope" }, { "&lines.1.count=5", "lines.1.name" }, { "&lines.1.name=", "" },
		{ "&lines.1.name=abcdef", "lines.1.name" }, { "&lines.1.name=b&lines.1.count=0", "lines.1.count" }, { "&lines.1.good=2", "lines.1.name lines.1.good" },
		{ "&lines.1.name=b&lines.2.name=c&lines.3.name=d", "lines" }, { "&lines.-1.name=1", "lines.-1.name" },
		{ "&lines.99999.name=1", "lines.99999.name" }, { "&deep.0.lines.0.name=x", "" }, { "&deep.0.lines.0.count=1", "deep.0.lines.0.name" },
		{ "&code=1&code=2", "code" }, { "&phone_secret=a%0Ab", "phone_secret" }, { "&=x", "" }, { "&lines.0.name=b", "lines.0.name" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct probe p;
		struct rows pairs;
		struct str error;
		if (cases[i].wrong[0] == '!') {
			assert_false(form_pairs_from_urlencoded(a, str_of(cases[i].more), &pairs, &error));
			continue;
		}
		const char *base = strstr(cases[i].more, "&title=") ? "count=3&sworn=1&kind=university&lines.0.name=a" : GOOD;
		struct str found = names(a, parse(a, str_fmt(a, "%s%s", base, cases[i].more).p, false, &p));
		if (strcmp(cases[i].more, "&=x") == 0)
			continue;
		if (!str_is(found, cases[i].wrong))
			fail_msg("%s: found \"%.*s\" wanted \"%s\"", cases[i].more, STR_ARG(found), cases[i].wrong);
	}
}

TEST(form_without_its_musts_names_them_all_and_a_draft_none, "")
{
	struct probe p;
	assert_str(names(a, parse(a, "", false, &p)), "count sworn title kind lines");
	assert_str(p.title, "");
	struct form_in in = { .arena = a, .draft = true };
	assert_int_equal(form_parse(&in, &probe_fields, &p).n, 0);
}

TEST(form_errors_are_sentences, "")
{
	struct probe p;
	struct rows e = parse(a, "count=25&sworn=1&title=x&kind=king&lines.0.name=a", false, &p);
	const struct form_error *v = e.v;
	assert_int_equal(e.n, 3);
	assert_str(v[0].text, "「人数」不能大于 20，现在是 25");
	assert_str(v[1].text, "「名称」至少 2 个字，现在有 1 个字");
	assert_str(v[2].text, "「类型」不能选「king」，它不在可选项中");
}

TEST(form_takes_json_with_fen_and_basis_points, "")
{
	struct probe p;
	struct rows e = parse(a, "{\"count\":3,\"sworn\":true,\"title\":\"名称\",\"kind\":\"university\",\"asked\":30500000,\"part\":4025,"
			      "\"begin\":\"2026-03-15\",\"until\":1773565200000,\"tags\":[\"approve\",\"deny\"],\"body\":null,"
			      "\"lines\":[{\"name\":\"a\",\"good\":false},{\"name\":\"b\",\"count\":4}]}", true, &p);
	assert_str(names(a, e), "");
	assert_int_equal(p.asked, 30500000);
	assert_int_equal(p.part, 4025);
	assert_int_equal(p.until, instant_of(20260315, 17, 0));
	assert_int_equal(p.lines.n, 2);
	assert_str(p.tags, "approve,deny");
	e = parse(a, "{\"count\":3,\"sworn\":true,\"title\":\"名称\",\"kind\":\"university\",\"asked\":\"30.5\",\"lines\":[{\"name\":\"a\"}]}", true, &p);
	assert_str(names(a, e), "asked");
}

TEST(json_that_is_not_a_form_is_refused, "")
{
	static const char *const bad[] = { "", "[]", "1", "null", "{", "{\"a\":1,\"a\":2}", "{\"a\":1.5}", "{\"a\":{\"b\":1}}", "{\"a\":[[1]]}",
					   "{\"a.b\":1}", "{\"\":1}", "{\"a\":1} x", "{\"a\":\"\\u0000\"}", "{\"a\":\"\xff\"}", "{\"a\":1e999}",
					   "{\"a\":99999999999999999999}", "{'a':1}", "{\"a\":NaN}", "{\"a\":[{\"b\":[{\"c\":[{\"d\":[{\"e\":[{\"f\":1}]}]}]}]}]}" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct rows pairs;
		struct str error = STR("");
		if (form_pairs_from_json(a, str_of(bad[i]), &pairs, &error) || !error.n)
			fail_msg("%s", bad[i]);
	}
}

TEST(urlencoded_that_is_broken_is_refused, "")
{
	static const char *const bad[] = { "a=%", "a=%4", "a=%zz", "%ff=1", "a=%e4%b8", "a=%00", "a=%c0%80" };
	struct rows pairs;
	struct str error;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (form_pairs_from_urlencoded(a, str_of(bad[i]), &pairs, &error))
			fail_msg("%s", bad[i]);
	assert_true(form_pairs_from_urlencoded(a, STR("a&b=&&c=1=2"), &pairs, &error));
	const struct form_pair *p = pairs.v;
	assert_int_equal(pairs.n, 3);
	assert_str(p[2].value, "1=2");
	struct buf many = { .arena = a };
	for (int i = 0; i < 4001; i++)
		buf_puts(&many, "a=1&");
	assert_false(form_pairs_from_urlencoded(a, buf_str(&many), &pairs, &error));
}

TEST(form_pairs_of_gives_back_what_was_typed, "")
{
	struct probe p, q;
	struct str digest = hash_text(a, HASH_SHA256, STR("x"));
	struct str body = str_fmt(a, "%s&asked=30.5&part=40.25&begin=2026-03-15&until=2026-03-15T17:00&tags=approve&tags=deny&paper=%s&shift=-1",
				  GOOD, digest.p);
	assert_str(names(a, parse(a, body.p, false, &p)), "");
	struct rows pairs = form_pairs_of(a, &probe_fields, &p);
	struct form_in in = { .arena = a, .pairs = pairs.v, .n = pairs.n };
	assert_str(names(a, form_parse(&in, &probe_fields, &q)), "");
	struct buf one = { .arena = a }, two = { .arena = a };
	fields_json(&one, &probe_fields, &p, true);
	fields_json(&two, &probe_fields, &q, true);
	assert_true(str_eq(buf_str(&one), buf_str(&two)));
}

static struct str star(void *ctx, struct str value)
{
	return str_fmt(ctx, "*%zu", value.n);
}

TEST(canonical_text_masks_secrets_and_leaves_passwords_out, "")
{
	struct probe p;
	parse(a, GOOD "&phone_secret=138&code=geheim&begin=2026-03-15&deep.0.note=n", false, &p);
	struct buf b = { .arena = a };
	fields_canon(&b, &probe_fields, &p, star, a);
	assert_str(buf_str(&b), "{\"target\":0,\"count\":3,\"shift\":0,\"asked\":0,\"begin\":20260315,\"until\":0,\"sworn\":1,\"part\":0,"
		   "\"title\":\"名称\",\"body\":\"\",\"kind\":\"university\",\"tags\":\"\",\"paper\":\"\",\"phone_secret\":\"*3\","
		   "\"lines\":[{\"name\":\"a\",\"count\":2,\"good\":0}],\"deep\":[{\"note\":\"n\",\"lines\":[]}]}");
}

TEST(json_for_readers_hides_secrets, "")
{
	struct probe p;
	parse(a, GOOD "&phone_secret=138&code=geheim&begin=2026-03-15&until=2026-03-15T17:00&tags=approve", false, &p);
	struct buf b = { .arena = a };
	fields_json(&b, &probe_fields, &p, false);
	assert_str(buf_str(&b), "{\"target\":0,\"count\":3,\"shift\":0,\"asked\":0,\"begin\":\"2026-03-15\",\"until\":\"2026-03-15T17:00:00+08:00\","
		   "\"sworn\":true,\"part\":0,\"title\":\"名称\",\"body\":\"\",\"kind\":\"university\",\"tags\":[\"approve\"],\"paper\":[],"
		   "\"lines\":[{\"name\":\"a\",\"count\":2,\"good\":false}],\"deep\":[]}");
	b.n = 0;
	fields_json(&b, &probe_fields, &p, true);
	assert_non_null(strstr(str_c(a, buf_str(&b)), "\"phone_secret\":\"138\""));
	assert_null(strstr(str_c(a, buf_str(&b)), "geheim"));
}

TEST(schema_of_a_form_says_its_limits, "")
{
	struct buf b = { .arena = a };
	fields_schema(&b, &probe_line_fields, true);
	assert_str(buf_str(&b), "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
		   "\"name\":{\"type\":\"string\",\"minLength\":1,\"maxLength\":5,\"title\":\"名称\"},"
		   "\"count\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":9,\"title\":\"数量\"},"
		   "\"good\":{\"type\":\"boolean\",\"title\":\"合格\"}},\"required\":[\"name\"]}");
}

TEST(field_lookup_and_choices, "")
{
	struct rows list = choices_builtin(a, "org_kind");
	assert_int_equal(list.n, 5);
	assert_str(choice_label(list, STR("university")), "高等院校");
	assert_str(choice_label(list, STR("nobody")), "nobody");
	assert_str(choice_code(list, STR("高等院校")), "university");
	assert_int_equal(choices_builtin(a, "nothing").n, 0);
	assert_non_null(field_find(&probe_fields, STR("lines")));
	assert_null(field_find(&probe_fields, STR("line")));
}

TEST(a_mistake_in_json_is_quoted_in_whole_characters, "")
{
	struct rows pairs;
	struct str error = { 0 };
	assert_false(form_pairs_from_json(a, STR("{\"title\":\"\\\\\\\xf3\x81\x80\x89~\"}"), &pairs, &error));
	assert_true(error.n && utf8_valid(error));
}

TEST_MAIN

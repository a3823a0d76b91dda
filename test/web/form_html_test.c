/* Forms from field tables: labels, errors, rows without script, escaping. */
#include "test.h"
#include "pack.h"
#include "web/page_test.h"

static struct str form(struct arena *a, struct rows values, struct rows errors)
{
	struct buf b = { .arena = a };
	struct template_out how = { .out = &b, .choices = test_choices, .policy = dazu_pack(a) };

	form_render(&page_test_fields, values, errors, &how);
	return buf_str(&b);
}

static struct rows pairs(struct arena *a, const char *urlencoded)
{
	struct rows out;
	struct str error;

	assert_true(form_pairs_from_urlencoded(a, str_of(urlencoded), &out, &error));
	return out;
}

TEST(every_field_has_a_label_of_its_own, "")
{
	struct str html = form(a, pairs(a, ""), (struct rows){ 0 });

	assert_true(has(html, "<label for=\"f-title\">标题 <span class=\"must\">必填</span></label>"));
	assert_true(has(html, "id=\"f-title\" name=\"title\" aria-required=\"true\""));
	assert_true(has(html, "<h3>经费</h3>"));
	assert_true(has(html, "id=\"h-asked_fen\">向发榜单位申请</p>"));
	assert_true(has(html, "type=\"date\""));
	assert_true(has(html, "type=\"datetime-local\""));
	assert_true(has(html, "<input type=\"hidden\" name=\"bid\" value=\"\">"));
	assert_false(has(html, "label for=\"f-id\""));
	assert_true(has(html, "/rules#c-8.1.b"));
	assert_true(has(html, "/rules#c-5.1.4"));
}

TEST(few_choices_are_radios_many_are_a_list, "")
{
	struct str html = form(a, pairs(a, "kind=refused&many=institute&expert=11&many=enterprise"), (struct rows){ 0 });

	assert_true(has(html, "type=\"radio\" name=\"kind\" value=\"refused\" checked>"));
	assert_false(has(html, "name=\"kind\" value=\"verified\" checked"));
	assert_true(has(html, "type=\"checkbox\" name=\"many\" value=\"institute\" checked>"));
	assert_true(has(html, "<option value=\"11\" selected>A" SAFE "</option>"));
}

TEST(what_was_typed_comes_back_escaped, "")
{
	struct str html = form(a, pairs(a, "title=%3Cscript%3E%26%22%27&body=%3C%2Ftextarea%3E&asked_fen=%22x&code=geheim&rows.0.name=%3Cb%3E"), (struct rows){ 0 });

	assert_true(has(html, "value=\"" SAFE "\""));
	assert_true(has(html, "&lt;/textarea&gt;</textarea>"));
	assert_true(has(html, "value=\"&quot;x\""));
	assert_true(has(html, "value=\"&lt;b&gt;\""));
	assert_false(has(html, "geheim"));
}

TEST(an_error_stands_beside_its_field, "")
{
	struct form_error e[] = { { STR("title"), STR("请填写「标题」") }, { STR("rows.1.name"), STR("请填写" EVIL) } };
	struct str html = form(a, pairs(a, "rows.1.paid_fen=3"), (struct rows){ e, 2 });

	assert_true(has(html, "name=\"title\" aria-required=\"true\" aria-invalid=\"true\" aria-describedby=\"e-title\""));
	assert_true(has(html, "<p class=\"error\" id=\"e-title\">请填写「标题」</p>"));
	assert_true(has(html, "id=\"e-rows.1.name\">请填写" SAFE "</p>"));
}

TEST(rows_are_added_and_taken_away_without_script, "")
{
	struct rows v = pairs(a, "rows.0.name=a&rows.1.name=b&add.rows=1");

	assert_int_equal(count(form(a, pairs(a, ""), (struct rows){ 0 }), "class=\"row-item\""), 1);
	assert_true(form_rows_change(a, &page_test_fields, &v));
	assert_int_equal(count(form(a, v, (struct rows){ 0 }), "class=\"row-item\""), 3);
	assert_false(has(form(a, v, (struct rows){ 0 }), "data-add"));          /* three is the most */
	v = pairs(a, "rows.0.name=a&rows.1.name=b&rows.2.name=c&drop.rows=1");
	assert_true(form_rows_change(a, &page_test_fields, &v));
	struct str html = form(a, v, (struct rows){ 0 });
	assert_int_equal(count(html, "class=\"row-item\""), 2);
	assert_true(has(html, "name=\"rows.1.name\" aria-required=\"true\" maxlength=\"60\" value=\"c\""));
	v = pairs(a, "title=x&add.nothing=1");
	assert_false(form_rows_change(a, &page_test_fields, &v));
}

TEST_MAIN

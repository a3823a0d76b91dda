/* Pages with holes: every tag, every kind, every mistake with its file and line. */
#include "test.h"
#include "web/page_test.h"

static struct page_test page_of_all_kinds(struct arena *a)
{
	struct page_test_row *rows = NEW_ARRAY(a, 2, struct page_test_row);

	rows[0] = (struct page_test_row){ STR("甲" EVIL), 100 };
	rows[1] = (struct page_test_row){ STR("乙"), 123456700 };
	return (struct page_test){ .id = 7, .n = 3, .asked_fen = 30000050, .day = 20260315, .at = instant_of(20260315, 17, 0), .agreed = 1,
		.share = 3333, .title = STR(EVIL), .body = STR("一" EVIL "\n二"), .kind = STR("verified"), .many = STR("enterprise,institute"),
		.papers = STR("abcdef0123456789"), .code = STR("geheim"), .phone_secret = STR("13800000000"), .rows = { rows, 2 } };
}

static const struct template *parse(struct arena *a, const char *text, struct str *error)
{
	static const struct template_names names = { .page = &page_test_fields, .frame = &page_test_frame_fields };

	*error = STR("");
	return template_parse(a, STR("t.html"), str_of(text), &names, error);
}

static struct str shown(struct arena *a, const char *text, bool english, bool entitled)
{
	struct page_test page = page_of_all_kinds(a);
	struct page_test_frame frame = { STR("站"), STR("框") };
	struct buf b = { .arena = a };
	struct template_out how = { .out = &b, .page = &page, .frame = &frame, .english = english, .entitled = entitled, .choices = test_choices };
	struct str error;
	const struct template *t = parse(a, text, &error);

	assert_str(error, "");
	template_render(t, &how);
	return buf_str(&b);
}

static void refused(struct arena *a, const char *text, const char *why)
{
	struct str error;

	assert_null(parse(a, text, &error));
	assert_str(error, why);
}

TEST(every_kind_looks_as_it_should, "")
{
	assert_str(shown(a, "{{id}} {{n}} {{asked_fen}} {{day}} {{at}}", false, false), "7 3 300,000.50 元 2026-03-15（周日） 2026-03-15 17:00");
	assert_str(shown(a, "{{agreed}} {{share}} {{kind}} {{many}}", false, false), "是 33.33% 核验通过 企业、科研院所");
	assert_str(shown(a, "{{body}}", false, false), "<p>一" SAFE "<br>二</p>");
	assert_str(shown(a, "{{papers}}", false, false), "<ul class=\"files\"><li><a href=\"/attachments/abcdef0123456789\">abcdef012345</a></li></ul>");
	assert_str(shown(a, "{{asked_fen:raw}} {{day:raw}} {{kind:raw}} {{agreed:raw}}", false, false), "30000050 20260315 verified 1");
}

TEST(markup_is_escaped_in_every_kind, "")
{
	assert_str(shown(a, "{{title}} {{title:raw}}", false, false), SAFE " " SAFE);
	assert_str(shown(a, "{{#rows}}{{name}};{{/rows}}", false, false), "甲" SAFE ";乙;");
	assert_false(has(shown(a, "{{title}}{{body}}{{#rows}}{{name}}{{/rows}}", false, true), "<script"));
}

TEST(secrets_are_masked_unless_entitled, "5.1.5")
{
	assert_str(shown(a, "{{phone_secret}}", false, false), "＊＊＊");
	assert_str(shown(a, "{{phone_secret}}", false, true), "13800000000");
	assert_str(shown(a, "{{code}}", false, true), "");
}

TEST(lists_conditions_and_scopes, "")
{
	assert_str(shown(a, "{{#rows}}{{name}} {{paid_fen}} {{n}} {{site}}|{{/rows}}", false, false),
		"甲" SAFE " 1.00 元 3 站|乙 1,234,567.00 元 3 站|");
	assert_str(shown(a, "{{?n}}有{{/n}}{{^n}}无{{/n}}{{?bid}}有{{/bid}}{{^bid}}无{{/bid}}{{?rows}}行{{/rows}}{{^rows}}空{{/rows}}", false, false), "有无行");
	assert_str(shown(a, "{{title}}", false, false), SAFE);          /* the page's, not the frame's */
	assert_str(shown(a, "a<!-- {{nothing}} -->b", false, false), "ab");
	assert_str(shown(a, "<p>\n\t\tx</p>", false, false), "<p>\nx</p>");
}

TEST(mistakes_stop_with_file_and_line, "")
{
	refused(a, "<p>\n{{titel}}", "t.html:2: no such field in the page or the frame: 'titel'");
	refused(a, "{{#title}}{{/title}}", "t.html:1: not a list: 'title'");
	refused(a, "{{rows}}", "t.html:1: a list cannot be printed: 'rows'");
	refused(a, "\n\n{{?n}}", "t.html:3: never closed: 'n'");
	refused(a, "{{/n}}", "t.html:1: closes what is not open: 'n'");
	refused(a, "{{?n}}{{#rows}}{{/n}}", "t.html:1: closes another than the one opened last: 'n'");
	refused(a, "{{n", "t.html:1: never closed: ''");
	refused(a, "{{{title}}}", "t.html:1: not a name: '{title'");
	refused(a, "{{n:html}}", "t.html:1: only :raw may follow a name: 'html'");
	refused(a, "{{phone_secret:raw}}", "t.html:1: a secret has no machine form: 'phone_secret'");
	refused(a, "{{>nowhere}}", "t.html:1: no such part: 'nowhere'");
	refused(a, "{{#rows}}{{paid}}{{/rows}}", "t.html:1: no such field in the page or the frame: 'paid'");
}

TEST(nesting_is_bounded, "")
{
	struct buf b = { .arena = a };
	struct str error;

	for (int i = 0; i < 100; i++)
		buf_puts(&b, "{{?n}}");
	buf_putc(&b, 0);
	assert_null(parse(a, buf_str(&b).p, &error));
	assert_str(error, "t.html:1: nested too deep: 'n'");
}

/* Whatever bytes: an error or a template, never a crash. */
TEST(any_bytes_are_survived, "")
{
	static const char *const parts[] = { "{{", "}}", "#rows", "/rows", "?n", "/n", "^n", ">pager", ">form", "title", ":raw", "<!--", "-->", "\n", "好", "\xff" };
	uint64_t seed = 5;

	for (int round = 0; round < 3000; round++) {
		struct buf b = { .arena = a };
		struct str error;

		for (int i = 0; i < 12; i++)
			buf_puts(&b, parts[test_random(&seed) % (sizeof parts / sizeof *parts)]);
		parse(a, str_c(a, buf_str(&b)), &error);
	}
}

TEST(english_comes_piece_by_piece, "")
{
	assert_str(tr(true, STR("是")), "yes");
	assert_str(tr(false, STR("是")), "是");
	assert_str(shown(a, "<b title=\"否\">是</b>{{agreed}}", true, false), "<b title=\"no\">yes</b>yes");
	assert_str(shown(a, "{{day}}", true, false), "2026-03-15");
	assert_str(tr_sentence(a, true, STR("还有 3 天")), "3 days left");
	assert_str(tr_sentence(a, true, STR("请填写「单位全称」")), "Please fill in \"Full name of the organisation\"");
	assert_str(tr_sentence(a, true, STR("无此句")), "无此句");
}

TEST_MAIN

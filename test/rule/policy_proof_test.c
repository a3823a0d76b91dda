/*
 * The proof over states: a pack that breaks one of the policy's demands on some path is found, with the path; the packs that ship hold.
 */
#include "test.h"

#include "rule/pack_fixture.h"

static struct str proved(struct arena *a, struct rows files)
{
	struct buf b = { .arena = a };
	struct rows found = policy_check(a, fixture_policy(a, files));
	const struct str *s = found.v;

	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%.*s\n", STR_ARG(s[i]));
	return buf_str(&b);
}

/* The rule's binding is advice from now on: it holds nothing back. */
static void loosen(struct arena *a, struct rows files, const char *rule)
{
	struct pack_file *f = fixture_file(files, "bindings.yaml");
	struct str name = str_fmt(a, "{rule: %s,", rule);
	char *at = memmem(f->text.p, f->text.n, name.p, name.n);
	char *end = at ? memchr(at, '}', f->text.n - (size_t)(at - f->text.p)) : NULL;

	assert_non_null(end);
	size_t head = (size_t)(end - f->text.p);
	f->text = str_fmt(a, "%.*s, force: advise%.*s", (int)head, f->text.p, (int)(f->text.n - head), end);
}

#define ASSERT_HAS(TEXT, PART) do { \
	struct str text_ = TEXT; \
	if (!str_has(text_, PART)) \
		fail_msg("wanted \"%s\" in:\n%.*s", PART, STR_ARG(text_)); \
} while (0)

/* Several rules, separated by spaces. */
static struct str loosened(struct arena *a, const char *rules)
{
	struct rows files = fixture_files(a);

	for (struct str rest = str_of(rules); rest.n;)
		loosen(a, files, str_c(a, str_cut(&rest, ' ')));
	return proved(a, files);
}

TEST(every_pack_that_ships_holds, "")
{
	struct rows names = pack_names(a);
	const struct str *n = names.v;

	assert_true(names.n >= 7);
	for (size_t i = 0; i < names.n; i++) {
		struct str error;
		struct rows files = pack_files(a, str_c(a, n[i]), &error);
		assert_str(error, "");
		assert_str(proved(a, files), "");
	}
}

TEST(no_establishment_inside_a_notice, "8.5.a")
{
	struct rows files = fixture_files(a);

	loosen(a, files, "notice_over");
	fixture_change(a, files, "road.yaml", "always:", "  - {act: establish, from: notice.running, to: contract.drafting}\nalways:");
	ASSERT_HAS(proved(a, files), "states: a project would be established while its notice has not ended; path: start -");
	ASSERT_HAS(proved(a, files), "-notice_publish-> notice.running -establish->");
}

TEST(no_establishment_with_an_open_objection, "8.5.b")
{
	struct str found = loosened(a, "notice_no_objection");

	ASSERT_HAS(found, "states: a project would be established with an open objection; path: start -");
	ASSERT_HAS(found, "-(somebody objects)-> notice.running");
}

TEST(no_fiscal_money_before_the_task_book, "10.2.a")
{
	/* one rule less is not enough: the instalment's own condition and the demander's order still hold it back */
	assert_false(str_has(loosened(a, "payment_due fiscal_after_taskbook"), "before the task book"));
	ASSERT_HAS(loosened(a, "payment_due fiscal_after_taskbook demander_order"), "states: fiscal money could be paid before the task book is signed; path: start -");
}

TEST(no_first_fiscal_money_before_the_demander_has_paid, "10.2.b")
{
	struct str found = loosened(a, "fiscal_first_after_demander fiscal_voucher");

	ASSERT_HAS(found, "states: the first fiscal money could be paid before the demander's first share is evidenced; path: start -");
	ASSERT_HAS(found, "-taskbook_sign-> milestone.running -(finance pays 1)->");
	assert_false(str_has(found, "before the task book"));
}

TEST(no_last_fiscal_money_before_acceptance, "10.2.a")
{
	ASSERT_HAS(loosened(a, "payment_due fiscal_second_after_acceptance demander_order"), "states: the last fiscal money could be paid before the project is accepted");
}

TEST(no_more_fiscal_money_than_agreed, "10.1.b 10.2.a")
{
	ASSERT_HAS(loosened(a, "payment_not_twice fiscal_total_within"), "states: fiscal money could be paid twice: more than the task book gives; path: start -");
	ASSERT_HAS(loosened(a, "fiscal_cap"), "states: fiscal money above the cap could be paid; path: start -");
	ASSERT_HAS(loosened(a, "fiscal_cap"), "-(a sum above the cap is agreed)->");
	ASSERT_HAS(loosened(a, "fiscal_share"), "states: fiscal money above the cap could be paid");
}

TEST(no_money_to_what_was_stopped, "8.7.c")
{
	ASSERT_HAS(loosened(a, "payment_running"), "states: fiscal money could be paid to a project that was stopped; path: start -");
	ASSERT_HAS(loosened(a, "payment_running"), "milestone.halted -(finance pays 1)->");
}

TEST(a_stage_waits_for_somebody_who_can_act, "")
{
	struct rows files = fixture_files(a);
	struct str error;

	fixture_change(a, files, "road.yaml", "label: 需求已提交,     label_en: Demand filed,              owner: bureau,",
		       "label: 需求已提交,     label_en: Demand filed,              owner: finance,");
	ASSERT_HAS(proved(a, files), "road: stage need.filed waits for finance, who can do nothing there");
	files = pack_files(a, "ganzhou-2023", &error);
	fixture_change(a, files, "road.yaml", "owner: park,", "owner: finance,");
	ASSERT_HAS(proved(a, files), "road: stage need.county belongs to finance, who may not do stage_pass: nobody could");
}

TEST(what_is_laid_over_a_base_is_named_exactly, "")
{
	struct str error, errors;
	struct rows files = pack_files(a, "jiangmen", &error);

	fixture_change(a, files, "pack.yaml", "what: review_panel_propose bid.opened review.seating", "what: review_panel_propose bid.opened review.seeting");
	assert_null(policy_parse(a, files, &errors));
	ASSERT_HAS(errors, "the base has no 'review_panel_propose bid.opened review.seeting' in its steps");
	files = pack_files(a, "jiangmen", &error);
	fixture_change(a, files, "pack.yaml", "from: left_out", "from: left_aut");
	assert_null(policy_parse(a, files, &errors));
	ASSERT_HAS(errors, "'left_aut' is no list of a pack (did you mean 'left_out'?)");
	files = pack_files(a, "jiangmen", &error);
	fixture_change(a, files, "pack.yaml", "publish: [scores]", "publish: [score]");
	assert_null(policy_parse(a, files, &errors));
	ASSERT_HAS(errors, "a notice cannot show 'score' (did you mean 'scores'?)");
	files = pack_files(a, "haikou", &error);
	fixture_change(a, files, "pack.yaml", "share: 45%", "share: 40%");
	assert_null(policy_parse(a, files, &errors));
	ASSERT_HAS(errors, "the shares add up to 9500 basis points, not 10000");
	files = pack_files(a, "haikou", &error);
	fixture_change(a, files, "bindings.yaml", "by: publisher_kind", "by: publisher_kin");
	assert_null(policy_parse(a, files, &errors));
	ASSERT_HAS(errors, "nothing depends on 'publisher_kin' (did you mean 'publisher_kind'?)");
}

TEST(what_is_taken_over_says_so, "")
{
	struct str error;
	const struct policy *p = fixture_policy(a, pack_files(a, "jiangmen", &error));
	const struct clause *taken = policy_clause(p, STR("5.1.3")), *own = policy_clause(p, STR("jm.1"));

	assert_true(taken->borrowed);
	assert_true(str_starts(taken->text, "【来源未载，取大足区之值】"));
	assert_false(str_has(taken->text, "本区"));
	assert_false(own->borrowed);
	assert_str(policy_paper(p, "list")->template.n && str_has(policy_paper(p, "list")->template, "大足") ? STR("Dazu") : STR(""), "");
}

TEST_MAIN

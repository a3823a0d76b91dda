/* Readings, versions, the calendar: a new version never touches a case that runs. */
#include "test.h"

#include "across/law/law.h"
#include "../rule/pack_fixture.h"
#include "act/verify.h"
#include "commands/open.h"
#include "stage.h"

/* ---- rules ---- */

static const struct policy *pack(struct arena *a)
{
	return fixture_policy(a, fixture_files(a));
}

#define OUTCOME(RULE, WANTED, ...) assert_int_equal(rule_##RULE(&(struct law_facts){ __VA_ARGS__ }, p).outcome, WANTED)

TEST(readings_name_a_clause_and_are_not_of_tomorrow, "12.2.a")
{
	const struct policy *p = pack(a);

	OUTCOME(interpretation_clause, HOLDS, .clause_known = true);
	OUTCOME(interpretation_clause, BROKEN, .clause_known = false);
	OUTCOME(interpretation_day, HOLDS, .today = 20260202, .day = 20260202);
	OUTCOME(interpretation_day, BROKEN, .today = 20260202, .day = 20260203);
}

TEST(a_version_is_stored_other_of_this_place_and_not_of_the_past, "12.3.a")
{
	const struct policy *p = pack(a);

	OUTCOME(pack_known, HOLDS, .pack_known = true);
	OUTCOME(pack_known, BROKEN, .pack_known = false);
	OUTCOME(pack_other, HOLDS, .pack_in_use = false);
	OUTCOME(pack_other, BROKEN, .pack_in_use = true);
	OUTCOME(pack_same_place, HOLDS, .pack_known = false);
	OUTCOME(pack_same_place, HOLDS, .pack_known = true, .same_place = true);
	OUTCOME(pack_same_place, BROKEN, .pack_known = true);
	OUTCOME(pack_in_force, HOLDS, .today = 20260202, .in_force = 20260202);
	OUTCOME(pack_in_force, BROKEN, .today = 20260202, .in_force = 20260201);
	OUTCOME(pack_in_force, BROKEN, .today = 20260202, .in_force = 20260301, .last_in_force = 20260302);
	OUTCOME(pack_in_force, HOLDS, .today = 20260202, .in_force = 20260302, .last_in_force = 20260302);
}

TEST(a_year_of_the_calendar_is_checked, "8.5.a")
{
	const struct policy *p = pack(a);

	OUTCOME(calendar_new, HOLDS, .announced = false);
	OUTCOME(calendar_new, HOLDS, .announced = true, .corrects = true);
	OUTCOME(calendar_new, BROKEN, .announced = true);
	OUTCOME(calendar_reason, HOLDS, .corrects = false);
	OUTCOME(calendar_reason, HOLDS, .corrects = true, .reasoned = true);
	OUTCOME(calendar_reason, BROKEN, .corrects = true);
	OUTCOME(calendar_ahead, HOLDS, .today = 20261231, .year = 2026);
	OUTCOME(calendar_ahead, BROKEN, .today = 20260101, .year = 2025);
	OUTCOME(calendar_span, HOLDS, .year = 2027);
	OUTCOME(calendar_span, BROKEN, .bad_span = STR("x"));
	OUTCOME(calendar_twice, HOLDS, .year = 2027);
	OUTCOME(calendar_twice, BROKEN, .twice = STR("x"));
	OUTCOME(calendar_weekend, HOLDS, .year = 2027);
	OUTCOME(calendar_weekend, BROKEN, .bad_work = STR("x"), .bad_work_weekday = 3);
	OUTCOME(calendar_count, HOLDS, .working_days = 242);
	OUTCOME(calendar_count, HOLDS, .working_days = 256);
	OUTCOME(calendar_count, BROKEN, .working_days = 241);
	OUTCOME(calendar_count, BROKEN, .working_days = 257);
}

TEST(a_recorded_year_is_laid_over_the_shipped_ones, "8.5.a")
{
	struct calendar_year shipped[] = { { .year = 2025, .announced = true }, { .year = 2027 } };
	struct calendar c = { { shipped, 2 } };
	struct calendar_span_row spans[] = { { .first_day = 20270101, .last_day = 20270103, .off = true }, { .first_day = 20261226, .last_day = 20261226 } };
	struct calendar_year y = law_year(a, 2027, STR("n"), (struct rows){ spans, 2 });
	const struct calendar *with = law_calendar(a, &c, &y);

	assert_int_equal(with->years.n, 2);
	assert_int_equal(calendar_works(with, 20270103), 0);
	assert_int_equal(calendar_works(with, 20270104), 1);
	y.year = 2026;
	assert_int_equal(law_calendar(a, &c, &y)->years.n, 3);
	assert_int_equal(((struct calendar_year *)law_calendar(a, &c, &y)->years.v)[1].year, 2026);
	y.year = 2030;
	assert_int_equal(((struct calendar_year *)law_calendar(a, &c, &y)->years.v)[2].year, 2030);
}

/* ---- versions ---- */

/* A second version of the shipped pack: a period of at most 24 months instead of 36, one clause reworded. */
static int64_t second_version(struct staged *t)
{
	struct arena *a = t->w.a;
	struct rows files = fixture_files(a), packs;

	fixture_change(a, files, "bindings.yaml", "{rule: need_period,          clauses: [7.a], force: normally, max: 36}",
		"{rule: need_period,          clauses: [7.a], force: normally, max: 24}");
	fixture_change(a, files, "clauses.yaml", "实施周期一般不超过三年。", "实施周期一般不超过两年。");
	const struct policy *p = fixture_policy(a, files);
	assert_true(db_begin(t->w.db) && pack_keep(a, t->w.db, p, files) && db_commit(t->w.db));
	packs = db_all(t->w.db, a, "law_packs", &(struct law_key){ .programme = 1 });
	assert_int_equal(packs.n, 2);
	return ((struct law_pack *)packs.v)[1].id;
}

/* Every line judged again in an empty store: what was in force at that line is in force there. */
static size_t replayed(struct staged *t)
{
	struct verify v = { .a = t->w.a };
	struct str error = { 0 };
	struct db *empty = db_open(t->w.a, str_fmt(t->w.a, "%s.replay", t->w.path).p, DB_WRITE, true, &error);

	assert_non_null(empty);
	assert_true(programme_copy(t->w.a, t->w.db, empty, 1));
	verify_rows(&v, t->w.db);
	verify_invariants(&v, t->w.db);
	verify_replay(&v, t->w.db, empty, t->w.pg);
	db_close(empty);
	for (size_t i = 0; i < v.findings.n; i++)
		print_message("  %.*s\n", STR_ARG(((struct str *)v.findings.v)[i]));
	return v.findings.n;
}

static const char return_it[] = "周琪 退回需求\n  · 理由 = 请核对周期。\n";

TEST(a_running_case_keeps_its_figures_and_a_new_one_has_the_new, "12.3.a 7.a")
{
	struct staged t = staged_new(a, "main.story", "need.filed");
	int64_t id = second_version(&t);

	staged_more(&t, str_fmt(a, "今天 2026-01-19\n周琪 采用新版本\n  · 政策包版本 = %lld\n  · 施行日期 = 2026-01-18\n  · 印发文号 = 大足科发〔2026〕1号\n"
		"  · 修订理由 = 缩短实施周期。\n  应拒 pack_in_force 应有 2026-01-19\n", (long long)id));
	staged_more(&t, str_fmt(a, "吴敏 采用新版本\n  · 政策包版本 = %lld\n  · 施行日期 = 2026-01-20\n  · 印发文号 = 1号\n  · 修订理由 = 缩短实施周期。\n  应禁\n",
		(long long)id));
	staged_more(&t, str_fmt(a, "周琪、王敏 采用新版本\n  · 政策包版本 = %lld\n  · 施行日期 = 2026-01-20\n  · 印发文号 = 大足科发〔2026〕1号\n  · 修订理由 = 缩短实施周期。\n",
		(long long)id));
	staged_more(&t, str_fmt(a, "周琪 采用新版本\n  · 政策包版本 = %lld\n  · 施行日期 = 2026-01-21\n  · 印发文号 = 2号\n  · 修订理由 = 再次采用同一版本。\n  应拒 pack_other\n",
		(long long)id));
	/* the old case, under the old figure, on a day of the new one */
	staged_more(&t, str_fmt(a, "今天 2026-01-20\n%s李建国 重新提交需求\n  · 实施周期（月） = 37\n  应拒 need_period 现有 37 应有 36\n"
		"李建国 重新提交需求\n  · 实施周期（月） = 36\n  应在 need.filed\n", return_it));
	/* a new case, under the new figure */
	staged_more(&t, STR("设 第一 = $case\n照常 fixtures/need_two.story\n"));
	staged_more(&t, str_fmt(a, "%s唐小龙 重新提交需求\n  · 实施周期（月） = 25\n  应拒 need_period 现有 25 应有 24\n"
		"唐小龙 重新提交需求\n  · 实施周期（月） = 24\n  应在 need.filed\n", return_it));
	assert_int_equal(replayed(&t), 0);
	staged_free(&t);
}

TEST(the_page_of_versions_tells_what_changed, "12.3.a 12.2.a")
{
	struct staged t = staged_new(a, "main.story", "need.filed");
	int64_t id = second_version(&t);
	struct str body;

	staged_at(&t, 20260118);
	assert_true(staged_has(staged_page(&t, "", STR("/versions"), 200), "本项目群开始时的版本"));
	staged_more(&t, str_fmt(a, "今天 2026-01-19\n周琪、王敏 采用新版本\n  · 政策包版本 = %lld\n  · 施行日期 = 2026-01-20\n  · 印发文号 = 大足科发〔2026〕1号\n"
		"  · 修订理由 = 缩短实施周期。\n周琪 登记条款解释\n  · 条款 = 7.a\n  · 解释 = 周期从任务书签署之日起算。\n  · 文号 = 大足科函〔2026〕5号\n", (long long)id));
	staged_at(&t, 20260120);
	body = staged_page(&t, "", STR("/versions"), 200);
	assert_true(staged_has(body, "实施周期一般不超过两年。"));
	assert_true(staged_has(body, "max 36"));
	assert_true(staged_has(body, "max 24"));
	assert_false(staged_has(body, "适用的项目"));
	assert_true(staged_has(staged_page(&t, "zhouqi", STR("/versions"), 200), "适用的项目"));
	body = staged_page(&t, "", STR("/rules"), 200);
	assert_true(staged_has(body, "周期从任务书签署之日起算。"));
	assert_true(staged_has(body, "大足科函〔2026〕5号"));
	assert_true(staged_has(body, "实施周期一般不超过两年。"));
	staged_free(&t);
}

TEST_MAIN

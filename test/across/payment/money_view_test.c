/* Where the money is, as each side sees it: accounts cut, buttons only for whose turn it is, grounds rule by rule; plan and stop in the store. */
#include "stage.h"

#include "across/payment/payment.h"

#define ACCOUNT_AWARDEE "6222000000000001"
#define ACCOUNT_DEMANDER "6222000000000002"

static struct str page(struct staged *t, const char *login, const char *tail, int status)
{
	return staged_page(t, login, str_fmt(t->w.a, "/challenges/%lld/%s", (long long)staged_id(t, "case"), tail), status);
}

TEST(accounts_are_whole_for_their_owner_and_for_those_who_pay, "10.2.a 10.2.b")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	staged_at(&t, 20260408);
	static const struct {
		const char *login;
		bool awardee, demander;
	} readers[] = { { "lijianguo", false, true }, { "sunjs", true, false }, { "zhouqi", true, true }, { "qianjin", true, true },
		{ "zhengli", false, false } };
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct str body = page(&t, readers[i].login, "money", 200);
		assert_int_equal(staged_has(body, ACCOUNT_AWARDEE), readers[i].awardee);
		assert_int_equal(staged_has(body, ACCOUNT_DEMANDER), readers[i].demander);
		assert_true(staged_has(body, "****") || (readers[i].awardee && readers[i].demander));
		assert_false(staged_has(page(&t, readers[i].login, "contract", 200), ACCOUNT_AWARDEE));
	}
	page(&t, "fengjs", "money", 404);
	page(&t, "expert1", "money", 404);
	page(&t, "", "money", 303);
	staged_free(&t);
}

TEST(buttons_stand_where_it_is_whose_turn, "10.2.a 10.2.b 10.2.c")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	staged_at(&t, 20260408);
	assert_true(staged_has(page(&t, "lijianguo", "money", 200), "/do/payment_record/"));
	assert_false(staged_has(page(&t, "sunjs", "money", 200), "/do/payment"));
	assert_false(staged_has(page(&t, "qianjin", "money", 200), "/do/fiscal_pay/"));
	assert_true(staged_has(staged_page(&t, "lijianguo", STR("/desk"), 200), "/do/payment_record/"));
	assert_true(staged_has(staged_page(&t, "sunjs", STR("/desk"), 200), "/do/milestone_report/"));
	assert_false(staged_has(staged_page(&t, "zhouqi", STR("/desk"), 200), "/do/fiscal_request/"));
	struct str desk = staged_page(&t, "qianjin", STR("/payments"), 200);
	assert_true(staged_has(desk, "800,000.00") && staged_has(desk, "30.00%") && staged_has(desk, "1,000,000.00"));
	assert_false(staged_has(desk, "/do/fiscal_pay/"));
	staged_page(&t, "lijianguo", STR("/payments"), 403);
	staged_free(&t);
}

/* 2,000,000 from the demander, 600,000 from finance, as the main story has it. */
TEST(the_plan_is_in_the_book_to_the_fen, "10.2.a 10.2.b")
{
	struct staged t = staged_new(a, "main.story", "milestone.running");
	struct challenge_key key = { staged_id(&t, "case") };
	struct rows all = db_all(t.w.db, a, "payment_of_challenge", &key);
	const struct payment_row *p = all.v;
	static const int64_t yuan[] = { 800000, 600000, 600000, 300000, 300000 };
	static const char *const states[] = { "due", "waiting", "waiting", "due", "waiting" };
	assert_int_equal(all.n, 5);
	for (size_t i = 0; i < all.n; i++) {
		assert_int_equal(p[i].amount_fen, yuan[i] * 100);
		assert_str(p[i].state, states[i]);
	}
	struct payment_state sums = payment_state(t.w.db, a, key.challenge);
	assert_int_equal(sums.planned_fen, 200000000);
	assert_int_equal(sums.fiscal_planned_fen, 60000000);
	assert_int_equal(sums.finished, 0);
	assert_false(sums.all_paid);
	assert_int_equal(db_invariants(t.w.db, a).n, 0);
	staged_free(&t);
}

TEST(marks_are_unique_in_the_whole_store, "10.2.c")
{
	struct staged t = staged_new(a, "main.story", "milestone.assessing");
	struct payment_mark_found found;
	struct payment_mark_key key = { STR("bank"), STR("LS20260410001") };
	assert_true(db_one(t.w.db, a, "payment_mark_find", &key, &found));
	struct payment_mark_row again = { .id = 1, .challenge = staged_id(&t, "case"), .payment = found.payment, .kind = key.kind, .mark = key.mark };
	assert_true(db_begin(t.w.db));
	assert_int_equal(db_run(t.w.db, "payment_mark_insert", &again), -1);
	assert_int_equal(db_fault(t.w.db), FAULT_CONSTRAINT);
	db_rollback(t.w.db);
	db_fault_clear(t.w.db);
	staged_free(&t);
}

TEST_MAIN

/* The door: keys, permissions, missing targets, refusals that leave nothing behind. Runs on SQLite; stories run the same on PostgreSQL. */
#include "world.h"

#include "act/journal.h"

static struct org_form unit(struct arena *a, const char *login, int number)
{
	return (struct org_form){
		.name = str_fmt(a, "unit %d", number), .credit_code = credit_code_provisional(a, STR("500111"), 1000 + number), .kind = STR("enterprise"),
		.region = STR("500111"), .address = STR("road 1"), .legal_person = STR("A"), .contact = STR("B"), .phone_secret = STR("13800000000"),
		.email_secret = STR("b@example.invalid"), .login = str_of(login),
	};
}

static int64_t lines(struct world *w)
{
	struct programme_row p;
	struct id_key key = { .id = 1 };
	assert_true(db_one(w->db, w->a, "programme_read", &key, &p));
	return p.head_seq;
}

TEST(act_leaves_a_line_and_a_receipt, "")
{
	struct world w = world_new(a);
	int64_t before = lines(&w);
	struct org_form in = unit(a, "one", 1);
	struct act_result r = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	assert_int_equal(r.answer, ANSWER_DONE);
	assert_int_equal(r.seq, before + 1);
	assert_int_equal(lines(&w), before + 1);
	assert_int_equal(r.hash.n, HASH_HEX);
	assert_str(r.receipt, str_fmt(a, "DZ-2026-%06d", (int)r.seq).p);
	world_free(&w);
}

TEST(same_key_gets_the_first_answer_and_writes_nothing, "")
{
	struct world w = world_new(a);
	struct org_form in = unit(a, "one", 1);
	struct act_result first = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	w.count--;
	struct act_result again = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	assert_int_equal(again.answer, ANSWER_REPEATED);
	assert_int_equal(again.seq, first.seq);
	assert_int_equal(again.made, first.made);
	assert_str(again.hash, str_c(a, first.hash));
	assert_int_equal(lines(&w), first.seq);
	world_free(&w);
}

TEST(a_key_belongs_to_its_act, "")
{
	struct world w = world_new(a);
	struct org_form in = unit(a, "one", 1);
	struct act_result first = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	struct org_verify_form check = { .result = STR("verified"), .source = STR("register") };
	w.count--;
	assert_int_equal(world_act(&w, ACT_org_verify, ROLE_bureau, 7, 7, first.made, &check).answer, ANSWER_FORBIDDEN);
	world_free(&w);
}

TEST(who_may_not_is_told_so_and_nothing_is_written, "9.1")
{
	struct world w = world_new(a);
	struct org_form in = unit(a, "one", 1);
	struct act_result first = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	struct org_verify_form check = { .result = STR("verified"), .source = STR("register") };
	int64_t before = lines(&w);
	for (int role = 0; role < ROLE_COUNT; role++)
		if (role != ROLE_bureau && role != ROLE_system)
			assert_int_equal(world_act(&w, ACT_org_verify, (enum role)role, 7, 7, first.made, &check).answer, ANSWER_FORBIDDEN);
	assert_int_equal(lines(&w), before);
	world_free(&w);
}

TEST(a_missing_target_is_missing, "")
{
	struct world w = world_new(a);
	struct org_verify_form check = { .result = STR("verified"), .source = STR("register") };
	assert_int_equal(world_act(&w, ACT_org_verify, ROLE_bureau, 7, 7, 123456, &check).answer, ANSWER_MISSING);
	struct reason_form reason = { .reason = STR("no") };
	assert_int_equal(world_act(&w, ACT_need_return, ROLE_bureau, 7, 7, 123456, &reason).answer, ANSWER_MISSING);
	world_free(&w);
}

TEST(a_refusal_names_the_rule_and_its_figures, "5.1.1")
{
	struct world w = world_new(a);
	struct org_form in = unit(a, "one", 1);
	char *code = (char *)str_copy(a, in.credit_code).p;
	code[17] = code[17] == '0' ? '1' : '0';
	in.credit_code = str_of(code);
	int64_t before = lines(&w);
	struct act_result r = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &in);
	assert_int_equal(r.answer, ANSWER_REFUSED);
	assert_true(r.verdicts.n > 0);
	assert_string_equal(rule_infos[((struct verdict *)r.verdicts.v)[0].rule].name, "credit_code_valid");
	assert_int_equal(lines(&w), before);
	world_free(&w);
}

TEST(the_clock_of_the_book_never_goes_back, "")
{
	struct world w = world_new(a);
	struct org_form one = unit(a, "one", 1), two = unit(a, "two", 2);
	w.now += 1000000;
	struct act_result first = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &one);
	w.now -= 500000;
	struct act_result second = world_act(&w, ACT_org_register, ROLE_public, 0, 0, 0, &two);
	assert_int_equal(second.answer, ANSWER_DONE);
	assert_true(second.at == first.at);
	world_free(&w);
}

TEST(every_act_is_whole, "")
{
	for (int i = 0; i < ACT_COUNT; i++) {
		const struct act_info *info = &act_infos[i];
		if (!info->form || !info->apply || !info->facts)
			fail_msg("%s lacks a form, facts or apply", info->name);
		bool someone = false;
		for (int role = 0; role < ROLE_COUNT; role++)
			someone = someone || may_act((enum act_id)i, (enum role)role, ~0u);
		if (!someone)
			fail_msg("nobody may %s", info->name);
	}
}

TEST_MAIN

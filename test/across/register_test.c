/* Registration through the door: who, with which codes, what it makes. */
#include "test.h"
#include "across/party/party.h"
#include "../web/rig.h"

static struct world W;

struct who {
	enum role role;
	int64_t person, org;
};

static struct act_result act(enum act_id id, struct who who, int64_t target, const void *in)
{
	W.seed++;
	struct act_request q = { .act = id, .programme = 1, .person = who.person, .org = who.org, .role = who.role, .target = target, .in = in,
		.now = W.now, .key = str_fmt(W.a, "k%d", W.seed), .seed = str_fmt(W.a, "%064d", W.seed) };
	return act_run(W.db, W.a, W.pg, &q);
}

static bool broke(const struct act_result *r, enum rule_id rule)
{
	for (size_t i = 0; i < r->verdicts.n; i++)
		if (((struct verdict *)r->verdicts.v)[i].rule == rule)
			return true;
	return false;
}

static struct org_form good_form(void)
{
	return (struct org_form){ .name = STR("A Company"), .credit_code = STR("91350200MA2YJ1XR9G"), .kind = STR("enterprise"), .region = STR("500111"),
		.address = STR("x"), .legal_person = STR("x"), .contact = STR("Zhang"), .phone_secret = STR("13800000000"),
		.email_secret = STR("z@example.test"), .login = STR("Zhang.San") };
}

static struct who bureau(void)
{
	struct person_row p;
	assert_true(db_one(W.db, W.a, "party_person_with_login", &(struct party_code_key){ 1, STR("bureau-office") }, &p));
	return (struct who){ ROLE_bureau, p.id, p.org };
}

static struct who admin(void)
{
	struct person_row p;
	assert_true(db_one(W.db, W.a, "party_person_with_login", &(struct party_code_key){ 1, STR("admin") }, &p));
	return (struct who){ ROLE_admin_sys, p.id, p.org };
}

static const struct who nobody = { ROLE_public, 0, 0 };

static struct who registered(struct org_row *o)
{
	struct org_form f = good_form();
	struct act_result r = act(ACT_org_register, nobody, 0, &f);
	struct person_row p;
	assert_int_equal(r.answer, ANSWER_DONE);
	assert_true(org_find(W.db, W.a, r.made, o));
	assert_true(db_one(W.db, W.a, "party_person_with_login", &(struct party_code_key){ 1, STR("zhang.san") }, &p));
	assert_int_equal(p.org, o->id);
	return (struct who){ ROLE_unit, p.id, p.org };
}

TEST(the_public_registers_a_unit_with_its_first_person, "5.1.1 5.2.a")
{
	struct org_row o;
	world_open(&W);
	registered(&o);
	assert_str(o.state, "registered");
	assert_str(o.role, "unit");
	assert_false(o.key_industry);
	world_close(&W);
}

TEST(every_fault_of_a_registration_is_told_at_once, "5.1.1")
{
	struct org_row o;
	world_open(&W);
	registered(&o);
	struct org_form f = good_form();
	f.credit_code = STR("91350200MA2YJ1XR9F");
	f.region = STR("50011");
	struct act_result r = act(ACT_org_register, nobody, 0, &f);
	assert_int_equal(r.answer, ANSWER_REFUSED);
	assert_true(broke(&r, RULE_credit_code_valid) && broke(&r, RULE_org_region_code) && broke(&r, RULE_login_free));
	f = good_form();
	f.login = STR("other");
	r = act(ACT_org_register, nobody, 0, &f);
	assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_org_code_unique));
	world_close(&W);
}

TEST(the_public_cannot_register_an_office, "9.1 11.1.a")
{
	static const char *const roles[] = { "bureau", "government", "finance", "admin_sys", "expert", "system", "public" };
	world_open(&W);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		struct org_form f = good_form();
		f.role = str_of(roles[i]);
		struct act_result r = act(ACT_org_register, nobody, 0, &f);
		assert_int_equal(r.answer, ANSWER_REFUSED);
		assert_true(broke(&r, RULE_role_given));
	}
	struct org_form f = good_form();
	f.role = STR("finance");
	f.kind = STR("office");
	assert_int_equal(act(ACT_org_register, admin(), 0, &f).answer, ANSWER_DONE);
	world_close(&W);
}

TEST(nobody_lifts_himself, "9.1 11.1.a")
{
	static const char *const above[] = { "bureau", "government", "finance", "audit", "admin_sys", "admin_sec", "admin_audit", "expert", "system", "public" };
	struct org_row o;
	world_open(&W);
	struct who unit = registered(&o);
	for (size_t i = 0; i < sizeof above / sizeof *above; i++) {
		struct person_form f = { .name = STR("x"), .login = str_fmt(W.a, "login%zu", i), .role = str_of(above[i]) };
		struct act_result r = act(ACT_person_add, unit, unit.org, &f);
		assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_role_given));
		r = act(ACT_person_add, unit, bureau().org, &f);        /* in another house */
		assert_true(r.answer == ANSWER_FORBIDDEN || r.answer == ANSWER_MISSING);
		r = act(ACT_person_add, bureau(), o.id, &f);
		assert_int_equal(r.answer, ANSWER_REFUSED);
	}
	struct person_form f = { .name = STR("x"), .login = STR("colleague"), .role = STR("unit") };
	assert_int_equal(act(ACT_person_add, unit, unit.org, &f).answer, ANSWER_DONE);
	f = (struct person_form){ .name = STR("x"), .login = STR("officer"), .role = STR("bureau") };
	assert_int_equal(act(ACT_person_add, bureau(), bureau().org, &f).answer, ANSWER_DONE);
	f = (struct person_form){ .name = STR("x"), .login = STR("chief"), .role = STR("admin_sec") };
	assert_int_equal(act(ACT_person_add, bureau(), bureau().org, &f).answer, ANSWER_REFUSED);
	assert_int_equal(act(ACT_person_add, admin(), bureau().org, &f).answer, ANSWER_DONE);
	world_close(&W);
}

TEST(verifying_and_ending, "5.1.1")
{
	struct org_row o;
	world_open(&W);
	struct who unit = registered(&o);
	struct org_verify_form v = { .result = STR("verified"), .source = STR("register"), .key_industry = 1 };
	assert_int_not_equal(act(ACT_org_verify, unit, o.id, &v).answer, ANSWER_DONE);
	assert_int_equal(act(ACT_org_verify, bureau(), o.id, &v).answer, ANSWER_DONE);
	assert_true(org_find(W.db, W.a, o.id, &o) && str_is(o.state, "verified") && o.key_industry);
	struct reason_form why = { .reason = STR("left") };
	struct act_result r = act(ACT_person_end, unit, unit.person, &why);
	assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_person_not_oneself));
	assert_int_equal(act(ACT_person_end, admin(), unit.person, &why).answer, ANSWER_DONE);
	r = act(ACT_person_end, admin(), unit.person, &why);
	assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_person_in_use));
	world_close(&W);
}

TEST(experts_keep_their_own_profile, "8.2.b 8.4.c")
{
	world_open(&W);
	struct expert_form f = { .name = STR("Li"), .login = STR("li"), .category = STR("peer"), .fields = STR("strontium"), .employer = STR("U"),
		.employer_code = STR("91350200MA2YJ1XR9F"), .phone_secret = STR("1"), .email_secret = STR("li@example.test") };
	struct act_result r = act(ACT_expert_add, bureau(), 0, &f);
	assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_employer_code_valid) && broke(&r, RULE_login_shape));
	f.login = STR("li.si");
	f.employer_code = STR("");
	r = act(ACT_expert_add, bureau(), 0, &f);
	assert_int_equal(r.answer, ANSWER_DONE);
	struct expert_profile_form p = { .fields = STR("strontium"), .employer = STR("V"), .post = STR("Prof") };
	struct who me = { ROLE_expert, r.made, 0 }, other = { ROLE_expert, 4242, 0 };
	assert_int_equal(act(ACT_expert_update, me, me.person, &p).answer, ANSWER_DONE);
	assert_int_not_equal(act(ACT_expert_update, other, me.person, &p).answer, ANSWER_DONE);
	struct expert_row e;
	assert_true(expert_find(W.db, W.a, me.person, &e) && str_is(e.employer, "V"));
	world_close(&W);
}

TEST(the_register_answers_day_by_day, "5.1.5 5.2.4")
{
	struct org_row o;
	struct discredit_row d;
	world_open(&W);
	registered(&o);
	assert_int_equal(discredit_latest(W.db, W.a, &(struct discredit_key){ o.id, 0, 20260610, { 0 } }, &d), 0);
	struct discredit_form f = { .kind = STR("dishonesty"), .happened = 20240115, .decision = STR("No 1"), .facts = STR("x") };
	assert_int_equal(act(ACT_discredit_enter, bureau(), o.id, &f).answer, ANSWER_DONE);
	f.happened = 20230610;
	assert_int_equal(act(ACT_discredit_enter, bureau(), o.id, &f).answer, ANSWER_DONE);
	f.happened = 20290101;
	struct act_result r = act(ACT_discredit_enter, bureau(), o.id, &f);
	assert_true(r.answer == ANSWER_REFUSED && broke(&r, RULE_discredit_happened));
	assert_int_equal(discredit_latest(W.db, W.a, &(struct discredit_key){ o.id, 20230610, 20260610, { 0 } }, &d), 2);
	assert_int_equal(d.happened, 20240115);
	assert_int_equal(discredit_latest(W.db, W.a, &(struct discredit_key){ o.id, 20230611, 20260610, { 0 } }, &d), 1);
	assert_int_equal(discredit_latest(W.db, W.a, &(struct discredit_key){ o.id, 20240115, 20260610, { 0 } }, &d), 1);
	assert_int_equal(discredit_latest(W.db, W.a, &(struct discredit_key){ o.id, 20240116, 20260610, { 0 } }, &d), 0);
	world_close(&W);
}

TEST(links_go_out_once_to_those_without_a_password, "")
{
	struct org_row o;
	world_open(&W);
	registered(&o);
	int64_t sent = enter_links_send(W.db, W.a, 1, W.now, STR("00112233445566778899aabbccddeeff"));
	assert_true(sent >= 1);
	assert_int_equal(enter_links_send(W.db, W.a, 1, W.now, STR("10112233445566778899aabbccddeeff")), 0);
	world_close(&W);
}

TEST_MAIN

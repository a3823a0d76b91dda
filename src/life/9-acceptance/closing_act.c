/*
 * The end: the demander files the material with the bureau, the bureau strikes the project off.
 */
#include "across/office/office.h"
#include "across/audit/audit.h"
#include "across/payment/payment.h"
#include "across/race/race.h"
#include "base/choice.h"
#include "life/7-contract/contract.h"
#include "life/9-acceptance/acceptance.h"

struct closing {
	struct acceptance_row app;
	struct acceptance_close_facts f;
};

struct rows acceptance_materials(struct db *db, struct arena *a, int64_t acceptance, bool filed)
{
	struct rows all = db_all(db, a, "acceptance_materials_of", &(struct acceptance_key){ acceptance });
	struct acceptance_material_row *m = all.v;
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (m[i].filed == filed)
			m[n++] = m[i];
	return (struct rows){ m, n };
}

static bool has_kind(const struct str *kinds, size_t n, struct str kind)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(kinds[i], kind))
			return true;
	return false;
}

/* Every kind that the application listed has to be among the filed ones. */
static void compare_kinds(struct act_run *r, struct closing *s, const struct str *filed, size_t filed_n)
{
	struct rows applied = acceptance_materials(r->db, r->a, s->app.id, false);
	const struct acceptance_material_row *m = applied.v;
	struct str *seen = NEW_ARRAY(r->a, applied.n, struct str);
	size_t n = 0;

	for (size_t i = 0; i < applied.n; i++) {
		if (has_kind(seen, n, m[i].kind))
			continue;
		seen[n++] = m[i].kind;
		if (has_kind(filed, filed_n, m[i].kind))
			s->f.filed_kinds++;
		else if (!s->f.kind_missing.n)
			s->f.kind_missing = choice_label(policy_list(r->policy, "evidence_kind"), m[i].kind);
	}
	s->f.applied_kinds = (int64_t)n;
	s->f.filed_least = (int64_t)filed_n;
}

/* ---- acceptance_file ---- */

bool acceptance_file_prefill(struct act_run *r)
{
	struct acceptance_file_form *in = r->in;
	struct acceptance_row app;

	if (!acceptance_newest(r->db, r->a, r->challenge, &app))
		return false;
	struct rows all = acceptance_materials(r->db, r->a, app.id, false);
	const struct acceptance_material_row *m = all.v;
	struct acceptance_material_form *out = NEW_ARRAY(r->a, all.n, struct acceptance_material_form);
	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct acceptance_material_form){ .kind = m[i].kind, .title = m[i].title, .files = m[i].files };
	in->materials = (struct rows){ out, all.n };
	return true;
}

bool acceptance_file_facts(struct act_run *r)
{
	const struct acceptance_file_form *in = r->in;
	const struct acceptance_material_form *m = in->materials.v;
	struct closing *s = r->facts = NEW(r->a, struct closing);
	struct str *kinds = NEW_ARRAY(r->a, in->materials.n, struct str);
	size_t n = 0;

	if (!acceptance_newest(r->db, r->a, r->challenge, &s->app))
		return act_missing(r);
	for (size_t i = 0; i < in->materials.n; i++)
		if (m[i].title.n || m[i].files.n)
			kinds[n++] = m[i].kind;
	compare_kinds(r, s, kinds, n);
	return true;
}

void acceptance_file_judge(struct act_run *r)
{
	act_verdict(r, rule_closing_materials(&((struct closing *)r->facts)->f, r->policy));
}

void acceptance_file_apply(struct act_run *r)
{
	const struct acceptance_file_form *in = r->in;
	const struct acceptance_material_form *m = in->materials.v;
	const struct closing *s = r->facts;
	size_t before = acceptance_materials(r->db, r->a, s->app.id, true).n;   /* filed, then sent back: what was filed stays */

	for (size_t i = 0; i < in->materials.n; i++) {
		struct acceptance_material_row row = { .id = act_id_next(r), .challenge = r->challenge, .acceptance = s->app.id, .filed = 1,
			.ord = (int64_t)(before + i) + 1, .kind = m[i].kind, .title = m[i].title, .files = m[i].files };
		act_write(r, "acceptance_material_insert", &row);
	}
	act_move(r, r->challenge, "acceptance.filed");
	acceptance_tell(r, acceptance_title(r, WORD_acceptance_filed_title), word_text(WORD_acceptance_filed_text));
	r->made = r->challenge;
}

/* ---- what is sent back to be completed: the application by the demander, the filing by the bureau ---- */

/* There is an application to send back: the road leads here only after one, and the store must agree. */
bool acceptance_return_facts(struct act_run *r)
{
	struct acceptance_row app;
	return acceptance_newest(r->db, r->a, r->challenge, &app) || act_missing(r);
}

void acceptance_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct str title = acceptance_title(r, WORD_acceptance_returned_title), before = office_stage_before(r);

	office_sent_back(r, "acceptance", STR(""), in->reason);
	act_move(r, r->challenge, str_c(r->a, before));
	acceptance_tell(r, title, in->reason);
	r->made = r->challenge;
}

bool acceptance_file_return_facts(struct act_run *r)
{
	return acceptance_return_facts(r);
}

void acceptance_file_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct str title = acceptance_title(r, WORD_acceptance_file_returned_title);

	office_sent_back(r, "closing", STR(""), in->reason);
	act_move(r, r->challenge, NULL);
	acceptance_tell(r, title, in->reason);
	r->made = r->challenge;
}

/* ---- strike_off ---- */

/* Instalments of a horse race that no decision has divided yet: a runner may still get its part of them (10.2.d). */
static int64_t undivided(struct act_run *r)
{
	struct race_lane_row lane;

	if (!race_lane_of(r->db, r->a, r->challenge, &lane))
		return 0;
	return (int64_t)db_all(r->db, r->a, "race_open", &(struct challenge_key){ .challenge = lane.challenge }).n;
}

bool strike_off_facts(struct act_run *r)
{
	struct closing *s = r->facts = NEW(r->a, struct closing);

	if (!acceptance_newest(r->db, r->a, r->challenge, &s->app))
		return act_missing(r);
	struct rows filed = acceptance_materials(r->db, r->a, s->app.id, true);
	const struct acceptance_material_row *m = filed.v;
	struct str *kinds = NEW_ARRAY(r->a, filed.n, struct str);
	for (size_t i = 0; i < filed.n; i++)
		kinds[i] = m[i].kind;
	compare_kinds(r, s, kinds, filed.n);
	struct payment_state money = payment_state(r->db, r->a, r->challenge);
	s->f.payments = money.instalments + undivided(r);
	s->f.payments_done = money.finished;
	return true;
}

void strike_off_judge(struct act_run *r)
{
	const struct acceptance_close_facts *f = &((struct closing *)r->facts)->f;

	act_verdict(r, rule_closing_materials(f, r->policy));
	act_verdict(r, rule_closing_money_settled(f, r->policy));
	act_verdict(r, rule_closing_audited(&(struct audit_facts){ .audits = audits_reported(r->db, r->a, r->challenge) }, r->policy));
}

static int64_t issue_strike(struct act_run *r, const struct closing *s, const struct acceptance_strike_row *row)
{
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);
	struct payment_state money = payment_state(r->db, r->a, r->challenge);
	struct acceptance_result_row result;
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	db_one(r->db, r->a, "acceptance_results_of", &(struct challenge_key){ r->challenge }, &result);
	struct acceptance_strike_paper paper = { .number = row->number, .project_number = c.project_number, .challenge_number = c.number,
		.title = c.title, .bureau = policy_local_name(r->policy, "bureau"), .demander = who.demander_name, .awardee = who.awardee_name,
		.certificate_number = result.number, .accepted_on = result.day, .paid_fen = money.paid_fen, .fiscal_paid_fen = money.fiscal_paid_fen,
		.materials = acceptance_materials(r->db, r->a, s->app.id, true), .archive_number = row->archive_number, .remark = row->remark,
		.day = r->today };
	return act_issue(r, "strike_off", r->challenge, &acceptance_strike_paper_fields, &paper);
}

void strike_off_apply(struct act_run *r)
{
	const struct strike_off_form *in = r->in;
	struct acceptance_strike_row row = { .id = act_id_next(r), .challenge = r->challenge, .number = act_number(r, "strike"),
		.archive_number = in->archive_number, .remark = in->remark, .day = r->today, .person = r->q->person };

	row.paper = issue_strike(r, r->facts, &row);
	act_write(r, "acceptance_strike_insert", &row);
	act_move(r, r->challenge, "closed.struck");
	acceptance_tell(r, acceptance_title(r, WORD_strike_title), word(r->a, WORD_strike_text, "strike", str_c(r->a, row.number),
		"archive", str_c(r->a, in->archive_number), NULL));
	r->made = r->challenge;
}

/*
 * Recovery after a termination: fixed by the bureau exactly as audited, demanded, received by finance through the original channel; what
 * nobody pays is reminded of and escalated by itself.
 */
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include "life/8-milestone/termination.h"

static struct str titled(struct act_run *r, enum word_id title)
{
	return word(r->a, title, "number", str_c(r->a, ending_number(r)), NULL);
}

/* ---- recovery_fix ---- */

struct fixing {
	struct audit_engagement_row audit;
	struct audit_report_row report;
	struct recovery_facts f;
};

static bool audit_of_termination(struct act_run *r, struct fixing *s)
{
	struct rows all = db_all(r->db, r->a, "audit_engagements_of", &(struct challenge_key){ r->challenge });
	const struct audit_engagement_row *e = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (!str_is(e[i].kind, "termination"))
			continue;
		s->audit = e[i];
		return db_one(r->db, r->a, "audit_reports_of", &(struct id_key){ e[i].id }, &s->report);
	}
	return false;
}

bool recovery_fix_prefill(struct act_run *r)
{
	struct recovery_fix_form *in = r->in;
	struct fixing s = { 0 };

	if (!audit_of_termination(r, &s))
		return false;
	in->balance_fen = s.report.balance_fen;
	in->off_fen = s.report.off_fen;
	return true;
}

bool recovery_fix_facts(struct act_run *r)
{
	const struct recovery_fix_form *in = r->in;
	struct fixing *s = r->facts = NEW(r->a, struct fixing);

	s->f.reported = audit_of_termination(r, s);
	struct rows all = db_all(r->db, r->a, "audit_comments_of", &(struct id_key){ s->report.id });
	const struct audit_comment_row *c = all.v;
	for (size_t i = 0; i < all.n; i++)
		s->f.objections += str_is(c[i].stance, "object");
	s->f.parties = 2;
	s->f.commented = (int64_t)all.n;
	s->f.filed_on = s->report.filed_on;
	s->f.today = r->today;
	s->f.answered = str_trim(in->answer).n > 0;
	s->f.audited_fen = s->report.balance_fen + s->report.off_fen;
	s->f.fixed_fen = in->balance_fen + in->off_fen;
	s->f.parts_same = in->balance_fen == s->report.balance_fen && in->off_fen == s->report.off_fen;
	return true;
}

void recovery_fix_judge(struct act_run *r)
{
	const struct recovery_facts *f = &((struct fixing *)r->facts)->f;

	act_verdict(r, rule_recovery_audited(f, r->policy));
	if (!f->reported)
		return;
	act_verdict(r, rule_recovery_as_audited(f, r->policy));
	act_verdict(r, rule_recovery_commented(f, r->policy));
	act_verdict(r, rule_recovery_answered(f, r->policy));
}

void recovery_fix_apply(struct act_run *r)
{
	const struct recovery_fix_form *in = r->in;
	struct fixing *s = r->facts;
	struct termination_row t;
	struct payment_fund_row fund;

	termination_of(r->db, r->a, r->challenge, &t);
	db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ r->challenge }, &fund);
	struct recovery_row row = { .id = act_id_next(r), .challenge = r->challenge, .termination = t.id, .report = s->report.id,
		.debtor = fund.demander, .balance_fen = in->balance_fen, .off_fen = in->off_fen, .amount_fen = in->balance_fen + in->off_fen,
		.answer = in->answer, .fixed_on = r->today };
	row.state = row.amount_fen ? STR("fixed") : STR("settled");
	row.settled_on = row.amount_fen ? 0 : r->today;
	act_write(r, "recovery_insert", &row);
	s->audit.state = STR("final");
	act_write(r, "audit_engagement_update", &s->audit);
	act_move(r, r->challenge, "termination.recovering");
	ending_tell(r, titled(r, WORD_recovery_fixed_title), word(r->a, WORD_recovery_fixed_text, "balance", money_text(r->a, row.balance_fen).p,
		"off", money_text(r->a, row.off_fen).p, NULL));
	r->made = r->challenge;
}

/* ---- recovery_demand ---- */

bool recovery_demand_facts(struct act_run *r)
{
	struct recovery_row *row = r->facts = NEW(r->a, struct recovery_row);

	if (!db_one(r->db, r->a, "recovery_one", &(struct id_key){ r->target }, row))
		return act_missing(r);
	return str_is(row->state, "fixed") || act_not_now(r, row->state);
}

void recovery_demand_judge(struct act_run *r)
{
	act_verdict(r, rule_recovery_term(&(struct recovery_facts){ 0 }, r->policy));
}

static int64_t issue_demand(struct act_run *r, const struct recovery_row *row)
{
	const struct recovery_demand_form *in = r->in;
	struct challenge_row c;
	struct termination_row t;
	struct fixing s = { 0 };

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	termination_of(r->db, r->a, r->challenge, &t);
	audit_of_termination(r, &s);
	struct recovery_paper paper = { .number = row->number, .case_number = c.project_number, .title = c.title,
		.bureau = policy_local_name(r->policy, "bureau"), .finance = policy_local_name(r->policy, "finance"),
		.debtor = org_name(r->db, r->a, row->debtor), .decision = t.number, .firm = org_name(r->db, r->a, s.audit.firm),
		.received_fen = s.report.received_fen, .right_fen = s.report.right_fen, .balance_fen = row->balance_fen, .off_fen = row->off_fen,
		.amount_fen = row->amount_fen, .amount_cn = money_text_cn(r->a, row->amount_fen), .due = row->due, .document = in->document,
		.account = in->account, .contact = in->contact,
		.items = db_all(r->db, r->a, "audit_items_of", &(struct id_key){ s.report.id }), .day = r->today };
	return act_issue(r, "recovery", r->challenge, &recovery_paper_fields, &paper);
}

void recovery_demand_apply(struct act_run *r)
{
	const struct recovery_demand_form *in = r->in;
	struct recovery_row *row = r->facts;

	row->number = act_number(r, "recovery");
	row->due = day_add(r->today, policy_param(r->policy, RULE_recovery_term, "days"));
	row->document = in->document;
	row->account = in->account;
	row->demanded_on = r->today;
	row->state = STR("demanded");
	row->paper = issue_demand(r, row);
	act_write(r, "recovery_update", row);
	struct str text = word(r->a, WORD_recovery_demand_text, "amount", money_text(r->a, row->amount_fen).p, "day", day_text(r->a, row->due).p, NULL);
	act_tell_org(r, row->debtor, titled(r, WORD_recovery_demand_title), text, ending_link(r));
	act_tell_role(r, ROLE_finance, titled(r, WORD_recovery_demand_title), text, STR("/recoveries"));
	r->made = r->challenge;
}

/* ---- recovery_receive ---- */

struct receiving {
	struct recovery_row row;
	struct recovery_facts f;
};

bool recovery_receive_prefill(struct act_run *r)
{
	struct recovery_receive_form *in = r->in;
	struct recovery_row row;

	if (!db_one(r->db, r->a, "recovery_one", &(struct id_key){ r->target }, &row))
		return false;
	in->amount_fen = row.amount_fen - row.received_fen;
	in->received_on = r->today;
	return true;
}

bool recovery_receive_facts(struct act_run *r)
{
	const struct recovery_receive_form *in = r->in;
	struct receiving *s = r->facts = NEW(r->a, struct receiving);
	struct payment_fund_row fund;
	struct count_row used;

	if (!db_one(r->db, r->a, "recovery_one", &(struct id_key){ r->target }, &s->row)
		|| !db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ r->challenge }, &fund))
		return act_missing(r);
	if (!str_is(s->row.state, "demanded") && !str_is(s->row.state, "overdue"))
		return act_not_now(r, s->row.state);
	struct recovery_reference_key key = { payment_reference(r->a, in->reference) };
	s->f.reference_used = db_one(r->db, r->a, "recovery_reference_used", &key, &used) && used.n;
	s->f.owed_fen = s->row.amount_fen;
	s->f.total_fen = s->row.received_fen + in->amount_fen;
	s->f.same_channel = str_eq(payment_reference(r->a, in->payer_account_secret), payment_reference(r->a, fund.demander_account_secret));
	s->f.received_on = in->received_on;
	s->f.demanded_on = s->row.demanded_on;
	s->f.today = r->today;
	return true;
}

void recovery_receive_judge(struct act_run *r)
{
	const struct recovery_facts *f = &((struct receiving *)r->facts)->f;

	act_verdict(r, rule_recovery_within(f, r->policy));
	act_verdict(r, rule_recovery_channel(f, r->policy));
	act_verdict(r, rule_recovery_day(f, r->policy));
	act_verdict(r, rule_recovery_reference(f, r->policy));
}

void recovery_receive_apply(struct act_run *r)
{
	const struct recovery_receive_form *in = r->in;
	struct recovery_row *row = &((struct receiving *)r->facts)->row;
	struct recovery_receipt_row receipt = { .id = act_id_next(r), .challenge = r->challenge, .recovery = row->id,
		.received_on = in->received_on, .amount_fen = in->amount_fen, .reference = payment_reference(r->a, in->reference),
		.voucher = in->voucher, .person = r->q->person };

	act_write(r, "recovery_receipt_insert", &receipt);
	row->received_fen += in->amount_fen;
	if (row->received_fen == row->amount_fen) {
		row->state = STR("settled");
		row->settled_on = r->today;
	}
	act_write(r, "recovery_update", row);
	struct str text = word(r->a, WORD_recovery_received_text, "amount", money_text(r->a, in->amount_fen).p,
		"rest", money_text(r->a, row->amount_fen - row->received_fen).p, NULL);
	act_tell_org(r, row->debtor, titled(r, WORD_recovery_received_title), text, ending_link(r));
	act_tell_role(r, ROLE_bureau, titled(r, WORD_recovery_received_title), text, ending_link(r));
	r->made = r->challenge;
}

/* ---- by itself: recovery_remind, recovery_escalate ---- */

static bool still_open(struct act_run *r)
{
	struct recovery_row *row = r->facts = NEW(r->a, struct recovery_row);

	if (!db_one(r->db, r->a, "recovery_one", &(struct id_key){ r->target }, row))
		return act_missing(r);
	return str_is(row->state, "demanded") || act_not_now(r, row->state);
}

bool recovery_remind_facts(struct act_run *r)
{
	return still_open(r);
}

void recovery_remind_judge(struct act_run *r)
{
	(void)r;
}

static struct str rest_text(struct act_run *r, const struct recovery_row *row, enum word_id text)
{
	return word(r->a, text, "amount", money_text(r->a, row->amount_fen - row->received_fen).p, "day", day_text(r->a, row->due).p, NULL);
}

void recovery_remind_apply(struct act_run *r)
{
	struct recovery_row *row = r->facts;

	row->reminded_on = r->today;
	act_write(r, "recovery_update", row);
	act_tell_org(r, row->debtor, titled(r, WORD_recovery_remind_title), rest_text(r, row, WORD_recovery_demand_text), ending_link(r));
	r->made = r->challenge;
}

bool recovery_escalate_facts(struct act_run *r)
{
	return still_open(r);
}

void recovery_escalate_judge(struct act_run *r)
{
	(void)r;
}

void recovery_escalate_apply(struct act_run *r)
{
	static const enum role offices[] = { ROLE_bureau, ROLE_finance, ROLE_government };
	struct recovery_row *row = r->facts;
	struct str title = titled(r, WORD_recovery_overdue_title), text = rest_text(r, row, WORD_recovery_overdue_text);

	row->state = STR("overdue");
	act_write(r, "recovery_update", row);
	act_tell_org(r, row->debtor, title, text, ending_link(r));
	for (size_t i = 0; i < 3; i++)
		act_tell_role(r, offices[i], title, text, ending_link(r));
	r->made = r->challenge;
}

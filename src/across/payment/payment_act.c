/*
 * The acts of paying: the demander records a payment, the payee confirms it, the bureau asks finance, finance pays.
 */
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"

struct payment_case {
	struct payment_row row;
	struct payment_facts f;
};

static bool load(struct act_run *r, const char *kind)
{
	struct payment_case *c = r->facts = NEW(r->a, struct payment_case);

	if (!db_one(r->db, r->a, "payment_by_id", &(struct id_key){ r->target }, &c->row) || (kind && !str_is(c->row.kind, kind)))
		return act_missing(r);
	payment_load(r->db, r->a, &c->row, &c->f);
	c->f.today = r->today;
	return true;
}

static int64_t digests(struct str files)
{
	int64_t n = 0;

	while (files.n)
		n += str_cut(&files, ',').n > 0;
	return n;
}

/* Where a reference or a voucher was used before, in words. */
static bool used(struct act_run *r, const char *kind, struct str mark, struct str *where)
{
	struct payment_mark_found found;

	if (!mark.n || !db_one(r->db, r->a, "payment_mark_find", &(struct payment_mark_key){ str_of(kind), mark }, &found))
		return false;
	/* A unit does not learn which project of others it was. */
	*where = word_text(WORD_payment_used_elsewhere);
	if (r->q->role == ROLE_unit && found.challenge != r->challenge)
		return true;
	const char *n = str_fmt(r->a, "%lld", (long long)found.instalment).p;
	*where = word(r->a, WORD_payment_used_in, "number", str_c(r->a, found.number), "n", n, NULL);
	return true;
}

static void load_marks(struct act_run *r, struct payment_facts *f, struct str reference, struct str files)
{
	f->vouchers = digests(files);
	if (used(r, "bank", payment_reference(r->a, reference), &f->used_in))
		return;
	while (files.n)
		if (used(r, "file", str_cut(&files, ','), &f->used_in))
			return;
}

static void mark(struct act_run *r, const struct payment_row *row, const char *kind, struct str value)
{
	struct payment_mark_row m = { .id = act_id_next(r), .challenge = row->challenge, .payment = row->id, .kind = str_of(kind), .mark = value };
	struct payment_mark_found found;

	if (value.n && !db_one(r->db, r->a, "payment_mark_find", &(struct payment_mark_key){ m.kind, m.mark }, &found))
		act_write(r, "payment_mark_insert", &m);
}

static void mark_all(struct act_run *r, const struct payment_row *row)
{
	struct str files = row->voucher;

	mark(r, row, "bank", payment_reference(r->a, row->reference));
	while (files.n)
		mark(r, row, "file", str_cut(&files, ','));
}

static void event(struct act_run *r, const struct payment_row *row, struct payment_event_row e)
{
	e.id = act_id_next(r);
	e.challenge = row->challenge;
	e.payment = row->id;
	e.at = r->now;
	e.person = r->q->person;
	e.org = r->q->org;
	act_write(r, "payment_event_insert", &e);
}

static struct str title_of(struct act_run *r, const struct payment_row *row, enum word_id title)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ row->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), "name", str_c(r->a, payment_name(r->a, row)), NULL);
}

static struct str link_of(struct act_run *r, const struct payment_row *row)
{
	return str_fmt(r->a, "/challenges/%lld/money", (long long)row->challenge);
}

/* ---- payment_record: the demander has paid ---- */

bool payment_record_prefill(struct act_run *r)
{
	struct payment_form *in = r->in;
	struct payment_row row;

	if (!db_one(r->db, r->a, "payment_by_id", &(struct id_key){ r->target }, &row))
		return false;
	in->amount_fen = row.amount_fen;
	in->paid_on = r->today;
	return true;
}

bool payment_record_facts(struct act_run *r)
{
	const struct payment_form *in = r->in;

	if (!load(r, "demander"))
		return false;
	struct payment_case *c = r->facts;
	if (c->row.payer != r->q->org)
		return act_missing(r);
	c->f.amount_fen = in->amount_fen;
	c->f.paid_on = in->paid_on;
	load_marks(r, &c->f, in->reference, in->voucher);
	return true;
}

void payment_record_judge(struct act_run *r)
{
	const struct payment_facts *f = &((struct payment_case *)r->facts)->f;

	act_verdict(r, rule_payment_running(f, r->policy));
	act_verdict(r, rule_payment_due(f, r->policy));
	act_verdict(r, rule_payment_not_twice(f, r->policy));
	act_verdict(r, rule_payment_amount_exact(f, r->policy));
	act_verdict(r, rule_payment_day(f, r->policy));
	act_verdict(r, rule_demander_order(f, r->policy));
	act_verdict(r, rule_demander_earlier_paid(f, r->policy));
	act_verdict(r, rule_voucher_present(f, r->policy));
	act_verdict(r, rule_voucher_unique(f, r->policy));
}

void payment_record_apply(struct act_run *r)
{
	const struct payment_form *in = r->in;
	struct payment_row *row = &((struct payment_case *)r->facts)->row;

	row->state = STR("paid");
	row->paid_on = in->paid_on;
	row->paid_fen = in->amount_fen;
	row->reference = in->reference;
	row->voucher = in->voucher;
	act_write(r, "payment_update", row);
	event(r, row, (struct payment_event_row){ .kind = STR("recorded"), .day = in->paid_on, .amount_fen = in->amount_fen,
		.reference = in->reference, .document = in->bank, .voucher = in->voucher, .remark = in->remark });
	mark_all(r, row);
	struct str title = title_of(r, row, WORD_payment_recorded_title);
	struct str text = word(r->a, WORD_payment_recorded_text, "day", day_text(r->a, in->paid_on).p, "amount", money_text(r->a, in->amount_fen).p,
		"reference", str_c(r->a, in->reference), NULL);
	act_tell_org(r, row->payee, title, text, link_of(r, row));
	act_tell_role(r, ROLE_bureau, title, text, link_of(r, row));
	r->made = row->challenge;
}

/* ---- payment_receive: the payee has it ---- */

bool payment_receive_prefill(struct act_run *r)
{
	struct payment_receive_form *in = r->in;
	struct payment_row row;

	if (!db_one(r->db, r->a, "payment_by_id", &(struct id_key){ r->target }, &row))
		return false;
	in->amount_fen = row.paid_fen;
	in->received_on = r->today;
	return true;
}

bool payment_receive_facts(struct act_run *r)
{
	const struct payment_receive_form *in = r->in;

	if (!load(r, NULL))
		return false;
	struct payment_case *c = r->facts;
	if (c->row.payee != r->q->org)
		return act_missing(r);
	if (!str_is(c->row.state, "paid"))
		return act_not_now(r, c->row.state);
	c->f.planned_fen = c->row.paid_fen;
	c->f.amount_fen = in->amount_fen;
	c->f.paid_on = in->received_on;
	c->f.paid_before_on = c->row.paid_on;
	return true;
}

void payment_receive_judge(struct act_run *r)
{
	const struct payment_facts *f = &((struct payment_case *)r->facts)->f;

	act_verdict(r, rule_payment_amount_exact(f, r->policy));
	act_verdict(r, rule_payment_day(f, r->policy));
	act_verdict(r, rule_payment_day_order(f, r->policy));
}

void payment_receive_apply(struct act_run *r)
{
	const struct payment_receive_form *in = r->in;
	struct payment_row *row = &((struct payment_case *)r->facts)->row;

	row->state = STR("received");
	row->received_on = in->received_on;
	row->received_fen = in->amount_fen;
	act_write(r, "payment_update", row);
	event(r, row, (struct payment_event_row){ .kind = STR("received"), .day = in->received_on, .amount_fen = in->amount_fen, .remark = in->remark });
	struct str title = title_of(r, row, WORD_payment_received_title);
	struct str text = word(r->a, WORD_payment_received_text, "day", day_text(r->a, in->received_on).p,
		"amount", money_text(r->a, in->amount_fen).p, NULL);
	if (row->payer)
		act_tell_org(r, row->payer, title, text, link_of(r, row));
	else
		act_tell_role(r, ROLE_finance, title, text, link_of(r, row));
	act_tell_role(r, ROLE_bureau, title, text, link_of(r, row));
	r->made = row->challenge;
}

/* ---- fiscal_request: the bureau asks finance ---- */

static void judge_grounds(struct act_run *r, const struct payment_facts *f)
{
	act_verdict(r, rule_payment_running(f, r->policy));
	act_verdict(r, rule_payment_due(f, r->policy));
	act_verdict(r, rule_payment_not_twice(f, r->policy));
	act_verdict(r, rule_fiscal_after_taskbook(f, r->policy));
	act_verdict(r, rule_fiscal_first_after_demander(f, r->policy));
	act_verdict(r, rule_fiscal_second_after_acceptance(f, r->policy));
	act_verdict(r, rule_fiscal_voucher(f, r->policy));
	act_verdict(r, rule_fiscal_share(&f->fund, r->policy));
	act_verdict(r, rule_fiscal_cap(&f->fund, r->policy));
	act_verdict(r, rule_fiscal_total_within(f, r->policy));
}

bool fiscal_request_facts(struct act_run *r)
{
	if (!load(r, "fiscal"))
		return false;
	const struct payment_row *row = &((struct payment_case *)r->facts)->row;
	if (str_is(row->state, "requested"))
		return act_not_now(r, row->state);
	return true;
}

void fiscal_request_judge(struct act_run *r)
{
	judge_grounds(r, &((struct payment_case *)r->facts)->f);
}

static struct rows voucher_lines(struct act_run *r, int64_t challenge)
{
	struct rows all = db_all(r->db, r->a, "payment_of_challenge", &(struct challenge_key){ challenge });
	const struct payment_row *p = all.v;
	struct payment_voucher_line *out = NEW_ARRAY(r->a, all.n, struct payment_voucher_line);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(p[i].kind, "demander") && p[i].paid_fen)
			out[n++] = (struct payment_voucher_line){ p[i].instalment, p[i].paid_fen, p[i].paid_on, p[i].reference };
	return (struct rows){ out, n };
}

static int64_t issue_request(struct act_run *r, const struct payment_case *c)
{
	const struct fiscal_request_form *in = r->in;
	const struct payment_row *row = &c->row;
	struct payment_fund_row fund;
	struct challenge_row ch;
	bool all;

	db_one(r->db, r->a, "payment_fund_of", &(struct challenge_key){ row->challenge }, &fund);
	db_one(r->db, r->a, "challenge_read", &(struct id_key){ row->challenge }, &ch);
	struct payment_request_paper paper = { .number = act_number(r, "payment"), .title = ch.title,
		.bureau = policy_local_name(r->policy, "bureau"), .finance = policy_local_name(r->policy, "finance"),
		.demander = org_name(r->db, r->a, fund.demander), .awardee = org_name(r->db, r->a, fund.awardee),
		.bank = fund.demander_bank,
		.instalment = row->instalment, .instalments = row->instalments, .share = row->share, .amount_fen = row->amount_fen,
		.amount_cn = money_text_cn(r->a, row->amount_fen), .fiscal_fen = fund.fiscal_fen,
		.total_fen = fund.demander_fen + fund.fiscal_fen + fund.other_fen, .demander_fen = fund.demander_fen,
		.demander_paid_fen = c->f.demander_paid_fen, .grounds_text = in->grounds, .budget = in->budget, .day = r->today,
		.grounds = payment_grounds(r->a, &c->f, r->policy, &all), .vouchers = voucher_lines(r, row->challenge) };
	return act_issue(r, "payment_request", row->challenge, &payment_request_paper_fields, &paper);
}

void fiscal_request_apply(struct act_run *r)
{
	const struct fiscal_request_form *in = r->in;
	struct payment_case *c = r->facts;
	struct payment_row *row = &c->row;

	row->request_paper = issue_request(r, c);
	row->state = STR("requested");
	row->requested_on = r->today;
	act_write(r, "payment_update", row);
	event(r, row, (struct payment_event_row){ .kind = STR("requested"), .day = r->today, .amount_fen = row->amount_fen, .remark = in->grounds });
	struct str title = title_of(r, row, WORD_payment_requested_title);
	struct str text = word(r->a, WORD_payment_requested_text, "amount", money_text(r->a, row->amount_fen).p, NULL);
	act_tell_role(r, ROLE_finance, title, text, STR("/payments"));
	act_tell_org(r, row->payee, title, text, link_of(r, row));
	r->made = row->challenge;
}

/* ---- fiscal_return: finance sends the request back, with the reason; the bureau may ask again ---- */

bool fiscal_return_facts(struct act_run *r)
{
	if (!load(r, "fiscal"))
		return false;
	const struct payment_row *row = &((struct payment_case *)r->facts)->row;
	return str_is(row->state, "requested") || act_not_now(r, row->state);
}

void fiscal_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct payment_row *row = &((struct payment_case *)r->facts)->row;

	row->state = STR("due");
	row->requested_on = 0;
	act_write(r, "payment_update", row);
	event(r, row, (struct payment_event_row){ .kind = STR("returned"), .day = r->today, .amount_fen = row->amount_fen, .remark = in->reason });
	act_tell_role(r, ROLE_bureau, title_of(r, row, WORD_payment_returned_title), in->reason, link_of(r, row));
	act_tell_org(r, row->payee, title_of(r, row, WORD_payment_returned_title), in->reason, link_of(r, row));
	r->made = row->challenge;
}

/* ---- fiscal_pay: finance pays ---- */

bool fiscal_pay_prefill(struct act_run *r)
{
	struct fiscal_pay_form *in = r->in;
	struct payment_row row;

	if (!db_one(r->db, r->a, "payment_by_id", &(struct id_key){ r->target }, &row))
		return false;
	in->amount_fen = row.amount_fen;
	in->paid_on = r->today;
	return true;
}

bool fiscal_pay_facts(struct act_run *r)
{
	const struct fiscal_pay_form *in = r->in;

	if (!load(r, "fiscal"))
		return false;
	struct payment_case *c = r->facts;
	c->f.amount_fen = in->amount_fen;
	c->f.paid_on = in->paid_on;
	load_marks(r, &c->f, in->reference, in->voucher);
	return true;
}

void fiscal_pay_judge(struct act_run *r)
{
	const struct payment_facts *f = &((struct payment_case *)r->facts)->f;

	judge_grounds(r, f);
	act_verdict(r, rule_payment_requested(f, r->policy));
	act_verdict(r, rule_payment_amount_exact(f, r->policy));
	act_verdict(r, rule_payment_day(f, r->policy));
	act_verdict(r, rule_voucher_unique(f, r->policy));
}

void fiscal_pay_apply(struct act_run *r)
{
	const struct fiscal_pay_form *in = r->in;
	struct payment_row *row = &((struct payment_case *)r->facts)->row;

	row->state = STR("paid");
	row->paid_on = in->paid_on;
	row->paid_fen = in->amount_fen;
	row->reference = in->reference;
	row->document = in->document;
	row->voucher = in->voucher;
	act_write(r, "payment_update", row);
	event(r, row, (struct payment_event_row){ .kind = STR("paid"), .day = in->paid_on, .amount_fen = in->amount_fen,
		.reference = in->reference, .document = in->document, .voucher = in->voucher, .remark = in->remark });
	mark_all(r, row);
	struct str title = title_of(r, row, WORD_payment_paid_title);
	struct str text = word(r->a, WORD_payment_paid_text, "day", day_text(r->a, in->paid_on).p, "amount", money_text(r->a, in->amount_fen).p,
		"document", str_c(r->a, in->document), NULL);
	act_tell_org(r, row->payee, title, text, link_of(r, row));
	act_tell_role(r, ROLE_bureau, title, text, link_of(r, row));
	r->made = row->challenge;
}

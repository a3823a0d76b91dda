/*
 * Money (10.2): the demander pays 40 %, 30 % and the rest to the awardee, finance 50 % and the rest to the demander; each on its condition, in its
 * order, exactly, once, on vouchers of its own.  The instalments are planned when the third party signs; a runner of a horse race is not known here.
 */
#include "sim/desk.h"

#include <ctype.h>

#include "across/payment/payment.h"
#include "base/day.h"
#include "base/money.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"

enum { CASES = 40, PAYMENTS = 120, MARKS = 240, MILESTONES = 30 };
enum trigger { SIGNED, STAGE_PASSED, ACCEPTED };

struct payment_case {
	int64_t id, total, fiscal, releases, assessed;
	bool reached[3], stopped, awarded_many;
};

struct payment {
	int64_t id, challenge, ord, amount, paid_on;
	bool fiscal, requested, paid;
};

struct memory {
	struct payment_case cases[CASES];
	struct payment payments[PAYMENTS];
	struct { struct str text; int64_t payment; } marks[MARKS];
	int64_t runners[CASES];
	size_t cases_n, payments_n, marks_n, runners_n;
};

static const struct payment_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->cases_n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct payment_case *case_of(struct memory *m, int64_t id)
{
	struct payment_case *c = (struct payment_case *)case_find(m, id);
	if (!c && m->cases_n < CASES)
		*(c = &m->cases[m->cases_n++]) = (struct payment_case){ .id = id };
	return c;
}

static const struct payment *payment_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->payments_n; i++)
		if (m->payments[i].id == id)
			return &m->payments[i];
	return NULL;
}

static bool runner(const struct memory *m, int64_t challenge)
{
	for (size_t i = 0; i < m->runners_n; i++)
		if (m->runners[i] == challenge)
			return true;
	return false;
}

/* ---- what was seen ---- */

static void plan(struct memory *m, const struct payment_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	int64_t first = money_share(c->total, 4000), second = money_share(c->total, 3000), half = money_share(c->fiscal, 5000);
	int64_t amounts[] = { first, second, c->total - first - second, half, c->fiscal - half };
	size_t n = 0;
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(t[i].table, "payment") && !payment_find(m, t[i].id) && n < 5 && m->payments_n < PAYMENTS) {
			m->payments[m->payments_n++] = (struct payment){ .id = t[i].id, .challenge = l->challenge, .fiscal = n >= 3,
				.ord = (int64_t)(n < 3 ? n + 1 : n - 2), .amount = amounts[n] };
			n++;
		}
}

static void mark(struct memory *m, struct str text, int64_t payment)
{
	if (text.n && m->marks_n < MARKS) {
		m->marks[m->marks_n].text = text;
		m->marks[m->marks_n++].payment = payment;
	}
}

static void paid(struct memory *m, int64_t id, int64_t day, struct str reference, struct str files)
{
	struct payment *p = (struct payment *)payment_find(m, id);
	if (!p)
		return;
	p->paid = true;
	p->paid_on = day;
	mark(m, reference, id);
	while (files.n)
		mark(m, str_cut(&files, ','), id);
}

static void drafted(struct payment_case *c, const struct taskbook_form *in)
{
	const struct taskbook_milestone_form *k = in->milestones.v;
	c->total = in->total_rd_fen;
	c->fiscal = in->fiscal_fen;
	c->releases = 1;
	for (size_t i = 0; i < in->milestones.n; i++)
		if (k[i].releases)
			c->releases = (int64_t)i + 1;
}

/* A failed assessment or a halt stops payment until an assessment passes or the project goes on; a termination stops it for good. What was
 * requested meanwhile is requested anew. */
static void stages(struct memory *m, struct payment_case *c, const struct audit_line *l)
{
	bool halted = str_is(l->stage, "milestone.halted");
	if (halted || str_starts(l->stage, "termination.") || str_is(l->stage, "closed.terminated"))
		c->stopped = true;
	if (str_is(l->stage, "milestone.running") || str_is(l->stage, "acceptance.failed"))
		c->stopped = false;
	for (size_t i = 0; c->stopped && i < m->payments_n; i++)
		if (m->payments[i].challenge == c->id && !m->payments[i].paid)
			m->payments[i].requested = false;
	c->reached[ACCEPTED] |= str_is(l->stage, "acceptance.passed");
}

static void saw_case(struct memory *m, struct payment_case *c, const struct audit_line *l)
{
	const void *in = l->q.in;
	const struct milestone_conclude_form *concluded = in;
	if (l->q.act == ACT_taskbook_draft)
		drafted(c, in);
	if (l->q.act == ACT_taskbook_sign && str_is(l->stage, "milestone.running")) {
		c->reached[SIGNED] = true;
		plan(m, c, l);
	}
	if (l->q.act == ACT_milestone_panel_set)
		c->assessed = ((const struct milestone_panel_form *)in)->milestone;
	if (l->q.act == ACT_milestone_conclude && str_is(concluded->result, "pass") && c->assessed == c->releases)
		c->reached[STAGE_PASSED] = true;
	stages(m, c, l);
}

static void saw_money(struct memory *m, const struct audit_line *l)
{
	struct payment *p = (struct payment *)payment_find(m, l->q.target);
	const struct payment_form *record = l->q.in;
	const struct fiscal_pay_form *pay = l->q.in;
	if (l->q.act == ACT_payment_record)
		paid(m, l->q.target, record->paid_on, record->reference, record->voucher);
	if (l->q.act == ACT_fiscal_pay)
		paid(m, l->q.target, pay->paid_on, pay->reference, pay->voucher);
	if (p && (l->q.act == ACT_fiscal_request || l->q.act == ACT_fiscal_return))
		p->requested = l->q.act == ACT_fiscal_request;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	const struct audit_item *t = l->items.v;
	if (l->q.act == ACT_establish)
		for (size_t i = 0; i < l->items.n && m->runners_n < CASES; i++)
			if (str_is(t[i].table, "challenge") && t[i].id != l->challenge)
				m->runners[m->runners_n++] = t[i].id;
	struct payment_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	if (c)
		saw_case(m, c, l);
	saw_money(m, l);
}

/* ---- what is broken ---- */

/* A bank reference without what banks print differently: spaces, hyphens, case. */
static char next_sign(const struct str *s, size_t *i)
{
	while (*i < s->n && (s->p[*i] == ' ' || s->p[*i] == '-'))
		++*i;
	return *i < s->n ? (char)toupper((unsigned char)s->p[(*i)++]) : '\0';
}

static bool same_mark(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	for (;;) {
		char x = next_sign(&a, &i), y = next_sign(&b, &k);
		if (x != y)
			return false;
		if (!x)
			return true;
	}
}

static bool used(const struct memory *m, struct str text)
{
	for (size_t i = 0; text.n && i < m->marks_n; i++)
		if (same_mark(m->marks[i].text, text))
			return true;
	return false;
}

static bool any_used(const struct memory *m, struct str reference, struct str files)
{
	bool found = used(m, reference);
	while (files.n)
		found |= used(m, str_cut(&files, ','));
	return found;
}

/* How many instalments the demander paid one after the other, and what they come to. */
static int64_t demander_paid(const struct memory *m, int64_t challenge, int64_t *fen)
{
	int64_t n = 0;
	*fen = 0;
	for (size_t i = 0; i < m->payments_n; i++) {
		const struct payment *p = &m->payments[i];
		if (p->challenge != challenge || p->fiscal || !p->paid)
			continue;
		*fen += p->amount;
		n++;
	}
	return n;
}

static bool due(const struct payment_case *c, const struct payment *p)
{
	static const enum trigger demander[] = { SIGNED, STAGE_PASSED, ACCEPTED }, finance[] = { SIGNED, ACCEPTED };
	return c->reached[p->fiscal ? finance[p->ord - 1] : demander[p->ord - 1]];
}

static void record(const struct memory *m, const struct payment_case *c, const struct payment *p, const struct act_request *q, struct rule_set *out)
{
	const struct payment_form *in = q->in;
	int64_t fen, before = 0;
	for (size_t i = 0; i < m->payments_n; i++)
		before += m->payments[i].challenge == c->id && !m->payments[i].fiscal && m->payments[i].ord < p->ord && !m->payments[i].paid;
	demander_paid(m, c->id, &fen);
	breaks(out, RULE_payment_running, c->stopped && !p->paid);
	breaks(out, RULE_payment_due, !due(c, p));
	breaks(out, RULE_payment_not_twice, p->paid);
	breaks(out, RULE_payment_amount_exact, in->amount_fen != p->amount);
	breaks(out, RULE_payment_day, in->paid_on > instant_day(q->now));
	breaks(out, RULE_demander_order, p->ord > 1 && !due(c, p));
	breaks(out, RULE_demander_earlier_paid, before > 0);
	breaks(out, RULE_voucher_present, !in->voucher.n);
	breaks(out, RULE_voucher_unique, any_used(m, in->reference, in->voucher));
}

static void receive(const struct payment *p, const struct act_request *q, struct rule_set *out)
{
	const struct payment_receive_form *in = q->in;
	breaks(out, RULE_payment_amount_exact, in->amount_fen != p->amount);
	breaks(out, RULE_payment_day, in->received_on > instant_day(q->now));
	breaks(out, RULE_payment_day_order, in->received_on < p->paid_on);
}

/* What fiscal money waits for, at the request and again when it is paid. */
static void grounds(const struct memory *m, const struct payment_case *c, const struct payment *p, struct rule_set *out)
{
	int64_t fen, n = demander_paid(m, c->id, &fen);
	breaks(out, RULE_payment_running, c->stopped && !p->paid);
	breaks(out, RULE_payment_due, !due(c, p));
	breaks(out, RULE_payment_not_twice, p->paid);
	breaks(out, RULE_fiscal_after_taskbook, !c->reached[SIGNED]);
	breaks(out, RULE_fiscal_first_after_demander, fen < money_share(c->total, 4000));
	breaks(out, RULE_fiscal_second_after_acceptance, p->ord == 2 && !c->reached[ACCEPTED]);
	breaks(out, RULE_fiscal_voucher, n < p->ord);
}

/* Of the other instalments: what this one comes to is asked. */
static int64_t finance_paid(const struct memory *m, const struct payment *but)
{
	int64_t fen = 0;
	for (size_t i = 0; i < m->payments_n; i++)
		if (m->payments[i].challenge == but->challenge && m->payments[i].fiscal && m->payments[i].paid && &m->payments[i] != but)
			fen += m->payments[i].amount;
	return fen;
}

static void pay(const struct memory *m, const struct payment_case *c, const struct payment *p, const struct act_request *q, struct rule_set *out)
{
	const struct fiscal_pay_form *in = q->in;
	breaks(out, RULE_fiscal_total_within, finance_paid(m, p) + in->amount_fen > c->fiscal);
	breaks(out, RULE_payment_requested, !p->requested);
	breaks(out, RULE_payment_amount_exact, in->amount_fen != p->amount);
	breaks(out, RULE_payment_day, in->paid_on > instant_day(q->now));
	breaks(out, RULE_voucher_unique, any_used(m, in->reference, in->voucher));
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct payment *p = payment_find(m, q->target);
	const struct payment_case *c = p ? case_find(m, p->challenge) : NULL;
	bool fiscal = q->act == ACT_fiscal_request || q->act == ACT_fiscal_pay;
	if (!c || runner(m, c->id) || (!fiscal && q->act != ACT_payment_record && q->act != ACT_payment_receive && q->act != ACT_fiscal_return))
		return false;
	if (q->act == ACT_payment_record)
		record(m, c, p, q, out);
	if (q->act == ACT_payment_receive)
		receive(p, q, out);
	if (fiscal)
		grounds(m, c, p, out);
	if (q->act == ACT_fiscal_pay)
		pay(m, c, p, q, out);
	return true;
}

const struct desk desk_payment = { "payment", sizeof(struct memory), saw, predicts };

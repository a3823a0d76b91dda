/*
 * A project that ends before its end (8.8.c, 8.8.d, 9.2, 11.2.a): termination proposed, heard, examined and decided; the audit and what the parties
 * say to it; what is recovered and how it comes back.
 */
#include "sim/desk.h"
#include "sim/people.h"

#include <ctype.h>

#include "across/audit/audit.h"
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/termination.h"

enum { CASES = 40, ORGS = 30, ENGAGEMENTS = 30, MARKS = 120, DAYS_TO_SPEAK = 10 };

struct ending_case {
	int64_t id, demander, parties[8], fiscal_paid, proposer, proposed_on, examined_on, termination;
	size_t parties_n;
	bool heard_demander, heard_awardee;
	int64_t recovery, owed, received, demanded_on;
	struct str account;
};

struct engagement {
	int64_t id, challenge, reported_on, balance, off;
	bool termination, demander, awardee, objected;
};

struct memory {
	struct ending_case cases[CASES];
	struct engagement engagements[ENGAGEMENTS];
	struct str marks[MARKS];
	int64_t others[ORGS];           /* organisations that registered and are no audit firms */
	size_t n, engagements_n, marks_n, others_n;
};

static const struct ending_case *case_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->cases[i].id == id)
			return &m->cases[i];
	return NULL;
}

static struct ending_case *case_of(struct memory *m, int64_t id)
{
	struct ending_case *c = (struct ending_case *)case_find(m, id);
	if (!c && m->n < CASES)
		*(c = &m->cases[m->n++]) = (struct ending_case){ .id = id };
	return c;
}

static const struct engagement *engagement_find(const struct memory *m, int64_t id)
{
	for (size_t i = 0; i < m->engagements_n; i++)
		if (m->engagements[i].id == id)
			return &m->engagements[i];
	return NULL;
}

/* ---- what was seen ---- */

static void mark(struct memory *m, struct str reference)
{
	if (reference.n && m->marks_n < MARKS)
		m->marks[m->marks_n++] = reference;
}

static void saw_project(struct memory *m, struct ending_case *c, const struct audit_line *l)
{
	const struct audit_item *t = l->items.v;
	if (l->q.act == ACT_need_submit || l->q.act == ACT_direct_enter)
		c->demander = l->q.org;
	for (size_t i = 0; l->q.act == ACT_establish && i < l->items.n; i++)
		if (str_is(t[i].table, "challenge") && t[i].id != c->id && case_of(m, t[i].id))
			case_of(m, t[i].id)->demander = c->demander;
	if (l->q.act == ACT_taskbook_draft)
		c->account = ((const struct taskbook_form *)l->q.in)->demander_account_secret;
	if (l->q.act == ACT_taskbook_sign && l->q.role == ROLE_unit && c->parties_n < 8)
		c->parties[c->parties_n++] = l->q.org;
	if (l->q.act == ACT_fiscal_pay) {
		c->fiscal_paid += ((const struct fiscal_pay_form *)l->q.in)->amount_fen;
		mark(m, ((const struct fiscal_pay_form *)l->q.in)->reference);
	}
	if (l->q.act == ACT_payment_record)
		mark(m, ((const struct payment_form *)l->q.in)->reference);
}

static void saw_termination(struct ending_case *c, const struct audit_line *l)
{
	int64_t today = instant_day(l->q.now);
	if (l->q.act == ACT_termination_propose) {
		c->proposer = l->q.role == ROLE_bureau ? 0 : l->q.org;
		c->proposed_on = today;
		c->heard_demander = c->heard_awardee = false;
		c->termination = line_item(l, "termination", 0);
	}
	if (l->q.act == ACT_termination_hear) {
		c->heard_demander |= l->q.org == c->demander;
		c->heard_awardee |= l->q.org != c->demander;
	}
	if (l->q.act == ACT_termination_examine)
		c->examined_on = today;
}

static void saw_audit(struct memory *m, const struct audit_line *l)
{
	const struct audit_report_form *report = l->q.in;
	const struct audit_comment_form *comment = l->q.in;
	struct engagement *e = (struct engagement *)engagement_find(m, l->q.target);
	const struct ending_case *c = e ? case_find(m, e->challenge) : NULL;
	if (l->q.act == ACT_audit_appoint && m->engagements_n < ENGAGEMENTS)
		m->engagements[m->engagements_n++] = (struct engagement){ .id = line_item(l, "audit_engagement", 0), .challenge = l->challenge,
			.termination = str_is(((const struct audit_appoint_form *)l->q.in)->kind, "termination") };
	if (e && l->q.act == ACT_audit_report)
		*e = (struct engagement){ .id = e->id, .challenge = e->challenge, .termination = e->termination,
			.reported_on = instant_day(l->q.now), .balance = report->balance_fen, .off = report->off_fen };
	if (e && c && l->q.act == ACT_audit_comment) {
		e->demander |= l->q.org == c->demander;
		e->awardee |= l->q.org != c->demander;
		e->objected |= str_is(comment->stance, "object");
	}
}

static void saw_recovery(struct memory *m, struct ending_case *c, const struct audit_line *l)
{
	const struct recovery_fix_form *fix = l->q.in;
	const struct recovery_receive_form *receive = l->q.in;
	if (l->q.act == ACT_recovery_fix) {
		c->recovery = line_item(l, "recovery", 0);
		c->owed = fix->balance_fen + fix->off_fen;
		c->received = 0;
	}
	if (l->q.act == ACT_recovery_demand)
		c->demanded_on = instant_day(l->q.now);
	if (l->q.act == ACT_recovery_receive) {
		c->received += receive->amount_fen;
		mark(m, receive->reference);
	}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	struct ending_case *c = l->challenge ? case_of(m, l->challenge) : NULL;
	if (l->q.act == ACT_org_register && !str_is(((const struct org_form *)l->q.in)->role, "audit") && m->others_n < ORGS)
		m->others[m->others_n++] = line_item(l, "org", 0);
	if (!c)
		return;
	saw_project(m, c, l);
	saw_termination(c, l);
	saw_audit(m, l);
	saw_recovery(m, c, l);
}

/* ---- what is broken ---- */

static bool term_runs(int64_t from, const struct act_request *q)
{
	return instant_day(q->now) <= day_add(from, DAYS_TO_SPEAK);
}

/* Whoever proposed has spoken. */
static bool all_heard(const struct ending_case *c)
{
	return c->heard_awardee && (c->heard_demander || c->proposer == c->demander);
}

static void decide(const struct ending_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct termination_decide_form *in = q->in;
	breaks(out, RULE_termination_day, in->decided_on < c->examined_on || in->decided_on > instant_day(q->now));
	breaks(out, RULE_termination_deny_reason, str_is(in->result, "deny") && !in->reason.n);
}

static void appoint(const struct memory *m, const struct ending_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct audit_appoint_form *in = q->in;
	for (size_t i = 0; i < m->others_n; i++)
		breaks(out, RULE_audit_firm, m->others[i] == in->firm_org);
	breaks(out, RULE_audit_independent, in->firm_org == c->demander);
	for (size_t i = 0; i < c->parties_n; i++)
		breaks(out, RULE_audit_independent, c->parties[i] == in->firm_org);
	breaks(out, RULE_audit_due, in->due < instant_day(q->now));
}

static void report(const struct ending_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct audit_report_form *in = q->in;
	const struct audit_item_form *k = in->items.v;
	int64_t sum = 0;
	for (size_t i = 0; i < in->items.n; i++)
		sum += k[i].amount_fen;
	breaks(out, RULE_audit_until, in->until > instant_day(q->now));
	breaks(out, RULE_audit_received, in->received_fen != c->fiscal_paid);
	breaks(out, RULE_audit_sums, in->right_fen + in->off_fen + in->balance_fen != in->received_fen);
	breaks(out, RULE_audit_items, sum != in->off_fen);
	breaks(out, RULE_audit_file, !in->report.n);
}

static void fix(const struct memory *m, const struct ending_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct recovery_fix_form *in = q->in;
	const struct engagement *e = NULL;
	for (size_t i = 0; i < m->engagements_n; i++)
		if (m->engagements[i].challenge == c->id && m->engagements[i].termination)
			e = &m->engagements[i];         /* a second firm that was appointed is waited for */
	breaks(out, RULE_recovery_audited, !e || !e->reported_on);
	if (!e || !e->reported_on)
		return;
	breaks(out, RULE_recovery_as_audited, in->balance_fen != e->balance || in->off_fen != e->off);
	breaks(out, RULE_recovery_commented, !(e->demander && e->awardee) && term_runs(e->reported_on, q));
	breaks(out, RULE_recovery_answered, e->objected && !in->answer.n);
}

/* Without what banks print differently: spaces, hyphens, case. */
static bool same(struct str a, struct str b)
{
	for (size_t i = 0, k = 0;;) {
		while (i < a.n && (a.p[i] == ' ' || a.p[i] == '-'))
			i++;
		while (k < b.n && (b.p[k] == ' ' || b.p[k] == '-'))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (toupper((unsigned char)a.p[i++]) != toupper((unsigned char)b.p[k++]))
			return false;
	}
}

static void receive(const struct memory *m, const struct ending_case *c, const struct act_request *q, struct rule_set *out)
{
	const struct recovery_receive_form *in = q->in;
	breaks(out, RULE_recovery_within, c->received + in->amount_fen > c->owed);
	breaks(out, RULE_recovery_channel, !same(in->payer_account_secret, c->account));
	breaks(out, RULE_recovery_day, in->received_on < c->demanded_on || in->received_on > instant_day(q->now));
	for (size_t i = 0; i < m->marks_n; i++)
		breaks(out, RULE_recovery_reference, same(m->marks[i], in->reference));
}

/* Acts on something else than the case. */
static bool on_other(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct engagement *e = engagement_find(m, q->target);
	const struct ending_case *c = NULL;
	const struct audit_comment_form *comment = q->in;
	for (size_t i = 0; i < m->n; i++)
		if (q->target == m->cases[i].recovery || q->target == m->cases[i].termination || (e && e->challenge == m->cases[i].id))
			c = &m->cases[i];
	if (!c)
		return false;
	switch (q->act) {
	case ACT_failure_classify:
		breaks(out, RULE_failure_heard, !c->heard_awardee && term_runs(c->proposed_on, q));
		return true;
	case ACT_recovery_receive:
		return receive(m, c, q, out), true;
	case ACT_audit_report:
		return report(c, q, out), true;
	case ACT_audit_comment:
		breaks(out, RULE_audit_comment_reason, str_is(comment->stance, "object") && !comment->comment.n);
		return true;
	case ACT_recovery_demand:
		return true;
	default:
		return false;
	}
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct ending_case *c = case_find(m, q->target);
	const struct use_check_form *use = q->in;
	if (!c)
		return on_other(m, q, out);
	switch (q->act) {
	case ACT_termination_propose:
		breaks(out, RULE_termination_evidenced, !((const struct termination_form *)q->in)->evidence.n);
		return true;
	case ACT_termination_hear:
		return true;
	case ACT_termination_examine:
		breaks(out, RULE_termination_heard, !all_heard(c) && term_runs(c->proposed_on, q));
		return true;
	case ACT_termination_decide:
		return decide(c, q, out), true;
	case ACT_termination_close:
		breaks(out, RULE_termination_settled, c->received < c->owed);
		return true;
	case ACT_audit_appoint:
		return appoint(m, c, q, out), true;
	case ACT_use_check:
		breaks(out, RULE_use_measures, str_is(use->result, "doubt") && !use->measures.n);
		return true;
	case ACT_recovery_fix:
		return fix(m, c, q, out), true;
	default:
		return false;
	}
}

const struct desk desk_ending = { "ending", sizeof(struct memory), saw, predicts };

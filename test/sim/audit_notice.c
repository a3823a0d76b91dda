/*
 * The notice (8.5.a): five working days, the day of publication not counted; of a challenge for a few not on the government's site. Establishment
 * waits for its end and for every objection (8.5.b), which is signed, reachable, grounded, within the notice; accepted once the objector is known,
 * investigated by somebody who had no part, decided after the other side was heard, answered.
 */
#include "sim/audit_book.h"
#include "sim/audit_days.h"

#include <string.h>

#include "base/day.h"
#include "life/6-notice/notice.h"
#include "life/6-notice/objection.h"

enum { NOTICES = 24, OBJECTIONS = 24, HEARINGS = 24, PARTS = 160, SECRETS = 5 };

struct notice {
	int64_t id, challenge, last_day;
	bool over;                      /* withdrawn: void, corrected, declined */
};

struct objection {
	int64_t id, challenge, filed_on, accepted_on, decided_on, investigations;
	bool open;                      /* not refused, withdrawn or answered */
	struct str secrets[SECRETS];
};

struct hearing {
	int64_t id, objection, due;
	bool replied;
};

struct memory {
	struct book book;
	struct audit_days days;
	struct notice notices[NOTICES];
	struct objection objections[OBJECTIONS];
	struct hearing hearings[HEARINGS];
	struct {
		int64_t challenge, person;
	} parts[PARTS];                 /* who took part in setting the winner or in the review */
	int64_t notices_n, objections_n, hearings_n, parts_n;
};

/* ---- what happened ---- */

static struct objection *objection_of(const struct memory *m, int64_t id)
{
	for (int64_t i = 0; i < m->objections_n; i++)
		if (m->objections[i].id == id)
			return (struct objection *)&m->objections[i];
	return NULL;
}

static const struct notice *notice_of(const struct memory *m, int64_t id, int64_t challenge)
{
	for (int64_t i = m->notices_n; i-- > 0;)
		if (m->notices[i].id == id || (challenge && m->notices[i].challenge == challenge))
			return &m->notices[i];
	return NULL;
}

static void end_notices(struct memory *m, int64_t challenge)
{
	for (int64_t i = 0; i < m->notices_n; i++)
		if (m->notices[i].challenge == challenge)
			m->notices[i].over = true;
}

static void saw_filed(struct memory *m, const struct audit_line *l)
{
	const struct objection_form *in = l->q.in;
	if (m->objections_n == OBJECTIONS)
		return;
	m->objections[m->objections_n++] = (struct objection){ .id = line_row(l, "objection", 0), .challenge = l->challenge, .open = true,
		.filed_on = instant_day(l->q.now),
		.secrets = { in->name_secret, in->phone_secret, in->credit_code_secret, in->contact_secret, in->id_number_secret } };
}

static void saw_hearing(struct memory *m, const struct audit_line *l)
{
	for (size_t i = 0; line_row(l, "objection_hearing", i) && m->hearings_n < HEARINGS; i++)
		m->hearings[m->hearings_n++] = (struct hearing){ .id = line_row(l, "objection_hearing", i), .objection = l->q.target,
			.due = days_after(&m->days, instant_day(l->q.now), 5) };
}

static void saw_decided(struct memory *m, const struct audit_line *l, struct objection *o)
{
	const struct objection_decide_form *in = l->q.in;
	o->decided_on = instant_day(l->q.now);
	if (str_is(in->effect, "none"))
		return;
	end_notices(m, o->challenge);
	/* The others of the same notice are settled with it: what is left is the answer. */
	for (int64_t i = 0; i < m->objections_n; i++)
		if (m->objections[i].challenge == o->challenge && !m->objections[i].decided_on)
			m->objections[i].decided_on = o->decided_on;
}

static void saw_objection(struct memory *m, const struct audit_line *l)
{
	struct objection *o = objection_of(m, l->q.target);
	if (l->q.act == ACT_objection_file)
		saw_filed(m, l);
	if (l->q.act == ACT_objection_hear)
		saw_hearing(m, l);
	for (int64_t i = 0; l->q.act == ACT_objection_reply && i < m->hearings_n; i++)
		m->hearings[i].replied |= m->hearings[i].id == l->q.target;
	if (l->q.act == ACT_objection_withdraw && (o = objection_of(m, line_row(l, "objection", 0))))
		o->open = false;
	if (!o)
		return;
	if (l->q.act == ACT_objection_accept)
		o->accepted_on = instant_day(l->q.now);
	if (l->q.act == ACT_objection_refuse || l->q.act == ACT_objection_answer)
		o->open = false;
	o->investigations += l->q.act == ACT_objection_investigate;
	if (l->q.act == ACT_objection_decide)
		saw_decided(m, l, o);
}

static void saw_part(struct memory *m, const struct audit_line *l, int64_t person)
{
	if (m->parts_n < PARTS && person && l->challenge) {
		m->parts[m->parts_n].challenge = l->challenge;
		m->parts[m->parts_n++].person = person;
	}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	book_saw(&m->book, l);
	days_saw(&m->days, l);
	if (l->q.act == ACT_notice_publish && m->notices_n < NOTICES)
		m->notices[m->notices_n++] = (struct notice){ line_row(l, "notice", 0), l->challenge, days_after(&m->days, instant_day(l->q.now), 5), false };
	if (l->q.act == ACT_award_decline) {
		end_notices(m, l->challenge);
		for (int64_t i = 0; i < m->objections_n; i++)
			if (m->objections[i].challenge == l->challenge && !m->objections[i].decided_on)
				m->objections[i].decided_on = instant_day(l->q.now);
	}
	saw_objection(m, l);
	switch (l->q.act) {
	case ACT_award_propose: case ACT_award_confirm: case ACT_award_decide: case ACT_review_panel_propose: case ACT_review_panel_confirm:
	case ACT_review_conclude:
		saw_part(m, l, l->q.person);
		break;
	default:
		break;
	}
}

/* ---- what is asked ---- */

static void publish(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct notice_form *in = q->in;
	const struct book_case *c = book_case(&m->book, q->target);
	breaks(out, RULE_notice_calendar, !days_after(&m->days, instant_day(q->now), 5));
	breaks(out, RULE_notice_receiver, !in->receiver.n || !in->address.n || !in->phone.n);
	breaks(out, RULE_notice_restricted, c && c->restricted && in->url.n);
}

static bool waits(const struct memory *m, int64_t challenge)
{
	for (int64_t i = 0; i < m->objections_n; i++)
		if (m->objections[i].challenge == challenge && m->objections[i].open)
			return true;
	return false;
}

static bool code_valid(struct str s)
{
	static const char digits[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	int sum = 0, weight = 1;
	for (size_t i = 0; s.n == 18 && i < 18; i++) {
		const char *at = memchr(digits, s.p[i], sizeof digits - 1);
		if (!at)
			return false;
		if (i == 17)
			return (31 - sum % 31) % 31 == at - digits;
		sum += (int)(at - digits) * weight;
		weight = weight * 3 % 31;
	}
	return false;
}

static size_t characters(struct str s)
{
	size_t n = 0;
	s = str_trim(s);
	for (size_t i = 0; i < s.n; i++)
		n += (s.p[i] & 0xc0) != 0x80;
	return n;
}

static void file(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct objection_form *in = q->in;
	const struct notice *n = notice_of(m, q->target, 0);
	bool unit = str_is(in->kind, "unit");
	breaks(out, RULE_objection_in_time, n && (n->over || instant_day(q->now) > n->last_day));
	breaks(out, RULE_objection_named, !in->name_secret.n);
	breaks(out, RULE_objection_reachable, !in->phone_secret.n);
	breaks(out, RULE_objection_unit, unit && (!code_valid(in->credit_code_secret) || !in->contact_secret.n));
	breaks(out, RULE_objection_sealed, unit && !in->scan.n);
	breaks(out, RULE_objection_grounds, characters(in->facts_secret) < 20);
	breaks(out, RULE_objection_evidence, !in->evidence.n);
}

static bool mentions(struct str text, struct str word)
{
	for (size_t i = 0; word.n && i + word.n <= text.n; i++)
		if (!memcmp(text.p + i, word.p, word.n))
			return true;
	return false;
}

static bool names(const struct objection *o, struct str text)
{
	for (int i = 0; o && i < SECRETS; i++)
		if (mentions(text, o->secrets[i]))
			return true;
	return false;
}

static bool took_part(const struct memory *m, const struct objection *o, int64_t person)
{
	for (int64_t i = 0; o && i < m->parts_n; i++)
		if (m->parts[i].challenge == o->challenge && m->parts[i].person == person)
			return true;
	for (int64_t i = 0; o && i < m->book.panels_n; i++)
		for (int64_t k = 0; m->book.panels[i].challenge == o->challenge && m->book.panels[i].kind == PANEL_REVIEW && k < m->book.panels[i].seats_n; k++)
			if (m->book.panels[i].seats[k].person == person)
				return true;
	return false;
}

static void late(const struct memory *m, const struct act_request *q, int64_t since, int days, struct rule_set *out)
{
	int64_t due = since ? days_after(&m->days, since, days) : 0;
	breaks(out, RULE_objection_timely, due && instant_day(q->now) > due);
}

/* What is put right keeps the caps (10.1.a, 10.1.b). */
static void money(const struct book_case *c, int64_t fiscal, struct rule_set *out)
{
	breaks(out, RULE_fiscal_share, c && fiscal * 100 > (c->pay_fen + c->other_fen + fiscal) * 30);
	breaks(out, RULE_fiscal_cap, fiscal > 100000000);
}

static void decide(const struct memory *m, const struct act_request *q, const struct objection *o, struct rule_set *out)
{
	const struct objection_decide_form *in = q->in;
	int64_t asked = 0, heard = 0;
	bool founded = !str_is(in->result, "unfounded"), touches = !str_is(in->effect, "none"), repairs = str_is(in->effect, "repair");
	for (int64_t i = 0; i < m->hearings_n; i++) {
		asked += m->hearings[i].objection == q->target;
		heard += m->hearings[i].objection == q->target && (m->hearings[i].replied || (m->hearings[i].due && instant_day(q->now) > m->hearings[i].due));
	}
	late(m, q, o->accepted_on, 20, out);
	breaks(out, RULE_objection_investigated, !o->investigations);
	breaks(out, RULE_objection_heard, founded && (!asked || heard < asked));
	/* Partly founded may be put right or change nothing: neither the clause nor the rule's sentence says more. */
	breaks(out, RULE_objection_effect, touches ? !founded : str_is(in->result, "founded"));
	breaks(out, RULE_objection_correction, repairs ? !in->correction.n : in->correction.n > 0);
	breaks(out, RULE_objection_government, touches && !in->document.n);
	breaks(out, RULE_objection_nameless, names(o, in->summary));
	breaks(out, RULE_objection_impartial, took_part(m, o, q->person));
	if (repairs)
		money(book_case(&m->book, o->challenge), in->fiscal_fen, out);
}

static bool objection(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct objection *o = objection_of(m, q->target);
	if (!o)
		return true;
	switch (q->act) {
	case ACT_objection_accept:
		breaks(out, RULE_objection_identity, !((const struct objection_accept_form *)q->in)->identity);
		late(m, q, o->filed_on, 5, out);
		return true;
	case ACT_objection_refuse:
		late(m, q, o->filed_on, 5, out);
		return true;
	case ACT_objection_investigate:
		breaks(out, RULE_objection_impartial, took_part(m, o, q->person));
		return true;
	case ACT_objection_hear:
		breaks(out, RULE_objection_nameless, names(o, ((const struct objection_hear_form *)q->in)->question));
		return true;
	case ACT_objection_decide:
		decide(m, q, o, out);
		return true;
	case ACT_objection_answer:
		late(m, q, o->decided_on, 5, out);
		return true;
	default:
		return false;
	}
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct notice *n = notice_of(m, 0, q->target);
	switch (q->act) {
	case ACT_notice_publish:
		publish(m, q, out);
		return true;
	case ACT_notice_end:
		breaks(out, RULE_notice_over, n && instant_day(q->now) <= n->last_day);
		return true;
	case ACT_establish:
		breaks(out, RULE_notice_no_objection, waits(m, q->target));
		return true;
	case ACT_objection_file:
		file(m, q, out);
		return true;
	case ACT_objection_reply:
		for (int64_t i = 0; i < m->hearings_n; i++)
			breaks(out, RULE_objection_timely, m->hearings[i].id == q->target && m->hearings[i].due && instant_day(q->now) > m->hearings[i].due);
		return true;
	case ACT_objection_accept: case ACT_objection_refuse: case ACT_objection_investigate: case ACT_objection_hear: case ACT_objection_decide:
	case ACT_objection_answer:
		return objection(m, q, out);
	default:
		return false;
	}
}

const struct desk desk_notice = { "notice", sizeof(struct memory), saw, predicts };

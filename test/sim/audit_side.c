/*
 * Beside the road: readings and days off (12.2.a, 8.5.a), conversations (8.7.e), countersignatures, what the park says (11.1.d), publicity of what was
 * accepted (8.8.b, 11.3.a), corrections of what was published, waivers decided by somebody else than whoever asked.
 */
#include "sim/audit_days.h"

#include "across/law/law.h"
#include "across/office/office.h"
#include "across/publish/publish.h"
#include "across/talk/talk.h"
#include "across/waiver/waiver.h"
#include "base/day.h"
#include "life/1-need/need.h"

enum { CASES = 40, LISTS = 16, WAIVERS = 24 };

struct memory {
	struct audit_days days;
	struct {
		int64_t id, demander;
		bool established, accepted, restricted, shown, race;
	} cases[CASES];
	int64_t lists[LISTS];           /* published */
	struct {
		int64_t id, person;
	} waivers[WAIVERS];
	int64_t cases_n, lists_n, waivers_n;
};

static int64_t case_at(const struct memory *m, int64_t id)
{
	for (int64_t i = m->cases_n; i-- > 0;)
		if (m->cases[i].id == id)
			return i;
	return -1;
}

static void saw_case(struct memory *m, const struct audit_line *l)
{
	int64_t c = case_at(m, l->challenge);
	const struct audit_item *it = l->items.v;
	if (c < 0 && l->challenge && m->cases_n < CASES) {
		c = m->cases_n++;
		m->cases[c].id = l->challenge;
		m->cases[c].demander = l->q.org;
	}
	if (c < 0)
		return;
	if (l->q.act == ACT_need_submit || l->q.act == ACT_need_resubmit || l->q.act == ACT_relist)
		m->cases[c].restricted = str_is(((const struct need_form *)l->q.in)->scope, "restricted");
	m->cases[c].established |= l->q.act == ACT_establish || l->q.act == ACT_direct_admit;
	m->cases[c].accepted |= str_is(l->stage, "acceptance.passed");
	m->cases[c].shown |= l->q.act == ACT_announce_result;
	/* The runners of a horse race begin established. */
	for (size_t i = 0; l->q.act == ACT_establish && i < l->items.n && m->cases_n < CASES; i++)
		if (str_is(it[i].table, "challenge") && it[i].id != l->challenge) {
			m->cases[c].race = false;
			m->cases[m->cases_n] = m->cases[c];
			m->cases[m->cases_n++].id = it[i].id;
			m->cases[c].race = true;        /* each runner has its own case; the project has no single awardee */
		}
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	days_saw(&m->days, l);
	saw_case(m, l);
	if (l->q.act == ACT_list_publish && m->lists_n < LISTS)
		m->lists[m->lists_n++] = l->q.target;
	if (l->q.act == ACT_waiver_ask && m->waivers_n < WAIVERS) {
		m->waivers[m->waivers_n].id = l->made;
		m->waivers[m->waivers_n++].person = l->q.person;
	}
}

/* ---- days off ---- */

static bool span_wrong(const struct calendar_off_form *o, int64_t year)
{
	bool new_year = day_year(o->first_day) == year - 1 && day_month(o->first_day) == 12 && day_year(o->last_day) == year;
	return o->first_day > o->last_day || day_between(o->first_day, o->last_day) >= 15 || day_year(o->last_day) != year ||
		(day_year(o->first_day) != year && !new_year);
}

static void spans(const struct calendar_form *in, struct rule_set *out)
{
	const struct calendar_off_form *o = in->off.v;
	const struct calendar_work_form *w = in->work.v;
	for (size_t i = 0; i < in->off.n; i++) {
		breaks(out, RULE_calendar_span, span_wrong(&o[i], in->year));
		for (size_t k = 0; k < i; k++)
			breaks(out, RULE_calendar_twice, o[i].first_day <= o[k].last_day && o[k].first_day <= o[i].last_day);
		for (size_t k = 0; k < in->work.n; k++)
			breaks(out, RULE_calendar_twice, w[k].day >= o[i].first_day && w[k].day <= o[i].last_day);
	}
	for (size_t i = 0; i < in->work.n; i++) {
		breaks(out, RULE_calendar_span, day_year(w[i].day) != in->year);
		breaks(out, RULE_calendar_weekend, day_weekday(w[i].day) <= 5);
		for (size_t k = 0; k < i; k++)
			breaks(out, RULE_calendar_twice, w[i].day == w[k].day);
	}
}

static int64_t working_days(const struct calendar_form *in)
{
	const struct calendar_off_form *o = in->off.v;
	const struct calendar_work_form *w = in->work.v;
	int64_t n = 0;
	for (int64_t d = day_of((int)in->year, 1, 1); day_year(d) == in->year; d = day_add(d, 1)) {
		bool works = day_weekday(d) <= 5;
		for (size_t i = 0; i < in->off.n; i++)
			works = works && !(d >= o[i].first_day && d <= o[i].last_day);
		for (size_t i = 0; i < in->work.n; i++)
			works = works || w[i].day == d;
		n += works;
	}
	return n;
}

static void calendar(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct calendar_form *in = q->in;
	bool known = days_known(&m->days, in->year);
	breaks(out, RULE_calendar_new, known && !in->corrects);
	breaks(out, RULE_calendar_reason, in->corrects && !in->reason.n);
	breaks(out, RULE_calendar_ahead, in->year < day_year(instant_day(q->now)));
	spans(in, out);
	/* What is not a year's plan cannot be counted. */
	if (!out->has[RULE_calendar_span] && !out->has[RULE_calendar_twice])
		breaks(out, RULE_calendar_count, working_days(in) < 242 || working_days(in) > 256);
}

/* ---- conversations ---- */

static bool own_side(const struct memory *m, const struct act_request *q, struct str party)
{
	int64_t c = case_at(m, q->target);
	bool demander = c >= 0 && m->cases[c].demander == q->org;
	if (q->role == ROLE_unit)
		return str_is(party, demander ? "demander" : "awardee");
	return str_is(party, role_name(q->role));
}

static void talk(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	struct str parties = ((const struct talk_form *)q->in)->parties;
	int64_t others = 0, c = case_at(m, q->target);
	bool awardee = false;
	while (parties.n) {
		struct str p = str_trim(str_cut(&parties, ','));
		awardee |= str_is(p, "awardee");
		others += p.n && !own_side(m, q, p);
	}
	breaks(out, RULE_talk_others, others == 0);
	breaks(out, RULE_talk_awardee, awardee && c >= 0 && (!m->cases[c].established || m->cases[c].race));
}

static void result(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	int64_t c = case_at(m, q->target);
	breaks(out, RULE_result_accepted, c >= 0 && !m->cases[c].accepted);
	breaks(out, RULE_result_open, c >= 0 && m->cases[c].restricted);
	breaks(out, RULE_result_once, c >= 0 && m->cases[c].shown);
}

static void countersign(const struct act_request *q, struct rule_set *out)
{
	const struct countersign_form *in = q->in;
	breaks(out, RULE_countersign_other, str_is(in->role, role_name(q->role)));
	breaks(out, RULE_countersign_due, in->due < instant_day(q->now));
}

static bool published(const struct memory *m, int64_t list)
{
	for (int64_t i = 0; i < m->lists_n; i++)
		if (m->lists[i] == list)
			return true;
	return false;
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	int64_t c = case_at(m, q->target);
	switch (q->act) {
	case ACT_calendar_publish:
		calendar(m, q, out);
		return true;
	case ACT_interpretation_record:
		breaks(out, RULE_interpretation_day, ((const struct interpretation_form *)q->in)->day > instant_day(q->now));
		return true;
	case ACT_talk_open:
		talk(m, q, out);
		return true;
	case ACT_park_comment:
		breaks(out, RULE_park_established, c >= 0 && !m->cases[c].established);
		return true;
	case ACT_announce_result:
		result(m, q, out);
		return true;
	case ACT_countersign_ask:
		countersign(q, out);
		return true;
	case ACT_countersign_answer:
		breaks(out, RULE_countersign_reason, !str_is(((const struct countersign_answer_form *)q->in)->opinion, "agree") &&
			!((const struct countersign_answer_form *)q->in)->answer.n);
		return true;
	case ACT_correct_list:
		breaks(out, RULE_correction_published, !published(m, q->target));
		return true;
	case ACT_waiver_grant: case ACT_waiver_refuse:
		for (int64_t i = 0; i < m->waivers_n; i++)
			breaks(out, RULE_waiver_not_own, m->waivers[i].id == q->target && m->waivers[i].person == q->person);
		return true;
	case ACT_talk_say: case ACT_talk_seen: case ACT_correct_notice: case ACT_correct_result: case ACT_correct_reading: case ACT_waiver_withdraw:
		return true;
	default:
		return false;
	}
}

const struct desk desk_side = { "side", sizeof(struct memory), saw, predicts };

/*
 * What is put off or taken back: a deadline (8.3.a) before it is over, by three days at least, twice at most; a solicitation (8.1.a) in the same way;
 * a listed demand before its deadline; listing again, which only asks for a reason.
 */
#include "sim/desk.h"

#include "base/day.h"
#include "life/1-need/need.h"
#include "life/1-need/relist.h"
#include "life/2-call/call.h"
#include "life/3-bid/extend.h"

enum { CASES = 40, ROUNDS = 24 };

struct memory {
	struct {
		int64_t id, deadline, times;
	} cases[CASES];
	struct {
		int64_t id, last_day, next, times;
	} rounds[ROUNDS];
	int64_t cases_n, rounds_n;
};

static void listed(struct memory *m, const struct audit_line *l)
{
	const struct audit_item *it = l->items.v;
	for (size_t i = 0; i < l->items.n && m->cases_n < CASES; i++)
		if (str_is(it[i].table, "challenge")) {
			m->cases[m->cases_n].id = it[i].id;
			m->cases[m->cases_n++].deadline = ((const struct list_publish_form *)l->q.in)->deadline;
		}
}

static int64_t case_at(const struct memory *m, int64_t id)
{
	for (int64_t i = m->cases_n; i-- > 0;)
		if (m->cases[i].id == id)
			return i;
	return -1;
}

static int64_t round_at(const struct memory *m, int64_t id)
{
	for (int64_t i = m->rounds_n; i-- > 0;)
		if (m->rounds[i].id == id)
			return i;
	return -1;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	int64_t c = case_at(m, l->challenge), r = round_at(m, l->q.target);
	if (l->q.act == ACT_list_publish)
		listed(m, l);
	if (l->q.act == ACT_deadline_extend && c >= 0) {
		m->cases[c].deadline = ((const struct deadline_extend_form *)l->q.in)->deadline;
		m->cases[c].times++;
	}
	if (l->q.act == ACT_round_propose && m->rounds_n < ROUNDS) {
		m->rounds[m->rounds_n].id = l->made;
		m->rounds[m->rounds_n++].last_day = ((const struct round_form *)l->q.in)->last_day;
	}
	if (l->q.act == ACT_round_extend && r >= 0)
		m->rounds[r].next = ((const struct round_extend_form *)l->q.in)->last_day;
	if (l->q.act == ACT_round_extend_confirm && r >= 0) {
		m->rounds[r].last_day = m->rounds[r].next;
		m->rounds[r].times++;
	}
}

static void extend(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	int64_t c = case_at(m, q->target), to = ((const struct deadline_extend_form *)q->in)->deadline;
	if (c < 0)
		return;
	breaks(out, RULE_deadline_not_over, q->now > m->cases[c].deadline);
	breaks(out, RULE_deadline_later, to <= m->cases[c].deadline);
	breaks(out, RULE_deadline_days, day_between(instant_day(m->cases[c].deadline), instant_day(to)) < 3);
	breaks(out, RULE_deadline_times, m->cases[c].times >= 2);
}

static void longer(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	int64_t r = round_at(m, q->target);
	if (r < 0)
		return;
	breaks(out, RULE_round_not_over, instant_day(q->now) > m->rounds[r].last_day);
	if (q->act != ACT_round_extend)
		return;
	breaks(out, RULE_round_later, ((const struct round_extend_form *)q->in)->last_day <= m->rounds[r].last_day);
	breaks(out, RULE_round_times, m->rounds[r].times >= 2);
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	int64_t c = case_at(m, q->target);
	switch (q->act) {
	case ACT_deadline_extend:
		extend(m, q, out);
		return true;
	case ACT_round_extend: case ACT_round_extend_confirm:
		longer(m, q, out);
		return true;
	case ACT_challenge_withdraw:
		breaks(out, RULE_withdraw_in_time, c >= 0 && q->now > m->cases[c].deadline);
		return true;
	case ACT_relist_propose: case ACT_relist_decline: case ACT_award_decline:
		return true;
	default:
		return false;
	}
}

const struct desk desk_extend = { "extend", sizeof(struct memory), saw, predicts };

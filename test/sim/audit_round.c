/* Solicitation rounds (8.1.a): the last day is not before the first, and not before today. */
#include "sim/desk.h"

#include "base/day.h"
#include "life/1-need/need.h"

struct memory {
	int64_t rounds;
};

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	m->rounds += l->q.act == ACT_round_propose;
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct round_form *in = q->in;
	(void)memory;
	if (q->act != ACT_round_propose)
		return false;
	breaks(out, RULE_round_dates, in->last_day < in->first_day || in->last_day < instant_day(q->now));
	return true;
}

const struct desk desk_round = { "round", sizeof(struct memory), saw, predicts };

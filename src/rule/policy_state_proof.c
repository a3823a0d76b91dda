/*
 * Every path of a road with its money, objections and notices: a search over explicit states, shortest paths first.
 *
 * A state is the stage and what has happened so far, as far as the policy's demands need it: notice, objection, task book, stage
 * and acceptance passed, what the demander and finance have paid.  Between the steps of the road the world moves: somebody objects, an objection is settled,
 * somebody pays.  A rule holds such a move back only when the pack binds it with force must; what may be waived or is advice
 * holds nothing back for certain.  A bad move that is possible is printed with the path to it.  No bad move: none exists, loops included.
 */
#include <string.h>

#include "base/money.h"
#include "rule/policy_proof.h"

enum event {
	EVENT_OBJECTION, EVENT_SETTLED, EVENT_OVER_CAP,
	EVENT_DEMANDER_1, EVENT_DEMANDER_2, EVENT_DEMANDER_3, EVENT_FISCAL_1, EVENT_FISCAL_2, EVENT_COUNT
};
static const char *const event_names[EVENT_COUNT] = {
	"(somebody objects)", "(the objection is settled)", "(a sum above the cap is agreed)", "(the demander pays 1)", "(the demander pays 2)",
	"(the demander pays the rest)", "(finance pays 1)", "(finance pays the rest)",
};

/* Bits of a state above the stage. */
enum {
	NOTICE_RUNS = 1 << 0, NOTICE_OVER = 1 << 1, OBJECTED = 1 << 2, PLANNED = 1 << 3, SIGNED = 1 << 4, PASSED = 1 << 5, ACCEPTED = 1 << 6,
	PAID_1 = 1 << 7, PAID_2 = 1 << 8, PAID_3 = 1 << 9, FISCAL_1 = 1 << 10, FISCAL_2 = 1 << 11, OVER = 1 << 12, BITS = 1 << 13,
};

struct move {                   /* how a state was reached first */
	uint32_t from;
	uint16_t how;           /* step + 1, or steps + 1 + event */
};

struct walk {
	struct proof *c;
	const struct road_step *steps;
	size_t steps_n, stages_n;               /* stage index stages_n: start */
	size_t *from, *to;                      /* of each step */
	struct move *seen;
	uint32_t *queue;
	size_t head, tail;
	bool told[8];
};

static bool must(const struct walk *w, const char *rule)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		const struct binding *b = str_is(str_of(rule), rule_infos[i].name) ? policy_binding(w->c->p, (enum rule_id)i) : NULL;
		if (b)
			return b->force == FORCE_MUST;
	}
	return false;
}

static bool enabled(const struct walk *w, const char *rule)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (str_is(str_of(rule), rule_infos[i].name))
			return policy_enabled(w->c->p, (enum rule_id)i);
	return false;
}

static uint32_t state_of(size_t stage, uint32_t bits)
{
	return (uint32_t)stage * BITS + bits;
}

static struct str stage_name(const struct walk *w, uint32_t state)
{
	size_t at = state / BITS;

	return at == w->stages_n ? STR("start") : ((const struct road_stage *)w->c->p->stages.v)[at].id;
}

static struct str how_name(const struct walk *w, uint16_t how)
{
	return how <= w->steps_n ? w->steps[how - 1].act : str_of(event_names[how - 1 - w->steps_n]);
}

/* "start -need_submit-> need.filed …": the shortest way to this state. */
static struct str path_of(const struct walk *w, uint32_t state)
{
	struct str path = stage_name(w, state);

	for (size_t guard = 0; guard < 400 && w->seen[state].how; guard++) {
		struct str how = how_name(w, w->seen[state].how), from = stage_name(w, w->seen[state].from);
		path = str_fmt(w->c->a, "%.*s -%.*s-> %.*s", STR_ARG(from), STR_ARG(how), STR_ARG(path));
		state = w->seen[state].from;
	}
	return path;
}

enum bad { BAD_NOTICE, BAD_OBJECTION, BAD_UNSIGNED, BAD_EVIDENCE, BAD_SECOND, BAD_TWICE, BAD_CAP, BAD_STOPPED };

/* Each kind of mistake once, with its shortest path. */
static void bad_move(struct walk *w, enum bad kind, uint32_t at, struct str how, const char *what)
{
	struct str path = path_of(w, at);

	if (!w->told[kind])
		PROOF_WRONG(w->c, "states: %s; path: %.*s -%.*s->", what, STR_ARG(path), STR_ARG(how));
	w->told[kind] = true;
}

static void reach(struct walk *w, uint32_t from, uint16_t how, size_t stage, uint32_t bits)
{
	uint32_t to = state_of(stage, bits);

	if (w->seen[to].how || stage == w->stages_n)
		return;
	w->seen[to] = (struct move){ from, how };
	w->queue[w->tail++] = to;
}

/* ---- steps of the road ---- */

static void look_at_establish(struct walk *w, uint32_t at, uint32_t bits)
{
	if (!(bits & NOTICE_OVER))
		bad_move(w, BAD_NOTICE, at, STR("establish"), "a project would be established while its notice has not ended");
	if (bits & OBJECTED)
		bad_move(w, BAD_OBJECTION, at, STR("establish"), "a project would be established with an open objection");
}

/* Does a rule hold the step back here? */
static bool held(const struct walk *w, struct str act, uint32_t bits)
{
	if (!str_is(act, "establish"))
		return false;
	return ((bits & NOTICE_RUNS) && must(w, "notice_over")) || ((bits & OBJECTED) && must(w, "notice_no_objection"));
}

static uint32_t after_step(const struct road_step *s, uint32_t bits)
{
	bool moves = !str_eq(s->from, s->to);

	if (str_is(s->act, "notice_publish"))
		return (bits & ~(uint32_t)(NOTICE_OVER | OBJECTED)) | NOTICE_RUNS;
	if (str_is(s->act, "notice_end"))
		return (bits & ~(uint32_t)NOTICE_RUNS) | NOTICE_OVER;
	if (str_is(s->act, "taskbook_draft"))
		return bits | PLANNED;
	if (str_is(s->act, "taskbook_sign"))
		return moves ? bits | SIGNED | PLANNED : bits;
	if (str_is(s->act, "milestone_conclude"))
		return str_is(s->to, "milestone.running") ? bits | PASSED : bits;
	if (str_is(s->act, "acceptance_conclude"))
		return str_is(s->to, "acceptance.passed") ? bits | ACCEPTED : bits;
	return bits;
}

static void take_steps(struct walk *w, uint32_t at)
{
	size_t stage = at / BITS;
	uint32_t bits = at % BITS;

	for (size_t i = 0; i < w->steps_n; i++) {
		if (w->from[i] != stage || held(w, w->steps[i].act, bits))
			continue;
		if (str_is(w->steps[i].act, "establish"))
			look_at_establish(w, at, bits);
		reach(w, at, (uint16_t)(i + 1), w->to[i], after_step(&w->steps[i], bits));
	}
}

/* ---- what happens beside the road ---- */

static bool stopped(const struct walk *w, uint32_t at)
{
	struct str stage = stage_name(w, at);

	return str_is(stage, "milestone.halted") || str_starts(stage, "termination.");
}

/* May this instalment be paid here, as far as rules hold for certain? `due`: what it waits for has happened. */
static bool payable(const struct walk *w, uint32_t at, uint32_t mine, bool due)
{
	uint32_t bits = at % BITS;

	if (!(bits & PLANNED) || (!due && must(w, "payment_due")) || ((bits & mine) && must(w, "payment_not_twice")))
		return false;
	return !stopped(w, at) || !must(w, "payment_running");
}

static void demander_pays(struct walk *w, uint32_t at)
{
	static const uint32_t mine[] = { PAID_1, PAID_2, PAID_3 }, due[] = { SIGNED, PASSED, ACCEPTED };
	uint32_t bits = at % BITS;

	for (uint16_t k = 0; k < 3; k++) {
		bool reached = bits & due[k], earlier = k == 0 || (bits & mine[k - 1]);
		if (!payable(w, at, mine[k], reached) || (!reached && must(w, "demander_order")) || (!earlier && must(w, "demander_earlier_paid")))
			continue;
		reach(w, at, (uint16_t)(w->steps_n + 1 + EVENT_DEMANDER_1 + k), at / BITS, bits | mine[k]);
	}
}

static void look_at_fiscal(struct walk *w, uint32_t at, bool second)
{
	uint32_t bits = at % BITS;
	struct str how = str_of(event_names[second ? EVENT_FISCAL_2 : EVENT_FISCAL_1]);

	if (!(bits & SIGNED))
		bad_move(w, BAD_UNSIGNED, at, how, "fiscal money could be paid before the task book is signed");
	if (!second && !(bits & PAID_1) && enabled(w, "fiscal_first_after_demander"))
		bad_move(w, BAD_EVIDENCE, at, how, "the first fiscal money could be paid before the demander's first share is evidenced");
	if (second && !(bits & ACCEPTED))
		bad_move(w, BAD_SECOND, at, how, "the last fiscal money could be paid before the project is accepted");
	if (bits & (second ? FISCAL_2 : FISCAL_1))
		bad_move(w, BAD_TWICE, at, how, "fiscal money could be paid twice: more than the task book gives");
	if (bits & OVER)
		bad_move(w, BAD_CAP, at, how, "fiscal money above the cap could be paid");
	if (stopped(w, at))
		bad_move(w, BAD_STOPPED, at, how, "fiscal money could be paid to a project that was stopped");
}

static void finance_pays(struct walk *w, uint32_t at)
{
	uint32_t bits = at % BITS;

	for (int second = 0; second < 2; second++) {
		uint32_t mine = second ? FISCAL_2 : FISCAL_1;
		bool due = second ? bits & ACCEPTED : bits & SIGNED, voucher = second ? (bits & PAID_3) != 0 : (bits & PAID_1) != 0;
		if (!payable(w, at, mine, due) || (!(bits & SIGNED) && must(w, "fiscal_after_taskbook")) || (!voucher && must(w, "fiscal_voucher")))
			continue;
		if (!second && !(bits & PAID_1) && must(w, "fiscal_first_after_demander"))
			continue;
		if (second && !(bits & ACCEPTED) && must(w, "fiscal_second_after_acceptance"))
			continue;
		if ((bits & mine) && must(w, "fiscal_total_within"))
			continue;
		look_at_fiscal(w, at, second);
		reach(w, at, (uint16_t)(w->steps_n + 1 + EVENT_FISCAL_1 + second), at / BITS, bits | mine);
	}
}

static void world_moves(struct walk *w, uint32_t at)
{
	size_t stage = at / BITS;
	uint32_t bits = at % BITS;
	uint16_t event = (uint16_t)(w->steps_n + 1);

	if ((bits & NOTICE_RUNS) && !(bits & OBJECTED))
		reach(w, at, event + EVENT_OBJECTION, stage, bits | OBJECTED);
	if (bits & OBJECTED)
		reach(w, at, event + EVENT_SETTLED, stage, bits & ~(uint32_t)OBJECTED);
	if ((bits & PLANNED) && !(bits & (OVER | SIGNED)) && ((enabled(w, "fiscal_cap") && !must(w, "fiscal_cap"))
			|| (enabled(w, "fiscal_share") && !must(w, "fiscal_share"))))
		reach(w, at, event + EVENT_OVER_CAP, stage, bits | OVER);
	demander_pays(w, at);
	finance_pays(w, at);
}

/* ---- the search ---- */

static size_t stage_index(const struct walk *w, struct str id)
{
	const struct road_stage *s = policy_stage(w->c->p, id);

	return s ? (size_t)(s - (const struct road_stage *)w->c->p->stages.v) : w->stages_n;
}

static bool is_final(const struct walk *w, uint32_t at)
{
	size_t stage = at / BITS;

	return stage < w->stages_n && ((const struct road_stage *)w->c->p->stages.v)[stage].final;
}

void proof_states(struct proof *c)
{
	struct walk w = { .c = c, .steps = c->p->steps.v, .steps_n = c->p->steps.n, .stages_n = c->p->stages.n };
	size_t states = (w.stages_n + 1) * BITS;

	w.from = NEW_ARRAY(c->a, w.steps_n + 1, size_t);
	w.to = NEW_ARRAY(c->a, w.steps_n + 1, size_t);
	w.seen = NEW_ARRAY(c->a, states, struct move);
	w.queue = NEW_ARRAY(c->a, states + 1, uint32_t);
	for (size_t i = 0; i < w.steps_n; i++) {
		w.from[i] = stage_index(&w, w.steps[i].from);
		w.to[i] = stage_index(&w, w.steps[i].to);
	}
	w.queue[w.tail++] = state_of(w.stages_n, 0);
	while (w.head < w.tail) {
		uint32_t at = w.queue[w.head++];
		if (is_final(&w, at))
			continue;
		take_steps(&w, at);
		world_moves(&w, at);
	}
}

/*
 * The road of a pack, proved: every stage is reached and left, and what must come first does on every path.
 *
 * "On every path" is shown by search: take away the steps that would satisfy a demand, and see whether the guarded place
 * can still be reached from the start.  If it can, the shortest such path is printed; if not, no path exists, loops
 * included, however long.  Called by policy_check() only.
 */
#include <string.h>

#include "rule/policy_proof.h"

/* What the program itself relies on, whatever the pack says. */
static const struct built_in {
	const char *act, *room, *after, *why;
} built_in[] = {
	{ "bids_open", NULL, "list_publish", "sealed bids would be opened before their list is published" },
	{ "establish", NULL, "notice_end", "a project would be established before its notice has ended" },
	{ NULL, "milestone", "taskbook_sign", "fiscal money could be paid before the task book is signed" },
	{ "acceptance_conclude", NULL, "taskbook_sign", "the second fiscal half could be paid without a task book" },
};

/* A search from the start: which step led to each stage first (index + 1; 0 = not reached). */
struct search {
	struct proof *c;
	size_t *by;
	struct str skip;                /* act or stage that may not be used; empty: none */
};

static const struct road_stage *stages_of(const struct proof *c)
{
	return c->p->stages.v;
}

static const struct road_step *steps_of(const struct proof *c)
{
	return c->p->steps.v;
}

static size_t stage_index(const struct proof *c, struct str id)
{
	const struct road_stage *s = policy_stage(c->p, id);

	return s ? (size_t)(s - stages_of(c)) : c->p->stages.n;
}

static bool skipped(const struct search *s, const struct road_step *step)
{
	return s->skip.n && (str_eq(step->act, s->skip) || str_eq(step->to, s->skip));
}

static bool can_stand(const struct search *s, struct str stage)
{
	return str_is(stage, "start") || s->by[stage_index(s->c, stage)] != 0;
}

/* Breadth first: rounds over the steps until nothing new is reached. */
static struct search search(struct proof *c, struct str skip)
{
	struct search s = { c, NEW_ARRAY(c->a, c->p->stages.n + 1, size_t), skip };
	size_t *round = NEW_ARRAY(c->a, c->p->stages.n + 1, size_t);

	for (bool more = true; more;) {
		more = false;
		memcpy(round, s.by, (c->p->stages.n + 1) * sizeof *round);
		for (size_t i = 0; i < c->p->steps.n; i++) {
			const struct road_step *step = &steps_of(c)[i];
			size_t to = stage_index(c, step->to);
			if (round[to] || skipped(&s, step) || !can_stand(&s, step->from))
				continue;
			round[to] = i + 1;
			more = true;
		}
		memcpy(s.by, round, (c->p->stages.n + 1) * sizeof *round);
	}
	return s;
}

/* "start -need_submit-> need.filed -need_accept-> need.accepted" */
static struct str path_to(const struct search *s, struct str stage)
{
	struct str path = stage;

	for (size_t guard = 0; guard <= s->c->p->stages.n && !str_is(stage, "start"); guard++) {
		size_t by = s->by[stage_index(s->c, stage)];
		if (!by)
			break;
		const struct road_step *step = &steps_of(s->c)[by - 1];
		path = str_fmt(s->c->a, "%.*s -%.*s-> %.*s", STR_ARG(step->from), STR_ARG(step->act), STR_ARG(path));
		stage = step->from;
	}
	return path;
}

/* ---- steps and stages ---- */

static bool leaves(const struct road_step *step, struct str stage)
{
	return str_eq(step->from, stage) && !str_eq(step->to, stage);
}

static size_t leaving(const struct proof *c, struct str stage)
{
	size_t n = 0;

	for (size_t i = 0; i < c->p->steps.n; i++)
		n += leaves(&steps_of(c)[i], stage);
	return n;
}

static void check_step(struct proof *c, const struct road_step *s)
{
	struct str like = proof_like_act(c->a, s->act);

	if (!proof_act_known(s->act))
		PROOF_WRONG(c, "road: no act '%.*s'%.*s", STR_ARG(s->act), STR_ARG(like));
	else if (!proof_act_moves(s->act))
		PROOF_WRONG(c, "road: act %.*s does not move a case (acts.def)", STR_ARG(s->act));
	else if (!proof_act_allowed(s->act))
		PROOF_WRONG(c, "road: nobody may do act %.*s (roles.def has no MAY line)", STR_ARG(s->act));
}

static bool on_road(const struct proof *c, struct str act)
{
	for (size_t i = 0; i < c->p->steps.n; i++)
		if (str_eq(steps_of(c)[i].act, act))
			return true;
	return false;
}

static bool is_left_out(const struct proof *c, const char *act)
{
	const struct left_out *l = c->p->left_out.v;

	for (size_t i = 0; i < c->p->left_out.n; i++)
		if (str_is(l[i].act, act))
			return true;
	return false;
}

static const char *const moving_acts[] = {
#define ACT(ID, ...) #ID,
#include "tables/acts.def"
#undef ACT
};

static void check_acts(struct proof *c)
{
	const struct left_out *l = c->p->left_out.v;

	for (size_t i = 0; i < sizeof moving_acts / sizeof *moving_acts; i++) {
		struct str act = str_of(moving_acts[i]);
		if (proof_act_moves(act) && !on_road(c, act) && !is_left_out(c, moving_acts[i]))
			PROOF_WRONG(c, "road: act %s is on no step and not left_out with a reason: it can never happen", moving_acts[i]);
	}
	for (size_t i = 0; i < c->p->left_out.n; i++) {
		if (!proof_act_known(l[i].act))
			PROOF_WRONG(c, "road: left_out: no act '%.*s'", STR_ARG(l[i].act));
		else if (on_road(c, l[i].act))
			PROOF_WRONG(c, "road: act %.*s is left out and on the road", STR_ARG(l[i].act));
	}
}

static void check_reach(struct proof *c)
{
	struct search all = search(c, STR(""));

	for (size_t i = 0; i < c->p->stages.n; i++) {
		const struct road_stage *s = &stages_of(c)[i];
		size_t out = leaving(c, s->id);
		struct str path = path_to(&all, s->id);
		if (!all.by[i])
			PROOF_WRONG(c, "road: stage %.*s cannot be reached", STR_ARG(s->id));
		if (!s->final && !out)
			PROOF_WRONG(c, "road: dead end at stage %.*s: not final, and no step leaves it; path: %.*s", STR_ARG(s->id), STR_ARG(path));
		if (s->final && out)
			PROOF_WRONG(c, "road: stage %.*s is final, but a step leaves it; path: %.*s", STR_ARG(s->id), STR_ARG(path));
	}
}

/* Stages from which no final stage can be reached any more: a loop for ever. */
static void check_ends(struct proof *c)
{
	bool *ends = NEW_ARRAY(c->a, c->p->stages.n + 1, bool);
	struct search all = search(c, STR(""));

	for (size_t i = 0; i < c->p->stages.n; i++)
		ends[i] = stages_of(c)[i].final;
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < c->p->steps.n; i++) {
			size_t from = stage_index(c, steps_of(c)[i].from), to = stage_index(c, steps_of(c)[i].to);
			if (from < c->p->stages.n && !ends[from] && ends[to])
				ends[from] = more = true;
		}
	}
	for (size_t i = 0; i < c->p->stages.n; i++) {
		const struct road_stage *s = &stages_of(c)[i];
		struct str path = path_to(&all, s->id);
		if (!ends[i] && leaving(c, s->id))
			PROOF_WRONG(c, "road: from stage %.*s no final stage can be reached (a loop without end); path: %.*s", STR_ARG(s->id), STR_ARG(path));
	}
}

/* ---- what must come first ---- */

static bool guarded_stage(const struct road_proof *p, const struct road_stage *s)
{
	return (p->stage.n && str_eq(s->id, p->stage)) || (p->room.n && str_eq(s->room, p->room));
}

/* The shortest path to something the demand guards that goes round `after`; empty when there is none. */
static struct str way_round(struct proof *c, const struct road_proof *p, bool *guarded)
{
	struct search s = search(c, p->after);

	*guarded = false;
	for (size_t i = 0; i < c->p->steps.n; i++) {
		const struct road_step *step = &steps_of(c)[i];
		if (!p->act.n || !str_eq(step->act, p->act))
			continue;
		*guarded = true;
		if (can_stand(&s, step->from)) {
			struct str path = path_to(&s, step->from);
			return str_fmt(c->a, "%.*s -%.*s-> %.*s", STR_ARG(path), STR_ARG(step->act), STR_ARG(step->to));
		}
	}
	for (size_t i = 0; i < c->p->stages.n; i++) {
		if (!guarded_stage(p, &stages_of(c)[i]))
			continue;
		*guarded = true;
		if (s.by[i])
			return path_to(&s, stages_of(c)[i].id);
	}
	return STR("");
}

static struct str guarded_name(struct arena *a, const struct road_proof *p)
{
	if (p->act.n)
		return str_fmt(a, "act %.*s", STR_ARG(p->act));
	if (p->stage.n)
		return str_fmt(a, "stage %.*s", STR_ARG(p->stage));
	return str_fmt(a, "room %.*s", STR_ARG(p->room));
}

static void check_demands(struct proof *c)
{
	const struct road_proof *p = c->p->proofs.v;

	for (size_t i = 0; i < c->p->proofs.n; i++) {
		bool guarded;
		struct str path = way_round(c, &p[i], &guarded), what = guarded_name(c->a, &p[i]);
		if (!guarded)
			PROOF_WRONG(c, "road: always: %.*s is not on the road", STR_ARG(what));
		if (!on_road(c, p[i].after) && !policy_stage(c->p, p[i].after))
			PROOF_WRONG(c, "road: always: '%.*s' is neither an act nor a stage of the road", STR_ARG(p[i].after));
		else if (path.n)
			PROOF_WRONG(c, "road: clause %.*s: %.*s comes without %.*s before it; path: %.*s", STR_ARG(p[i].clause), STR_ARG(what),
				    STR_ARG(p[i].after), STR_ARG(path));
	}
}

static void check_built_in(struct proof *c)
{
	for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
		const struct built_in *b = &built_in[i];
		const struct road_proof p = { .act = str_of(b->act), .room = str_of(b->room), .after = str_of(b->after) };
		bool guarded;
		struct str path = way_round(c, &p, &guarded);
		if (path.n)
			PROOF_WRONG(c, "road: %s: no %s before; path: %.*s", b->why, b->after, STR_ARG(path));
	}
}

void proof_road(struct proof *c)
{
	for (size_t i = 0; i < c->p->steps.n; i++)
		check_step(c, &steps_of(c)[i]);
	check_acts(c);
	check_reach(c);
	check_ends(c);
	check_demands(c);
	check_built_in(c);
}

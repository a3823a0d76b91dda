/* road.yaml of a pack: stages, steps, what must hold on every path, acts left out, acts that take two persons.  Called by policy_parse() only. */
#include "rule/policy_read.h"

#include <string.h>

/* The keys of what happens when nobody acts: the same for a stage and for a line of `late:`. */
#define LATE_KEYS(TYPE, AT) \
	{ "remind", YAML_AS_INT, offsetof(TYPE, AT.remind), .may_miss = true, .min = 1, .max = 365 }, \
	{ "escalate_to", YAML_AS_TEXT, offsetof(TYPE, AT.escalate_to), .may_miss = true, .max = 40 }, \
	{ "escalate_after", YAML_AS_INT, offsetof(TYPE, AT.escalate_after), .may_miss = true, .min = 0, .max = 3650 }, \
	{ "lapse", YAML_AS_TEXT, offsetof(TYPE, AT.lapse), .may_miss = true, .max = 40 }, \
	{ "lapse_after", YAML_AS_INT, offsetof(TYPE, AT.lapse_after), .may_miss = true, .min = 0, .max = 3650 }

struct raw_late {
	struct road_late l;
	int64_t place;
};
static const struct yaml_key late_keys[] = {
	{ "owner", YAML_AS_TEXT, offsetof(struct raw_late, l.owner), .max = 40 },
	LATE_KEYS(struct raw_late, l),
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_late, place) },
};
static const struct yaml_shape late_shape = YAML_SHAPE(late_keys, struct raw_late);

struct raw_stage {
	struct road_stage s;
	struct str before;              /* a stage of the base in front of which this one stands */
	int64_t place;
};
static const struct yaml_key stage_keys[] = {
	{ "id", YAML_AS_TEXT, offsetof(struct raw_stage, s.id), .max = 40 },
	{ "room", YAML_AS_TEXT, offsetof(struct raw_stage, s.room), .max = 40 },
	{ "label", YAML_AS_TEXT, offsetof(struct raw_stage, s.label), .max = 40 },
	{ "label_en", YAML_AS_TEXT, offsetof(struct raw_stage, s.label_en), .max = 80 },
	{ "owner", YAML_AS_TEXT, offsetof(struct raw_stage, s.owner), .max = 40 },
	{ "days", YAML_AS_INT, offsetof(struct raw_stage, s.days), .min = 0, .max = 3650 },
	{ "no_limit", YAML_AS_TEXT, offsetof(struct raw_stage, s.no_limit), .may_miss = true, .min = 4, .max = 200 },
	{ "no_limit_en", YAML_AS_TEXT, offsetof(struct raw_stage, s.no_limit_en), .may_miss = true, .min = 4, .max = 300 },
	LATE_KEYS(struct raw_stage, s.late),
	{ "final", YAML_AS_FLAG, offsetof(struct raw_stage, s.final), .may_miss = true },
	{ "before", YAML_AS_TEXT, offsetof(struct raw_stage, before), .may_miss = true, .max = 40 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_stage, place) },
};
static const struct yaml_shape stage_shape = YAML_SHAPE(stage_keys, struct raw_stage);

struct raw_step {
	struct road_step s;
	int64_t place;
};
static const struct yaml_key step_keys[] = {
	{ "act", YAML_AS_TEXT, offsetof(struct raw_step, s.act), .max = 40 },
	{ "from", YAML_AS_TEXT, offsetof(struct raw_step, s.from), .max = 40 },
	{ "to", YAML_AS_TEXT, offsetof(struct raw_step, s.to), .max = 40 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_step, place) },
};
static const struct yaml_shape step_shape = YAML_SHAPE(step_keys, struct raw_step);

struct raw_proof {
	struct road_proof p;
	int64_t place;
};
static const struct yaml_key proof_keys[] = {
	{ "act", YAML_AS_TEXT, offsetof(struct raw_proof, p.act), .may_miss = true, .max = 40 },
	{ "stage", YAML_AS_TEXT, offsetof(struct raw_proof, p.stage), .may_miss = true, .max = 40 },
	{ "room", YAML_AS_TEXT, offsetof(struct raw_proof, p.room), .may_miss = true, .max = 40 },
	{ "after", YAML_AS_TEXT, offsetof(struct raw_proof, p.after), .max = 40 },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_proof, p.clause), .max = 12 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_proof, place) },
};
static const struct yaml_shape proof_shape = YAML_SHAPE(proof_keys, struct raw_proof);

static const struct yaml_key left_keys[] = {
	{ "act", YAML_AS_TEXT, offsetof(struct left_out, act), .max = 40 },
	{ "reason", YAML_AS_TEXT, offsetof(struct left_out, reason), .min = 4, .max = 300 },
};
static const struct yaml_shape left_shape = YAML_SHAPE(left_keys, struct left_out);

struct raw_eyes {
	struct four_eyes e;
	int64_t place;
};
static const struct yaml_key eyes_keys[] = {
	{ "act", YAML_AS_TEXT, offsetof(struct raw_eyes, e.act), .max = 40 },
	{ "author", YAML_AS_TEXTS, offsetof(struct raw_eyes, e.author), .may_miss = true, .max = 8 },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_eyes, e.clause), .max = 12 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_eyes, place) },
};
static const struct yaml_shape eyes_shape = YAML_SHAPE(eyes_keys, struct raw_eyes);

struct raw_road {
	struct rows stages, late, steps, always, left_out, four_eyes;
};
static const struct yaml_key road_keys[] = {
	{ "stages", YAML_AS_MAPS, offsetof(struct raw_road, stages), .may_miss = true, .max = 200, .sub = &stage_shape },
	{ "late", YAML_AS_MAPS, offsetof(struct raw_road, late), .may_miss = true, .max = 40, .sub = &late_shape },
	{ "steps", YAML_AS_MAPS, offsetof(struct raw_road, steps), .may_miss = true, .max = 1000, .sub = &step_shape },
	{ "always", YAML_AS_MAPS, offsetof(struct raw_road, always), .may_miss = true, .max = 200, .sub = &proof_shape },
	{ "left_out", YAML_AS_MAPS, offsetof(struct raw_road, left_out), .may_miss = true, .max = 200, .sub = &left_shape },
	{ "four_eyes", YAML_AS_MAPS, offsetof(struct raw_road, four_eyes), .may_miss = true, .max = 200, .sub = &eyes_shape },
};
static const struct yaml_shape road_shape = YAML_SHAPE(road_keys, struct raw_road);

static void take_late(struct pack_read *r, struct rows raw)
{
	const struct raw_late *s = raw.v;
	struct road_late *out = NEW_ARRAY(r->a, raw.n + 1, struct road_late);

	for (size_t i = 0; i < raw.n; i++) {
		r->p->late = (struct rows){ out, i };
		if (policy_late(r->p, s[i].l.owner))
			PACK_WRONG(r, "road.yaml", s[i].place, "late", "owner '%.*s' is given twice", STR_ARG(s[i].l.owner));
		out[i] = s[i].l;
	}
	r->p->late = (struct rows){ out, raw.n };
}

/* A stage that says nothing of lateness itself takes what the road says for its owner. */
static struct road_late late_of(const struct pack_read *r, const struct road_stage *s)
{
	struct road_late late = s->late;
	const struct road_late *general = policy_late(r->p, s->owner);

	if (general && !late.remind)
		late.remind = general->remind;
	if (general && !late.escalate_to.n) {
		late.escalate_to = general->escalate_to;
		late.escalate_after = general->escalate_after;
	}
	late.owner = s->owner;
	return late;
}

static void take_stages(struct pack_read *r, struct rows raw)
{
	const struct raw_stage *s = raw.v;
	struct road_stage *out = NEW_ARRAY(r->a, raw.n + 1, struct road_stage);

	for (size_t i = 0; i < raw.n; i++) {
		r->p->stages = (struct rows){ out, i };
		if (policy_stage(r->p, s[i].s.id) || str_is(s[i].s.id, "start"))
			PACK_WRONG(r, "road.yaml", s[i].place, "stages", "stage '%.*s' is given twice", STR_ARG(s[i].s.id));
		out[i] = s[i].s;
		out[i].late = late_of(r, &s[i].s);
		pack_word(r, s[i].s.label, s[i].s.label_en);
		pack_word(r, s[i].s.no_limit, s[i].s.no_limit_en);
	}
	r->p->stages = (struct rows){ out, raw.n };
}

static void stage_exists(struct pack_read *r, const char *path, int64_t place, struct str id)
{
	const struct road_stage *s = r->p->stages.v;
	const char **ids = NEW_ARRAY(r->a, r->p->stages.n + 1, const char *);

	if (!id.n || policy_stage(r->p, id))
		return;
	for (size_t i = 0; i < r->p->stages.n; i++)
		ids[i] = str_c(r->a, s[i].id);
	struct str like = yaml_like(r->a, id, ids);
	PACK_WRONG(r, "road.yaml", place, path, "no stage '%.*s'%.*s", STR_ARG(id), STR_ARG(like));
}

static bool same_step(const struct road_step *a, const struct road_step *b)
{
	return str_eq(a->act, b->act) && str_eq(a->from, b->from) && str_eq(a->to, b->to);
}

static void take_steps(struct pack_read *r, struct rows raw)
{
	const struct raw_step *s = raw.v;
	struct road_step *out = NEW_ARRAY(r->a, raw.n + 1, struct road_step);

	for (size_t i = 0; i < raw.n; i++) {
		if (!str_is(s[i].s.from, "start"))
			stage_exists(r, "steps.from", s[i].place, s[i].s.from);
		stage_exists(r, "steps.to", s[i].place, s[i].s.to);
		for (size_t k = 0; k < i; k++)
			if (same_step(&s[k].s, &s[i].s))
				PACK_WRONG(r, "road.yaml", s[i].place, "steps", "this step is given twice");
		out[i] = s[i].s;
	}
	r->p->steps = (struct rows){ out, raw.n };
}

static void take_proofs(struct pack_read *r, struct rows raw)
{
	const struct raw_proof *s = raw.v;
	struct road_proof *out = NEW_ARRAY(r->a, raw.n + 1, struct road_proof);

	for (size_t i = 0; i < raw.n; i++) {
		const struct road_proof *p = &s[i].p;
		if ((p->act.n != 0) + (p->stage.n != 0) + (p->room.n != 0) != 1)
			PACK_WRONG(r, "road.yaml", s[i].place, "always", "one of act, stage, room wanted");
		stage_exists(r, "always.stage", s[i].place, p->stage);
		if (!policy_clause(r->p, p->clause))
			PACK_WRONG(r, "road.yaml", s[i].place, "always.clause", "no clause '%.*s'", STR_ARG(p->clause));
		out[i] = *p;
	}
	r->p->proofs = (struct rows){ out, raw.n };
}

static const char *const act_names[] = {
#define ACT(ID, ...) #ID,
#include "tables/acts.def"
#undef ACT
	NULL
};

static void act_exists(struct pack_read *r, const char *path, int64_t place, struct str act)
{
	for (int i = 0; act_names[i]; i++)
		if (str_is(act, act_names[i]))
			return;
	struct str like = yaml_like(r->a, act, act_names);
	PACK_WRONG(r, "road.yaml", place, path, "no act '%.*s'%.*s", STR_ARG(act), STR_ARG(like));
}

static void take_eyes(struct pack_read *r, struct rows raw)
{
	const struct raw_eyes *s = raw.v;
	struct four_eyes *out = NEW_ARRAY(r->a, raw.n + 1, struct four_eyes);

	for (size_t i = 0; i < raw.n; i++) {
		const struct str *author = s[i].e.author.v;
		r->p->four_eyes = (struct rows){ out, i };
		act_exists(r, "four_eyes.act", s[i].place, s[i].e.act);
		for (size_t k = 0; k < s[i].e.author.n; k++)
			act_exists(r, "four_eyes.author", s[i].place, author[k]);
		if (policy_four_eyes(r->p, str_c(r->a, s[i].e.act)))
			PACK_WRONG(r, "road.yaml", s[i].place, "four_eyes", "act '%.*s' is given twice", STR_ARG(s[i].e.act));
		if (!policy_clause(r->p, s[i].e.clause))
			PACK_WRONG(r, "road.yaml", s[i].place, "four_eyes.clause", "no clause '%.*s'", STR_ARG(s[i].e.clause));
		out[i] = s[i].e;
	}
	r->p->four_eyes = (struct rows){ out, raw.n };
}

/* A stage of the pack stands where it says, not behind all stages of the base. */
static struct rows in_order(struct pack_read *r, struct rows raw)
{
	struct raw_stage *s = raw.v, moved;

	for (size_t i = 0; i < raw.n; i++) {
		size_t to = 0;
		while (to < i && !(s[i].before.n && str_eq(s[to].s.id, s[i].before)))
			to++;
		if (s[i].before.n && to == i)
			PACK_WRONG(r, "road.yaml", s[i].place, "stages.before", "no stage '%.*s' before this one", STR_ARG(s[i].before));
		moved = s[i];
		memmove(&s[to + 1], &s[to], (i - to) * sizeof *s);
		s[to] = moved;
	}
	return raw;
}

/* The base's road, then the pack's over it, list by list. */
static void lay_over(struct pack_read *r, const struct raw_road *base, struct raw_road *own)
{
	static const struct pack_part stages = { "stages", 1, { offsetof(struct raw_stage, s.id) } };
	static const struct pack_part steps = { "steps", 3, { offsetof(struct raw_step, s.act), offsetof(struct raw_step, s.from),
		offsetof(struct raw_step, s.to) } };
	static const struct pack_part always = { "always", 4, { offsetof(struct raw_proof, p.act), offsetof(struct raw_proof, p.stage),
		offsetof(struct raw_proof, p.room), offsetof(struct raw_proof, p.after) } };
	static const struct pack_part late = { "late", 1, { offsetof(struct raw_late, l.owner) } };
	static const struct pack_part eyes = { "four_eyes", 1, { offsetof(struct raw_eyes, e.act) } };
	static const struct pack_part left = { "left_out", 1, { offsetof(struct left_out, act) } };

	own->stages = pack_overlay(r, &stages, &stage_shape, base->stages, own->stages);
	own->steps = pack_overlay(r, &steps, &step_shape, base->steps, own->steps);
	own->late = pack_overlay(r, &late, &late_shape, base->late, own->late);
	own->always = pack_overlay(r, &always, &proof_shape, base->always, own->always);
	own->four_eyes = pack_overlay(r, &eyes, &eyes_shape, base->four_eyes, own->four_eyes);
	own->left_out = pack_overlay(r, &left, &left_shape, base->left_out, own->left_out);
}

void pack_read_road(struct pack_read *r)
{
	bool there, under;
	struct raw_road raw = { 0 }, below = { 0 };
	struct yaml_in in = pack_in(r, "road.yaml", &there), base = pack_in(r, "base/road.yaml", &under);

	if (there)
		yaml_map(&in, &road_shape, &raw);
	if (under && yaml_map(&base, &road_shape, &below))
		lay_over(r, &below, &raw);
	if (!there && !under)
		PACK_WRONG(r, "road.yaml", 100001, "", "the pack has no such file");
	else if (!raw.stages.n || !raw.steps.n)
		PACK_WRONG(r, "road.yaml", 100001, "", "a road has stages and steps");
	take_late(r, raw.late);
	take_stages(r, in_order(r, raw.stages));
	take_steps(r, raw.steps);
	take_proofs(r, raw.always);
	r->p->left_out = raw.left_out;
	take_eyes(r, raw.four_eyes);
}

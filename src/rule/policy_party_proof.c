/*
 * Wherever the road waits for somebody, somebody can act: the owner of a stage may do a step from it or something of its room, and a
 * stage of the place's own (stage_pass) has an owner who may do that act.  Knows roles.def only.  Called by policy_check() only.
 */
#include "rule/policy_proof.h"

static const struct may_line {
	const char *act, *role, *relation;
} may_lines[] = {
#define MAY(ACT, ROLE, RELATION) { #ACT, #ROLE, #RELATION },
#include "tables/roles.def"
};
#undef ROLE
#undef MAY
#undef SEE
static const struct act_room {
	const char *act, *room;
	bool moves;
} act_rooms[] = {
#define ACT(ID, ROOM, LABEL, TARGET, FORM, MOVES) { #ID, #ROOM, MOVES },
#include "tables/acts.def"
#undef ACT
};

/* The two sides of a case are units with a relation to it. */
static bool is_owner(struct str owner, const struct may_line *m)
{
	if (str_is(owner, "demander"))
		return str_is(STR("unit"), m->role) && (str_is(STR("DEMANDER"), m->relation) || str_is(STR("ANY"), m->relation));
	if (str_is(owner, "bidder"))
		return str_is(STR("unit"), m->role) && !str_is(STR("DEMANDER"), m->relation);
	return str_is(owner, m->role);
}

static bool owner_may(struct str owner, struct str act)
{
	for (size_t i = 0; i < sizeof may_lines / sizeof *may_lines; i++)
		if (str_is(act, may_lines[i].act) && is_owner(owner, &may_lines[i]))
			return true;
	return false;
}

/* Something beside the road that belongs to the stage's room: experts work in every panel, money moves while a project runs. */
static bool works_there(struct str owner, struct str room)
{
	for (size_t i = 0; i < sizeof act_rooms / sizeof *act_rooms; i++) {
		const struct act_room *a = &act_rooms[i];
		bool late = str_is(room, "milestone") || str_is(room, "acceptance");
		bool money = late && (str_is(STR("payment"), a->room) || str_is(STR("audit"), a->room));
		bool here = str_is(room, a->room) || money || (str_is(owner, "expert") && str_is(STR("panel"), a->room));
		if (!a->moves && here && owner_may(owner, str_of(a->act)))
			return true;
	}
	return false;
}

static void look_at_stage(struct proof *c, const struct road_stage *s)
{
	const struct road_step *step = c->p->steps.v;
	bool can = s->final || works_there(s->owner, s->room);

	for (size_t i = 0; i < c->p->steps.n; i++) {
		if (!str_eq(step[i].from, s->id))
			continue;
		bool may = owner_may(s->owner, step[i].act);
		can |= may;
		if ((str_is(step[i].act, "stage_pass") || str_is(step[i].act, "stage_back")) && !may)
			PROOF_WRONG(c, "road: stage %.*s belongs to %.*s, who may not do %.*s: nobody could", STR_ARG(s->id), STR_ARG(s->owner),
				    STR_ARG(step[i].act));
	}
	if (!can)
		PROOF_WRONG(c, "road: stage %.*s waits for %.*s, who can do nothing there", STR_ARG(s->id), STR_ARG(s->owner));
}

void proof_parties(struct proof *c)
{
	const struct road_stage *s = c->p->stages.v;

	for (size_t i = 0; i < c->p->stages.n; i++)
		look_at_stage(c, &s[i]);
}

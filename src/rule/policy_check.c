/*
 * policy_check(): does a parsed pack make sense as a whole?  Rules, clauses, names and words here; the road and its paths
 * in policy_road_proof.c; money, panels and rubrics in policy_figures.c.
 *
 * It knows the program only by its tables (rules, acts, roles, routes, rooms), so it can be asked without a store.
 */
#include <string.h>

#include "rule/policy_proof.h"
#include "rule/yaml.h"

void proof_wrong(struct proof *c, struct str what)
{
	struct str *v = c->found.v;

	if (c->found.n == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 64;
		v = NEW_ARRAY(c->a, c->cap, struct str);
		if (c->found.n)
			memcpy(v, c->found.v, c->found.n * sizeof *v);
		c->found.v = v;
	}
	v[c->found.n++] = what;
}

/* ---- the program's tables ---- */

static const struct act_line {
	const char *name;
	bool moves;
} act_lines[] = {
#define ACT(ID, ROOM, LABEL, TARGET, FORM, MOVES) { #ID, MOVES },
#include "tables/acts.def"
#undef ACT
};
static const char *const act_names[] = {
#define ACT(ID, ...) #ID,
#include "tables/acts.def"
#undef ACT
	NULL
};
static const char *const allowed[] = {
#define MAY(ACT, ROLE, RELATION) #ACT,
#include "tables/roles.def"
	NULL
};
#undef ROLE
#undef MAY
#undef SEE
static const char *const who_may[] = {
#define MAY(ACT, ROLE, RELATION) #ROLE "." #ACT,
#include "tables/roles.def"
	NULL
};
#undef ROLE
#undef MAY
#undef SEE
static const char *const roles[] = {
#define ROLE(ID, ...) #ID,
#include "tables/roles.def"
	NULL
};
#undef ROLE
#undef MAY
#undef SEE
/* The two sides of a case are relations of a unit, not roles of their own; nobody owns a finished case. */
static const char *const sides[] = { "demander", "bidder", "none", NULL };
static const char *const routes[] = {
#define ROUTE(ID, ...) #ID,
#include "tables/routes.def"
#undef ROUTE
	NULL
};
static const char *const rooms[] = {
#define ROOM(ID, ...) #ID,
#include "tables/stages.def"
#undef ROOM
	NULL
};

static bool among(const char *const *words, struct str s)
{
	for (; *words; words++)
		if (str_is(s, *words))
			return true;
	return false;
}

bool proof_act_known(struct str act)
{
	return among(act_names, act);
}

bool proof_act_allowed(struct str act)
{
	return among(allowed, act);
}

bool proof_act_moves(struct str act)
{
	for (size_t i = 0; i < sizeof act_lines / sizeof *act_lines; i++)
		if (str_is(act, act_lines[i].name))
			return act_lines[i].moves;
	return false;
}

struct str proof_like_act(struct arena *a, struct str act)
{
	return yaml_like(a, act, act_names);
}

/* ---- rules ---- */

static bool disabled(const struct policy *p, enum rule_id rule)
{
	const struct disabled_rule *d = p->disabled.v;

	for (size_t i = 0; i < p->disabled.n; i++)
		if (d[i].rule == rule)
			return true;
	return false;
}

static void check_rules(struct proof *c)
{
	const struct binding *b = c->p->bindings.v;

	for (int i = 0; i < RULE_COUNT; i++)
		if (!policy_enabled(c->p, (enum rule_id)i) && !disabled(c->p, (enum rule_id)i))
			PROOF_WRONG(c, "rule %s: neither bound nor disabled with a reason: it would not be judged", rule_infos[i].name);
	for (size_t i = 0; i < c->p->bindings.n; i++) {
		const struct str *id = b[i].clauses.v;
		if (!b[i].clauses.n && !b[i].program)
			PROOF_WRONG(c, "rule %s: enabled without a clause", rule_infos[b[i].rule].name);
		for (size_t k = 0; k < b[i].clauses.n; k++)
			if (!policy_clause(c->p, id[k]))
				PROOF_WRONG(c, "rule %s: no clause '%.*s'", rule_infos[b[i].rule].name, STR_ARG(id[k]));
	}
}

/* ---- clauses ---- */

static bool bound(const struct policy *p, struct str clause)
{
	const struct binding *b = p->bindings.v;

	for (size_t i = 0; i < p->bindings.n; i++) {
		const struct str *id = b[i].clauses.v;
		for (size_t k = 0; k < b[i].clauses.n; k++)
			if (str_eq(id[k], clause))
				return true;
	}
	const struct policy_limit *l = p->limits.v;
	for (size_t i = 0; i < p->limits.n; i++)
		if (str_eq(l[i].clause, clause))
			return true;
	const struct extra_field *x = p->extra.v;
	for (size_t i = 0; i < p->extra.n; i++)
		if (str_eq(x[i].clause, clause))
			return true;
	return false;
}

static bool looks_like_field(struct str s)
{
	const char *dot = memchr(s.p, '.', s.n);

	return dot && dot > s.p && dot + 1 < s.p + s.n;
}

static void check_clause_names(struct proof *c, const struct clause *l)
{
	const struct str *act = l->acts.v, *page = l->pages.v, *field = l->fields.v, *paper = l->papers.v;

	for (size_t i = 0; i < l->acts.n; i++) {
		struct str like = proof_like_act(c->a, act[i]);
		if (!proof_act_known(act[i]))
			PROOF_WRONG(c, "clause %.*s: no act '%.*s'%.*s", STR_ARG(l->id), STR_ARG(act[i]), STR_ARG(like));
	}
	for (size_t i = 0; i < l->pages.n; i++) {
		struct str like = yaml_like(c->a, page[i], routes);
		if (!among(routes, page[i]))
			PROOF_WRONG(c, "clause %.*s: no page '%.*s'%.*s", STR_ARG(l->id), STR_ARG(page[i]), STR_ARG(like));
	}
	for (size_t i = 0; i < l->fields.n; i++)
		if (!looks_like_field(field[i]))
			PROOF_WRONG(c, "clause %.*s: '%.*s' is not table.field", STR_ARG(l->id), STR_ARG(field[i]));
	for (size_t i = 0; i < l->papers.n; i++)
		if (!policy_paper(c->p, str_c(c->a, paper[i])))
			PROOF_WRONG(c, "clause %.*s: the pack has no paper '%.*s'", STR_ARG(l->id), STR_ARG(paper[i]));
}

/* The force that a clause's kind asks for has to be the force of one of its rules. */
static void check_force(struct proof *c, const struct clause *l)
{
	static const struct {
		char letter;
		enum force force;
		const char *name;
	} wanted[] = { { 'R', FORCE_MUST, "must" }, { 'N', FORCE_NORMALLY, "normally" }, { 'A', FORCE_ADVISE, "advise" } };
	const struct binding *b = c->p->bindings.v;
	bool given[3] = { false };
	size_t rules = 0;

	for (size_t i = 0; i < c->p->bindings.n; i++) {
		const struct str *id = b[i].clauses.v;
		for (size_t k = 0; k < b[i].clauses.n; k++) {
			if (!str_eq(id[k], l->id))
				continue;
			given[b[i].force] = true;
			rules++;
		}
	}
	for (size_t i = 0; rules && i < 3; i++)
		if (memchr(l->kind.p, wanted[i].letter, l->kind.n) && !given[wanted[i].force])
			PROOF_WRONG(c, "clause %.*s: of kind %.*s, but none of its rules has force %s", STR_ARG(l->id), STR_ARG(l->kind), wanted[i].name);
}

static void check_clauses(struct proof *c)
{
	const struct clause *l = c->p->clauses.v;

	for (size_t i = 0; i < c->p->clauses.n; i++) {
		check_clause_names(c, &l[i]);
		check_force(c, &l[i]);
		bool realised = l[i].acts.n || l[i].pages.n || l[i].fields.n || l[i].papers.n;
		if (l[i].manual.n && l[i].planned.n)
			PROOF_WRONG(c, "clause %.*s: manual and planned at once", STR_ARG(l[i].id));
		else if (!realised && !l[i].manual.n && !l[i].planned.n && !bound(c->p, l[i].id))
			PROOF_WRONG(c, "clause %.*s: bound to no rule, realised by nothing, and not marked manual with a reason", STR_ARG(l[i].id));
	}
}

/* ---- names, rooms, owners, forms ---- */

static void check_names(struct proof *c)
{
	const struct local_name *n = c->p->names.v;

	for (size_t i = 0; i < c->p->names.n; i++) {
		struct str like = yaml_like(c->a, n[i].role, roles);
		if (!among(roles, n[i].role) && !among(sides, n[i].role))
			PROOF_WRONG(c, "names: no role '%.*s'%.*s", STR_ARG(n[i].role), STR_ARG(like));
	}
	for (size_t i = 0; roles[i]; i++)
		if (!policy_local_name(c->p, roles[i]).n)
			PROOF_WRONG(c, "names: role %s has no local name", roles[i]);
}

/* What is said of lateness names roles and acts that are there, and an act by itself is one that the system may do. */
static void check_late(struct proof *c, const char *what, struct str id, const struct road_late *l)
{
	struct str like_role = yaml_like(c->a, l->escalate_to, roles), like_act = proof_like_act(c->a, l->lapse);

	if (l->escalate_to.n && !among(roles, l->escalate_to))
		PROOF_WRONG(c, "%s %.*s: escalate_to: no role '%.*s'%.*s", what, STR_ARG(id), STR_ARG(l->escalate_to), STR_ARG(like_role));
	if (l->escalate_to.n && str_eq(l->escalate_to, l->owner))
		PROOF_WRONG(c, "%s %.*s: escalates to '%.*s', who let it pass", what, STR_ARG(id), STR_ARG(l->owner));
	if (l->lapse.n && !proof_act_known(l->lapse))
		PROOF_WRONG(c, "%s %.*s: lapse: no act '%.*s'%.*s", what, STR_ARG(id), STR_ARG(l->lapse), STR_ARG(like_act));
	else if (l->lapse.n && !among(who_may, str_join(c->a, STR("system"), ".", l->lapse)))
		PROOF_WRONG(c, "%s %.*s: lapse: act '%.*s' is not one that happens by itself", what, STR_ARG(id), STR_ARG(l->lapse));
	if (l->lapse.n && str_is(str_of(what), "stage") && !policy_step(c->p, id, str_c(c->a, l->lapse)))
		PROOF_WRONG(c, "%s %.*s: lapse: the road has no step of '%.*s' from there", what, STR_ARG(id), STR_ARG(l->lapse));
}

/* Every limit has an owner and an end: what happens when nobody acts. */
static void check_limit(struct proof *c, const struct road_stage *s)
{
	check_late(c, "stage", s->id, &s->late);
	if (s->final)
		return;
	if (s->days && s->no_limit.n)
		PROOF_WRONG(c, "stage %.*s: a limit of %lld days and a reason for none at once", STR_ARG(s->id), (long long)s->days);
	if (!s->days && !s->no_limit.n)
		PROOF_WRONG(c, "stage %.*s: no limit (days: 0) and no reason why (no_limit)", STR_ARG(s->id));
	if (s->days && !s->late.escalate_to.n && !s->late.lapse.n)
		PROOF_WRONG(c, "stage %.*s: a limit of %lld days, and nothing happens when %.*s lets it pass (escalate_to or lapse, here or under late)",
			STR_ARG(s->id), (long long)s->days, STR_ARG(s->owner));
}

static void check_owners(struct proof *c)
{
	const struct road_late *l = c->p->late.v;

	for (size_t i = 0; i < c->p->late.n; i++) {
		struct str like = yaml_like(c->a, l[i].owner, roles);
		if (!among(roles, l[i].owner) && !among(sides, l[i].owner))
			PROOF_WRONG(c, "late: no role '%.*s'%.*s", STR_ARG(l[i].owner), STR_ARG(like));
		check_late(c, "late", l[i].owner, &l[i]);
	}
}

static void check_stages(struct proof *c)
{
	const struct road_stage *s = c->p->stages.v;

	for (size_t i = 0; i < c->p->stages.n; i++) {
		struct str like_room = yaml_like(c->a, s[i].room, rooms), like_role = yaml_like(c->a, s[i].owner, roles);
		if (!among(rooms, s[i].room))
			PROOF_WRONG(c, "stage %.*s: no room '%.*s'%.*s", STR_ARG(s[i].id), STR_ARG(s[i].room), STR_ARG(like_room));
		if (!among(roles, s[i].owner) && !among(sides, s[i].owner))
			PROOF_WRONG(c, "stage %.*s: no role '%.*s'%.*s", STR_ARG(s[i].id), STR_ARG(s[i].owner), STR_ARG(like_role));
		if (!s[i].final && str_is(s[i].owner, "none"))
			PROOF_WRONG(c, "stage %.*s: nobody has to act there", STR_ARG(s[i].id));
		check_limit(c, &s[i]);
	}
}

struct rows policy_check(struct arena *a, const struct policy *p)
{
	struct proof c = { .a = a, .p = p };

	check_rules(&c);
	check_clauses(&c);
	check_names(&c);
	check_owners(&c);
	check_stages(&c);
	proof_road(&c);
	proof_figures(&c);
	proof_parties(&c);
	proof_states(&c);
	return c.found;
}

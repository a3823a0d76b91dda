/* Who and what a story means by a name. */
#include "story/world.h"

bool story_actor_find(struct story_world *w, struct str name, struct story_actor *out)
{
	struct story_key key = { .programme = w->pg->id, .name = name, .taint = w->taint };
	struct rows roles = { 0 };
	*out = (struct story_actor){ 0 };
	if (str_eq(name, word_text(WORD_story_public)) || str_eq(name, word_text(WORD_story_system))) {
		out->role = str_eq(name, word_text(WORD_story_public)) ? STR("public") : STR("system");
		return true;
	}
	roles = w->pg->policy->names;
	if (db_one(w->db, w->act, "story_actor_named", &key, out))
		return true;
	const struct local_name *n = roles.v;           /* the pack's own name of an office: its first person */
	for (size_t i = 0; i < roles.n; i++) {
		if (!str_eq(n[i].name, name))
			continue;
		key.name = str_fmt(w->act, "%.*s-office", STR_ARG(n[i].role));
		return db_one(w->db, w->act, "story_actor_named", &key, out);
	}
	return false;
}

static int64_t by_name(struct story_world *w, const char *statement, struct str name)
{
	struct story_key key = { .programme = w->pg->id, .challenge = w->challenge, .name = name, .taint = w->taint };
	struct id_key found;
	return db_one(w->db, w->act, statement, &key, &found) ? found.id : 0;
}

static int64_t person_named(struct story_world *w, struct str name)
{
	struct story_actor who;
	return story_actor_find(w, name, &who) ? who.id : 0;
}

/* A variable, a number, or a name: of a person, an organisation, a case, in the order that the kind suggests. */
int64_t story_thing_find(struct story_world *w, const char *kind, struct str name)
{
	int64_t id = 0;
	struct str value = name.n ? story_value(w, str_c(w->act, name)) : STR("");
	if (value.n && str_int(value, &id))
		return id;
	if (str_int(name, &id))
		return id;
	bool person = str_is(str_of(kind), "person"), challenge = str_is(str_of(kind), "challenge");
	if (challenge && (id = by_name(w, "story_challenge_named", name)))
		return id;
	if (person && (id = person_named(w, name)))
		return id;
	if ((id = by_name(w, "story_org_named", name)))
		return id;
	if ((id = person_named(w, name)))
		return id;
	return by_name(w, "story_challenge_named", name);
}

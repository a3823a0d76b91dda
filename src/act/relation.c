/*
 * What ties a person to a case or a thing: asked once here, for acts and for pages alike.
 */
#include "act/door.h"

/* A thing's case stands in its row's column `challenge`; offices' things (round, list, org, person, relation) have none. */
int64_t target_challenge(struct db *db, struct arena *a, const char *kind, int64_t target, bool *found)
{
	*found = true;
	struct str k = str_of(kind);
	if (str_is(k, "none"))
		return 0;
	if (str_is(k, "challenge"))
		return target;
	struct str table = str_is(k, "list") ? STR("challenge_list") : k;
	struct str text = db_row_text(db, a, table, target);
	*found = text.n > 0;
	while (text.n) {
		struct str line = str_cut(&text, '\n');
		struct str name = str_cut(&line, '=');
		int64_t id = 0;
		if (str_is(name, "challenge") && str_int(line, &id))
			return id;
	}
	return 0;
}

static unsigned case_relations(struct db *db, struct arena *a, int64_t challenge, int64_t panel, int64_t person, int64_t org)
{
	struct relation_key key = { .challenge = challenge, .target = panel, .person = person, .org = org };
	struct relation_answer in;
	if (!db_one(db, a, "relations_of_case", &key, &in))
		return 0;
	return (in.demander ? REL_DEMANDER : 0) | (in.bidder ? REL_BIDDER : 0) | (in.awardee ? REL_AWARDEE : 0)
		| (in.seated ? REL_SEATED : 0) | (in.chair ? REL_CHAIR : 0)
		| (in.auditor ? REL_AUDITOR : 0);
}

/* Is the thing my own?  An organisation that is mine; a person that is me or of my organisation. */
static bool own(struct db *db, struct arena *a, struct str kind, int64_t target, int64_t person, int64_t org)
{
	if (str_is(kind, "org"))
		return target == org;
	if (!str_is(kind, "person"))
		return false;
	struct relation_key key = { .target = target, .person = person, .org = org };
	struct count_row n;
	return target == person || (org && db_one(db, a, "relation_same_org", &key, &n) && n.n);
}

unsigned relations_of(struct db *db, struct arena *a, int64_t person, int64_t org, const char *target_kind, int64_t target)
{
	unsigned rel = REL_ANY;
	struct str kind = str_of(target_kind);
	if (!person)
		return rel;
	if (own(db, a, kind, target, person, org))
		rel |= REL_SELF;
	bool found;
	int64_t challenge = target_challenge(db, a, target_kind, target, &found);
	if (challenge)
		rel |= case_relations(db, a, challenge, str_is(kind, "panel") ? target : 0, person, org);
	if (str_is(kind, "bid") && (rel & REL_BIDDER)) {
		struct relation_key key = { .target = target, .org = org };
		struct count_row n;
		if (!db_one(db, a, "relation_own_bid", &key, &n) || !n.n)
			rel &= ~(unsigned)REL_BIDDER;
	}
	return rel;
}

/* Acts of a horse race are done on its project; their steps from other stages are what they do to the runners. */
static bool of_project(const struct act_info *act, const struct challenge_row *c)
{
	return !str_is(str_of(act->room), "race") || str_starts(c->stage, "race.");
}

/* Has this organisation said what the act would say? */
static bool said(struct db *db, struct arena *a, int64_t act, int64_t challenge, int64_t org)
{
	struct relation_key key = { .challenge = challenge, .org = org };
	struct count_row n;

	return act == ACT_termination_hear && db_one(db, a, "relation_spoken", &key, &n) && n.n;
}

struct rows acts_open(struct db *db, struct arena *a, const struct programme *pg, int64_t challenge, struct act_person who)
{
	struct challenge_row c;
	struct id_key key = { .id = challenge };
	if (!db_one(db, a, "challenge_read", &key, &c))
		return (struct rows){ 0 };
	const struct policy *p = programme_pack(pg, c.pack);
	unsigned rel = relations_of(db, a, who.person, who.org, "challenge", challenge);
	int64_t *acts = NEW_ARRAY(a, ACT_COUNT, int64_t);
	size_t n = 0;
	for (int64_t i = 0; i < ACT_COUNT; i++)
		if (act_infos[i].moves && of_project(&act_infos[i], &c) && str_is(str_of(act_infos[i].target), "challenge")
			&& policy_step(p, c.stage, act_infos[i].name)
			&& may_act((enum act_id)i, who.role, rel) && !said(db, a, i, challenge, who.org))
			acts[n++] = i;
	return (struct rows){ acts, n };
}

const struct policy *programme_pack(const struct programme *pg, struct str digest)
{
	const struct policy *const *p = pg->packs.v;
	for (size_t i = 0; i < pg->packs.n; i++)
		if (str_eq(p[i]->digest, digest))
			return p[i];
	return pg->policy;
}

/* One act of a story: who, what, on which thing, through the door; what it made is remembered. */
#include <string.h>

#include "act/journal.h"
#include "base/hash.h"
#include "story/world.h"

static bool act_allowed_here(const struct story_world *w, enum act_id id)
{
	struct str stage = w->stage.n ? w->stage : STR("start");
	return !act_infos[id].moves || policy_step(w->pg->policy, stage, act_infos[id].name) != NULL;
}

/* By name or label; when two acts have the label, the one that the road has from where the case stands. */
static bool act_called(const struct story_world *w, struct str name, enum act_id *out)
{
	bool found = false;
	for (int i = 0; i < ACT_COUNT; i++) {
		if (str_is(name, act_infos[i].name)) {
			*out = (enum act_id)i;
			return true;
		}
		if (!str_is(name, act_infos[i].label) || (found && !act_allowed_here(w, (enum act_id)i)))
			continue;
		*out = (enum act_id)i;
		found = true;
	}
	return found;
}

static const char *table_of(const char *kind)
{
	return strcmp(kind, "list") == 0 ? "challenge_list" : kind;
}

static bool target_find(struct story_world *w, const struct story_act *s, const struct act_info *info, int64_t *target)
{
	struct str name;
	*target = 0;
	if (strcmp(info->target, "none") == 0)
		return true;
	if (!story_replace(w, s->target, &name))
		return false;
	if (!name.n)
		*target = strcmp(info->target, "challenge") == 0 ? w->challenge : story_thing_find(w, "", str_of(table_of(info->target)));
	else
		*target = story_thing_find(w, info->target, name);
	if (*target)
		return true;
	w->error = word(w->a, name.n ? WORD_story_e_target : WORD_story_e_no_target, "what", str_c(w->a, name), "kind", info->target, NULL);
	return false;
}

/* Rows that acts are about also get a number in the order they come into being: $payment.4 */
static void number_row(struct story_world *w, const struct journal_item *item)
{
	const char *table = str_c(w->act, item->tbl);
	bool target = false;
	int64_t n = 1;
	for (int i = 0; i < ACT_COUNT; i++)
		target |= strcmp(table_of(act_infos[i].target), table) == 0;
	if (!target || item->row_id >> 10 != item->journal >> 10)
		return;
	while (story_value(w, str_fmt(w->act, "%s.%lld", table, (long long)n).p).n)
		n++;
	story_set(w, str_fmt(w->act, "%s.%lld", table, (long long)n), str_fmt(w->act, "%lld", (long long)item->row_id));
}

/* What the act wrote, by its line: the lowest id of each table (or what it made) becomes $table. */
void story_remember(struct story_world *w, const struct act_result *r)
{
	struct journal_key key = { .journal = (w->pg->id << 42) | (r->seq << 10) };
	struct rows items = db_all(w->db, w->act, "journal_items", &key);
	const struct journal_item *item = items.v;
	for (size_t i = 0; i < items.n; i++) {
		number_row(w, &item[i]);
		bool first = true, is_made = item[i].row_id == r->made;
		for (size_t k = 0; k < items.n; k++)
			if (k != i && str_eq(item[k].tbl, item[i].tbl) && (is_made ? false : item[k].row_id < item[i].row_id || item[k].row_id == r->made))
				first = false;
		if (first)
			story_set(w, item[i].tbl, str_fmt(w->act, "%lld", (long long)item[i].row_id));
	}
	story_set(w, STR("last"), str_fmt(w->act, "%lld", (long long)r->made));
	if (!r->challenge)
		return;
	w->challenge = r->challenge;
	w->stage = str_copy(w->a, r->stage);
	story_set(w, STR("case"), str_fmt(w->act, "%lld", (long long)r->challenge));
}

void story_turn(struct story_world *w, int64_t challenge)
{
	struct challenge_row c = { 0 };
	struct id_key key = { .id = challenge };
	db_one(w->db, w->act, "challenge_read", &key, &c);
	w->challenge = c.id;
	w->stage = str_copy(w->a, c.stage);
	story_set(w, STR("case"), str_fmt(w->act, "%lld", (long long)c.id));
}

bool story_request(struct story_world *w, const struct story_act *s, struct act_request *q)
{
	struct story_actor who;
	enum act_id id = ACT_COUNT;
	struct str actor;
	if (!story_replace(w, s->actor, &actor))
		return false;
	if (!story_actor_find(w, actor, &who))
		return story_fail(w, WORD_story_e_actor, actor);
	if (!act_called(w, s->act, &id))
		return story_fail(w, WORD_story_e_act, s->act);
	struct str key = str_fmt(w->act, "story-%lld", (long long)++w->tries);
	*q = (struct act_request){ .act = id, .programme = w->pg->id, .person = who.id, .org = who.org, .key = key, .now = w->now,
		.seed = hash_text(w->act, HASH_SHA256, key) };
	if (!role_find(who.role, &q->role))
		return story_fail(w, WORD_story_e_actor, actor);
	if (!target_find(w, s, &act_infos[id], &q->target))
		return false;
	q->form = act_form(w->act, act_policy(w->db, w->act, w->pg, id, q->target), id);
	return true;
}

bool story_act_run(struct story_world *w, const struct story_act *s)
{
	struct act_request q;
	struct rows errors = { 0 };
	struct act_result r = { .answer = ANSWER_FAULT };
	if (!story_request(w, s, &q))
		return false;
	void *in = arena_alloc(w->act, q.form->size);
	if (!story_form(w, s, &q, in, &errors))
		return false;
	q.in = in;
	if (!errors.n)
		r = act_press(w->db, w->act, w->pg, &q);
	if (!errors.n && r.answer == ANSWER_DONE) {
		w->acts++;
		story_remember(w, &r);
		if (q.act == ACT_objection_file)
			story_set(w, STR("code"), act_code(w->act, q.seed));
		if (s->keep.n && !(r.waiting && s->more))
			story_set(w, s->keep, str_fmt(w->act, "%lld", (long long)r.made));
	}
	if (w->watch && !errors.n)
		w->watch(w->watch_ctx, s, &q, &r);
	if (r.waiting && s->more && !errors.n)
		return true;            /* the one named behind signs second: what the story says comes of that */
	return story_expect(w, s, &r, errors);
}

/*
 * Reading demands: the version that counts, the public wordings, who may read which.  Writes nothing.
 */
#include "life/1-need/need.h"

#include "base/choice.h"
#include "base/word.h"

/* The confidential wording back in its place, the public one beside it, as the demander wrote them. */
static void put_back(struct str *now, struct str *shown, struct str body)
{
	*shown = *now;
	*now = body;
}

static void restore_need(struct need_row *n, const struct need_confidential_row *k)
{
	if (str_is(k->field, "title"))
		put_back(&n->title, &n->title_public, k->body);
	else if (str_is(k->field, "problem"))
		put_back(&n->problem, &n->problem_public, k->body);
	else if (str_is(k->field, "goal"))
		put_back(&n->goal, &n->goal_public, k->body);
	else if (str_is(k->field, "conditions"))
		put_back(&n->conditions, &n->conditions_public, k->body);
}

static void restore_indicator(struct need_indicator_row *i, const struct need_confidential_row *k)
{
	if (str_is(k->field, "target"))
		put_back(&i->target, &i->target_public, k->body);
	else if (str_is(k->field, "existing"))
		i->existing = k->body;
	else if (str_is(k->field, "comparison"))
		i->comparison = k->body;
	else if (str_is(k->field, "unit"))
		i->unit = k->body;
}

static void restore(struct db *db, struct arena *a, struct need_row *n, struct rows indicators)
{
	struct rows all = db_all(db, a, "need_confidential_of", &(struct need_key){ .need = n->id });
	const struct need_confidential_row *k = all.v;
	struct need_indicator_row *i = indicators.v;

	for (size_t j = 0; j < all.n; j++) {
		if (!k[j].n)
			restore_need(n, &k[j]);
		for (size_t m = 0; m < indicators.n; m++)
			if (k[j].n && i[m].n == k[j].n)
				restore_indicator(&i[m], &k[j]);
	}
}

static void fill(struct db *db, struct arena *a, struct need_full *out)
{
	struct need_key key = { .need = out->need.id };

	out->indicators = db_all(db, a, "need_indicators_of", &key);
	out->dates = db_all(db, a, "need_dates_of", &key);
	out->invited = db_all(db, a, "need_invited_of", &key);
	restore(db, a, &out->need, out->indicators);
}

static void hide(struct str *now, struct str *shown)
{
	if (shown->n)
		*now = *shown;
	*shown = (struct str){ 0 };
}

void need_blur(struct need_full *n)
{
	struct need_indicator_row *i = n->indicators.v;

	hide(&n->need.title, &n->need.title_public);
	hide(&n->need.problem, &n->need.problem_public);
	hide(&n->need.goal, &n->need.goal_public);
	hide(&n->need.conditions, &n->need.conditions_public);
	for (size_t k = 0; k < n->indicators.n; k++) {
		if (!i[k].target_public.n)
			continue;
		hide(&i[k].target, &i[k].target_public);
		i[k].existing = i[k].unit = (struct str){ 0 };
		i[k].comparison = STR("quality");
	}
}

bool need_current(struct db *db, struct arena *a, int64_t challenge, struct need_full *out)
{
	struct challenge_key key = { .challenge = challenge };

	*out = (struct need_full){ 0 };
	if (!db_one(db, a, "need_latest", &key, &out->need))
		return false;
	fill(db, a, out);
	return true;
}

bool need_version(struct db *db, struct arena *a, int64_t challenge, int64_t version, struct need_full *out)
{
	struct need_key key = { .challenge = challenge, .version = version };

	*out = (struct need_full){ 0 };
	if (!db_one(db, a, "need_by_version", &key, &out->need))
		return false;
	fill(db, a, out);
	return true;
}

bool need_challenge(struct db *db, struct arena *a, int64_t challenge, struct challenge_row *out)
{
	struct id_key key = { .id = challenge };

	return db_one(db, a, "need_challenge_read", &key, out);
}

int64_t need_total_fen(const struct need_row *n)
{
	return n->pay_fen + n->fiscal_fen + n->other_fen;
}

static struct str in_words(struct arena *a, struct str comparison, struct str target, struct str unit)
{
	enum word_id id = str_is(comparison, "ge") ? WORD_need_ge : str_is(comparison, "le") ? WORD_need_le
		: str_is(comparison, "eq") ? WORD_need_eq : WORD_need_as;

	return str_trim(word(a, id, "target", str_c(a, target), "unit", str_c(a, unit), NULL));
}

struct str need_wanted(struct arena *a, const struct need_indicator_row *i)
{
	return in_words(a, i->comparison, i->target, i->unit);
}

struct str need_wanted_public(struct arena *a, const struct need_indicator_row *i)
{
	return i->target_public.n ? i->target_public : need_wanted(a, i);
}

enum need_sight need_sight(struct db *db, struct arena *a, int64_t challenge, const struct need_reader *who)
{
	struct viewer_key key = { .programme = who->programme, .challenge = challenge, .person = who->person, .org = who->org,
		.role = str_of(role_name(who->role)) };
	struct count_row n;

	if (!db_one(db, a, "need_sight", &key, &n))
		return NEED_UNSEEN;
	return who->relations & REL_AWARDEE ? NEED_WHOLE : (enum need_sight)n.n;
}

static void fill_public(struct db *db, struct arena *a, struct need_public_row *row)
{
	struct need_key key = { .need = row->need };

	row->indicators = db_all(db, a, "need_indicators_of", &key);
}

struct rows need_public_list(struct db *db, struct arena *a, const struct need_public_key *key)
{
	struct rows rows = db_all(db, a, "need_public", key);
	struct need_public_row *v = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		fill_public(db, a, &v[i]);
	return rows;
}

int64_t need_public_total(struct db *db, struct arena *a, const struct need_public_key *key)
{
	struct count_row n;

	return db_one(db, a, "need_public_count", key, &n) ? n.n : 0;
}

bool need_public_find(struct db *db, struct arena *a, const struct need_public_key *key, struct need_public_row *out)
{
	if (!db_one(db, a, "need_public_one", key, out))
		return false;
	fill_public(db, a, out);
	return true;
}

bool need_public_wording(struct db *db, struct arena *a, int64_t challenge, struct need_public_row *out)
{
	struct challenge_key key = { .challenge = challenge };

	if (!db_one(db, a, "need_public_any", &key, out))
		return false;
	fill_public(db, a, out);
	return true;
}

struct str need_link(struct arena *a, int64_t challenge, const char *tail)
{
	return str_fmt(a, "/challenges/%lld%s", (long long)challenge, tail);
}

struct str need_label(struct arena *a, const struct policy *p, const char *of, struct str code)
{
	struct rows list = choices_builtin(a, of);

	return choice_label(list.n ? list : policy_list(p, of), code);
}

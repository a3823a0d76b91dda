/*
 * The search: one walk over the relations from one unit (affiliation.sql), read back here as a path in words.
 *
 * Reads only; for rules' facts and pages of any room.
 */
#include <assert.h>

#include "base/choice.h"
#include "base/word.h"
#include "across/affiliation/affiliation.h"
#include "across/party/party.h"

struct walk {
	const struct affiliation_step_row *v;   /* certain ones first, then by steps */
	size_t n;
	struct rows kinds;                      /* labels of relation kinds */
};

static struct str node_of(struct arena *a, const struct affiliation_member_row *unit)
{
	return str_join(a, unit->credit_code.n ? STR("c:") : STR("w:"), "", unit->credit_code.n ? unit->credit_code : unit->name);
}

static struct walk walk_from(struct db *db, struct arena *a, struct affiliation_key key, const struct affiliation_member_row *from)
{
	assert(key.depth >= 1 && key.depth <= AFFILIATION_DEPTH_MAX);
	key.from_node = node_of(a, from);
	key.from_name = from->name;
	struct rows rows = db_all(db, a, "affiliation_walk", &key);
	return (struct walk){ rows.v, rows.n, choices_builtin(a, "relation_kind") };
}

/* The step that leads to where `to` begins. */
static const struct affiliation_step_row *step_before(const struct walk *w, const struct affiliation_step_row *to)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct affiliation_step_row *s = &w->v[i];

		if (s->steps == to->steps - 1 && s->doubt == to->prev_doubt && str_eq(s->node, to->prev) && str_eq(s->name, to->prev_name))
			return s;
	}
	return NULL;
}

static struct str share_text(struct arena *a, int64_t share)
{
	if (!share)
		return (struct str){ 0 };
	if (share % 100 == 0)
		return str_fmt(a, " %lld%%", (long long)(share / 100));
	return str_fmt(a, " %lld.%02lld%%", (long long)(share / 100), (long long)(share % 100));
}

static struct str path_of(struct arena *a, const struct walk *w, const struct affiliation_step_row *end)
{
	const struct affiliation_step_row *way[AFFILIATION_DEPTH_MAX + 1];
	int n = 0;

	for (const struct affiliation_step_row *s = end; s && s->steps > 0; s = step_before(w, s))
		way[n++] = s;
	if (!n)
		return end->name;
	struct str path = way[n - 1]->prev_name;
	while (n--) {
		struct str label = str_join(a, choice_label(w->kinds, way[n]->kind), "", share_text(a, way[n]->share));

		path = word(a, way[n]->forward ? WORD_affiliation_forward : WORD_affiliation_backward, "path", str_c(a, path),
			"kind", str_c(a, label), "to", str_c(a, way[n]->name), NULL);
	}
	return path;
}

/* The best-founded way to a unit. Somebody of its name without a code is only perhaps this unit. */
static struct affiliation answer(struct arena *a, const struct walk *w, const struct affiliation_member_row *to)
{
	struct str node = node_of(a, to), weak = str_join(a, STR("w:"), "", to->name);
	const struct affiliation_step_row *perhaps = NULL;

	for (size_t i = 0; i < w->n; i++) {
		const struct affiliation_step_row *s = &w->v[i];
		bool same = str_eq(s->node, node);

		if (same && to->credit_code.n && !s->doubt)
			return (struct affiliation){ BROKEN, path_of(a, w, s), s->steps };
		if (!perhaps && (same || str_eq(s->node, weak)))
			perhaps = s;
	}
	if (perhaps)
		return (struct affiliation){ UNKNOWN, path_of(a, w, perhaps), perhaps->steps };
	return (struct affiliation){ .outcome = HOLDS };
}

struct affiliation affiliation_of_units(struct db *db, struct arena *a, const struct affiliation_question *q)
{
	struct affiliation_key key = { .programme = q->programme, .day = q->day, .depth = q->depth };
	struct walk w = walk_from(db, a, key, &q->from);

	return answer(a, &w, &q->to);
}

struct affiliation affiliation_between(struct db *db, struct arena *arena, int64_t a, int64_t b, int64_t day, int64_t depth)
{
	struct org_row from, to;

	if (!org_find(db, arena, a, &from) || !org_find(db, arena, b, &to))
		return (struct affiliation){ .outcome = UNKNOWN };
	if (a == b)
		return (struct affiliation){ BROKEN, from.name, 0 };
	struct affiliation_question q = { from.programme, day, depth, { from.name, from.credit_code }, { to.name, to.credit_code } };
	return affiliation_of_units(db, arena, &q);
}

static struct affiliation worse(struct affiliation a, struct affiliation b)
{
	static const int weight[] = { [HOLDS] = 0, [UNKNOWN] = 1, [BROKEN] = 2 };

	return weight[b.outcome] > weight[a.outcome] ? b : a;
}

/* A person's finding stands as long as the search finds the same path. */
static void settle(struct db *db, struct arena *a, int64_t bid, struct affiliation *out)
{
	struct affiliation_key key = { .bid = bid };
	struct rows rows = db_all(db, a, "affiliation_findings", &key);
	const struct affiliation_finding_row *f = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		if (str_eq(f[i].path, out->path)) {
			out->outcome = str_is(f[i].result, "holds") ? HOLDS : BROKEN;
			return;
		}
}

struct affiliation affiliation_of_bid(struct db *db, struct arena *a, int64_t bid, int64_t day, int64_t depth)
{
	struct affiliation_key key = { .bid = bid, .day = day, .depth = depth };
	struct affiliation_pair_row demander;
	struct affiliation out = { .outcome = HOLDS };

	if (!db_one(db, a, "affiliation_bid_demander", &key, &demander))
		return (struct affiliation){ .outcome = UNKNOWN };
	struct affiliation_member_row from = { demander.name, demander.credit_code };
	struct rows rows = db_all(db, a, "affiliation_bid_members", &key);
	const struct affiliation_member_row *m = rows.v;
	key.programme = demander.programme;
	struct walk w = walk_from(db, a, key, &from);
	for (size_t i = 0; i < rows.n; i++) {
		struct affiliation one = answer(a, &w, &m[i]);

		if (one.outcome == UNKNOWN)
			settle(db, a, bid, &one);
		out = worse(out, one);
	}
	return out;
}

bool affiliation_of_person(struct db *db, struct arena *a, int64_t person, struct str credit_code, int64_t day)
{
	struct affiliation_key key = { .from_node = str_fmt(a, "p:%lld", (long long)person), .code = str_join(a, STR("c:"), "", credit_code), .day = day };
	struct count_row n;

	return credit_code.n && db_one(db, a, "affiliation_person_direct", &key, &n) && n.n > 0;
}

static bool listed(const struct affiliation_path_view *v, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(v[i].other, name))
			return true;
	return false;
}

struct rows affiliation_around(struct db *db, struct arena *a, int64_t org, int64_t day, int64_t depth)
{
	struct affiliation_key key = { .day = day, .depth = depth };
	struct org_row o;

	if (!org_find(db, a, org, &o))
		return (struct rows){ 0 };
	struct affiliation_member_row from = { o.name, o.credit_code };
	key.programme = o.programme;
	struct walk w = walk_from(db, a, key, &from);
	struct affiliation_path_view *v = NEW_ARRAY(a, w.n + 1, struct affiliation_path_view);
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++) {
		const struct affiliation_step_row *s = &w.v[i];

		if (!s->steps || str_eq(s->name, o.name) || str_starts(s->node, "p:") || str_starts(s->node, "n:") || listed(v, n, s->name))
			continue;
		v[n++] = (struct affiliation_path_view){ .other = s->name, .path = path_of(a, &w, s), .steps = s->steps, .unsure = s->doubt };
	}
	return (struct rows){ v, n };
}

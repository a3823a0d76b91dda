/*
 * Two nodes racing for the pen: the rest of a script, every act sent to two connections at the same moment, with the same key (an answer got lost and
 * the other node is asked) or with keys of their own (two people press the same button).  What is done is done once; the book holds.
 */
#include "sim/sim.h"

#include <pthread.h>
#include <stdio.h>

#include "act/verify.h"

struct node {
	struct db *db;
	struct arena *a;
	const struct programme *pg;
	struct act_request q;
	struct act_result r;
	pthread_barrier_t *together;
};

static void *press(void *arg)
{
	struct node *n = arg;
	pthread_barrier_wait(n->together);
	n->r = act_press(n->db, n->a, n->pg, &n->q);
	return NULL;
}

static bool race(struct node *n)
{
	pthread_t other;
	pthread_barrier_t together;
	bool good;
	pthread_barrier_init(&together, NULL, 2);
	n[0].together = n[1].together = &together;
	good = pthread_create(&other, NULL, press, &n[1]) == 0;
	if (good) {
		press(&n[0]);
		pthread_join(other, NULL);
	}
	pthread_barrier_destroy(&together);
	return good;
}

/* The same key: one line at most, and both hear of it. */
static const char *same_key_wrong(const struct act_result *a, const struct act_result *b)
{
	bool once = (a->answer == ANSWER_DONE && b->answer == ANSWER_REPEATED) || (a->answer == ANSWER_REPEATED && b->answer == ANSWER_DONE);
	if (a->answer == ANSWER_FAULT || b->answer == ANSWER_FAULT)
		return "a node failed";
	if (once)
		return a->seq == b->seq && str_eq(a->hash, b->hash) ? NULL : "two nodes give two receipts for one key";
	return a->answer == b->answer && a->answer != ANSWER_DONE ? NULL : "the same key was answered in two ways";
}

static void report(struct sim *s, const struct sim_scene *c, const struct node *n, const char *what)
{
	s->failures++;
	printf("not ok nodes %s: %s: %s (answers %d and %d, lines %lld and %lld)\n", c->script->file, act_infos[n->q.act].name, what,
		(int)n[0].r.answer, (int)n[1].r.answer, (long long)n[0].r.seq, (long long)n[1].r.seq);
}

static void step(struct sim *s, struct sim_scene *c, struct node *n, const struct sim_step *st)
{
	struct act_request q;
	struct arena *a = n[0].a;
	bool same = sim_chance(s, 50);
	if (st->now > c->w->now)
		c->w->now = st->now;
	if (st->tick) {
		story_tick(c->w);
		return;
	}
	if (!sim_request(s, c->w, a, st, &q))
		return;
	n[0].q = n[1].q = q;
	if (!same)
		n[1].q.key = str_join(a, q.key, "-", STR("two"));
	if (!race(n))
		return;
	s->counts.raced++;
	bool first = n[0].r.answer == ANSWER_DONE, second = n[1].r.answer == ANSWER_DONE;
	const char *wrong = same ? same_key_wrong(&n[0].r, &n[1].r) : n[0].r.answer == ANSWER_FAULT || n[1].r.answer == ANSWER_FAULT ? "a node failed" : NULL;
	if (!wrong && first && second && n[0].r.seq == n[1].r.seq)
		wrong = "two acts have one line";
	if (wrong)
		report(s, c, n, wrong);
	if (first || second)
		story_remember(c->w, &n[first ? 0 : 1].r);
}

static void book_holds(struct sim *s, struct sim_scene *c)
{
	struct verify v = { .a = c->a };
	verify_chain(&v, c->db, c->pg);
	verify_rows(&v, c->db);
	verify_invariants(&v, c->db);
	if (v.findings.n) {
		s->failures++;
		printf("not ok nodes %s: %.*s\n", c->script->file, STR_ARG(*(struct str *)v.findings.v));
	}
}

void sim_nodes(struct sim *s, struct sim_scene *c)
{
	struct str error = STR("");
	struct node n[2] = { { .db = c->db, .a = arena_new((size_t)1 << 28), .pg = c->pg }, { .a = arena_new((size_t)1 << 28), .pg = c->pg } };
	n[1].db = db_open(c->a, c->url, DB_WRITE, false, &error);
	if (!n[1].db) {
		s->failures++;
		printf("not ok nodes: %.*s\n", STR_ARG(error));
		return;
	}
	s->counts.histories++;
	for (size_t i = c->at; i < c->script->n; i++) {
		arena_reset(n[0].a);
		arena_reset(n[1].a);
		arena_reset(c->w->act);
		step(s, c, n, &c->script->steps[i]);
	}
	book_holds(s, c);
	db_close(n[1].db);
	arena_free(n[0].a);
	arena_free(n[1].a);
}

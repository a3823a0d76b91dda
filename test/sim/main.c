/*
 * sim --seed N --runs N [--scenes N] [--length N] [--each] [--nodes] [--database URL] STORY…: see sim.h.
 *
 * The last line is "N passed, N failed"; exit 1 when a history failed.
 */
#include "sim/sim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

struct options {
	int64_t seed, runs, scenes, length, least;
	bool counts, nodes;
};

uint64_t sim_random(struct sim *s)
{
	uint64_t z = s->random += 0x9e3779b97f4a7c15u;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int64_t sim_below(struct sim *s, int64_t n)
{
	return n > 0 ? (int64_t)(sim_random(s) % (uint64_t)n) : 0;
}

bool sim_chance(struct sim *s, int percent)
{
	return sim_below(s, 100) < percent;
}

static bool options_read(struct sim *s, struct options *o, int argc, char **argv)
{
	struct {
		const char *name;
		int64_t *to;
	} numbers[] = { { "--seed", &o->seed }, { "--runs", &o->runs }, { "--scenes", &o->scenes }, { "--length", &o->length }, { "--least", &o->least }, { "--scripts", &s->sample } };
	int i = 1;
	for (; i < argc && !strncmp(argv[i], "--", 2); i++) {
		bool known = false;
		for (size_t k = 0; k < sizeof numbers / sizeof *numbers && i + 1 < argc; k++)
			if (!strcmp(argv[i], numbers[k].name))
				known = str_int(str_of(argv[++i]), numbers[k].to);
		if (!known && !strcmp(argv[i], "--database") && i + 1 < argc)
			known = (s->database = argv[++i]);
		if (!known && !strcmp(argv[i], "--each"))
			known = s->each = true;
		if (!known && !strcmp(argv[i], "--counts"))
			known = o->counts = true;
		if (!known && !strcmp(argv[i], "--nodes"))
			known = o->nodes = true;
		if (!known)
			return false;
	}
	s->files = (const char *const *)argv + i;
	s->files_n = (size_t)(argc - i);
	return s->files_n > 0 && o->runs > 0 && o->scenes > 0 && o->length > 0;
}

static void print_counts(const struct sim *s)
{
	const struct sim_counts *n = &s->counts;
	for (size_t i = 0; i < ACT_COUNT; i++)
		printf("act %s %lld unpredicted %lld\n", act_infos[i].name, (long long)n->act_done[i], (long long)n->act_unpredicted[i]);
	for (size_t i = 0; i < RULE_COUNT; i++)
		printf("rule %s %lld\n", rule_infos[i].name, (long long)n->rule_broken[i]);
	for (size_t i = 0; i < n->moves_n; i++)
		printf("move %.*s %.*s %.*s %lld\n", STR_ARG(n->moves[i].act), STR_ARG(n->moves[i].from), STR_ARG(n->moves[i].to), (long long)n->moves[i].n);
}

static void scenes_run(struct sim *s, const struct options *o, struct arena *a)
{
	int64_t first = sim_below(s, (int64_t)s->scripts_n);        /* every script in its turn */

	for (int64_t i = 0; i < o->scenes; i++) {
		int64_t runs = o->runs / o->scenes + (i < o->runs % o->scenes);
		struct sim_scene *c = sim_scene_open(s, (size_t)((first + i) % (int64_t)s->scripts_n));
		if (!c) {
			s->failures++;
			return;
		}
		if (o->nodes)
			sim_nodes(s, c);
		for (int64_t k = 0; !o->nodes && k < runs; k++)
			sim_history(s, c, a, (int)(1 + sim_below(s, o->length)));
		sim_scene_close(c);
	}
}

/* Whatever the run should have come to and did not often enough: acts done, rules broken, steps of the road taken. */
static int64_t too_rare(const struct sim *s, int64_t least)
{
	int64_t n = 0;
	for (size_t i = 0; least && i < ACT_COUNT; i++)
		if (s->counts.act_done[i] < least && ++n)
			printf("rare: act %s was done %lld times\n", act_infos[i].name, (long long)s->counts.act_done[i]);
	for (size_t i = 0; least && i < RULE_COUNT; i++)
		if (s->counts.rule_broken[i] < least && ++n)
			printf("rare: rule %s was broken %lld times\n", rule_infos[i].name, (long long)s->counts.rule_broken[i]);
	for (size_t i = 0; least && i < s->counts.moves_n; i++)
		if (s->counts.moves[i].n < least && ++n)
			printf("rare: %.*s from %.*s to %.*s was taken %lld times\n", STR_ARG(s->counts.moves[i].act), STR_ARG(s->counts.moves[i].from),
				STR_ARG(s->counts.moves[i].to), (long long)s->counts.moves[i].n);
	return n;
}

int main(int argc, char **argv)
{
	struct sim s = { .a = arena_new((size_t)4 << 30) };
	struct options o = { .seed = 1, .runs = 1000, .scenes = 20, .length = 20 };
	struct arena *a = arena_new((size_t)1 << 30);
	if (!options_read(&s, &o, argc, argv)) {
		fprintf(stderr, "usage: sim [--seed N] [--runs N] [--scenes N] [--length N] [--least N] [--scripts N] [--each] [--nodes] [--counts] [--database URL] STORY…\n");
		return 2;
	}
	s.random = (uint64_t)o.seed;
	s.digest = str_copy(s.a, hash_text(s.a, HASH_SHA256, STR("")));
	if (!sim_scripts_read(&s))
		return 1;
	scenes_run(&s, &o, a);
	if (o.counts)
		print_counts(&s);
	for (size_t i = 0; i < s.kinds_n; i++)
		printf("%lld times: %.*s\n", (long long)s.kinds[i].n, STR_ARG(s.kinds[i].what));
	s.failures += too_rare(&s, o.least);
	const struct sim_counts *n = &s.counts;
	printf("seed %lld: %lld histories, %lld acts: %lld done, %lld refused, %lld forbidden, %lld not now, %lld missing; %lld forms wrong; "
		"%lld keys repeated, %lld crashes; %lld compared with the auditor, %lld not predicted; digest %.16s\n", (long long)o.seed,
		(long long)n->histories, (long long)n->acts, (long long)n->done, (long long)n->refused, (long long)n->forbidden, (long long)n->not_now,
		(long long)n->missing, (long long)n->wrong, (long long)n->repeated, (long long)n->crashes, (long long)n->compared,
		(long long)n->unpredicted, s.digest.p);
	if (o.nodes)
		printf("two nodes: %lld scripts, %lld acts raced\n", (long long)n->histories, (long long)n->raced);
	printf("%lld passed, %lld failed\n", (long long)n->histories - s.failures, (long long)s.failures);
	return s.failures ? 1 : 0;
}

/*
 * The simulator: random histories of random people, most of them nearly legal, against the one door.
 *
 * Every story of test/story is a script and its first half a place to begin.  A history begins where some script stands, goes on with its next
 * lines, other scripts' lines, changed inputs, other people, wrong moments, leaps of the clock, lost answers, crashes before the commit; then all of
 * it is undone (db_rehearse) and the next begins.  A run is a function of its seed: the same on SQLite and PostgreSQL, line by line.
 *
 * What is compared after every act: the broken rules with those the auditor predicts (auditor.h), the book's head, the answer to a repeated key;
 * after every act that was done, or at the end of a history, the store's invariants.
 */
#ifndef SIM_H
#define SIM_H

#include "story/world.h"
#include "sim/auditor.h"

struct sim_step {
	bool tick;                      /* what is due by itself; else an act */
	int64_t now;
	struct story_act act;
	enum act_id id;
};

struct sim_script {
	const char *file;
	struct story_part part;
	struct sim_step *steps;
	size_t n, most;
};

/* How far the book was read. */
struct sim_seen {
	int64_t seq;
	struct str hash;
};

/* A store in which a script was told up to a step: where histories begin. */
struct sim_scene {
	struct arena *a;
	char *dir;
	const char *url;
	struct db *db;
	struct programme *pg;
	struct story_world *w;
	const struct sim_script *script;
	size_t at;
	struct auditor *model;
	struct sim_seen seen;
};

struct sim_counts {
	int64_t histories, acts, done, refused, forbidden, not_now, missing, wrong, repeated, crashes, raced, compared, unpredicted;
	int64_t act_done[ACT_COUNT], act_unpredicted[ACT_COUNT], rule_broken[RULE_COUNT + 1];
	struct sim_move {               /* road steps taken */
		struct str act, from, to;
		int64_t n;
	} moves[600];
	size_t moves_n;
};

struct sim {
	struct arena *a;                /* the whole run */
	uint64_t random;
	const char *database;           /* NULL: SQLite in memory; else a PostgreSQL URL with %d */
	int databases;
	const char *const *files;
	size_t files_n;
	struct sim_script *scripts;
	size_t scripts_n;
	int64_t sample;                 /* read about so many of the scripts only; 0: all */
	struct sim_counts counts;
	struct str digest;              /* over every answer: the same seed gives the same on both engines */
	bool each;                      /* invariants after every act that was done */
	bool verbose;
	int64_t failures;
	struct sim_failure {            /* the same fault is told twice, then counted */
		struct str what;
		int64_t n;
	} kinds[100];
	size_t kinds_n;
};

uint64_t sim_random(struct sim *s);
int64_t sim_below(struct sim *s, int64_t n);            /* 0 .. n-1 */
bool sim_chance(struct sim *s, int percent);

/* script.c: tells one story in a fresh store and keeps its steps. False: the story itself fails. */
bool sim_scripts_read(struct sim *s);
/* Tells script i up to a random step: a scene. NULL with a message. */
struct sim_scene *sim_scene_open(struct sim *s, size_t i);
void sim_scene_close(struct sim_scene *c);

/* observe.c: tells the model every line of the book that came since; how many. */
int64_t sim_observe(struct sim_scene *c, struct arena *a, struct auditor *model, struct sim_seen *seen, struct sim_counts *counts);

/* history.c: one history from a scene, `length` steps. */
void sim_history(struct sim *s, struct sim_scene *c, struct arena *a, int length);

/* What a step sends as the script says it, parsed, in `a`. False: it makes no sense where the world stands. */
bool sim_request(struct sim *s, struct story_world *w, struct arena *a, const struct sim_step *st, struct act_request *q);

/* nodes.c: the rest of the scene's script by two connections at once; it is not undone. */
void sim_nodes(struct sim *s, struct sim_scene *c);

/* change.c: changes some of the names and values that a form is sent with. */
struct rows sim_change(struct sim *s, struct story_world *w, const struct fields *t, struct rows pairs);

#endif

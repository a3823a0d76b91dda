/* What the files of src/story share: the world of a running story.  Nobody else includes this. */
#ifndef STORY_WORLD_H
#define STORY_WORLD_H

#include "base/form.h"
#include "base/word.h"
#include "story/story.h"

#define STORY_VARIABLES_MOST 1000
#define STORY_INPUTS_MOST 600
#define STORY_EXPECTED_MOST 16
#define STORY_DEPTH_MOST 6

struct story_variable {
	struct str name, value;
};

struct story_act;
/* Told of every act line that ran, after the door answered; `s` NULL: what was due by itself happened. For the simulator. */
typedef void (*story_watcher)(void *ctx, const struct story_act *s, const struct act_request *q, const struct act_result *r);

struct story_world {
	struct arena *a;                /* what lasts as long as the story */
	struct arena *act;              /* reset before every act */
	struct db *db;
	struct programme *pg;
	story_reader reader;
	void *reader_ctx;
	struct story_variable *variables;
	size_t variables_n;
	story_watcher watch;
	void *watch_ctx;
	bool stop;                      /* set by the watcher: the story is told no further */
	int64_t now, acts, tries, challenge;
	struct str stage;               /* of the current case */
	struct str taint;
	struct str until;               /* told to stop there */
	int depth;
	struct str error;               /* set: the story has failed */
};

/* An act line with everything that hangs on it. */
struct story_input {
	struct str key, value;
};
struct story_expected {
	enum word_id what;              /* WORD_story_refused … */
	struct str name;                /* rule or field */
	struct str found, wanted;       /* figures as written, empty = not said */
};
struct story_act {
	struct str actor, act, target;
	struct story_input *inputs;
	size_t inputs_n;
	bool blank, more;               /* more: somebody else is named behind who does it too */
	struct story_expected expected[STORY_EXPECTED_MOST];
	size_t expected_n;
	struct str stage, keep;
};

bool story_fail(struct story_world *w, enum word_id id, struct str what);               /* with {what}; always false */
bool story_replace(struct story_world *w, struct str text, struct str *out);            /* $name -> value */
bool story_word(struct str *rest, enum word_id id);                                     /* takes the word and the space behind it off the front */
struct str story_token(struct str *rest);                                               /* up to white space */

struct str story_next(struct str *rest);                                               /* the next of several values, off the front */

/* name.c: who and what is meant */
bool story_actor_find(struct story_world *w, struct str name, struct story_actor *out);
int64_t story_thing_find(struct story_world *w, const char *kind, struct str name);     /* 0: unknown */

/* input.c: the struct of an act's form from the lines of input. *errors: rows of struct form_error. False: the story is wrong. */
bool story_form(struct story_world *w, const struct story_act *s, const struct act_request *q, void *in, struct rows *errors);

/* input.c, for who wants to change them before they are parsed: names and values as a person would send them; where choices come from. */
bool story_pairs(struct story_world *w, const struct story_act *s, const struct act_request *q, struct rows *pairs);
struct rows story_choices(void *world, const char *of);

/* story.c */
void story_tick(struct story_world *w);

/* act.c */
bool story_request(struct story_world *w, const struct story_act *s, struct act_request *q);
void story_remember(struct story_world *w, const struct act_result *r);
bool story_act_run(struct story_world *w, const struct story_act *s);

/* expect.c: was that what the story says? */
bool story_expect(struct story_world *w, const struct story_act *s, const struct act_result *r, struct rows form_errors);

#endif

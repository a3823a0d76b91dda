/*
 * The story language: a programme's days told line by line, run through the one door in process.
 *
 *	故事 <title>   <clause ids>                 one story; a file may hold several, each begins in an empty store
 *	政策 <pack>                                  the pack that the story is told under; without: the one that the command names
 *	今天 2026-03-02 [09:30]                      the clock of the door; only forward.  过 5 天: so many days later, 09:00
 *	照常 <file.story> [自 <stage id>] [到 <stage id>]  tells another story's acts: those behind its line 应在 <stage>; and stops once the case has
 *	                                             reached the second stage
 *	补 <form>.<field> = <text>                   from now on the value of a pack's extra field in every such form that does not give one
 *	$region, $office.bureau …                    the place's region code, and what its offices are called
 *	设 <name> = <text>                           a variable: $name afterwards.  $last: what the last act made; $case: the case;
 *	                                             $panel, $bid, $round …: the last row of that table that an act wrote
 *	到点                                         what happens by itself by now (act/tick.h)
 *	<person or role> <act> [于 <what>]            an act.  Who: login, name, or 公众 / 系统; act: label or name; what: a variable, a
 *	                                             number, a name.  Without 于: the case, or the last row of the kind that the act is about
 *	                                             Several people, 甲、乙、丙: each does it.  $payment.2: the second row of that table in the story
 *	  · <field> = <value>                        its input over what the act's own form proposes: label or name; rows count from 1:
 *	                                             "· 指标.2.指标名称 = 纯度"; 2-5 or * (all that are proposed) for several.
 *	                                             Values as a person types them: 30万, 2026-03-15, a choice's label,
 *	                                             a person's or unit's name where an id is wanted; \n is a new line; files are any text
 *	  · 不预填                                    begin with an empty form instead
 *	  应准 | 应拒 <rule> [现有 x] [应有 y] | 应禁 | 应缓 | 应缺 | 应误 <field> | 应劝 <rule>
 *	                                             what comes of it: done (said or not); refused by that rule with those figures (several
 *	                                             lines: all of them); not this person; not now; no such thing; a field is wrong; advice
 *	  应待                                        signed first, and waits for a second person (acts that the pack lists under four_eyes).
 *	                                             甲、乙 of such an act: the first signs first, the second does it; what is said is about the second
 *	  应在 <stage id>                             where the case stands then
 *	  记 <name>                                  keeps what the act made as $name
 *
 * A line that begins with '#' is a comment.  For: make test, demo data, people who want to read how a programme goes.
 * Every act has its key and its seed from a counter, so the same story gives the same book, on either store.
 */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "story/story.def"
#include "base/field_end.h"

struct story_world;

struct story_part {                     /* one story of a file */
	struct str title, clauses;      /* clause ids separated by spaces */
	struct str text;
	int64_t line;                   /* of its 故事 line */
};
struct str story_policy(struct str text);       /* the pack that 政策 names; empty without such a line */
struct rows story_parts(struct arena *a, struct str text);      /* struct story_part; a text without 故事 is one part without a title */

/* The text of a story that 照常 names; false when there is none.  Without a reader only files of the binary are found. */
typedef bool (*story_reader)(void *ctx, struct arena *a, struct str name, struct str *text);

struct story_world *story_new(struct arena *a, struct db *db, struct programme *pg);
void story_read_by(struct story_world *w, story_reader reader, void *ctx);
void story_start_at(struct story_world *w, int64_t now);        /* the clock before the first 今天; 2026-01-01 09:00 without */
/* Runs one part (its line numbers count from part->line) of the file `name`. False: *error is "file:line: what". May be called again for more. */
bool story_run(struct story_world *w, struct str name, const struct story_part *part, struct str *error);
void story_set(struct story_world *w, struct str name, struct str value);       /* $name from now on */
void story_turn(struct story_world *w, int64_t challenge);      /* the current case is this one */
/* Puts `taint` behind every text that acts send and that has room for it (tests: markup in every text field). Names are still found without it. */
void story_taint(struct story_world *w, struct str taint);
struct str story_value(struct story_world *w, const char *name);        /* of a variable, "" when it was not set */
int64_t story_acts(const struct story_world *w);                /* how many were done */
void story_free(struct story_world *w);

#endif

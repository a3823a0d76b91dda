/*
 * 6-notice: the intended award is published for the working days that the pack asks for; then the project is established.
 *
 * Both dates are computed once, at publication, from the calendar of working days and the pack's parameters, and kept in the notice.
 */
#ifndef NOTICE_H
#define NOTICE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/6-notice/notice.def"
#include "base/field_end.h"

/* The public's view, newest first: struct notice_public_row. Of the key count programme, state ("" all, "running", "ended"), q (part of a name),
 * limit, offset. */
struct rows notice_public(struct db *db, struct arena *a, const struct notice_key *key);
int64_t notice_public_total(struct db *db, struct arena *a, const struct notice_key *key);
bool notice_public_find(struct db *db, struct arena *a, int64_t programme, int64_t notice, struct notice_public_row *out);
/* The same for a reader: key->org is its unit, key->restricted 1 when notices of restricted cases are for it. */
bool notice_find_for(struct db *db, struct arena *a, const struct notice_key *key, struct notice_public_row *out);
/* Does the pack have notices of restricted cases announced to everybody, without title and plan? */
int64_t notice_restricted_shown(const struct policy *p);
/* Names of rows of struct notice_name_row in one line. */
struct str notice_names(struct arena *a, struct rows names);
/* A horse race: the names of all who win together, their plans and leaders, and the money of the whole project. False: there is one winner. */
struct notice_race {
	struct str names, plans, leaders;
	int64_t pay_fen;
};
bool notice_race(struct db *db, struct arena *a, int64_t challenge, struct notice_race *out);
/* A notice as everybody may read it, once loaded: race, restricted scope. */
void notice_public_finish(struct db *db, struct arena *a, struct notice_public_row *n);
/* Working days from today to the last day, both counted; 0 when over, -1 when the calendar does not say. */
int64_t notice_days_left(const struct calendar *c, int64_t today, int64_t last_day);

/* Scores and names of the review, as far as the pack publishes them (rows of struct notice_score_line, notice_expert_line). */
struct rows notice_scores(struct db *db, struct arena *a, const struct policy *p, int64_t challenge);
struct rows notice_experts(struct db *db, struct arena *a, const struct policy *p, int64_t challenge);

#endif

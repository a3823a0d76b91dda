/*
 * What the files of src/act share and nobody else includes: the state of one run through the door.
 */
#ifndef ACT_DOOR_H
#define ACT_DOOR_H

#include "act/act.h"
#include "across/signing/signing.h"
#include "across/waiver/waiver.h"
#include "act/journal.h"
#include "base/hash.h"
#include "base/limits.h"

struct touched {
	struct str table;
	int64_t id;
};

struct act_door {
	struct programme_row head;              /* the pen */
	int64_t journal;                        /* id of this act's line */
	int64_t ids, randoms;                   /* counters */
	int64_t inboxes, outboxes, secrets;
	struct verdict verdicts[LIMIT_VERDICTS];
	size_t verdicts_n;
	struct touched rows[LIMIT_ACT_ROWS];
	size_t rows_n;
	bool missing, not_now, writes;
	bool trying;                            /* nothing will be written: nobody needs to have signed first */
	struct first_signature_row *signature;  /* the first of the two persons' */
	struct str state;                       /* why not now */
	struct str stage_after;
};


/* act.c, for signing.c */
bool door_walk(struct act_run *r, enum answer *no);             /* case, right, road: what comes before facts */
enum answer door_judge(struct act_run *r);
/* Begins a walk on which nothing is written. */
void door_look(struct act_run *r, struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q);

/* input.c: secrets are rows of struct secret_row of the line */
void *input_read(struct arena *a, const struct fields *form, struct str canon, struct rows secrets);

/* waiver.c */
void door_waivers(struct act_run *r);           /* granted waivers answer verdicts of force normally */
void door_waived(struct act_run *r);            /* those that did are used up */

/* signing.c */
void door_signing(struct act_run *r);           /* the verdicts of four eyes */
void door_signed(struct act_run *r);            /* the first signature is used up */

/* seen by act.c only through these */
bool door_foreign(const struct act_run *r);                             /* own.c: target or input name a thing of another programme */
enum hash_kind door_hash(const struct act_run *r);
void door_line(struct act_run *r, struct act_result *out);              /* journal.c: writes the line, its items, the seed */
struct str line_text(struct arena *a, const struct journal_line *l);    /* what the hash is taken over */
struct str line_hash(struct arena *a, enum hash_kind k, const struct journal_line *l);
struct str items_digest(struct arena *a, enum hash_kind k, struct rows items);
void door_limits(struct act_run *r);                                    /* limit.c: the pack's limits on what was sent */
void door_extra(struct act_run *r);                                     /* form.c: values of the pack's extra fields */
struct str verdicts_json(struct arena *a, const struct verdict *v, size_t n);

#endif

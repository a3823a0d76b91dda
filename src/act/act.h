/*
 * The one door.  Nothing of a programme is written except by act_run().
 *
 * An act is one row of tables/acts.def: a name, a Chinese label (the button), its form (a field table), the kind of thing it is
 * about, and three functions in its room's *_act.c:
 *
 *	facts(r)   loads what the rules need into r->facts (read statements; may refuse with act_missing())
 *	judge(r)   calls rules and hands their verdicts to act_verdict(); reads nothing, writes nothing
 *	apply(r)   writes rows by act_write(), moves the case by act_move(), tells people by act_tell()
 *
 * A function sees the input struct (r->in, of the act's form) and everything ambient in r: instant, day, ids, salt.
 */
#ifndef ACT_ACT_H
#define ACT_ACT_H

#include "base/arena.h"
#include "base/field.h"
#include "rule/calendar.h"
#include "rule/policy.h"
#include "rule/verdict.h"
#include "store/db.h"

enum role {
#define ROLE(ID, ...) ROLE_##ID,
#include "tables/roles.def"
#undef ROLE
	ROLE_COUNT
};

enum act_id {
#define ACT(ID, ...) ACT_##ID,
#include "tables/acts.def"
#undef ACT
	ACT_COUNT
};

/* Relations of a person (through its organisation) to a case, a bit mask: computed in one place, act/relation.c. */
#define RELATIONS(R) \
	R(ANY)          /* no relation asked */ \
	R(DEMANDER)     /* the case's demander is my organisation */ \
	R(BIDDER)       /* my organisation has a bid in the case (author) */ \
	R(AWARDEE)      /* my organisation leads or takes part in the awarded bid */ \
	R(SEATED)       /* I hold a seat on the panel named, or on a panel of the case */ \
	R(CHAIR)        /* I chair that panel */ \
	R(AUDITOR)      /* my firm is engaged to audit the case */ \
	R(SELF)         /* the thing is my own (profile, draft, notice) */
enum relation_bit {
#define RELATION_BIT(R) RELATION_BIT_##R,
	RELATIONS(RELATION_BIT)
#undef RELATION_BIT
};
enum relation {
#define RELATION(R) REL_##R = 1 << RELATION_BIT_##R,
	RELATIONS(RELATION)
#undef RELATION
};

struct act_run;

struct act_info {
	const char *name;               /* "bid_submit" */
	const char *room;               /* "bid": one of stages.def, or an across room */
	const char *label;              /* Chinese: the button, e.g. 「提交揭榜申报书」 */
	const char *target;             /* what r->target is: "challenge", "bid", "panel", "list", "round", "-" (nothing) */
	const struct fields *form;
	bool moves;                     /* the pack's road says from which stage the act is possible */
	bool (*prefill)(struct act_run *r);     /* fills r->in for the form page; NULL = an empty form */
	bool (*facts)(struct act_run *r);
	void (*judge)(struct act_run *r);
	void (*apply)(struct act_run *r);
};
extern const struct act_info act_infos[ACT_COUNT];

struct act_request {
	enum act_id act;
	int64_t programme;
	int64_t person, org;            /* who; 0, 0 with ROLE_SYSTEM for what happens by itself */
	enum role role;
	int64_t target;                 /* id of the thing; 0 for "-" */
	struct str key;                 /* act key: the same key gets the first answer; 1..64 of [A-Za-z0-9_-] */
	const void *in;                 /* struct of act_infos[act].form, already parsed by form_parse() */
	const struct fields *form;      /* the table `in` was parsed by, when it has a pack's extra fields (act_form()); NULL: the act's own */
	int64_t now;                    /* instant at the door */
	struct str seed;                /* 32 random bytes, hex: salts and tokens made inside the act come from it */
	int64_t seen;                   /* the case's version (journal seq) the person looked at; 0 = do not compare */
};

enum answer {
	ANSWER_DONE,
	ANSWER_REPEATED,                /* key seen: the first answer again */
	ANSWER_REFUSED,                 /* the policy says no: verdicts */
	ANSWER_FORBIDDEN,               /* not this person */
	ANSWER_NOT_NOW,                 /* the road has no such step from this stage (or the case moved meanwhile) */
	ANSWER_MISSING,                 /* the target does not exist, or not for this person: same answer for both */
	ANSWER_FAULT,                   /* the store failed; may be tried again with the same key */
};

struct act_result {
	enum answer answer;
	bool waiting;                   /* act_press(): signed first; done when a second person signs. made is the first signature */
	int64_t seq;                    /* number of the line in the book */
	int64_t made;                   /* id of the main thing made or changed (where to go next) */
	int64_t challenge;              /* the case */
	struct str hash;                /* of the line: the receipt's digest */
	struct str input_digest;        /* of what was sent */
	struct str receipt;             /* "DZ-2026-000123": programme prefix, year, line number */
	int64_t at;
	struct rows verdicts;           /* struct verdict: all that are BROKEN or UNKNOWN (and advice) */
	struct str stage;               /* where the case stands (for NOT_NOW) */
	struct rows moved;              /* struct act_moved for STALE: who did what since */
	enum fault fault;
};

/* Everything that a programme has in memory: one per process, read only after start. */
struct programme {
	int64_t id;
	const struct policy *policy;    /* the pack for new cases */
	struct rows packs;              /* const struct policy *: every pack a case may be pinned to */
	const struct calendar *calendar;
	enum hash_kind_t { HK_SHA256, HK_SM3 } hash;
	struct str prefix;
	struct str name;                /* "dazu-2023" */
	struct str site;                /* host names that lead to it, joined by ','; empty: none of its own */
};

/* An id of the book says which programme made it: programme, line, counter. 0: not of a book (ids beside it, planted test rows). */
#define ACT_ID_BITS_PROGRAMME 42
#define ACT_ID_BITS_SEQ 10
static inline int64_t id_programme(int64_t id)
{
	return id >> ACT_ID_BITS_PROGRAMME;
}

/* The hash that the first line of a book refers to: it names the algorithm, the programme and its pack. */
struct programme_row;
struct str programme_genesis(struct arena *a, const struct programme_row *p);

/* The pack that a case is pinned to, by its digest; the programme's own when that is not loaded. */
const struct policy *programme_pack(const struct programme *pg, struct str digest);

struct act_result act_run(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q);
/* What a person's press of the button means: the act itself; or, where the case's pack asks for four eyes and nobody has signed yet, the first
 * signature (act first_sign; DONE with `waiting`), which a second person's press with the same input turns into the act. */
struct act_result act_press(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q);
/* As far as judging, nothing written: for the checklist on a form ("what is missing"). DONE means: nothing stands against it. */
struct act_result act_try(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q);
/* Fills `in` (a zeroed struct of the act's form) with what the act proposes. False: it proposes nothing. Needs no right: the caller asked may_act(). */
bool act_prefill(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q, void *in);

/* Does the pack of the target's case ask for two persons, and who signed first already (open signatures, newest first; NULL: nobody)? */
struct first_signature_row;
bool act_four_eyes(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q, const struct first_signature_row **open);
/* Did this person do one of the preparing acts? */
bool act_author(struct db *db, struct arena *a, const struct programme *pg, const struct act_request *q);

/* The canonical text of an input (the book's, secrets unmasked), and the struct again: NULL-filled where the text says nothing. */
struct str act_input_text(struct arena *a, const struct fields *form, const void *in);
void *act_input_read(struct arena *a, const struct fields *form, struct str text);
/* The form of an act as a pack has it (act/form.c): the act's own table, or a longer one that begins with it. */
const struct fields *act_form(struct arena *a, const struct policy *p, enum act_id act);
const struct fields *request_form(const struct act_request *q);
/* The pack that an act on this target is judged by: the case's, else the programme's. */
const struct policy *act_policy(struct db *db, struct arena *a, const struct programme *pg, enum act_id act, int64_t target);

/* "DZ-2026-000123": what a receipt prints for a line of the book. */
struct str act_receipt(struct arena *a, struct str prefix, int64_t at, int64_t seq);
const char *role_name(enum role role);                          /* "bureau" */
bool role_find(struct str name, enum role *out);
/* What an act may give to somebody without an account: 16 characters that follow from the act's random seed; kept as a digest by the room. */
struct str act_code(struct arena *a, struct str seed);
bool act_find(struct str name_or_label, enum act_id *out);      /* "bid_submit" or its label */

/* May this role with these relations do this act / see this route?  The only place that decides (tables/roles.def). */
bool may_act(enum act_id act, enum role role, unsigned relations);
/* Relations of a person to a target thing (REL_ANY is always set). */
unsigned relations_of(struct db *db, struct arena *a, int64_t person, int64_t org, const char *target_kind, int64_t target);
/* The case of a thing ("panel", 7); 0 for things of no case. */
int64_t target_challenge(struct db *db, struct arena *a, const char *kind, int64_t target, bool *found);
/* The acts that this person could do now on this case (road and roles; rules not judged): for "what to do next". */
struct act_person {
	int64_t person, org;
	enum role role;
};
struct rows acts_open(struct db *db, struct arena *a, const struct programme *pg, int64_t challenge, struct act_person who); /* enum act_id as int64_t */

/* ---- for the rooms' facts, judge, apply ---- */

struct act_run {
	const struct act_request *q;
	const struct act_info *info;
	struct db *db;
	struct arena *a;
	const struct policy *policy;    /* the pack of the case */
	const struct calendar *calendar;
	const struct programme *pg;
	void *in;                       /* the input (prefill writes it) */
	void *facts;                    /* what facts() made */
	int64_t target, challenge;      /* the case (0 when the act makes it) */
	struct str stage;               /* the case's stage before */
	int64_t now, today;
	int64_t seq;                    /* this act's line number: goes into the column `act` of every row written */
	int64_t made;                   /* set by apply: where to go next */
	/* door's own */
	struct act_door *door;
};

/* The functions of every line of acts.def, written in the rooms' *_act.c as far as the act needs them. */
#define ACT(ID, ...) \
	bool ID##_prefill(struct act_run *r); \
	bool ID##_facts(struct act_run *r); \
	void ID##_judge(struct act_run *r); \
	void ID##_apply(struct act_run *r);
#include "tables/acts.def"
#undef ACT

void act_verdict(struct act_run *r, struct verdict v);
/* The thing asked for is not there (or not for this person). facts() returns act_missing(r). Always false. */
bool act_missing(struct act_run *r);
/* The thing is there but in a state in which this act makes no sense (a bid already opened). Always false. */
bool act_not_now(struct act_run *r, struct str state);
/* In facts(): judges another act of the same person inside this one, as act_try() does; its case, its verdicts and its no become this act's. */
bool act_inside(struct act_run *r, const struct act_request *inner);
/* In facts(): case, right and road of another act of the same person; its case becomes this act's. False: it is not this person's or not now. */
bool act_walk(struct act_run *r, const struct act_request *inner);
/* Who may sign second what this person signs first: person ids, authors left out. */
struct rows act_seconds(struct act_run *r, const struct act_request *inner);
int64_t act_id_next(struct act_run *r);                 /* ids follow the book: programme, line, counter */
/* Writes one row: `row` is a struct of the statement's left table and has a field `id` (and, as every table of the book, `act`, which the
 * door fills). The row is re-read and its digest goes into the line. Updates change exactly one row by id. */
void act_write(struct act_run *r, const char *statement, void *row);
/* Moves the case along the road: to the stage that the pack names for this act. `to` NULL = the only step from here;
 * else the step whose `to` it is (an act with two outcomes). */
void act_move(struct act_run *r, int64_t challenge, const char *to);
/* Tells people: in-app notice and e-mail through the outbox, after the commit. `who` = person ids; text is Chinese with the act's own words. */
void act_tell_person(struct act_run *r, int64_t person, struct str title, struct str text, struct str link);
void act_tell_org(struct act_run *r, int64_t org, struct str title, struct str text, struct str link);
void act_tell_role(struct act_run *r, enum role role, struct str title, struct str text, struct str link);
/* The next number of a series: "DZ-2026-007" for series "challenge". */
struct str act_number(struct act_run *r, const char *series);
/* Random text from the door's seed, for one-time links and salts: 32 hex digits, different each call. */
struct str act_random(struct act_run *r);
/* Issues a paper (across/document): rendered now, kept with its digest, never rendered again. Returns its id. */
int64_t act_issue(struct act_run *r, const char *document, int64_t about, const struct fields *t, const void *data);

#endif

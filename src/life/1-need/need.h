/*
 * Demands: rounds of solicitation, the demand of a case in all its versions, and what whom of it may read.
 *
 * For later rooms: need_current() (indicators, key dates, money of the demand that counts); for pages: need_sight() decides
 * whether a reader gets the whole form or the public wordings; need_public_list() is what the portal shows.
 */
#ifndef NEED_H
#define NEED_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/1-need/scope.def"
#include "life/1-need/need.def"
#include "base/field_end.h"

struct need_full {
	struct need_row need;
	struct rows indicators;         /* struct need_indicator_row */
	struct rows dates;              /* struct need_date_row: months after the signature */
	struct rows invited;            /* struct need_invited_row: who may bid in a restricted scope */
};
/* The latest version of the demand of a case; one version. False: there is none. */
bool need_current(struct db *db, struct arena *a, int64_t challenge, struct need_full *out);
bool need_version(struct db *db, struct arena *a, int64_t challenge, int64_t version, struct need_full *out);
/* The same without what is confidential (8.1.c): for readers who are entitled to the form, but not to that. */
void need_blur(struct need_full *n);
int64_t need_total_fen(const struct need_row *n);       /* 10.1.a: the demander's money, fiscal money, other money */
/* What an indicator asks for, in words: "≥ 99.9 %". */
struct str need_wanted(struct arena *a, const struct need_indicator_row *i);
struct str need_wanted_public(struct arena *a, const struct need_indicator_row *i);
bool need_challenge(struct db *db, struct arena *a, int64_t challenge, struct challenge_row *out);

/* What a reader may know of a case's demand. */
enum need_sight {
	NEED_UNSEEN,            /* not even that it exists */
	NEED_PUBLIC,            /* the public wordings (8.1.c) */
	NEED_SIGNED,            /* what the public reads, with the confidential wordings: invited, and signed for it */
	NEED_BLURRED,           /* the whole form in its public wordings */
	NEED_WHOLE,
};
struct need_reader {
	int64_t programme, person, org;
	enum role role;
	unsigned relations;     /* to the case */
};
/* Is this unit named in the restricted scope as it stands? */
bool need_named(struct db *db, struct arena *a, int64_t challenge, int64_t org);
enum need_sight need_sight(struct db *db, struct arena *a, int64_t challenge, const struct need_reader *who);

/* Listed demands, public wordings, indicators filled in. org 0: the public. */
struct rows need_public_list(struct db *db, struct arena *a, const struct need_public_key *key);       /* struct need_public_row */
int64_t need_public_total(struct db *db, struct arena *a, const struct need_public_key *key);
bool need_public_find(struct db *db, struct arena *a, const struct need_public_key *key, struct need_public_row *out);
/* The same wordings of any case, listed or not: for the paper that lists it. */
bool need_public_wording(struct db *db, struct arena *a, int64_t challenge, struct need_public_row *out);

/* 5.1.1: what the rules of a demand look at in the unit that makes it, judged by need_judge_org(); also for a match made at a contest. */
struct need_facts;
struct org_row;
void need_org_facts(struct act_run *r, struct need_facts *f, struct org_row *out, int64_t org);
void need_judge_org(struct act_run *r, const struct need_facts *f);
/* The indicators of a form (struct need_indicator_form): how many, with a target, with a public wording, the first without a target. */
void need_indicator_facts(struct need_facts *f, struct rows indicators);

struct str need_link(struct arena *a, int64_t challenge, const char *tail);     /* "/challenges/7/bids" */
/* The label of a code, from the program's lists or the pack's. */
struct str need_label(struct arena *a, const struct policy *p, const char *of, struct str code);

#endif

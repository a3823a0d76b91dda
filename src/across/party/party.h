/*
 * Who takes part: organisations, their people, the experts' pool; the discredit register's question.
 */
#ifndef ACROSS_PARTY_H
#define ACROSS_PARTY_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/party/party.def"
#include "base/field_end.h"

/* Unified social credit code, GB 32100-2015: 18 characters, check digit by weights 3^(i-1) mod 31. Inner check of the subject code
 * (GB 11714) is told apart: some lawful codes fail it. */
enum credit_code { CREDIT_GOOD, CREDIT_INNER_FAILS, CREDIT_WRONG_DIGIT, CREDIT_WRONG_SHAPE };
enum credit_code credit_code_check(struct str code);
/* The check character that the first 17 ask for; 0 when they are no code. */
char credit_code_digit(struct str code);
/* A login as it is kept: lower case. Shape: 3..40 of [a-z0-9._-], a letter or digit first. */
struct str login_kept(struct arena *a, struct str login);
bool login_shape_good(struct str login);

bool org_find(struct db *db, struct arena *a, int64_t id, struct org_row *out);
bool person_find(struct db *db, struct arena *a, int64_t id, struct person_row *out);
struct str org_name(struct db *db, struct arena *a, int64_t id);
struct str person_name(struct db *db, struct arena *a, int64_t id);
/* The active persons of an organisation; the active persons with a role (struct person_row). */
struct rows people_of_org(struct db *db, struct arena *a, int64_t org);
struct rows people_with_role(struct db *db, struct arena *a, int64_t programme, struct str role);
bool expert_find(struct db *db, struct arena *a, int64_t person, struct expert_row *out);

/* 5.1.1: registered in the district of the pack (policy.region is a prefix of the code that is not shorter than the pack's own). */
bool org_in_district(const struct org_row *o, const struct policy *p);
/* 5.1.5, 5.2.4: entries of an organisation in the discredit register that happened on `since_day` or later; the latest one in *out.
 * Three years back: since = day_add_years(today, -3). */
int64_t discredit_latest(struct db *db, struct arena *a, const struct discredit_key *key, struct discredit_row *out);

/* A one-time link's token for the first password or a reset: the link is /enter/{token}; good for 48 hours, once. The caller
 * has begun a transaction (db_begin or an act). Earlier links of the person die. Only the token's digest is kept. */
#define ENTER_LINK_MS ((int64_t)48 * 3600 * 1000)
struct str enter_link_make(struct db *write, struct arena *a, int64_t person, int64_t now, struct str seed);
/* Makes a link and a mail for every person who has an address, no password and never had a link; at most 20 at a time. Its own transaction. */
int64_t enter_links_send(struct db *write, struct arena *a, int64_t programme, int64_t now, struct str seed);
/* Ids of rows outside the book: 52 bits from a seed and a word. */
int64_t id_from_seed(struct arena *a, struct str seed, const char *what);

#endif

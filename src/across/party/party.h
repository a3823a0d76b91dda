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

bool org_find(struct db *db, struct arena *a, int64_t id, struct org_row *out);
bool person_find(struct db *db, struct arena *a, int64_t id, struct person_row *out);
struct str org_name(struct db *db, struct arena *a, int64_t id);
struct str person_name(struct db *db, struct arena *a, int64_t id);

#endif

/*
 * Looking parties up: organisations, people, experts, the discredit register; ids for rows outside the book.
 *
 * For every room's facts and views.  Reads only.
 */
#include "across/party/party.h"
#include "base/hash.h"

bool org_find(struct db *db, struct arena *a, int64_t id, struct org_row *out)
{
	return db_one(db, a, "party_org", &(struct id_key){ id }, out);
}

bool person_find(struct db *db, struct arena *a, int64_t id, struct person_row *out)
{
	return db_one(db, a, "party_person", &(struct id_key){ id }, out);
}

bool expert_find(struct db *db, struct arena *a, int64_t person, struct expert_row *out)
{
	return db_one(db, a, "party_expert", &(struct id_key){ person }, out);
}

struct str org_name(struct db *db, struct arena *a, int64_t id)
{
	struct org_row o;

	return id && org_find(db, a, id, &o) ? o.name : (struct str){ 0 };
}

struct str person_name(struct db *db, struct arena *a, int64_t id)
{
	struct person_row p;

	return id && person_find(db, a, id, &p) ? p.name : (struct str){ 0 };
}

struct rows people_of_org(struct db *db, struct arena *a, int64_t org)
{
	return db_all(db, a, "party_people_of_org", &(struct id_key){ org });
}

struct rows people_with_role(struct db *db, struct arena *a, int64_t programme, struct str role)
{
	return db_all(db, a, "party_people_with_role", &(struct party_code_key){ programme, role });
}

int64_t discredit_latest(struct db *db, struct arena *a, const struct discredit_key *key, struct discredit_row *out)
{
	struct rows found = db_all(db, a, "integrity_counting", key);

	*out = found.n ? *(struct discredit_row *)found.v : (struct discredit_row){ 0 };
	return (int64_t)found.n;
}

int64_t id_from_seed(struct arena *a, struct str seed, const char *what)
{
	struct str hex = hmac_text(a, seed, str_of(what));
	int64_t id = 0;

	for (size_t i = 0; i < 13; i++)
		id = id << 4 | (hex.p[i] <= '9' ? hex.p[i] - '0' : hex.p[i] - 'a' + 10);
	return id ? id : 1;
}

/* What other rooms and the pages ask of objections. Reads only. */
#include "base/hash.h"
#include "life/6-notice/objection.h"

bool objection_find(struct db *db, struct arena *a, int64_t objection, struct objection_row *out)
{
	return db_one(db, a, "objection_one", &(struct objection_key){ .id = objection }, out);
}

bool objection_open(struct str state)
{
	return str_is(state, "filed") || str_is(state, "accepted") || str_is(state, "investigating") || str_is(state, "decided");
}

int64_t objections_open(struct db *db, struct arena *a, int64_t challenge)
{
	struct count_row n;

	return db_one(db, a, "objection_open_count", &(struct objection_key){ .challenge = challenge }, &n) ? n.n : 0;
}

bool objection_by_code(struct db *db, struct arena *a, int64_t programme, struct str number, struct str code, struct objection_row *out)
{
	struct objection_key key = { .programme = programme, .number = str_trim(number) };
	struct objector_row who;

	if (!db_one(db, a, "objection_by_number", &key, out))
		return false;
	key.id = out->id;
	return db_one(db, a, "objector_of", &key, &who) && str_eq(who.code_digest, hash_text(a, HASH_SHA256, str_trim(code)));
}

struct rows objections_public(struct db *db, struct arena *a, int64_t notice)
{
	return db_all(db, a, "objections_public", &(struct objection_key){ .notice = notice });
}

bool objection_knows(struct db *db, struct arena *a, const struct objection_row *o, enum role role, int64_t person)
{
	struct count_row n;

	if (role != ROLE_bureau)
		return false;
	if (str_is(o->state, "filed"))
		return true;
	return db_one(db, a, "objection_handled_by", &(struct objection_key){ .id = o->id, .person = person }, &n) && n.n > 0;
}

struct str notice_correction(struct db *db, struct arena *a, int64_t notice)
{
	struct award_correction_row k;

	return db_one(db, a, "award_correction_of", &(struct objection_key){ .notice = notice }, &k) ? k.correction : (struct str){ 0 };
}

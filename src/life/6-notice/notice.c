/* What other rooms and the public pages ask of notices. Reads only. */
#include "base/word.h"
#include "life/6-notice/notice.h"

/* A case in a restricted scope comes without its title. */
static void name_it(struct notice_public_row *n)
{
	if (!n->title.n)
		n->title = word_text(WORD_notice_restricted);
}

struct rows notice_public(struct db *db, struct arena *a, const struct notice_key *key)
{
	struct rows rows = db_all(db, a, "notice_public_list", key);
	struct notice_public_row *v = rows.v;

	for (size_t i = 0; i < rows.n; i++) {
		struct notice_key one = { .id = v[i].id };

		v[i].partners = notice_names(a, db_all(db, a, "notice_partners", &one));
		name_it(&v[i]);
	}
	return rows;
}

int64_t notice_public_total(struct db *db, struct arena *a, const struct notice_key *key)
{
	struct count_row n;

	return db_one(db, a, "notice_public_count", key, &n) ? n.n : 0;
}

bool notice_public_find(struct db *db, struct arena *a, int64_t programme, int64_t notice, struct notice_public_row *out)
{
	struct notice_key key = { .programme = programme, .id = notice };

	if (!db_one(db, a, "notice_public_one", &key, out))
		return false;
	out->partners = notice_names(a, db_all(db, a, "notice_partners", &key));
	name_it(out);
	return true;
}

struct str notice_names(struct arena *a, struct rows names)
{
	const struct notice_name_row *v = names.v;
	struct str all = { 0 };

	for (size_t i = 0; i < names.n; i++)
		all = i ? str_join(a, all, "; ", v[i].name) : v[i].name;
	return all;
}

int64_t notice_days_left(const struct calendar *c, int64_t today, int64_t last_day)
{
	return today > last_day ? 0 : calendar_count(c, today, last_day);
}

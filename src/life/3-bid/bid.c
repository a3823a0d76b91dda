/*
 * Reading bids.  Writes nothing.
 */
#include "life/3-bid/bid.h"
#include "life/3-bid/consortium.h"

bool bid_find(struct db *db, struct arena *a, int64_t bid, struct bid_row *out)
{
	struct id_key key = { .id = bid };

	return db_one(db, a, "bid_read", &key, out);
}

bool bid_content(struct db *db, struct arena *a, int64_t bid, struct bid_full *out)
{
	struct bid_key key = { 0 };
	struct id_key version;

	*out = (struct bid_full){ 0 };
	if (!bid_find(db, a, bid, &out->bid))
		return false;
	version.id = key.bid_version = out->bid.bid_version;
	if (!db_one(db, a, "bid_version_read", &version, &out->v))
		return false;
	out->members = db_all(db, a, "bid_members_of", &key);
	out->team = db_all(db, a, "bid_team_of", &key);
	out->answers = db_all(db, a, "bid_answers_of", &key);
	out->milestones = db_all(db, a, "bid_milestones_of", &key);
	out->budget = db_all(db, a, "bid_budget_of", &key);
	return true;
}

struct rows bid_opened(struct db *db, struct arena *a, int64_t challenge)
{
	struct challenge_key key = { .challenge = challenge };

	return db_all(db, a, "bid_opened", &key);
}

struct rows bid_passed(struct db *db, struct arena *a, int64_t challenge)
{
	struct challenge_key key = { .challenge = challenge };

	return db_all(db, a, "bid_passed", &key);
}

struct rows bid_members(struct db *db, struct arena *a, int64_t bid)
{
	struct bid_row row;
	struct bid_key key = { 0 };

	if (!bid_find(db, a, bid, &row))
		return (struct rows){ 0 };
	key.bid_version = row.bid_version;
	return db_all(db, a, "bid_members_of", &key);
}

struct rows bid_visible(struct db *db, struct arena *a, const struct need_reader *who, int64_t challenge, int64_t bid)
{
	struct bid_key key = { .programme = who->programme, .bid = bid, .challenge = bid ? 0 : challenge, .org = who->org,
		.person = who->person, .role = str_of(role_name(who->role)) };

	return db_all(db, a, "bid_visible", &key);
}

struct str bid_departed(struct db *db, struct arena *a, int64_t challenge, int64_t bid)
{
	struct partner_key key = { .challenge = challenge, .bid = bid };
	struct departure_row left;

	return db_one(db, a, "departure_first", &key, &left) ? left.name : (struct str){ 0 };
}

/* What other rooms and the public pages ask of notices. Reads only. */
#include "across/race/race.h"
#include "base/word.h"
#include "life/5-decision/decision.h"
#include "life/6-notice/notice.h"

/* A case in a restricted scope comes without its title. */
static void name_it(struct notice_public_row *n)
{
	if (!n->title.n)
		n->title = word_text(WORD_notice_restricted);
}

bool notice_race(struct db *db, struct arena *a, int64_t challenge, struct notice_race *out)
{
	struct rows winners = race_winners(db, a, challenge);
	const struct race_winner_row *w = winners.v;
	struct decision_key key = { .challenge = challenge };
	struct decision_fund_row fund;

	if (winners.n < 2)
		return false;
	*out = (struct notice_race){ .names = word(a, WORD_race_names, "names", str_c(a, race_names(a, winners)), NULL) };
	for (size_t i = 0; i < winners.n; i++) {
		out->plans = i ? str_join(a, out->plans, "; ", w[i].plan) : w[i].plan;
		out->leaders = i ? str_join(a, out->leaders, "; ", w[i].leader) : w[i].leader;
	}
	if (db_one(db, a, "decision_fund", &key, &fund))
		out->pay_fen = fund.pay_fen;
	return true;
}

void notice_public_finish(struct db *db, struct arena *a, struct notice_public_row *n)
{
	struct notice_key one = { .id = n->id };
	struct notice_race race;

	n->partners = notice_names(a, db_all(db, a, "notice_partners", &one));
	if (!notice_race(db, a, n->challenge, &race))
		return;
	n->winner = race.names;
	n->partners = STR("");
	n->quote_fen = race.pay_fen;
	if (n->plan.n)
		n->plan = race.plans;
	if (n->leader.n)
		n->leader = race.leaders;
}

struct rows notice_public(struct db *db, struct arena *a, const struct notice_key *key)
{
	struct rows rows = db_all(db, a, "notice_public_list", key);
	struct notice_public_row *v = rows.v;

	for (size_t i = 0; i < rows.n; i++) {
		notice_public_finish(db, a, &v[i]);
		name_it(&v[i]);
	}
	return rows;
}

int64_t notice_public_total(struct db *db, struct arena *a, const struct notice_key *key)
{
	struct count_row n;

	return db_one(db, a, "notice_public_count", key, &n) ? n.n : 0;
}

bool notice_find_for(struct db *db, struct arena *a, const struct notice_key *key, struct notice_public_row *out)
{
	if (!db_one(db, a, "notice_public_one", key, out))
		return false;
	notice_public_finish(db, a, out);
	name_it(out);
	return true;
}

bool notice_public_find(struct db *db, struct arena *a, int64_t programme, int64_t notice, struct notice_public_row *out)
{
	return notice_find_for(db, a, &(struct notice_key){ .programme = programme, .id = notice }, out);
}

int64_t notice_restricted_shown(const struct policy *p)
{
	return policy_enabled(p, RULE_notice_restricted) && policy_param(p, RULE_notice_restricted, "public");
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

struct rows notice_scores(struct db *db, struct arena *a, const struct policy *p, int64_t challenge)
{
	struct notice_key key = { .challenge = challenge };
	struct rows rows = policy_publishes(p, "scores") ? db_all(db, a, "notice_scores", &key) : (struct rows){ 0 };
	struct notice_score_line *l = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		l[i].score = str_fmt(a, "%lld.%02lld", (long long)l[i].hundredths / 100, (long long)l[i].hundredths % 100);
	return rows;
}

struct rows notice_experts(struct db *db, struct arena *a, const struct policy *p, int64_t challenge)
{
	struct notice_key key = { .challenge = challenge };

	return policy_publishes(p, "experts") ? db_all(db, a, "notice_experts", &key) : (struct rows){ 0 };
}

/*
 * One-time links: how a person comes to a first password, or to a new one.
 *
 * Outside the book: the token is random, only its digest is kept, and no act makes it (what an act makes can be computed again).
 */
#include "across/party/party.h"
#include "base/hash.h"
#include "base/word.h"

struct str enter_link_make(struct db *write, struct arena *a, int64_t person, int64_t now, struct str seed)
{
	struct str token = hmac_text(a, seed, str_fmt(a, "enter link %lld", (long long)person));
	struct enter_link_row row = {
		.id = id_from_seed(a, token, "enter link id"),
		.digest = hash_text(a, HASH_SHA256, token),
		.person = person,
		.made_at = now,
		.until = now + ENTER_LINK_MS,
	};

	db_run(write, "party_enter_links_end", &row);
	db_run(write, "party_enter_link_insert", &row);
	return token;
}

static void send(struct db *write, struct arena *a, const struct person_row *p, int64_t now, struct str seed)
{
	struct str token = enter_link_make(write, a, p->id, now, seed);
	struct party_mail_row mail = {
		.id = id_from_seed(a, token, "mail"),
		.at = now,
		.to_secret = p->email_secret,
		.title = word(a, WORD_party_link_title, "login", str_c(a, p->login), NULL),
		.body = word(a, WORD_party_link_body, "name", str_c(a, p->name), "login", str_c(a, p->login),
			"link", str_c(a, str_fmt(a, "/enter/%.*s", STR_ARG(token))), NULL),
	};

	db_run(write, "party_mail", &mail);
}

int64_t enter_links_send(struct db *write, struct arena *a, int64_t programme, int64_t now, struct str seed)
{
	if (!db_begin(write))
		return 0;
	struct rows people = db_all(write, a, "party_people_unlinked", &(struct id_key){ programme });
	for (size_t i = 0; i < people.n; i++)
		send(write, a, (struct person_row *)people.v + i, now, seed);
	if (people.n && db_commit(write))
		return (int64_t)people.n;
	db_rollback(write);
	db_fault_clear(write);
	return 0;
}

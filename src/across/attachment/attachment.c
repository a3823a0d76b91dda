/*
 * Attachments' rows and the one rule who may read a file (attachment.h).
 */
#include "across/attachment/attachment.h"
#include "across/talk/talk.h"
#include "across/party/party.h"

struct str attachment_path(struct arena *a, struct str data, struct str digest)
{
	return str_fmt(a, "%.*s/attachments/%.2s/%.*s", STR_ARG(data), digest.n >= 2 ? digest.p : "__", STR_ARG(digest));
}

bool attachment_find(struct db *db, struct arena *a, struct str digest, struct attachment_row *out)
{
	return db_one(db, a, "attachment_find", &(struct attachment_key){ .digest = digest }, out);
}

void attachment_add(struct db *write, const struct attachment_row *row)
{
	db_run(write, "attachment_add", row);
}

void attachment_link(struct db *write, struct arena *a, const struct attachment_use_row *use)
{
	struct attachment_use_row row = *use;

	row.id = id_from_seed(a, row.digest, str_c(a, str_fmt(a, "use %lld", (long long)row.journal)));
	db_run(write, "attachment_link", &row);
}

struct reader {
	struct db *db;
	struct arena *a;
	int64_t person, org;
	enum role role;
};

static bool counts(const struct reader *r, const char *statement, const void *key)
{
	struct count_row c = { 0 };

	return db_one(r->db, r->a, statement, key, &c) && c.n > 0;
}

static bool is_office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_finance || role == ROLE_audit || role == ROLE_government;
}

static bool is_admin(enum role role)
{
	return role == ROLE_admin_sys || role == ROLE_admin_sec || role == ROLE_admin_audit;
}

/* Beside the offices: who reads what an act showed. The first line that the act's name begins with counts; the last is for all others. */
static const struct {
	const char *acts;
	unsigned parties;               /* relations that read it */
	enum { SEAT_NONE, SEAT_ANY, SEAT_LATE } seat;   /* experts who have declared: none, of any panel, of those that check the project */
} audiences[] = {
	{ "list_",        0,                            SEAT_NONE },    /* tells of other cases too */
	{ "affiliation_", 0,                            SEAT_NONE },
	{ "countersign_", 0,                            SEAT_NONE },
	{ "award_",       REL_DEMANDER,                 SEAT_NONE },
	{ "need_",        REL_DEMANDER | REL_AWARDEE,   SEAT_ANY },
	{ "payment_",     REL_DEMANDER | REL_AWARDEE,   SEAT_NONE },
	{ "fiscal_",      REL_DEMANDER | REL_AWARDEE,   SEAT_NONE },
	{ "",             REL_DEMANDER | REL_AWARDEE,   SEAT_LATE },
};

static bool party_reads(const struct reader *r, const struct attachment_use_row *use)
{
	size_t i = 0;

	while (!str_starts(use->act, audiences[i].acts))
		i++;
	struct attachment_seat_key seat = { use->challenge, r->person, audiences[i].seat == SEAT_LATE };
	if (relations_of(r->db, r->a, r->person, r->org, "challenge", use->challenge) & audiences[i].parties)
		return true;
	return audiences[i].seat != SEAT_NONE && counts(r, "attachment_declared", &seat);
}

/* An objection's files: by the officers who handle it; each side reads what it sent itself. */
static bool objection_reads(const struct reader *r, const struct attachment_use_row *use)
{
	struct attachment_bid_key key = { .journal = use->journal, .person = r->person };

	return r->role == ROLE_bureau && counts(r, "attachment_objection", &key);
}

/* Files of the integrity procedure are read by those who may know of it (allegation_known() says the same). */
static bool of_allegation(struct str act)
{
	return str_starts(act, "allegation_") || str_is(act, "statement_give") || str_is(act, "crime_refer") || str_starts(act, "appeal_");
}

/* A bid's files are read by those who read the bid: nobody but its author before the opening, no competitor after it. */
static bool use_readable(const struct reader *r, const struct attachment_use_row *use)
{
	struct attachment_bid_key bid = { use->journal, r->person, is_admin(r->role) ? 0 : r->org, str_of(role_name(r->role)) };

	if (id_programme(use->journal) != id_programme(r->person))
		return false;
	bool filed = str_is(use->act, "objection_file");        /* colleagues do not read who of them objected */

	if ((!filed && use->org && use->org == r->org && !is_admin(r->role)) || (use->person && use->person == r->person))
		return true;
	if (str_starts(use->act, "objection_"))
		return objection_reads(r, use);
	if (r->role == ROLE_audit && !(relations_of(r->db, r->a, r->person, r->org, "challenge", use->challenge) & REL_AUDITOR))
		return false;           /* a firm reads what belongs to the cases it is engaged in */
	if (of_allegation(use->act))
		return counts(r, "attachment_allegation", &bid);
	if (!use->challenge)
		return r->role == ROLE_bureau;
	struct talk_key talk = { .journal = use->journal, .org = bid.org, .role = bid.role };
	if (str_starts(use->act, "talk_"))
		return counts(r, "attachment_talk", &talk);
	if (str_is(use->act, "bid_submit"))
		return counts(r, "attachment_bid", &bid);
	if (str_starts(use->act, "partner_"))
		return counts(r, "attachment_part", &bid);
	return is_office(r->role) || party_reads(r, use);
}

bool attachment_readable(struct db *db, struct arena *a, struct str digest, const struct attachment_reader *who)
{
	struct reader r = { db, a, who->person, who->org, who->role };
	struct attachment_key key = { .digest = digest, .person = who->person, .org = is_admin(who->role) ? 0 : who->org };

	if (!who->person)
		return false;
	if (counts(&r, "attachment_own", &key))
		return true;
	struct rows uses = db_all(db, a, "attachment_uses", &key);
	for (size_t i = 0; i < uses.n; i++)
		if (use_readable(&r, (struct attachment_use_row *)uses.v + i))
			return true;
	return false;
}

/* Who names a digest must have it: else naming one would open it. */
static bool may_show(struct db *db, struct arena *a, const struct attachment_use_row *use, enum role role)
{
	struct attachment_row row;

	if (use->person)
		return attachment_readable(db, a, use->digest, &(struct attachment_reader){ use->person, use->org, role });
	return attachment_find(db, a, use->digest, &row) && !row.person;
}

struct link {
	struct db *write;
	struct arena *a;
	struct attachment_use_row use;
	enum role role;
};

static void link_digests(const struct link *l, struct str digests)
{
	struct attachment_use_row use = l->use;

	while (digests.n) {
		use.digest = str_trim(str_cut(&digests, ','));
		if (use.digest.n && may_show(l->write, l->a, &use, l->role))
			attachment_link(l->write, l->a, &use);
	}
}

static void link_fields(const struct link *l, const struct fields *t, const void *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];

		if (f->kind == KIND_file)
			link_digests(l, FIELD_STR(row, f));
		if (f->kind != KIND_rows || !f->sub)
			continue;
		struct rows rows = FIELD_ROWS(row, f);
		for (size_t k = 0; k < rows.n; k++)
			link_fields(l, f->sub, (const char *)rows.v + k * f->sub->size);
	}
}

void attachment_link_input(struct db *write, struct arena *a, const struct act_run *r, int64_t journal)
{
	struct link l = { write, a, { .journal = journal, .challenge = r->challenge, .act = str_of(r->info->name), .person = r->q->person,
		.org = r->q->org }, r->q->role };

	if (r->info->form)
		link_fields(&l, request_form(r->q), r->q->in);
}

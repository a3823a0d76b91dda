/*
 * Attachments' rows and the one rule who may read a file (attachment.h).
 */
#include "across/attachment/attachment.h"
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

/* A bid's files are sealed until the bids are opened: only their author's before. */
static bool use_readable(const struct reader *r, const struct attachment_use_row *use)
{
	if ((use->org && use->org == r->org && !is_admin(r->role)) || (use->person && use->person == r->person))
		return true;
	if (!use->challenge)
		return r->role == ROLE_bureau || r->role == ROLE_audit;
	if (str_is(use->act, "bid_submit") && !counts(r, "attachment_opened", &(struct challenge_key){ use->challenge }))
		return false;
	if (is_office(r->role))
		return true;
	unsigned rel = relations_of(r->db, r->a, r->person, r->org, "challenge", use->challenge);
	if (rel & (REL_DEMANDER | REL_AWARDEE))
		return true;
	return (rel & REL_SEATED) && counts(r, "attachment_declared", &(struct attachment_seat_key){ use->challenge, r->person });
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
		link_fields(&l, r->info->form, r->q->in);
}

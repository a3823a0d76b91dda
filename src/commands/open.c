/* Programme: begin, copy, open. */
#include "commands/open.h"

#include "act/journal.h"
#include "base/hash.h"
#include "commands/pack.h"

bool pack_keep(struct arena *a, struct db *db, const struct policy *p, struct rows files)
{
	const struct pack_file *f = files.v;
	struct id_key last = { 0 };
	if (!db_one(db, a, "pack_file_last", NULL, &last))
		return false;
	for (size_t i = 0; i < files.n; i++) {
		struct pack_file_row row = { .id = last.id + (int64_t)i + 1, .pack = p->digest, .name = f[i].name, .body = f[i].text };
		if (db_run(db, "pack_file_insert", &row) < 0)
			return false;
	}
	return true;
}

/* What policy_check() says of a pack, as one text. */
static struct str unsound(struct arena *a, const struct policy *p)
{
	struct rows found = policy_check(a, p);
	const struct str *s = found.v;
	struct buf b = { .arena = a };

	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%.*s\n", STR_ARG(s[i]));
	return buf_str(&b);
}

/* Receipts and numbers begin with the prefix: two programmes of one store must not share it. */
static bool prefix_free(struct arena *a, struct db *db, struct str prefix, struct str *error)
{
	struct rows all = db_all(db, a, "programmes_all", NULL);
	const struct programme_row *row = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_eq(row[i].prefix, prefix))
			*error = str_fmt(a, "the programme %.*s has the prefix %.*s already", STR_ARG(row[i].name), STR_ARG(prefix));
	return error->n == 0;
}

bool programme_begin(struct arena *a, struct db *db, const struct programme_begin *how, struct str *error)
{
	struct rows files = pack_files(a, how->pack, error);
	if (!files.n)
		return false;
	const struct policy *p = policy_parse(a, files, error);
	if (p && !pack_embedded(a, how->pack))
		*error = unsound(a, p);
	if (!p || error->n || !prefix_free(a, db, p->prefix, error))
		return false;
	struct programme_row row = { .id = how->id, .name = p->name, .prefix = p->prefix, .pack = p->digest, .hash = str_of(how->hash),
		.started_at = how->now };
	row.head_hash = programme_genesis(a, &row);
	if (db_begin(db) && db_run(db, "programme_insert", &row) >= 0 && pack_keep(a, db, p, files) && db_commit(db))
		return true;
	*error = str_copy(a, db_fault_text(db));
	db_rollback(db);
	return false;
}

bool programme_copy(struct arena *a, struct db *from, struct db *to, int64_t id)
{
	struct programme_row row;
	struct id_key key = { .id = id };
	if (!db_one(from, a, "programme_read", &key, &row))
		return false;
	row.head_seq = 0;
	row.head_hash = programme_genesis(a, &row);
	struct rows files = db_all(from, a, "pack_files_all", NULL);
	bool good = db_begin(to) && db_run(to, "programme_insert", &row) >= 0;
	for (size_t i = 0; good && i < files.n; i++)
		good = db_run(to, "pack_file_insert", &((struct pack_file_row *)files.v)[i]) >= 0;
	return good && db_commit(to);
}

/* Every pack of the store. The rows come sorted by pack, then name: each run of one pack is parsed. */
static bool parse_packs(struct arena *a, struct db *db, struct rows *packs, struct str *error)
{
	struct rows rows = db_all(db, a, "pack_files_all", NULL);
	const struct pack_file_row *r = rows.v;
	const struct policy **p = NEW_ARRAY(a, rows.n + 1, const struct policy *);

	*packs = (struct rows){ p, 0 };
	for (size_t i = 0, end; i < rows.n; i = end) {
		struct pack_file *files = NEW_ARRAY(a, rows.n, struct pack_file);
		for (end = i; end < rows.n && str_eq(r[end].pack, r[i].pack); end++)
			files[end - i] = (struct pack_file){ r[end].name, r[end].body };
		p[packs->n] = policy_parse(a, (struct rows){ files, end - i }, error);
		if (!p[packs->n++])
			return false;
	}
	return true;
}

/* What all programmes of a store share. */
struct common {
	struct rows packs;
	const struct calendar *calendar;
};

static bool common_read(struct arena *a, struct db *db, struct common *c, struct str *error)
{
	c->calendar = calendar_parse(a, pack_calendar_files(a), error);
	return c->calendar && parse_packs(a, db, &c->packs, error);
}

static struct programme *programme_of(struct arena *a, const struct programme_row *row, const struct common *c, struct str *error)
{
	const struct policy *const *packs = c->packs.v;
	struct programme *pg = NEW(a, struct programme);

	*pg = (struct programme){ .id = row->id, .name = row->name, .prefix = row->prefix, .site = row->site, .packs = c->packs,
		.calendar = c->calendar, .hash = str_is(row->hash, "sm3") ? HK_SM3 : HK_SHA256 };
	for (size_t i = 0; i < c->packs.n; i++)
		if (str_eq(packs[i]->digest, row->pack))
			pg->policy = packs[i];
	if (!pg->policy)
		*error = STR("the store does not hold the programme's pack");
	return pg->policy ? pg : NULL;
}

struct programme *programme_open(struct arena *a, struct db *db, int64_t id, struct str *error)
{
	struct programme_row row;
	struct id_key key = { .id = id };
	struct common c;
	if (!db_one(db, a, "programme_read", &key, &row)) {
		*error = STR("the store holds no such programme; run: jiebang init");
		return NULL;
	}
	return common_read(a, db, &c, error) ? programme_of(a, &row, &c, error) : NULL;
}

struct rows programmes_open(struct arena *a, struct db *db, struct str *error)
{
	struct rows rows = db_all(db, a, "programmes_all", NULL);
	const struct programme_row *row = rows.v;
	const struct programme **all = NEW_ARRAY(a, rows.n + 1, const struct programme *);
	struct common c;

	if (!rows.n)
		*error = STR("the store holds no programme; run: jiebang init");
	if (!rows.n || !common_read(a, db, &c, error))
		return (struct rows){ 0 };
	for (size_t i = 0; i < rows.n; i++)
		if (!(all[i] = programme_of(a, &row[i], &c, error)))
			return (struct rows){ 0 };
	return (struct rows){ all, rows.n };
}

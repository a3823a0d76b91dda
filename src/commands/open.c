/* Programme: begin, copy, open. */
#include "commands/open.h"

#include "act/journal.h"
#include "base/hash.h"
#include "commands/pack.h"

static bool write_pack(struct db *db, const struct policy *p, struct rows files, int64_t id)
{
	const struct pack_file *f = files.v;
	for (size_t i = 0; i < files.n; i++) {
		struct pack_file_row row = { .id = (id << 20) + (int64_t)i + 1, .pack = p->digest, .name = f[i].name, .body = f[i].text };
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

bool programme_begin(struct arena *a, struct db *db, const struct programme_begin *how, struct str *error)
{
	struct rows files = pack_files(a, how->pack, error);
	if (!files.n)
		return false;
	const struct policy *p = policy_parse(a, files, error);
	if (p && !pack_embedded(a, how->pack))
		*error = unsound(a, p);
	if (!p || error->n)
		return false;
	struct programme_row row = { .id = how->id, .name = p->name, .prefix = p->prefix, .pack = p->digest, .hash = str_of(how->hash),
		.started_at = how->now };
	row.head_hash = programme_genesis(a, &row);
	if (db_begin(db) && db_run(db, "programme_insert", &row) >= 0 && write_pack(db, p, files, how->id) && db_commit(db))
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

/* The rows come sorted by pack, then name: each run of one pack is parsed. */
static bool parse_packs(struct arena *a, struct rows rows, struct programme *pg, struct str wanted, struct str *error)
{
	const struct pack_file_row *r = rows.v;
	const struct policy **packs = NEW_ARRAY(a, rows.n + 1, const struct policy *);
	size_t n = 0;
	for (size_t i = 0, end; i < rows.n; i = end) {
		struct pack_file *files = NEW_ARRAY(a, rows.n, struct pack_file);
		for (end = i; end < rows.n && str_eq(r[end].pack, r[i].pack); end++)
			files[end - i] = (struct pack_file){ r[end].name, r[end].body };
		const struct policy *p = policy_parse(a, (struct rows){ files, end - i }, error);
		if (!p)
			return false;
		packs[n++] = p;
		if (str_eq(p->digest, wanted))
			pg->policy = p;
	}
	pg->packs = (struct rows){ packs, n };
	if (!pg->policy)
		*error = STR("the store does not hold the programme's pack");
	return pg->policy != NULL;
}

struct programme *programme_open(struct arena *a, struct db *db, int64_t id, struct str *error)
{
	struct programme_row row;
	struct id_key key = { .id = id };
	if (!db_one(db, a, "programme_read", &key, &row)) {
		*error = STR("the store holds no such programme; run: jiebang init");
		return NULL;
	}
	struct programme *pg = NEW(a, struct programme);
	pg->id = id;
	pg->prefix = row.prefix;
	pg->hash = str_is(row.hash, "sm3") ? HK_SM3 : HK_SHA256;
	pg->calendar = calendar_parse(a, pack_calendar_files(a), error);
	if (!pg->calendar || !parse_packs(a, db_all(db, a, "pack_files_all", NULL), pg, row.pack, error))
		return NULL;
	return pg;
}

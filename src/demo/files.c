/*
 * The files that the demo's acts name: their content is their name, so a reader who downloads one gets what its digest says.
 *
 * An act shows only a file that its author has: every organisation has every file of the stories; a voucher has the payer alone.
 */
#include "demo/demo_in.h"

#include <string.h>
#include <sys/stat.h>

#include "across/attachment/attachment.h"
#include "across/party/party.h"
#include "base/asset.h"
#include "base/hash.h"
#include "base/word.h"
#include "commands/folder.h"

static bool keep(struct demo *d, struct str name, int64_t org)
{
	struct str digest = hash_text(d->a, HASH_SHA256, name);
	struct attachment_row row = { .id = ++d->files, .digest = digest, .size = (int64_t)name.n, .name = name, .type = STR("text/plain"),
		.org = org, .at = d->now };
	const char *path = attachment_path(d->a, str_of(d->data), digest).p;
	char *folder = (char *)str_copy(d->a, str_of(path)).p;
	*strrchr(folder, '/') = 0;
	mkdir(folder, 0700);
	if (!folder_write(d->a, folder, strrchr(path, '/') + 1, name, d->error))
		return false;
	attachment_add(d->db, &row);
	return true;
}

/* Every value that ends in .txt in the demo's stories is a file. */
static bool keep_all(struct demo *d, int64_t org)
{
	for (size_t i = 0; i < assets_n; i++) {
		struct str text = assets[i].text;
		if (!str_starts(str_of(assets[i].name), "demo/"))
			continue;
		while (text.n) {
			struct str name = str_trim(str_cut(&text, '\n'));
			str_cut(&name, '=');
			name = str_trim(name);
			if (str_ends(name, ".txt") && !keep(d, name, org))
				return false;
		}
	}
	return true;
}

bool demo_files_public(struct demo *d)
{
	return !d->data || (db_begin(d->db) && keep_all(d, 0) && db_commit(d->db));
}

bool demo_files_of_orgs(struct demo *d)
{
	struct org_list_key key = { .programme = d->pg->id, .limit = 1000 };
	struct rows orgs = db_all(d->db, d->a, "party_orgs", &key);
	const struct org_item *o = orgs.v;
	bool good = !d->data || db_begin(d->db);
	for (size_t i = 0; d->data && good && i < orgs.n; i++)
		good = keep_all(d, o[i].id);
	return good && (!d->data || db_commit(d->db));
}

bool demo_voucher(struct demo *d, int64_t number, int64_t org)
{
	struct str name = word(d->a, WORD_demo_voucher, "number", str_fmt(d->a, "%lld", (long long)number).p, NULL);
	demo_set(d, "voucher", name);
	return !d->data || (db_begin(d->db) && keep(d, name, org) && db_commit(d->db));
}

/* The files that the demo's acts name: their content is their name, so a reader who downloads one gets what its digest says. */
#include "demo/demo_in.h"

#include <sys/stat.h>

#include "across/attachment/attachment.h"
#include "base/asset.h"
#include "base/hash.h"
#include "base/word.h"
#include "commands/folder.h"

static bool keep(struct demo *d, const char *data, struct str name, int64_t id)
{
	struct str digest = hash_text(d->a, HASH_SHA256, name);
	struct attachment_row row = { .id = id, .digest = digest, .size = (int64_t)name.n, .name = name, .type = STR("text/plain"), .at = d->now };
	mkdir(str_fmt(d->a, "%s/attachments/%.2s", data, digest.p).p, 0700);
	const char *path = str_fmt(d->a, "attachments/%.2s/%.*s", digest.p, STR_ARG(digest)).p;
	if (!folder_write(d->a, data, path, name, d->error))
		return false;
	attachment_add(d->db, &row);
	return true;
}

struct str demo_voucher(struct demo *d, int64_t number)
{
	return word(d->a, WORD_demo_voucher, "number", str_fmt(d->a, "%lld", (long long)number).p, NULL);
}

/* Every value that ends in .txt in the demo's stories is a file. */
bool demo_files(struct demo *d, const char *data)
{
	int64_t id = 0;
	if (!data)
		return true;
	db_begin(d->db);
	for (int64_t i = 1; i <= d->references; i++)
		if (!keep(d, data, demo_voucher(d, i), ++id))
			return false;
	for (size_t i = 0; i < assets_n; i++) {
		struct str text = assets[i].text;
		if (!str_starts(str_of(assets[i].name), "demo/"))
			continue;
		while (text.n) {
			struct str line = str_trim(str_cut(&text, '\n'));
			struct str name = line;
			str_cut(&name, '=');
			name = str_trim(name);
			if (str_ends(name, ".txt") && !keep(d, data, name, ++id))
				return false;
		}
	}
	return db_commit(d->db);
}

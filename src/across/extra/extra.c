/* Values of extra fields for pages (extra.h). */
#include "across/extra/extra.h"

#include "store/db.h"

static struct rows items(struct arena *a, struct rows rows)
{
	const struct extra_value_row *v = rows.v;
	struct extra_item *out = NEW_ARRAY(a, rows.n + 1, struct extra_item);

	for (size_t i = 0; i < rows.n; i++) {
		bool file = str_is(v[i].kind, "file");
		out[i] = (struct extra_item){ .form = v[i].form, .kind = v[i].kind, .label = v[i].label };
		*(file ? &out[i].files : &out[i].value) = v[i].value;
	}
	return (struct rows){ out, rows.n };
}

struct rows extra_of_case(struct db *db, struct arena *a, int64_t challenge)
{
	struct extra_key key = { .challenge = challenge };

	return items(a, db_all(db, a, "extra_of_case", &key));
}

struct rows extra_of_thing(struct db *db, struct arena *a, const char *form, int64_t about)
{
	struct extra_key key = { .about = about, .form = str_of(form) };

	return items(a, db_all(db, a, "extra_of_thing", &key));
}

struct rows step_notes_of_case(struct db *db, struct arena *a, int64_t challenge)
{
	struct extra_key key = { .challenge = challenge };

	return db_all(db, a, "step_notes", &key);
}

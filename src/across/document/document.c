/*
 * A paper is the pack's text over a room's struct, on one sheet; see document.h.
 */
#include "across/document/document.h"

#include <assert.h>

#include "base/asset.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/log.h"
#include "act/journal.h"
#include "tables/choices.h"
#include "web/template.h"

#define EVERYBODY ~0u

#define DOCUMENT(NAME, TABLE_ID, AUDIENCE) extern const struct fields TABLE_ID##_fields;
#include "across/document/documents.def"
#undef DOCUMENT

static const struct document_info documents[] = {
#define DOCUMENT(NAME, TABLE_ID, AUDIENCE) { #NAME, &TABLE_ID##_fields, AUDIENCE },
#include "across/document/documents.def"
#undef DOCUMENT
};

const struct document_info *document_all(size_t *n)
{
	*n = sizeof documents / sizeof *documents;
	return documents;
}

const struct document_info *document_info(struct str name)
{
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
		if (str_is(name, documents[i].name))
			return &documents[i];
	return NULL;
}

bool document_may(const struct document_info *d, enum role role, unsigned relations)
{
	bool office = role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance
		|| (role == ROLE_audit && (relations & REL_AUDITOR));

	return d->audience == EVERYBODY || office || (relations & d->audience);
}

bool document_public(const struct document_info *d)
{
	return d->audience == EVERYBODY;
}

bool document_readable(struct db *db, struct arena *a, const struct document_info *d, int64_t paper, const struct document_reader *who)
{
	struct document_seat_key key = { paper, who->person };
	struct count_row seats;

	if (document_may(d, who->role, who->relations & ~(unsigned)REL_SEATED))
		return true;
	return document_may(d, who->role, who->relations) && db_one(db, a, "document_seat", &key, &seats) && seats.n;
}

bool document_find(struct db *db, struct arena *a, int64_t id, struct document_row *out)
{
	struct id_key key = { .id = id };

	return db_one(db, a, "document_read", &key, out);
}

struct str document_digest(struct db *db, struct arena *a, int64_t paper)
{
	struct document_row row = { 0 };

	return paper && document_find(db, a, paper, &row) ? row.digest : STR("");
}

struct str document_render(struct arena *a, const struct policy *p, const struct document_info *d, const void *data,
	const struct document_sheet *sheet, struct str *error)
{
	const struct asset *layout = template_asset(STR("paper.html"));
	const struct paper *paper = policy_paper(p, d->name);
	struct template_names names = { .page = d->t, .frame = &document_sheet_fields };
	struct buf b = { .arena = a };
	struct template_out how = { .out = &b, .page = data, .frame = sheet, .choices = choice_of_policy, .ctx = (void *)p, .paper = true };
	const struct template *t;

	*error = STR("");
	if (!layout || !paper) {
		*error = str_fmt(a, "%s: no such paper", d->name);
		return STR("");
	}
	names.inner = paper->template;
	names.inner_name = str_fmt(a, "papers/%s.html", d->name);
	t = template_parse(a, STR("paper.html"), layout->text, &names, error);
	if (!t)
		return STR("");
	template_render(t, &how);
	return buf_str(&b);
}

static struct document_sheet sheet_of(struct act_run *r, const struct paper *paper)
{
	struct id_key key = { .id = r->q->programme };
	struct programme_row head = { 0 };
	struct document_sheet s = { .paper_title = paper->title, .paper_number = act_number(r, "paper"), .paper_at = r->now, .paper_day = r->today };

	db_one(r->db, r->a, "programme_read", &key, &head);
	s.paper_line = head.head_seq;
	s.paper_head = head.head_hash;
	s.paper_issuer = policy_local_name(r->policy, "bureau");
	s.paper_place = r->policy->place;
	return s;
}

int64_t act_issue(struct act_run *r, const char *document, int64_t about, const struct fields *t, const void *data)
{
	const struct document_info *d = document_info(str_of(document));
	const struct paper *paper = policy_paper(r->policy, document);
	struct document_sheet sheet;
	struct document_row row;
	struct str error;

	assert(d && d->t == t);
	if (!paper)
		return 0;
	sheet = sheet_of(r, paper);
	row = (struct document_row){ .id = act_id_next(r), .programme = r->q->programme, .kind = str_of(document), .number = sheet.paper_number,
		.title = paper->title, .challenge = r->challenge, .about = about, .at = r->now };
	row.body = document_render(r->a, r->policy, d, data, &sheet, &error);
	if (!row.body.n) {
		log_line(LOG_ERROR, "paper", "error", str_c(r->a, error), NULL);
		return 0;
	}
	row.digest = hash_text(r->a, HASH_SHA256, row.body);
	act_write(r, "document_insert", &row);
	return row.id;
}

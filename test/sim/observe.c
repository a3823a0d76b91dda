/* What happened since we last looked, read from the book: for the auditor, for the counts, for the comparison of heads. */
#include "sim/sim.h"

#include "act/journal.h"
#include "act/verify.h"

static struct rows items_of(struct db *db, struct arena *a, int64_t journal)
{
	struct journal_key key = { .journal = journal };
	struct rows rows = db_all(db, a, "journal_items", &key);
	const struct journal_item *j = rows.v;
	struct audit_item *out = NEW_ARRAY(a, rows.n + 1, struct audit_item);
	for (size_t i = 0; i < rows.n; i++)
		out[i] = (struct audit_item){ j[i].tbl, j[i].row_id };
	return (struct rows){ out, rows.n };
}

int64_t sim_observe(struct sim_scene *c, struct arena *a, struct auditor *model, struct sim_seen *seen, struct sim_counts *counts)
{
	int64_t n = 0;
	for (;;) {
		struct journal_key key = { .programme = c->pg->id, .seq = seen->seq };
		struct rows page = db_all(c->db, a, "journal_page", &key);
		const struct journal_line *l = page.v;
		for (size_t i = 0; i < page.n; i++) {
			struct audit_line line = { .made = l[i].made, .challenge = l[i].challenge, .stage = l[i].stage, .items = items_of(c->db, a, l[i].id) };
			verify_request(c->db, a, c->pg, &l[i], &line.q);
			auditor_saw(model, &line);
			if (counts)
				counts->act_done[line.q.act]++;
			*seen = (struct sim_seen){ l[i].seq, l[i].hash };
			n++;
		}
		if (!page.n)
			return n;
	}
}

/*
 * Supplements of the signed task book: what holds once they are read over the book.  Writing one stands in supplement_act.c.
 *
 * The book itself is never edited.  Later rooms write a supplement when all who have to approve a change have done so, or when the government
 * has extended the project; they read taskbook_now() where the present leader, plan or last day counts.
 */
#include "life/7-contract/contract.h"

struct rows supplement_values(struct db *db, struct arena *a, int64_t challenge)
{
	return db_all(db, a, "supplement_values_of", &(struct challenge_key){ challenge });
}

bool taskbook_now(struct db *db, struct arena *a, int64_t challenge, struct taskbook_row *out)
{
	if (!taskbook_signed(db, a, challenge, out))
		return false;
	struct rows all = supplement_values(db, a, challenge);
	const struct supplement_value_row *v = all.v;
	for (size_t i = 0; i < all.n; i++) {
		if (str_is(v[i].kind, "leader"))
			out->pi_name = v[i].holds;
		else if (str_is(v[i].kind, "plan"))
			out->research_plan = v[i].holds;
		else if (str_is(v[i].kind, "end_day"))
			out->ends = v[i].day;
	}
	return true;
}

struct rows taskbook_indicators_now(struct db *db, struct arena *a, const struct taskbook_row *book)
{
	struct rows all = supplement_values(db, a, book->challenge);
	struct rows rows = db_all(db, a, "taskbook_indicators_of", &(struct taskbook_key){ book->id });
	const struct supplement_value_row *v = all.v;
	struct taskbook_indicator_row *x = rows.v;

	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; k < rows.n && str_is(v[i].kind, "indicator"); k++)
			if (x[k].ord == v[i].which)
				x[k].name = v[i].holds;
	return rows;
}

struct rows supplement_lines(struct db *db, struct arena *a, int64_t challenge)
{
	struct rows all = db_all(db, a, "supplements_of", &(struct challenge_key){ challenge }), values = supplement_values(db, a, challenge);
	const struct supplement_row *s = all.v;
	struct supplement_value_row *v = values.v;
	struct supplement_line *out = NEW_ARRAY(a, all.n, struct supplement_line);
	size_t from = 0;

	for (size_t i = 0; i < all.n; i++) {
		size_t n = 0;
		while (from + n < values.n && v[from + n].supplement == s[i].id)
			n++;
		out[i] = (struct supplement_line){ s[i].number, s[i].source, s[i].day, s[i].paper, { v + from, n } };
		from += n;
	}
	return (struct rows){ out, all.n };
}

/*
 * When a panel has spoken: who still has to sign, the chair's turn, and the signed opinion as a paper.
 */
#include "base/word.h"
#include "across/panel/panel_in.h"

int64_t panel_unsigned(struct act_run *r, int64_t panel)
{
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;
	int64_t n = 0;

	for (size_t i = 0; i < rows.n; i++)
		n += !str_is(s[i].state, "signed") && !str_is(s[i].state, "replaced");
	return n;
}

bool panel_all_opined(struct db *db, struct arena *a, int64_t panel)
{
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(db, a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		if (!str_is(s[i].state, "opined") && !str_is(s[i].state, "replaced"))
			return false;
	return true;
}

void panel_tell_chair_when_ready(struct act_run *r, int64_t panel)
{
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;
	int64_t chair = 0;

	for (size_t i = 0; i < rows.n; i++) {
		if (str_is(s[i].state, "replaced"))
			continue;
		if (!str_is(s[i].state, "opined"))
			return;
		chair = s[i].chair ? s[i].person : chair;
	}
	if (chair)
		act_tell_person(r, chair, word(r->a, WORD_panel_ready, NULL), word(r->a, WORD_panel_ready_text, NULL),
			str_fmt(r->a, "/panels/%lld", (long long)panel));
}

struct rows panel_member_views(struct db *db, struct arena *a, int64_t panel)
{
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(db, a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;
	struct panel_member_view *out = NEW_ARRAY(a, rows.n + 1, struct panel_member_view);

	for (size_t i = 0; i < rows.n; i++) {
		struct panel_person_row who;

		key.person = s[i].person;
		db_one(db, a, "panel_person", &key, &who);
		out[i] = (struct panel_member_view){ .seat = s[i].id, .person = s[i].person, .name = s[i].name, .employer = who.employer,
			.category = s[i].category, .chair = s[i].chair, .state = s[i].state, .sign = s[i].sign, .sign_remark = s[i].sign_remark,
			.interest = s[i].interest };
	}
	return (struct rows){ out, rows.n };
}

/* The members who signed, without those who were replaced. */
static struct rows signers(struct act_run *r, int64_t panel)
{
	struct rows rows = panel_member_views(r->db, r->a, panel);
	struct panel_member_view *v = rows.v;
	size_t n = 0;

	for (size_t i = 0; i < rows.n; i++)
		if (!str_is(v[i].state, "replaced"))
			v[n++] = v[i];
	rows.n = n;
	return rows;
}

void panel_paper_issue(struct act_run *r, const struct panel_row *p)
{
	struct challenge_row c;
	struct id_key key = { .id = p->challenge };
	struct panel_result result = panel_result(r->db, r->a, p->challenge, str_c(r->a, p->kind), p->subject);

	if (!db_one(r->db, r->a, "challenge_read", &key, &c))
		return;
	struct panel_opinion_paper paper = {
		.number = c.number, .title = c.title, .kind = p->kind, .meets = p->meets, .method = p->method, .place = p->place,
		.conclusion = p->conclusion, .opinion = p->opinion, .unranked = !p->ranked, .members_n = result.members,
		.in_favour = result.in_favour, .members = signers(r, p->id),
		.ranking = panel_rank_views(r->db, r->a, r->policy, p), .signed_day = r->today,
	};
	act_issue(r, "panel_opinion", p->id, &panel_opinion_paper_fields, &paper);
}

/*
 * What other rooms ask of panels: seat one, open or dismiss a proposed one, and what came out of it.
 *
 * The writing functions may only be called from an act's apply.
 */
#include "base/day.h"
#include "base/word.h"
#include "across/panel/panel_in.h"

bool panel_find(struct db *db, struct arena *a, int64_t panel, struct panel_row *out)
{
	struct id_key key = { .id = panel };

	return db_one(db, a, "panel_one", &key, out);
}

static struct str panel_link(struct arena *a, int64_t panel)
{
	return str_fmt(a, "/panels/%lld", (long long)panel);
}

static void tell_member(struct act_run *r, const struct panel_row *p, int64_t person, bool chair)
{
	struct str title = word(r->a, chair ? WORD_panel_invited_chair : WORD_panel_invited, NULL);
	struct str text = word(r->a, WORD_panel_invited_text, "meets", str_c(r->a, day_text_cn(r->a, p->meets)), "place", str_c(r->a, p->place), NULL);

	act_tell_person(r, person, title, text, panel_link(r->a, p->id));
}

static void tell_members(struct act_run *r, const struct panel_row *p)
{
	struct panel_key key = { .panel = p->id };
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		if (!str_is(s[i].state, "replaced"))
			tell_member(r, p, s[i].person, s[i].chair);
}

void panel_seat_add(struct act_run *r, const struct panel_row *p, int64_t person, struct str category, bool chair)
{
	struct panel_key key = { .person = person };
	struct panel_person_row who;
	struct panel_seat_row s = { .id = act_id_next(r), .panel = p->id, .person = person, .category = category, .chair = chair,
		.state = STR("invited") };

	if (db_one(r->db, r->a, "panel_person", &key, &who))
		s.name = who.name;
	act_write(r, "panel_seat_insert", &s);
}

void panel_tell_joined(struct act_run *r, const struct panel_row *p, int64_t person, bool chair)
{
	tell_member(r, p, person, chair);
}

static struct panel_row make(struct act_run *r, struct panel_row p, const struct panel_form *in)
{
	const struct panel_seat_form *s = in->seats.v;

	p.id = act_id_next(r);
	p.programme = r->q->programme;
	p.meets = in->meets;
	p.method = in->method;
	p.place = in->place;
	p.ranked = 1;
	act_write(r, "panel_insert", &p);
	for (size_t i = 0; i < in->seats.n; i++)
		panel_seat_add(r, &p, s[i].person, s[i].category, s[i].chair);
	return p;
}

int64_t panel_seat(struct act_run *r, const char *kind, int64_t challenge, int64_t subject, const struct panel_form *in)
{
	struct panel_row p = { .challenge = challenge, .kind = str_of(kind), .subject = subject, .state = STR("seated") };

	p = make(r, p, in);
	tell_members(r, &p);
	return p.id;
}

int64_t panel_propose(struct act_run *r, const char *kind, int64_t challenge, int64_t subject, const struct panel_form *in)
{
	struct panel_row p = { .challenge = challenge, .kind = str_of(kind), .subject = subject, .state = STR("proposed") };

	return make(r, p, in).id;
}

static bool set_state(struct act_run *r, int64_t panel, struct str state, struct panel_row *p)
{
	if (!panel_find(r->db, r->a, panel, p))
		return false;
	p->state = state;
	act_write(r, "panel_set_state", p);
	return true;
}

void panel_open(struct act_run *r, int64_t panel)
{
	struct panel_row p;

	if (set_state(r, panel, STR("seated"), &p))
		tell_members(r, &p);
}

void panel_dismiss(struct act_run *r, int64_t panel)
{
	struct panel_row p;

	set_state(r, panel, STR("dismissed"), &p);
}

static void count_seats(const struct rows *rows, struct panel_result *out)
{
	const struct panel_seat_row *s = rows->v;

	for (size_t i = 0; i < rows->n; i++) {
		out->members += !str_is(s[i].state, "replaced");
		out->signatures += str_is(s[i].state, "signed");
	}
}

struct panel_result panel_result(struct db *db, struct arena *a, int64_t challenge, const char *kind, int64_t subject)
{
	struct panel_key key = { .challenge = challenge, .kind = str_of(kind), .subject = subject };
	struct panel_result out = { 0 };
	struct panel_row p;
	struct count_row favour;

	if (!db_one(db, a, "panel_newest", &key, &p))
		return out;
	key.panel = out.panel = p.id;
	struct rows seats = db_all(db, a, "panel_seats", &key);
	count_seats(&seats, &out);
	out.signed_by_all = str_is(p.state, "signed");
	out.conclusion = p.conclusion;
	out.ranked = p.ranked;
	out.ranking = db_all(db, a, "panel_ranks", &key);
	if (db_one(db, a, "panel_in_favour", &key, &favour))
		out.in_favour = favour.n;
	return out;
}

bool panel_cleared(struct db *db, struct arena *a, int64_t challenge, int64_t person)
{
	struct panel_key key = { .challenge = challenge, .person = person };
	struct count_row n;

	return db_one(db, a, "panel_clear_seats", &key, &n) && n.n > 0;
}

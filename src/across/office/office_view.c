/* The page of opinions asked and given in a case, and who has it in hand. */
#include "across/office/office.h"
#include "base/choice.h"
#include "web/view.h"

struct rows office_handed(struct db *db, struct arena *a, int64_t programme, int64_t org, int64_t challenge)
{
	struct office_key key = { .programme = programme, .org = org, .challenge = challenge };

	return org ? db_all(db, a, "office_handed", &key) : (struct rows){ 0 };
}

static bool is_office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance || role == ROLE_audit || role == ROLE_park;
}

/* Opinions are between offices; a unit sees here who of its own people has the case in hand. */
bool countersigns_view(struct view *v, void *page)
{
	struct countersigns_page *p = page;
	struct office_key key = { .challenge = v->challenge, .role = str_of(role_name(v->who->role)) };

	p->challenge = v->challenge;
	p->handed = office_handed(v->db, v->a, v->pg->id, v->who->org, v->challenge);
	p->sent_back = db_all(v->db, v->a, "office_sent_back", &(struct challenge_key){ v->challenge });
	p->may_hand = view_may(v, ACT_hand_over);
	p->may_ask = view_may(v, ACT_countersign_ask);
	if (is_office(v->who->role))
		p->items = db_all(v->db, v->a, "office_countersigns", &key);
	return true;
}

struct rows colleague_options(struct view *v)
{
	struct office_key key = { .programme = v->pg->id, .org = v->who->org, .person = v->who->person, .role = str_of(role_name(v->who->role)) };
	struct rows all = db_all(v->db, v->a, "office_colleagues", &key);
	const struct colleague_row *c = all.v;
	struct choice *out = NEW_ARRAY(v->a, all.n + 1, struct choice);

	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct choice){ str_fmt(v->a, "%lld", (long long)c[i].id), str_join(v->a, c[i].name, " ", c[i].login) };
	return (struct rows){ out, all.n };
}

/* The page of a case's conversations: those that the reader takes part in, and the park company's remarks. */
#include "across/talk/talk.h"
#include "web/view.h"

static struct str parties_of(struct view *v, int64_t talk)
{
	struct rows all = db_all(v->db, v->a, "talk_parties", &(struct talk_key){ .talk = talk });
	const struct talk_party_row *p = all.v;
	struct buf b = { .arena = v->a };

	for (size_t i = 0; i < all.n; i++)
		buf_fmt(&b, "%s%.*s", i ? "," : "", STR_ARG(p[i].party));
	return buf_str(&b);
}

static struct talk_item item(struct view *v, const struct talk_row *t)
{
	struct talk_item out = { .id = t->id, .kind = t->kind, .subject = t->subject, .parties = parties_of(v, t->id) };
	const struct talk_line *line;

	out.messages = db_all(v->db, v->a, "talk_messages", &(struct talk_key){ .talk = t->id, .person = v->who->person });
	line = out.messages.v;
	for (size_t i = 0; i < out.messages.n; i++)
		out.unread_n += line[i].unread;
	return out;
}

bool talks_view(struct view *v, void *page)
{
	struct talks_page *p = page;
	struct challenge_row c;

	if (!db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c))
		return false;
	unsigned rel = c.project_number.n ? v->relations : v->relations & ~(unsigned)REL_AWARDEE;
	struct str me = talk_party_of(v->who->role, rel);
	if (!me.n)
		return false;
	struct rows all = db_all(v->db, v->a, "talk_of_case", &(struct talk_key){ .challenge = v->challenge, .party = me });
	struct talk_item *items = NEW_ARRAY(v->a, all.n + 1, struct talk_item);
	for (size_t i = 0; i < all.n; i++)
		items[i] = item(v, (struct talk_row *)all.v + i);
	p->challenge = v->challenge;
	p->talks = (struct rows){ items, all.n };
	p->comments = db_all(v->db, v->a, "park_comments", &(struct challenge_key){ v->challenge });
	p->park_shown = c.project_number.n > 0;
	p->may_open = may_act(ACT_talk_open, v->who->role, v->relations);
	p->may_comment = p->park_shown && may_act(ACT_park_comment, v->who->role, v->relations);
	return true;
}

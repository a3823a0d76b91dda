/*
 * Acts of the list: drafted from argued demands, decided by the government, published.
 */
#include "base/day.h"
#include "base/word.h"
#include "life/2-call/call.h"
#include "life/2-call/call_facts.h"

struct list_run {
	struct list_facts f;
	struct list_row list;
	struct challenge_row *cases;    /* of the picks, or of the items */
	struct rows items;              /* struct list_item_row: those that still may go on */
};

bool call_list(struct db *db, struct arena *a, int64_t programme, int64_t list, struct list_row *out)
{
	struct id_key key = { .id = list };

	return db_one(db, a, "call_list_read", &key, out) && out->programme == programme;
}

struct rows call_items(struct db *db, struct arena *a, int64_t list)
{
	struct list_key key = { .list = list };

	return db_all(db, a, "call_items", &key);
}

bool call_municipal(struct db *db, struct arena *a, int64_t challenge, struct municipal_row *out)
{
	struct challenge_key key = { .challenge = challenge };

	return db_one(db, a, "call_municipal_last", &key, out);
}

static struct str case_name(struct act_run *r, const struct challenge_row *c)
{
	return str_join(r->a, c->number, " ", c->title);
}

static bool on_road(const struct act_run *r, const struct challenge_row *c)
{
	return c->programme == r->q->programme && policy_step(programme_pack(r->pg, c->pack), c->stage, r->info->name);
}

static void look_at_municipal(struct act_run *r, struct list_facts *f, const struct challenge_row *c)
{
	struct municipal_row m;

	if (!call_municipal(r->db, r->a, c->id, &m) || str_is(m.result, "declined"))
		return;
	if (!f->municipal.n || str_is(m.result, "included")) {
		f->municipal = case_name(r, c);
		f->municipal_open = str_is(m.result, "applied");
	}
}

/* A list may hold cases that began under different versions: it has to satisfy the pack of each. */
static void by_each_pack(struct act_run *r, const struct list_run *s, size_t cases,
	struct verdict (*rule)(const struct list_facts *f, const struct policy *p))
{
	struct verdict v = rule(&s->f, r->policy);

	for (size_t i = 0; i < cases && v.outcome == HOLDS; i++) {
		const struct policy *p = programme_pack(r->pg, s->cases[i].pack);

		if (p != r->policy && policy_enabled(p, v.rule))
			v = rule(&s->f, p);
	}
	act_verdict(r, v);
}

/* ---- list_draft ---- */

bool list_draft_prefill(struct act_run *r)
{
	struct list_form *in = r->in;
	struct list_key key = { .programme = r->q->programme, .stage = STR("call.argued") };
	struct rows waiting = db_all(r->db, r->a, "call_waiting", &key);
	const struct need_mine_row *w = waiting.v;
	struct list_pick_form *p = NEW_ARRAY(r->a, waiting.n + 1, struct list_pick_form);

	for (size_t i = 0; i < waiting.n; i++)
		p[i].challenge = w[i].id;
	in->picks = (struct rows){ p, waiting.n };
	return true;
}

static bool picked_before(const struct list_pick_form *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (p[k].challenge == p[i].challenge)
			return true;
	return false;
}

static void look_at_pick(struct act_run *r, struct list_run *s, const struct list_pick_form *p, size_t i)
{
	struct list_facts *f = &s->f;
	struct challenge_row *c = &s->cases[i];
	int64_t grounds = (p[i].influence.n > 0) + (p[i].pull.n > 0) + (p[i].breadth.n > 0);
	bool known = need_challenge(r->db, r->a, p[i].challenge, c) && c->programme == r->q->programme;

	if (!known || !on_road(r, c) || c->list || picked_before(p, i)) {
		if (!f->not_argued.n)
			f->not_argued = known ? case_name(r, c) : str_fmt(r->a, "%lld", (long long)p[i].challenge);
		return;
	}
	if (grounds < 3 && !f->without_grounds.n) {
		f->without_grounds = case_name(r, c);
		f->grounds = grounds;
	}
	look_at_municipal(r, f, c);
}

bool list_draft_facts(struct act_run *r)
{
	const struct list_form *in = r->in;
	struct list_run *s = r->facts = NEW(r->a, struct list_run);

	s->f.today = r->today;
	s->f.picks = (int64_t)in->picks.n;
	s->f.grounds = 3;
	s->cases = NEW_ARRAY(r->a, in->picks.n + 1, struct challenge_row);
	for (size_t i = 0; i < in->picks.n; i++)
		look_at_pick(r, s, in->picks.v, i);
	return true;
}

void list_draft_judge(struct act_run *r)
{
	const struct list_run *s = r->facts;
	const struct list_facts *f = &s->f;

	by_each_pack(r, s, (size_t)f->picks, rule_list_filled);
	act_verdict(r, rule_list_argued(f, r->policy));
	act_verdict(r, rule_list_grounds(f, r->policy));
	act_verdict(r, rule_list_not_municipal(f, r->policy));
}

void list_draft_apply(struct act_run *r)
{
	const struct list_form *in = r->in;
	const struct list_pick_form *p = in->picks.v;
	struct list_row l = { .id = act_id_next(r), .programme = r->q->programme, .title = in->title, .note = in->note,
		.state = STR("drafted"), .drafted_on = r->today };

	l.number = act_number(r, "list");
	act_write(r, "call_list_insert", &l);
	for (size_t i = 0; i < in->picks.n; i++) {
		struct list_item_row item = { .id = act_id_next(r), .list = l.id, .n = (int64_t)i + 1, .challenge = p[i].challenge,
			.state = STR("drafted"), .influence = p[i].influence, .pull = p[i].pull, .breadth = p[i].breadth };
		struct challenge_list_row on = { .id = p[i].challenge, .list = l.id };

		act_write(r, "call_item_insert", &item);
		act_write(r, "call_challenge_list", &on);
		act_move(r, p[i].challenge, NULL);
	}
	r->made = l.id;
	act_tell_role(r, ROLE_government, word(r->a, WORD_list_to_decide, "number", str_c(r->a, l.number), "title", str_c(r->a, l.title), NULL),
		l.note, str_fmt(r->a, "/lists/%lld", (long long)l.id));
}

/* ---- a list as it stands ---- */

/* The items of state `wanted` whose case may take this act's step; false when there is no such list or it is not the time. */
static bool load_list(struct act_run *r, const char *list_state, const char *wanted)
{
	struct list_run *s = r->facts = NEW(r->a, struct list_run);
	struct rows all;
	const struct list_item_row *i;
	struct list_item_row *kept;

	if (!call_list(r->db, r->a, r->q->programme, r->target, &s->list))
		return act_missing(r);
	if (!str_is(s->list.state, list_state))
		return act_not_now(r, s->list.state);
	all = call_items(r->db, r->a, r->target);
	i = all.v;
	kept = NEW_ARRAY(r->a, all.n + 1, struct list_item_row);
	s->cases = NEW_ARRAY(r->a, all.n + 1, struct challenge_row);
	for (size_t k = 0; k < all.n; k++) {
		struct challenge_row *c = &s->cases[s->items.n];

		if (str_is(i[k].state, wanted) && need_challenge(r->db, r->a, i[k].challenge, c) && on_road(r, c))
			kept[s->items.n++] = i[k];
	}
	s->items.v = kept;
	s->f.today = r->today;
	s->f.now = r->now;
	s->f.drafted_on = s->list.drafted_on;
	return true;
}

/* ---- list_decide ---- */

bool list_decide_prefill(struct act_run *r)
{
	struct list_decide_form *in = r->in;
	struct rows items = call_items(r->db, r->a, r->target);
	const struct list_item_row *i = items.v;
	struct list_choice_form *c = NEW_ARRAY(r->a, items.n + 1, struct list_choice_form);
	size_t n = 0;

	for (size_t k = 0; k < items.n; k++)
		if (str_is(i[k].state, "drafted"))
			c[n++].challenge = i[k].challenge;
	in->choices = (struct rows){ c, n };
	return true;
}

static const struct list_choice_form *choice_for(const struct list_decide_form *in, int64_t challenge)
{
	const struct list_choice_form *c = in->choices.v;

	for (size_t i = 0; i < in->choices.n; i++)
		if (c[i].challenge == challenge)
			return &c[i];
	return NULL;
}

bool list_decide_facts(struct act_run *r)
{
	const struct list_decide_form *in = r->in;
	struct list_run *s;
	const struct list_item_row *i;

	if (!load_list(r, "drafted", "drafted"))
		return false;
	s = r->facts;
	i = s->items.v;
	s->f.decided_on = in->decided_on;
	s->f.items = (int64_t)s->items.n;
	for (size_t k = 0; k < s->items.n; k++)
		s->f.decided += choice_for(in, i[k].challenge) != NULL;
	return true;
}

void list_decide_judge(struct act_run *r)
{
	const struct list_facts *f = &((struct list_run *)r->facts)->f;

	act_verdict(r, rule_list_decision_day(f, r->policy));
	act_verdict(r, rule_list_decided_all(f, r->policy));
}

static void decide_item(struct act_run *r, struct list_item_row *item, const struct list_choice_form *c)
{
	bool approved = str_is(c->decision, "approve");
	struct challenge_list_row off = { .id = item->challenge };

	item->state = approved ? STR("approved") : STR("denied");
	item->reason = c->reason;
	act_write(r, "call_item_update", item);
	if (!approved)
		act_write(r, "call_challenge_list", &off);
	act_move(r, item->challenge, approved ? "call.approved" : "call.argued");
}

void list_decide_apply(struct act_run *r)
{
	const struct list_decide_form *in = r->in;
	struct list_run *s = r->facts;
	struct list_item_row *i = s->items.v;

	fields_copy(&list_row_fields, &s->list, &list_decide_form_fields, in);
	s->list.state = STR("decided");
	act_write(r, "call_list_decide", &s->list);
	for (size_t k = 0; k < s->items.n; k++) {
		const struct list_choice_form *c = choice_for(in, i[k].challenge);

		if (c)
			decide_item(r, &i[k], c);
	}
	r->made = s->list.id;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_list_decided, "number", str_c(r->a, s->list.number), NULL), in->document,
		str_fmt(r->a, "/lists/%lld", (long long)s->list.id));
}

/* ---- list_publish ---- */

bool list_publish_facts(struct act_run *r)
{
	const struct list_publish_form *in = r->in;
	struct str media = in->media;
	struct list_run *s;

	if (!load_list(r, "decided", "approved"))
		return false;
	s = r->facts;
	s->f.approved = (int64_t)s->items.n;
	s->f.deadline = in->deadline;
	while (media.n)
		s->f.media += str_trim(str_cut(&media, ',')).n > 0;
	for (size_t k = 0; k < s->items.n; k++)
		look_at_municipal(r, &s->f, &s->cases[k]);
	return true;
}

void list_publish_judge(struct act_run *r)
{
	const struct list_run *s = r->facts;
	const struct list_facts *f = &s->f;

	by_each_pack(r, s, s->items.n, rule_list_approved);
	act_verdict(r, rule_list_not_municipal(f, r->policy));
	act_verdict(r, rule_list_deadline_ahead(f, r->policy));
	by_each_pack(r, s, s->items.n, rule_list_deadline);
	by_each_pack(r, s, s->items.n, rule_list_media);
}

/* The paper shows what is published to society: public wordings, no restricted item. */
static int64_t issue(struct act_run *r, struct list_run *s)
{
	struct list_paper paper = { .published_on = r->today };
	struct need_public_row *items = NEW_ARRAY(r->a, s->items.n + 1, struct need_public_row);
	size_t n = 0;

	fields_copy(&list_paper_fields, &paper, &list_row_fields, &s->list);
	for (size_t k = 0; k < s->items.n; k++)
		if (str_is(s->cases[k].scope, "public") && need_public_wording(r->db, r->a, s->cases[k].id, &items[n]))
			n++;
	paper.items = (struct rows){ items, n };
	return act_issue(r, "list", s->list.id, &list_paper_fields, &paper);
}

/* A restricted item is told to the units that it names, to nobody else. */
static void tell_invited(struct act_run *r, const struct challenge_row *c, struct str text)
{
	struct need_full n;
	const struct need_invited_row *u;

	if (!str_is(c->scope, "restricted") || !need_current(r->db, r->a, c->id, &n))
		return;
	u = n.invited.v;
	for (size_t i = 0; i < n.invited.n; i++) {
		struct list_key key = { .programme = c->programme, .code = u[i].credit_code };
		struct id_key org;

		if (db_one(r->db, r->a, "call_org_by_code", &key, &org))
			act_tell_org(r, org.id, word(r->a, WORD_list_invited, "number", str_c(r->a, c->number), "title", str_c(r->a, c->title), NULL),
				text, str_fmt(r->a, "/open/%lld", (long long)c->id));
	}
}

static void publish_item(struct act_run *r, struct list_run *s, size_t k, struct str text)
{
	struct list_item_row *item = &((struct list_item_row *)s->items.v)[k];
	const struct challenge_row *c = &s->cases[k];
	struct challenge_list_row on = { .id = c->id, .list = s->list.id, .deadline = s->list.deadline };

	item->state = STR("published");
	act_write(r, "call_item_update", item);
	act_write(r, "call_challenge_list", &on);
	act_move(r, c->id, NULL);
	act_tell_org(r, c->demander, word(r->a, WORD_list_published, "number", str_c(r->a, c->number), NULL), text,
		need_link(r->a, c->id, "/need"));
	tell_invited(r, c, text);
}

void list_publish_apply(struct act_run *r)
{
	struct list_run *s = r->facts;
	struct str text;

	fields_copy(&list_row_fields, &s->list, &list_publish_form_fields, r->in);
	s->list.state = STR("published");
	s->list.published_at = r->now;
	s->list.paper = issue(r, s);
	act_write(r, "call_list_publish", &s->list);
	text = word(r->a, WORD_list_deadline_text, "deadline", str_c(r->a, instant_text(r->a, s->list.deadline)), NULL);
	for (size_t k = 0; k < s->items.n; k++)
		publish_item(r, s, k, text);
	r->made = s->list.id;
}

/* A panel of the demo: who sits on it, and its whole meeting from the declarations to the signatures. */
#include "demo/demo_in.h"

#include "base/word.h"

static const char *const management[] = { "zhangym", "lieb", "fengsq" };
static const char *const frontline[] = { "wangsc", "zhaosh", "qianwy", "chenbc" };
static const char *const peer[] = { "sunly", "zhouqx", "wubf", "zhengjs", "chuql" };
#define PICK(list, i) (list)[(i) % (int)(sizeof(list) / sizeof *(list))]

static const char *seat_login(const struct demo_case *c, int seat)
{
	switch (seat) {
	case 0: return PICK(peer, c->index);
	case 1: return PICK(management, c->index);
	case 2: return PICK(frontline, c->index);
	case 3: return PICK(peer, c->index + 1);
	default: return PICK(frontline, c->index + 1);
	}
}

/* $p1 … and $c1 …: who sits on the panels of a case, and as what. */
void demo_seat_vars(struct demo *d, const struct demo_case *c)
{
	static const char *const categories[DEMO_SEATS] = { "peer", "management", "frontline", "peer", "frontline" };
	for (int i = 0; i < DEMO_SEATS; i++) {
		demo_set(d, str_fmt(d->a, "p%d", i + 1).p, str_of(seat_login(c, i)));
		demo_set(d, str_fmt(d->a, "c%d", i + 1).p, str_of(categories[i]));
	}
}

bool demo_panel_seats(struct demo *d, struct demo_case *c, const char *file)
{
	demo_seat_vars(d, c);
	if (!demo_tell(d, file, STR("")))
		return false;
	c->panel = str_copy(d->a, story_value(d->story, "panel"));
	return true;
}

/* Points of one member for every item of every subject: high enough, not all alike, the first subject ahead. */
static struct str points(struct demo *d, const struct demo_case *c, const struct rubric *r, int seat, int64_t subjects, bool support)
{
	struct buf b = { .arena = d->a };
	const struct rubric_item *items = r->items.v;
	int64_t n = 0;
	for (int64_t s = 0; s < subjects; s++)
		for (size_t i = 0; i < r->items.n; i++) {
			int64_t percent = (support ? 84 : 52) - s * 9 + (c->index * 5 + seat * 3 + (int64_t)i * 7) % 12;
			buf_fmt(&b, "  \xc2\xb7 scores.%lld.points = %lld\n", (long long)++n, (long long)(items[i].max * percent / 100));
		}
	return buf_str(&b);
}

static bool each_member(struct demo *d, const struct demo_case *c, const char *file, int n, bool head)
{
	for (int i = 0; i < n + head; i++) {
		demo_set(d, "who", i < n ? str_of(seat_login(c, i)) : str_copy(d->a, story_value(d->story, "demander")));
		if (!demo_tell(d, file, STR("")))
			return false;
	}
	return true;
}

bool demo_panel_meet(struct demo *d, struct demo_case *c, const char *kind, bool head, int64_t subjects, bool support)
{
	const struct rubric *r = policy_rubric(d->pg->policy, kind);
	int n = head ? DEMO_SEATS - 1 : DEMO_SEATS;
	demo_set(d, "panel", c->panel);
	demo_set(d, "verdict", support ? STR("support") : STR("oppose"));
	demo_set(d, "opinion", word_text(support ? WORD_demo_support : WORD_demo_oppose));
	if (!each_member(d, c, "declare", n, head))
		return false;
	for (int i = 0; i < n + head; i++) {
		demo_set(d, "who", i < n ? str_of(seat_login(c, i)) : str_copy(d->a, story_value(d->story, "demander")));
		if (!demo_tell(d, "opinion", points(d, c, r, i, subjects, support)))
			return false;
	}
	demo_set(d, "who", str_of(seat_login(c, 0)));
	return demo_tell(d, "report", c->turn == TURN_RACE ? demo_text(d, "report_race") : STR("")) && each_member(d, c, "sign", n, head);
}

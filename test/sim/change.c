/* Changed inputs: a number a little off, a choice of another kind, a day moved, a row dropped or doubled, a text left out. */
#include "sim/sim.h"

#include <string.h>

#include "base/day.h"

/* "members.2.person" -> the field it names. */
static const struct field *field_of(const struct fields *t, struct str name)
{
	for (;;) {
		const struct field *f = field_find(t, str_cut(&name, '.'));
		if (!f || f->kind != KIND_rows)
			return f;
		str_cut(&name, '.');
		t = f->sub;
	}
}

static struct str number_near(struct sim *s, struct arena *a, struct str value)
{
	static const int64_t near[] = { -1, 1, 10, -10, 100, -100 };
	int64_t n;
	if (!str_int(value, &n))
		return value;
	switch (sim_below(s, 4)) {
	case 0:
		return STR("0");
	case 1:
		n *= 2;
		break;
	default:
		n += near[sim_below(s, 6)];
	}
	return str_fmt(a, "%lld", (long long)n);
}

static struct str day_near(struct sim *s, struct arena *a, struct str value)
{
	static const int64_t near[] = { -1, 1, 7, -7, 30, -30, 400, -400 };
	struct str rest = value;
	int64_t day;
	struct str first = str_cut(&rest, 'T');
	if (!day_parse(first, &day))
		return value;
	day = day_add(day, near[sim_below(s, 8)]);
	struct str moved = day_text(a, day);
	return rest.n ? str_join(a, moved, "T", rest) : moved;
}

static struct str choice_other(struct sim *s, struct story_world *w, const struct field *f, struct str value)
{
	struct rows list = f->of && f->of[0] != '@' ? story_choices(w, f->of) : (struct rows){ 0 };
	return list.n ? ((struct choice *)list.v)[sim_below(s, (int64_t)list.n)].code : value;
}

/* Another value of the same field in another row of this form: two people swapped, one named twice. */
static struct str another(struct sim *s, struct rows pairs, struct str name, struct str value)
{
	const struct form_pair *p = pairs.v;
	struct str tail = name;
	while (memchr(tail.p, '.', tail.n))
		str_cut(&tail, '.');
	for (int tries = 0; tries < 10; tries++) {
		const struct form_pair *o = &p[sim_below(s, (int64_t)pairs.n)];
		if (str_ends(o->name, str_c(s->a, tail)) && !str_eq(o->value, value))
			return o->value;
	}
	return value;
}

static void change_value(struct sim *s, struct story_world *w, const struct fields *t, struct rows pairs, struct form_pair *p)
{
	const struct field *f = field_of(t, p->name);
	if (!f)
		return;
	switch (f->kind) {
	case KIND_int: case KIND_fen: case KIND_share:
		p->value = number_near(s, w->act, p->value);
		break;
	case KIND_day: case KIND_instant:
		p->value = day_near(s, w->act, p->value);
		break;
	case KIND_choice: case KIND_choices:
		p->value = choice_other(s, w, f, p->value);
		break;
	case KIND_id:
		p->value = another(s, pairs, p->name, p->value);
		break;
	default:
		p->value = STR("");
	}
}

/* All names that begin like this one up to its row: "members.2." */
static struct rows drop_row(struct arena *a, struct rows pairs, struct str name)
{
	const struct form_pair *p = pairs.v;
	struct form_pair *out = NEW_ARRAY(a, pairs.n + 1, struct form_pair);
	struct str rest = name;
	size_t n = 0;
	str_cut(&rest, '.');
	str_cut(&rest, '.');
	struct str head = { name.p, name.n - rest.n };
	for (size_t i = 0; i < pairs.n; i++)
		if (p[i].name.n < head.n || memcmp(p[i].name.p, head.p, head.n) != 0)
			out[n++] = p[i];
	return (struct rows){ out, n };
}

struct rows sim_change(struct sim *s, struct story_world *w, const struct fields *t, struct rows pairs)
{
	struct form_pair *out = NEW_ARRAY(w->act, pairs.n + 1, struct form_pair);
	if (!pairs.n)
		return pairs;
	memcpy(out, pairs.v, pairs.n * sizeof *out);
	struct rows all = { out, pairs.n };
	for (int64_t i = sim_below(s, 3); i >= 0; i--) {
		struct form_pair *p = &((struct form_pair *)all.v)[sim_below(s, (int64_t)all.n)];
		if (memchr(p->name.p, '.', p->name.n) && sim_chance(s, 30))
			all = drop_row(w->act, all, p->name);
		else
			change_value(s, w, t, all, p);
		if (!all.n)
			break;
	}
	return all;
}

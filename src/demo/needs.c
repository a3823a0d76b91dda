/* demo/needs.json -> the demands of the demo. */
#include <jansson.h>

#include "base/asset.h"
#include "demo/demo_in.h"

static struct str text_of(struct arena *a, json_t *o, const char *key)
{
	json_t *v = json_object_get(o, key);
	return v && json_is_string(v) ? str_copy(a, (struct str){ json_string_value(v), json_string_length(v) }) : STR("");
}

static void need_read(struct arena *a, json_t *o, struct demo_need *n)
{
	n->title = text_of(a, o, "title");
	n->field = text_of(a, o, "field");
	n->problem = text_of(a, o, "problem");
	n->source = text_of(a, o, "source");
	json_t *list = json_object_get(o, "indicators");
	for (size_t i = 0; i < DEMO_INDICATORS; i++) {
		json_t *x = json_array_get(list, i);
		n->name[i] = text_of(a, x, "name");
		n->comparison[i] = text_of(a, x, "comparison");
		n->target[i] = text_of(a, x, "target");
		n->unit[i] = text_of(a, x, "unit");
	}
}

bool demo_needs(struct demo *d)
{
	const struct asset *file = asset_find("demo/needs.json");
	json_t *all = file ? json_loadb(file->text.p, file->text.n, JSON_REJECT_DUPLICATES, NULL) : NULL;
	json_t *list = json_object_get(all, "needs");
	size_t n = json_array_size(list);
	struct demo_need *v = NEW_ARRAY(d->a, n + 1, struct demo_need);
	for (size_t i = 0; i < n; i++)
		need_read(d->a, json_array_get(list, i), &v[i]);
	json_decref(all);
	d->needs = (struct rows){ v, n };
	if (n < d->cases_n)
		*d->error = STR("demo/needs.json holds too few demands");
	return n >= d->cases_n;
}

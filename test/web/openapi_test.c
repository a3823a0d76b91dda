/* The description is JSON, names every route and act, and every reference in it leads somewhere. */
#include <jansson.h>

#include "test.h"
#include "web/openapi.h"
#include "web/view.h"

static void refs_lead_somewhere(json_t *root, json_t *node)
{
	const char *key;
	json_t *value;
	size_t i;
	if (json_is_array(node))
		json_array_foreach(node, i, value)
			refs_lead_somewhere(root, value);
	if (!json_is_object(node))
		return;
	json_object_foreach(node, key, value) {
		if (strcmp(key, "$ref") || !json_is_string(value)) {
			refs_lead_somewhere(root, value);
			continue;
		}
		char path[200], *word, *rest = path;
		json_t *at = root;
		snprintf(path, sizeof path, "%s", json_string_value(value) + 2);
		while ((word = strsep(&rest, "/")))
			at = json_object_get(at, word);
		if (!at)
			fail_msg("%s leads nowhere", json_string_value(value));
	}
}

TEST(the_description_is_whole, "")
{
	struct str s = openapi_json(a, NULL);
	json_error_t error;
	json_t *root = json_loadb(s.p, s.n, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%d:%d %s", error.line, error.column, error.text);
	json_t *paths = json_object_get(root, "paths");
	for (int i = 0; i < ROUTE_COUNT; i++)
		if (!json_object_get(json_object_get(paths, route_infos[i].pattern), "get"))
			fail_msg("%s is not described", route_infos[i].pattern);
	for (int i = 0; i < ACT_COUNT; i++) {
		char path[100];
		snprintf(path, sizeof path, "/do/%s/%s", act_infos[i].name, strcmp(act_infos[i].target, "none") ? "{target}" : "0");
		if (!json_object_get(json_object_get(paths, path), "post"))
			fail_msg("%s is not described", path);
	}
	refs_lead_somewhere(root, root);
	json_decref(root);
}

TEST_MAIN

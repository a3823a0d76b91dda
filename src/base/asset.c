/* The files inside the binary: see asset.h. */
#include "base/asset.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *key, const void *element)
{
	return strcmp(key, ((const struct asset *)element)->name);
}

const struct asset *asset_find(const char *name)
{
	return bsearch(name, assets, assets_n, sizeof *assets, by_name);
}

const struct asset *asset_named(const char *base_name)
{
	for (size_t i = 0; i < assets_n; i++) {
		const char *slash = strrchr(assets[i].name, '/');
		if (strncmp(assets[i].name, "policy/", 7) == 0)
			continue;
		if (strcmp(slash ? slash + 1 : assets[i].name, base_name) == 0)
			return &assets[i];
	}
	return NULL;
}

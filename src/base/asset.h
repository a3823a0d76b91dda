/* Files that are part of the binary: pages, SQL, schema, style, script, packs, catalogues. Put in by .incbin (Makefile), read only. */
#ifndef BASE_ASSET_H
#define BASE_ASSET_H

#include "base/str.h"

struct asset {
	const char *name;       /* path in the repository: "src/life/3-bid/bid.sql" */
	struct str text;
};
extern const struct asset assets[];     /* sorted by name */
extern const size_t assets_n;

const struct asset *asset_find(const char *name);               /* by full path */
/* By last part, "bid.html": base names of .html and .sql are unique; files of packs are not found so. */
const struct asset *asset_named(const char *base_name);

#endif

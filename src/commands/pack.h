/*
 * The files of a policy pack: from a folder, or from the binary by name ("dazu-2023").
 */
#ifndef COMMANDS_PACK_H
#define COMMANDS_PACK_H

#include "rule/policy.h"

/* struct pack_file rows sorted by name; no rows with *error when there is no such pack. */
struct rows pack_files(struct arena *a, const char *name_or_dir, struct str *error);
/* The calendar's files, from the binary. */
struct rows pack_calendar_files(struct arena *a);

#endif

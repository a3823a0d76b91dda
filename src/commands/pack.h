/*
 * The files of packs and of the calendar: from a folder on disk or from the binary, the same names either way.
 *
 * For: commands and the start of the program. Not for: parsing (rule/policy.h).
 */
#ifndef COMMANDS_PACK_H
#define COMMANDS_PACK_H

#include "rule/calendar.h"
#include "rule/policy.h"

/* A pack by name ("dazu-2023": embedded) or folder (has a '/' or exists): rows of struct pack_file sorted by name; none and *error set
 * when there is no such pack. Only .yaml files and papers/NAME.html count. */
struct rows pack_files(struct arena *a, const char *name_or_dir, struct str *error);
/* policy/calendar/YEAR.yaml of the binary. */
struct rows pack_calendar_files(struct arena *a);
/* Is there a pack of this name in the binary? Those are proved by make test, folders when a programme begins with them. */
bool pack_embedded(struct arena *a, const char *name);
/* Names of the embedded packs: rows of struct str. */
struct rows pack_names(struct arena *a);

#endif

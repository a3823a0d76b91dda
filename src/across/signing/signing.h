/*
 * Four eyes: acts that the case's pack lists under `four_eyes:` need two different natural persons, neither of whom prepared the matter.
 *
 * The first person's press is the act first_sign: it keeps what was filled in.  The second person's press with the same input is the act
 * itself.  act/signing.c judges that at the door; this room has the first signature's own acts.
 */
#ifndef SIGNING_H
#define SIGNING_H

#include "across/signing/signing_facts.h"
#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/signing/signing.def"
#include "base/field_end.h"

#endif

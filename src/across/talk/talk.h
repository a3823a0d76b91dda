/*
 * Conversations in a case (8.7.e): negotiation, policy advice, information, among chosen parties, with files, kept in the book and read by those
 * parties only.  And the park company's remarks on established projects (11.1.d), which decide nothing.
 *
 * Bidders who have not won take no part: what they want to know before the deadline goes through the bureau and is answered for all (3-bid, question).
 */
#ifndef ACROSS_TALK_H
#define ACROSS_TALK_H

#include "act/act.h"
#include "across/talk/talk_facts.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/talk/talk.def"
#include "base/field_end.h"

/* As what somebody takes part: "demander", "awardee", or the name of an office's role; empty: as nothing. */
struct str talk_party_of(enum role role, unsigned relations);

#endif

/*
 * Audits of the use of money by a third party that the bureau appoints (11.1.c, 8.8.d), and the bureau's own checks of the scope of use (11.1.a).
 *
 * A firm is an organisation of role `audit`; it reads the cases it is engaged in and no others (REL_AUDITOR, act/relation.sql).
 */
#ifndef ACROSS_AUDIT_H
#define ACROSS_AUDIT_H

#include "act/act.h"
#include "across/audit/audit_facts.h"
#include "across/party/party.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/audit/audit.def"
#include "base/field_end.h"

/* How many audits of this case have been reported: for `closing_audited`. */
int64_t audits_reported(struct db *db, struct arena *a, int64_t challenge);

#endif

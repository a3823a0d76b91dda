/* across/attachment/attachment: structs of its field tables. */
#ifndef ATTACHMENT_H
#define ATTACHMENT_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "across/attachment/attachment.def"
#include "base/field_end.h"

#endif

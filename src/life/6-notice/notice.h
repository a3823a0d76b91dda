/* life/6-notice/notice: structs of its field tables. */
#ifndef NOTICE_H
#define NOTICE_H

#include "act/act.h"
#include "tables/tables.h"
#include "base/field_struct.h"
#include "life/6-notice/notice.def"
#include "base/field_end.h"

#endif

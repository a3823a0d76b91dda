/* What every page has around it: web.def's tables (frame, nav, pager …). */
#ifndef WEB_FRAME_H
#define WEB_FRAME_H

#include "tables/tables.h"
#include "base/field_struct.h"
#include "web/web.def"
#include "base/field_end.h"

#endif

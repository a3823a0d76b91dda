/* Pages of waivers: waiver.def's tables. */
#ifndef WEB_WAIVER_H
#define WEB_WAIVER_H

#include "across/waiver/waiver.h"
#include "web/frame.h"
#include "base/field_struct.h"
#include "web/waiver.def"
#include "base/field_end.h"

#endif

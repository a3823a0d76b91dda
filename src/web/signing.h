/* The page of a first signature: signing.def's tables. */
#ifndef WEB_SIGNING_H
#define WEB_SIGNING_H

#include "across/signing/signing.h"
#include "web/frame.h"
#include "base/field_struct.h"
#include "web/signing.def"
#include "base/field_end.h"

#endif

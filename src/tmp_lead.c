#include "across/attachment/attachment.h"
__attribute__((weak)) void attachment_link_input(struct db *w, struct arena *a, const struct act_run *r, int64_t j) { (void)w; (void)a; (void)r; (void)j; }

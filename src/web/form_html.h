/* What web_handle() needs of forms besides form_render() of web/template.h. */
#ifndef WEB_FORM_HTML_H
#define WEB_FORM_HTML_H

#include "web/template.h"

/* The buttons "add.TABLE" and "drop.TABLE" of a form without script: changes the values and answers true, so that the form is shown again. */
bool form_rows_change(struct arena *a, const struct fields *t, struct rows *values);

#endif

/*
 * One JSON object a line on stderr: instant, level, what, and pairs.  journald or a file keeps it.
 *
 * Never put personal data or secrets into a line.  `pairs` are alternating key and value C strings, ended by NULL.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

void log_level_set(enum log_level least);
void log_line(enum log_level level, const char *what, ...) __attribute__((sentinel));

#endif

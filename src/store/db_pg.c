/*
 * The PostgreSQL driver: prepared statements with every parameter cast in the text, so that the server never guesses a
 * type; ints and texts travel as text.  Writes run READ COMMITTED behind the programme's head row (the pen), pages read
 * in REPEATABLE READ snapshots.
 */
#include "store/db_pg.h"

#include <string.h>

#define PG_INT8 20
#define PG_INT2 21
#define PG_INT4 23
#define PG_TEXT 25
#define PG_UNKNOWN 705
#define PG_VARCHAR 1043

static enum fault fault_of(const struct db *db, const char *state)
{
	if (PQstatus(db->conn) != CONNECTION_OK || !state)
		return FAULT_LOST;
	if (!strcmp(state, "40001") || !strcmp(state, "40P01") || !strcmp(state, "55P03"))
		return FAULT_BUSY;
	if (!strncmp(state, "23", 2))
		return FAULT_CONSTRAINT;
	if (!strncmp(state, "08", 2) || !strncmp(state, "53", 2) || !strncmp(state, "57P", 3) || !strncmp(state, "58", 2))
		return FAULT_LOST;
	return FAULT_WRONG;
}

/* The primary message names table and constraint but shows no values. */
bool pg_failed(struct db *db, const char *what, PGresult *r)
{
	const char *state = r ? PQresultErrorField(r, PG_DIAG_SQLSTATE) : NULL;
	const char *text = r ? PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	struct str line = str_of(text ? text : PQerrorMessage(db->conn));

	line = str_cut(&line, '\n');
	db_fail(db, fault_of(db, state), "%s: %.*s", what, STR_ARG(line));
	PQclear(r);
	return false;
}

static bool done(const PGresult *r)
{
	return PQresultStatus(r) == PGRES_COMMAND_OK || PQresultStatus(r) == PGRES_TUPLES_OK;
}

bool pg_do(struct db *db, const char *sql)
{
	PGresult *r;

	if (!pg_collect(db))
		return false;
	r = PQexec(db->conn, sql);
	if (!done(r))
		return pg_failed(db, "postgresql", r);
	PQclear(r);
	return true;
}

/* ---- transactions ---- */

static bool pg_begin(struct db *db)
{
	if (db->rehearsing)
		return pg_do(db, "savepoint act");
	return pg_ready(db) && pg_do(db, "begin isolation level read committed read write");
}

static bool pg_snapshot(struct db *db)
{
	return pg_ready(db) && pg_do(db, "begin isolation level repeatable read read only");
}

static bool pg_commit(struct db *db)
{
	PGresult *r;
	bool kept;

	if (!pg_collect(db))
		return false;
	r = PQexec(db->conn, db->rehearsing ? "release act" : "commit");
	kept = PQresultStatus(r) == PGRES_COMMAND_OK && !strcmp(PQcmdStatus(r), db->rehearsing ? "RELEASE" : "COMMIT");

	if (!kept)
		return pg_failed(db, "commit", r);
	PQclear(r);
	return true;
}

static void pg_rollback(struct db *db)
{
	pg_forget(db);
	if (db->rehearsing) {
		PQclear(PQexec(db->conn, "rollback to act"));
		PQclear(PQexec(db->conn, "release act"));
		return;
	}
	if (PQstatus(db->conn) == CONNECTION_OK && PQtransactionStatus(db->conn) != PQTRANS_IDLE)
		PQclear(PQexec(db->conn, "rollback"));
}

static void pg_checkpoint(struct db *db)
{
	(void)db;                       /* the server's own work */
}

/* ---- statements ---- */

static int line_of(const struct statement *st, struct str sql, const char *position)
{
	int64_t characters = 0;
	int line = st->line + 1;

	if (!position || !str_int(str_of(position), &characters))
		return st->line;
	for (size_t i = 0; i < sql.n && characters > 1; i++) {
		line += sql.p[i] == '\n';
		characters -= i + 1 >= sql.n || (sql.p[i + 1] & 0xc0) != 0x80;
	}
	return line;
}

static bool send_prepare(struct db *db, struct prepared *p, int *line)
{
	struct str sql = statement_numbered(db->call, p->st);
	PGresult *r = PQprepare(db->conn, p->handle, str_c(db->call, sql), 0, NULL);

	if (PQresultStatus(r) != PGRES_COMMAND_OK) {
		*line = line_of(p->st, sql, PQresultErrorField(r, PG_DIAG_STATEMENT_POSITION));
		return pg_failed(db, p->st->name, r);
	}
	PQclear(r);
	p->generation = db->generation;
	return true;
}

static enum column_type type_of(Oid type)
{
	if (type == PG_INT8 || type == PG_INT4 || type == PG_INT2)
		return COLUMN_INT;
	return type == PG_TEXT || type == PG_VARCHAR || type == PG_UNKNOWN ? COLUMN_TEXT : COLUMN_OTHER;
}

static bool describe(struct db *db, struct prepared *p)
{
	PGresult *r = PQdescribePrepared(db->conn, p->handle);

	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		return pg_failed(db, p->st->name, r);
	p->columns_n = (size_t)PQnfields(r);
	p->columns = NEW_ARRAY(db->arena, p->columns_n + 1, struct column);
	for (size_t i = 0; i < p->columns_n; i++) {
		p->columns[i].name = str_c(db->arena, str_of(PQfname(r, (int)i)));
		p->columns[i].type = type_of(PQftype(r, (int)i));
	}
	PQclear(r);
	return true;
}

static bool pg_prepare(struct db *db, struct prepared *p, int *line)
{
	char *name = (char *)str_fmt(db->arena, "s%zu", db->named++).p;

	arena_reset(db->call);
	p->handle = name;
	if (pg_collect(db) && send_prepare(db, p, line) && describe(db, p))
		return true;
	p->handle = NULL;
	return false;
}

static bool value(struct db *db, const struct statement_param *q, const void *in, const char **out)
{
	struct str s;

	if (!field_is_text(q->f->kind)) {
		*out = str_fmt(db->call, "%lld", (long long)FIELD_INT(in, q->f)).p;
		return true;
	}
	s = FIELD_STR(in, q->f);
	*out = s.n ? str_c(db->call, s) : "";
	return db_text_good(db, q, s);
}

/* The connection knows the statement: after a new connection it is prepared again. */
static bool known(struct db *db, struct prepared *p)
{
	int line;

	return pg_ready(db) && (p->generation == db->generation || (pg_collect(db) && send_prepare(db, p, &line)));
}

/* The parameters as text, in the call's arena; NULL when one of them cannot be. */
static const char **values_of(struct db *db, struct prepared *p, const void *in)
{
	size_t n = p->st->params_n;
	const char **values;

	arena_reset(db->call);
	values = NEW_ARRAY(db->call, n + 1, const char *);
	for (size_t i = 0; i < n; i++)
		if (!value(db, &p->st->params[i], in, &values[i]))
			return NULL;
	return values;
}

static bool pg_send(struct db *db, struct prepared *p, const void *in, int64_t rows)
{
	const char **values;

	if (!known(db, p) || (db->queue_n == QUEUE_MOST && !pg_collect(db)))
		return false;
	values = values_of(db, p, in);
	return values && pg_queue(db, p, values, rows);
}

/* Behind queued writes it travels with them. */
static bool pg_start(struct db *db, struct prepared *p, const void *in)
{
	const char **values;

	if (!known(db, p))
		return false;
	if (db->queue_n) {
		size_t i = db->queue_n % QUEUE_MOST;    /* a full queue is emptied first */

		if (!pg_send(db, p, in, -1) || !pg_collect(db))
			return false;
		pg_take(db, p, i);
		return true;
	}
	values = values_of(db, p, in);
	if (!values)
		return false;
	p->result = PQexecPrepared(db->conn, p->handle, (int)p->st->params_n, values, NULL, NULL, 0);
	p->row = -1;
	if (done(p->result))
		return true;
	pg_failed(db, p->st->name, p->result);
	p->result = NULL;
	return false;
}

static bool pg_next(struct db *db, struct prepared *p)
{
	return !db->fault && ++p->row < PQntuples(p->result);
}

static struct str pg_text(struct prepared *p, size_t column)
{
	return (struct str){ PQgetvalue(p->result, p->row, (int)column),
		(size_t)PQgetlength(p->result, p->row, (int)column) };
}

static bool pg_number(struct prepared *p, size_t column, int64_t *out)
{
	*out = 0;
	return PQgetisnull(p->result, p->row, (int)column) || str_int(pg_text(p, column), out);
}

static int64_t pg_finish(struct db *db, struct prepared *p)
{
	int64_t changed = 0;

	(void)db;
	str_int(str_of(PQcmdTuples(p->result)), &changed);
	PQclear(p->result);
	p->result = NULL;
	return changed;
}

static void pg_close(struct db *db)
{
	PQfinish(db->conn);
}

const struct driver driver_pg = {
	.open = pg_open,
	.close = pg_close,
	.exec = pg_do,
	.prepare = pg_prepare,
	.start = pg_start,
	.next = pg_next,
	.text = pg_text,
	.number = pg_number,
	.finish = pg_finish,
	.send = pg_send,
	.collect = pg_collect,
	.take = pg_take,
	.begin = pg_begin,
	.commit = pg_commit,
	.rollback = pg_rollback,
	.snapshot = pg_snapshot,
	.checkpoint = pg_checkpoint,
	.tables = pg_tables,
};

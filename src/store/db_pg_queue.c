/*
 * The PostgreSQL driver: writes that nobody waits for.  They are sent at once (libpq's pipeline mode) and their answers are read
 * when the next answer is wanted, at the latest at the commit.  The first that fails is the fault; the server skips the rest.
 */
#include "store/db_pg.h"

#include <string.h>

bool pg_queue(struct db *db, struct prepared *p, const char *const *values, int64_t rows)
{
	if (!db->queue_n && !PQenterPipelineMode(db->conn))
		return pg_failed(db, p->st->name, NULL);
	db->queue[db->queue_n++] = (struct queued){ p, rows, NULL };
	return PQsendQueryPrepared(db->conn, p->handle, (int)p->st->params_n, values, NULL, NULL, 0) || pg_failed(db, p->st->name, NULL);
}

static void look(struct db *db, struct queued *q, PGresult *r)
{
	ExecStatusType status = PQresultStatus(r);
	int64_t changed = 0;

	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
		pg_failed(db, q->p->st->name, r);
		return;
	}
	if (q->rows < 0) {
		q->result = r;
		return;
	}
	str_int(str_of(PQcmdTuples(r)), &changed);
	if (changed != q->rows)
		db_fail(db, FAULT_WRONG, "%s changed %lld rows, not %lld", q->p->st->name, (long long)changed, (long long)q->rows);
	PQclear(r);
}

/* Up to the server's "that was all", or the end of the connection. */
static void end_pipeline(PGconn *conn)
{
	for (int nothing = 0; nothing < 2 && PQpipelineStatus(conn) != PQ_PIPELINE_OFF;) {
		PGresult *r = PQgetResult(conn);
		bool all = PQresultStatus(r) == PGRES_PIPELINE_SYNC;

		nothing = r ? 0 : nothing + 1;
		PQclear(r);
		if (all)
			break;
	}
	PQexitPipelineMode(conn);
}

static void drop_results(struct db *db, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		PQclear(db->queue[i].result);
		db->queue[i].result = NULL;
	}
}

bool pg_collect(struct db *db)
{
	size_t n = db->queue_n;

	if (!n)
		return !db->fault;
	db->queue_n = 0;
	if (!PQpipelineSync(db->conn))
		pg_failed(db, "postgresql", NULL);
	for (size_t i = 0; i < n && !db->fault; i++) {
		look(db, &db->queue[i], PQgetResult(db->conn));
		PQclear(PQgetResult(db->conn));         /* the NULL behind each answer */
	}
	end_pipeline(db->conn);
	if (db->fault)
		drop_results(db, n);
	return !db->fault;
}

void pg_take(struct db *db, struct prepared *p, size_t i)
{
	p->result = db->queue[i].result;
	db->queue[i].result = NULL;
	p->row = -1;
}

void pg_forget(struct db *db)
{
	if (!db->queue_n)
		return;
	db->queue_n = 0;
	PQpipelineSync(db->conn);
	end_pipeline(db->conn);
}

-- What the system did because nobody acted in time: each once for a stay in a stage, or for a thing and its limit.

create table deadline_step (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	step text not null check (step in ('remind', 'escalate')),
	stage text not null,
	since bigint not null,
	what text not null,             -- '' = the stage, else a line of tables/dues.def
	thing bigint not null,
	due bigint not null,
	owner text not null,
	told text not null,
	day bigint not null,
	unique (challenge, step, stage, since, what, thing, due)
);
-- book: deadline_step
-- insert-only: deadline_step

-- What the bureau says about the rules themselves: readings of a clause, the version for new cases, the days off of a year.

create table interpretation (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	clause text not null,
	number text not null,           -- of the document that says it
	day bigint not null,
	by_whom text not null,
	text text not null check (text <> ''),
	text_en text not null,
	person bigint not null
);
-- book: interpretation
-- insert-only: interpretation
create index interpretation_clause on interpretation (programme, clause, id);

create table pack_adoption (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	pack text not null,             -- digest
	former text not null,           -- digest of the version that it follows
	title text not null,
	in_force bigint not null,       -- first day for new cases
	document text not null,
	reason text not null,
	person bigint not null,
	day bigint not null
);
-- book: pack_adoption
-- insert-only: pack_adoption
create index pack_adoption_programme on pack_adoption (programme, in_force, id);

create table calendar_notice (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	year bigint not null,
	document text not null,
	url text not null,
	working_days bigint not null,
	corrects bigint not null,       -- 1: the year had been announced before
	reason text not null,
	person bigint not null,
	day bigint not null
);
-- book: calendar_notice
-- insert-only: calendar_notice
create index calendar_notice_year on calendar_notice (programme, year, id);

create table calendar_span (
	id bigint primary key,
	act bigint not null,
	notice bigint not null references calendar_notice (id),
	ord bigint not null,
	name text not null,
	first_day bigint not null,
	last_day bigint not null,
	off bigint not null check (off in (0, 1)),
	check (last_day >= first_day),
	unique (notice, ord)
);
-- book: calendar_span
-- insert-only: calendar_span

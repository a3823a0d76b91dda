-- What the awardee reported on each milestone, how it was checked, what the demander concluded.

create table milestone_report (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	milestone bigint not null references milestone (id),
	version bigint not null,
	reached_on bigint not null,
	progress text not null,
	summary text not null,
	spent_fen bigint not null check (spent_fen >= 0),
	problems text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null,
	unique (milestone, version)
);
-- book: milestone_report
-- insert-only: milestone_report

create table milestone_actual (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	milestone bigint not null references milestone (id),
	report bigint not null references milestone_report (id),
	ord bigint not null,
	indicator text not null,
	actual text not null,
	evidence text not null,
	files text not null,
	unique (report, ord)
);
-- book: milestone_actual
-- insert-only: milestone_actual

create table milestone_check (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	milestone bigint not null references milestone (id),
	panel bigint not null unique,
	methods text not null
);
-- book: milestone_check
-- insert-only: milestone_check

create table milestone_result (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	milestone bigint not null references milestone (id),
	panel bigint not null unique,
	result text not null check (result in ('pass', 'fail')),
	opinion text not null,
	differs text not null,
	day bigint not null,
	org bigint not null,
	person bigint not null
);
-- book: milestone_result
-- insert-only: milestone_result

create table milestone_evidence (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	result bigint not null references milestone_result (id),
	ord bigint not null,
	method text not null,
	found text not null,
	files text not null,
	unique (result, ord)
);
-- book: milestone_evidence
-- insert-only: milestone_evidence
create index milestone_check_challenge on milestone_check (challenge, id);
create index milestone_check_milestone on milestone_check (milestone, id);
create index milestone_result_milestone on milestone_result (milestone, id);
create index milestone_evidence_result on milestone_evidence (result);

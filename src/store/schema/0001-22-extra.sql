-- What a place's pack adds: values of its extra fields, notes of its own stages.

-- insert-only: extra_value
create table extra_value (
	-- book: extra_value
	id bigint primary key,
	act bigint not null,
	challenge bigint not null,      -- 0: of no case
	about bigint not null,          -- what the act made, else what it was about
	form text not null,
	name text not null,
	n bigint not null,
	label text not null,            -- as the pack called it then
	kind text not null,
	value text not null
);
create index extra_value_challenge on extra_value (challenge, form, act);
create index extra_value_about on extra_value (about, form, act);

-- insert-only: step_note
create table step_note (
	-- book: step_note
	id bigint primary key,
	act bigint not null,
	challenge bigint not null,
	stage text not null,
	outcome text not null,
	day bigint not null,
	opinion text not null,
	files text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null
);
create index step_note_challenge on step_note (challenge);

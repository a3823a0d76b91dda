-- 6-notice: what was published, from when to when, and that the project was established.

create table notice (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	award bigint not null references award (id),
	number text not null,
	state text not null check (state in ('running', 'ended', 'void')),
	published_on bigint not null,
	first_day bigint not null,
	last_day bigint not null,
	days bigint not null check (days >= 1),
	first_counts bigint not null check (first_counts in (0, 1)),
	basis text not null,
	receiver text not null,
	address text not null,
	phone text not null,
	overseer text not null,
	url text not null,
	paper bigint not null,
	ended_at bigint not null,
	unique (programme, number),
	check (published_on <= first_day and first_day <= last_day)
);
-- book: notice
create index notice_challenge on notice (challenge, id);
create index notice_due on notice (state, last_day);

create table establishment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	notice bigint not null references notice (id),
	number text not null,
	day bigint not null,
	remark text not null,
	paper bigint not null,
	unique (notice)
);
-- book: establishment
-- insert-only: establishment
create index establishment_challenge on establishment (challenge, id);

-- Objections (8.5.b).  Who objects, the telling of the facts and the papers stand apart in `objector`: only who handles the objection reads them.
create table objection (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	notice bigint not null references notice (id),
	number text not null,
	kind text not null check (kind in ('person', 'unit')),
	ground text not null,
	state text not null check (state in ('filed', 'accepted', 'investigating', 'decided', 'answered', 'refused', 'withdrawn')),
	filed_on bigint not null,
	due bigint not null,            -- day until which the next step should be taken; 0: none
	handler bigint not null,        -- person of the bureau; 0 until accepted or refused
	result text not null check (result in ('', 'founded', 'partly', 'unfounded', 'moot')),
	effect text not null check (effect in ('', 'void', 'repair', 'none')),
	decided_on bigint not null,
	document text not null,
	reason text not null,           -- of a refusal or a decision
	summary text not null,          -- what the public reads of the decision
	answer text not null,
	answered_on bigint not null,
	unique (programme, number),
	check (state not in ('decided', 'answered') or (result <> '' and effect <> '' and decided_on > 0)),
	check (state <> 'refused' or reason <> '')
);
-- book: objection
create index objection_challenge on objection (challenge, id);
create index objection_notice on objection (notice, id);
create index objection_state on objection (programme, state, id);

create table objector (
	id bigint primary key,
	act bigint not null,
	objection bigint not null references objection (id),
	challenge bigint not null references challenge (id),
	person bigint not null,         -- who was signed in; 0 the public
	name_secret text not null,
	phone_secret text not null,
	id_number_secret text not null,
	credit_code_secret text not null,
	contact_secret text not null,
	facts_secret text not null,
	scan text not null,
	evidence text not null,
	keep_secret bigint not null,
	code_digest text not null,      -- of the code that was shown once
	unique (objection)
);
-- book: objector
-- insert-only: objector

create table objection_step (
	id bigint primary key,
	act bigint not null,
	objection bigint not null references objection (id),
	challenge bigint not null references challenge (id),
	step text not null,
	text text not null,
	evidence text not null,
	person bigint not null,
	at bigint not null
);
-- book: objection_step
-- insert-only: objection_step
create index objection_step_objection on objection_step (objection, id);

-- The other side is asked what it says to it, without learning who objected.
create table objection_hearing (
	id bigint primary key,
	act bigint not null,
	objection bigint not null references objection (id),
	challenge bigint not null references challenge (id),
	side text not null check (side in ('demander', 'awardee')),
	org bigint not null,
	question text not null,
	asked_on bigint not null,
	due bigint not null,
	state text not null check (state in ('asked', 'answered')),
	statement text not null,
	evidence text not null,
	answered_on bigint not null
);
-- book: objection_hearing
create index objection_hearing_objection on objection_hearing (objection, id);
create index objection_hearing_org on objection_hearing (org, state);

-- What an objection that was founded put right in an award: the old one and the one that stands for it; nothing decided is edited.
create table award_correction (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	objection bigint not null references objection (id),
	old_award bigint not null references award (id),
	new_award bigint not null references award (id),
	correction text not null,
	at bigint not null,
	unique (new_award)
);
-- book: award_correction
-- insert-only: award_correction

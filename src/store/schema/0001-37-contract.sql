-- The technical contract, the task book with its milestones and indicators, who signed which papers, and the running milestones.

create table contract (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	version bigint not null,
	number text not null,
	kind text not null,
	amount_fen bigint not null check (amount_fen > 0),
	signed_on bigint not null,
	registration text not null,
	scan text not null,
	remark text not null,
	org bigint not null,
	person bigint not null,
	unique (challenge, version)
);
-- book: contract
-- insert-only: contract

create table taskbook (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	version bigint not null,
	number text not null,
	state text not null check (state in ('signing', 'returned', 'signed')),
	starts bigint not null,
	ends bigint not null,
	pi_name text not null,
	pi_stays bigint not null,
	goals text not null,
	research_plan text not null,
	criteria text not null,
	total_rd_fen bigint not null check (total_rd_fen > 0),
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	other_fen bigint not null check (other_fen >= 0),
	disbursement text not null,
	rewards text not null,
	ownership text not null,
	duties text not null,
	integrity text not null,
	confidentiality text not null,
	awardee_bank text not null,
	awardee_account_secret text not null,
	demander_bank text not null,
	demander_account_secret text not null,
	book_paper bigint not null,
	pledge_paper bigint not null,
	nda_paper bigint not null,
	org bigint not null,
	person bigint not null,
	returned text not null,
	drafted_at bigint not null,
	signed_at bigint not null,
	unique (challenge, version),
	check (ends > starts)
);
-- book: taskbook

create table taskbook_milestone (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	taskbook bigint not null references taskbook (id),
	ord bigint not null,
	name text not null,
	due bigint not null,
	content text not null,
	indicator text not null,
	deliverable text not null,
	evidence text not null,
	releases bigint not null check (releases in (0, 1)),
	unique (taskbook, ord)
);
-- book: taskbook_milestone
-- insert-only: taskbook_milestone

create table taskbook_indicator (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	taskbook bigint not null references taskbook (id),
	ord bigint not null,
	name text not null,
	target text not null,
	unit text not null,
	criterion text not null,
	binding bigint not null check (binding in (0, 1)),
	unique (taskbook, ord)
);
-- book: taskbook_indicator
-- insert-only: taskbook_indicator

create table taskbook_signature (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	taskbook bigint not null references taskbook (id),
	party text not null check (party in ('demander', 'awardee', 'bureau')),
	org bigint not null,
	person bigint not null,
	signer text not null,
	at bigint not null,
	book_digest text not null,
	pledge_digest text not null,
	nda_digest text not null,
	scan text not null,
	unique (taskbook, party)
);
-- book: taskbook_signature
-- insert-only: taskbook_signature

create table milestone (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	ord bigint not null,
	name text not null,
	due bigint not null,
	content text not null,
	indicator text not null,
	deliverable text not null,
	evidence text not null,
	releases bigint not null check (releases in (0, 1)),
	state text not null check (state in ('planned', 'reported', 'assessing', 'passed', 'failed')),
	concluded_on bigint not null,
	unique (challenge, ord)
);
-- book: milestone

-- Direct entry (12.1.a): what was matched at a contest, in the versions that were sent, and what became of it.
create table direct_entry (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	version bigint not null check (version >= 1),
	awardee bigint not null,        -- org
	contest text not null,
	session text not null,
	matched_on bigint not null,
	match_number text not null,
	match_scan text not null check (match_scan <> ''),
	awardee_name text not null,
	awardee_code text not null,
	leader text not null,
	person bigint not null,
	at bigint not null,
	unique (challenge, version)
);
-- book: direct_entry
-- insert-only: direct_entry

create table direct_step (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	step text not null check (step in ('filed', 'confirmed', 'declined', 'returned', 'refused', 'admitted', 'withdrawn')),
	source text not null,
	reason text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null,
	check (step <> 'admitted' or source <> ''),
	check (step in ('filed', 'confirmed') or reason <> '')
);
-- book: direct_step
-- insert-only: direct_step
create index direct_step_challenge on direct_step (challenge, id);
-- Both sides meet before the contract; what they refined.
create table contract_meeting (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	day bigint not null,
	place text not null,
	people text not null check (people <> ''),
	refined text not null check (refined <> ''),
	minutes text not null,
	person bigint not null
);
-- book: contract_meeting
-- insert-only: contract_meeting
create index contract_meeting_challenge on contract_meeting (challenge, day);

-- A winner that gave the award back before it signed.
create table award_declining (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	award bigint not null references award (id),
	notice bigint not null references notice (id),
	reason text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null,
	unique (award)
);
-- book: award_declining
-- insert-only: award_declining

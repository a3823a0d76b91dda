-- Applications for acceptance, what each side said on every indicator, the material, the result, the strike-off.

create table acceptance (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	version bigint not null,
	rectified bigint not null check (rectified in (0, 1)),  -- handed in after a grade that asked for mending
	summary text not null,
	spent_fen bigint not null check (spent_fen >= 0),
	results text not null,
	org bigint not null,
	person bigint not null,
	at bigint not null,
	unique (challenge, version)
);
-- book: acceptance
-- insert-only: acceptance

create table acceptance_indicator (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	acceptance bigint not null references acceptance (id),
	said_by text not null check (said_by in ('awardee', 'demander')),
	ord bigint not null,
	name text not null,
	target text not null,
	binding bigint not null,
	actual text not null,
	met text not null check (met in ('met', 'not')),
	evidence text not null,
	files text not null,
	unique (acceptance, said_by, ord)
);
-- book: acceptance_indicator
-- insert-only: acceptance_indicator

create table acceptance_material (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	acceptance bigint not null references acceptance (id),
	filed bigint not null check (filed in (0, 1)),
	ord bigint not null,
	kind text not null,
	title text not null,
	files text not null,
	unique (acceptance, filed, ord)
);
-- book: acceptance_material
-- insert-only: acceptance_material

create table acceptance_result (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	acceptance bigint not null unique references acceptance (id),
	panel bigint not null unique,
	result text not null,           -- a grade of the pack
	outcome text not null check (outcome in ('pass', 'rectify', 'fail')),
	opinion text not null,
	differs text not null,
	number text not null,
	paper bigint not null,
	day bigint not null,
	org bigint not null,
	person bigint not null
);
-- book: acceptance_result
-- insert-only: acceptance_result

create table acceptance_strike (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null unique references challenge (id),
	number text not null,
	archive_number text not null,
	remark text not null,
	paper bigint not null,
	day bigint not null,
	person bigint not null
);
-- book: acceptance_strike
-- insert-only: acceptance_strike
create index acceptance_result_challenge on acceptance_result (challenge, id);

-- Performance evaluation: results against the task book, use of fiscal money, a grade; and what the bureau still owes.
create table performance (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	occasion text not null check (occasion in ('annual', 'milestone', 'closing', 'ending')),
	received_fen bigint not null,
	used_fen bigint not null check (used_fen between 0 and received_fen),
	money_use text not null check (money_use <> ''),
	grade text not null check (grade in ('excellent', 'good', 'fair', 'poor')),
	opinion text not null check (opinion <> ''),
	measures text not null,
	file text not null,
	day bigint not null,
	person bigint not null
);
-- book: performance
-- insert-only: performance
create index performance_challenge on performance (challenge, id);

create table performance_indicator (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	performance bigint not null references performance (id),
	ord bigint not null,
	name text not null,
	planned text not null,
	actual text not null check (actual <> ''),
	met text not null check (met in ('met', 'not')),
	unique (performance, ord)
);
-- book: performance_indicator
-- insert-only: performance_indicator

create table performance_plan (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	occasion text not null,
	since bigint not null,
	performance bigint not null     -- the evaluation that answered it; 0: none yet
);
-- book: performance_plan
create index performance_plan_open on performance_plan (performance, challenge);
create index performance_plan_challenge on performance_plan (challenge, id);

-- After a pass: when to report, what was reported, cooperation that stays in the district.
create table followup_plan (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	ord bigint not null,
	opens_on bigint not null,
	due_on bigint not null,
	followup bigint not null,       -- the report that answered it; 0: none yet
	unique (challenge, ord),
	check (due_on >= opens_on)
);
-- book: followup_plan
create index followup_plan_open on followup_plan (followup, opens_on);

create table followup (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	party text not null check (party in ('demander', 'awardee')),
	day bigint not null,
	in_use text not null check (in_use <> ''),
	sales_fen bigint not null check (sales_fen >= 0),
	jobs bigint not null check (jobs >= 0),
	entity text not null,
	entity_name text not null,
	evidence text not null,
	person bigint not null,
	reported_on bigint not null,
	check (entity = 'none' or entity_name <> '')
);
-- book: followup
-- insert-only: followup
create index followup_challenge on followup (challenge, id);

create table cooperation (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null,
	text text not null check (text <> ''),
	asked_by text not null check (asked_by in ('demander', 'awardee')),
	person bigint not null,
	asked_on bigint not null,
	state text not null check (state in ('intended', 'agreed', 'declined', 'recommended', 'supported', 'unsupported')),
	consents bigint not null check (consents between 0 and 2),
	reason text not null,
	answered_on bigint not null,
	opinion text not null,
	recommended_on bigint not null,
	document text not null,
	decided_on bigint not null,
	outcome_text text not null,
	check (state <> 'declined' or reason <> ''),
	check (state not in ('recommended', 'supported', 'unsupported') or (consents = 2 and opinion <> '')),
	check (state not in ('supported', 'unsupported') or document <> '')
);
-- book: cooperation
create index cooperation_challenge on cooperation (challenge, id);
create index cooperation_state on cooperation (state);

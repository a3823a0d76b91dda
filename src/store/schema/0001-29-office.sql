-- How an office shares its work: a stage's duty given to a colleague, an opinion asked of another before deciding.

create table hand_over (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	stage text not null,
	since bigint not null,
	org bigint not null,
	giver bigint not null,
	taker bigint not null,
	reason text not null check (reason <> ''),
	day bigint not null,
	check (giver <> taker)
);
-- book: hand_over
-- insert-only: hand_over
create index hand_over_challenge on hand_over (challenge, stage, since, org, id);

create table countersign (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	stage text not null,
	asker_org bigint not null,
	asker bigint not null,
	role text not null,             -- of which role an opinion is asked
	question text not null check (question <> ''),
	files text not null,
	asked_on bigint not null,
	due bigint not null,
	state text not null check (state in ('asked', 'answered')),
	opinion text not null check (opinion in ('', 'agree', 'disagree', 'remark')),
	answer text not null,
	answer_files text not null,
	answered_by bigint not null,
	answered_on bigint not null,
	check (state <> 'answered' or (opinion <> '' and answered_by <> 0)),
	check (opinion not in ('disagree', 'remark') or answer <> '')
);
-- book: countersign
create index countersign_challenge on countersign (challenge, id);

-- What was sent back to whoever sent it, with the reason: a report, an application, a filing.
create table sent_back (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('milestone_report', 'acceptance', 'closing')),
	name text not null,
	reason text not null check (reason <> ''),
	day bigint not null,
	org bigint not null,
	person bigint not null
);
-- book: sent_back
-- insert-only: sent_back
create index sent_back_challenge on sent_back (challenge, id);

-- 5-decision: which bid is proposed, that the demander agrees, what the government decided.

create table award (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	panel bigint not null references panel (id),
	bid bigint not null,
	rank bigint not null,           -- place given by the panel; 0 = not ranked
	state text not null check (state in ('proposed', 'agreed', 'refused', 'approved', 'denied', 'void', 'corrected', 'declined')),
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	reason text not null,
	proposed_on bigint not null,    -- day
	confirmed_by bigint not null,   -- person of the demander; 0 until then
	confirmed_at bigint not null,
	document text not null,
	decided_on bigint not null,     -- day
	remark text not null,
	scan text not null,
	check (state not in ('agreed', 'approved', 'denied') or confirmed_by <> 0),
	check (state not in ('approved', 'denied') or document <> '')
);
-- book: award
create index award_challenge on award (challenge, id);
create index award_bid on award (bid, state);

-- A horse race: why several bidders win together.
create table award_race (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	award bigint not null references award (id),
	hard text not null check (hard <> ''),
	unite_on bigint not null check (unite_on > 0),  -- day
	unite_who text not null check (unite_who <> ''),
	unite_result text not null check (unite_result <> ''),
	demander_agrees bigint not null check (demander_agrees in (0, 1)),
	lister_agrees bigint not null check (lister_agrees in (0, 1)),
	unique (award)
);
-- book: award_race
create index award_race_challenge on award_race (challenge, id);

create table award_step (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	award bigint not null references award (id),
	step text not null,
	remark text not null,
	person bigint not null,
	org bigint not null,
	at bigint not null
);
-- book: award_step
-- insert-only: award_step
create index award_step_challenge on award_step (challenge, id);

-- Nobody deserved it: proposed by the bureau, confirmed by the demander (8.4.b: both).
create table award_none (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	state text not null check (state in ('proposed', 'confirmed', 'refused')),
	reason text not null,
	proposed_on bigint not null,
	remark text not null,
	decided_on bigint not null
);
-- book: award_none
create index award_none_challenge on award_none (challenge, id);

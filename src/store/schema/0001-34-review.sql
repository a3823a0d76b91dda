-- 4-review: who proposed, confirmed or refused the panel, and when the review ended. What the panel said stands in its own tables.

create table review_step (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	panel bigint not null references panel (id),
	step text not null check (step in ('proposed', 'confirmed', 'refused', 'concluded')),
	remark text not null,
	person bigint not null,
	org bigint not null,
	at bigint not null
);
-- book: review_step
-- insert-only: review_step
create index review_step_challenge on review_step (challenge, id);

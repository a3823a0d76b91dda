-- After acceptance: the plan of reports, the reports, cooperation and its recommendation.

-- followup_plan_insert: followup_plan_row -> -
insert into followup_plan (id, act, challenge, ord, opens_on, due_on, followup) values (:id, :act, :challenge, :ord, :opens_on, :due_on, :followup);

-- followup_plan_update: followup_plan_row -> -
update followup_plan set act = :act, followup = :followup where id = :id;

-- followup_plans_of: challenge_key -> followup_plan_row
select id, act, challenge, ord, opens_on, due_on, followup from followup_plan where challenge = :challenge order by ord;

-- followup_insert: followup_row -> -
insert into followup (id, act, challenge, party, day, in_use, sales_fen, jobs, entity, entity_name, evidence, person, reported_on)
values (:id, :act, :challenge, :party, :day, :in_use, :sales_fen, :jobs, :entity, :entity_name, :evidence, :person, :reported_on);

-- followups_of: challenge_key -> followup_row
select id, act, challenge, party, day, in_use, sales_fen, jobs, entity, entity_name, evidence, person, reported_on
from followup where challenge = :challenge order by id desc;

-- cooperation_insert: cooperation_row -> -
insert into cooperation (id, act, challenge, kind, text, asked_by, person, asked_on, state, consents, reason, answered_on, opinion,
	recommended_on, document, decided_on, outcome_text)
values (:id, :act, :challenge, :kind, :text, :asked_by, :person, :asked_on, :state, :consents, :reason, :answered_on, :opinion,
	:recommended_on, :document, :decided_on, :outcome_text);

-- cooperation_update: cooperation_row -> -
update cooperation set act = :act, state = :state, consents = :consents, reason = :reason, answered_on = :answered_on, opinion = :opinion,
	recommended_on = :recommended_on, document = :document, decided_on = :decided_on, outcome_text = :outcome_text
where id = :id;

-- cooperation_one: id_key -> cooperation_row
select id, act, challenge, kind, text, asked_by, person, asked_on, state, consents, reason, answered_on, opinion, recommended_on, document,
	decided_on, outcome_text
from cooperation where id = :id;

-- cooperations_of: challenge_key -> cooperation_row
select id, act, challenge, kind, text, asked_by, person, asked_on, state, consents, reason, answered_on, opinion, recommended_on, document,
	decided_on, outcome_text
from cooperation where challenge = :challenge order by id desc;

-- Supplements of the signed task book, and meetings before the contract.

-- supplement_insert: supplement_row -> -
insert into supplement (id, act, challenge, taskbook, number, source, about, paper, day)
values (:id, :act, :challenge, :taskbook, :number, :source, :about, :paper, :day);

-- supplement_value_insert: supplement_value_row -> -
insert into supplement_value (id, act, challenge, supplement, ord, kind, which, org, code, was, holds, day)
values (:id, :act, :challenge, :supplement, :ord, :kind, :which, :org, :code, :was, :holds, :day);

-- supplements_of: challenge_key -> supplement_row
select id, act, challenge, taskbook, number, source, about, paper, day from supplement where challenge = :challenge order by id;

-- supplement_values_of: challenge_key -> supplement_value_row
select id, act, challenge, supplement, ord, kind, which, org, code, was, holds, day from supplement_value where challenge = :challenge order by id;

-- supplement_milestone: milestone_row -> -
update milestone set act = :act, due = :due where id = :id;

-- supplement_milestones_of: challenge_key -> milestone_row
select id, act, challenge, ord, name, due, content, indicator, deliverable, evidence, releases, state, concluded_on
from milestone where challenge = :challenge order by ord;

-- contract_meeting_insert: contract_meeting_row -> -
insert into contract_meeting (id, act, challenge, day, place, people, refined, minutes, person)
values (:id, :act, :challenge, :day, :place, :people, :refined, :minutes, :person);

-- contract_meetings_of: challenge_key -> contract_meeting_row
select id, act, challenge, day, place, people, refined, minutes, person from contract_meeting where challenge = :challenge order by day, id;

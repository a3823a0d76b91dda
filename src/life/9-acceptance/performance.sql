-- Performance evaluation: what was found, indicator by indicator; what the bureau still owes.

-- performance_insert: performance_row -> -
insert into performance (id, act, challenge, occasion, received_fen, used_fen, money_use, grade, opinion, measures, file, day, person)
values (:id, :act, :challenge, :occasion, :received_fen, :used_fen, :money_use, :grade, :opinion, :measures, :file, :day, :person);

-- performances_of: challenge_key -> performance_row
select id, act, challenge, occasion, received_fen, used_fen, money_use, grade, opinion, measures, file, day, person
from performance where challenge = :challenge order by id desc;

-- performance_indicator_insert: performance_indicator_row -> -
insert into performance_indicator (id, act, challenge, performance, ord, name, planned, actual, met)
values (:id, :act, :challenge, :performance, :ord, :name, :planned, :actual, :met);

-- performance_indicators_of: id_key -> performance_indicator_row
select id, act, challenge, performance, ord, name, planned, actual, met
from performance_indicator where performance = :id order by ord;

-- performance_plan_insert: performance_plan_row -> -
insert into performance_plan (id, act, challenge, occasion, since, performance)
values (:id, :act, :challenge, :occasion, :since, :performance);

-- performance_plan_update: performance_plan_row -> -
update performance_plan set act = :act, performance = :performance where id = :id;

-- performance_plans_of: challenge_key -> performance_plan_row
select id, act, challenge, occasion, since, performance from performance_plan where challenge = :challenge order by id;

-- 7-contract: a winner that does not sign.

-- award_declining_insert: award_declining_row -> -
insert into award_declining (id, act, challenge, award, notice, reason, org, person, at)
values (:id, :act, :challenge, :award, :notice, :reason, :org, :person, :at);

-- The number of a project that is not established after all goes with its winner.
-- decline_case: challenge_row -> -
update challenge set act = :act, award_bid = :award_bid, project_number = :project_number where id = :id;

-- decline_contracts: challenge_key -> count_row
select count(*) as n from contract where challenge = :challenge;

-- decline_objections: challenge_key -> objection_row
select id, act, programme, challenge, notice, number, kind, ground, state, filed_on, due, handler, result, effect, decided_on, document, reason,
	summary, answer, answered_on
from objection where challenge = :challenge and state in ('filed', 'accepted', 'investigating') order by id;

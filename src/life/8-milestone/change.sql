-- Change requests: asked, answered, closed.

-- change_request_insert: change_request_row -> -
insert into change_request (id, act, challenge, number, asked_by, org, person, needs, remark, state, proposed_on, decided_on, closing, earlier)
values (:id, :act, :challenge, :number, :asked_by, :org, :person, :needs, :remark, :state, :proposed_on, :decided_on, :closing, :earlier);

-- change_request_update: change_request_row -> -
update change_request set act = :act, state = :state, decided_on = :decided_on, closing = :closing where id = :id;

-- change_request_one: id_key -> change_request_row
select id, act, challenge, number, asked_by, org, person, needs, remark, state, proposed_on, decided_on, closing, earlier
from change_request where id = :id;

-- change_requests_of: challenge_key -> change_request_row
select id, act, challenge, number, asked_by, org, person, needs, remark, state, proposed_on, decided_on, closing, earlier
from change_request where challenge = :challenge order by id desc;

-- change_item_insert: change_item_row -> -
insert into change_item (id, act, challenge, request, ord, kind, which, was, wanted, day, code, org, reason, evidence)
values (:id, :act, :challenge, :request, :ord, :kind, :which, :was, :wanted, :day, :code, :org, :reason, :evidence);

-- change_items_of: id_key -> change_item_row
select id, act, challenge, request, ord, kind, which, was, wanted, day, code, org, reason, evidence
from change_item where request = :id order by ord;

-- change_answer_insert: change_answer_row -> -
insert into change_answer (id, act, challenge, request, party, answer, reason, person, day)
values (:id, :act, :challenge, :request, :party, :answer, :reason, :person, :day);

-- change_answers_of: id_key -> change_answer_row
select id, act, challenge, request, party, answer, reason, person, day from change_answer where request = :id order by id;

-- How often a kind was agreed to in a project.
-- change_times_of: change_kind_key -> count_row
select count(distinct v.supplement) as n from supplement_value v join supplement s on s.id = v.supplement
where v.challenge = :challenge and v.kind = :kind and s.source = 'change';

-- The team of the awarded bid, as it was submitted.
-- change_team_of: challenge_key -> change_member
select p.name as name, '' as code from bid_person p join bid b on b.bid_version = p.bid_version join challenge c on c.award_bid = b.id
where c.id = :challenge order by p.n;

-- change_partners_of: challenge_key -> change_member
select m.name as name, m.credit_code as code from bid_member m join bid b on b.bid_version = m.bid_version join challenge c on c.award_bid = b.id
where c.id = :challenge and m.lead = 0 order by m.n;

-- change_org_by_code: change_kind_key -> change_org
select id, name, state from org where programme = :programme and credit_code = :code;

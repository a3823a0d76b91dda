-- 5-decision: nobody deserved it.

-- award_none_newest: decision_key -> award_none_row
select id, act, challenge, state, reason, proposed_on, remark, decided_on from award_none where challenge = :challenge order by id desc limit 1;

-- award_none_insert: award_none_row -> -
insert into award_none (id, act, challenge, state, reason, proposed_on, remark, decided_on)
values (:id, :act, :challenge, :state, :reason, :proposed_on, :remark, :decided_on);

-- award_none_set: award_none_row -> -
update award_none set act = :act, state = :state, remark = :remark, decided_on = :decided_on where id = :id;

-- 3-bid: deadlines that were moved, demands that were taken back.

-- deadline_changes_of: challenge_key -> deadline_change_row
select id, act, challenge, old_deadline, new_deadline, reason, media, at from deadline_change where challenge = :challenge order by id;

-- deadline_change_count: challenge_key -> count_row
select count(*) as n from deadline_change where challenge = :challenge;

-- deadline_change_insert: deadline_change_row -> -
insert into deadline_change (id, act, challenge, old_deadline, new_deadline, reason, media, at)
values (:id, :act, :challenge, :old_deadline, :new_deadline, :reason, :media, :at);

-- challenge_set_deadline: challenge_row -> -
update challenge set act = :act, deadline = :deadline where id = :id;

-- challenge_withdrawal_insert: challenge_withdrawal_row -> -
insert into challenge_withdrawal (id, act, challenge, reason, person, at) values (:id, :act, :challenge, :reason, :person, :at);

-- challenge_withdrawal_of: challenge_key -> challenge_withdrawal_row
select id, act, challenge, reason, person, at from challenge_withdrawal where challenge = :challenge;

-- Who has sent something: told by the program, shown to nobody.
-- extend_senders: challenge_key -> challenge_row
select org as demander from bid where challenge = :challenge and state <> 'withdrawn' order by org;

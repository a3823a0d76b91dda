-- 1-need: demands listed again, rounds that run longer.

-- relisting_one: id_key -> relisting_row
select id, act, programme, old_case, new_case, state, reason, proposed_on, remark, decided_on from relisting where id = :id;

-- relisting_of: challenge_key -> relisting_row
select id, act, programme, old_case, new_case, state, reason, proposed_on, remark, decided_on from relisting
where old_case = :challenge order by id desc limit 1;

-- relisting_insert: relisting_row -> -
insert into relisting (id, act, programme, old_case, new_case, state, reason, proposed_on, remark, decided_on)
values (:id, :act, :programme, :old_case, :new_case, :state, :reason, :proposed_on, :remark, :decided_on);

-- relisting_set: relisting_row -> -
update relisting set act = :act, new_case = :new_case, state = :state, remark = :remark, decided_on = :decided_on where id = :id;

-- round_extension_newest: id_key -> round_extension_row
select id, act, programme, round, old_day, new_day, reason, media, state from round_extension where round = :id order by id desc limit 1;

-- round_extensions_of: id_key -> round_extension_row
select id, act, programme, round, old_day, new_day, reason, media, state from round_extension where round = :id and state = 'confirmed' order by id;

-- round_extension_count: id_key -> count_row
select count(*) as n from round_extension where round = :id;

-- round_extension_insert: round_extension_row -> -
insert into round_extension (id, act, programme, round, old_day, new_day, reason, media, state)
values (:id, :act, :programme, :round, :old_day, :new_day, :reason, :media, :state);

-- round_extension_set: round_extension_row -> -
update round_extension set act = :act, state = :state where id = :id;

-- round_set_last: round_row -> -
update round set act = :act, last_day = :last_day where id = :id;

-- First signatures: written by the door and by the acts of this room only.

-- signing_insert: first_signature_row -> -
insert into first_signature (id, act, programme, challenge, act_name, thing, person, org, role, input_secret, state, signed_at, second, reason, ended_at)
values (:id, :act, :programme, :challenge, :act_name, :thing, :person, :org, :role, :input_secret, :state, :signed_at, :second, :reason, :ended_at);

-- signing_update: first_signature_row -> -
update first_signature set act = :act, state = :state, second = :second, reason = :reason, ended_at = :ended_at where id = :id;

-- signing_one: id_key -> first_signature_row
select id, act, programme, challenge, act_name, thing, person, org, role, input_secret, state, signed_at, second, reason, ended_at
from first_signature where id = :id;

-- A signature is about the matter as it stood: when its case has left the stage since (and come back), or something else was done to its thing,
-- it is overtaken and nobody's second press answers it.
-- signing_open: signing_key -> first_signature_row
select id, act, programme, challenge, act_name, thing, person, org, role, input_secret, state, signed_at, second, reason, ended_at
from first_signature s where programme = :programme and act_name = :act_name and thing = :thing and state = 'open'
	and not exists (select 1 from journal j join challenge c on c.id = j.challenge where s.challenge <> 0 and j.challenge = s.challenge
		and j.programme = s.programme and j.seq > s.act
		and ((s.thing = s.challenge and j.stage not in ('', c.stage)) or (s.thing <> s.challenge and j.target = s.thing)))
order by id desc;

-- signing_waiting: signing_key -> first_signature_row
select id, act, programme, challenge, act_name, thing, person, org, role, input_secret, state, signed_at, second, reason, ended_at
from first_signature where programme = :programme and state = 'open' order by id limit 500;

-- Out of time, or overtaken.
-- signing_due: signing_key -> id_key
select id from first_signature s where programme = :programme and state = 'open' and (signed_at < :before
	or exists (select 1 from journal j join challenge c on c.id = j.challenge where s.challenge <> 0 and j.challenge = s.challenge
		and j.programme = s.programme and j.seq > s.act
		and ((s.thing = s.challenge and j.stage not in ('', c.stage)) or (s.thing <> s.challenge and j.target = s.thing))))
order by id limit 100;

-- Two accounts of one natural person: the same name with the same telephone or mail address.
-- signing_same_person: signing_key -> count_row
select count(*) as n from person a join person b on b.id = :other
where a.id = :person and (a.id = b.id or (a.name = b.name and ((a.phone_secret <> '' and a.phone_secret = b.phone_secret)
	or (a.email_secret <> '' and a.email_secret = b.email_secret))));

-- Did this person, by this or another account, do the preparing act: to this thing or to its whole case, or (thing 0) anywhere in the case?
-- signing_author: signing_key -> count_row
select count(*) as n from journal j join person a on a.id = j.person join person b on b.id = :person
where j.programme = :programme and j.act = :act_name
	and (cast(:thing as bigint) <> 0 and (j.target = :thing or j.made = :thing) or cast(:challenge as bigint) <> 0 and (j.target = :challenge or (cast(:thing as bigint) = 0 and j.challenge = :challenge)))
	and (a.id = b.id or (a.name = b.name and ((a.phone_secret <> '' and a.phone_secret = b.phone_secret)
		or (a.email_secret <> '' and a.email_secret = b.email_secret))));

-- signing_person: id_key -> signing_name
select id, name from person where id = :id;

-- signing_people_of_role: signing_key -> signing_name
select id, name from person where programme = :programme and role = :role and state = 'active' and id <> :person order by id limit 200;

-- signing_people_of_org: signing_key -> signing_name
select id, name from person where org = :org and role = :role and state = 'active' and id <> :person order by id limit 200;

-- signing_case: id_key -> signing_case
select number, title, stage from challenge where id = :id;

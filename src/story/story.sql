-- What a story needs to know beyond the acts: who is meant by a name.

-- story_actor_named: story_key -> story_actor
select id, org, role from person
where programme = :programme and (login = lower(cast(:name as text)) or name in (cast(:name as text), cast(:name as text) || cast(:taint as text))) and state = 'active'
order by case when login = lower(cast(:name as text)) then 0 else 1 end, id;

-- story_org_named: story_key -> id_key
select id from org where programme = :programme and name in (cast(:name as text), cast(:name as text) || cast(:taint as text)) order by id;

-- story_challenge_named: story_key -> id_key
select id from challenge where programme = :programme and (number = cast(:name as text) or title in (cast(:name as text), cast(:name as text) || cast(:taint as text))) order by id desc;

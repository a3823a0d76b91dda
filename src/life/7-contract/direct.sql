-- Direct entry: a match made at a contest (12.1.a).

-- direct_insert: direct_row -> -
insert into direct_entry (id, act, challenge, version, awardee, contest, session, matched_on, match_number, match_scan, awardee_name,
	awardee_code, leader, person, at)
values (:id, :act, :challenge, :version, :awardee, :contest, :session, :matched_on, :match_number, :match_scan, :awardee_name,
	:awardee_code, :leader, :person, :at);

-- direct_newest: challenge_key -> direct_row
select id, act, challenge, version, awardee, contest, session, matched_on, match_number, match_scan, awardee_name, awardee_code, leader,
	person, at
from direct_entry where challenge = :challenge order by version desc limit 1;

-- direct_step_insert: direct_step_row -> -
insert into direct_step (id, act, challenge, step, source, reason, org, person, at)
values (:id, :act, :challenge, :step, :source, :reason, :org, :person, :at);

-- direct_steps: challenge_key -> direct_step_line
select s.step, s.source, s.reason, coalesce(o.name, '') as org_name, coalesce(p.name, '') as person_name, s.at
from direct_step s left join org o on o.id = s.org left join person p on p.id = s.person
where s.challenge = :challenge order by s.id;

-- direct_org: direct_org_key -> id_key
select id from org where programme = :programme and credit_code = :code and role = 'unit';

-- direct_winner: challenge_row -> -
update challenge set act = :act, award_bid = :award_bid where id = :id;

-- direct_project: challenge_row -> -
update challenge set act = :act, project_number = :project_number where id = :id;

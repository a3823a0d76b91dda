-- Publicity and corrections.

-- publish_result_insert: result_row -> -
insert into result_story (id, act, programme, challenge, title, story, effect, consents, published_on, person)
values (:id, :act, :programme, :challenge, :title, :story, :effect, :consents, :published_on, :person);

-- publish_result_of: challenge_key -> id_key
select id from result_story where challenge = :challenge;

-- publish_results: publish_key -> result_line
select s.id, s.title, c.project_number as number, o.name as demander_name, w.name as awardee_name, c.field, s.published_on,
	(select count(*) from correction x where x.programme = s.programme and x.kind = 'result' and x.thing = s.id) as corrected, s.story, s.effect
from result_story s join challenge c on c.id = s.challenge join org o on o.id = c.demander join bid b on b.id = c.award_bid join org w on w.id = b.org
where s.programme = :programme and c.scope = 'public' and (cast(:thing as bigint) = 0 or s.id = :thing)
order by s.published_on desc, s.id desc limit :limit offset :offset;

-- publish_results_count: publish_key -> count_row
select count(*) as n from result_story s join challenge c on c.id = s.challenge where s.programme = :programme and c.scope = 'public';

-- publish_thing: publish_key -> published_row
select l.id, l.programme, cast(0 as bigint) as challenge, l.title, case when l.state = 'published' then 1 else 0 end as published
from challenge_list l where cast(:kind as text) = 'list' and l.id = :thing
union all
select n.id, n.programme, n.challenge, n.number, 1 from notice n where cast(:kind as text) = 'notice' and n.id = :thing
union all
select s.id, s.programme, s.challenge, s.title, 1 from result_story s where cast(:kind as text) = 'result' and s.id = :thing
union all
select i.id, i.programme, cast(0 as bigint), i.clause, 1 from interpretation i where cast(:kind as text) = 'interpretation' and i.id = :thing;

-- publish_correction_insert: correction_row -> -
insert into correction (id, act, programme, kind, thing, what, wording, reason, document, files, day, person)
values (:id, :act, :programme, :kind, :thing, :what, :wording, :reason, :document, :files, :day, :person);

-- publish_corrections: publish_key -> correction_line
select day, what, wording, reason, document from correction where programme = :programme and kind = :kind and thing = :thing order by id desc;

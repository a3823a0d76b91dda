-- Readings, versions, the calendar's years.

-- law_count: law_key -> law_count
select (select count(*) from pack_adoption where programme = :programme) as adoptions,
	(select count(*) from calendar_notice where programme = :programme) as years;

-- law_adoptions: law_key -> pack_adoption_row
select id, act, programme, pack, former, title, in_force, document, reason, person, day
from pack_adoption where programme = :programme order by in_force, id;

-- law_years: law_key -> calendar_notice_row
select id, act, programme, year, document, url, working_days, corrects, reason, person, day
from calendar_notice where programme = :programme order by id;

-- law_spans: id_key -> calendar_span_row
select id, act, notice, ord, name, first_day, last_day, off from calendar_span where notice = :id order by ord;

-- law_readings: law_key -> interpretation_row
select id, act, programme, clause, number, day, by_whom, text, text_en, person
from interpretation where programme = :programme and (cast(:clause as text) = '' or clause = :clause) order by day desc, id desc;

-- law_pack_files: law_key -> pack_file_row
select id, pack, name, body from pack_file where pack = :pack order by name;

-- law_pack_one: id_key -> law_pack
select id, pack, body, 0 as cases from pack_file where id = :id and name = 'pack.yaml';

-- law_packs: law_key -> law_pack
select f.id, f.pack, f.body, (select count(*) from challenge c where c.programme = :programme and c.pack = f.pack) as cases
from pack_file f where f.name = 'pack.yaml' order by f.id;

-- law_interpretation_insert: interpretation_row -> -
insert into interpretation (id, act, programme, clause, number, day, by_whom, text, text_en, person)
values (:id, :act, :programme, :clause, :number, :day, :by_whom, :text, :text_en, :person);

-- law_adoption_insert: pack_adoption_row -> -
insert into pack_adoption (id, act, programme, pack, former, title, in_force, document, reason, person, day)
values (:id, :act, :programme, :pack, :former, :title, :in_force, :document, :reason, :person, :day);

-- law_calendar_insert: calendar_notice_row -> -
insert into calendar_notice (id, act, programme, year, document, url, working_days, corrects, reason, person, day)
values (:id, :act, :programme, :year, :document, :url, :working_days, :corrects, :reason, :person, :day);

-- law_span_insert: calendar_span_row -> -
insert into calendar_span (id, act, notice, ord, name, first_day, last_day, off) values (:id, :act, :notice, :ord, :name, :first_day, :last_day, :off);

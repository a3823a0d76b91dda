-- Acceptance: application, result by the task book, filing, strike-off.

-- acceptance_insert: acceptance_row -> -
insert into acceptance (id, act, challenge, version, rectified, summary, spent_fen, results, org, person, at)
values (:id, :act, :challenge, :version, :rectified, :summary, :spent_fen, :results, :org, :person, :at);

-- acceptances_of: challenge_key -> acceptance_row
select id, act, challenge, version, rectified, summary, spent_fen, results, org, person, at
from acceptance where challenge = :challenge order by version desc;

-- acceptance_indicator_insert: acceptance_indicator_row -> -
insert into acceptance_indicator (id, act, challenge, acceptance, said_by, ord, name, target, binding, actual, met, evidence, files)
values (:id, :act, :challenge, :acceptance, :said_by, :ord, :name, :target, :binding, :actual, :met, :evidence, :files);

-- acceptance_indicators_of: acceptance_key -> acceptance_indicator_row
select id, act, challenge, acceptance, said_by, ord, name, target, binding, actual, met, evidence, files
from acceptance_indicator where acceptance = :acceptance order by said_by, ord;

-- acceptance_material_insert: acceptance_material_row -> -
insert into acceptance_material (id, act, challenge, acceptance, filed, ord, kind, title, files)
values (:id, :act, :challenge, :acceptance, :filed, :ord, :kind, :title, :files);

-- acceptance_materials_of: acceptance_key -> acceptance_material_row
select id, act, challenge, acceptance, filed, ord, kind, title, files
from acceptance_material where acceptance = :acceptance order by filed, ord;

-- acceptance_result_insert: acceptance_result_row -> -
insert into acceptance_result (id, act, challenge, acceptance, panel, result, outcome, opinion, differs, number, paper, day, org, person)
values (:id, :act, :challenge, :acceptance, :panel, :result, :outcome, :opinion, :differs, :number, :paper, :day, :org, :person);

-- acceptance_results_of: challenge_key -> acceptance_result_row
select id, act, challenge, acceptance, panel, result, outcome, opinion, differs, number, paper, day, org, person
from acceptance_result where challenge = :challenge order by id desc;

-- acceptance_strike_insert: acceptance_strike_row -> -
insert into acceptance_strike (id, act, challenge, number, archive_number, remark, paper, day, person)
values (:id, :act, :challenge, :number, :archive_number, :remark, :paper, :day, :person);

-- acceptance_strike_of: challenge_key -> acceptance_strike_row
select id, act, challenge, number, archive_number, remark, paper, day, person from acceptance_strike where challenge = :challenge;

-- acceptance_milestones_of: challenge_key -> acceptance_milestones
select count(*) as n, cast(coalesce(sum(case when state = 'passed' then 1 else 0 end), 0) as bigint) as passed
from milestone where challenge = :challenge;

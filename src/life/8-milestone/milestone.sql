-- Milestones: reports, checks, conclusions.

-- milestones_of: challenge_key -> milestone_row
select id, act, challenge, ord, name, due, content, indicator, deliverable, evidence, releases, state, concluded_on
from milestone where challenge = :challenge order by ord;

-- milestone_by_id: id_key -> milestone_row
select id, act, challenge, ord, name, due, content, indicator, deliverable, evidence, releases, state, concluded_on
from milestone where id = :id;

-- milestone_by_ord: milestone_ord_key -> milestone_row
select id, act, challenge, ord, name, due, content, indicator, deliverable, evidence, releases, state, concluded_on
from milestone where challenge = :challenge and ord = :ord;

-- milestone_update: milestone_row -> -
update milestone set act = :act, state = :state, concluded_on = :concluded_on where id = :id;

-- milestone_report_insert: milestone_report_row -> -
insert into milestone_report (id, act, challenge, milestone, version, reached_on, progress, summary, spent_fen, problems, org, person, at)
values (:id, :act, :challenge, :milestone, :version, :reached_on, :progress, :summary, :spent_fen, :problems, :org, :person, :at);

-- milestone_reports_of: milestone_key -> milestone_report_row
select id, act, challenge, milestone, version, reached_on, progress, summary, spent_fen, problems, org, person, at
from milestone_report where milestone = :milestone order by version desc;

-- milestone_actual_insert: milestone_actual_row -> -
insert into milestone_actual (id, act, challenge, milestone, report, ord, indicator, actual, evidence, files)
values (:id, :act, :challenge, :milestone, :report, :ord, :indicator, :actual, :evidence, :files);

-- milestone_actuals_of: id_key -> milestone_actual_row
select id, act, challenge, milestone, report, ord, indicator, actual, evidence, files
from milestone_actual where report = :id order by ord;

-- milestone_check_insert: milestone_check_row -> -
insert into milestone_check (id, act, challenge, milestone, panel, methods) values (:id, :act, :challenge, :milestone, :panel, :methods);

-- milestone_check_newest: challenge_key -> milestone_check_row
select id, act, challenge, milestone, panel, methods from milestone_check where challenge = :challenge order by id desc;

-- What a panel says counts, and is told, when all have signed.
-- milestone_panels_of: milestone_key -> milestone_panel_line
select k.panel as panel, p.state as state, p.meets as meets, case when p.state = 'signed' then p.conclusion else '' end as conclusion, k.methods as methods
from milestone_check k join panel p on p.id = k.panel where k.milestone = :milestone order by k.id;

-- milestone_result_insert: milestone_result_row -> -
insert into milestone_result (id, act, challenge, milestone, panel, result, opinion, differs, day, org, person)
values (:id, :act, :challenge, :milestone, :panel, :result, :opinion, :differs, :day, :org, :person);

-- milestone_results_of: milestone_key -> milestone_result_row
select id, act, challenge, milestone, panel, result, opinion, differs, day, org, person
from milestone_result where milestone = :milestone order by id desc;

-- milestone_evidence_insert: milestone_evidence_row -> -
insert into milestone_evidence (id, act, challenge, result, ord, method, found, files)
values (:id, :act, :challenge, :result, :ord, :method, :found, :files);

-- milestone_evidence_of: milestone_key -> milestone_evidence_row
select e.id as id, e.act as act, e.challenge as challenge, e.result as result, e.ord as ord, e.method as method, e.found as found, e.files as files
from milestone_evidence e join milestone_result r on r.id = e.result where r.milestone = :milestone order by e.id;

-- Extensions by force majeure: both sides report, the bureau examines, the government decides.

-- extension_insert: extension_row -> -
insert into extension (id, act, challenge, number, state, old_ends, opened_on, opinion, opinion_text, opinion_ends, examined_on, examiner,
	outcome, new_ends, document, decided_on, reason, decider)
values (:id, :act, :challenge, :number, :state, :old_ends, :opened_on, :opinion, :opinion_text, :opinion_ends, :examined_on, :examiner,
	:outcome, :new_ends, :document, :decided_on, :reason, :decider);

-- extension_update: extension_row -> -
update extension set act = :act, state = :state, opinion = :opinion, opinion_text = :opinion_text, opinion_ends = :opinion_ends,
	examined_on = :examined_on, examiner = :examiner, outcome = :outcome, new_ends = :new_ends, document = :document,
	decided_on = :decided_on, reason = :reason, decider = :decider
where id = :id;

-- extension_one: id_key -> extension_row
select id, act, challenge, number, state, old_ends, opened_on, opinion, opinion_text, opinion_ends, examined_on, examiner, outcome, new_ends,
	document, decided_on, reason, decider
from extension where id = :id;

-- extensions_of: challenge_key -> extension_row
select id, act, challenge, number, state, old_ends, opened_on, opinion, opinion_text, opinion_ends, examined_on, examiner, outcome, new_ends,
	document, decided_on, reason, decider
from extension where challenge = :challenge order by id desc;

-- extension_report_insert: extension_report_row -> -
insert into extension_report (id, act, challenge, extension, party, cause, happened_on, facts, evidence, done, remaining, money, asks, ends,
	org, person, day)
values (:id, :act, :challenge, :extension, :party, :cause, :happened_on, :facts, :evidence, :done, :remaining, :money, :asks, :ends,
	:org, :person, :day);

-- extension_reports_of: id_key -> extension_report_row
select id, act, challenge, extension, party, cause, happened_on, facts, evidence, done, remaining, money, asks, ends, org, person, day
from extension_report where extension = :id order by id;

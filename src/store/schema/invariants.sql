-- What always holds: each statement returns the rows that break it (none = it holds).

-- panel_one_chair: a panel that sits has exactly one chair
select 'panel ' || p.id as what from panel p
where p.state <> 'dismissed' and (select count(*) from panel_seat s where s.panel = p.id and s.chair = 1 and s.state <> 'replaced') <> 1;

-- panel_spoke_clear: whoever gave an opinion had declared to have no interest
select 'panel_opinion ' || o.id as what from panel_opinion o
where not exists (select 1 from panel_interest i where i.seat = o.seat and i.interest = 'none' and i.at <= o.at);

-- panel_signed_whole: a signed panel is signed by every member
select 'panel_seat ' || s.id as what from panel_seat s join panel p on p.id = s.panel
where p.state = 'signed' and s.state not in ('signed', 'replaced');

-- panel_signature_kept: every signed seat has its signature
select 'panel_seat ' || s.id as what from panel_seat s
where s.state = 'signed' and not exists (select 1 from panel_signature g where g.seat = s.id and g.sign = s.sign);

-- panel_rank_unique: no two plans share a place
select 'panel ' || r.panel || ' rank ' || r.rank as what from panel_rank r where r.rank > 0 group by r.panel, r.rank having count(*) > 1;

-- award_by_both: what the government decided was confirmed by the demander
select 'award ' || a.id as what from award a where a.state in ('agreed', 'approved', 'denied') and a.confirmed_by = 0;

-- award_once: a case has at most one approved award, and it is the case's winner; only a horse race has several
select 'award ' || a.id as what from award a join challenge c on c.id = a.challenge
where a.state = 'approved' and c.award_bid <> a.bid and not exists (select 1 from award_race r where r.challenge = a.challenge
	and r.award / 1024 = a.id / 1024 and r.demander_agrees = 1 and r.lister_agrees = 1);

-- award_race_many: a horse race has several winners (how many at most says the pack: rule decision_horse_race), and the panel could not rank the plans
select 'award_race ' || r.id as what from award_race r
where (select count(*) from award a where a.challenge = r.challenge and a.id / 1024 = r.award / 1024) < 2
	or not exists (select 1 from award a join panel p on p.id = a.panel where a.id = r.award and p.ranked = 0);

-- notice_of_approved: only an award that the government approved is published
select 'notice ' || n.id as what from notice n join award a on a.id = n.award where n.state <> 'void' and a.state <> 'approved';

-- notice_void_with_award: a notice is void when, and only when, its award no longer stands
select 'notice ' || n.id as what from notice n join award a on a.id = n.award
where (n.state = 'void' and a.state not in ('void', 'corrected', 'declined')) or (n.state <> 'void' and a.state in ('void', 'corrected', 'declined'));

-- objection_has_objector: every objection has the one who filed it, and was filed while its notice ran
select 'objection ' || o.id as what from objection o join notice n on n.id = o.notice
where o.filed_on > n.last_day or not exists (select 1 from objector w where w.objection = o.id);

-- objection_settled_before_establishment: no project is established with an open objection, nor any is dealt with afterwards
select 'objection ' || o.id as what from objection o join establishment e on e.notice = o.notice join notice n on n.id = e.notice
where n.state <> 'void' and (o.state in ('filed', 'accepted', 'investigating', 'decided') or o.act > e.act);

-- objection_upheld_heard: nothing is upheld against somebody who was not asked
select 'objection ' || o.id as what from objection o
where o.result in ('founded', 'partly') and not exists (select 1 from objection_hearing h where h.objection = o.id);

-- award_corrected_once: an award that was put right has the one that stands for it
select 'award ' || a.id as what from award a
where a.state = 'corrected' and not exists (select 1 from award_correction k where k.old_award = a.id);

-- establishment_after_notice: a project is established after the last day of its notice
select 'establishment ' || e.id as what from establishment e join notice n on n.id = e.notice
where (n.state <> 'ended' and not exists (select 1 from award_declining d where d.notice = n.id)) or e.day <= n.last_day;

-- establishment_number: an established case carries its project number, until its winner gives the award back
select 'challenge ' || c.id as what from challenge c join establishment e on e.challenge = c.id join notice n on n.id = e.notice
where n.state <> 'void' and c.project_number <> e.number;

-- award_declined_unsigned: whoever gave the award back has no contract under it
select 'award_declining ' || d.id as what from award_declining d join contract k on k.challenge = d.challenge
where k.act < d.act;

-- need_versions_dense: the versions of a demand are numbered without gaps, from 1
select 'challenge ' || n.challenge as what from need n group by n.challenge having count(*) <> max(n.version) or min(n.version) <> 1;

-- need_every_case: every case has its demand
select 'challenge ' || c.id as what from challenge c where not exists (select 1 from need n
	where n.challenge = case when c.entry = 'runner' then c.parent else c.id end and n.org = c.demander);

-- list_published_approved: what was published stands on a list that the government decided, and the case knows list and deadline
select 'list_item ' || i.id as what from list_item i join challenge_list l on l.id = i.list join challenge c on c.id = i.challenge
where i.state = 'published' and (l.state <> 'published' or l.document = '' or c.list <> l.id or (c.deadline <> l.deadline
	and not exists (select 1 from deadline_change d where d.challenge = c.id and d.new_deadline = c.deadline)));

-- relisted_from_closed: a case that was listed again is another one, of the same demander, and came from a closed one
select 'relisting ' || r.id as what from relisting r join challenge o on o.id = r.old_case
where o.stage not in ('closed.nobid', 'closed.unawarded') or (r.state = 'listed'
	and not exists (select 1 from challenge n where n.id = r.new_case and n.parent = o.id and n.entry = 'relisted' and n.demander = o.demander));

-- unawarded_by_both: nobody got it because the demander agreed, or because the winner gave it back when it was established already
select 'challenge ' || c.id as what from challenge c
where c.stage = 'closed.unawarded' and not exists (select 1 from award_none a where a.challenge = c.id and a.state = 'confirmed')
	and not exists (select 1 from award_declining d where d.challenge = c.id);

-- withdrawn_unopened: bids for a demand that was taken back stay sealed
select 'bid ' || b.id as what from bid b join challenge_withdrawal w on w.challenge = b.challenge where b.number <> '';

-- list_municipal_apart: a demand on the municipal list is not published here
select 'list_item ' || i.id as what from list_item i
where i.state = 'published' and exists (select 1 from municipal m where m.challenge = i.challenge and m.result = 'included' and m.act < i.act);

-- bid_in_time: the version that counts was sent before the deadline
select 'bid ' || b.id as what from bid b join challenge c on c.id = b.challenge join bid_version v on v.id = b.bid_version
where (v.at > c.deadline and c.entry <> 'direct') or v.bid <> b.id or v.version <> b.version;

-- bid_sealed_nameless: a bid has a number when, and only when, it was opened
select 'bid ' || b.id as what from bid b
where (b.state in ('sealed', 'withdrawn', 'pending') and b.number <> '') or (b.state in ('opened', 'passed', 'failed', 'exited') and b.number = '');

-- bid_one_lead: every version of a bid has exactly one lead, the unit that sent it
select 'bid_version ' || v.id as what from bid_version v
where (select count(*) from bid_member m where m.bid_version = v.id and m.lead = 1 and m.org = v.org) <> 1;

-- bid_checked: passed or failed as the formal check said
select 'bid ' || b.id as what from bid b
where b.state in ('passed', 'failed') and not exists (select 1 from bid_check k where k.bid = b.id and k.result = b.state);
-- payment_sum_demander: the demander's instalments add up to what the task book says, to the fen
select 'payment_fund ' || f.id as what from payment_fund f
where f.demander_fen <> (select cast(coalesce(sum(p.amount_fen), 0) as bigint) from payment p where p.challenge = f.challenge and p.kind = 'demander');

-- payment_sum_fiscal: the fiscal instalments add up to what the task book says, to the fen
select 'payment_fund ' || f.id as what from payment_fund f
where f.fiscal_fen <> (select cast(coalesce(sum(p.amount_fen), 0) as bigint) from payment p where p.challenge = f.challenge and p.kind = 'fiscal');

-- payment_of_signed_book: money is planned only where three parties have signed the same task book
select 'payment_fund ' || f.id as what from payment_fund f
where not exists (select 1 from taskbook b where b.challenge = f.challenge and b.state = 'signed' and b.other_fen = f.other_fen
	and ((b.total_rd_fen = f.demander_fen and b.fiscal_fen = f.fiscal_fen)
		or exists (select 1 from race_lane l where l.runner = f.challenge and l.rd_fen = b.total_rd_fen and l.fiscal_fen = b.fiscal_fen))
	and (select count(*) from taskbook_signature s where s.taskbook = b.id) = 3);

-- payment_paid_whole: what is paid is the whole instalment, with a day and a reference
select 'payment ' || p.id as what from payment p
where p.state in ('paid', 'received') and (p.paid_fen <> p.amount_fen or p.paid_on = 0 or p.reference = '');

-- payment_paid_evidenced: every payment of a demander has its voucher and its bank reference, used nowhere else
select 'payment ' || p.id as what from payment p
where p.kind = 'demander' and p.paid_fen > 0 and (p.voucher = ''
	or not exists (select 1 from payment_mark m where m.payment = p.id and m.kind = 'file')
	or not exists (select 1 from payment_mark m where m.payment = p.id and m.kind = 'bank'));

-- payment_after_condition: nothing is paid before its condition was reached
select 'payment ' || p.id as what from payment p
where p.paid_fen > 0 and not exists (select 1 from payment_reached r where r.challenge = p.challenge and r.waits_for = p.waits_for);

-- payment_fiscal_after_demander: no fiscal instalment is paid unless the demander has paid its own of the same number
select 'payment ' || p.id as what from payment p
where p.kind = 'fiscal' and p.paid_fen > 0 and not exists (select 1 from payment d
	where d.challenge = p.challenge and d.kind = 'demander' and d.instalment = p.instalment and (d.paid_fen > 0 or d.amount_fen = 0));

-- payment_fiscal_requested: finance pays only what the bureau asked for
select 'payment ' || p.id as what from payment p where p.kind = 'fiscal' and p.paid_fen > 0 and p.requested_on = 0;

-- payment_reached_accepted: acceptance lets money go only where a passed result stands
select 'payment_reached ' || r.id as what from payment_reached r
where r.waits_for = 'accepted' and not exists (select 1 from acceptance_result a where a.challenge = r.challenge and a.outcome = 'pass');

-- payment_reached_stage: a stage lets money go only where its milestone passed
select 'payment_reached ' || r.id as what from payment_reached r
where r.waits_for = 'stage_passed' and not exists (select 1 from milestone_result m where m.challenge = r.challenge and m.result = 'pass');

-- taskbook_signed_by_three: a signed task book carries the signatures of its three parties
select 'taskbook ' || b.id as what from taskbook b
where b.state = 'signed' and (select count(*) from taskbook_signature s where s.taskbook = b.id) <> 3;

-- taskbook_signed_once: a case has at most one signed task book, and its milestones are inside its period
select 'taskbook ' || b.id as what from taskbook b
where b.state = 'signed' and (exists (select 1 from taskbook o where o.challenge = b.challenge and o.state = 'signed' and o.id <> b.id)
	or exists (select 1 from taskbook_milestone m where m.taskbook = b.id and (m.due < b.starts or m.due > b.ends)));

-- taskbook_amount_of_contract: a signed task book rests on a contract of the same amount
select 'taskbook ' || b.id as what from taskbook b
where b.state = 'signed' and not exists (select 1 from contract k where k.challenge = b.challenge and k.amount_fen = b.total_rd_fen);

-- milestone_passed_by_result: a passed milestone has a passed result on a panel that everybody signed
select 'milestone ' || m.id as what from milestone m
where m.state = 'passed' and not exists (select 1 from milestone_result r join panel p on p.id = r.panel
	where r.milestone = m.id and r.result = 'pass' and p.state = 'signed');

-- acceptance_by_task_book: a pass leaves no binding indicator unmet
select 'acceptance_result ' || r.id as what from acceptance_result r
where r.outcome = 'pass' and exists (select 1 from acceptance_indicator i
	where i.acceptance = r.acceptance and i.said_by = 'demander' and i.binding = 1 and i.met <> 'met');

-- acceptance_after_milestones: a project is accepted when every milestone has passed
select 'acceptance_result ' || r.id as what from acceptance_result r
where r.outcome = 'pass' and exists (select 1 from milestone m where m.challenge = r.challenge and m.state <> 'passed');

-- acceptance_struck_settled: a project struck off is accepted, and its money is settled
select 'acceptance_strike ' || k.id as what from acceptance_strike k
where not exists (select 1 from acceptance_result r where r.challenge = k.challenge and r.outcome = 'pass')
	or exists (select 1 from payment p where p.challenge = k.challenge and p.amount_fen > 0
		and not (p.state = 'received' or (p.kind = 'fiscal' and p.state = 'paid')));

-- direct_evidenced: a case that came in directly has its evidence, and stands on no list
select 'challenge ' || c.id as what from challenge c
where c.entry = 'direct' and (c.list <> 0 or c.deadline <> 0 or not exists (select 1 from direct_entry d where d.challenge = c.id));

-- direct_admitted: a direct case has a project number when, and only when, the awardee confirmed and the bureau let it through
select 'challenge ' || c.id as what from challenge c
where c.entry = 'direct' and (c.project_number <> '') <> (exists (select 1 from direct_step s where s.challenge = c.id and s.step = 'admitted'
	and exists (select 1 from direct_step k where k.challenge = c.id and k.step = 'confirmed' and k.id < s.id)));
-- supplement_all_agreed: a supplement stands on a request that everybody whose approval it needs has approved, or on a decided extension
select 'supplement ' || s.id as what from supplement s
where (s.source = 'change' and not exists (select 1 from change_request r where r.id = s.about and r.state = 'agreed'
		and (select count(*) from change_answer a where a.request = r.id and a.answer = 'approve')
			= length(r.needs) - length(replace(r.needs, ',', '')) + 1))
	or (s.source = 'extension' and not exists (select 1 from extension e where e.id = s.about and e.state = 'extended'));

-- change_one_open: a project has at most one request and one report of force majeure under way
select 'challenge ' || r.challenge as what from change_request r where r.state = 'proposed' group by r.challenge having count(*) > 1
union all
select 'challenge ' || e.challenge from extension e where e.state in ('reporting', 'reported', 'examined') group by e.challenge having count(*) > 1;

-- change_asker_answers_not: whoever asks is not among those who answer
select 'change_answer ' || a.id as what from change_answer a join change_request r on r.id = a.request where a.party = r.asked_by;

-- extension_both_sides: what was examined was reported by both sides
select 'extension ' || e.id as what from extension e
where e.state not in ('reporting') and (select count(*) from extension_report r where r.extension = e.id) <> 2;

-- extension_in_force: a granted extension has its supplement with the very same day
select 'extension ' || e.id as what from extension e
where e.state = 'extended' and not exists (select 1 from supplement s join supplement_value v on v.supplement = s.id
	where s.about = e.id and s.source = 'extension' and v.kind = 'end_day' and v.day = e.new_ends);

-- bid_partners_asked: a partner of a version that counts was invited by the lead and had confirmed what it fills in
select 'bid_member ' || m.id as what from bid_member m join bid b on b.bid_version = m.bid_version
where m.lead = 0 and not exists (select 1 from bid_part t join bid_partner p on p.id = t.partner
	where t.id = m.part and p.lead = b.org and p.org = m.org and p.challenge = b.challenge and t.act < m.act);

-- bid_exited_reasoned: a bid has left when, and only when, its leaving was recorded
select 'bid ' || b.id as what from bid b
where (b.state = 'exited') <> (exists (select 1 from bid_exit e where e.bid = b.id));
-- halt_is_open: a case that was halted by hand and stands elsewhere than halted or ending has no open halt
select 'project_halt ' || h.id as what from project_halt h join challenge c on c.id = h.challenge
where h.state = 'open' and c.stage not in ('milestone.halted', 'milestone.assessing', 'termination.examining', 'termination.deciding');

-- termination_heard: what the government decided was proposed before and examined by the bureau
select 'termination ' || t.id as what from termination t
where t.state in ('decided', 'closed') and (t.examined_on = 0 or t.examined_on > t.decided_on or t.document = '' or t.paper = 0);

-- terminated_settled: a terminated case has its decision, its audit and a recovery that is settled
select 'challenge ' || c.id as what from challenge c
where c.stage = 'closed.terminated' and not exists (select 1 from recovery r join audit_report a on a.id = r.report
	join termination t on t.id = r.termination where r.challenge = c.id and r.state = 'settled' and t.state = 'closed');

-- terminated_pays_no_more: nothing waits to be paid in a case that is terminated
select 'payment ' || p.id as what from payment p join challenge c on c.id = p.challenge
where c.stage in ('termination.auditing', 'termination.recovering', 'closed.terminated') and p.paid_fen = 0 and p.state <> 'cancelled';

-- audit_reconciles: the parts of an audit add up, and its off-purpose items to that sum
select 'audit_report ' || a.id as what from audit_report a
where a.received_fen <> a.right_fen + a.off_fen + a.balance_fen
	or a.off_fen <> (select cast(coalesce(sum(i.amount_fen), 0) as bigint) from audit_item i where i.report = a.id);

-- audit_independent: no firm audits a case that it takes part in
select 'audit_engagement ' || e.id as what from audit_engagement e
where exists (select 1 from challenge c where c.id = e.challenge and c.demander = e.firm)
	or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version where b.challenge = e.challenge and m.org = e.firm);

-- recovery_as_audited: what is to come back is what the audit found, to the fen
select 'recovery ' || r.id as what from recovery r join audit_report a on a.id = r.report
where r.balance_fen <> a.balance_fen or r.off_fen <> a.off_fen or r.amount_fen <> r.balance_fen + r.off_fen;

-- recovery_within: what came back is the sum of its receipts, and never more than was demanded
select 'recovery ' || r.id as what from recovery r
where r.received_fen <> (select cast(coalesce(sum(x.amount_fen), 0) as bigint) from recovery_receipt x where x.recovery = r.id)
	or r.received_fen > r.amount_fen or (r.received_fen > 0 and r.demanded_on = 0);

-- failure_after_decision: a failure is classified after the decision to terminate
select 'failure_class ' || f.id as what from failure_class f join termination t on t.id = f.termination
where t.state not in ('decided', 'closed');

-- race_lanes_few: a horse race has several runners, each with the bid of its own case
select 'race ' || r.id as what from race r where (select count(*) from race_lane l where l.challenge = r.challenge) < 2;
-- race_lane_case: a runner's case belongs to the project of its lane
select 'race_lane ' || l.id as what from race_lane l join challenge c on c.id = l.runner
where c.entry <> 'runner' or c.parent <> l.challenge or c.award_bid <> l.bid;

-- race_shares_whole: the shares of a decision are the whole
select 'race_decision ' || d.id as what from race_decision d
where (select cast(coalesce(sum(s.share), 0) as bigint) from race_share s where s.decision = d.id) <> 10000;

-- race_stopped_nothing: whoever was stopped gets no share and no part afterwards
select 'race_lane ' || l.id as what from race_lane l
where l.ended <> 0 and (exists (select 1 from race_share s where s.runner = l.runner and s.decision >= l.ended and s.share > 0)
	or exists (select 1 from race_part p where p.runner = l.runner and p.decision >= l.ended));

-- race_one_left: with one runner left nothing is split any more
select 'race_decision ' || d.id as what from race_decision d
where (select count(*) from race_share s where s.decision = d.id and s.fate <> 'stop') = 1
	and not exists (select 1 from race_share s where s.decision = d.id and s.fate <> 'stop' and s.share = 10000);

-- race_instalments_whole: the parts of all runners are exactly the project's instalment, to the fen
select 'race_instalment ' || i.id as what from race_instalment i
where exists (select 1 from race_part p where p.challenge = i.challenge and p.kind = i.kind and p.instalment = i.instalment)
	and i.amount_fen <> (select cast(coalesce(sum(p.amount_fen), 0) as bigint) from race_part p
		where p.challenge = i.challenge and p.kind = i.kind and p.instalment = i.instalment);

-- race_total_whole: the project's instalments are exactly its money, and the first allotments of its runners together too
select 'race ' || r.id as what from race r
where r.state <> 'allotting' and (
	r.total_fen <> (select cast(coalesce(sum(i.amount_fen), 0) as bigint) from race_instalment i where i.challenge = r.challenge and i.kind = 'demander')
	or r.fiscal_fen <> (select cast(coalesce(sum(i.amount_fen), 0) as bigint) from race_instalment i where i.challenge = r.challenge and i.kind = 'fiscal')
	or r.total_fen <> (select cast(coalesce(sum(l.rd_fen), 0) as bigint) from race_lane l where l.challenge = r.challenge)
	or r.fiscal_fen <> (select cast(coalesce(sum(l.fiscal_fen), 0) as bigint) from race_lane l where l.challenge = r.challenge));

-- race_payment_of_part: a runner is paid its parts and nothing else
select 'payment ' || y.id as what from payment y join race_lane l on l.runner = y.challenge
where not exists (select 1 from race_part p where p.runner = y.challenge and p.kind = y.kind and p.instalment = y.instalment
	and p.amount_fen = y.amount_fen);
-- acceptance_rectified_after: what was mended follows a result that asked for mending, one each
select 'challenge ' || a.challenge as what from acceptance a where a.rectified = 1 group by a.challenge
having count(*) > (select count(*) from acceptance_result r where r.challenge = a.challenge and r.outcome = 'rectify');

-- acceptance_pass_last: nothing is judged after a pass
select 'acceptance_result ' || r.id as what from acceptance_result r
where exists (select 1 from acceptance_result e where e.challenge = r.challenge and e.outcome = 'pass' and e.id < r.id);
-- entry_decided_and_heard: an entry that the bureau made has its decision, by somebody else than the handler, after the unit was heard or its time was over
select 'discredit ' || d.id as what from discredit d
where d.allegation > 0 and not exists (select 1 from allegation g where g.id = d.allegation and g.entry = d.id and g.state = 'founded'
	and g.document <> '' and g.handler <> g.decider and g.notified_on > 0 and (g.stated_on > 0 or g.due < g.decided_on) and d.ends > d.happened);

-- blameless_not_entered: no entry comes from a failure that was classified as blameless
select 'discredit ' || d.id as what from discredit d join allegation g on g.id = d.allegation join failure_class f on f.id = g.failure
where f.class = 'blameless';

-- appeal_by_others: an appeal is decided by somebody who had no part in the decision; what it changes stands beside the entry
select 'integrity_appeal ' || p.id as what from integrity_appeal p join allegation g on g.id = p.allegation
where p.state <> 'filed' and (p.decided_by in (g.handler, g.decider)
	or (p.state <> 'upheld' and not exists (select 1 from discredit_change x where x.appeal = p.id and x.kind = p.state)));

-- waived_has_waiver: a waived verdict in the book has its waiver, granted in the same programme
select 'journal ' || j.id as what from journal j
where j.verdicts like '%{"waiver":%' and not exists (select 1 from waiver w
	where w.programme = j.programme and w.state in ('granted', 'used') and j.verdicts like '%{"waiver":' || w.id || '}%');

-- used_waiver_has_line: a used waiver stands in the line of the act that it allowed
select 'waiver ' || w.id as what from waiver w
where w.state = 'used' and not exists (select 1 from journal j
	where j.programme = w.programme and j.seq = w.used_seq and j.act = w.act_name and j.verdicts like '%{"waiver":' || w.id || '}%');

-- used_signature_of_two: a first signature that was used has another second person, who did the act
select 'first_signature ' || s.id as what from first_signature s
where s.state = 'used' and not exists (select 1 from journal j
	where j.programme = s.programme and j.seq = s.act and j.act = s.act_name and j.person = s.second and j.person <> s.person);

-- need_confidential_blurred: what is confidential has another, public wording in its place
select 'need_confidential ' || k.id as what from need_confidential k join need n on n.id = k.need
where (k.field = 'title' and n.title = k.body) or (k.field = 'problem' and n.problem = k.body) or (k.field = 'goal' and n.goal = k.body)
	or (k.field = 'conditions' and n.conditions = k.body);

-- scope_widened_by_both: a scope was widened only where the demander asked and the bureau agreed
select 'challenge ' || c.id as what from challenge c join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.scope = 'public' and n.scope = 'restricted' and not exists (select 1 from need_scope s where s.challenge = c.id and s.kind = 'open' and s.state = 'agreed');

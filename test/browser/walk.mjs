// One real challenge that the demo does not know, carried from the demand to the day it is struck off, each party signing in by itself in a real browser.
import { base, finish, launch, ok, Party } from "./party.mjs";

const TITLE = "钛合金重熔净化提纯新技术研发及应用示范";        // published list of 2022, see demo/needs.json for sources of the others
const browser = await launch();
const parties = {};
let id;

async function as(login, run) {
	const party = await new Party(browser, login).enter();
	parties[login] = party;
	try {
		return await run(party);
	} catch (e) {
		await party.shot("failed");
		throw e;
	} finally {
		await party.leave();
	}
}

// One signs first; the other finds it on the desk and signs the same.
async function two(first, second, act, run) {
	const made = await as(first, run);
	await as(second, (p) => p.second(act));
	return made;
}

// The demo's clock, so that deadlines and notices pass.
async function later(days) {
	const party = await new Party(browser, undefined).enter();
	await party.go("/demo");
	for (let left = days; left > 0;) {
		const step = [120, 30, 7, 1].find((n) => n <= left);
		await party.page.locator(`button[name="days"][value="${step}"]`).click();
		left -= step;
	}
	await party.shot("later");
	await party.leave();
}

async function today(party) {
	await party.go("/demo");
	return (await party.page.locator("main strong").first().innerText()).slice(0, 10);
}

const day = (from, days) => new Date(Date.parse(`${from}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
const linked = async (party, path, pattern) => {
	await party.go(path);
	const links = await party.page.locator("a[href]").evaluateAll((list) => list.map((a) => a.getAttribute("href")));
	const found = links.map((l) => pattern.exec(l)?.[1]).filter(Boolean);
	if (!found.length) throw new Error(`${party.login}: nothing like ${pattern} on ${path}: ${links.join(" ")}`);
	return [...new Set(found)];
};
const newest = (ids) => ids.sort((a, b) => Number(b) - Number(a))[0];
const stage = async (party, label) => {
	await party.go(`/challenges/${id}`);
	await party.shot("case");
	ok((await party.page.locator("main").innerText()).includes(label), `the case stands at ${label}`);
};

const need = {
	title: TITLE, field: "hardware", kind: "key_core", origin: "industry_chain", map_node: "高端五金用钛合金",
	problem: "回收钛合金重熔时氧、铁等杂质难以去除，成分不均，无法用于高端五金制品，需要攻克重熔净化和提纯技术。",
	goal: "形成可在本区应用的重熔净化工艺和装备。", urgency: "本区五金企业每年需要两千吨，目前全部外购。",
	"indicators.0.name": "氧含量", "indicators.0.comparison": "le", "indicators.0.target": "0.12", "indicators.0.unit": "%", "indicators.0.method": "report",
	"indicators.1.name": "回收率", "indicators.1.comparison": "ge", "indicators.1.target": "95", "indicators.1.unit": "%", "indicators.1.method": "site",
	"dates.0.month": "4", "dates.0.name": "小试", "dates.1.month": "10", "dates.1.name": "示范应用",
	period: "12", pay_fen: "2000000", fiscal_fen: "600000", other_fen: "300000", funds: "企业自有资金，已列入年度预算。", ownership: "shared",
	conditions: "有熔炼净化研究基础，不限地区。", support: "提供场地、原料和检测条件。", scope: "public",
	cannot_alone: true, sustained: true, first_use: true, credit: true, no_secret: true, truth: true,
	contact: "唐小龙", contact_phone_secret: "13800000000",
};

const seats = (list, meets, more = {}) => {
	const values = { meets, method: "meeting", place: "区科技局三楼会议室", ...more };
	list.forEach(([person, category], i) => {
		values[`seats.${i}.person`] = person;
		values[`seats.${i}.category`] = category;
	});
	values["seats.0.chair"] = true;
	return values;
};
const five = [["张一鸣", "management"], ["王三川", "frontline"], ["孙六艺", "peer"], ["周七星", "peer"], ["李二白", "management"]];
const logins = { 张一鸣: "zhangym", 王三川: "wangsc", 孙六艺: "sunly", 周七星: "zhouqx", 李二白: "lieb", 唐小龙: "tangxl" };

// Declarations, opinions, report, signatures of a panel.
async function meet(names, points) {
	let panel;
	const find = async (p) => (panel ??= (await linked(p, `/challenges/${id}/panels`, /^\/panels\/(\d+)/))[0]);
	for (const name of names) await as(logins[name], async (p) => {
		await p.act("panel_declare", await find(p), { interest: "none", secrecy: true });
		await p.open("panel_opinion", panel);
		const values = { verdict: "support", opinion: "任务明确，依据充分，同意。" };
		for (let i = 0; await p.page.locator(`[name="scores.${i}.points"]`).count(); i++) values[`scores.${i}.points`] = String(points(i));
		await p.act("panel_opinion", panel, values);
	});
	await as(logins[names[0]], (p) => p.act("panel_report", panel, { conclusion: "support", opinion: "专家组一致同意。" }));
	for (const name of names) await as(logins[name], (p) => p.act("panel_sign", panel, { sign: "agree" }));
}

async function needToList() {
	let now;
	const round = await as("zhouqi", async (p) => {
		now = await today(p);
		await p.act("round_propose", "-", { title: "浏览器走查征集", body: "面向全区重点产业领域企业公开征集技术需求。", first_day: now, last_day: day(now, 20),
			kinds: "key_core,key_common" });
		return newest(await linked(p, "/rounds", /^\/rounds\/(\d+)/));
	});
	await as("wumin", (p) => p.act("round_confirm", round));
	await as("tangxl", async (p) => {
		await p.act("need_submit", round, { ...need, fiscal_fen: "1000000" }, "30%");
		await p.act("need_submit", round, need);
		id = /\/challenges\/(\d+)/.exec(p.page.url())?.[1];
		ok(id, "the demand has become a case");
	});
	await as("zhouqi", (p) => p.act("need_return", id, { reason: "请补充现有水平。" }));
	await as("tangxl", (p) => p.act("need_resubmit", id, { "indicators.0.existing": "0.25" }));
	await as("zhouqi", async (p) => {
		await p.act("need_accept", id, { day: now, opinion: "材料齐全。" });
		await p.act("argue_panel_set", id, seats(five.slice(0, 4), now), "5");
		await p.act("argue_panel_set", id, seats(five, now));
	});
	await meet(five.map(([n]) => n), (i) => 18 + (i % 3));
	const list = await as("zhouqi", async (p) => {
		await p.act("argue_conclude", id, { conclusion: "support", opinion: "专家组同意，纳入遴选。" });
		await p.open("list_draft", "-");
		await onlyOurs(p);
		await p.send("list_draft", { title: "浏览器走查榜单", "picks.0.influence": "影响大", "picks.0.pull": "带动强", "picks.0.breadth": "应用广" });
		return newest(await linked(p, "/lists", /^\/lists\/(\d+)/));
	});
	await two("zhengli", "heping", "list_decide", (p) => p.act("list_decide", list, { document: "大足府办纪要〔2026〕99号", decided_on: now, "choices.0.decision": "approve" }));
	await two("wangmin", "ranhong", "list_publish", (p) => p.act("list_publish", list, { deadline: `${day(now, 18)}T17:00`, media: "government_site", contact: "023-00000000" }));
	await as(undefined, async (p) => {
		await p.go(`/open/${id}`);
		await p.shot("public-item");
		ok((await p.page.content()).includes(TITLE), "the item is public");
	});
}

// The draft list proposes every argued demand: rows that are not ours are dropped.
async function onlyOurs(p) {
	const row = (i) => p.page.locator(`main form [name="picks.${i}.challenge"]`);
	for (let i = 0; await row(i).count();) {
		if ((await row(i).inputValue()) === id) i++;
		else await p.page.locator(`main form button[name="drop.picks"][value="${i}"]`).click();
	}
}

const bid = (quote) => ({
	title: `${TITLE}揭榜方案`, leader: "梁工", leader_phone_secret: "13900000000", strength: "有熔炼实验室和中试线，团队稳定。", summary: "真空重熔与造渣净化协同，分阶段交付小试样品和示范线。",
	feasibility: "前期试验氧含量已降到 0.15%，差距在稳定性。", route: "先小试，后中试，最后现场示范。",
	"team.0.name": "梁工", "team.0.task": "总体", "answers.0.answer": "meets", "answers.0.value": "0.11", "answers.1.answer": "exceeds", "answers.1.value": "96",
	"milestones.0.month": "4", "milestones.0.name": "小试", "milestones.0.indicator": "氧含量达到", period: "12", quote_fen: quote,
	"budget.0.subject": "equipment", "budget.0.asked_fen": quote,
	no_affiliation: true, no_ip_dispute: true, not_mature: true, credit: true, leader_stays: true, ethics: true, truth: true,
});

async function bidsToNotice() {
	let now;
	for (const [login, quote] of [["sunjiao", "2000000"], ["mayuan", "1950000"]]) await as(login, (p) => p.act("bid_submit", id, bid(quote)));
	await as("zhouqi", async (p) => {
		await p.go(`/challenges/${id}/bids`);
		await p.shot("bids-sealed");
		ok(!(await p.page.content()).includes("1,950,000"), "nobody reads a bid before the deadline");
		await p.act("bids_open", id, {}, "8");
	});
	await later(19);
	await two("zhouqi", "wangmin", "bids_open", (p) => p.act("bids_open", id));
	await as("zhouqi", async (p) => {
		now = await today(p);
		for (const b of await linked(p, `/challenges/${id}/bids`, /^\/bids\/(\d+)/)) await p.act("bid_check", b, { result: "passed", reason: "材料齐全。" });
		await p.act("review_panel_propose", id, seats([...five.slice(0, 4), ["唐小龙", "demander_head"]], now));
	});
	await as("tangxl", (p) => p.act("review_panel_confirm", id));
	await meet([...five.slice(0, 4).map(([n]) => n), "唐小龙"], (i) => (i < 7 ? 5 : 4));
	await as("zhouqi", async (p) => {
		await p.act("review_conclude", id);
		await p.act("award_propose", id, { "picks.0.wins": true, fiscal_fen: "600000", reason: "排序第一。" });
	});
	await as("tangxl", (p) => p.act("award_confirm", id, { agree: true }));
	await two("zhengli", "heping", "award_decide", (p) => p.act("award_decide", id, { result: "approve", document: "大足府办纪要〔2026〕100号", decided_on: now }));
	await two("wangmin", "ranhong", "notice_publish", (p) => p.act("notice_publish", id, { receiver: "大足区科学技术局", address: "大足区棠香街道", phone: "023-00000000" }));
	await as("zhouqi", async (p) => {
		await stage(p, "公示中");
		await p.go(`/challenges/${id}/notice`);
		await p.shot("notice");
	});
	await later(14);
	await two("ranhong", "wangmin", "establish", async (p) => {
		await stage(p, "公示期满");
		await p.act("establish", id);
	});
}

async function contractToPayments() {
	let now;
	await as("tangxl", async (p) => {
		now = await today(p);
		await p.act("contract_record", id, { number: "走查合同-1", kind: "entrusted", amount_fen: "2000000", signed_on: now,
			scan: { name: "技术合同.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n% contract\n") } });
	});
	await as("zhouqi", (p) => p.act("taskbook_draft", id, {
		starts: now, ends: day(now, 360), pi_name: "梁工", pi_stays: true, goals: "完成榜单指标。", research_plan: "小试、示范两个阶段。",
		"milestones.0.name": "小试", "milestones.0.due": day(now, 100), "milestones.0.content": "小试定型", "milestones.0.indicator": "氧含量达到", "milestones.0.releases": true,
		"indicators.0.criterion": "检测报告", "indicators.1.criterion": "现场测试", criteria: "指标全部达到，资料完整。",
		total_rd_fen: "2000000", fiscal_fen: "600000", other_fen: "300000", disbursement: "40%、30%、余款；财政两次各半。", rewards: "按合同。", ownership: "双方共有。",
		duties: "各负其责。", integrity: "遵守科研诚信。", confidentiality: "仅限项目人员知悉。", awardee_bank: "演示银行", awardee_account_secret: "62220001",
		awardee_account_again_secret: "62220001", demander_bank: "演示银行", demander_account_secret: "62220002", demander_account_again_secret: "62220002",
	}));
	for (const login of ["tangxl", "sunjiao", "zhouqi"]) await as(login, (p) => p.act("taskbook_sign", id, {
		task_book: true, integrity_pledge: true, nda: true, signer: "法定代表人",
		scan: { name: "盖章件.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n% ${login}\n`) } }));
}

const payments = (p, act) => linked(p, `/challenges/${id}/money`, new RegExp(`/do/${act}/(\\d+)`));
let vouchers = 0;
async function pays(amount) {
	const now = await as("tangxl", async (p) => {
		const t = await today(p);
		const [payment] = await payments(p, "payment_record");
		vouchers++;
		await p.act("payment_record", payment, { amount_fen: amount, paid_on: t, reference: `WALK${vouchers}000`, bank: "演示银行",
			voucher: { name: `回单${vouchers}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n% voucher ${vouchers}\n`) } });
		return t;
	});
	await as("sunjiao", async (p) => {
		const [payment] = await payments(p, "payment_receive");
		await p.act("payment_receive", payment, { received_on: now, amount_fen: amount });
	});
}
async function fiscal(amount) {
	await two("zhouqi", "ranhong", "fiscal_request", async (p) => {
		const [payment] = await payments(p, "fiscal_request");
		await p.act("fiscal_request", payment, { checked: true, grounds: "依据齐全。" });
	});
	await two("qianjin", "sunhui", "fiscal_pay", async (p) => {
		const now = await today(p);
		await p.go("/payments");
		await p.shot("finance-desk");
		const [payment] = await payments(p, "fiscal_pay");
		vouchers++;
		await p.act("fiscal_pay", payment, { amount_fen: amount, paid_on: now, document: `大足财教〔2026〕${vouchers}号`, reference: `FISC${vouchers}000` });
	});
}

async function milestonesToStrikeOff() {
	let now;
	await later(90);
	await as("sunjiao", async (p) => {
		now = await today(p);
		const [m] = await linked(p, `/challenges/${id}/milestones`, /\/do\/milestone_report\/(\d+)/);
		await p.act("milestone_report", m, { reached_on: now, progress: "intime", summary: "小试完成，氧含量 0.11%。", "actuals.0.indicator": "氧含量达到", "actuals.0.actual": "0.11%",
			"actuals.0.evidence": "test", "actuals.0.files": { name: "检测.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n% test\n") } });
	});
	await as("tangxl", (p) => p.act("milestone_panel_set", id, seats([...five.slice(0, 4), ["唐小龙", "demander_head"]], now,
		{ milestone: "1", methods: "site_visit,data_check", method: "site" })));
	await meet([...five.slice(0, 4).map(([n]) => n), "唐小龙"], () => 18);
	const file = (name) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n% ${name}\n`) });
	await as("tangxl", (p) => p.act("milestone_conclude", id, { result: "pass", opinion: "达到阶段目标。", "evidence.0.method": "site_visit", "evidence.0.found": "设备运行正常",
		"evidence.0.files": file("现场.pdf"), "evidence.1.method": "data_check", "evidence.1.found": "数据一致", "evidence.1.files": file("数据.pdf") }));
	await pays("600000");
	await later(120);
	const materials = { "materials.0.kind": "summary", "materials.0.title": "工作总结", "materials.0.files": file("总结.pdf"), "materials.1.kind": "technical",
		"materials.1.title": "技术报告", "materials.1.files": file("技术报告.pdf"), "materials.2.kind": "test", "materials.2.title": "检测报告", "materials.2.files": file("检测报告.pdf") };
	await as("sunjiao", (p) => p.act("acceptance_apply", id, { summary: "全部指标完成。", "indicators.0.actual": "0.11%", "indicators.0.met": "met", "indicators.1.actual": "96%",
		"indicators.1.met": "met", ...materials }));
	await as("tangxl", async (p) => p.act("acceptance_panel_set", id, seats(five, await today(p))));
	await meet(five.map(([n]) => n), () => 9);
	await as("tangxl", (p) => p.act("acceptance_conclude", id, { result: "pass", opinion: "通过验收。", "indicators.0.actual": "0.11%", "indicators.0.met": "met",
		"indicators.1.actual": "96%", "indicators.1.met": "met" }));
	await pays("600000");
	await fiscal("300000");
	await as("tangxl", (p) => p.act("acceptance_file", id, materials));
	await as("zhouqi", async (p) => {
		await p.act("strike_off", id, { archive_number: "DZ-KJ-2026-99", checked: true });
		await stage(p, "已销号");
		for (const tab of ["need", "panels", "bids", "review", "decision", "notice", "contract", "money", "milestones", "acceptance", "history"]) {
			ok((await p.go(`/challenges/${id}/${tab}`)) === 200, `the tab ${tab} of a closed case`);
			await p.shot(`closed-${tab}`);
		}
	});
}

try {
	await needToList();
	await bidsToNotice();
	await contractToPayments();
	await pays("800000");
	await fiscal("300000");
	await milestonesToStrikeOff();
} catch (e) {
	ok(false, e.stack.split("\n").slice(0, 6).join(" | "));
} finally {
	await browser.close();
}
console.log(`walked the road at ${base}`);
finish();

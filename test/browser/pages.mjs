// Every page a party can reach from its desk, the portal and the cases off the straight road, at two widths: no accessibility violation, no script
// error, no sideways scrolling, the same without script, one h1, a title, and JSON at the same address.  A shape of page is measured wholly for the
// first two parties who see it; for the others it is only opened at the small width.  At the end every route that the API describes was opened.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, finish, launch, ok, Party } from "./party.mjs";

const axe = readFileSync(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const logins = (process.env.LOGINS ?? "").split(",").filter(Boolean);
const seen = new Map();
const perShape = Number(process.env.PER_SHAPE ?? 2);

// "/challenges/123/need" and "/challenges/456/need" are one shape: a few of each are enough.
const shapeOf = (path) => path.replace(/\d{6,}/g, "N").replace(/[0-9a-f]{32,}/g, "H").replace(/\?.*/, "?");

// One case of each kind off the straight road, and the tab where it shows.
const sides = { "race.": "race", "termination.": "ending", "closed.terminated": "ending", "acceptance.rectifying": "acceptance", "closed.struck": "follow",
	"direct.": "need", "closed.nobid": "bids", "closed.municipal": "", "milestone.running": "changes", "review.ranked": "countersigns", "notice.": "notice",
	"contract.drafting": "talks" };

async function cases(page) {
	const found = [];
	for (let n = 1; n < 9; n++) {
		const answer = await page.request.get(`${base}/challenges?closed=1&page=${n}`, { headers: { Accept: "application/json" } });
		const items = answer.ok() ? (await answer.json()).items : [];
		if (!items.length || found.some((c) => c.id === items[0].id)) break;
		found.push(...items);
	}
	return found;
}

async function off(page) {
	const all = await cases(page);
	return Object.entries(sides).flatMap(([stage, tab]) => {
		const one = all.find((c) => c.stage.startsWith(stage));
		ok(one, `the demo has a case at ${stage}`);
		return one ? [tab ? `/challenges/${one.id}/${tab}` : `/challenges/${one.id}`] : [];
	});
}

async function check(party, path, width, wholly) {
	const status = await party.go(path);
	if (!ok(status < 400, `${party.login ?? "public"} ${path} answers ${status}`)) return [];
	const page = party.page;
	const h1 = await page.locator("h1").count();
	ok(h1 === 1, `${path}: one h1 (${h1})`);
	ok((await page.title()).length > 2, `${path}: a title`);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	ok(over <= 1, `${path} at ${width}: no sideways scrolling (${over} px over)`);
	const links = await page.locator("a[href]").evaluateAll((list) => list.map((a) => a.getAttribute("href")));
	if (!wholly) return links;
	await page.evaluate(axe);
	const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations
		.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)}`));
	ok(found.length === 0, `${path} at ${width}: axe ${found.join(" | ")}`);
	await party.shot(`page-${width}-${shapeOf(path).replace(/[^\w]+/g, "-").slice(0, 60)}`);
	return links;
}

async function walk(browser, login) {
	const party = await new Party(browser, login).enter({ bypassCSP: true });
	const queue = login ? ["/desk"] : ["/", "/objection", "/places"];
	const must = new Set(login && login === logins[0] ? await off(party.page) : []);
	queue.unshift(...must);
	const shapes = new Map();
	const done = new Set();
	while (queue.length) {
		const path = queue.shift();
		const shape = shapeOf(path);
		if (done.has(path) || (!must.has(path) && (shapes.get(shape) ?? 0) >= perShape)) continue;
		done.add(path);
		shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
		const wholly = (seen.get(shape) ?? 0) < 2;
		for (const width of wholly ? [1440, 390] : [390]) {
			await party.page.setViewportSize({ width, height: 900 });
			const links = await check(party, path, width, wholly);
			for (const l of links)
				if (l.startsWith("/") && !/^\/(sign-out|attachments|assets|metrics|api|enter|lang)|format=|\.json|\.csv/.test(l)) queue.push(l.split("#")[0]);
		}
		seen.set(shape, (seen.get(shape) ?? 0) + 1);
	}
	console.log(`${login ?? "public"}: ${done.size} pages of ${shapes.size} shapes`);
	await party.leave();
}

async function withoutScript(browser) {
	const party = await new Party(browser, undefined).enter({ javaScriptEnabled: false });
	for (const path of ["/", "/open", "/notices", "/rules", "/versions", "/results", "/objection", "/places", "/sign-in", "/orgs/register"]) {
		const status = await party.go(path);
		if (status !== 404) ok(status === 200 && (await party.page.locator("h1").count()) === 1, `${path} without script`);
	}
	await party.leave();
	if (!logins.length) return;
	const clerk = await new Party(browser, logins[0]).enter({ javaScriptEnabled: false });
	for (const path of ["/desk", "/objections", "/waivers", "/recoveries", "/audits", "/integrity", ...await off(clerk.page)])
		ok(await clerk.go(path) === 200 && (await clerk.page.locator("h1").count()) === 1, `${path} without script`);
	await clerk.leave();
}

// Pages that no link of the demo leads to, or that only one role sees whom nobody plays here.
const unlinked = new Set(["/attachments/{digest}"]);

async function everyRoute() {
	const answer = await fetch(`${base}/api/openapi.json`);
	const opened = new Set([...seen.keys()].map((s) => s.replace(/\?$/, "")));
	for (const [path, ways] of Object.entries((await answer.json()).paths))
		if (ways.get && !unlinked.has(path)) ok(opened.has(path.replace(/\{\w+\}/g, "N")), `${path} was opened by somebody`);
}

async function json() {
	for (const path of ["/", "/open", "/notices", "/rules", "/versions", "/results", "/places"]) {
		const answer = await fetch(base + path, { headers: { Accept: "application/json" } });
		ok(answer.status === 200 && typeof (await answer.json()) === "object", `${path} as JSON`);
	}
}

const browser = await launch();
try {
	await walk(browser, undefined);
	for (const login of logins) await walk(browser, login);
	await withoutScript(browser);
	await json();
	if (logins.length > 3) await everyRoute();
} finally {
	await browser.close();
}
finish();

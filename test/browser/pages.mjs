// Every page a party can reach from its desk and the portal, at two widths: no accessibility violation, no script error, no sideways scrolling,
// the same without script, one h1, a title, and JSON at the same address.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, finish, launch, ok, Party } from "./party.mjs";

const axe = readFileSync(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const logins = (process.env.LOGINS ?? "").split(",").filter(Boolean);
const seen = new Set();
const perShape = Number(process.env.PER_SHAPE ?? 2);

// "/challenges/123/need" and "/challenges/456/need" are one shape: a few of each are enough.
const shapeOf = (path) => path.replace(/\d{6,}/g, "N").replace(/[0-9a-f]{32,}/g, "H").replace(/\?.*/, "?");

async function check(party, path, width) {
	const status = await party.go(path);
	if (!ok(status < 400, `${party.login ?? "public"} ${path} answers ${status}`)) return [];
	const page = party.page;
	const h1 = await page.locator("h1").count();
	ok(h1 === 1, `${path}: one h1 (${h1})`);
	ok((await page.title()).length > 2, `${path}: a title`);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	ok(over <= 1, `${path} at ${width}: no sideways scrolling (${over} px over)`);
	await page.evaluate(axe);
	const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations
		.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)}`));
	ok(found.length === 0, `${path} at ${width}: axe ${found.join(" | ")}`);
	await party.shot(`page-${width}-${shapeOf(path).replace(/[^\w]+/g, "-").slice(0, 60)}`);
	return page.locator("a[href]").evaluateAll((list) => list.map((a) => a.getAttribute("href")));
}

async function walk(browser, login) {
	const party = await new Party(browser, login).enter({ bypassCSP: true });
	const queue = [login ? "/desk" : "/"];
	const shapes = new Map();
	const done = new Set();
	while (queue.length) {
		const path = queue.shift();
		const shape = shapeOf(path);
		if (done.has(path) || (shapes.get(shape) ?? 0) >= perShape) continue;
		done.add(path);
		shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
		for (const width of [1440, 390]) {
			await party.page.setViewportSize({ width, height: 900 });
			const links = await check(party, path, width);
			for (const l of links)
				if (l.startsWith("/") && !/^\/(sign-out|attachments|assets|metrics|api|enter|lang)|format=|\.json|\.csv/.test(l)) queue.push(l.split("#")[0]);
		}
		seen.add(shape);
	}
	console.log(`${login ?? "public"}: ${done.size} pages of ${shapes.size} shapes`);
	await party.leave();
}

async function withoutScript(browser) {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	for (const path of ["/", "/open", "/notices", "/rules", "/sign-in", "/orgs/register"].filter(Boolean)) {
		const answer = await page.goto(base + path);
		if (answer.status() === 404) continue;
		ok(answer.status() === 200 && (await page.locator("h1").count()) === 1, `${path} without script`);
	}
	await context.close();
}

async function json() {
	for (const path of ["/", "/open", "/notices", "/rules"]) {
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
} finally {
	await browser.close();
}
finish();

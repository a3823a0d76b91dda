// A party in the browser: signs in by itself, finds what to do on its desk, fills forms by their field names, and keeps a picture of each page.
import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";

export const base = process.env.JIEBANG_URL;
export const shots = process.env.SHOTS ?? "build/shots";
mkdirSync(shots, { recursive: true });
let count = 0;
let passed = 0;
let failed = 0;

export function ok(good, what) {
	if (good) {
		passed++;
		if (process.env.VERBOSE) console.log(`ok ${what}`);
	} else {
		failed++;
		console.log(`NOT OK ${what}`);
	}
	return good;
}

export function finish() {
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed ? 1 : 0;
}

export async function launch() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync"],
	});
}

export class Party {
	constructor(browser, login) {
		this.browser = browser;
		this.login = login;
	}

	// Signs in on the demo sign-in page by choosing the person with this login.
	async enter(options = {}) {
		this.context = await this.browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "zh-CN", ...options });
		this.page = await this.context.newPage();
		this.page.setDefaultTimeout(90000);
		this.page.on("pageerror", (e) => ok(false, `${this.login}: script error on ${this.page.url()}: ${e.message}`));
		this.page.on("console", (m) => m.type() === "error" && !/status of 4\d\d/.test(m.text())
			&& ok(false, `${this.login}: console on ${this.page.url()}: ${m.text()}`));
		if (!this.login) return this;
		await this.page.goto(`${base}/demo`);
		await this.shot("demo");
		const button = this.page.locator(`button[aria-label$="：${this.login}"]`);
		await button.click();
		ok(/\/desk/.test(this.page.url()), `${this.login} signs in and lands on its desk (${this.page.url()})`);
		return this;
	}

	async leave() {
		await this.context.close();
	}

	async shot(name) {
		count++;
		await this.page.screenshot({ path: `${shots}/${String(count).padStart(3, "0")}-${this.login ?? "public"}-${name}.png`, fullPage: true });
	}

	async go(path) {
		const answer = await this.page.goto(path.startsWith("http") ? path : base + path);
		return answer.status();
	}

	// Opens an act's form: from the desk when a link to it stands there (with `text` near it), else by its address.
	async open(act, target) {
		await this.go("/desk");
		await this.shot("desk");
		const link = target === undefined ? this.page.locator(`a[href*="/do/${act}/"]`).first()
			: this.page.locator(`a[href*="/do/${act}/${target}"]`).first();
		if (await link.count()) await link.click();
		else if (target !== undefined) await this.go(`/do/${act}/${target}`);
		else throw new Error(`${this.login}: no link to ${act} on the desk`);
		ok(this.page.url().includes(`/do/${act}/`), `${this.login} opens ${act}`);
	}

	async set(name, value) {
		const at = () => this.page.locator(`main form [name="${name}"]`);
		const row = /^(.*)\.(\d+)\.[^.]+$/.exec(name);
		if (row && !(await at().count()))
			for (let i = 0; i <= Number(row[2]) && !(await at().count()); i++)
				await this.page.locator(`main form button[name="add.${row[1]}"]`).first().click();
		const all = at();
		if (!(await all.count())) throw new Error(`${this.login}: no field ${name} on ${this.page.url()}`);
		const first = all.first();
		const tag = await first.evaluate((e) => e.tagName);
		const type = (await first.getAttribute("type")) ?? "";
		if (tag === "SELECT") return this.choose(first, value);
		if (type === "radio" || (type === "checkbox" && typeof value === "string")) {
			for (const v of value.split(",")) await this.page.locator(`main form [name="${name}"][value="${v}"]`).check();
			return undefined;
		}
		if (type === "checkbox") return value ? first.check() : first.u.check();
		if (type === "file") return first.setInputFiles(value);
		return first.fill(String(value));
	}

	// A select by value, or by a part of what it shows.
	async choose(select, value) {
		const found = await select.locator("option").evaluateAll((list, v) =>
			(list.find((o) => o.value === v) ?? list.find((o) => o.textContent.includes(v)))?.value, String(value));
		if (found === undefined) throw new Error(`${this.login}: no option ${value} on ${this.page.url()}`);
		await select.selectOption(found);
	}

	// Opens, fills, sends. Done: we are away from the form and a receipt is shown. `refused`: the rule's name must be in the panel.
	async act(act, target, values = {}, refused) {
		await this.open(act, target);
		return this.send(act, values, refused);
	}

	// Fills and sends the form that is open.
	async send(act, values = {}, refused) {
		for (const [name, value] of Object.entries(values)) await this.set(name, value);
		await this.shot(`${act}-form`);
		await this.page.locator('main form button[type="submit"]:not([name]):not([formaction])').first().click();
		await this.page.waitForLoadState("load");
		await this.shot(`${act}-${refused ? "refused" : "done"}`);
		const done = !this.page.url().includes("/do/");
		if (refused) return ok(!done && (await this.page.content()).includes(refused), `${this.login}: ${act} is refused by ${refused}`);
		if (!done) console.log((await this.page.locator("main").innerText()).slice(0, 1500));
		if (!ok(done, `${this.login}: ${act}`)) throw new Error(`${act} was not done`);
		return done;
	}

	// What a colleague signed first, found on the desk: looked at and signed.
	async second(act) {
		await this.go("/desk");
		await this.shot(`${act}-desk`);
		const links = await this.page.locator('main a[href^="/signings/"]').evaluateAll((list) => list.map((a) => a.getAttribute("href")));
		if (!ok(links.length, `${this.login}: ${act} waits on the desk for the second signature`)) throw new Error(`${act} does not wait`);
		await this.go(links.sort((a, b) => Number(b.split("/")[2]) - Number(a.split("/")[2]))[0]);
		await this.shot(`${act}-second`);
		await this.page.locator(`main form[action^="/do/${act}/"] button[type="submit"]`).click();
		await this.page.waitForLoadState("load");
		await this.shot(`${act}-signed`);
		if (!ok(!this.page.url().includes("/do/"), `${this.login}: ${act} signed by two`)) throw new Error(`${act} was not signed`);
	}
}

/* What makes the pages pleasant; every page works without it.  No state but the page's own. */
(function () {
	"use strict";
	var lang = document.documentElement.lang === "en" ? 1 : 0;
	var words = {
		left: ["还有 %d 天", "%d days left"], hours: ["还有 %d 小时", "%d hours left"], over: ["已截止", "closed"],
		saving: ["正在保存草稿…", "saving draft…"], saved: ["草稿已保存 %s", "draft saved %s"], failed: ["草稿没有保存成功", "the draft was not saved"],
		uploading: ["正在上传 %s", "uploading %s"], uploaded: ["已上传 %s", "uploaded %s"], upload_failed: ["上传失败：%s", "upload failed: %s"]
	};
	function say(id, value) { return words[id][lang].replace(/%[ds]/, value); }
	function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

	/* deadline chips: days left by the server's clock */
	var behind = Number(document.documentElement.dataset.now || Date.now()) - Date.now();
	function deadlines(root) {
		all(root, "time.deadline[data-at]").forEach(function (chip) {
			var left = Number(chip.dataset.at) - Date.now() - behind, text = document.createElement("span");
			if (chip.dataset.told || !Number(chip.dataset.at)) return;
			chip.dataset.told = "1";
			chip.dateTime = new Date(Number(chip.dataset.at)).toISOString();
			text.textContent = " · " + (left < 0 ? say("over") : left < 864e5 ? say("hours", Math.ceil(left / 36e5)) : say("left", Math.floor(left / 864e5)));
			chip.appendChild(text);
		});
	}

	/* counters of text fields */
	function counters(root) {
		all(root, ".counter[data-for]").forEach(function (counter) {
			var field = document.getElementById(counter.dataset.for), most = counter.textContent.split("/")[1];
			if (!field) return;
			field.addEventListener("input", function () { counter.textContent = Array.from(field.value).length + " /" + most; });
		});
	}

	/* rows: the same buttons that work without script, without the round trip */
	function renumber(table, name) {
		var rows = all(table, ":scope > .row-item"), pattern = new RegExp("(^|[fhe]-)" + name + "\\.\\d+\\.");
		rows.forEach(function (row, i) {
			all(row, "[name],[id],[for],[aria-describedby],[data-for]").forEach(function (node) {
				["name", "id", "for", "aria-describedby", "data-for"].forEach(function (attr) {
					var value = node.getAttribute(attr);
					if (value) node.setAttribute(attr, value.split(" ").map(function (v) { return v.replace(pattern, "$1" + name + "." + i + "."); }).join(" "));
				});
			});
			all(row, ".row-number").forEach(function (n) { n.textContent = i + 1; });
			all(row, "button[data-drop]").forEach(function (b) { b.value = i; });
		});
	}
	function emptied(row) {
		all(row, "input,textarea,select").forEach(function (field) {
			if (field.type === "checkbox" || field.type === "radio") field.checked = false;
			else if (field.type !== "hidden") field.value = "";
		});
		all(row, ".error").forEach(function (e) { e.remove(); });
		return row;
	}
	document.addEventListener("click", function (event) {
		var button = event.target.closest("button[data-add],button[data-drop]"), table, rows, name;
		if (!button) return;
		table = button.closest("[data-rows]");
		name = table.dataset.rows;
		rows = all(table, ":scope > .row-item");
		if (button.dataset.add) {
			if (rows.length >= Number(table.dataset.max)) return;
			event.preventDefault();
			var row = emptied(rows[rows.length - 1].cloneNode(true));
			table.insertBefore(row, button);
			renumber(table, name);
			counters(row);
			(row.querySelector("input:not([type=hidden]),select,textarea") || row).focus();
		} else if (rows.length > 1) {
			event.preventDefault();
			button.closest(".row-item").remove();
			renumber(table, name);
			touched(table.closest("form"));
		}
	});

	/* drafts: kept a moment after the last key */
	var timer;
	function keep(form) {
		var mark = form.querySelector(".autosave"), data = new FormData(form);
		all(form, "input[type=file],input[type=password]").forEach(function (f) { data.delete(f.name); });
		if (mark) mark.textContent = say("saving");
		fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(data), headers: { Accept: "application/json" }, credentials: "same-origin" })
			.then(function (r) { if (!r.ok) throw r; if (mark) mark.textContent = say("saved", new Date().toTimeString().slice(0, 5)); })
			.catch(function () { if (mark) mark.textContent = say("failed"); });
	}
	function touched(form) {
		if (!form || !form.dataset.draft || !document.querySelector(".bell")) return;
		clearTimeout(timer);
		timer = setTimeout(function () { keep(form); }, 1500);
	}
	document.addEventListener("input", function (event) { touched(event.target.closest("form[data-draft]")); });
	document.addEventListener("submit", function () { clearTimeout(timer); });

	/* a form is not sent while a file of it is still on its way */
	function waiting(form, more) {
		var left = Number(form.dataset.uploads || 0) + more;
		form.dataset.uploads = left;
		if (left === 0 && form.pendingButton) { var button = form.pendingButton; form.pendingButton = null; form.requestSubmit(button); }
	}
	document.addEventListener("submit", function (event) {
		if (Number(event.target.dataset.uploads || 0) > 0) { event.preventDefault(); event.target.pendingButton = event.submitter; }
	}, true);

	/* files: sent at once, with progress; the form then carries the digest */
	document.addEventListener("change", function (event) {
		var input = event.target, form = input.closest("form"), token;
		if (!input.matches || !input.matches("input[type=file][data-upload]") || !form || !document.querySelector(".bell")) return;
		token = form.querySelector("input[name=csrf]");
		Array.prototype.slice.call(input.files).forEach(function (file) {
			var request = new XMLHttpRequest(), body = new FormData(), line = document.createElement("p"), bar = document.createElement("progress");
			line.className = "small"; line.textContent = say("uploading", file.name) + " "; line.appendChild(bar);
			input.parentNode.insertBefore(line, input);
			body.append("csrf", token ? token.value : ""); body.append("file", file);
			request.open("POST", "/attachments"); request.setRequestHeader("Accept", "application/json");
			if (token) request.setRequestHeader("X-CSRF-Token", token.value);
			request.upload.onprogress = function (e) { if (e.lengthComputable) { bar.max = e.total; bar.value = e.loaded; } };
			waiting(form, 1);
			request.onerror = function () { waiting(form, -1); line.textContent = say("upload_failed", file.name); };
			request.onload = function () {
				var answer, box = document.createElement("label"), check = document.createElement("input"), name = document.createElement("span");
				try { answer = JSON.parse(request.responseText); answer = answer.files ? answer.files[0] : answer[0] || answer; } catch (e) { answer = {}; }
				waiting(form, -1);
				if (request.status >= 300 || !answer.digest) { line.textContent = say("upload_failed", file.name); return; }
				box.className = "form-check"; check.className = "form-check-input"; check.type = "checkbox"; check.checked = true;
				check.name = input.name; check.value = answer.digest; name.className = "form-check-label"; name.textContent = say("uploaded", file.name);
				box.appendChild(check); box.appendChild(name); line.replaceWith(box); touched(form);
			};
			request.send(body);
		});
		input.value = "";
	});

	/* what scrolls sideways can be reached by keyboard */
	function scrollers() {
		all(document, ".scroll,.road,.card,.tabs").forEach(function (box) {
			if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
			else if (box.getAttribute("tabindex") === "0") box.removeAttribute("tabindex");
		});
	}
	window.addEventListener("resize", scrollers);

	/* a form is sent once */
	document.addEventListener("submit", function (event) {
		var button = event.submitter;
		if (!button || event.defaultPrevented || !event.target.matches(".act-form")) return;
		setTimeout(function () { button.disabled = true; setTimeout(function () { button.disabled = false; }, 8000); }, 0);
	});

	/* the part of a long form that a refusal speaks of */
	var alert = document.querySelector("main [role=alert]");
	if (alert) { alert.tabIndex = -1; alert.focus(); }
	document.addEventListener("htmx:afterSettle", function (event) { deadlines(event.target); scrollers(); });
	deadlines(document);
	scrollers();
	counters(document);
})();

// The search field: what is typed, spoken, pasted or composed is answered below it. The matcher and the index come
// when the field is first touched. On the search page the results stand in the page, and in its address.
(function () {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");
  const SHORT = 8, LONG = 30; // rows of results, under the field and on the search page
  const MET = { name: "也叫：", alias: "常说：", office: "提到：", number: "文号：" };
  const MOST = 100; // characters, as the field takes

  function script(name) {
    return new Promise((done, fail) => {
      const made = document.createElement("script");
      made.src = root + "assets/" + name;
      made.onload = done;
      made.onerror = fail;
      document.head.appendChild(made);
    });
  }

  let index = null, loading = null, whole = false, failed = false;
  const waiting = [];

  // Calls `then` once the matters can be found, and again when the rest has come.
  function load(then) {
    if (!waiting.includes(then)) waiting.push(then);
    if (!loading) {
      failed = false;
      loading = Promise.all([script("search-match.js"), script("search-index.js")]).then(() => {
        index = new window.qingdanMatch.Index(window.QINGDAN_SEARCH);
        waiting.forEach((go) => go());
        warm(0);
        return script("search-more.js");
      }).then(() => {
        index.add(window.QINGDAN_SEARCH_MORE);
        whole = true;
        waiting.forEach((go) => go());
        warm(0);
      }).catch(() => {
        failed = true;
        loading = null; // the next touch tries again
        waiting.forEach((go) => go());
      });
    }
    then();
  }

  // A little at a time, between keystrokes.
  function warm(from) {
    const end = index.warm(from, 150);
    if (end > from) setTimeout(() => warm(end), 10);
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  // The marks are our own drawings from the index, the same as on every page; each is read once.
  const marks = new Map();
  function mark(key) {
    if (!marks.has(key)) {
      const made = document.createElement("template");
      made.innerHTML = index.marks[key] || "";
      marks.set(key, made.content);
    }
    return marks.get(key).cloneNode(true);
  }

  function fill(link, hit, told) {
    const kind = index.kinds[hit.entry.kind];
    link.href = root + told.path;
    link.appendChild(element("span", "qd-result-name", told.name));
    if (hit.form.name !== told.name) link.appendChild(element("span", "qd-result-also", MET[hit.form.as] + hit.form.name));
    const words = element("span", "qd-result-words" + (told.key ? " qd-v-" + told.key : ""));
    if (told.key) words.appendChild(mark(told.key));
    words.appendChild(element("span", "", told.words));
    link.appendChild(words);
    link.appendChild(element("span", "qd-result-place", (told.place ? told.place + " " : "") + kind));
    return link;
  }

  function remembered() {
    try { return localStorage.getItem("qingdan.place") || ""; } catch (error) { return ""; }
  }

  // What to do when nothing is found: the rule for matters in no list, and where all of them stand.
  function advice(place) {
    const box = element("div", "qd-note qd-advice");
    const rule = index.rule(place);
    if (rule) {
      const line = element("p", "", rule[1]);
      const link = element("a", "", rule[0]);
      link.href = root + rule[2];
      line.insertBefore(document.createTextNode("："), line.firstChild);
      line.insertBefore(link, line.firstChild);
      box.appendChild(line);
    }
    const ways = element("p", "", "换个叫法试试，比如只写两三个字；也可以看");
    const all = element("a", "", "全部证明和事项");
    all.href = root + "search/index.html#all";
    ways.appendChild(all);
    ways.appendChild(document.createTextNode("，或者直接问村（居）委会和办理机关。"));
    box.appendChild(ways);
    return box;
  }

  // The key belongs to the input method; Safari ends a composition before it tells of the key, but still by 229.
  function composing(event) {
    return event.isComposing || event.keyCode === 229;
  }

  function enhance(box) {
    const input = box.querySelector("input[name=q]");
    const list = box.querySelector(".qd-results");
    const status = box.querySelector(".qd-status");
    const choice = box.querySelector("select[name=place]");
    const inPage = box.hasAttribute("data-qd-page");
    let at = -1, timer = 0, shown = []; // what each row of the list says

    function place() {
      if (choice) return choice.value;
      const kept = remembered(); // any page of the host may have written it
      return box.getAttribute("data-place") || (index && index.places.has(kept) ? kept : "national");
    }

    function open(shown) {
      list.hidden = !shown;
      if (!inPage) input.setAttribute("aria-expanded", String(shown));
      if (!shown) choose(-1);
    }

    function choose(number) {
      at = number;
      const rows = list.querySelectorAll("[role=option]");
      rows.forEach((row, n) => row.setAttribute("aria-selected", String(n === at)));
      if (rows[at]) {
        input.setAttribute("aria-activedescendant", rows[at].id);
        rows[at].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }

    function row(hit, n, told) {
      const link = fill(document.createElement("a"), hit, told);
      if (inPage) {
        const item = document.createElement("li");
        item.appendChild(link);
        return item;
      }
      link.id = list.id + "-" + n;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.tabIndex = -1;
      return link;
    }

    // Rows that say what they said before stay: most do from one keystroke to the next, and need no new layout.
    function renew(hits, where) {
      const old = shown;
      shown = hits.map((hit, n) => {
        const told = index.answer(hit.entry, where), says = JSON.stringify([told, hit.entry.kind, hit.form.as, hit.form.name]);
        if (!old[n]) list.appendChild(row(hit, n, told));
        else if (old[n] !== says) list.replaceChild(row(hit, n, told), list.children[n]);
        return says;
      });
      while (list.children.length > hits.length) list.lastChild.remove();
      choose(-1);
    }

    function show() {
      const asked = input.value.trim();
      box.querySelectorAll(".qd-advice").forEach((old) => old.remove());
      if (!asked || !index) {
        status.textContent = !asked ? "" : failed ? "没有载入，请看看网络，再按一次“查”。" : "正在查…";
        renew([]);
        return open(false);
      }
      const found = index.find(asked.slice(0, MOST), place());
      const settled = found.likely || whole || failed;
      const hits = settled ? found.hits.slice(0, inPage ? LONG : SHORT) : [];
      renew(hits, found.place);
      open(hits.length > 0);
      const where = (index.places.get(found.place) || { name: "" }).name;
      if (found.likely) status.textContent = "找到" + found.hits.length + "项" + (hits.length < found.hits.length ? "，先列" + hits.length + "项" : "") + (where && found.place !== "national" ? "，按" + where + "看" : "");
      else if (settled) {
        status.textContent = "没有找到“" + asked + "”" + (hits.length ? "，有" + found.hits.length + "项相近的。" : "。");
        list.before(advice(found.place));
      } else status.textContent = "正在查…";
    }

    function address() {
      const asked = new URLSearchParams();
      if (input.value.trim()) asked.set("q", input.value.trim());
      if (place() !== "national") asked.set("place", place());
      const query = asked.toString();
      return root + "search/index.html" + (query ? "?" + query : "");
    }

    function remember(push) {
      clearTimeout(timer);
      if (inPage && address() !== location.href.split("#")[0]) history[push ? "pushState" : "replaceState"](null, "", address());
    }

    function restore() {
      const asked = new URLSearchParams(location.search);
      input.value = (asked.get("q") || "").slice(0, MOST);
      const wanted = asked.get("place") || remembered() || "national";
      choice.value = Array.from(choice.options).some((option) => option.value === wanted) ? wanted : "national";
      if (input.value) load(show);
      else show();
    }

    input.addEventListener("focus", () => load(show));
    input.addEventListener("input", () => {
      load(show);
      clearTimeout(timer);
      timer = setTimeout(remember, 400);
    });
    document.addEventListener("qingdan:place", () => { if (index) show(); });

    // No form is sent (the policy forbids it): Enter and the button go by script.
    function go() {
      const chosen = list.querySelector("[aria-selected=true]");
      if (chosen) location.href = chosen.href;
      else if (!inPage) location.href = address();
      else {
        remember(true);
        load(show);
      }
    }

    box.querySelector("button").addEventListener("click", go);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || composing(event)) return;
      event.preventDefault();
      go();
    });
    if (inPage) {
      choice.addEventListener("change", () => {
        remember(true);
        load(show);
      });
      window.addEventListener("popstate", restore);
      restore();
      return;
    }
    input.addEventListener("keydown", (event) => {
      const count = list.hidden ? 0 : list.children.length;
      if (composing(event) || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
      if (event.key === "Escape") {
        if (count) event.preventDefault(); // else the browser empties the field
        return open(false);
      }
      event.preventDefault();
      if (!count && event.key === "ArrowDown") return load(show);
      if (count) choose(event.key === "ArrowDown" ? (at + 1) % count : at < 1 ? count - 1 : at - 1);
    });
    box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) open(false); });
    list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the field's focus, and the list
  }

  document.querySelectorAll("[data-qd-search]").forEach(enhance);
})();

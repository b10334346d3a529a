// The search: small enough to read. The index (search-index.js) loads when the field is first used.
//
// Matching is by hand because the names are short and Chinese: parts of names, characters left out, pinyin and
// initials, traditional characters, and slips of one character. Exact and listed names always come first.
(function () {
  "use strict";
  var root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");
  var LIMIT = 12;

  // --- matching -------------------------------------------------------------------------------------------

  function normal(text, simplified) {
    var out = "";
    Array.from(text.normalize("NFKC").toLowerCase()).forEach(function (char) {
      if (/[\p{L}\p{N}]/u.test(char)) out += Object.prototype.hasOwnProperty.call(simplified, char) ? simplified[char] : char;
    });
    return out;
  }

  function subsequence(query, text) {
    var at = 0;
    for (var i = 0; i < text.length && at < query.length; i++) if (text[i] === query[at]) at++;
    return at === query.length;
  }

  // Number of edits between two short texts; stops counting beyond 2.
  function edits(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    var row = [];
    for (var j = 0; j <= b.length; j++) row[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var last = row[0];
      row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var kept = row[j];
        row[j] = Math.min(row[j] + 1, row[j - 1] + 1, last + (a[i - 1] === b[j - 1] ? 0 : 1));
        last = kept;
      }
    }
    return Math.min(row[b.length], 3);
  }

  // Characters and pairs of characters, each once.
  function grams(text) {
    var found = new Set(text);
    for (var i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
    return found;
  }

  // A pinyin query matches whole syllables from any of them on: full, initials, or a start of the next.
  function pinyinScore(query, spelt) {
    var syllables = spelt.split(" ");
    var initials = syllables.map(function (s) { return s[0] || ""; }).join("");
    if (initials === query) return 66;
    if (syllables.join("") === query) return 68;
    for (var i = 0; i < syllables.length; i++) {
      if (syllables.slice(i).join("").startsWith(query)) return i ? 56 : 62;
    }
    if (query.length > 1 && initials.startsWith(query)) return 54;
    if (query.length > 3 && initials.includes(query)) return 44;
    if (query.length > 2 && initials[0] === query[0] && subsequence(query, initials)) return 40;
    return 0;
  }

  function nameScore(query, name) {
    if (name === query) return 100;
    if (name.startsWith(query)) return 86;
    if (name.includes(query)) return 80;
    if (name.length > 2 && query.includes(name)) return 74;
    if (query.length > 1 && query[0] === name[0] && subsequence(query, name)) return 70;
    if (query.length > 1 && subsequence(query, name)) return 64;
    if (query.length > 3 && edits(query, name) === 1) return 60;
    if (query.length > 4 && edits(query, name) === 2) return 46;
    return 0;
  }

  // Share of the query's characters and pairs found in a name; rare ones weigh more (证明 is in nearly all).
  function overlapScore(query, name, index) {
    var asked = grams(query), held = grams(name), shared = 0, all = 0;
    asked.forEach(function (gram) {
      var weight = (gram.length > 1 ? 2 : 1) * (index.weights.get(gram) || index.rare);
      all += weight;
      if (held.has(gram)) shared += weight;
    });
    return all ? 44 * (shared / all) * (0.8 + 0.2 * shared / (shared + held.size)) : 0;
  }

  function prepare(data) {
    var counts = new Map(), total = 0;
    var entries = data.entries.map(function (raw) {
      var names = [raw.n].concat(raw.a || []);
      Object.keys(raw.x || {}).forEach(function (place) {
        if (raw.x[place].n) names.push(raw.x[place].n);
        names = names.concat(raw.x[place].a || []);
      });
      var texts = Array.from(new Set(names)).map(function (name) { return normal(name, data.simplified); });
      texts.forEach(function (text) {
        total++;
        grams(text).forEach(function (gram) { counts.set(gram, (counts.get(gram) || 0) + 1); });
      });
      return { raw: raw, texts: texts };
    });
    var weights = new Map();
    counts.forEach(function (count, gram) { weights.set(gram, Math.log(1 + total / count)); });
    return { data: data, entries: entries, weights: weights, rare: Math.log(1 + total) * 0.6 };
  }

  function score(query, entry, index) {
    var best = 0, latin = /^[a-z0-9]+$/.test(query);
    entry.texts.forEach(function (text, at) {
      var got = nameScore(query, text) || overlapScore(query, text, index);
      // The matter's own name before another name of it; a short name before a long one.
      best = Math.max(best, got - (at ? 1.5 : 0) - Math.min(text.length, 40) / 40);
    });
    if (latin) entry.raw.p.forEach(function (spelt, at) {
      best = Math.max(best, pinyinScore(query, spelt) - (at ? 1.5 : 0) - Math.min(spelt.length, 80) / 80);
    });
    return best - (entry.raw.i.startsWith("certificates/") ? 0 : 6);
  }

  function find(text, index) {
    var query = normal(text, index.data.simplified);
    if (!query) return [];
    var found = index.entries
      .map(function (entry) { return { entry: entry.raw, score: score(query, entry, index) }; })
      .filter(function (hit) { return hit.score > 8; })
      .sort(function (a, b) { return b.score - a.score || (a.entry.i < b.entry.i ? -1 : 1); });
    // Weak guesses are noise once there is a good answer.
    var best = found.length ? found[0].score : 0;
    return found.filter(function (hit) { return hit.score > best * 0.45; }).slice(0, LIMIT);
  }

  // --- results --------------------------------------------------------------------------------------------

  // What a matter is called and answered at a place: the chosen one's page if it has one, else its own.
  function answer(entry, place, data) {
    var has = entry.w === "*" ? place in data.places : Array.isArray(entry.w) && entry.w.indexOf(place) >= 0;
    var where = has ? place : entry.h;
    var unlike = (entry.x || {})[where] || {};
    var key = unlike.v || entry.v;
    return {
      name: unlike.n || entry.n,
      key: key === "inferred" ? "not_needed" : key,
      words: data.words[key] || key,
      place: data.places[where] || "",
      href: root + where + "/" + entry.i + "/index.html",
      kind: data.kinds[entry.i.split("/")[0]] || ""
    };
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function row(hit, place, data) {
    var told = answer(hit.entry, place, data);
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = told.href;
    link.appendChild(element("span", "qd-result-name", told.name));
    link.appendChild(element("span", "qd-result-words qd-v-" + told.key.replace(/[^a-z_]/g, ""), told.words));
    link.appendChild(element("span", "qd-result-place", told.place + " " + told.kind));
    item.appendChild(link);
    return item;
  }

  // --- the field ------------------------------------------------------------------------------------------

  var waiting = null, index = null;

  function load(then) {
    if (index) return then();
    if (waiting) return waiting.push(then);
    waiting = [then];
    var script = document.createElement("script");
    script.src = root + "assets/search-index.js";
    script.onload = function () {
      index = prepare(window.QINGDAN_SEARCH);
      waiting.forEach(function (go) { go(); });
    };
    document.head.appendChild(script);
  }

  function remembered() {
    try { return localStorage.getItem("qingdan.place") || ""; } catch (error) { return ""; }
  }

  function enhance(form) {
    var input = form.querySelector("input[name=q]");
    var list = form.querySelector(".qd-results");
    var status = form.querySelector(".qd-status");

    function place() { return form.getAttribute("data-place") || remembered() || "national"; }

    function show() {
      if (!index) return;
      var hits = find(input.value, index);
      list.textContent = "";
      hits.forEach(function (hit) { list.appendChild(row(hit, place(), index.data)); });
      list.hidden = !hits.length;
      status.textContent = !input.value.trim() ? "" : hits.length ? "找到" + hits.length + "项" : "没有找到。换个说法试试，或者从下面的目录里找。";
    }

    function links() { return Array.prototype.slice.call(list.querySelectorAll("a")); }

    input.addEventListener("focus", function () { load(show); });
    input.addEventListener("input", function () { load(show); });
    document.addEventListener("qingdan:place", show);
    form.addEventListener("submit", function (event) {
      // A good answer is gone to; a guess is only shown.
      var best = index ? find(input.value, index)[0] : null;
      if (best && best.score > 40) {
        event.preventDefault();
        location.href = answer(best.entry, place(), index.data).href;
      }
    });
    form.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      var all = links(), at = all.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && all.length) {
        event.preventDefault();
        all[Math.min(at + 1, all.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at ? all[at - 1] : input).focus();
      } else if (event.key === "Escape") {
        list.hidden = true;
        input.focus();
      }
    });
    var asked = new URLSearchParams(location.search).get("q");
    if (asked && /search\/index\.html$|search\/$/.test(location.pathname)) {
      input.value = asked.slice(0, 60);
      load(show);
    }
  }

  // For tests: the matching without a page.
  window.qingdanSearch = { prepare: prepare, find: find, answer: answer };
  Array.prototype.forEach.call(document.querySelectorAll("form[data-qd-search]"), enhance);
})();

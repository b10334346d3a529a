// In the page: one way of searching each, with the same two functions. `records` are [id, names, pinyin, initials].
(function () {
  "use strict";
  // Characters and pairs of characters, so that engines for words with spaces find parts of Chinese names.
  function grams(text) {
    const all = [];
    for (const run of text.toLowerCase().match(/[a-z0-9]+|[\u4e00-\u9fff]+/g) || []) {
      if (/[a-z0-9]/.test(run)) all.push(run);
      else for (let i = 0; i < run.length; i++) {
        all.push(run[i]);
        if (i + 1 < run.length) all.push(run.slice(i, i + 2));
      }
    }
    return all;
  }

  const text = (record) => [].concat(record[1], record[2], record[3]).join(" ");
  const MINI = { fields: ["text"], tokenize: grams, processTerm: (term) => term };
  const flex = () => new window.FlexSearch.Index({ encode: grams, tokenize: "strict", resolution: 9 });

  // `build` makes what is shipped; `open` makes a function of a query out of it: ids, best first.
  const WAYS = {
    ours: {
      open: () => {
        const index = new window.qingdanMatch.Index(window.QINGDAN_SEARCH);
        // The site does this between keystrokes, 150 names at a time.
        window.harness.rest = () => index.warm(0, Infinity);
        return (query) => index.find(query, "national").hits.map((hit) => hit.entry.id);
      },
    },
    uFuzzy: {
      build: (records) => records.map((record) => [record[0], text(record)]),
      open: (shipped) => {
        const fuzzy = new window.uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d']", intraContr: "'\\p{L}{1,2}\\b", intraMode: 0, intraIns: 2 });
        const hay = shipped.map((row) => row[1]);
        return (query) => {
          const [found, info, order] = fuzzy.search(hay, query, 0, 1000);
          return !found ? [] : order ? order.map((n) => shipped[info.idx[n]][0]) : found.map((n) => shipped[n][0]);
        };
      },
    },
    FlexSearch: {
      // Its export is a callback a part, its import as many calls: the whole is the prebuilt index.
      build: async (records) => {
        const index = flex(), parts = [];
        records.forEach((record, n) => index.add(n, text(record)));
        await index.export((key, data) => parts.push([key, data]));
        await new Promise((done) => setTimeout(done, 500));
        return { ids: records.map((record) => record[0]), parts };
      },
      open: (shipped) => {
        const index = flex();
        for (const [key, data] of shipped.parts) index.import(key, data);
        return (query) => index.search(query, { limit: 10, suggest: true }).map((n) => shipped.ids[n]);
      },
    },
    MiniSearch: {
      build: (records) => {
        const index = new window.MiniSearch(MINI);
        index.addAll(records.map((record, n) => ({ id: n, text: text(record) })));
        return { ids: records.map((record) => record[0]), index: JSON.stringify(index) };
      },
      open: (shipped) => {
        const index = window.MiniSearch.loadJSON(shipped.index, MINI);
        const options = { prefix: (term) => /[a-z]/.test(term), fuzzy: (term) => (/[a-z]{4}/.test(term) ? 0.2 : 0) };
        return (query) => index.search(query, options).map((hit) => shipped.ids[hit.id]);
      },
    },
    Fuse: {
      build: (records) => {
        const keys = ["names", "pinyin", "initials"];
        const rows = records.map(([id, names, pinyin, initials]) => ({ id, names, pinyin, initials }));
        return { rows, index: window.Fuse.createIndex(keys, rows).toJSON() };
      },
      open: (shipped) => {
        const options = { keys: ["names", "pinyin", "initials"], ignoreLocation: true, threshold: 0.5, includeScore: true };
        const index = new window.Fuse(shipped.rows, options, window.Fuse.parseIndex(shipped.index));
        return (query) => index.search(query, { limit: 10 }).map((hit) => hit.item.id);
      },
    },
  };

  const after = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)];
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = done; // the first task after the frame has been painted
    port1.postMessage(0);
  }));

  window.harness = {
    // Types every beginning of the queries into the page's field.
    type: async (queries) => {
      const field = document.querySelector("input[name=q]"), answered = [], painted = [];
      field.focus();
      while (!window.QINGDAN_SEARCH_MORE) await new Promise((done) => setTimeout(done, 20));
      await new Promise((done) => setTimeout(done, 3000)); // the names are worked out meanwhile
      for (const query of queries) {
        for (let end = 1; end <= query.length; end++) {
          field.value = query.slice(0, end);
          const at = performance.now();
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          document.body.offsetHeight; // lays the list out
          answered.push(performance.now() - at);
          await frame();
          painted.push(performance.now() - at);
        }
      }
      return { "answered p50": after(answered, 0.5), "answered p95": after(answered, 0.95), "painted p50": after(painted, 0.5), "painted p95": after(painted, 0.95) };
    },
    build: async (name, records) => JSON.stringify(await WAYS[name].build(records)),
    measure: (name, scripts, asked) => {
      const start = performance.now();
      for (const source of scripts) {
        const script = document.createElement("script");
        script.textContent = source;
        document.head.appendChild(script);
      }
      const find = WAYS[name].open(window.PREBUILT);
      const ready = performance.now() - start;
      if (window.harness.rest) window.harness.rest();
      const times = [];
      let found = 0;
      for (const [query, ids] of asked) {
        // Every beginning of a query is a keystroke.
        let last = [];
        for (let end = 1; end <= query.length; end++) {
          const at = performance.now();
          last = find(query.slice(0, end));
          times.push(performance.now() - at);
        }
        if (last.slice(0, 3).some((id) => ids.includes(id))) found++;
      }
      times.sort((a, b) => a - b);
      return { ready, key: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], found: found / asked.length };
    },
  };
})();

// The matcher: what a text may mean among the names of the index. It knows no page; search.js shows what it finds.
//
// Names are short and Chinese, and people type them in part, in other words, in pinyin, in initials, in traditional
// characters, with a slip, or inside a question. So a name is compared by its characters and pairs of characters,
// each also by its sound, the rare ones weighing more (证明 is in nearly every name). How: docs/search.md.
(function () {
  "use strict";
  const FIRST_CODE = 0x100; // of the index's alphabet; characters below stand for themselves
  const SAME_SOUND = 0.75; // what a character counts that only sounds like the one typed
  const WORTH = { name: 1, alias: 0.985, number: 0.985, office: 0.5 }; // an office is only mentioned by a matter
  const KINDS = { certificates: 1, signs: 0.97, tasks: 0.95, mechanisms: 0.95, facilities: 0.94, forms: 0.93, provisions: 0.88, places: 0.9, sources: 0.8 };
  const COMMON = 0.1; // what the editors' choice of common matters is worth among near equals
  const CANDIDATES = 250;
  const WEAKEST = 0.3; // below this a likeness says nothing

  // Words of a question around the matter asked for.
  const ASKING = /请问|你好|您好|我们|我家|我的|我要|我想|想要|帮我|怎么办理|怎么[办开弄写搞]?|怎样|咋[办开个弄整]?|如何|[去在到]?哪[里儿个]?|什么|啥子?|需不需要|需要|能不能|可不可以|可以|能否|是否|是不是|要不要|用不用|该不该|有没有|谁|多少|几天|多久|办理|开具|出具|[开办打写]一?[个张份下]|一下|一个|材料|手续|流程|模板|村里面?|村上|大队|自己|现在|今年|[吗呢呀啊吧的了么要想给去开办]/g;

  // Sounds that people of many regions do not part: zh/z, ch/c, sh/s, -ng/-n, n-/l-. In a run of syllables "ng" before
  // a vowel is taken for n and g, as in cun-gan-bu; whole syllables (gong-an) are compared one by one besides.
  function blurred(pinyin) {
    return pinyin.replace(/([zcs])h/g, "$1").replace(/ng(?![aeiou])/g, "n").replace(/l/g, "n").replace(/v/g, "u");
  }

  // A name of an entry. How it reads and sounds is worked out when first asked for.
  class Form {
    constructor(index, entry, coded, as) {
      this.index = index;
      this.entry = entry;
      this.coded = coded;
      this.as = as;
      this.weight = 0;
      this.said = null;
    }

    get spoken() {
      if (!this.said) {
        const letters = Array.from({ length: this.coded.length }, (_, i) => this.index.coded(this.coded.charCodeAt(i)));
        const read = letters.filter((letter) => letter.plain), sounds = read.map((letter) => letter.sounds[0]);
        this.said = {
          name: letters.map((letter) => letter.char).join(""),
          text: read.map((letter) => letter.plain).join("").replace(/^中华人民共和国(?=.)/, ""), // nobody types it before a law's name
          sounds,
          sound: " " + sounds.join(" ") + " ",
          pinyin: sounds.join(""),
          initials: sounds.map((sound) => sound[0]).join(""),
        };
      }
      return this.said;
    }

    get name() { return this.spoken.name; }
    get text() { return this.spoken.text; }
    get sound() { return this.spoken.sound; }
    get pinyin() { return this.spoken.pinyin; }
    get initials() { return this.spoken.initials; }

    // As the weight of a text: each sound, and each pair at the mean of its two.
    get total() {
      if (!this.weight) {
        const weights = this.spoken.sounds.map((sound) => this.index.postings.get(sound).weight);
        this.weight = 2 * weights.reduce((sum, one) => sum + one, 0) - (weights[0] + weights[weights.length - 1]) / 2;
      }
      return this.weight;
    }
  }

  class Index {
    constructor(data) {
      this.letters = []; // by code
      this.known = new Map(); // by character
      this.plain = new Map(); // character: what `normal` makes of it
      this.simplified = new Map();
      this.syllables = new Set();
      this.entries = new Map();
      this.forms = [];
      this.postings = new Map(); // sound: the numbers of the forms that have it, and its weight
      this.places = new Map();
      this.unlisted = {};
      this.kinds = data.kinds;
      this.common = new Set(data.common);
      this.marks = data.marks;
      this.add(data);
    }

    // Takes in one of the index's scripts.
    add(data) {
      this.learn(data.alphabet, data.traditional || "");
      for (const [path, short, name] of data.places) this.places.set(path, { path, short, name });
      this.addEntries(data);
      const offices = data.offices || {};
      for (const office of Object.keys(offices)) {
        for (const id of offices[office].split(" ")) this.addForm(this.entries.get(id), office, "office");
      }
      Object.assign(this.unlisted, data.unlisted);
      this.weigh();
    }

    weigh() {
      const all = this.forms.length;
      this.rare = Math.log(1 + all) * 0.6;
      this.postings.forEach((posting) => { posting.weight = Math.log(1 + all / posting.forms.length); });
      for (const form of this.forms) form.weight = 0;
      this.shared = new Float32Array(all);
    }

    // Works out `count` forms ahead of the first text in letters, which looks at all. Returns where to go on.
    warm(from, count) {
      const end = Math.min(this.forms.length, from + count);
      for (let i = from; i < end; i++) this.forms[i].spoken;
      return end;
    }

    learn(alphabet, traditional) {
      for (const group of alphabet.split(" ")) {
        const [, syllable, chars] = /^([a-z]*)([^]*)$/.exec(group);
        if (syllable) this.syllables.add(syllable);
        const sound = blurred(syllable);
        for (const char of chars) {
          const known = this.known.get(char);
          if (known) known.sounds.push(sound);
          else this.letters.push(this.learnt(char, sound));
        }
      }
      this.plain.clear();
      const pairs = Array.from(traditional);
      for (let i = 0; i < pairs.length; i += 2) this.simplified.set(pairs[i], pairs[i + 1]);
    }

    // A character without a known sound stands for itself; one that is no letter or digit has none.
    learnt(char, sound) {
      const plain = char >= "\u4e00" && char <= "\u9fff" ? char : this.normal(char);
      const letter = { char, plain, sounds: plain ? [sound || plain] : [], postings: null };
      this.known.set(char, letter);
      return letter;
    }

    letter(char) {
      return this.known.get(char) || this.learnt(char, "");
    }

    // The letter that a code stands for.
    coded(code) {
      return code < FIRST_CODE ? this.letter(String.fromCharCode(code)) : this.letters[code - FIRST_CODE];
    }

    addEntries(data) {
      const names = data.names.split("\n"), paths = data.paths.split(" ");
      let n = 0;
      for (const [kind, count] of data.counts) {
        for (const end = n + count; n < end; n++) {
          const where = data.where[n] || "national";
          const entry = { id: kind + "/" + paths[n], kind, path: paths[n], answer: data.answers[data.said[n]], where: where === "*" ? null : where.split(" "), unlike: {} };
          this.entries.set(entry.id, entry);
          const all = names[n].split("|");
          entry.form = this.addForm(entry, all[0], "name");
          for (let i = 1; i < all.length; i++) this.addForm(entry, all[i], kind === "sources" ? "number" : "alias");
          const unlike = data.unlike[n];
          if (unlike) for (const place of Object.keys(unlike)) {
            const [name, answer, more] = unlike[place];
            entry.unlike[place] = { form: name && this.addForm(entry, name, "name"), answer: data.answers[answer] };
            if (more) for (const other of more.split("|")) this.addForm(entry, other, "alias");
          }
        }
      }
    }

    // `as` says what the name is of the entry: a key of WORTH. What costs time is done when a form is compared.
    addForm(entry, coded, as) {
      const number = this.forms.length;
      for (let i = 0; i < coded.length; i++) {
        const letter = this.coded(coded.charCodeAt(i));
        if (!letter.postings) letter.postings = letter.sounds.map((sound) => this.posting(sound));
        for (let j = 0; j < letter.postings.length; j++) {
          const posting = letter.postings[j];
          if (posting.last !== number) posting.forms.push((posting.last = number));
        }
      }
      const form = new Form(this, entry, coded, as);
      if (entry) this.forms.push(form);
      return form;
    }

    posting(sound) {
      let found = this.postings.get(sound);
      if (!found) this.postings.set(sound, (found = { sound, forms: [], last: -1, weight: 0 }));
      return found;
    }

    soundsOf(char) {
      const known = this.known.get(char);
      return known && known.plain ? known.sounds : [char];
    }

    // Letters and digits alone, in simplified characters of usual width.
    normal(text) {
      let out = "";
      for (const char of text) {
        let plain = this.plain.get(char);
        if (plain === undefined) {
          plain = char.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
          this.plain.set(char, (plain = this.simplified.get(plain) || plain));
        }
        out += plain;
      }
      return out;
    }

    // Characters of a text, or syllables where it has pinyin, each with its sounds and weight.
    tokens(text) {
      const found = [];
      for (const part of text.match(/[a-z]+|[^a-z]/gu) || []) {
        const spelt = part.length > 1 && this.spelt(part);
        const pieces = spelt ? spelt.map((s) => ["", [blurred(s)]]) : Array.from(part, (c) => [c, this.soundsOf(c)]);
        for (const [char, sounds] of pieces) {
          found.push({ char, sounds, weight: (this.postings.get(sounds[0]) || { weight: this.rare }).weight });
        }
      }
      return found;
    }

    // Cuts letters into syllables, the fewest; null where they are none. The last may be begun only.
    spelt(letters) {
      const best = [[]];
      for (let end = 1; end <= letters.length; end++) {
        for (let start = Math.max(0, end - 6); start < end; start++) {
          const piece = letters.slice(start, end);
          if (best[start] && this.syllables.has(piece) && (!best[end] || best[start].length + 1 < best[end].length)) best[end] = best[start].concat(piece);
        }
      }
      return best[letters.length] || null;
    }

    weightOf(tokens) {
      let sum = 0;
      tokens.forEach((token, i) => { sum += token.weight + (i ? (token.weight + tokens[i - 1].weight) / 2 : 0); });
      return sum;
    }

    // The numbers of the forms that share most with the tokens, by single characters and sounds.
    candidates(tokens) {
      const shared = this.shared.fill(0), met = [];
      for (const token of tokens) {
        for (const sound of token.sounds) {
          for (const number of (this.postings.get(sound) || { forms: [] }).forms) {
            if (!shared[number]) met.push(number);
            shared[number] += token.weight;
          }
        }
      }
      if (met.length <= CANDIDATES) return met;
      for (const number of met) shared[number] -= 0.6 * this.forms[number].coded.length;
      return met.sort((a, b) => shared[b] - shared[a]).slice(0, CANDIDATES);
    }

    // How alike a text and a form are, 0 to 1; a name that is the text itself is more than that.
    likeness(query, tokens, asked, form) {
      const text = form.text;
      if (text === query) return 1.2;
      let shared = 0;
      tokens.forEach((token, i) => {
        shared += token.weight * has(form, token.char, token.sounds);
        if (!i) return;
        const before = tokens[i - 1];
        const pairs = before.sounds.length + token.sounds.length > 2
          ? [].concat(...before.sounds.map((a) => token.sounds.map((b) => a + " " + b)))
          : [before.sounds[0] + " " + token.sounds[0]];
        shared += ((token.weight + before.weight) / 2) * has(form, before.char && token.char && before.char + token.char, pairs);
      });
      let alike = shared / (shared + 0.5 * Math.max(0, asked - shared) + 0.25 * Math.max(0, form.total - shared));
      if (text.startsWith(query)) alike += 0.12;
      else if (query.length > 1 && text.includes(query)) alike += 0.1;
      else if (text.length > 2 && query.includes(text)) alike += 0.1;
      else if (query.length > 2 && query[0] === text[0] && within(query, text)) alike += 0.08;
      return Math.min(1.1, alike);
    }

    // The same for a text of letters alone: pinyin, whole or begun, or the initials of the syllables.
    spelling(query, form) {
      const pinyin = form.pinyin, letters = blurred(query), initials = form.initials, heads = query.replace(/l/g, "n");
      const length = letters.length / pinyin.length;
      if (pinyin === letters || initials === heads) return 1.1;
      if (pinyin.startsWith(letters)) return 0.9 + 0.1 * length;
      if (query.length > 1 && initials.startsWith(heads)) return 0.85 + (0.1 * query.length) / initials.length;
      if (letters.length > 2 && pinyin.includes(letters)) return 0.75 + 0.1 * length;
      if (query.length > 2 && initials.includes(heads)) return 0.7 + (0.1 * query.length) / initials.length;
      if (query.length > 2 && heads[0] === initials[0] && within(heads, initials)) return 0.55 + (0.1 * query.length) / initials.length;
      return 0;
    }

    // Takes names of places out of a text: [the rest, the place].
    placeIn(text) {
      let place = null;
      for (let round = 0; round < 3; round++) {
        let found = null, said = "";
        this.places.forEach((one) => {
          for (const name of [one.name, one.short]) {
            if (one.path !== "national" && name.length > Math.max(1, said.length) && text.includes(name)) [found, said] = [one, name];
          }
        });
        if (!found || found.path === (place && place.path)) break;
        text = text.replace(said, "");
        if (!place || found.path.startsWith(place.path + "/")) place = found;
      }
      return [text, place ? place.path : ""];
    }

    // Returns {place, hits}: entries by likeness with the form that met. `here` is the place chosen.
    find(text, here) {
      const query = this.normal(text);
      if (!query) return { place: here, hits: [] };
      const [rest, named] = this.placeIn(query);
      const place = named || here;
      const best = new Map();
      const take = (form, alike) => {
        const score = (alike + (alike > 0.65 && this.common.has(form.entry.id) ? COMMON : 0)) * WORTH[form.as] * KINDS[form.entry.kind] * nearness(form.entry, place, named);
        const known = best.get(form.entry);
        if (score >= WEAKEST && (!known || known.score < score)) best.set(form.entry, { entry: form.entry, form, score });
      };
      for (const wording of new Set([query, rest, rest.replace(ASKING, "")])) if (wording) this.compare(wording, take);
      if (/^[a-z]+$/.test(query)) this.spell(query, best, take);
      let hits = Array.from(best.values());
      hits.sort((a, b) => b.score - a.score || a.form.text.length - b.form.text.length || (a.entry.id < b.entry.id ? -1 : 1));
      hits = hits.filter((hit) => hit.score > hits[0].score * 0.4);
      return { place, hits };
    }

    compare(wording, take) {
      const tokens = this.tokens(wording), asked = this.weightOf(tokens);
      for (const number of this.candidates(tokens)) take(this.forms[number], this.likeness(wording, tokens, asked, this.forms[number]));
    }

    spell(query, best, take) {
      for (const form of this.forms) {
        if (!form.pinyin) continue;
        const alike = this.spelling(query, form);
        if (alike) take(form, alike);
      }
      const letters = blurred(query);
      if (letters.length < 4 || Array.from(best.values()).some((hit) => hit.score > 0.7)) return;
      const allowed = Math.min(3, Math.ceil(letters.length / 8)), pieces = cut(letters, allowed + 1);
      for (const form of this.forms) {
        // As many slips leave one of the pieces whole.
        if (!pieces.some((piece) => form.pinyin.includes(piece))) continue;
        const errors = slips(letters, form.pinyin, allowed);
        if (errors <= allowed) take(form, 0.8 - 0.1 * errors + (0.1 * letters.length) / Math.max(letters.length, form.pinyin.length));
      }
    }

    hasPage(entry, place) {
      return entry.where ? entry.where.includes(place) : !place.includes("/") && this.places.has(place);
    }

    // What an entry says at a place: at the nearest place above that has a page of it, else at its first.
    answer(entry, place) {
      if (entry.kind === "sources" || entry.kind === "places") {
        return { name: entry.form.name, key: "", words: entry.answer[1], place: "", path: (entry.kind === "sources" ? "sources/" : "") + entry.path + "/index.html" };
      }
      const where = chain(place).find((one) => this.hasPage(entry, one)) || (entry.where || ["national"])[0];
      const unlike = entry.unlike[where] || {};
      const [key, words] = unlike.answer || entry.answer;
      return { name: (unlike.form || entry.form).name, key, words, place: (this.places.get(where) || { short: "" }).short, path: where + "/" + entry.id + "/index.html" };
    }

    // The rule for matters in no list, as a place has it: [name, text, page], undefined before it has come.
    rule(place) {
      return this.unlisted[chain(place).find((one) => this.unlisted[one])];
    }
  }

  function has(form, chars, sounds) {
    if (chars && form.text.includes(chars)) return 1;
    if (sounds.some((sound) => form.sound.includes(" " + sound + " "))) return chars ? SAME_SOUND : 1;
    return 0;
  }

  // Tells whether the characters of one text stand in another in this order.
  function within(short, text) {
    let at = 0;
    for (let i = 0; i < text.length && at < short.length; i++) if (text[i] === short[at]) at++;
    return at === short.length;
  }

  // The places from one up to the nation.
  function chain(place) {
    const parts = (place || "").split("/");
    return parts.map((_, n) => parts.slice(0, parts.length - n).join("/")).concat("national");
  }

  // A matter of another province helps less; one of the place that was named helps more.
  function nearness(entry, place, named) {
    if (entry.kind === "places") return named === entry.path ? 1.1 : 1;
    if (entry.kind === "sources") return place && place !== "national" && entry.path.startsWith(place + "/") ? 1.05 : 1;
    if (!entry.where || entry.where[0] === "national") return 1;
    return chain(place).some((one) => one !== "national" && entry.where.includes(one)) ? (named ? 1.08 : 1.02) : entry.where[0].includes("/") ? 0.75 : 0.85;
  }

  function cut(text, count) {
    const size = Math.ceil(text.length / count), pieces = [];
    for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
    return pieces;
  }

  // The fewest edits that make `query` the beginning of a rest of `text`; stops at more than `allowed`.
  function slips(query, text, allowed) {
    let row = new Array(text.length + 1).fill(0);
    for (let i = 1; i <= query.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= text.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (query[i - 1] === text[j - 1] ? 0 : 1));
        if (next[j] < least) least = next[j];
      }
      if (least > allowed) return allowed + 1;
      row = next;
    }
    return Math.min(...row);
  }

  window.qingdanMatch = { Index };
})();

// The entries to be found, with their names, by the sounds of their characters.

class Index {
  constructor(data) {
    this.alphabet = new Alphabet();
    this.entries = new Map();
    this.forms = [];
    this.postings = new Map(); // sound: the numbers of the forms that have it, and its weight
    this.places = new Places();
    this.unlisted = {};
    this.kinds = data.kinds;
    this.common = new Set(data.common);
    this.marks = data.marks;
    this.add(data);
  }

  // Takes in one of the index's scripts.
  add(data) {
    this.alphabet.learn(data.alphabet, data.traditional || "");
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

  addEntries(data) {
    const names = data.names.split("~"), paths = data.paths.split(" ");
    const homes = data.homes.map((home) => (home === "*" ? null : home.split(" ")));
    const number = (column, n) => column.charCodeAt(n) - 48; // from "0" on
    let n = 0;
    for (const [kind, count] of data.counts) {
      for (const end = n + count; n < end; n++) {
        const entry = { id: kind + "/" + paths[n], kind, path: paths[n], answer: data.answers[number(data.said, n)], where: homes[number(data.where, n)], unlike: {} };
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

  // What costs time is done when a form is compared.
  addForm(entry, coded, as) {
    const number = this.forms.length;
    for (let i = 0; i < coded.length; i++) {
      const letter = this.alphabet.coded(coded.charCodeAt(i));
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

  find(text, here) {
    return find(this, text, here);
  }

  answer(entry, place) {
    return this.places.answer(entry, place);
  }

  // The rule for matters in no list, as a place has it: [name, text, page], undefined before it has come.
  rule(place) {
    return this.unlisted[chain(place).find((one) => this.unlisted[one])];
  }
}

window.qingdanMatch = { Index };

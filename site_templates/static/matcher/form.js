// A name of an entry. How it reads and sounds is worked out when first asked for.

class Form {
  // `as` says what the name is of the entry: a key of WORTH.
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
      const letters = Array.from({ length: this.coded.length }, (_, i) => this.index.alphabet.coded(this.coded.charCodeAt(i)));
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

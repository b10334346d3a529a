// Characters: what each sounds like, its simplified form, and its code in the index's scripts.

// The index's codes, as generator/site/search_text.py writes them: the first letters, those after them, and Latin-1.
const SHORT_CODE = 0x3f, SHORT_CODES = 61, LONG_CODE = 0x200, LATIN = 0x100;

class Alphabet {
  constructor() {
    this.letters = []; // by code
    this.known = new Map(); // by character
    this.plain = new Map(); // character: what `normal` makes of it
    this.simplified = new Map();
    this.syllables = new Set();
  }

  // Takes in groups of characters by syllable ("qin亲 shu书属") and pairs of a traditional and a simplified one.
  learn(groups, traditional) {
    for (const group of groups.split(" ")) {
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

  // The letter that a code stands for.
  coded(code) {
    if (code >= LONG_CODE) return this.letters[code - LONG_CODE + SHORT_CODES];
    if (code >= SHORT_CODE && code < SHORT_CODE + SHORT_CODES) return this.letters[code - SHORT_CODE];
    const char = String.fromCharCode(code % LATIN);
    return this.known.get(char) || this.learnt(char, "");
  }

  sounds(char) {
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

  // Cuts letters into syllables, the fewest; null where they are none.
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
}

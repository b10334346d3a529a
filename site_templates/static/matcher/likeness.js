// How alike a text and a name are, by their characters and pairs of characters, rare ones weighing more.

const SAME_SOUND = 0.75; // what a character counts that only sounds like the one typed
const ALL_BY_SOUND = 0.85; // what a likeness is worth without one character in common
const SENTENCE = 8; // characters: what a longer text says besides a name soon counts no more against it

// Characters of a text, or syllables where it has pinyin, each with its sounds, its weight, and whether it comes again;
// and with the pair that it makes with the one before it. `heard` are the sounds as they stand in a form's.
function tokens(index, text) {
  const found = [], met = new Set();
  for (const part of text.match(/[a-z]+|[^a-z]/gu) || []) {
    const spelt = part.length > 1 && index.alphabet.spelt(part);
    const pieces = spelt ? spelt.map((s) => ["", [blurred(s)]]) : Array.from(part, (c) => [c, index.alphabet.sounds(c)]);
    for (const [char, sounds] of pieces) {
      const token = { char, sounds, heard: sounds.map((sound) => " " + sound + " "), weight: (index.postings.get(sounds[0]) || { weight: index.rare }).weight, again: met.has(char || sounds[0]), pair: null };
      const before = found[found.length - 1];
      if (before && !(token.again && before.again)) token.pair = paired(before, token);
      found.push(token);
      met.add(char || sounds[0]);
    }
  }
  return found;
}

function paired(before, token) {
  return {
    char: before.char && token.char && before.char + token.char,
    heard: [].concat(...before.sounds.map((a) => token.sounds.map((b) => " " + a + " " + b + " "))),
    weight: (token.weight + before.weight) / 2,
  };
}

function weightOf(tokens) {
  let sum = 0;
  tokens.forEach((token, i) => { sum += token.weight + (i ? (token.weight + tokens[i - 1].weight) / 2 : 0); });
  return sum;
}

// 0 to 1.1; a name that is the text itself is more than that. `asked` is the weight of the tokens.
function likeness(query, tokens, asked, form) {
  const text = form.text;
  if (text === query) return 1.2;
  let shared = 0, exact = false;
  for (const token of tokens) {
    const had = has(form, token);
    exact = exact || had === 1;
    if (!token.again) shared += token.weight * had;
    if (token.pair) shared += token.pair.weight * has(form, token.pair);
  }
  let besides = Math.max(0, asked - shared);
  if (tokens.length > SENTENCE) besides = Math.min(besides, 1.2 * form.total);
  let alike = shared / (shared + 0.5 * besides + 0.25 * Math.max(0, form.total - shared));
  if (text.startsWith(query)) alike += 0.12;
  else if (query.length > 1 && text.includes(query)) alike += 0.1;
  else if (text.length > 2 && query.includes(text)) alike += 0.1;
  else if (query.length > 2 && query[0] === text[0] && within(query, text)) alike += 0.08;
  return Math.min(1.1, exact ? alike : alike * ALL_BY_SOUND);
}

// How much of a character, or a pair, a form has: all, or what only sounds alike.
function has(form, { char, heard }) {
  if (char && form.text.includes(char)) return 1;
  for (const sound of heard) if (form.sound.includes(sound)) return char ? SAME_SOUND : 1;
  return 0;
}

// Tells whether two different characters of a text stand in a form, beside those of
// nearly all names: less is no more than chance, unless one is all there is.
function akin(text, form) {
  if (text.length === 1) return form.text.includes(text);
  let met = "";
  for (const char of text.replace(/证明|[村居民]/g, "")) if (!met.includes(char) && form.text.includes(char)) met += char;
  return met.length > 1;
}

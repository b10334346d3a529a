// Letters typed for Chinese: how pinyin, initials and slips of them stand to a name.

// Sounds that people of many regions do not part: zh/z, ch/c, sh/s, -ng/-n, n-/l-. In a run of syllables "ng" before
// a vowel is taken for n and g, as in cun-gan-bu; whole syllables (gong-an) are compared one by one besides.
function blurred(pinyin) {
  return pinyin.replace(/([zcs])h/g, "$1").replace(/ng(?![aeiou])/g, "n").replace(/l/g, "n").replace(/v/g, "u");
}

// How alike letters and a form are: its pinyin, whole or begun, or the initials of its syllables. 0 to 1.1.
function spelling(query, form) {
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

// Tells whether the characters of one text stand in another in this order.
function within(short, text) {
  let at = 0;
  for (let i = 0; i < text.length && at < short.length; i++) if (text[i] === short[at]) at++;
  return at === short.length;
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

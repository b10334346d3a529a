// Letters typed for Chinese: how pinyin, initials and slips of them stand to a name.

// Sounds that people of many regions do not part: zh/z, ch/c, sh/s, -ng/-n, n-/l-. In a run of syllables "ng" before
// a vowel is taken for n and g, as in cun-gan-bu; whole syllables (gong-an) are compared one by one besides.
function blurred(pinyin) {
  return pinyin.replace(/([zcs])h/g, "$1").replace(/ng(?![aeiou])/g, "n").replace(/l/g, "n").replace(/v/g, "u");
}

// Letters as typed, as pinyin and as initials.
function typed(query) {
  return { query, letters: blurred(query), heads: query.replace(/l/g, "n") };
}

// How alike letters and a form are: its pinyin, whole or begun, or the initials of its syllables. 0 to 1.1.
function spelling({ query, letters, heads }, form) {
  const pinyin = form.pinyin, initials = form.initials;
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

// `count` pieces, as equally long as can be: the longer the shortest, the fewer names it meets by chance.
function cut(text, count) {
  const end = (n) => Math.round((n * text.length) / count);
  return Array.from({ length: count }, (_, n) => text.slice(end(n), end(n + 1)));
}

// The fewest edits that make `query` a part of `text`; `allowed` + 1 if there are more. Sellers' columns, one for each
// letter of the text, each as deep as a cell can still be of use (Ukkonen's cut-off): what is below is more than allowed.
function slips(query, text, allowed) {
  const column = [0], codes = [0];
  for (let i = 1; i <= query.length; i++) {
    column.push(i);
    codes.push(query.charCodeAt(i - 1));
  }
  let deep = Math.min(query.length, allowed + 1), best = deep;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let before = 0;
    for (let i = 1; i <= deep; i++) {
      const left = column[i];
      column[i] = codes[i] === code ? before : 1 + Math.min(before, left, column[i - 1]);
      before = left;
    }
    while (column[deep] > allowed) deep--;
    if (deep < query.length) deep++;
    else best = Math.min(best, column[deep]);
  }
  return best;
}

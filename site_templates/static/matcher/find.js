// What a text may mean among the names of an index: the text is read in several wordings, and the best name counts.

const WORTH = { name: 1, alias: 0.985, number: 0.985, office: 0.5 }; // an office is only mentioned by a matter
const KINDS = { certificates: 1, signs: 0.97, tasks: 0.95, mechanisms: 0.95, facilities: 0.94, forms: 0.93, provisions: 0.88, places: 0.9, sources: 0.8 };
const NAMED_LAW = 1.1; // what a document is worth when the text ends as the name of one
const COMMON = 0.1; // what the editors' choice of common matters is worth among near equals
const CANDIDATES = 120;
const WEAKEST = 0.3; // below this a likeness says nothing
const LIKELY = 0.5; // from here on a result is taken for an answer
const SLIPPED = 6; // letters; fewer with a slip may mean anything
const CLAUSE = 0.95; // what a part of a sentence is worth

// Words of a question around the matter asked for.
const ASKING = /请问|你好|您好|我们|我家|我的|我要|我想|想要|帮我|怎么办理|怎么[办开弄写搞]?|怎样|咋[办开个弄整]?|如何|[去在到]?哪[里儿个]?|什么|啥子?|需不需要|需要|能不能|可不可以|可以|能否|是否|是不是|要不要|用不用|该不该|有没有|谁|多少|几天|多久|办理|开具|出具|[开办打写]一?[个张份下]|村里盖章|盖章|一下|一个|材料|手续|流程|模板|村里面?|村上|大队|自己|现在|今年|[吗呢呀啊吧的了么要想给去开办]/g;
// Whom people ask: beside a matter it says nothing.
const ASKED = /村民?委员?会|居民?委员?会|村里|社区|派出所|公司|单位|学校/g;

// Returns {place, hits, likely}: entries by likeness with the form that met; whether the best is `likely` an answer.
// `here` is the place chosen. Of those that are not likely only they stay that share more than chance with the text.
function find(index, text, here) {
  const query = index.alphabet.normal(text);
  if (!query) return { place: here, hits: [], likely: false };
  const [rest, named] = index.places.takeOut(query);
  const place = named || here, around = chain(place), best = new Map(), lawful = /.(法|条例|办法|规定|意见|通知|号)$/.test(query);
  const take = (form, alike) => {
    const score = (alike + (alike > 0.65 && index.common.has(form.entry.id) ? COMMON : 0)) * WORTH[form.as] * (lawful && form.entry.kind === "sources" ? NAMED_LAW : KINDS[form.entry.kind]) * nearness(form.entry, around, named);
    const known = best.get(form.entry);
    if (score >= WEAKEST && (!known || known.score < score)) best.set(form.entry, { entry: form.entry, form, score });
  };
  for (const [wording, worth] of wordings(index, text, query, rest)) compare(index, wording, (form, alike) => take(form, worth * alike));
  if (/^[a-z]+$/.test(query)) spell(index, query, best, take);
  let hits = Array.from(best.values());
  hits.sort((a, b) => b.score - a.score || a.form.text.length - b.form.text.length || (a.entry.id < b.entry.id ? -1 : 1));
  hits = hits.filter((hit) => hit.score > hits[0].score * 0.4);
  const likely = hits.length > 0 && hits[0].score >= LIKELY, bare = rest.replace(ASKING, "");
  if (!likely || !/^[a-z]+$/.test(query)) hits = hits.filter((hit) => hit.score >= LIKELY || akin(bare, hit.form));
  return { place, hits, likely };
}

// The text, the text without places, without the words of a question, and the clauses of a sentence: [wording, worth].
function wordings(index, text, query, rest) {
  const found = new Map([[query, 1], [rest, 1], [rest.replace(ASKING, ""), 1]]);
  const clauses = text.split(/[，。？！；、,.?!;\n]+/);
  if (clauses.length > 1) {
    for (const clause of clauses) {
      const bare = index.places.takeOut(index.alphabet.normal(clause))[0].replace(ASKING, "").replace(ASKED, "");
      if (bare.length > 2 && !found.has(bare)) found.set(bare, CLAUSE);
    }
  }
  found.delete("");
  return found;
}

function compare(index, wording, take) {
  const said = tokens(index, wording), asked = weightOf(said);
  for (const number of candidates(index, said)) take(index.forms[number], likeness(wording, said, asked, index.forms[number]));
}

// The numbers of the forms that share most with the tokens, by single characters and sounds.
function candidates(index, tokens) {
  const shared = index.shared.fill(0), met = [];
  for (const token of tokens) {
    if (token.again) continue;
    for (const sound of token.sounds) {
      for (const number of (index.postings.get(sound) || { forms: [] }).forms) {
        if (!shared[number]) met.push(number);
        shared[number] += token.weight;
      }
    }
  }
  if (met.length <= CANDIDATES) return met;
  for (const number of met) shared[number] -= 0.6 * index.forms[number].coded.length;
  // The last that is kept is found by its number: sorting thousands of forms took longer than all else.
  const last = Float32Array.from(met, (number) => shared[number]).sort()[met.length - CANDIDATES];
  let equal = CANDIDATES - met.filter((number) => shared[number] > last).length;
  return met.filter((number) => shared[number] > last || (shared[number] === last && equal-- > 0)).sort((a, b) => shared[b] - shared[a]);
}

// Compares letters with the spelling of every form; with slips only where nothing else is likely.
function spell(index, query, best, take) {
  const said = typed(query), letters = said.letters;
  for (const form of index.forms) {
    const alike = form.pinyin && spelling(said, form);
    if (alike) take(form, alike);
  }
  if (letters.length < SLIPPED || Array.from(best.values()).some((hit) => hit.score > 0.7)) return;
  const allowed = Math.min(3, Math.ceil(letters.length / 8)), pieces = cut(letters, allowed + 1);
  for (const form of index.forms) {
    // As many slips leave one of the pieces whole, and so many letters at least.
    if (form.pinyin.length < letters.length - allowed || !pieces.some((piece) => form.pinyin.includes(piece))) continue;
    const errors = slips(letters, form.pinyin, allowed);
    if (errors <= allowed) take(form, 0.8 - 0.1 * errors + (0.1 * letters.length) / Math.max(letters.length, form.pinyin.length));
  }
}

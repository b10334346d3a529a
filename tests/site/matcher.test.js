// The matcher's parts, each by itself: loaded into one context, as the site joins them.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");
const assert = require("node:assert/strict");
const vm = require("node:vm");

const folder = join(__dirname, "../../site_templates/static/matcher");

// Runs an expression where only these parts have been loaded.
function among(parts) {
  const context = vm.createContext({ window: {} });
  for (const part of parts) vm.runInContext(readFileSync(join(folder, part + ".js"), "utf8"), context, { filename: part });
  return (text, values) => {
    Object.assign(context, values);
    return JSON.parse(JSON.stringify(vm.runInContext(text, context) ?? null));
  };
}

const PARTS = ["alphabet", "spelling", "form", "likeness", "places", "find", "index"];
// The alphabet in codes from 0x3f on: 犬养证明亲属关系死亡签.
const LETTERS = { 犬: 0, 养: 1, 证: 2, 明: 3, 亲: 4, 属: 5, 关: 6, 系: 7, 死: 8, 亡: 9, 签: 10 };
const coded = (name) => Array.from(name, (char) => String.fromCharCode(0x3f + LETTERS[char])).join("");
const DATA = {
  alphabet: "quan犬 yang养 zheng证 ming明 qin亲 shu属 guan关 xi系 si死 wang亡 qian签",
  places: [["national", "全国", "全国"], ["hubei", "湖北", "湖北省"], ["hubei/xianning", "咸宁", "咸宁市"]],
  answers: [["must_not", "不能开"], ["may", "可以开"]],
  counts: [["certificates", 3]],
  names: ["养犬证明|犬证", "亲属关系证明", "死亡证明"].map((all) => all.split("|").map(coded).join("|")).join("~"),
  paths: "dog kinship death",
  said: "000",
  homes: ["national hubei", "*", "national"],
  where: "012",
  unlike: { 0: { hubei: [coded("犬签"), 1, ""] } },
  kinds: { certificates: "证明" }, common: [], marks: {}, traditional: "親亲屬属",
  unlisted: { national: ["清单上没有的事项", "问乡镇", "national/x"], hubei: ["省里的", "问", "hubei/x"] },
};

test("southern sounds are not parted, and ng stays before a vowel", () => {
  const run = among(["spelling"]);
  assert.equal(run('blurred("zhengming")'), "zenmin");
  assert.equal(run('blurred("cunganbu")'), "cunganbu");
  assert.equal(run('blurred("lvshi")'), "nusi");
});

test("slips are counted from a beginning inside the text, and stop at the limit", () => {
  const run = among(["spelling"]);
  assert.equal(run('slips("siwang", "zaisiwangzhengming", 2)'), 0);
  assert.equal(run('slips("siwnag", "siwangzhengming", 2)'), 2);
  assert.equal(run('slips("abcdef", "siwang", 2)'), 3);
  assert.equal(run('slips("siwang", "si", 2)'), 3);
  assert.equal(run('slips("siwang", "", 2)'), 3);
});

test("slips are those of the whole table, wherever they fall", () => {
  const run = among(["spelling"]);
  // Every letter of the text may begin the part: a table of all cells, without the cut-off.
  const whole = (query, text) => {
    let row = new Array(text.length + 1).fill(0);
    for (let i = 1; i <= query.length; i++) {
      const next = [i];
      for (let j = 1; j <= text.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (query[i - 1] === text[j - 1] ? 0 : 1));
      row = next;
    }
    return Math.min(...row);
  };
  let seed = 7;
  const letters = (length) => Array.from({ length }, () => "abc"[(seed = (seed * 48271) % 2147483647) % 3]).join("");
  const cases = Array.from({ length: 3000 }, (_, n) => [letters(3 + (n % 9)), letters(n % 23), n % 4]);
  const found = run("cases.map(([query, text, allowed]) => slips(query, text, allowed))", { cases });
  assert.deepEqual(found, cases.map(([query, text, allowed]) => Math.min(allowed + 1, whole(query, text))));
  assert.ok(cases.some(([, , allowed], n) => found[n] === allowed && allowed === 3));
});

test("letters are cut in pieces of nearly one length, and none is lost", () => {
  const run = among(["spelling"]);
  assert.deepEqual(run('cut("abcdefghij", 3)'), ["abc", "defg", "hij"]);
  assert.deepEqual(run('cut("abcdef", 2)'), ["abc", "def"]);
});

test("letters meet pinyin, its beginning and initials, in this order", () => {
  const run = among(["spelling"]);
  const form = { pinyin: "qinsuguanxizenmin", initials: "qsgxzm" };
  const like = (query) => run(`spelling(typed(${JSON.stringify(query)}), form)`, { form });
  assert.equal(like("qinshuguanxizhengming"), 1.1);
  assert.equal(like("qsgxzm"), 1.1);
  assert.ok(like("qinshu") > like("qsgx") && like("qsgx") > like("guanxi") && like("guanxi") > 0.7);
  assert.equal(like("xyz"), 0);
});

test("a text is brought to simplified letters of usual width", () => {
  const run = among(["spelling", "alphabet"]);
  run("void (a = new Alphabet(), a.learn('qin亲 shu属', '親亲屬属'))");
  assert.equal(run("a.normal('親 屬，Ａ１！')"), "亲属a1");
  assert.deepEqual(run("a.spelt('qinshu')"), ["qin", "shu"]);
  assert.equal(run("a.spelt('qinx')"), null);
  assert.equal(run("a.coded(0x40).char"), "属");
});

test("codes of one byte, of two, and of Latin letters", () => {
  const run = among(["spelling", "alphabet"]);
  run("void (a = new Alphabet(), a.learn(letters, ''))", { letters: "yi" + Array.from({ length: 62 }, (_, n) => String.fromCharCode(0x4e00 + n)).join("") });
  const char = (code) => run(`a.coded(${code}).char`);
  assert.equal(char(0x3f), "\u4e00");
  assert.equal(char(0x7b), "\u4e3c");
  assert.equal(char(0x200), "\u4e3d");
  assert.equal(char(0x31), "1");
  assert.equal(char(0x141), "A");
});

test("names of places are taken out, the deepest is meant", () => {
  const run = among(["places"]);
  run("void (p = new Places(rows.map(([path, short, name]) => [path, { path, short, name }])))", { rows: DATA.places });
  assert.deepEqual(run("p.takeOut('湖北咸宁市养犬')"), ["养犬", "hubei/xianning"]);
  assert.deepEqual(run("p.takeOut('养犬')"), ["养犬", ""]);
  assert.deepEqual(run("chain('hubei/xianning')"), ["hubei/xianning", "hubei", "national"]);
});

test("a matter says what its nearest place says", () => {
  const run = among(PARTS);
  run("void (index = new window.qingdanMatch.Index(data), entry = index.entries.get('certificates/dog'))", { data: DATA });
  assert.deepEqual(run("index.answer(entry, 'hubei/xianning')"), { name: "犬签", key: "may", words: "可以开", place: "湖北", path: "hubei/certificates/dog/index.html" });
  assert.equal(run("index.answer(entry, 'beijing').path"), "national/certificates/dog/index.html");
  assert.equal(run("index.rule('hubei/xianning')[0]"), "省里的");
  assert.equal(run("index.rule('beijing')[0]"), "清单上没有的事项");
});

test("a name in full is best, a sound counts less, and chance is no answer", () => {
  const run = among(PARTS);
  run("void (index = new window.qingdanMatch.Index(data))", { data: DATA });
  const found = (text) => run(`(({ hits, likely }) => [likely, hits.map((hit) => [hit.entry.path, hit.score])])(index.find(${JSON.stringify(text)}, "national"))`);
  const best = (text) => found(text)[1][0];
  assert.deepEqual(best("死亡证明"), ["death", 1.2]);
  assert.equal(best("親屬關係")[0], "kinship");
  assert.equal(best("qinshu")[0], "kinship");
  assert.ok(best("亲属关系")[1] > best("亲属签系")[1]);
  assert.deepEqual(found("明明明明"), [false, []]);
  assert.deepEqual(found("🐉"), [false, []]);
});

test("a clause of a sentence is compared by itself", () => {
  const run = among(PARTS);
  run("void (index = new window.qingdanMatch.Index(data))", { data: DATA });
  const score = (text) => run(`index.find(${JSON.stringify(text)}, "national").hits[0]?.score ?? 0`);
  assert.ok(score("今天天气很好，我要死亡证明，谢谢您的帮忙") > 0.9);
});

// Lighthouse on its own phone, with its own settings, in one Chrome: node lighthouse.mjs ROUNDS ADDRESS…
// Prints one line a page: {"address", "rounds": [{category: score of 0 to 100}], "lost": [id of an audit below 100]}.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [rounds, ...addresses] = process.argv.slice(2);
const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
try {
  for (const address of addresses) {
    const found = [];
    const lost = new Set();
    for (let round = 0; round < Number(rounds); round++) {
      const { lhr } = await lighthouse(address, {
        port: chrome.port, onlyCategories, output: "json", logLevel: "silent", disableFullPageScreenshot: true,
      });
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      found.push(Object.fromEntries(onlyCategories.map((name) => [name, Math.round(lhr.categories[name].score * 100)])));
      for (const { auditRefs } of Object.values(lhr.categories)) {
        for (const { id, weight } of auditRefs) {
          if (weight && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9) lost.add(id);
        }
      }
    }
    console.log(JSON.stringify({ address, rounds: found, lost: [...lost] }));
  }
} finally {
  chrome.kill();
}

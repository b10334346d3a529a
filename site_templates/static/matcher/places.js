// Places: which one a text names, and how near a matter is to the one chosen.

class Places extends Map {
  // Takes names of places out of a text: [the rest, the place's path or ""].
  takeOut(text) {
    let place = null;
    for (let round = 0; round < 3; round++) {
      let found = null, said = "";
      this.forEach((one) => {
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

  hasPage(entry, place) {
    return entry.where ? entry.where.includes(place) : !place.includes("/") && this.has(place);
  }

  // What an entry says at a place: at the nearest place above that has a page of it, else at its first.
  answer(entry, place) {
    if (entry.kind === "sources" || entry.kind === "places") {
      return { name: entry.form.name, key: "", words: entry.answer[1], place: "", path: (entry.kind === "sources" ? "sources/" : "") + entry.path + "/index.html" };
    }
    const where = chain(place).find((one) => this.hasPage(entry, one)) || (entry.where || ["national"])[0];
    const unlike = entry.unlike[where] || {};
    const [key, words] = unlike.answer || entry.answer;
    return { name: (unlike.form || entry.form).name, key, words, place: (this.get(where) || { short: "" }).short, path: where + "/" + entry.id + "/index.html" };
  }
}

// The places from one up to the nation.
function chain(place) {
  const parts = (place || "").split("/");
  return parts.map((_, n) => parts.slice(0, parts.length - n).join("/")).concat("national");
}

// A matter of another province helps less; one of the place that was named helps more. `around` is the chain of the place.
function nearness(entry, around, named) {
  const place = around[0];
  if (entry.kind === "places") return named === entry.path ? 1.1 : 1;
  if (entry.kind === "sources") return place && place !== "national" && entry.path.startsWith(place + "/") ? 1.05 : 1;
  if (!entry.where || entry.where[0] === "national") return 1;
  return around.some((one) => one !== "national" && entry.where.includes(one)) ? (named ? 1.08 : 1.02) : entry.where[0].includes("/") ? 0.75 : 0.85;
}

// Turns the list of provinces into one choice, kept in the page's address and on this device, and sent nowhere.
(function () {
  "use strict";
  var KEY = "qingdan.place";
  var box = document.querySelector("[data-qd-places]");
  if (!box) return;
  var links = Array.prototype.slice.call(box.querySelectorAll("a[data-place][href]"));
  if (!links.length) return;
  var items = Array.prototype.slice.call(document.querySelectorAll("a[data-item]"));
  var national = items.map(function (link) { return link.getAttribute("href"); });

  function link(place) {
    return links.filter(function (one) { return one.getAttribute("data-place") === place; })[0];
  }

  function known() {
    var asked = new URLSearchParams(location.search).get("place");
    if (asked !== null) return asked;
    try { return localStorage.getItem(KEY) || ""; } catch (error) { return ""; }
  }

  // A browser that keeps nothing, or no address for pages from the disk, still shows what was chosen.
  function keep(place) {
    try { if (place) localStorage.setItem(KEY, place); else localStorage.removeItem(KEY); } catch (error) { /* not kept */ }
    try { history.replaceState(null, "", location.pathname + (place ? "?place=" + place : "") + location.hash); } catch (error) { /* not kept */ }
  }

  var select = document.createElement("select");
  select.id = "qd-province";
  var none = document.createElement("option");
  none.value = "";
  none.textContent = "全国（不选省）";
  select.appendChild(none);
  links.forEach(function (one) {
    var option = document.createElement("option");
    option.value = one.getAttribute("data-place");
    option.textContent = one.textContent;
    select.appendChild(option);
  });
  var label = document.createElement("label");
  label.className = "qd-choice";
  label.htmlFor = select.id;
  label.textContent = "您在哪个省？";
  var go = document.createElement("a");
  go.className = "qd-button";

  // The chosen province answers: its own pages of the matters on this page, and the way to its directory.
  function show() {
    var chosen = link(select.value);
    go.hidden = !chosen;
    document.documentElement.classList.toggle("qd-chosen", Boolean(chosen));
    if (chosen) {
      go.setAttribute("href", chosen.getAttribute("href"));
      go.textContent = "看" + chosen.textContent + "的目录";
    }
    items.forEach(function (item, at) {
      var own = chosen && /^certificates\//.test(item.getAttribute("data-item"));
      item.setAttribute("href", own ? national[at].replace("national/", select.value + "/") : national[at]);
    });
    document.dispatchEvent(new CustomEvent("qingdan:place"));
  }

  var asked = known();
  select.value = link(asked) ? asked : "";
  if (select.value) keep(select.value);
  select.addEventListener("change", function () { keep(select.value); show(); });

  var bar = document.createElement("p");
  bar.className = "qd-province";
  bar.appendChild(label);
  bar.appendChild(select);
  bar.appendChild(go);
  box.replaceChild(bar, box.querySelector("h2"));
  var fold = document.createElement("details");
  var summary = document.createElement("summary");
  summary.textContent = "列出全部省份";
  fold.appendChild(summary);
  var list = box.querySelector("ul");
  box.insertBefore(fold, list);
  fold.appendChild(list);
  show();
})();

// Turns the list of provinces into one choice, remembered on this device only.
(function () {
  "use strict";
  var KEY = "qingdan.place";
  var box = document.querySelector("[data-qd-places]");
  if (!box) return;
  var links = Array.prototype.slice.call(box.querySelectorAll("a[data-place][href]"));
  if (!links.length) return;
  var known = null;
  try { known = localStorage.getItem(KEY); } catch (error) { known = null; }
  var label = document.createElement("label");
  label.className = "qd-choice";
  label.textContent = "选省：";
  var select = document.createElement("select");
  select.id = "qd-province";
  var none = document.createElement("option");
  none.value = "";
  none.textContent = "全国（不选省）";
  select.appendChild(none);
  links.forEach(function (link) {
    var option = document.createElement("option");
    option.value = link.getAttribute("data-place");
    option.textContent = link.textContent;
    option.selected = option.value === known;
    select.appendChild(option);
  });
  var go = document.createElement("a");
  go.className = "qd-go";
  function chosen() {
    return links.filter(function (link) { return link.getAttribute("data-place") === select.value; })[0];
  }
  function show() {
    var link = chosen();
    go.hidden = !link;
    if (!link) return;
    go.setAttribute("href", link.getAttribute("href"));
    go.textContent = "看" + link.textContent + "的目录";
  }
  select.addEventListener("change", function () {
    try {
      if (select.value) localStorage.setItem(KEY, select.value);
      else localStorage.removeItem(KEY);
    } catch (error) { /* a browser that keeps nothing still goes to the page */ }
    show();
    document.dispatchEvent(new CustomEvent("qingdan:place"));
    var link = chosen();
    if (link) location.href = link.href;
  });
  label.appendChild(select);
  var fold = document.createElement("details");
  var summary = document.createElement("summary");
  summary.textContent = "列出全部省份";
  var list = box.querySelector("ul");
  box.insertBefore(label, list);
  box.insertBefore(go, list);
  fold.appendChild(summary);
  box.insertBefore(fold, list);
  fold.appendChild(list);
  show();
})();

// Narrows a list by the choices of its form. What is chosen stands in the page's address, so that it can be sent on.
(function () {
  "use strict";
  var form = document.querySelector("form[data-qd-filter]");
  if (!form) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var sections = Array.prototype.slice.call(document.querySelectorAll("section[data-v]"));
  var status = form.querySelector("[role=status]");

  // A line names its choices by their positions in the form; 0 is all.
  function has(line, key) {
    var select = form.elements.namedItem(key), wanted = select ? select.selectedIndex : 0;
    return !wanted || (line.getAttribute("data-" + key) || "").split(" ").indexOf(String(wanted)) >= 0;
  }

  function show() {
    var count = 0, choice = form.elements.namedItem("v"), verdict = choice ? choice.value : "";
    sections.forEach(function (section) {
      var here = 0;
      Array.prototype.forEach.call(section.querySelectorAll("li"), function (line) {
        line.hidden = !(has(line, "d") && has(line, "l") && has(line, "p"));
        if (!line.hidden) here++;
      });
      section.hidden = !here || (verdict && section.getAttribute("data-v") !== verdict);
      if (!section.hidden) count += here;
    });
    var narrowed = selects.some(function (select) { return select.value; });
    status.textContent = !narrowed ? "" : count ? "选出" + count + "项" : "没有这样的，换一个条件试试。";
  }

  function remember() {
    var query = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
    var text = query.toString();
    // Some browsers keep no address for pages from the disk; the list is narrowed all the same.
    try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (error) { return; }
  }

  var asked = new URLSearchParams(location.search);
  selects.forEach(function (select) {
    var wanted = asked.get(select.name);
    if (wanted && Array.prototype.some.call(select.options, function (o) { return o.value === wanted; })) select.value = wanted;
    select.addEventListener("change", function () { show(); remember(); });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();

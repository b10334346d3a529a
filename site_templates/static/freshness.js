// Marks a page once the day has come on which something on it changes.
(function () {
  "use strict";
  var page = document.querySelector("[data-changes-next]");
  if (!page) return;
  // Days are China's: UTC+8.
  var today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  var day = page.getAttribute("data-changes-next");
  if (today < day) return;
  var parts = day.split("-").map(Number);
  var note = document.createElement("p");
  note.className = "qd-note qd-stale";
  note.setAttribute("role", "status");
  note.textContent = "这一页可能已经过时：自" + parts[0] + "年" + parts[1] + "月" + parts[2] + "日起内容有变动，请看新版本，或者问办理机关。";
  page.insertBefore(note, page.firstChild);
})();

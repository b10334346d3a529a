// Large print (长辈版), remembered on this device only, and reading aloud with the device's own voices.
(function () {
  "use strict";
  var KEY = "qingdan.large";
  var root = document.documentElement;

  // --- large print ----------------------------------------------------------------------------------------

  var large = document.querySelector("[data-qd-large]");

  function show(on) {
    root.classList.toggle("qd-large", on);
    large.setAttribute("aria-pressed", String(on));
  }

  // Another page may have changed it since this one was painted: the way back shows a page as it was left.
  function recall() {
    try { show(localStorage.getItem(KEY) === "1"); } catch (error) { show(root.classList.contains("qd-large")); }
  }

  large.addEventListener("click", function () {
    var on = !root.classList.contains("qd-large");
    try {
      if (on) localStorage.setItem(KEY, "1");
      else localStorage.removeItem(KEY);
    } catch (error) { /* then it holds for this page */ }
    show(on);
  });
  window.addEventListener("storage", recall);
  window.addEventListener("pageshow", recall);
  recall();

  // --- reading aloud --------------------------------------------------------------------------------------

  var speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;
  var read = document.querySelector("[data-qd-read]");
  var pause = document.querySelector("[data-qd-pause]");
  var stop = document.querySelector("[data-qd-stop]");
  var BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,th,td,summary";
  var SILENT = "nav,footer,form,[role=search],select,[hidden],details:not([open])>:not(summary)";
  var voice = null, queue = [], at = 0, lit = null, turn = 0;

  // A voice that is not on the device would send the page's text to another host.
  function choose() {
    var voices = speech.getVoices().filter(function (v) { return v.localService && /^(zh|cmn)/i.test(v.lang); });
    voice = voices.filter(function (v) { return /CN|Hans/i.test(v.lang); })[0] || voices[0] || null;
    if (voice && !queue.length) buttons(true, false, false);
  }

  function buttons(canRead, canPause, canStop) {
    var had = [read, pause, stop].indexOf(document.activeElement) >= 0;
    read.hidden = !canRead;
    pause.hidden = !canPause;
    stop.hidden = !canStop;
    if (had && document.activeElement === document.body) (canPause ? pause : read).focus();
  }

  // The text of a block without that of the blocks in it, cut where a voice may take breath: long texts stall.
  function sentences(block) {
    var text = "";
    (function walk(node) {
      Array.prototype.forEach.call(node.childNodes, function (child) {
        if (child.nodeType === 3) text += child.data;
        else if (child.nodeType === 1 && !child.matches(BLOCKS) && !child.matches(SILENT)) walk(child);
      });
    })(block);
    return text.replace(/\s+/g, " ").trim().match(/[^。！？；]{1,80}[。！？；]?/g) || [];
  }

  function gather() {
    var found = [];
    Array.prototype.forEach.call(document.querySelectorAll("#content h1, #content :is(" + BLOCKS + ")"), function (block) {
      if (block.closest(SILENT)) return;
      sentences(block).forEach(function (text) { found.push({ block: block, text: text }); });
    });
    return found;
  }

  function light(block) {
    if (lit) lit.classList.remove("qd-reading");
    lit = block;
    if (lit) {
      lit.classList.add("qd-reading");
      lit.scrollIntoView({ block: "nearest" });
    }
  }

  function speak(mine) {
    if (mine !== turn) return;
    if (at >= queue.length) return end();
    light(queue[at].block);
    var said = new SpeechSynthesisUtterance(queue[at].text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.onend = function () {
      if (mine !== turn) return;
      at++;
      speak(mine);
    };
    said.onerror = function () { if (mine === turn) end(); };
    speech.speak(said);
  }

  function hush() {
    turn++;
    speech.cancel();
  }

  function end() {
    hush();
    light(null);
    queue = [];
    at = 0;
    buttons(true, false, false);
  }

  read.addEventListener("click", function () {
    if (!queue.length) queue = gather();
    buttons(false, true, true);
    hush();
    speak(turn);
  });
  // Not speech.pause(): phones take it for the end. The sentence is begun again.
  pause.addEventListener("click", function () {
    hush();
    buttons(true, false, true);
  });
  stop.addEventListener("click", end);
  window.addEventListener("pagehide", hush);
  speech.addEventListener("voiceschanged", choose);
  choose();
})();

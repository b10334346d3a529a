// Before anything is painted: says that scripts run, which size of print was chosen on this device, and whether a place
// is chosen or something is asked for, so that room is kept for what comes.
(function () {
  "use strict";
  var names = "qd-js";
  try {
    if (localStorage.getItem("qingdan.large") === "1") names += " qd-large";
    if (!/[?&]place=/.test(location.search) && localStorage.getItem("qingdan.place")) names += " qd-chosen";
  } catch (error) { /* a browser that keeps nothing shows the usual size */ }
  if (/[?&]place=[^&]/.test(location.search)) names += " qd-chosen";
  if (/[?&]q=[^&]/.test(location.search)) names += " qd-asked";
  document.documentElement.className = names;
})();

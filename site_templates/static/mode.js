// Before anything is painted: says that scripts run, and takes the size of print chosen on this device.
(function () {
  "use strict";
  var names = "qd-js";
  try {
    if (localStorage.getItem("qingdan.large") === "1") names += " qd-large";
  } catch (error) { /* a browser that keeps nothing shows the usual size */ }
  document.documentElement.className = names;
})();

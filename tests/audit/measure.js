// What a page's readers see and press, measured: texts and targets that are too small, text that is
// cut off, and a page wider than its screen, as lines of words.
(least) => {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const small = new Set();

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    if (node.data.trim() && visible(node.parentElement) && range.getClientRects().length && size < least.text - 0.05) {
      small.add(`text ${size.toFixed(1)} px: ${node.parentElement.tagName}.${node.parentElement.className} ${node.data.trim().slice(0, 20)}`);
    }
  }

  // WCAG 2.2, 2.5.8: a link in a sentence is as high as its line, and excepted. A sentence is a block that has words
  // beside its links; signs between links make none.
  const inSentence = (target) => {
    if (target.tagName !== "A" || !getComputedStyle(target).display.startsWith("inline")) return false;
    let block = target.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll("a, button, [hidden]").forEach((link) => link.remove());
    return /[\p{L}\p{N}]/u.test(copy.textContent);
  };
  for (const target of document.querySelectorAll("a[href], button, input, select, summary, label[for], [tabindex='0']")) {
    const box = target.getBoundingClientRect();
    if (!visible(target) || !box.width || target.matches(".qd-skip:not(:focus)") || inSentence(target)) continue;
    if (Math.min(box.width, box.height) < least.target - 0.5 && target.tagName !== "LABEL") {
      small.add(`target ${box.width.toFixed(0)}×${box.height.toFixed(0)} px: ${target.tagName}.${target.className} in ${target.parentElement.tagName}.${target.parentElement.className} ${target.textContent.trim().slice(0, 20)}`);
    }
  }

  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) small.add(`page ${wide} px wide on ${innerWidth}`);
  for (const box of document.querySelectorAll("body *")) {
    const cut = /hidden|clip/.test(getComputedStyle(box).overflowX) || /hidden|clip/.test(getComputedStyle(box).overflowY);
    if (!cut || !visible(box) || box.clientWidth < 2 || box.clientHeight < 2 || box.closest("svg")) continue;
    if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) {
      small.add(`cut off: ${box.tagName}.${box.className} ${box.textContent.trim().slice(0, 20)}`);
    }
  }
  return [...small];
}

// Small comforts; every page works without them.
"use strict";

// "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  const box = document.getElementById("q");
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && box && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    box.focus();
  }
  if (event.key === "Escape" && event.target.classList && event.target.classList.contains("figure")) {
    event.target.blur();
  }
});

// What a figure says stays inside the window.
function keepInside(figure) {
  const tip = figure.nextElementSibling;
  tip.style.translate = "";
  const place = tip.getBoundingClientRect();
  const margin = 12;
  const over = place.right - (document.documentElement.clientWidth - margin);
  const under = margin - place.left;
  if (over > 0) tip.style.translate = `${-over}px 0`;
  else if (under > 0) tip.style.translate = `${under}px 0`;
}
const isTouched = window.matchMedia("(hover: none)").matches;
for (const figure of document.querySelectorAll("a.figure")) {
  // Where nothing can hover, the first touch opens the box and the second follows the link to the list.
  let wasOpen = false;
  figure.addEventListener("pointerdown", () => { wasOpen = document.activeElement === figure; });
  figure.addEventListener("click", (event) => { if (isTouched && !wasOpen) event.preventDefault(); });
  figure.addEventListener("mouseenter", () => keepInside(figure));
  figure.addEventListener("focus", () => keepInside(figure));
}

// On narrow windows the facets begin folded.
const fold = document.querySelector(".facet-fold");
if (fold && window.matchMedia("(max-width: 56rem)").matches) fold.open = false;

// The pages as pictures, with a button over every bullet.

import { byId, count, el, shortened, sync } from "./dom.js";

const PX_PER_PT = 96 / 72;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const WIDEST_FIT = 920;
const NARROWEST = 240;
const FITS = { width: "Page width", page: "Whole page" };

const sheets = byId("sheets");
const view = byId("view");
let zoom = "width";
let wanted;
let shown;
let turn = 0;
const coming = new Map(); // pictures on their way, by their address

/** How wide a page stands on the screen, in CSS pixels. */
function widthOf(sheet) {
  if (!(zoom in FITS)) return Math.round(sheet.width_pt * PX_PER_PT * zoom);
  const around = parseFloat(getComputedStyle(view).paddingLeft) * 2;
  const width = Math.min(view.clientWidth - around, WIDEST_FIT);
  const whole = ((view.clientHeight - around) * sheet.width_pt) / sheet.height_pt;
  return Math.round(Math.max(NARROWEST, zoom === "page" ? Math.min(width, whole) : width));
}

const pictureOf = (sheet) =>
  `/sheets/${sheet.of}/${sheet.digest}/${Math.round(widthOf(sheet) * devicePixelRatio)}.png`;

/**
 * Show a document's sheets, over the bullets or parts that stand on them; `whenShown` is called
 * once they hang there. New pictures are put in place together when all are there; pages that look
 * as they did keep theirs. The newest call counts, and the newest size.
 */
export function showSheets(content) {
  wanted = content;
  return draw();
}

async function draw() {
  const mine = ++turn;
  const { sheets: next, title, bullets, parts, whenShown } = wanted;
  const pictures = await Promise.all(next.map(pictureFor)).catch(() => undefined);
  if (mine !== turn || !pictures) return; // a newer state is on its way, with other pictures
  shown = wanted;
  while (sheets.children.length > next.length) sheets.lastElementChild.remove();
  for (const [number, sheet] of next.entries()) {
    const figure = sheets.children[number] ?? sheets.appendChild(emptyFigure());
    setSize(figure, sheet);
    hang(figure, pictures[number]);
    pictures[number].alt = `Page ${number + 1} of ${next.length} of the ${title}. Its text is under “As a parser”.`;
    showSpots(figure.querySelector(".spots"), sheet, bullets, parts);
    figure.querySelector("figcaption").textContent = next.length > 1 ? `${number + 1} / ${next.length}` : "";
  }
  whenShown();
}

/** The picture of a sheet, loaded: the one that hangs there, where it is the same. */
function pictureFor(sheet, number) {
  const source = pictureOf(sheet);
  const old = sheets.children[number]?.querySelector("img");
  if (old?.dataset.source === source) return old;
  if (!coming.has(source)) coming.set(source, fetchPicture(source));
  return coming.get(source);
}

/**
 * A picture that is painted with the frame in which it is put in place, so that none is seen without
 * it. To wait for `decode()` would cost one frame more.
 */
async function fetchPicture(source) {
  const picture = new Image();
  picture.decoding = "sync";
  picture.dataset.source = source;
  const loaded = new Promise((done, failed) => Object.assign(picture, { onload: done, onerror: failed }));
  picture.src = source;
  try {
    await loaded;
    return picture;
  } finally {
    coming.delete(source);
  }
}

function hang(figure, picture) {
  if (picture.parentElement?.parentElement !== figure) figure.querySelector(".picture").replaceChildren(picture);
}

/** A sheet's size hangs on no picture: what is scrolled stays in place whenever one arrives. */
function setSize(figure, sheet) {
  figure.style.width = `${widthOf(sheet)}px`;
  figure.style.aspectRatio = `${sheet.width_pt} / ${sheet.height_pt}`;
}

const emptyFigure = () =>
  el("figure.sheet", {}, el("div.picture"), el("div.spots"), el("figcaption.muted"));

function showSpots(layer, sheet, bullets, parts) {
  const boxes = sheet.boxes
    .map((box, at) => ({
      ...box,
      at,
      bullet: box.kind === "bullet" ? bullets.get(box.source) : undefined,
      part: parts.get(box.block),
    }))
    .filter((box) => box.source || box.part);
  sync(layer, boxes, (box) => `${box.block}:${box.bullet ? "" : box.at}`, spotOf);
}

function spotOf(box) {
  const spot = box.part ? partSpot(box.part) : box.bullet
    ? el("button.spot.bullet", {
        type: "button",
        data: { source: box.source, entry: box.bullet.entry, focus: `spot:${box.source}` },
        "aria-label": `Bullet: ${box.bullet.text}${box.bullet.pinned ? " (pinned)" : ""}`,
        "aria-haspopup": "dialog",
      })
    : el("div.spot", { data: { source: box.source } });
  if (box.bullet?.pinned) spot.classList.add("pinned");
  spot.dataset.candidates = JSON.stringify(box.candidates);
  Object.assign(spot.style, {
    left: `${box.left * 100}%`,
    top: `${box.top * 100}%`,
    width: `${box.width * 100}%`,
    height: `${box.height * 100}%`,
  });
  return spot;
}

const partSpot = (part) =>
  el("button.spot.part", {
    type: "button",
    data: { part: String(part.index), focus: `part:${part.index}` },
    "aria-label": `${part.kind}: ${part.text}`,
    "aria-haspopup": "dialog",
  });

export const spots = () => [...sheets.querySelectorAll(".spot")];

/** Give the sheets today's size: at once, with the pictures there are; sharper ones follow. */
function resize() {
  for (const [number, sheet] of (shown?.sheets ?? []).entries()) setSize(sheets.children[number], sheet);
  if (wanted) draw();
}

function zoomBy(direction) {
  if (!shown) return;
  const now = widthOf(shown.sheets[0]) / (shown.sheets[0].width_pt * PX_PER_PT);
  const steps = direction > 0 ? STEPS : [...STEPS].reverse();
  zoomTo(steps.find((step) => (step - now) * direction > 0.01) ?? now);
}

/** Zoom around the middle of what is seen. */
function zoomTo(wanted) {
  const middle = [
    (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth,
    (view.scrollTop + view.clientHeight / 2) / view.scrollHeight,
  ];
  zoom = wanted;
  resize();
  view.scrollLeft = middle[0] * view.scrollWidth - view.clientWidth / 2;
  view.scrollTop = middle[1] * view.scrollHeight - view.clientHeight / 2;
  byId("zoom-fit").textContent = FITS[zoom] ?? `${Math.round(zoom * 100)}%`;
}

byId("zoom-in").addEventListener("click", () => zoomBy(1));
byId("zoom-out").addEventListener("click", () => zoomBy(-1));
byId("zoom-fit").addEventListener("click", () => zoomTo(zoom === "width" ? "page" : "width"));
let lastWidth = 0;
new ResizeObserver(() => {
  if (view.clientWidth !== lastWidth || zoom === "page") {
    lastWidth = view.clientWidth;
    resize();
  }
}).observe(view);

// The pages as pictures, with a button over every bullet.

import { byId, count, el, shortened, sync } from "./dom.js";

const PX_PER_PT = 96 / 72;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const WIDEST_FIT = 920;
const NARROWEST = 240;

const sheets = byId("sheets");
const view = byId("view");
let zoom = "fit";
let shown;
let turn = 0;

/** How wide a page stands on the screen, in CSS pixels. */
function widthOf(sheet) {
  const natural = sheet.width_pt * PX_PER_PT;
  if (zoom !== "fit") return Math.round(natural * zoom);
  const room = view.clientWidth - parseFloat(getComputedStyle(view).paddingLeft) * 2;
  return Math.round(Math.max(NARROWEST, Math.min(room, WIDEST_FIT)));
}

const pictureOf = (sheet, number, width) =>
  `/sheets/${sheet.of}/${sheet.digest}/${number}/${Math.round(width * devicePixelRatio)}.png`;

/**
 * Show these sheets. New pictures are decoded first and put in place together; pages that look as
 * they did keep theirs. Of two calls on their way the later one counts.
 */
export async function showSheets(next, title, bullets, parts = new Map()) {
  const mine = ++turn;
  const plans = next.map((sheet, number) => {
    const width = widthOf(sheet);
    const source = pictureOf(sheet, number, width);
    const figure = sheets.children[number];
    const old = figure?.querySelector("img");
    return { sheet, number, width, source, picture: old?.dataset.source === source ? old : undefined };
  });
  await Promise.all(
    plans.map(async (plan) => {
      if (plan.picture) return;
      const picture = new Image();
      picture.src = plan.source;
      picture.dataset.source = plan.source;
      plan.fresh = picture;
      await picture.decode();
    }),
  ).catch(() => undefined); // a newer state is on its way, with other pictures
  if (mine !== turn) return false;
  shown = { next, title, bullets, parts };
  while (sheets.children.length > next.length) sheets.lastElementChild.remove();
  for (const plan of plans) {
    const figure = sheets.children[plan.number] ?? sheets.appendChild(emptyFigure());
    const picture = plan.picture ?? plan.fresh;
    picture.alt = `Page ${plan.number + 1} of ${next.length} of the ${title}. Its text is under “As a parser”.`;
    picture.width = plan.width;
    picture.height = Math.round((plan.width * plan.sheet.height_pt) / plan.sheet.width_pt);
    figure.style.width = `${plan.width}px`;
    if (plan.fresh) figure.querySelector(".picture").replaceChildren(picture);
    showSpots(figure.querySelector(".spots"), plan.sheet, bullets, parts);
    figure.querySelector("figcaption").textContent =
      next.length > 1 ? `${plan.number + 1} / ${next.length}` : "";
  }
  return true;
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

export const redraw = () => shown && showSheets(shown.next, shown.title, shown.bullets, shown.parts);

function zoomBy(direction) {
  if (!shown) return;
  const now = zoom === "fit" ? widthOf(shown.next[0]) / (shown.next[0].width_pt * PX_PER_PT) : zoom;
  const steps = direction > 0 ? STEPS : [...STEPS].reverse();
  zoomTo(steps.find((step) => (step - now) * direction > 0.01) ?? now);
}

async function zoomTo(wanted) {
  zoom = wanted;
  const place = (view.scrollTop + view.clientHeight / 2) / view.scrollHeight;
  const drawn = await redraw();
  byId("zoom-fit").textContent = zoom === "fit" ? "Fit" : `${Math.round(zoom * 100)} %`;
  if (!drawn) return;
  view.scrollTop = place * view.scrollHeight - view.clientHeight / 2;
}

byId("zoom-in").addEventListener("click", () => zoomBy(1));
byId("zoom-out").addEventListener("click", () => zoomBy(-1));
byId("zoom-fit").addEventListener("click", () => zoomTo("fit"));
let lastWidth = 0;
new ResizeObserver(() => {
  if (view.clientWidth !== lastWidth) {
    lastWidth = view.clientWidth;
    redraw();
  }
}).observe(view);

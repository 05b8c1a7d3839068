// Dragging a bullet to another place among those of its entry; Alt with an arrow does the same.

import { take } from "./acts.js";
import { byId, el } from "./dom.js";
import { moved } from "./card.js";

const FAR_PX = 5;
const sheets = byId("sheets");
let orders = {};
let drag;

export const learnOrders = (next) => (orders = next);

const ofEntry = (entry) => [...sheets.querySelectorAll("button.spot")].filter((spot) => spot.dataset.entry === entry);

sheets.addEventListener("pointerdown", (event) => {
  const spot = event.target.closest("button.spot");
  if (!spot || event.button !== 0 || event.pointerType === "touch") return;
  drag = { spot, x: event.clientX, y: event.clientY, pointer: event.pointerId, active: false };
});

addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.active) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_PX) return;
    const members = ofEntry(drag.spot.dataset.entry);
    if (members.length < 2) {
      drag = undefined;
      return;
    }
    Object.assign(drag, { active: true, members, mark: el("div.drop-mark", { "aria-hidden": "true" }) });
    drag.spot.classList.add("dragged");
    document.body.classList.add("dragging");
  }
  event.preventDefault();
  const boxes = drag.members.map((spot) => spot.getBoundingClientRect());
  const gap = boxes.filter((box) => event.clientY > (box.top + box.bottom) / 2).length;
  drag.gap = gap;
  const next = drag.members[Math.min(gap, drag.members.length - 1)];
  const layer = next.parentElement.getBoundingClientRect();
  const box = next.getBoundingClientRect();
  const y = gap < drag.members.length ? box.top - 3 : box.bottom + 1;
  next.parentElement.append(drag.mark);
  Object.assign(drag.mark.style, {
    top: `${y - layer.top}px`, left: `${box.left - layer.left}px`, width: `${box.width}px`,
  });
});

function finish() {
  drag?.mark?.remove();
  drag?.spot.classList.remove("dragged");
  document.body.classList.remove("dragging");
  const ended = drag;
  drag = undefined;
  return ended;
}

addEventListener("pointerup", () => {
  const ended = finish();
  if (!ended?.active) return;
  // The click that follows a drag opens nothing.
  addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  const order = orders[ended.spot.dataset.entry] ?? [];
  const from = order.indexOf(ended.spot.dataset.source);
  const to = ended.gap > from ? ended.gap - 1 : ended.gap;
  if (from >= 0 && to !== from) reorder(ended.spot, order, from, to);
});
addEventListener("pointercancel", finish);
addEventListener("keydown", (event) => event.key === "Escape" && finish());

sheets.addEventListener("keydown", (event) => {
  const spot = event.target.closest("button.spot");
  if (!spot || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  const order = orders[spot.dataset.entry] ?? [];
  const from = order.indexOf(spot.dataset.source);
  const to = from + (event.key === "ArrowUp" ? -1 : 1);
  if (from >= 0 && to >= 0 && to < order.length) reorder(spot, order, from, to);
});

const reorder = (spot, order, from, to) =>
  take({ kind: "order", target: spot.dataset.entry, ids: moved(order, from, to) });

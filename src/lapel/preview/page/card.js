// The card of one bullet on the page: everything that can be done with it, each with its effect.

import { actButton, effectOf, say, showMoves, take, tellEffect } from "./acts.js";
import { byId, count, el, icon, said, sentence } from "./dom.js";

const card = byId("card");
const MARGIN = 12;
const LEAST_ROOM = 260;
const NARROWEST = 380;
let opener;
let shownFor;

export const isOpen = () => !card.hidden;

/** Close the card; the focus goes back to where it was opened. */
export function closeCard(refocus = true) {
  if (card.hidden) return;
  card.hidden = true;
  showMoves();
  mark();
  const from = opener?.isConnected ? opener : again();
  shownFor = opener = undefined;
  if (refocus) from?.focus();
}

const isUnsaved = () => isOpen() && [...card.querySelectorAll("textarea")].some((box) => box.value !== box.defaultValue);

/** Close the card for something else; it stays while words in it are saved nowhere, which gives false. */
export function leaveCard() {
  if (isUnsaved()) return false;
  closeCard(false);
  return true;
}

/** Open the card beside what it is about; `key` finds that again when the page was drawn anew. */
export function showCard(from, key, nodes, first) {
  if (!leaveCard()) return void say("What you typed is not saved yet: save it first, or close its card", true);
  opener = from;
  shownFor = key;
  card.classList.toggle("wide", key.startsWith("part:"));
  card.replaceChildren(...nodes.filter(Boolean));
  card.hidden = false;
  mark(from);
  place(from);
  first?.focus({ preventScroll: true });
}

/** The card of a bullet. */
export function openCard(spot, bullet, view) {
  showCard(spot, `spot:${bullet.id}`, content(bullet, view));
  card.querySelector(".acts button")?.focus({ preventScroll: true });
}

/** After a new state: the card stays with what it is about, or goes with it. */
export function refreshCard() {
  if (card.hidden) return;
  const from = again();
  if (from) mark(from);
  else leaveCard();
}

/** Show on the page what the card is about. */
function mark(from) {
  for (const node of document.querySelectorAll(".chosen")) node.classList.remove("chosen");
  from?.classList.add("chosen");
}

const again = () => document.querySelector(`[data-focus="${CSS.escape(shownFor)}"]`);

/** Beside the page where there is room, so that all of it is seen; else below or above the place. */
function place(spot) {
  Object.assign(card.style, { maxHeight: "", width: "" });
  const at = spot.getBoundingClientRect();
  const own = card.getBoundingClientRect();
  const page = spot.closest(".sheet")?.getBoundingClientRect();
  const rooms = { right: innerWidth - page?.right - 2 * MARGIN, left: page?.left - 2 * MARGIN };
  const side = rooms.right >= Math.min(own.width, rooms.left) ? "right" : "left";
  if (rooms[side] >= NARROWEST) {
    const width = Math.min(own.width, rooms[side]);
    const left = side === "right" ? page.right + MARGIN : page.left - MARGIN - width;
    const top = Math.max(MARGIN, Math.min(at.top, innerHeight - own.height - MARGIN));
    const maxHeight = `${innerHeight - top - MARGIN}px`;
    Object.assign(card.style, { top: `${top}px`, left: `${left}px`, width: `${width}px`, maxHeight });
    return;
  }
  const above = at.top - 2 * MARGIN;
  const below = innerHeight - at.bottom - 2 * MARGIN;
  const isBelow = own.height <= below || below >= above;
  const height = Math.min(own.height, Math.max(LEAST_ROOM, isBelow ? below : above));
  const wanted = isBelow ? at.bottom + MARGIN : at.top - height - MARGIN;
  const top = Math.max(MARGIN, Math.min(wanted, innerHeight - height - MARGIN));
  const left = Math.min(Math.max(MARGIN, at.left), innerWidth - own.width - MARGIN);
  Object.assign(card.style, { top: `${top}px`, left: `${left}px`, maxHeight: `${innerHeight - top - MARGIN}px` });
}

function content(bullet, view) {
  const target = bullet.id;
  const line = el("p.effect", { id: "card-effect", "aria-live": "polite" }, "What an act would do is said here before it is done.");
  const close = () => closeCard();
  const acts = [
    bullet.pinned
      ? actButton({ kind: "unpin", target }, "Unpin", "pin", line, close)
      : actButton({ kind: "pin", target }, "Pin", "pin", line, close),
    actButton({ kind: "drop", target }, "Drop", "out", line, close),
    ...moves(bullet, view, line, close),
  ];
  return [
    el(
      "div.card-head",
      {},
      el("h2", { id: "card-title" }, said(bullet.text)),
      el("button.icon.plain", { type: "button", "aria-label": "Close", onclick: close }, icon("close")),
    ),
    el(
      "p.muted.small",
      {},
      bullet.lines !== null && el("strong", {}, count(bullet.lines, "line")),
      bullet.lines !== null && " · ",
      said(sentence(bullet.why)),
    ),
    el("div.acts", {}, acts),
    line,
    ...wordings(bullet, line, close),
    el("p.where", {}, said(bullet.place)),
  ];
}

/** Up and down inside the entry: what dragging does, for the keyboard and for fingers. */
function moves(bullet, view, line, close) {
  const order = view.orders[bullet.entry] ?? [];
  const at = order.indexOf(bullet.id);
  const move = (by, label, symbol) => {
    const ids = moved(order, at, at + by);
    const button = actButton({ kind: "order", target: bullet.entry, ids }, label, symbol, line, close);
    button.disabled = at + by < 0 || at + by >= order.length;
    return button;
  };
  return order.length > 1 ? [move(-1, "Up", "up"), move(1, "Down", "down")] : [];
}

/** A list with one member at another place. */
export function moved(order, from, to) {
  const ids = [...order];
  ids.splice(to, 0, ...ids.splice(from, 1));
  return ids;
}

function wordings(bullet, line, close) {
  const target = bullet.id;
  const choose = (value) => ({ kind: "wording", target, value });
  const rewrite = (value) => ({ kind: "rewrite", target, value });
  const named = bullet.wordings.filter((wording) => wording.name);
  const plain = bullet.wordings.find((wording) => !wording.name)?.text ?? "";
  const current = bullet.fixed === null ? "" : bullet.fixed || "own";
  const forms = [
    { label: "lapel chooses", act: choose(""), on: current === "" },
    { label: "As in the profile", act: rewrite(plain), text: plain, on: current === "text" || (current === "own" && bullet.own === plain) },
    ...named.map(({ name, text }) => ({ label: name, act: choose(name), text, on: current === name })),
  ];
  const box = el("textarea", {
    id: "card-own",
    rows: 3,
    defaultValue: bullet.own ?? (bullet.wordings.find((w) => w.name === bullet.wording)?.text || plain),
  });
  const save = el(
    "button",
    {
      type: "button",
      "aria-describedby": line.id,
      onclick: async () => (await take(rewrite(box.value))) && close(),
      onfocus: async () => {
        line.textContent = "…";
        tellEffect(line, "These words", await effectOf(rewrite(box.value)));
      },
    },
    "Use these words here",
  );
  return [
    el("details.wordings", { open: bullet.fixed !== null }, el("summary", {}, named.length ? `Wording (${named.length + 1})` : "Other words"),
      el("ul", {}, forms.map((form) => {
        const button = actButton(form.act, form.label, null, line, close);
        button.classList.add("choice");
        button.setAttribute("aria-pressed", String(form.on));
        if (form.text) button.append(el("span.muted", {}, said(form.text)));
        return el("li", {}, button);
      })),
      el("details", {}, el("summary", {}, "Write your own for this job"),
        el("label.small.muted", { htmlFor: "card-own" }, "It goes into the job file; the profile stays as it is."),
        box,
        save)),
  ];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOpen()) {
    event.preventDefault();
    closeCard();
  }
});
document.addEventListener("pointerdown", (event) => {
  if (isOpen() && !card.contains(event.target) && !event.target.closest(".spot")) leaveCard();
});
addEventListener("beforeunload", (event) => isUnsaved() && event.preventDefault());
const placeAgain = () => isOpen() && opener?.isConnected && place(opener);
byId("view").addEventListener("scroll", placeAgain, { passive: true });
card.addEventListener("toggle", placeAgain, { capture: true });
addEventListener("resize", placeAgain);
new MutationObserver(placeAgain).observe(card, { childList: true, characterData: true, subtree: true });

// The letter: its parts edited where they stand, and what is left to the person to say.

import { say, take } from "./acts.js";
import { showCard, closeCard } from "./card.js";
import { byId, debounced, el, said, sentence } from "./dom.js";
import { post } from "./wire.js";

const NAMES = {
  date: "Date", recipient: "Recipient", subject: "Subject", salutation: "Salutation", paragraph: "Paragraph",
  bullet: "Bullet", "sign-off": "Closing", signature: "Signature", enclosure: "Enclosure", "to-do": "Left to you",
};
const OF_LINES = new Set(["recipient", "signature", "enclosure", "date", "subject", "salutation"]);
const SOURCES = { note: "your note", posting: "the posting", frame: "sentences without facts", own: "your own words",
  highlight: "the profile", entry: "the profile", job: "the job file", profile: "the profile", skill: "the profile",
  summary: "the profile" };

/** What stands above the letter's page: where its text is, hints, and what is left to say. */
export function showLetterBar(letter) {
  const bar = byId("letter-bar");
  const todos = letter.parts.filter((part) => part.kind === "to-do");
  const nodes = [
    el("p", {}, letter.is_draft ? "A draft; your first change writes it to " : "Kept in ", el("code", {}, letter.file)),
    ...letter.hints.map((hint) => el("p.muted.small", {}, said(sentence(hint)))),
    letter.is_draft && !letter.is_dated && el("div.acts", {},
      el("button", { type: "button", onclick: () => take({ kind: "set", target: "date", value: today() }) }, "Put today’s date on it")),
    todos.length > 0 && el("ul.todos", {}, todos.map(todoCard)),
  ];
  bar.replaceChildren(...nodes.filter(Boolean));
}

/** The day here, as ISO 8601 has it. */
const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const todoCard = (part) =>
  el("li", {}, said(part.text.replace(/^\W*to do:?\W*/i, ""), "span"),
    el("button", { type: "button", data: { focus: `todo:${part.index}` }, onclick: (event) => openPart(event.currentTarget, part) }, "Write it"));

/** The card in which a part is edited. */
export function openPart(opener, part) {
  const isToDo = part.kind === "to-do";
  const was = part.text;
  const box = el("textarea", {
    id: "part-text",
    rows: OF_LINES.has(part.kind) ? 3 : 7,
    defaultValue: isToDo ? "" : OF_LINES.has(part.kind) ? part.lines.join("\n") : was,
  });
  let sent = false; // what is saved is no longer foreseen: it would not find the part as it was
  const send = async (text) => {
    sent = true;
    try {
      const { told } = await post("/reword", { index: part.index, was, text });
      say(sentence(told));
      closeCard();
    } catch (error) {
      sent = false;
      say(sentence(error.message), true);
    }
  };
  const line = el("p.effect", { id: "card-effect", "aria-live": "polite" });
  const foresee = debounced(async () => {
    if (sent) return;
    const effect = await post("/try-rewording", { index: part.index, was, text: box.value }).catch((error) => ({ text: error.message }));
    line.textContent = effect.text;
    line.classList.toggle("bad", !effect.fits);
  }, 250);
  box.addEventListener("input", foresee);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(box.value);
  });
  const from = [...new Set(part.sources.map((source) => SOURCES[source.split(" ")[0]] ?? source))];
  showCard(opener, `part:${part.index}`, [
    el("h2", { id: "card-title" }, NAMES[part.kind] ?? part.kind),
    isToDo && el("p.muted.small", {}, said(was)),
    from.length > 0 && !isToDo && el("p.muted.small", {}, `From ${from.join(", ")}`),
    el("label.small.muted", { htmlFor: "part-text" }, OF_LINES.has(part.kind) ? "One line each" : "A blank line begins a new paragraph"),
    box,
    line,
    el("div.acts", {},
      el("button.primary", { type: "button", onclick: () => send(box.value) }, isToDo ? "Put it into the letter" : "Save"),
      el("button", { type: "button", onclick: () => send("") }, isToDo ? "Leave it unsaid" : "Take it out"),
      el("button", { type: "button", onclick: () => closeCard() }, "Cancel")),
  ], box);
}

// The top: how full the pages are, and the settings of this resume.

import { byId, count, el, said, sync } from "./dom.js";

const LABELS = { theme: "Theme", pages: "Pages", paper: "Paper", language: "Language", personal: "Photo, birth date" };
const NAMES = { letter: "Letter", a4: "A4", true: "Printed", false: "Left out" };
const DOCUMENTS = { resume: "Resume", letter: "Cover letter", combined: "Letter and resume" };
const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** Whose resume this is, and for which job. */
export function showTitle(view) {
  const what = view.position || view.job;
  const title = view.company ? `${what} at ${view.company}` : what;
  byId("title").replaceChildren(said(title));
  byId("title").title = title;
  const kind = view.public ? " · public, without telephone, mail and place" : "";
  byId("subtitle").replaceChildren(said(`${view.name} · ${view.job}`), kind);
  document.title = `${what} · lapel`;
}

/** How full the pages are of the document that is looked at. */
export function showFit(view, name) {
  if (name === "letter") showGauge(view.letter.sheets.length, view.letter.fill, lettersWords(view.letter));
  else showGauge(view.fit.pages, view.fit.fill, resumesLines(view.fit));
}

function showGauge(pages, fill, more) {
  const percent = Math.round(fill * 100);
  byId("fit-line").replaceChildren(
    el("strong", {}, count(pages, "page")),
    `, ${pages > 1 ? "last " : ""}${percent}% full`,
  );
  byId("gauge-fill").style.width = `${percent}%`;
  byId("fit-more").textContent = more;
}

function resumesLines(fit) {
  const lines = Math.floor(fit.free_lines + 0.05);
  const free = lines > 0 ? `${count(lines, "line")} free` : "no line free";
  const fewer = fit.pages < fit.asked_pages ? `, ${count(fit.asked_pages, "page")} asked for` : "";
  return `${free}${fewer} · ${fit.step} type`;
}

const lettersWords = (letter) => `${count(letter.words, "word")}, at most ${letter.most_words}`;

/** The files that can be taken along. */
export function showDownloads(view) {
  sync(byId("downloads"), view.downloads, (file) => `${file.document} ${file.kind}`, (file) =>
    el("li", {}, el("a", { href: `/files/${file.document}/${file.kind}`, download: file.name, title: file.name,
      data: { focus: `file:${file.document}:${file.kind}` } },
      DOCUMENTS[file.document], " ", el("span.muted", {}, file.kind.toUpperCase()))));
}

/** The settings; one that the command line holds cannot be turned here. */
export function showKnobs(view, change) {
  const knobs = byId("knobs");
  for (const label of [...knobs.children]) {
    if (!(label.querySelector("select").id.slice("knob-".length) in view.controls)) label.remove();
  }
  for (const [name, knob] of Object.entries(view.controls)) {
    const known = byId(`knob-${name}`);
    const select = known ?? addKnob(knobs, name, change);
    const print = JSON.stringify(knob);
    if (select.print === print) continue;
    select.print = print;
    const choices = knob.choices.includes(knob.value) ? knob.choices : [knob.value, ...knob.choices];
    select.replaceChildren(
      ...choices.map((choice) =>
        el("option", { value: String(choice), selected: choice === knob.value }, shown(name, choice))),
    );
    // What the job file sets can be given back, to the workspace, the profile or lapel.
    if (knob.set && !knob.fixed) select.append(el("option", { value: "" }, "Default"));
    select.value = String(knob.value);
    select.disabled = knob.fixed;
    select.title = knob.fixed ? "Set on the command line or in the environment" : "";
  }
}

function addKnob(knobs, name, change) {
  const select = el("select", {
    id: `knob-${name}`,
    onchange: (event) => change(name, event.target.value),
  });
  knobs.append(el("label.knob", {}, el("span", {}, LABELS[name]), select));
  return select;
}

function shown(name, choice) {
  if (name === "language") return languageNames.of(choice) ?? choice;
  if (name === "theme") return choice.charAt(0).toUpperCase() + choice.slice(1);
  return NAMES[choice] ?? String(choice);
}

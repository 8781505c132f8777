// What is seen at the start and at the end, and what every screen has.
"use strict";

const page = JSON.parse(document.getElementById("page").textContent);
const session = new Session(page);
const rank = page.kind === "rank";
let sound = null; // once there is Web Audio
let shown = "start"; // or "question", "end"
let ready = false; // all clips are decoded
let wanted = false; // the start was asked for before that
let warned = false; // that unsaved votes are about to be lost
let lang = "en";

const $ = (id) => document.getElementById(id);

// A text of the page in its language, with numbers put in.
const say = (key, values = {}) => page.words[lang][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

// A sentence for the eye and the screen reader; the same one again is read again.
function tell(id, text) {
  $(id).textContent = text && $(id).textContent === text ? text + "\u00a0" : text;
}

// ---- Every screen ----

function show(next) {
  shown = next;
  warned = false;
  document.body.dataset.shown = shown;
  for (const id of ["start", "question", "end"]) $(id).hidden = id !== shown;
  for (const made of document.querySelectorAll(".some")) made.hidden = shown !== "end" || !session.kept.answers.length;
  translate();
  const heading = document.querySelector("#" + shown + " > [tabindex]");
  if (heading) read(heading);
  scrollTo(0, 0);
}

// Has a screen reader read a heading: it does that for what gets the focus anew,
// and not for what had it already.
function read(heading) {
  const anew = heading.cloneNode(true);
  heading.replaceWith(anew);
  anew.focus();
}

function translate() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = page.name + " · " + say("title");
  for (const made of document.querySelectorAll("[data-word]")) made.textContent = say(made.dataset.word);
  for (const made of document.querySelectorAll("[data-label]")) made.setAttribute("aria-label", say(made.dataset.label));
  for (const made of document.querySelectorAll("[data-lang]")) made.setAttribute("aria-pressed", made.dataset.lang === lang);
  $("warning").textContent = say("keepsNone");
  $("warning").hidden = session.keeps;
  ({ start: drawStart, question: drawQuestion, end: drawEnd })[shown]();
}

const numbers = () => ({ n: session.at + 1, of: session.of });
const goOn = () => say(rank ? "goOnRank" : "goOn", numbers());

// ---- The start ----

function drawStart() {
  const n = page.clips.length;
  $("asked").textContent = say(rank ? "rank" : "pairs", { n });
  $("many").textContent = rank ? say("noRight") : say("many", { of: session.of });
  $("keys").replaceChildren(...say(rank ? "keysRank" : "keysPairs", { n }).split("\n").map((line) => {
    const [keys, does] = line.split("\t");
    const row = element("div", "");
    const term = element("dt", "");
    term.append(...keys.split(" ").map((key) => (key === "…" ? key : element("kbd", "", key))));
    row.append(term, element("dd", "", does));
    return row;
  }));
  $("listener").value = session.kept.name;
  $("other").parentElement.hidden = !session.kept.started;
  drawBegin(sound ? sound.clips.length : 0);
}

function drawBegin(decoded) {
  const text = session.kept.started ? goOn() : say("start");
  $("begin").textContent = ready ? text : say("preparing", { n: decoded, of: page.clips.length });
  $("begin").setAttribute("aria-disabled", !ready);
}

function begin() {
  if (!sound) return;
  sound.wake();
  wanted = true;
  if (!ready) return;
  session.kept.name = nameOf($("listener").value);
  session.kept.started = true;
  session.ask();
  show("question");
}

// Leads to what another tab has kept: else this one would keep less over it.
function goesOnElsewhere() {
  const kept = session.load();
  if (!kept) return;
  session.kept = kept;
  wanted = false;
  if (sound) {
    sound.due = []; // of the question that was here
    sound.stop();
  }
  show(session.over ? "end" : "start");
}

async function prepare() {
  try {
    sound = new Sound(page, (i, before) => {
      session.begun(page.clips[i].id, before < 0 ? "" : page.clips[before].id);
      drawState();
    }, drawState);
    await sound.load(drawBegin);
    ready = true;
    drawBegin();
    if (wanted) begin();
  } catch (error) {
    console.error(error);
    sound = null;
    $("begin").hidden = true;
    $("trouble").hidden = false;
    $("trouble").dataset.word = "cannotPlay";
    translate();
  }
}

// ---- The end ----

function drawEnd() {
  const { kept, complete } = session;
  $("thanks").textContent = say(kept.answers.length ? "thanks" : "nothing");
  $("answered").textContent = rank ? "" : say("answered", { n: kept.answers.length, of: session.of });
  $("votes").value = session.votes;
  $("on").textContent = complete ? say(rank ? "orderBack" : "lastBack") : goOn();
  tell("kept", "");
}

function saved(sentence) {
  session.kept.saved = true;
  session.keep();
  tell("kept", sentence);
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([session.votes], { type: "application/json" }));
  link.download = page.file;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  saved(say("saved", { file: page.file }));
}

async function copy() {
  let copied = true;
  try {
    await navigator.clipboard.writeText(session.votes);
  } catch {
    $("votes").select();
    copied = document.execCommand("copy");
  }
  if (copied) saved(say("copied"));
  else tell("kept", say("notCopied"));
}

function anew(event) {
  if (session.unsaved && !warned) {
    warned = true;
    event.currentTarget.textContent = say("unsaved");
    return;
  }
  session.anew();
  wanted = false;
  show("start");
  $("begin").focus();
}

// What is seen and pressed.
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

function button(className, text, key, press) {
  const made = element("button", className);
  made.type = "button";
  made.append(element("span", "text", text));
  if (key) {
    made.append(element("kbd", "", key));
    made.lastChild.setAttribute("aria-hidden", "true");
  }
  made.addEventListener("click", () => press(made));
  return made;
}

const label = (made, text) => {
  (made.querySelector(".text") || made).textContent = text;
};

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
  translate();
  if (shown === "question") $("title").focus();
  if (shown === "end") $("thanks").focus();
  scrollTo(0, 0);
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
  $("other").hidden = !session.kept.started;
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

// ---- A question ----

const clipOf = (id) => page.clips.findIndex((clip) => clip.id === id);

function drawQuestion() {
  const { n, of } = numbers();
  $("count").textContent = rank ? "" : say("question", { n, of });
  $("ask").textContent = say(rank ? "askRank" : "askPairs", { of: page.clips.length });
  $("done").hidden = rank;
  $("done").firstElementChild.style.width = (100 * session.at) / of + "%";
  $("clips").className = rank ? "rank" : "pair";
  $("clips").replaceChildren(...session.asked.map((id, i) => {
    const card = element("div", "clip");
    card.dataset.id = id;
    const hear = button("hear", "", "", () => listen(id));
    hear.setAttribute("aria-label", say("hear", { n: i + 1 }));
    hear.prepend(element("span", "digit", i + 1));
    card.append(hear);
    if (rank) {
      card.append(answerButton("", "", () => put(id)));
    } else {
      const arrow = i ? "→" : "←", side = i ? 1 : -1;
      card.append(
        answerButton(say("better", { n: i + 1 }), arrow, () => answer(side)),
        answerButton(say("much", { n: i + 1 }), "Shift " + arrow, () => answer(2 * side)));
    }
    return card;
  }));
  $("all").replaceChildren(answerButton(say(rank ? "sameRest" : "same"), "↓", same));
  tell("hint", "");
  drawState();
}

function answerButton(text, key, press) {
  const made = button("answer", text, key, press);
  made.setAttribute("aria-describedby", "why");
  return made;
}

// What changes while a question is asked.
function drawState() {
  if (shown !== "question" || session.over) return;
  const { asked, kept } = session;
  const sounding = sound.sounding < 0 ? "" : page.clips[sound.sounding].id;
  const rest = asked.filter((id) => !kept.placed.includes(id));
  const all = session.heard(...(rank ? rest : asked));
  $("why").textContent = all ? "" : say(rank ? "hearEach" : "hearBoth");
  for (const card of $("clips").children) {
    const id = card.dataset.id, n = asked.indexOf(id) + 1, place = kept.placed.indexOf(id) + 1;
    const heard = session.heard(id);
    const hear = card.firstElementChild;
    hear.setAttribute("aria-pressed", id === sounding);
    label(hear, say(id === sounding ? "sounding" : heard ? "heard" : "notHeard"));
    for (const made of card.querySelectorAll(".answer")) {
      made.setAttribute("aria-disabled", !(rank ? heard || place : all));
      if (!rank) continue;
      made.setAttribute("aria-pressed", place > 0);
      made.setAttribute("aria-label", say(place ? "placed" : "place", { n, at: place || kept.placed.length + 1 }));
      label(made, place ? say("placedShort", { at: place }) : say("placeShort", { at: kept.placed.length + 1 }));
    }
  }
  $("all").firstElementChild.setAttribute("aria-disabled", !all);
  $("back").disabled = !(rank ? kept.placed.length : kept.answers.length);
}

function listen(id) {
  tell("hint", "");
  sound.play(clipOf(id));
}

// Leads on, or back, to what is asked now.
function lead() {
  show(session.over ? "end" : "question");
}

function answer(value) {
  sound.tell();
  if (!session.heard(...session.asked)) return tell("hint", say("hearBoth"));
  sound.stop();
  session.answer(value);
  lead();
}

function same() {
  if (!rank) return answer(0);
  sound.tell();
  const { placed } = session.kept;
  if (!session.heard(...session.asked.filter((id) => !placed.includes(id)))) return tell("hint", say("hearRest"));
  sound.stop();
  session.order();
  lead();
}

function put(id) {
  sound.tell();
  if (!session.heard(id) && !session.kept.placed.includes(id)) {
    return tell("hint", say("hearFirst", { n: session.asked.indexOf(id) + 1 }));
  }
  session.put(id);
  if (!session.over) return drawState();
  sound.stop();
  lead();
}

function back() {
  if (shown === "question" ? $("back").disabled : $("on").hidden) return;
  if (sound) sound.stop();
  session.back();
  if (!ready) return show("start"); // a reload: the sound begins with a press again
  if (rank && shown === "question") return drawState();
  lead();
}

function stopHere() {
  sound.stop();
  session.stop();
  lead();
}

// ---- The end ----

function drawEnd() {
  const { kept, complete } = session;
  const some = kept.answers.length > 0;
  $("thanks").textContent = say(some ? "thanks" : "nothing");
  $("answered").textContent = rank ? "" : say("answered", { n: kept.answers.length, of: session.of });
  for (const made of document.querySelectorAll(".some")) made.hidden = !some;
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

// ---- Keys ----

function press(event) {
  if (sound && shown !== "start") sound.wake();
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter") return enter(event);
  if (event.repeat || event.target.closest("input, textarea")) return;
  if (event.code === "Backspace" && shown !== "start") {
    event.preventDefault();
    return back();
  }
  if (shown !== "question") return;
  const does = keyed(event.code, event.shiftKey);
  if (!does) return;
  event.preventDefault();
  does();
}

// What a key does in a question; undefined: nothing.
function keyed(code, shift) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
  if (digit) {
    const id = session.asked[digit[1] - 1];
    return id && (() => (rank && shift ? put(id) : listen(id)));
  }
  if (code === "ArrowDown") return same;
  if (rank) return undefined;
  return { ArrowLeft: () => answer(shift ? -2 : -1), ArrowRight: () => answer(shift ? 2 : 1) }[code];
}

// Enter starts, and then never answers by accident.
function enter(event) {
  const other = event.target.closest("button, textarea");
  if (shown === "end" || (shown === "start" && other && other !== $("begin"))) return;
  event.preventDefault();
  if (shown === "start" && !event.repeat) begin();
}

function choose(chosen) {
  lang = chosen;
  session.kept.lang = chosen;
  session.keep();
  translate();
}

document.addEventListener("keydown", press);
document.addEventListener("click", () => sound && shown !== "start" && sound.wake());
addEventListener("beforeunload", (event) => {
  if (session.keeps || !session.unsaved) return;
  event.preventDefault();
  event.returnValue = ""; // Safari and older browsers go by this
});
for (const [id, does] of Object.entries({ begin, back, stop: stopHere, save, copy, on: back, anew, other: anew })) {
  $(id).addEventListener("click", does);
}
for (const made of document.querySelectorAll("[data-lang]")) made.addEventListener("click", () => choose(made.dataset.lang));
$("listener").addEventListener("input", () => {
  session.kept.name = nameOf($("listener").value);
  session.keep();
});

$("name").textContent = page.name;
for (const made of document.querySelectorAll(".line")) made.textContent = page.text;
for (const made of document.querySelectorAll("body > header, body > footer")) made.hidden = false;
lang = session.kept.lang || page.lang || (/^zh\b/i.test(navigator.language) ? "zh" : "en");
session.keep();
show(session.over ? "end" : "start");
prepare();

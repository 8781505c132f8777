// What is pressed, and how the page begins.
"use strict";

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
// The page in another tab has the same listener, who goes on there.
addEventListener("storage", (event) => {
  if (event.key === session.place) goesOnElsewhere();
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
lang = page.words[session.kept.lang] ? session.kept.lang : page.lang || (/^zh\b/i.test(navigator.language) ? "zh" : "en");
session.keep();
show(session.over ? "end" : "start");
prepare();

// A question: what is seen of it, and what is done about it.
"use strict";

const clipOf = (id) => page.clips.findIndex((clip) => clip.id === id);

function drawQuestion() {
  const { n, of } = numbers();
  $("count").textContent = rank ? "" : say("question", { n, of });
  $("ask").textContent = say(rank ? "askRank" : "askPairs", { of: page.clips.length });
  $("done").hidden = rank;
  $("done").setAttribute("aria-valuemax", of);
  $("done").setAttribute("aria-valuenow", session.at);
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

function button(className, text, key, press) {
  const made = element("button", className);
  made.type = "button";
  made.append(element("span", "text", text));
  if (key) {
    made.append(element("kbd", "", key));
    made.lastChild.setAttribute("aria-hidden", "true");
  }
  made.addEventListener("click", press);
  return made;
}

function label(made, text) {
  made.querySelector(".text").textContent = text;
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
  const sounding = sound.sounding < 0 || !sound.running ? "" : page.clips[sound.sounding].id;
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
  setTimeout(() => sound.running || tell("hint", say("noSound")), 2000);
}

// Leads on, or back, to what is asked now.
function lead() {
  show(session.over ? "end" : "question");
}

function answer(value) {
  sound.notice();
  if (!session.heard(...session.asked)) return tell("hint", say("hearBoth"));
  sound.stop();
  session.answer(value);
  lead();
}

function same() {
  if (!rank) return answer(0);
  sound.notice();
  const { placed } = session.kept;
  if (!session.heard(...session.asked.filter((id) => !placed.includes(id)))) return tell("hint", say("hearRest"));
  sound.stop();
  session.order();
  lead();
}

function put(id) {
  sound.notice();
  if (!session.heard(id) && !session.kept.placed.includes(id)) {
    return tell("hint", say("hearFirst", { n: session.asked.indexOf(id) + 1 }));
  }
  tell("hint", "");
  session.put(id);
  if (!session.over) return drawState();
  sound.stop();
  lead();
}

function back() {
  if (shown === "question" && $("back").disabled) return;
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

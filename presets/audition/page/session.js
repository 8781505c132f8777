// A session is one listener: what is asked in which order, what was answered, and
// all of it kept in the browser as it goes.
"use strict";

// A number below n, each as likely: what does not divide evenly is drawn again.
function randomBelow(n) {
  const most = Math.floor(2 ** 32 / n) * n;
  for (;;) {
    const [x] = crypto.getRandomValues(new Uint32Array(1));
    if (x < most) return x % n;
  }
}

function shuffled(list) {
  list = list.slice();
  for (let i = list.length - 1; i > 0; i--) {
    const j = randomBelow(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

// All pairs by the circle method: in each round every clip is in one pair (of an
// odd number one rests), so that whoever stops early has heard all about as often.
function pairsOf(ids) {
  const circle = shuffled(ids);
  if (circle.length % 2) circle.push(null);
  const rounds = [];
  for (let round = 1; round < circle.length; round++) {
    const pairs = [];
    for (let i = 0; i < circle.length / 2; i++) pairs.push([circle[i], circle[circle.length - 1 - i]]);
    rounds.push(shuffled(pairs.filter((pair) => !pair.includes(null))));
    circle.splice(1, 0, circle.pop());
  }
  return shuffled(rounds).flat().map((pair) => (randomBelow(2) ? pair : [pair[1], pair[0]]));
}

// A name as votes may hold it: without what steers a terminal or turns text.
const nameOf = (text) =>
  Array.from(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufffd]/gu, "").trim()).slice(0, 60).join("");

class Session {
  constructor(page) {
    this.page = page;
    this.ids = page.clips.map((clip) => clip.id);
    this.place = "voicestudio votes 1 " + page.test;
    this.keeps = true;
    this.since = performance.now();
    this.kept = this.load() || this.fresh("");
  }

  // questions are the clips of each; log[q] is what sounded in question q, [clip,
  // the one whose place it took or ""], ms[q] how long it took; placed is the order
  // so far of a ranking.
  fresh(lang) {
    const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
    return {
      session: bytes.map((b) => b.toString(16).padStart(2, "0")).join(""),
      name: "", lang, started: false, stopped: false, saved: false,
      questions: this.page.kind === "rank" ? [shuffled(this.ids)] : pairsOf(this.ids),
      log: [[]], ms: [0], answers: [], placed: [],
    };
  }

  anew() {
    this.kept = this.fresh(this.kept.lang);
    this.keep();
  }

  // What is kept of this page; null: nothing, or not all that is needed to go on, as
  // another version of the page may leave it.
  load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place));
      const whole = Object.entries(this.fresh("")).every(([key, like]) => typeof kept[key] === typeof like && Array.isArray(kept[key]) === Array.isArray(like));
      const known = kept.questions.length && kept.questions.flat().every((id) => this.ids.includes(id));
      return whole && known && kept.log.length && kept.answers.length <= this.most && /^[0-9a-f]{32}$/.test(kept.session) ? kept : null;
    } catch {
      return null;
    }
  }

  keep() {
    try {
      localStorage.setItem(this.place, JSON.stringify(this.kept));
    } catch {
      this.keeps = false;
    }
  }

  // How many votes there can be.
  get most() {
    return this.ids.length * (this.ids.length - 1) / 2;
  }

  // How many questions there are, and which one is asked, from 0.
  get of() {
    return this.kept.questions.length;
  }

  get at() {
    const { answers, stopped } = this.kept;
    return this.page.kind === "rank" ? Number(answers.length > 0 && !stopped) : answers.length;
  }

  get complete() {
    return this.at >= this.of;
  }

  get over() {
    return this.complete || this.kept.stopped;
  }

  // The clips of the question by id: the first is called 1.
  get asked() {
    return this.kept.questions[this.at];
  }

  get log() {
    return this.kept.log[this.at];
  }

  heard(...ids) {
    return ids.every((id) => this.log.some(([clip]) => clip === id));
  }

  begun(id, before) {
    this.log.push([id, before]);
    this.change();
  }

  // The question is in sight from now on.
  ask() {
    this.kept.log[this.at] ||= [];
    this.kept.ms[this.at] ||= 0;
    this.since = performance.now();
    this.keep();
  }

  // Something was done about the question: its clock goes on, and all is kept.
  change() {
    this.kept.ms[this.at] += Math.max(0, performance.now() - this.since);
    this.since = performance.now();
    this.kept.saved = false;
    this.keep();
  }

  vote(a, b, answer) {
    const of = this.log.filter(([clip]) => clip === a || clip === b);
    return {
      a, b, first: of[0][0], answer,
      plays: of.length,
      switches: of.filter(([clip, before]) => before === (clip === a ? b : a)).length,
      ms: Math.round(this.kept.ms[this.at]),
    };
  }

  // Answers the question about two: -2 to 2, negative: 1 is better.
  answer(answer) {
    this.change();
    this.kept.answers.push(this.vote(...this.asked, answer));
    this.ask();
  }

  // Puts a clip next in the order, or takes it out again.
  put(id) {
    const { placed } = this.kept;
    const i = placed.indexOf(id);
    if (i < 0) placed.push(id);
    else placed.splice(i, 1);
    this.change();
    if (placed.length === this.ids.length) this.order();
  }

  // Answers a ranking: votes on all pairs, no difference among those that were not
  // placed, behind all that were.
  order() {
    this.change();
    this.kept.answers = this.votesOn(this.asked);
    this.ask();
  }

  votesOn(ids) {
    const { placed } = this.kept;
    const rank = (id) => (placed.includes(id) ? placed.indexOf(id) : placed.length);
    return ids.flatMap((a, i) => ids.slice(i + 1).map((b) => this.vote(a, b, Math.sign(rank(a) - rank(b)))));
  }

  // Ends with what there is: of a ranking the votes on those that were placed.
  stop() {
    this.change();
    if (this.page.kind === "rank") {
      const { placed } = this.kept;
      this.kept.answers = this.votesOn(this.asked.filter((id) => placed.includes(id)));
    }
    this.kept.stopped = true;
    this.keep();
  }

  // Goes on after a stop, or takes the last answer back.
  back() {
    const { answers, placed, stopped } = this.kept;
    if (this.page.kind === "rank") {
      // Who said "no difference" to the rest takes that back, not one of the order.
      if (!stopped && (!this.over || placed.length === this.ids.length)) placed.pop();
      this.kept.answers = [];
    } else if (!stopped) {
      answers.pop();
    }
    this.kept.stopped = this.kept.saved = false;
    this.ask();
  }

  // Answers that are only here.
  get unsaved() {
    return this.kept.answers.length > 0 && !this.kept.saved;
  }

  // What is sent back, an answer on a line.
  get votes() {
    const { session, name, answers } = this.kept;
    const head = JSON.stringify({ version: 1, test: this.page.test, session, name });
    return head.slice(0, -1) + ',"answers":[' + answers.map((vote) => "\n" + JSON.stringify(vote)) + "]}\n";
  }
}

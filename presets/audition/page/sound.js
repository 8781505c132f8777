// The sound: clips are decoded once, sounded one at a time, and take each other's
// place at the same word. Moments are seconds of a clip as the studio decodes it.
"use strict";

const STEP = 0.0005; // of a mark's shape, as in mark.go
const FURTHEST = 0.1; // that a browser decodes a clip later or earlier
const RAMP = 0.005; // of one clip into the other: shorter clicks, longer is heard
const AHEAD = 0.015; // of the sound card, so that a ramp is not half over when it is asked for
const LEAST = 0.1; // of a clip that is still to come where it takes a place

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

// The square root of the RMS of each step from a moment on, of all channels as
// one. What is outside of the audio is silence.
function shapeOf(buffer, from, steps) {
  const channels = [];
  for (let c = 0; c < buffer.numberOfChannels; c++) channels.push(buffer.getChannelData(c));
  const first = Math.round(from * buffer.sampleRate);
  const edge = (step) => first + Math.round(step * STEP * buffer.sampleRate);
  const shape = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    let sum = 0;
    for (let i = edge(step); i < edge(step + 1); i++) {
      let x = 0;
      for (const channel of channels) x += channel[i] || 0;
      sum += x * x;
    }
    shape[step] = Math.pow(sum / Math.max(1, edge(step + 1) - edge(step)), 0.25);
  }
  return shape;
}

// How alike two shapes are: Pearson's r of a with b from there on.
function likeness(a, b, from) {
  let sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i], y = b[from + i];
    sumA += x;
    sumB += y;
    squareA += x * x;
    squareB += y * y;
    product += x * y;
  }
  const n = a.length;
  const spread = (squareA - sumA * sumA / n) * (squareB - sumB * sumB / n);
  return spread > 0 ? (product - sumA * sumB / n) / Math.sqrt(spread) : 0;
}

// How many seconds later than the studio this browser decodes a clip: where what
// it decoded is most like the clip's mark. 0 where nothing is. It looks at parts of
// a step: pulses of a voice that two steps share look like none, and then another
// pulse, 5 ms away, is taken for the one.
function lagOf(buffer, mark) {
  const parts = 4;
  const shape = bytesOf(mark.shape);
  const reach = Math.round(FURTHEST / STEP);
  let best = 0.5, lag = 0; // less alike than that is chance
  for (let part = 0; part < parts; part++) {
    const here = shapeOf(buffer, mark.at - FURTHEST + part * STEP / parts, shape.length + 2 * reach);
    for (let at = 0; at <= 2 * reach; at++) {
      const alike = likeness(shape, here, at);
      if (alike > best) {
        best = alike;
        lag = (at - reach + part / parts) * STEP;
      }
    }
  }
  return lag;
}

// Where the other clip says what this one says at a moment. Knots are [of one, of
// the other], in order; turned, they are read the other way.
function counterpart(knots, turned, at, length, other) {
  if (!knots || knots.length < 2) {
    const near = Math.abs(length - other) <= 0.03 * Math.max(length, other);
    return near ? at : at * other / length;
  }
  const [x, y] = turned ? [1, 0] : [0, 1];
  let i = 1;
  while (i < knots.length - 1 && knots[i][x] < at) i++;
  const a = knots[i - 1], b = knots[i];
  if (at <= a[x]) return a[y] + at - a[x];
  if (at >= b[x]) return b[y] + at - b[x];
  return a[y] + (b[y] - a[y]) * (at - a[x]) / (b[x] - a[x]);
}

// Sound sounds the clips of a page. begun(clip, before) is called when one has
// begun to sound, before is the one whose place it took, or -1; changed() when
// another or none sounds.
class Sound {
  constructor(page, begun, changed) {
    this.page = page;
    this.begun = begun;
    this.changed = changed;
    this.clips = [];
    this.current = null;
    this.due = [];
    const Context = window.AudioContext || window.webkitAudioContext;
    this.context = new Context({ latencyHint: "interactive" });
    this.context.onstatechange = () => {
      this.notice();
      this.changed();
    };
    // A telephone's silent switch does not silence what somebody asked to hear.
    if (navigator.audioSession) navigator.audioSession.type = "playback";
  }

  // Decodes all clips, one after the other. It throws where one cannot be.
  async load(progress) {
    for (const clip of this.page.clips) {
      progress(this.clips.length);
      const buffer = await this.context.decodeAudioData(bytesOf(clip.audio).buffer);
      clip.audio = ""; // it is not needed twice
      this.clips.push({ ...clip, buffer, lag: lagOf(buffer, clip.mark), level: Math.pow(10, clip.gain / 20), spare: null });
      this.prepare(this.clips.length - 1);
    }
    progress(this.clips.length);
  }

  // A browser lets sound out only after a gesture, and takes it away when a call
  // comes: every gesture asks anew.
  wake() {
    if (!this.running) this.context.resume().catch(() => {});
  }

  get running() {
    return this.context.state === "running";
  }

  // Makes what the next start of a clip needs.
  prepare(i) {
    const source = this.context.createBufferSource();
    const gain = this.context.createGain();
    source.buffer = this.clips[i].buffer;
    gain.gain.value = 0;
    source.connect(gain).connect(this.context.destination);
    this.clips[i].spare = { source, gain: gain.gain };
  }

  // Which clip sounds; -1: none.
  get sounding() {
    return this.current && this.at(this.context.currentTime) < this.current.clip.length ? this.current.i : -1;
  }

  // Where the current clip is at a moment of the context.
  at(when) {
    return this.current.offset + when - this.current.since;
  }

  // Sounds a clip: the one that sounds from its beginning again, another in its
  // place at the same word, after the end from its beginning.
  play(i) {
    this.wake();
    const clip = this.clips[i], before = this.sounding;
    let when = this.context.currentTime + AHEAD, offset = clip.from;
    if (this.current) when = Math.max(when, this.current.since + RAMP); // one ramp at a time
    if (before >= 0 && before !== i) {
      const knots = this.page.maps[Math.min(i, before)][Math.max(i, before)];
      offset = counterpart(knots, before > i, this.at(when), this.current.clip.length, clip.length);
      if (offset > clip.length - LEAST) offset = clip.from;
      offset = Math.max(offset, 0);
    }
    this.fade(when);
    const { source, gain } = clip.spare;
    const start = Math.max(0, offset + clip.lag);
    gain.setValueAtTime(0, when);
    gain.linearRampToValueAtTime(clip.level, when + RAMP);
    source.start(when, start);
    const now = { i, clip, source, gain, since: when, offset: start - clip.lag };
    source.onended = () => {
      if (this.current === now) this.current = null;
      this.changed();
    };
    this.current = now;
    this.prepare(i);
    this.due.push({ i, before: before === i ? -1 : before, when });
    this.notice();
    this.changed();
  }

  fade(when) {
    if (!this.current) return;
    const { source, gain, clip } = this.current;
    gain.setValueAtTime(clip.level, when);
    gain.linearRampToValueAtTime(0, when + RAMP);
    source.stop(when + RAMP);
    this.current = null;
  }

  stop() {
    this.due = this.due.filter((one) => one.when <= this.context.currentTime);
    this.notice();
    if (this.current) this.fade(Math.max(this.context.currentTime + AHEAD, this.current.since + RAMP));
    this.changed();
  }

  // Notices what has begun to sound meanwhile.
  notice() {
    while (this.due.length && this.due[0].when <= this.context.currentTime) {
      const { i, before } = this.due.shift();
      this.begun(i, before);
    }
    clearTimeout(this.timer);
    if (this.due.length && this.running) this.timer = setTimeout(() => this.notice(), 10);
  }
}

// Notes what a page sounds, before its first sound: which buffer from where and
// when, each ramp of a gain, and what went wrong. Moments are seconds of the page's AudioContext.
window.probe = { starts: [], ramps: [], buffers: [], errors: [] };
addEventListener("error", (event) => probe.errors.push(`${event.message} ${event.error && event.error.stack}`));
addEventListener("unhandledrejection", (event) => probe.errors.push(`${event.reason}`));
{
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when = 0, offset = 0, ...more) {
    if (!probe.buffers.includes(this.buffer)) probe.buffers.push(this.buffer);
    probe.context = this.context;
    probe.starts.push({ when: Math.max(when, this.context.currentTime), offset, buffer: probe.buffers.indexOf(this.buffer) });
    return start.call(this, when, offset, ...more);
  };
  const { setValueAtTime, linearRampToValueAtTime } = AudioParam.prototype;
  AudioParam.prototype.setValueAtTime = function (value, at) {
    this.probed = { value, at };
    return setValueAtTime.call(this, value, at);
  };
  AudioParam.prototype.linearRampToValueAtTime = function (value, at) {
    probe.ramps.push({ from: this.probed, to: { value, at } });
    return linearRampToValueAtTime.call(this, value, at);
  };
  // The first channel of a buffer, in base64.
  probe.decoded = (i) => {
    const bytes = new Uint8Array(probe.buffers[i].getChannelData(0).slice().buffer);
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return { rate: probe.buffers[i].sampleRate, data: btoa(text) };
  };
}

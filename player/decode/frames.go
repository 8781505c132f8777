package decode

// Frames are the layer III frames of an mp3 source, one behind the other, without
// tags and whatever else stands around them. even says that they are of one form
// throughout, and that an encoder's note about the stream is at most their first:
// then every decoder hears the same in them, but for its own delay.
func Frames(mp3 []byte) (frames []byte, even bool) {
	s := splitter{buf: mp3, fed: true, ended: true}
	var form header
	for even = true; ; {
		frame, h, _, ok := s.next()
		if !ok {
			return frames, even && len(frames) > 0 && s.lost == 0 && !s.cutShort && s.skip == 0
		}
		_, note := h.infoAt(frame)
		if first := len(frames) == 0; first {
			form = h
		} else if note || !h.follows(form) {
			even = false
		}
		frames = append(frames, frame...)
	}
}

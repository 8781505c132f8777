package sandbox

import "encoding/binary"

// The delay that lame, like Lavf, writes into the frame: the samples that an
// encoder puts before the first one.
const encoderDelay = 576

// mp3Frame is the number of samples in a frame: 1152 in MPEG-1, which has
// rates from 32 kHz on, half of it below.
func mp3Frame(sampleRate int) int {
	if sampleRate >= 32000 {
		return 1152
	}
	return 576
}

// mp3Frames counts the frames in so many bytes of constant bit rate; padding
// bytes keep the mean exact.
func mp3Frames(size int64, sampleRate, bitrate int) int64 {
	perFrame := float64(mp3Frame(sampleRate)) / 8 * float64(bitrate) / float64(sampleRate)
	return int64(float64(size)/perFrame + 0.5)
}

// infoFrame is the silent frame that a whole MP3 begins with, as MiniMax's do:
// how many frames and bytes follow, and which samples at both ends were not in
// the source. frames are MP3 frames as lame made them.
func infoFrame(frames []byte, samples int64, sampleRate, bitrate int) []byte {
	const header = 4
	if len(frames) < header {
		return nil
	}
	b := make([]byte, mp3Frame(sampleRate)/8*bitrate/sampleRate)
	copy(b, frames[:header])
	b[2] &^= 2 // no padding byte
	mono := b[3]>>6 == 3
	sideInfo := map[bool]map[bool]int{true: {true: 17, false: 32}, false: {true: 9, false: 17}}[sampleRate >= 32000][mono]
	n := mp3Frames(int64(len(frames)), sampleRate, bitrate)
	info := append([]byte("Info"), 0, 0, 0, 3) // frames and bytes are there
	info = binary.BigEndian.AppendUint32(info, uint32(n))
	info = binary.BigEndian.AppendUint32(info, uint32(len(b)+len(frames)))
	info = append(info, "Lavf59.27"...)
	info = append(info, 0x01, 0)            // CBR; no lowpass named
	info = append(info, make([]byte, 8)...) // no gain
	padding := max(0, n*int64(mp3Frame(sampleRate))-samples-encoderDelay)
	info = append(info, 0, byte(min(bitrate/1000, 255)),
		encoderDelay>>4, encoderDelay&15<<4|byte(padding>>8&15), byte(padding))
	copy(b[header+sideInfo:], info)
	return b
}

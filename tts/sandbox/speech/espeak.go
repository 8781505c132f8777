package speech

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"voicestudio/tts/install"
	"voicestudio/tts/takes/disk"
)

// engineRate is the rate of espeak-ng's samples in Hz (phontab's 22050).
const engineRate = 22050

// espeakAmplitude is espeak-ng's -a, 0 to 200. At its default of 100 loud
// languages (yue) clip inside the program; half of that does not, and
// makeupGain brings the level back where nothing can clip.
const espeakAmplitude = 50

// Figures of the synthesizer's speed, in words per minute: its normal, and the
// range within which it follows exactly.
const (
	normalRate = 175
	slowest    = 80
	fastest    = 449
)

// waitDelay bounds how long the pipes of a child that has ended are waited
// for, on the busiest of machines.
const waitDelay = 10 * time.Second

// espeakData asks espeak-ng where its data is, for distributions differ.
func espeakData(program string) (string, error) {
	missing := &Missing{Program: install.EspeakData, Purpose: Speaking}
	cmd := exec.Command(program, "--version")
	cmd.Env = deviceless()
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("espeak-ng does not run: %w", err)
	}
	_, dir, found := strings.Cut(string(out), "Data at:")
	dir = strings.TrimSpace(dir)
	if _, err := os.Stat(filepath.Join(dir, "phontab")); !found || err != nil {
		return "", missing
	}
	return dir, nil
}

// deviceless is an environment without sound devices: espeak-ng opens one even
// where it only writes samples, and hangs with a sound server that hangs.
func deviceless() []string {
	return append(os.Environ(), "PULSE_SERVER=unix:/dev/null", "ALSA_CONFIG_PATH=/dev/null")
}

// newDataRoot builds a private data folder: links to the installed data beside
// an own voices/!v, so that speakers can be described without touching the
// installation. Its output is bit-identical to the installed variants'. The
// folder is locked until unlock, or until the process has ended in any way.
func newDataRoot(installed string) (root string, unlock func(), err error) {
	sweep()
	root, err = os.MkdirTemp("", rootPrefix)
	if err != nil {
		return "", nil, err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(root)
		}
	}()
	if unlock, err = disk.Lock(root); err != nil {
		return "", nil, err
	}
	defer func() {
		if err != nil {
			unlock()
		}
	}()
	data := filepath.Join(root, "espeak-ng-data")
	if err := os.MkdirAll(filepath.Join(data, "voices", "!v"), 0o700); err != nil {
		return "", nil, err
	}
	entries, err := os.ReadDir(installed)
	if err != nil {
		return "", nil, err
	}
	for _, entry := range entries {
		if entry.Name() == "voices" {
			continue
		}
		if err := os.Symlink(filepath.Join(installed, entry.Name()), filepath.Join(data, entry.Name())); err != nil {
			return "", nil, err
		}
	}
	return root, unlock, nil
}

type variant struct{ name, path string }

var variantCount atomic.Uint64

// addVariant writes the speaker for one utterance. espeak-ng copies the name
// into 40 bytes unchecked and reads a leading digit as a number: the name is
// short, lower-case and starts with a letter.
func (e *Engine) addVariant(t timbre) (variant, error) {
	name := "v" + strconv.FormatUint(variantCount.Add(1), 36)
	v := variant{name: name, path: filepath.Join(e.root, "espeak-ng-data", "voices", "!v", name)}
	return v, os.WriteFile(v.path, []byte(t.variantFile()), 0o600)
}

func (v variant) remove() { os.Remove(v.path) }

// utterance is one run of text in one language.
type utterance struct {
	voice          string // name of a variant
	language       string // espeak-ng's name of a language
	wordsPerMinute int
	text           string
}

// synthesize runs espeak-ng and hands on its samples, mono at engineRate in
// -1..1, as they arrive. It returns after the child was waited for.
func (e *Engine) synthesize(ctx context.Context, u utterance, out func([]float32) error) error {
	cmd := exec.CommandContext(ctx, e.espeak,
		"--path="+e.root,
		"-v", u.language+"+"+u.voice,
		"-s", strconv.Itoa(u.wordsPerMinute),
		"-a", strconv.Itoa(espeakAmplitude),
		"-b", "1", // UTF-8
		"-z",      // no pause after the last sentence
		"--stdin", // neither options nor a length limit reach through here
		"--stdout",
	)
	cmd.WaitDelay, cmd.Env = waitDelay, deviceless()
	cmd.Stdin = strings.NewReader(u.text)
	samples := &waveReader{skip: waveHeaderSize, out: out}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	pipe, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return err
	}
	io.Copy(samples, pipe) // as slowly as the samples are taken
	pipe.Close()
	err = cmd.Wait()
	if samples.err != nil {
		return samples.err // espeak-ng's broken pipe is only the consequence
	}
	if err != nil {
		return fmt.Errorf("espeak-ng -v %s: %w %s", u.language, err, bytes.TrimSpace(complaint.Bytes()))
	}
	return nil
}

// waveHeaderSize is the header espeak-ng writes before it knows any length:
// 44 bytes with a placeholder in it.
const waveHeaderSize = 44

// waveReader turns the bytes of 16-bit little-endian mono into samples.
type waveReader struct {
	skip int
	half []byte // the first byte of a sample that was cut in two
	out  func([]float32) error
	err  error
}

func (r *waveReader) Write(p []byte) (int, error) {
	size := len(p)
	n := min(r.skip, len(p))
	r.skip -= n
	p = p[n:]
	if len(r.half) > 0 {
		p = append(r.half, p...)
	}
	x := make([]float32, len(p)/2)
	for i := range x {
		x[i] = float32(int16(binary.LittleEndian.Uint16(p[2*i:]))) / 32768
	}
	r.half = bytes.Clone(p[len(p)&^1:])
	if len(x) > 0 {
		if r.err = r.out(x); r.err != nil {
			return 0, r.err
		}
	}
	return size, nil
}

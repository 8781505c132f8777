package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"voicestudio/player"
	"voicestudio/player/lab/vcard"
)

// playStdin is this player as a program of its own.
func playStdin() error {
	p := player.New()
	defer p.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	p.Play(context.Background(), os.Stdin, player.Format{Codec: "mp3"})
	if err := p.Wait(context.Background()); err != nil {
		return err
	}
	runtime.ReadMemStats(&after)
	if d := p.Device(); d.Silent {
		return errors.New(d.Reason)
	}
	r := p.Status().Report
	took := time.Since(began).Seconds()
	fmt.Printf("first chunk %v, first sound %v, %.1fx real time, %d underruns\n",
		r.FirstChunk.Round(time.Millisecond), r.FirstSound.Round(time.Millisecond), r.Speed, r.Underruns)
	fmt.Printf("%.0f allocations and %.1f kB per second in the whole process, %d collections\n",
		float64(after.Mallocs-before.Mallocs)/took, float64(after.TotalAlloc-before.TotalAlloc)/1000/took, after.NumGC-before.NumGC)
	return nil
}

// longStream plays one long take at real-time pace and looks at the process
// every tenth of it.
func longStream(length time.Duration) error {
	mp3, err := chirp(length)
	if err != nil {
		return err
	}
	card, err := vcard.Start()
	if err != nil {
		return err
	}
	defer card.Stop()
	cmd, in, err := players[0].start(card)
	if err != nil {
		return err
	}
	defer cmd.Process.Kill()
	sent := time.Now()
	done := make(chan error, 1)
	go func() { done <- feed(in, mp3, 1, sent) }()
	for i := 1; i <= 10; i++ {
		time.Sleep(time.Until(sent.Add(time.Duration(i) * length / 10)))
		if i < 10 {
			fmt.Printf("%6v  %s\n", time.Since(sent).Round(time.Second), memory(cmd.Process.Pid))
		}
	}
	if err := <-done; err != nil {
		return err
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("%w: %s", err, cmd.Stderr)
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	fmt.Printf("processor %.2f %% of a core (%v in %v)\n%s", 100*cpu.Seconds()/time.Since(sent).Seconds(), cpu.Round(time.Millisecond), time.Since(sent).Round(time.Second), cmd.Stdout)
	return nil
}

// memory is what Linux says of a process.
func memory(pid int) string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return "memory is unknown on this system"
	}
	var found []string
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "VmRSS:") || strings.HasPrefix(line, "VmHWM:") {
			found = append(found, strings.Join(strings.Fields(line), " "))
		}
	}
	return strings.Join(found, "  ")
}

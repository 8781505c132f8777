//go:build ignore

// Readings_make writes readings.txt from the dictionary of go-pinyin.
package main

import (
	"bufio"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"
)

func main() {
	chars := map[string][]rune{}
	for _, code := range slices.Sorted(maps.Keys(pinyin.PinyinDict)) {
		if sound := pinyin.SinglePinyin(rune(code), pinyin.Args{Style: pinyin.Tone3}); len(sound) > 0 && sound[0] != "" {
			chars[sound[0]] = append(chars[sound[0]], rune(code))
		}
	}
	file, err := os.Create("readings.txt")
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, "# Mandarin syllables and the characters that are read so first of all; written by")
	fmt.Fprintln(out, "# readings_make.go from github.com/mozillazg/go-pinyin, MIT licence.")
	for _, sound := range slices.Sorted(maps.Keys(chars)) {
		fmt.Fprintln(out, sound, string(chars[sound]))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

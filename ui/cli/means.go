package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Where the flags that every command takes mean something, by the commands'
// names; "preset *" are all below it. The help of other commands is silent of
// them; --lang is meant everywhere.
var (
	asksHost = []string{"", "say", "render", "preset new", "preset edit", "preset snippet", "preset fingerprint", "preset verify", "script show", "audition new", "tune", "voices", "doctor"}
	opens    = []string{"", "say", "render", "preset *", "script import", "audition new", "audition result", "tune", "doctor"}

	meantAt = map[string][]string{"host": asksHost, "base-url": asksHost, "presets": opens}
)

// means reports whether a command makes something of a flag that all take.
func means(cmd *cobra.Command, flag string) bool {
	at, some := meantAt[flag]
	name := strings.TrimSpace(strings.TrimPrefix(cmd.CommandPath(), "voicestudio"))
	return !some || slices.ContainsFunc(at, func(of string) bool {
		all, below := strings.CutSuffix(of, "*")
		return name == of || below && strings.HasPrefix(name, all)
	})
}

// meant are the flags of all commands that mean something to this one.
func meant(cmd *cobra.Command) *pflag.FlagSet {
	some := pflag.NewFlagSet(cmd.Name(), pflag.ContinueOnError)
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) {
		if means(cmd, f.Name) {
			some.AddFlag(f)
		}
	})
	return some
}

// Package install tells how a program or library that is missing comes onto the
// machine.
package install

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// What there is to install, by the names that people know it by.
const (
	Espeak     = "espeak-ng"
	EspeakData = "espeak-ng's data"
	Lame       = "lame"
	Opusenc    = "opusenc"
	Libmpg123  = "libmpg123"
	Libopus    = "libopus"
	Git        = "git"
)

// System is one that programs are installed on, by its package manager.
type System string

// The systems whose packages are known.
const (
	Debian  System = "debian" // and Ubuntu, Mint, Raspberry Pi OS
	Fedora  System = "fedora" // and RHEL, Rocky, Alma
	Arch    System = "arch"   // and Manjaro, EndeavourOS
	Alpine  System = "alpine"
	SUSE    System = "suse"
	MacOS   System = "macos"   // with Homebrew
	Windows System = "windows" // with scoop
	Unknown System = ""
)

// manager is how packages are installed on a system.
type manager struct {
	command string
	// asRoot says that it needs root.
	asRoot bool
}

var managers = map[System]manager{
	Debian:  {command: "apt-get install", asRoot: true},
	Fedora:  {command: "dnf install", asRoot: true},
	Arch:    {command: "pacman -S", asRoot: true},
	Alpine:  {command: "apk add", asRoot: true},
	SUSE:    {command: "zypper install", asRoot: true},
	MacOS:   {command: "brew install"},
	Windows: {command: "scoop install"},
}

// packages are those that bring it, by the systems; an address is a page to get it
// from where no manager has it. Sources: packages.debian.org, packages.fedoraproject.org,
// archlinux.org/packages, pkgs.alpinelinux.org, software.opensuse.org,
// formulae.brew.sh and the buckets main of scoop, read in 2026.
var packages = map[string]map[System]string{
	Espeak:     {Debian: "espeak-ng", Fedora: "espeak-ng", Arch: "espeak-ng", Alpine: "espeak-ng", SUSE: "espeak-ng", MacOS: "espeak-ng", Windows: "espeak-ng"},
	EspeakData: {Debian: "espeak-ng-data", Fedora: "espeak-ng", Arch: "espeak-ng", Alpine: "espeak-ng", SUSE: "espeak-ng", MacOS: "espeak-ng", Windows: "espeak-ng"},
	Lame:       {Debian: "lame", Fedora: "lame", Arch: "lame", Alpine: "lame", SUSE: "lame", MacOS: "lame", Windows: "lame"},
	Opusenc:    {Debian: "opus-tools", Fedora: "opus-tools", Arch: "opus-tools", Alpine: "opus-tools", SUSE: "opus-tools", MacOS: "opus-tools", Windows: "opus-tools"},
	Libmpg123:  {Debian: "libmpg123-0", Fedora: "mpg123-libs", Arch: "mpg123", Alpine: "mpg123-libs", SUSE: "libmpg123-0", MacOS: "mpg123", Windows: "https://www.mpg123.org/download.shtml"},
	Libopus:    {Debian: "libopus0", Fedora: "opus", Arch: "opus", Alpine: "opus", SUSE: "libopus0", MacOS: "opus", Windows: "https://opus-codec.org/downloads"},
	Git:        {Debian: "git", Fedora: "git", Arch: "git", Alpine: "git", SUSE: "git", MacOS: "git", Windows: "git"},
}

// Here is the system that the program runs on.
var Here = sync.OnceValue(func() System {
	about, err := os.ReadFile("/etc/os-release")
	if err != nil {
		about, _ = os.ReadFile("/usr/lib/os-release")
	}
	return Of(runtime.GOOS, string(about))
})

// families are the systems by the names that os-release has for them.
var families = map[string]System{
	"debian": Debian, "ubuntu": Debian,
	"fedora": Fedora, "rhel": Fedora, "centos": Fedora,
	"arch":   Arch,
	"alpine": Alpine, "postmarketos": Alpine,
	"suse": SUSE, "opensuse": SUSE,
}

// Of is the system of a GOOS and, on Linux, of what its os-release says: of its ID,
// else of the first in ID_LIKE that is known (os-release(5)).
func Of(goos, osRelease string) System {
	switch goos {
	case "darwin":
		return MacOS
	case "windows":
		return Windows
	}
	said := map[string]string{}
	for line := range strings.Lines(osRelease) {
		if name, value, found := strings.Cut(strings.TrimSpace(line), "="); found {
			said[name] = strings.Trim(value, `"'`)
		}
	}
	for _, name := range append([]string{said["ID"]}, strings.Fields(said["ID_LIKE"])...) {
		if system, known := families[name]; known {
			return system
		}
	}
	return Unknown
}

// How is the command that installs all of that, and
// the pages of what no command installs behind it. Where nobody knows the system's
// packages, it is what the person has to look for.
func (s System) How(needs ...string) string {
	var names, pages []string
	for _, need := range needs {
		name, known := packages[need][s]
		switch {
		case strings.HasPrefix(name, "https:"):
			pages = append(pages, say.page(need, name))
		case !known:
			pages = append(pages, say.unknown(need))
		case !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	var said []string
	if m := managers[s]; len(names) > 0 {
		command := m.command + " " + strings.Join(names, " ")
		if m.asRoot && os.Geteuid() != 0 {
			command = "sudo " + command
		}
		said = append(said, command)
	}
	return strings.Join(append(said, pages...), "; ")
}

// How is that of the system that the program runs on.
func How(needs ...string) string { return Here().How(needs...) }

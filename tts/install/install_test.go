package install

import (
	"strings"
	"testing"
)

func TestEverySystemIsToldItsOwnCommand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ goos, osRelease, want string }{
		{"linux", "PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\nID=debian\n", "apt-get install espeak-ng lame libmpg123-0 opus-tools"},
		{"linux", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "apt-get install espeak-ng lame libmpg123-0 opus-tools"},
		{"linux", "NAME=\"Fedora Linux\"\nID=fedora\n", "dnf install espeak-ng lame mpg123-libs opus-tools"},
		{"linux", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "dnf install espeak-ng lame mpg123-libs opus-tools"},
		{"linux", "ID=manjaro\nID_LIKE=arch\n", "pacman -S espeak-ng lame mpg123 opus-tools"},
		{"linux", "ID=alpine\n", "apk add espeak-ng lame mpg123-libs opus-tools"},
		{"linux", "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n", "zypper install espeak-ng lame libmpg123-0 opus-tools"},
		{"darwin", "", "brew install espeak-ng lame mpg123 opus-tools"},
		{"windows", "", "scoop install espeak-ng lame opus-tools; get libmpg123 from https://www.mpg123.org/download.shtml and put it into PATH"},
		{"linux", "ID=slackware\n", "install espeak-ng; install lame; install libmpg123; install opusenc"},
		{"freebsd", "", "install espeak-ng; install lame; install libmpg123; install opusenc"},
	} {
		got := Of(c.goos, c.osRelease).How(Espeak, EspeakData, Lame, Libmpg123, Opusenc)
		got = strings.ReplaceAll(strings.TrimPrefix(got, "sudo "), "; install espeak-ng's data", "")
		got = strings.ReplaceAll(got, " espeak-ng-data", "")
		if got != c.want {
			t.Errorf("%s %q: %s", c.goos, c.osRelease, got)
		}
	}
}

func TestNothingIsForgottenOfAnySystem(t *testing.T) {
	t.Parallel()
	for need, on := range packages {
		for system := range managers {
			if _, known := on[system]; !known {
				t.Errorf("%s on %s", need, system)
			}
		}
	}
}

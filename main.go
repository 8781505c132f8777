// Command voicestudio is a terminal studio for synthetic voices.
package main

import (
	"os"

	"voicestudio/ui/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

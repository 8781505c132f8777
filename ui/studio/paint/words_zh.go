package paint

import (
	"fmt"
)

var chinese = words{
	more: func(n int) string { return fmt.Sprintf("and %d more", n) },
	of:   func(n, all int) string { return fmt.Sprintf("%d of %d", n, all) },
}

package paint

import "fmt"

var chinese = words{
	more: func(n int) string { return fmt.Sprintf("还有 %d 项", n) },
	of:   func(n, all int) string { return fmt.Sprintf("%d/%d", n, all) },
}

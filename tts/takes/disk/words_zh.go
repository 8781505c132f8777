package disk

var chinese = words{busy: "another program is busy there; try again in a moment"}

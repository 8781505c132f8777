package disk

var english = words{busy: "another program is busy there; try again in a moment"}

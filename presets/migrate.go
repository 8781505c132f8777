package presets

import (
	"encoding/json"
	"strings"

	"voicestudio/tts"
)

// migrations bring a file from the version that is the index to the next one.
var migrations = []func(*node){fromAHost}

func migrate(root *node, version int) {
	for ; version < Version; version++ {
		migrations[version](root)
	}
}

// fromAHost reads what people wrote by hand before files had a version: a
// request as a host's documentation spells it.
func fromAHost(root *node) {
	request := root.below("request")
	request.rename("timber_weights", "timbre_weights") // PPIO's spelling
	request.below("voice_setting").rename("english_normalization", "text_normalization")
	if model := request.below("model"); model != nil && model.kind == '"' {
		name, _ := json.Marshal(tts.ModelName(unquote(model.raw))) // a text always has a JSON form
		model.raw = string(name)
	}
}

// below is the value of a key, nil where there is none.
func (n *node) below(name string) *node {
	if n == nil {
		return nil
	}
	for i := range n.members {
		if n.members[i].name == name {
			return &n.members[i].value
		}
	}
	return nil
}

// rename renames a key, unless there is one of the new name already.
func (n *node) rename(old, new string) {
	if n == nil || n.below(new) != nil {
		return
	}
	for i := range n.members {
		if m := &n.members[i]; m.name == old {
			m.name, m.rawName = new, strings.Replace(m.rawName, old, new, 1)
		}
	}
}

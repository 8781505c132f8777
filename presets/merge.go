package presets

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// Conflict is a field that both sides changed, and differently.
type Conflict struct {
	Field string `json:"field"`
	// Base is what it was before, as compact JSON, null where unset.
	Base   json.RawMessage `json:"base"`
	Mine   json.RawMessage `json:"mine"`
	Theirs json.RawMessage `json:"theirs"`
}

// ConflictsInWords says conflicts for people, "speed: yours 1.10×, theirs 1.20×":
// of a blend and of a dictionary only what is not the same on both sides.
func ConflictsInWords(conflicts []Conflict) (said []string) {
	var apart, voices []Change
	for _, c := range conflicts {
		if change := (Change{c.Field, c.Mine, c.Theirs}); isVoice(c.Field) {
			voices = append(voices, change)
		} else {
			apart = append(apart, change)
		}
	}
	side := func(value string) string { return cmp.Or(value, say.sentence.unset) }
	if mine, theirs := voiceSides(voices); len(voices) > 0 && (len(mine) < 2 || len(theirs) < 2 || !alike(mine, theirs)) {
		call := namesOf(slices.Concat(mine, theirs))
		said = append(said, say.merge.sides(labelOf(voiceField).name, side(voicesInWords(mine, call)), side(voicesInWords(theirs, call))))
		voices = nil
	}
	for _, d := range Differences(slices.Concat(voices, apart)) {
		said = append(said, say.merge.sides(d.Name, side(d.A), side(d.B)))
	}
	return said
}

// Merge joins what two sides made of base, field by field: a field that only
// one of them changed is that side's. Of created the earlier and of updated
// the later is taken, and of fingerprints each host's later one. Voice and blend are one field, since they replace each
// other. With conflicts the preset holds mine in these fields; merging two
// presets without a common base, give an empty one.
func Merge(base, mine, theirs Preset) (Preset, []Conflict) {
	b, m, t := leavesOf(base), leavesOf(mine), leavesOf(theirs)
	var conflicts []Conflict
	merged := map[path]string{}
	paths := unite(m, t, b)
	for _, p := range paths {
		if p == fingerprintsKey {
			if joined := joinFingerprints(b.at(p), m.at(p), t.at(p)); joined != "" {
				merged[p] = joined
			}
			continue
		}
		side := m
		switch unit := unitOf(p); {
		case unit.same(m, t), unit.same(t, b):
		case unit.same(m, b):
			side = t
		case p == "updated" && t.at(p) > m.at(p), p == "created" && t.at(p) != "" && t.at(p) < m.at(p):
			side = t
		case p == "updated", p == "created", p == "version":
		default:
			if c := (Conflict{p.field(), orNull(b.at(p)), orNull(m.at(p)), orNull(t.at(p))}); m.at(p) != t.at(p) {
				conflicts = append(conflicts, c)
			}
		}
		if value := side.at(p); value != "" {
			merged[p] = value
		}
	}
	p, broken := parse([]byte(build(paths, merged)))
	if broken != nil { // cannot be: every value stood in a preset's file
		return mine, []Conflict{{Field: "request", Base: orNull(""), Mine: orNull(""), Theirs: orNull("")}}
	}
	return p, conflicts
}

// unit are leaves that change together.
type unit []path

var voices = unit{"request" + joint + "voice_setting" + joint + "voice_id", "request" + joint + "timbre_weights"}

func unitOf(p path) unit {
	if slices.Contains(voices, p) {
		return voices
	}
	return unit{p}
}

func (u unit) same(a, b leaves) bool {
	return !slices.ContainsFunc(u, func(p path) bool { return a.at(p) != b.at(p) })
}

// build writes leaves as JSON; paths of one object may stand apart.
func build(paths []path, values map[path]string) string {
	type object struct {
		keys []string
		at   map[string]*object
		leaf string
	}
	root := &object{at: map[string]*object{}}
	for _, p := range paths {
		value, found := values[p]
		if !found {
			continue
		}
		o := root
		for _, key := range strings.Split(string(p), joint) {
			next, known := o.at[key]
			if !known {
				next = &object{at: map[string]*object{}}
				o.keys, o.at[key] = append(o.keys, key), next
			}
			o = next
		}
		o.leaf = value
	}
	if root.at["request"] == nil { // a preset that sets nothing
		root.keys, root.at["request"] = append(root.keys, "request"), &object{leaf: "{}"}
	}
	var write func(*object) string
	write = func(o *object) string {
		if o.leaf != "" {
			return o.leaf
		}
		var members []string
		for _, key := range o.keys {
			name, _ := json.Marshal(key) // a text always has a JSON form
			members = append(members, string(name)+":"+write(o.at[key]))
		}
		return "{" + strings.Join(members, ",") + "}"
	}
	return write(root)
}

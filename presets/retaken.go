package presets

import "slices"

// Retaken is a host at which two states of a preset have other fingerprints; nil
// is one that there was not, or is not any more.
type Retaken struct {
	Host    string
	Was, Is *Fingerprint
}

// Retakes lists the hosts whose fingerprints differ, by name. They are no
// difference of Diff: nobody sets them.
func Retakes(a, b Preset) (all []Retaken) {
	before, after := byHost(leavesOf(a).at(fingerprintsKey)), byHost(leavesOf(b).at(fingerprintsKey))
	for _, host := range slices.Sorted(keysOf(before, after)) {
		if before[host].raw != after[host].raw {
			all = append(all, Retaken{host, a.fingerprintOf(host), b.fingerprintOf(host)})
		}
	}
	return all
}

func (p Preset) fingerprintOf(host string) *Fingerprint {
	for i := range p.Fingerprints {
		if p.Fingerprints[i].Host == host {
			return &p.Fingerprints[i]
		}
	}
	return nil
}

package audition

// Takes are the ids of the takes that auditions hold, so that they are never
// pruned: all that a file names, also one that is broken or of a newer version.
// Where a file cannot be read nobody knows what it holds: that is an error.
func (f Folder) Takes() (map[string]bool, error) {
	return f.files().Takes(func([]byte) bool { return false })
}

// Holders are the names of the auditions in which a take is, by the take's id.
func (f Folder) Holders() (map[string][]string, error) {
	all, _, err := f.List()
	names := map[string][]string{}
	for _, a := range all {
		seen := map[string]bool{}
		for _, c := range a.Candidates {
			if c.Take != "" && !seen[c.Take] {
				seen[c.Take] = true
				names[c.Take] = append(names[c.Take], a.Name)
			}
		}
	}
	return names, err
}

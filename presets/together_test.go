package presets

import "testing"

func TestReadersNeverSeeHalfAFile(t *testing.T) {
	f := temp(t)
	mustSave(t, f, Preset{Name: "Busy"})
	done := make(chan error, 1)
	go func() {
		p, err := Preset{Name: "Busy", Notes: string(make([]byte, 5000))}, error(nil)
		for range 20 {
			if _, e := f.Save(p); e != nil {
				err = e
			}
		}
		done <- err
	}()
	for {
		if _, broken, err := f.List(); len(broken) > 0 || err != nil {
			t.Fatal(broken, err)
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		default:
		}
	}
}

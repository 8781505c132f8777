package studio

import (
	"voicestudio/tts"
)

// formsRoom is Voice, Blend and Effects: the settings as rows of controls.
type formsRoom struct {
	*shared
	takes *takeList  // whose voices can be chosen, too
	sound *soundRoom // which speaks a voice before it is chosen
	forms [panelCount]*form
	entry *entry
}

// blocked says why a choice's value cannot be had at this host and model.
func (r *formsRoom) blocked(path, value string) *tts.Problem {
	return tts.Obstacle(r.request(), r.session.Target(true), path, value)
}

// controls are the rows of a form.
func (r *formsRoom) controls(p panel) []control {
	switch p {
	case voicePanel:
		return voiceControls
	case blendPanel:
		return blendControls(r.doc())
	case effectsPanel:
		return effectsControls
	default:
		return nil
	}
}

// form is the form that has the focus, or nil.
func (r *formsRoom) form() *form { return r.forms[r.focus] }

// control is the row under the cursor of the form that has the focus.
func (r *formsRoom) control() (control, bool) {
	f, rows := r.form(), r.controls(r.focus)
	if f == nil || f.Cursor() >= len(rows) {
		return control{}, false
	}
	return rows[f.Cursor()], true
}

// wants is how many lines each form would like to have, with so much room for
// its choices.
func (r *formsRoom) wants(room density) (lines wanted) {
	for p, f := range r.forms {
		if f != nil {
			controls := r.controls(panel(p))
			f.Count(len(controls))
			lines[p] = rows(controls, r.doc(), formWidth(r.layout.w)-4, room)
		}
	}
	return lines
}

package plain

import (
	"cmp"
	"math"
	"os"
	"slices"
	"strings"

	"voicestudio/presets"
	"voicestudio/tts"
	"voicestudio/tts/host"
	"voicestudio/ui/session"
	"voicestudio/ui/studio/document"
)

// title is what a host is called.
func title(name tts.HostName) string {
	h, _ := tts.HostAt(name)
	return cmp.Or(h.Title, string(name))
}

// request is what speaking a document would ask for: an empty one speaks the
// placeholder.
func request(doc document.Document) tts.Request {
	r := doc.Request()
	r.Text = cmp.Or(doc.Text, session.Placeholder())
	return r
}

// priceTag is what a host asks for 10,000 characters.
func (d *desk) priceTag(name tts.HostName, model string) string {
	if name == tts.Sandbox {
		return session.Cost(name, nil)
	}
	if price, known := tts.PriceOf(name, model); known {
		return say.host.price10k(price.Of(10000).String())
	}
	return session.Cost(name, nil)
}

// priceOf is what speaking a document would cost, by an estimate.
func (d *desk) priceOf(doc document.Document) string {
	name := d.session.Host()
	if price := session.Price(name, request(doc)); price != nil && name != tts.Sandbox {
		return say.host.about(price.String())
	}
	return session.Cost(name, nil)
}

// moved says what would become of the settings with another host or model, in a
// few words.
func (d *desk) moved(to tts.HostName, model string) string {
	r := request(d.doc())
	from := d.session.Target(!d.doc().Whole)
	gained, lost := tts.Move(r, from, d.session.TargetAt(to, from.Stream), model)
	var said []string
	for _, p := range gained {
		said = append(said, say.host.gains(presets.Label(p.Field), string(p.Effect)))
	}
	for _, p := range lost {
		if !slices.ContainsFunc(gained, func(g tts.Problem) bool { return g.Field == p.Field }) {
			said = append(said, say.host.loses(presets.Label(p.Field), string(p.Effect)))
		}
	}
	if len(said) > 3 {
		said = append(said[:3], say.host.andMore(len(said)-3))
	}
	return joined(said...)
}

// chooseHost lists the hosts with their prices and what each would refuse, or makes
// one speak.
func chooseHost(d *desk, rest string) error {
	if rest != "" {
		var names []string
		for _, h := range tts.Hosts {
			names = append(names, string(h.Name))
		}
		word := strings.ToLower(rest)
		for _, h := range tts.Hosts {
			if strings.EqualFold(h.Title, rest) {
				word = string(h.Name)
			}
		}
		name, err := choose("host", word, names)
		if err != nil {
			return err
		}
		return d.useHost(tts.HostName(name))
	}
	model := cmp.Or(d.doc().Settings.Model, tts.DefaultModel)
	items := make([]item, len(tts.Hosts))
	for i, h := range tts.Hosts {
		said := joined(h.Title, d.priceTag(h.Name, model))
		switch {
		case h.Name == d.session.Host():
			said = joined(said, say.host.speaks)
		case h.KeyVariable != "" && os.Getenv(h.KeyVariable) == "":
			said = joined(said, say.host.needsKey(h.KeyVariable))
		default:
			said = joined(said, d.moved(h.Name, ""))
		}
		items[i].text = said
	}
	return d.offer(list{items: numbered(items), hint: say.lists.chooses, pick: func(n int) error {
		if n < 1 || n > len(tts.Hosts) {
			return wrong(say.lists.out(n, len(tts.Hosts)))
		}
		return d.useHost(tts.Hosts[n-1].Name)
	}})
}

func (d *desk) useHost(name tts.HostName) error {
	if err := d.session.Usable(name); err != nil {
		return err
	}
	moves := d.moved(name, "")
	d.session.MoveTo(name)
	d.chosen, d.own, d.ownOf = name, nil, ""
	d.say(say.host.now(title(name), d.priceTag(name, cmp.Or(d.doc().Settings.Model, tts.DefaultModel))))
	if moves != "" {
		d.say(moves)
	}
	d.connect(false)
	return nil
}

// connect prepares the host that speaks, and asks for the account's own voices; quietly
// where nobody waits for that.
func (d *desk) connect(quietly bool) {
	if quietly {
		d.quiet++
	}
	d.ownVoices(func(err error) {
		if quietly {
			d.quiet--
		}
		switch {
		case err != nil && quietly: // whoever speaks will be told
		case err != nil:
			d.fail(err)
		case len(d.own) > 0:
			d.say(say.voices.own(len(d.own)))
		}
	})
}

// ownVoices asks for the account's own voices, beside the loop.
func (d *desk) ownVoices(then func(err error)) {
	name := d.session.Host()
	d.later(func() func() {
		_, err := d.session.Connect()
		own, unlisted := []host.AccountVoice(nil), error(nil)
		if err == nil {
			own, unlisted = d.session.ListOwn(d.ctx)
		}
		return func() {
			switch {
			case d.session.Host() != name: // another was chosen meanwhile
				then(nil)
				return
			case err == nil && unlisted == nil:
				d.own, d.ownOf = own, name
			case err == nil:
				err = tts.Lost(tts.Said{What: say.voices.noOwn(reason(unlisted))}, unlisted)
			}
			then(err)
		}
	})
}

// chooseModel lists the models of the host, or sets one.
func chooseModel(d *desk, rest string) error {
	h, _ := tts.HostAt(d.session.Host())
	now := cmp.Or(d.doc().Settings.Model, tts.DefaultModel)
	if rest != "" {
		name := tts.ModelName(rest)
		if !h.Takes(name) {
			chosen, err := choose("model", rest, h.Models)
			if err != nil {
				if at := slices.IndexFunc(h.Models, func(m string) bool { return strings.Contains(m, strings.ReplaceAll(rest, " ", "-")) }); at >= 0 {
					chosen, err = h.Models[at], nil
				}
			}
			if err != nil {
				return err
			}
			name = chosen
		}
		return d.useModel(name)
	}
	items := make([]item, len(h.Models))
	for i, m := range h.Models {
		items[i].text = joined(m, d.priceTag(h.Name, m))
		if m == now {
			items[i].text = joined(items[i].text, say.host.speaks)
		} else {
			items[i].text = joined(items[i].text, d.moved(h.Name, m))
		}
	}
	return d.offer(list{items: numbered(items), hint: say.lists.chooses, pick: func(n int) error {
		if n < 1 || n > len(h.Models) {
			return wrong(say.lists.out(n, len(h.Models)))
		}
		return d.useModel(h.Models[n-1])
	}})
}

func (d *desk) useModel(name string) error {
	moves := d.moved(d.session.Host(), name)
	d.change(d.doc().Set("model", name), presets.Label("model"))
	d.say(joined(name, d.priceTag(d.session.Host(), name)))
	if moves != "" {
		d.say(moves)
	}
	return nil
}

// tellPrice says what speaking would cost, and what was spent.
func tellPrice(d *desk, _ string) error {
	name := d.session.Host()
	d.say(say.host.wouldCost(title(name), d.priceOf(d.doc()), tts.EstimateCharacters(request(d.doc()).Text)))
	if currency, charges := tts.CurrencyOf(name); charges {
		spent, known := d.session.Spent(currency)
		d.say(say.host.spent(spent.String(), known))
	}
	if cap := d.session.Cap(); cap != nil {
		d.say(say.host.cap(cap.String()))
	}
	return nil
}

// setCap says or sets what the session may cost before it asks.
func setCap(d *desk, rest string) error {
	cap := d.session.Cap()
	if rest == "" {
		if cap == nil {
			d.say(say.host.noCap)
		} else {
			d.say(say.host.cap(cap.String()))
		}
		return nil
	}
	word, unit := first(rest)
	amount, is := figure(strings.Trim(word, "$¥"))
	currency, charges := tts.CurrencyOf(d.session.Host())
	switch {
	case unit != "":
		currency = strings.ToUpper(unit)
	case cap != nil:
		currency = cap.Currency
	case !charges:
		return wrong(say.host.capForm)
	}
	if !is || amount < 0 || math.IsInf(amount, 0) || math.IsNaN(amount) || len(currency) != 3 {
		return wrong(say.host.capForm)
	}
	to := tts.Money{Amount: amount, Currency: currency}
	d.session.RaiseCap(to)
	d.say(say.host.cap(to.String()))
	return nil
}

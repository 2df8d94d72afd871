import type { Instrument, Scale, VariableNote } from '@echolot/instrument'

/** What the questionnaire says about an item beside its JSON; undefined while nobody has written it. */
export const noteOf = (instrument: Instrument, name: string): VariableNote | undefined =>
  instrument.variables.find((note) => note.name === name)

/** The note of an item with some of it changed; undefined values are taken away. A missing note is begun as sensitive. */
export const setNote = (
  instrument: Instrument,
  name: string,
  change: { readonly [Key in keyof VariableNote]?: VariableNote[Key] | undefined },
): Instrument => {
  const before = noteOf(instrument, name)
  const merged = { ...(before ?? { name, sensitivity: 'sensitive', purpose: '' }), ...change }
  const note = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as VariableNote
  return {
    ...instrument,
    variables:
      before === undefined
        ? [...instrument.variables, note]
        : instrument.variables.map((one) => (one.name === name ? note : one)),
  }
}

export const addScale = (instrument: Instrument, name: string): Instrument => ({
  ...instrument,
  scales: [
    ...instrument.scales,
    { name, label: '', items: [], reversed: [], min: 1, max: 5, minValid: 1 },
  ],
})

export const setScale = (
  instrument: Instrument,
  place: number,
  change: Partial<Scale>,
): Instrument => ({
  ...instrument,
  scales: instrument.scales.map((scale, at) => (at === place ? { ...scale, ...change } : scale)),
})

export const removeScale = (instrument: Instrument, place: number): Instrument => ({
  ...instrument,
  scales: instrument.scales.toSpliced(place, 1),
})

/** How an item is scored in a scale: not at all, as it is, or turned round. */
export const setInScale = (
  instrument: Instrument,
  place: number,
  { item, scored }: { readonly item: string; readonly scored: 'not' | 'as-is' | 'reversed' },
): Instrument => {
  const scale = instrument.scales[place]
  if (scale === undefined) return instrument
  const items = scale.items.filter((name) => name !== item)
  const reversed = scale.reversed.filter((name) => name !== item)
  return setScale(instrument, place, {
    items: scored === 'not' ? items : scale.items.includes(item) ? scale.items : [...items, item],
    reversed: scored === 'reversed' ? [...reversed, item] : reversed,
  })
}

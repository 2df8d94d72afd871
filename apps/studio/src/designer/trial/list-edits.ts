import type { Instrument } from '@echolot/instrument'

type Listed = 'personas' | 'assertions'
type Entry<List extends Listed> = NonNullable<Instrument[List]>[number]

const withList = <List extends Listed>(
  instrument: Instrument,
  list: List,
  entries: readonly Entry<List>[],
): Instrument => {
  const { [list]: _, ...others } = instrument
  return (entries.length === 0 ? others : { ...others, [list]: entries }) as Instrument
}

const entriesOf = <List extends Listed>(instrument: Instrument, list: List) =>
  (instrument[list] ?? []) as readonly Entry<List>[]

/** Adds a persona or an assertion at the end. */
export const addEntry = <List extends Listed>(
  instrument: Instrument,
  list: List,
  entry: Entry<List>,
): Instrument => withList(instrument, list, [...entriesOf(instrument, list), entry])

/** Puts another persona or assertion in the place of one. */
export const setEntry = <List extends Listed>(
  instrument: Instrument,
  list: List,
  place: number,
  entry: Entry<List>,
): Instrument =>
  withList(instrument, list, entriesOf(instrument, list).with(place, entry) as Entry<List>[])

/** Takes one away; a list without entries leaves nothing behind. */
export const removeEntry = (instrument: Instrument, list: Listed, place: number): Instrument =>
  withList(instrument, list, entriesOf(instrument, list).toSpliced(place, 1))

import {
  type Codebook,
  type Instrument,
  type Item,
  itemsOf,
  type Localized,
  localizedOf,
  type Variable,
} from '@echolot/instrument'

/** The words a variable was asked with. */
export type Question = {
  /** What stands before it: title of the matrix or panel that holds it. */
  readonly before: Localized | undefined
  readonly literal: Localized
  /** Small print for the respondent. */
  readonly instruction: Localized | undefined
  readonly type: string
  /** The condition under which it is shown, in SurveyJS's terms. */
  readonly condition: string | undefined
}

/** The instruments of a freeze, the one that its codebook describes before the others. */
export const ownFirst = (
  { instrument, version }: Pick<Codebook, 'instrument' | 'version'>,
  instruments: readonly Instrument[],
): readonly Instrument[] => {
  const nearness = (one: Instrument) =>
    one.instrument === instrument ? (one.version === version ? 0 : 1) : 2
  return instruments.toSorted((a, b) => nearness(a) - nearness(b))
}

/** Finds the question behind each variable, in the first instrument that has it. */
export const questionsOf = (instruments: readonly Instrument[]) => {
  const byInstrument = instruments.map((instrument) => {
    const items = itemsOf(instrument)
    const byName = new Map<string, Item>()
    for (const item of items) if (!byName.has(item.name)) byName.set(item.name, item)
    return byName
  })
  return ({ item }: Pick<Variable, 'item'>): Question | undefined => {
    for (const byName of byInstrument) {
      const found = byName.get(item)
      if (found !== undefined) return questionFrom(found, byName)
    }
    return undefined
  }
}

const questionFrom = (item: Item, byName: ReadonlyMap<string, Item>): Question => {
  const parent = item.parent === undefined ? undefined : byName.get(item.parent)
  const own = localizedOf(item.json.description, '')
  const small = own === '' && parent !== undefined ? localizedOf(parent.json.description, '') : own
  const conditions = [...new Set([...(parent?.conditions ?? []), ...item.conditions])]
  return {
    before: parent?.titled === true ? parent.title : undefined,
    literal: item.title,
    instruction: small === '' ? undefined : small,
    type: item.type === 'matrixrow' && parent !== undefined ? parent.type : item.type,
    condition: conditions.length === 0 ? undefined : conditions.join(' and '),
  }
}

import type { Prepared } from '../prepare/prepared.ts'
import type { Condition, Subject } from '../result.ts'
import type { Block, Figure } from './blocks.ts'
import { byPartners } from './partners.ts'
import { rowGroups } from './row-groups.ts'

/** A published number and whom it is about. `counts`: it tells how many gave the answers. */
export type SubjectFigure = {
  readonly place: string
  readonly subject: Subject
  readonly counts: boolean
  /** Readers are taken to know the sums of the table it stands in. */
  readonly inTable?: boolean
}

/** The columns that subjects may name. */
export type Columns = Pick<Prepared, 'n'> & {
  readonly columns: ReadonlyMap<string, { readonly values: Float64Array }>
}

/**
 * One block for each variable that something is published of. Respondents fall into the smallest groups that the
 * published numbers of all analyses tell apart, whether they name them by one variable or by another: the county, the
 * county without one place, and the place are two groups, not three.
 */
export const subjectBlocks = (
  figures: readonly SubjectFigure[],
  data: Columns,
): readonly Block[] => {
  const alike = alikeIn(figures, data)
  const own = Map.groupBy(
    figures.map((figure) => ({ ...figure, subject: alike(figure.subject) })),
    ({ subject }) => subject.variable,
  )
  const blocks: Block[] = []
  for (const [variable, about] of own) {
    for (const part of byPartners(about, data)) {
      const block = blockOf(variable, part, data)
      if (block.atoms.length <= MOST_ATOMS) blocks.push(block)
      else for (const one of byPartner(part)) blocks.push(blockOf(variable, one, data))
    }
  }
  for (const [variable, about] of own)
    for (const part of byPartner(
      [...own.values()]
        .flat()
        .flatMap((figure) => (figure.inTable ? turned(figure, variable) : [])),
    ))
      blocks.push(
        blockOf(variable, [...about.filter(({ subject }) => isAlone(subject)), ...part], data),
      )
  return blocks
}

/** Beyond this, groups by different variables are looked at one variable at a time. */
const MOST_ATOMS = 48

const isAlone = ({ where = [] }: Subject) => where.length === 0

/** Figures by the variables that name their groups; those of everybody are in each. */
const byPartner = (figures: readonly SubjectFigure[]): readonly (readonly SubjectFigure[])[] => {
  const alone = figures.filter(({ subject }) => isAlone(subject))
  const others = Map.groupBy(
    figures.filter(({ subject }) => !isAlone(subject)),
    ({ subject }) => (subject.where ?? []).map(({ variable }) => variable).join(' & '),
  )
  return [...others.values()].map((part) => [...alone, ...part])
}

/** A count in a table of two variables is a count of both: as seen from the other one. */
const turned = (figure: SubjectFigure, variable: string): readonly SubjectFigure[] => {
  const { codes, where = [], ...own } = figure.subject
  const [only, ...others] = where
  return codes === undefined ||
    only?.codes === undefined ||
    only.variable !== variable ||
    others.length > 0
    ? []
    : [
        {
          ...figure,
          subject: { variable, codes: only.codes, where: [{ variable: own.variable, codes }] },
        },
      ]
}

/**
 * A variable that is another one, answered by fewer (a filter under a new name), is that other one in a group: what is
 * published of both is then seen together.
 */
const alikeIn = (figures: readonly SubjectFigure[], { n, columns }: Columns) => {
  const names = [...new Set(figures.map(({ subject }) => subject.variable))]
  const valuesOf = (name: string) =>
    columns.get(name)?.values ?? new Float64Array(n).fill(Number.NaN)
  const present = (values: Float64Array) => presentRows(values).length
  const known = names.map((name) => ({ name, values: valuesOf(name) }))
  const sizes = new Map(known.map(({ name, values }) => [name, present(values)]))
  const size = (name: string) => sizes.get(name) as number
  const isPartOf = (part: Float64Array, all: Float64Array) =>
    part.every((value, i) => Number.isNaN(value) || value === all[i])
  const varies = (values: Float64Array) => {
    const first = values.find((value) => !Number.isNaN(value))
    return values.some((value) => !Number.isNaN(value) && value !== first)
  }
  const parents = new Map<string, string>()
  for (const { name, values } of known) {
    if (!varies(values)) continue
    const parent = known
      .filter(
        (other) =>
          other.name !== name &&
          (size(other.name) > size(name) ||
            (size(other.name) === size(name) && other.name < name)) &&
          isPartOf(values, other.values),
      )
      .sort((a, b) => size(b.name) - size(a.name) || (a.name < b.name ? -1 : 1))[0]
    if (parent !== undefined) parents.set(name, parent.name)
  }
  return (subject: Subject): Subject => {
    const parent = parents.get(subject.variable)
    if (parent === undefined) return subject
    const where = subject.where ?? []
    return size(parent) === size(subject.variable)
      ? { ...subject, variable: parent }
      : { ...subject, variable: parent, where: [...where, { variable: subject.variable }] }
  }
}

const conditionText = ({ variable, codes }: Condition) =>
  codes === undefined
    ? `${variable} given`
    : `${variable} ${[...codes].sort((a, b) => a - b).join('/')}`
export const subjectText = ({ where = [], ...condition }: Subject): string =>
  [condition, ...where].map(conditionText).sort().join(' & ')
const populationText = (where: readonly Condition[]) => where.map(conditionText).sort().join(' & ')

const presentRows = (values: Float64Array): Int32Array => {
  const rows = new Int32Array(values.length)
  let n = 0
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) rows[n++] = row
  return rows.subarray(0, n)
}

const blockOf = (
  variable: string,
  figures: readonly SubjectFigure[],
  { n, columns }: Columns,
): Block => {
  const valuesOf = (name: string) => columns.get(name)?.values
  const values = valuesOf(variable) ?? new Float64Array(n).fill(Number.NaN)
  const rows = presentRows(values)
  const populations = new Map<string, readonly Condition[]>([['', []]])
  for (const { subject } of figures)
    populations.set(populationText(subject.where ?? []), subject.where ?? [])
  const texts = [...populations.keys()]
  const { of, groups } = rowGroups(rows, [...populations.values()], valuesOf)

  const codeSets = figures.flatMap(({ subject, counts }) =>
    counts && subject.codes !== undefined ? [new Set(subject.codes)] : [],
  )
  const given = new Set(codeSets.flatMap((set) => [...set]))
  for (const row of rows) given.add(values[row] as number)
  const codes = [...given].sort((a, b) => a - b)
  const classPlaces = new Map<string, number>()
  const classCodes: number[][] = []
  const classOf = new Map<number, number>()
  for (const code of codes) {
    const key = codeSets.map((set) => Number(set.has(code))).join('')
    const place = classPlaces.get(key) ?? classCodes.push([]) - 1
    classPlaces.set(key, place)
    ;(classCodes[place] as number[]).push(code)
    classOf.set(code, place)
  }
  const counts = groups.map(() => classCodes.map(() => 0))
  for (let i = 0; i < rows.length; i++) {
    const line = counts[of[i] as number] as number[]
    const place = classOf.get(values[rows[i] as number] as number) as number
    line[place] = (line[place] as number) + 1
  }

  const atomsOf = (where: readonly Condition[]) => {
    const at = texts.indexOf(populationText(where))
    return groups.flatMap((inside, atom) => (inside[at] ? [atom] : []))
  }
  const classesIn = (wanted: readonly number[]) =>
    [...new Set(wanted.map((code) => classOf.get(code) as number))].sort((a, b) => a - b)
  const keyOfAtom = groups.map((_, atom) => {
    const exact = texts.find((_, at) => groups.every((inside, i) => inside[at] === (i === atom)))
    return exact ?? `group ${atom + 1} of ${texts.length}`
  })
  const all = [...groups.keys()]
  const isAsked = figures.some(
    ({ subject }) => subject.codes !== undefined && (subject.where ?? []).length === 0,
  )
  const tables = figures.filter(({ inTable }) => inTable)
  return {
    atoms: groups.map((_, atom) => ({
      key: keyOfAtom[atom] === '' ? '' : (keyOfAtom[atom] as string),
      size: counts[atom]?.reduce((a, b) => a + b, 0) ?? 0,
    })),
    classes: classCodes.map((own) => `${variable} ${own.join('/')}`),
    counts,
    figures: figures.map(
      ({ place, subject, counts: tells }): Figure => ({
        place,
        key: subjectText(subject),
        atoms: atomsOf(subject.where ?? []),
        ...(tells && subject.codes !== undefined ? { classes: classesIn(subject.codes) } : {}),
      }),
    ),
    known: [
      { atoms: all },
      ...(isAsked || tables.length === 0
        ? []
        : classCodes.map((_, c) => ({
            atoms: [...new Set(tables.flatMap(({ subject }) => atomsOf(subject.where ?? [])))],
            classes: [c],
          }))),
    ],
  }
}

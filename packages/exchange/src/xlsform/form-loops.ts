import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import { type Line, lineFrom, type Sheet } from './sheet-columns.ts'

const BEGIN = /^begin[ _]loop(?:[ _]over)?[ _](.+)$/i
const END = /^end[ _]loop$/i

/**
 * The lines of a survey with its loops written out: what stands between `begin loop over LIST` and `end loop` once for
 * each choice, in a group of that choice, `%(name)s` and `%(label)s` filled in.
 */
export const withoutLoops = (
  lines: readonly Line[],
  choices: Sheet,
  losses: LossList,
): readonly Line[] => {
  const done: Line[] = []
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place] as Line
    const list = BEGIN.exec(line.get('type') ?? '')?.[1]?.trim()
    if (list === undefined) {
      done.push(line)
      continue
    }
    const end = endOf(lines, place)
    const body = withoutLoops(lines.slice(place + 1, end), choices, losses)
    const entries = choices.lines.filter((choice) => choice.get('list_name') === list)
    const path = `survey!row ${line.line}`
    if (entries.length === 0)
      losses.dropped(path, `loop over “${list}”`, because('loop-list-missing'))
    else losses.kept(path, `loop over “${list}”`)
    done.push(typed(line, 'begin group'))
    if (entries.length === 0) done.push(...body)
    for (const entry of entries) {
      const name = entry.get('name') ?? ''
      done.push(
        {
          ...lineFrom(line.line, [
            cell('type', 'begin group'),
            cell('name', name),
            ...entry.filled.filter(({ column }) => column.name === 'label'),
          ]),
          loop: line.get('name') ?? 'loop',
        },
        ...body.map((inner) => filledIn(inner, entry)),
        lineFrom(line.line, [cell('type', 'end group')]),
      )
    }
    done.push(lineFrom(lines[end]?.line ?? line.line, [cell('type', 'end group')]))
    place = end
  }
  return done
}

/** Where the loop that begins at `start` ends; at the end of the form when nothing ends it. */
const endOf = (lines: readonly Line[], start: number): number => {
  let open = 0
  for (let place = start; place < lines.length; place++) {
    const type = lines[place]?.get('type') ?? ''
    if (BEGIN.test(type)) open++
    else if (END.test(type) && --open === 0) return place
  }
  return lines.length
}

const cell = (name: string, text: string) => ({ column: { name, header: name }, text })

const typed = (line: Line, type: string): Line =>
  lineFrom(
    line.line,
    line.filled.map((one) => (one.column.name === 'type' ? { ...one, text: type } : one)),
  )

/** A line for one choice. Inner loops have filled in theirs before. */
const filledIn = (line: Line, entry: Line): Line => {
  const name = entry.get('name') ?? ''
  const labels = entry.texts('label')
  const labelIn = (language: string | undefined) =>
    labels.get(language ?? '') ?? labels.get('') ?? [...labels.values()][0] ?? name
  return {
    ...lineFrom(
      line.line,
      line.filled.map(({ column, text }) => ({
        column,
        text: text
          .replaceAll('%(name)s', name)
          .replaceAll(/%\(label(?:::?[^)]*)?\)s/g, () => labelIn(column.language)),
      })),
    ),
    loop: line.loop === undefined ? name : `${name}_${line.loop}`,
  }
}

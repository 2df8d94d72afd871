import { isWholeNumber, valueMaker } from '../questionnaire/names.ts'
import { because } from '../reasons/because.ts'
import { type Choice, type Form, MEDIA } from './form.ts'
import type { Line, Sheet } from './sheet-columns.ts'

/** The lists of a sheet of choices, by name. */
export const listsOf = (
  sheet: Sheet,
  title: string,
  form: Form,
): ReadonlyMap<string, readonly Choice[]> => {
  const lines = new Map<string, Line[]>()
  const media = new Set<string>()
  for (const line of sheet.lines) {
    const list = line.get('list_name')
    const path = `${title}!row ${line.line}`
    if (list === undefined || line.get('name') === undefined) {
      form.losses.dropped(path, 'choice without list or name', because('give-both'))
      continue
    }
    lines.set(list, [...(lines.get(list) ?? []), line])
    for (const { column } of line.filled) if (MEDIA.has(column.name)) media.add(path)
  }
  for (const path of media)
    form.losses.grouped('pictures and sounds of choices', because('files-beside-choices'), path)
  return new Map(
    [...lines].map(([list, own]) => {
      const numeric = own.every((line) => isWholeNumber(line.get('name') ?? ''))
      const make = valueMaker()
      const known = new Map<string, string | number>()
      return [
        list,
        own.map((line): Choice => {
          const source = line.get('name') ?? ''
          const words = form.say(line.texts('label'), `${title}!row ${line.line}`) ?? source
          const key = `${source}\u0000${JSON.stringify(words)}`
          let value = known.get(key)
          if (value === undefined) {
            const made = make(source)
            value = numeric && made === source ? Number(source) : made
            known.set(key, value)
            if (made !== source)
              form.losses.approximated(
                `${title}!row ${line.line}`,
                `choice “${source}”`,
                because('value-became', { value: made }),
              )
          }
          return {
            source,
            value,
            text: words,
            columns: new Map(
              line.filled
                .filter(({ column }) => column.language === undefined)
                .map(({ column, text }) => [column.name, text]),
            ),
          }
        }),
      ]
    }),
  )
}

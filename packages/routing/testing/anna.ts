import { readFileSync } from 'node:fs'
import type { Answers, Instrument } from '@echolot/instrument'

const folder = `${import.meta.dirname}/../../../surveys/anna`

/** One of ANNA's instruments, fresh from its file. */
export const annaInstrument = (name: 'main' | 'prepost' | 'coach' | 'youth'): Instrument =>
  JSON.parse(readFileSync(`${folder}/instruments/${name}.json`, 'utf8')) as Instrument

/** A made-up person of the routing table and the variables nobody may have asked. */
export type Persona = {
  readonly name: string
  readonly answers: Answers
  readonly asked: number
  readonly notAsked: readonly string[]
}

/** ANNA's routing table: seven personas, each with the variables that must end as −99. */
export const annaPersonas = (): readonly Persona[] =>
  readFileSync(`${folder}/cases/routing.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name, description, inputs, bands, asked, notAsked] = cellsOf(line) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      const children = (JSON.parse(bands) as number[]).map((age) => ({ child_age: age }))
      const answers = JSON.parse(inputs) as Answers
      return {
        name: `${name} ${description}`,
        answers: children.length > 0 ? { ...answers, children } : answers,
        asked: Number(asked),
        notAsked: notAsked.split(' ').filter(Boolean),
      }
    })

const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )

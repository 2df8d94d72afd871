import { type Instrument, itemsOf, type Persona, rowOf } from '@echolot/instrument'
import { minutesOf } from '@echolot/instrument/wording'
import { compileValidator, shownItems, type Validator } from '@echolot/routing'
import { assertionsHold, walkPersona } from '@echolot/routing/logic'
import { simulatedFile, simulation } from './simulation.ts'
import type { Answers, FillOrder, Given, Judged, PersonaReport, TaskName, Tasks } from './task.ts'

/** Does one task, here and now. */
export const doTask = <Name extends TaskName>(
  instrument: Instrument,
  name: Name,
  asked: Tasks[Name]['asked'],
  onProgress: (share: number) => void = () => undefined,
): Tasks[Name]['told'] => DOERS[name](instrument, asked, onProgress)

const DOERS: {
  readonly [Name in TaskName]: (
    instrument: Instrument,
    asked: Tasks[Name]['asked'],
    onProgress: (share: number) => void,
  ) => Tasks[Name]['told']
} = {
  judge: (instrument, given) => judged(instrument, given),
  fill: (instrument, order) => filled(instrument, order),
  personas: (instrument, { personas, other }) =>
    personas.map((persona) => personaReport(instrument, persona, other)),
  assertions: (instrument) => assertionsHold(instrument, instrument.assertions ?? []),
  simulate: (instrument, order, onProgress) => simulation(instrument, order, onProgress),
  file: (instrument, order, onProgress) => simulatedFile(instrument, order, onProgress),
}

const validators = new WeakMap<Instrument, Validator>()
/** Made once for a questionnaire, as the server does. */
export const validatorOf = (instrument: Instrument): Validator => {
  const known = validators.get(instrument) ?? compileValidator(instrument)
  validators.set(instrument, known)
  return known
}

const judged = (instrument: Instrument, given: Given): Judged => {
  const { answers, shown, context } = given
  const theirs = shownItems(instrument, answers, { context })
  const [here, there] = [new Set(shown), new Set(theirs)]
  return {
    problems: validatorOf(instrument)(given),
    onlyHere: shown.filter((name) => !there.has(name)),
    onlyThere: theirs.filter((name) => !here.has(name)),
    row: rowOf(instrument, { answers, shown, ...(given.completed && { reached: 'all' }) }),
  }
}

/** What is already answered stays; a page alone is filled without touching any other. */
const filled = (instrument: Instrument, { answers, context, seed, items }: FillOrder): Answers => {
  const top = itemsOf(instrument).filter(({ parent }) => parent === undefined)
  const elsewhere = items === undefined ? [] : top.filter(({ name }) => !items.includes(name))
  const persona: Persona = {
    name: '',
    answers: {
      ...Object.fromEntries(elsewhere.map(({ name }) => [name, null])),
      ...(answers as Persona['answers']),
    },
    context,
    others: 'plausible',
  }
  const { answers: walked } = walkPersona(instrument, persona, { seed })
  const strange = new Set(elsewhere.map(({ key }) => key))
  return {
    ...Object.fromEntries(Object.entries(walked).filter(([key]) => !strange.has(key))),
    ...answers,
  }
}

const personaReport = (
  instrument: Instrument,
  persona: Persona,
  other: Instrument | undefined,
): PersonaReport => {
  const now = metBy(instrument, persona)
  if (other === undefined) return now
  const then = metBy(other, persona)
  const [shownNow, shownThen] = [now, then].map(
    ({ walk }) => new Set(walk.pages.flatMap(({ shown }) => shown)),
  ) as [Set<string>, Set<string>]
  return {
    ...now,
    against: {
      minutes: then.minutes,
      added: [...shownNow].filter((name) => !shownThen.has(name)),
      removed: [...shownThen].filter((name) => !shownNow.has(name)),
    },
  }
}

const metBy = (instrument: Instrument, persona: Persona) => {
  const walk = walkPersona(instrument, persona)
  const minutes = minutesOf(instrument, {
    shown: walk.pages.flatMap(({ shown }) => shown),
    pages: walk.pages.map(({ page }) => page),
  }).median
  return { walk, minutes }
}

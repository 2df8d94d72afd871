import { type Instrument, type Item, itemsOf, textOf } from '@echolot/instrument'
import { sourceOf } from '../edits/source-of.ts'
import { type Asked, instrumentAlone, intoAnswer } from './alone.ts'

/** An answer in the words of its question: choices and rows by their texts, parts one after the other. */
export const answerWords = (value: unknown, asked: Asked, instrument: Instrument): string => {
  const source = sourceOf(instrument)
  const items = itemsOf(instrumentAlone(asked, instrument))
  const [question] = items
  const words = (text: Item['title'] | undefined, otherwise: unknown) =>
    (text === undefined ? '' : textOf(text, source, source)) || plain(otherwise)
  const say = (one: unknown, of: Item | undefined): string => {
    if (Array.isArray(one)) {
      const parts = one.map((entry) => say(entry, of))
      return parts.join(one.some((entry) => typeof entry === 'object') ? ' · ' : ', ')
    }
    if (typeof one !== 'object' || one === null)
      return words(of?.choices.find((choice) => choice.value === choiceOf(one))?.text, one)
    return Object.entries(one)
      .map(([key, inner]) => {
        const part = items.find((item) => item.parent === of?.name && item.key === key)
        const row = of?.rows.find((entry) => String(entry.value) === key)
        return `${words(part?.title ?? row?.text, key)}: ${say(inner, part ?? of)}`
      })
      .join('; ')
  }
  return say(intoAnswer(value, asked.as), question)
}

/** Choices of yes and no are known by text. */
const choiceOf = (value: unknown) => (typeof value === 'boolean' ? String(value) : value)

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

import type { Item } from '@echolot/instrument'
import { type Asked, isAnswerable } from './alone.ts'

/** The question that an item asks, also where it is a part of another; undefined where nobody can fill it in. */
export const askedOf = ({ type, json, title, choices, name }: Item): Asked | undefined => {
  const question =
    type === 'matrixrow'
      ? { type: 'radiogroup', name, title, choices }
      : type === 'multipletextitem'
        ? { ...json, type: 'text' }
        : json
  return isAnswerable(question) ? { json: question, as: 'answer' } : undefined
}

import type { Span } from '@echolot/contract/coding'
import {
  findChildren,
  findEmployers,
  findHealth,
  findJobs,
  findSchools,
  findThirdPersons,
} from './find-circumstances.ts'
import { findLikelyNames } from './find-likely-names.ts'
import { findNames } from './find-names.ts'
import { findCaseNumbers, findContacts, findDates, findIbans } from './find-numbers.ts'
import { findAddresses, findOrigins, findPlaces } from './find-places.ts'
import type { Finder } from './found.ts'
import { textOf } from './text.ts'

/** Where two fit the same passage equally well, the one further up has it. */
const FINDERS: readonly Finder[] = [
  findIbans,
  findContacts,
  findCaseNumbers,
  findAddresses,
  findDates,
  findNames,
  findSchools,
  findEmployers,
  findPlaces,
  findOrigins,
  findJobs,
  findChildren,
  findHealth,
  findThirdPersons,
  findLikelyNames,
]

/**
 * What the assistant would mask in an answer, from its beginning to its end; passages never overlap. It helps a person
 * and replaces none: names nobody thought of, allusions and what only neighbours would understand are not found.
 */
export const findSpans = (words: string): readonly Span[] => {
  const text = textOf(words)
  const best = FINDERS.flatMap((find, rank) => find(text).map((span) => ({ span, rank }))).sort(
    (a, b) =>
      Number(b.span.certainty === 'sure') - Number(a.span.certainty === 'sure') ||
      lengthOf(b.span) - lengthOf(a.span) ||
      a.rank - b.rank,
  )
  const kept: Span[] = []
  for (const { span } of best) {
    const rival = kept.findIndex((one) => one.start < span.end && span.start < one.end)
    if (rival === -1) kept.push(span)
    // Nothing that any rule saw stays readable at the edge of a better one.
    else kept[rival] = joined(kept[rival] as Span, span)
  }
  return apart(kept.sort((a, b) => a.start - b.start))
}

const lengthOf = ({ start, end }: Span) => end - start
const joined = (one: Span, other: Span): Span => ({
  ...one,
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})
/** Passages that grew into each other are one. */
const apart = (spans: readonly Span[]): readonly Span[] => {
  const done: Span[] = []
  for (const span of spans) {
    const last = done.at(-1)
    if (last && span.start < last.end) done[done.length - 1] = joined(last, span)
    else done.push(span)
  }
  return done
}

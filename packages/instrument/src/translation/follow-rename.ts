import type { Instrument } from '../instrument.ts'
import { textPlacesOf } from './text-places.ts'

/**
 * What is kept about texts, after an item was renamed: under the new keys, and with the new name in the texts that were
 * remembered, so that nothing turns stale by it.
 * @param inText puts the new name into a text's `{old}`
 */
export const followRename = (
  before: Instrument,
  after: Instrument,
  inText: (text: string) => string,
): Instrument => {
  if (after.translations === undefined && after.acceptedWording === undefined) return after
  const keyAt = new Map(textPlacesOf(after).map(({ path, key }) => [path, key]))
  const keys = new Map(textPlacesOf(before).map(({ path, key }) => [key, keyAt.get(path) ?? key]))
  const owners = new Map([...keys].map(([from, to]) => [ownerOf(from), ownerOf(to)]))
  /** Lists have keys without being texts: `job:choices`. */
  const keyNow = (key: string) =>
    keys.get(key) ??
    (owners.has(ownerOf(key)) ? owners.get(ownerOf(key)) + key.slice(ownerOf(key).length) : key)
  return {
    ...after,
    ...(after.translations === undefined
      ? {}
      : {
          translations: Object.fromEntries(
            Object.entries(after.translations).map(([language, { others, units }]) => [
              language,
              {
                others,
                units: Object.fromEntries(
                  Object.entries(units).map(([key, record]) => [
                    keyNow(key),
                    { ...record, source: inText(record.source) },
                  ]),
                ),
              },
            ]),
          ),
        }),
    ...(after.acceptedWording === undefined
      ? {}
      : {
          acceptedWording: after.acceptedWording.map((accepted) => ({
            ...accepted,
            key: keyNow(accepted.key),
            text: inText(accepted.text),
          })),
        }),
  }
}

const ownerOf = (key: string) => key.split(':')[0] ?? key

import type { Instrument } from '@echolot/instrument'
import { useQuery } from '@tanstack/react-query'
import { studiesQuery } from '../../server/studies.ts'
import { publishedQuery } from '../requests.ts'

/** The newest version of a questionnaire that an open wave asks, and where; undefined while none is in the field. */
export const useFielded = (
  name: string,
): { readonly instrument: Instrument; readonly waves: readonly string[] } | undefined => {
  const { data: studies } = useQuery(studiesQuery)
  const asked = (studies ?? []).flatMap(({ study, waves }) =>
    waves.flatMap(({ wave, state, instrument }) =>
      state === 'open' && instrument?.startsWith(`${name}@`)
        ? [{ id: instrument, wave: `${study}/${wave}` }]
        : [],
    ),
  )
  const newest = asked
    .toSorted((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }))
    .at(-1)
  const { data } = useQuery({
    ...publishedQuery(newest?.id ?? ''),
    enabled: newest !== undefined,
  })
  if (newest === undefined || data === undefined) return undefined
  return {
    instrument: data,
    waves: asked.filter(({ id }) => id === newest.id).map(({ wave }) => wave),
  }
}

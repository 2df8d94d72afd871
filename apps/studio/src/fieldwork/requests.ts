import { Fieldwork } from '@echolot/contract/fieldwork'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ANYTHING, ask } from '../server/ask.ts'

/** Which wave of which study. */
export type WavePlace = Readonly<{ study: string; wave: string }>

const addressOf = ({ study, wave }: WavePlace) => `/v1/studies/${study}/waves/${wave}`

export const fieldworkQuery = ({ study, wave }: WavePlace) =>
  queryOptions({
    queryKey: ['fieldwork', study, wave],
    queryFn: ({ signal }) => ask(Fieldwork, `/v1/fieldwork/${study}/${wave}`, { signal }),
  })

/** Opens or closes a wave; both ask the server, which alone decides. */
export const useWaveStep = (place: WavePlace) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: 'opening' | 'closing') =>
      ask(ANYTHING, `${addressOf(place)}/${step}`, { method: 'POST', body: {} }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['studies'] }),
        queries.invalidateQueries({ queryKey: ['fieldwork', place.study, place.wave] }),
      ]),
  })
}

/** Sets which published version a planned wave will ask. */
export const useWaveInstrument = (place: WavePlace) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (instrument: string) =>
      ask(ANYTHING, `${addressOf(place)}/instrument`, { method: 'PUT', body: { instrument } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['studies'] }),
        queries.invalidateQueries({ queryKey: ['instruments'] }),
      ]),
  })
}

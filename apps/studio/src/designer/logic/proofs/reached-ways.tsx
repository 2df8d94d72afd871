import type { Instrument } from '@echolot/instrument'
import { type Proof, placesOf } from '@echolot/routing/logic'
import { Select } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { useSay } from '../say.ts'
import { WitnessWay } from './witness-way.tsx'

/** For every page, panel and question that can be seen: answers that lead there. */
export const ReachedWays = ({
  proof,
  instrument,
  onTry,
}: {
  readonly proof: Proof
  readonly instrument: Instrument
  readonly onTry: RoomProps['onTry']
}) => {
  const { t } = useTranslation('logic')
  const { titleOf } = useSay(instrument)
  const [chosen, setChosen] = useState('')
  const places = useMemo(
    () => new Map(placesOf(instrument).map((place) => [`/survey${place.path}`, place])),
    [instrument],
  )
  const reached = proof.reached.filter(({ pointer }) => places.has(pointer))
  const found = reached.find(({ pointer }) => pointer === chosen)
  if (reached.length === 0) return null
  return (
    <section className="logic-reached" aria-labelledby="logic-reached">
      <h2 id="logic-reached">{t('proof.reached')}</h2>
      <Select
        label={t('proof.reachedWhich')}
        value={found === undefined ? '' : chosen}
        choices={[
          { value: '', text: t('builder.choose') },
          ...reached.map(({ pointer, kind, name }) => {
            const place = places.get(pointer)
            return {
              value: pointer,
              text: `${kind === 'page' ? `${t('list.page')}: ` : ''}${place === undefined ? name : titleOf(place)}`,
            }
          }),
        ]}
        onSelect={setChosen}
      />
      {found !== undefined && (
        <WitnessWay
          instrument={instrument}
          witness={found.witness}
          until={places.get(found.pointer)?.page}
          onTry={onTry}
        />
      )}
    </section>
  )
}

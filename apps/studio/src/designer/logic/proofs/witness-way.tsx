import type { Instrument } from '@echolot/instrument'
import { logicWords, type Witness } from '@echolot/routing/logic'
import { Button } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { wayOf } from './way-of.ts'

/** The answers that show something, along the pages they lead through. */
export const WitnessWay = ({
  instrument,
  witness,
  until,
  onTry,
}: {
  readonly instrument: Instrument
  readonly witness: Witness
  /** Page at which the way can end. */
  readonly until?: string | undefined
  readonly onTry: RoomProps['onTry']
}) => {
  const { t, i18n } = useTranslation('logic')
  const stops = useMemo(() => {
    const { yes, no } = logicWords(i18n.language)
    return wayOf(witness, { instrument, language: i18n.language, yes, no, until })
  }, [witness, instrument, until, i18n.language])
  const context = Object.entries(witness.context)
  return (
    <div className="logic-way">
      {context.length > 0 && (
        <p>
          {t('proof.context', {
            values: context.map(([name, value]) => `${name} = ${String(value)}`).join(', '),
          })}
        </p>
      )}
      <ol>
        {stops.map(({ page, title, answers }) => (
          <li key={page} data-empty={answers.length === 0 || undefined}>
            <bdi>{title}</bdi>
            {answers.map(({ item, label, value }) => (
              <span key={item} className="logic-way-answer">
                {': '}
                <bdi>{t('proof.answer', { label })}</bdi> ={' '}
                <bdi className="logic-way-value">{value}</bdi>
              </span>
            ))}
          </li>
        ))}
      </ol>
      {onTry !== undefined && (
        <Button
          size="small"
          onClick={() => onTry({ answers: witness.answers, context: witness.context })}
        >
          {t('proof.try')}
        </Button>
      )}
    </div>
  )
}

import type { Mailing } from '@echolot/contract/mailings'
import { Button, Card, Notice, RadioGroup } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WaveChoice } from '../app/wave-choice.tsx'
import type { Study } from '../server/studies.ts'

type Kind = Mailing['kind']
const KINDS: readonly Kind[] = ['invitation', 'reminder']

/** Which letters to which wave; nothing is drawn by ordering. */
export const OrderForm = ({
  study,
  wave,
  onWave,
  begin,
  isBusy,
  pending,
  onOrder,
}: {
  readonly study: Study
  readonly wave: string
  readonly onWave: (wave: string) => void
  readonly begin: Kind
  /** Whether another mailing of the wave must come to its end first. */
  readonly isBusy: boolean
  readonly pending: boolean
  readonly onOrder: (kind: Kind) => void
}) => {
  const { t } = useTranslation()
  const [kind, setKind] = useState(begin)
  return (
    <Card title={t('mailings.orderTitle')}>
      <form
        className="ui-stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) onOrder(kind)
        }}
      >
        <WaveChoice study={study} wave={wave} onWave={onWave} />
        {isBusy ? (
          <p>{t('mailings.busy')}</p>
        ) : (
          <>
            {' '}
            <RadioGroup
              label={t('mailings.kind')}
              value={kind}
              choices={KINDS.map((value) => ({
                value,
                text: t(`mailings.kinds.${value}`),
                hint: t(`mailings.kindHints.${value}`),
              }))}
              onChoose={(chosen) => setKind(chosen === 'reminder' ? 'reminder' : 'invitation')}
            />
            <Notice announce="never" title={t('mailings.fourEyesTitle')}>
              <p>{t('mailings.fourEyes')}</p>
            </Notice>
            <Button variant="primary" type="submit" pending={pending}>
              {t('mailings.order')}
            </Button>
          </>
        )}
      </form>
    </Card>
  )
}

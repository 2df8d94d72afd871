import type { Instrument } from '@echolot/instrument'
import { Notice } from '@echolot/ui'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from './alone.ts'
import { lostOf, type Misfit, misfitsOf } from './misfits.ts'

/** What the question cannot show of an answer, and what of it would go away. */
export const OddParts = ({
  instrument,
  asked,
  stored,
  draft,
}: {
  readonly instrument: Instrument
  readonly asked: Asked
  readonly stored: unknown
  readonly draft: unknown
}) => {
  const { t } = useTranslation('answering')
  const settled = useDeferredValue(draft)
  const before = useMemo(() => misfitsOf(stored, asked, instrument), [stored, asked, instrument])
  const now = useMemo(() => misfitsOf(settled, asked, instrument), [settled, asked, instrument])
  const lost = settled === undefined ? [] : lostOf(before, now)
  return (
    <>
      {now.length > 0 && (
        <Notice tone="warn" title={t('odd')} announce="never">
          <p>{t('oddHelp')}</p>
          <Parts misfits={now} />
        </Notice>
      )}
      {lost.length > 0 && (
        <Notice tone="warn" title={t('lost')}>
          <p>{t('lostHelp')}</p>
          <Parts misfits={lost} />
        </Notice>
      )}
    </>
  )
}

const Parts = ({ misfits }: { readonly misfits: readonly Misfit[] }) => {
  const { t } = useTranslation('answering')
  return (
    <ul className="answering-odd">
      {misfits.map(({ at, value }) => (
        <li key={`${at} ${JSON.stringify(value)}`}>
          {at === '' ? t('whole') : at.slice(1).replaceAll('/', ' › ')}:{' '}
          <code dir="ltr">{JSON.stringify(value)}</code>
        </li>
      ))}
    </ul>
  )
}

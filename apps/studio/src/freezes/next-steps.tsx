import type { FreezeSummary } from '@echolot/contract/freezes'
import { Card } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { Copyable } from './copyable.tsx'

/** The command lines that turn a freeze into a report. */
export const NextSteps = ({ freeze }: { readonly freeze: FreezeSummary }) => {
  const { t } = useTranslation('freezes')
  const verify = `npx echolot freeze verify data/collection/freezes/${freeze.id}`
  const analyse = `npx echolot analyse --data data/collection/freezes/${freeze.id} --plan surveys/${freeze.study}/plan.json --register published-${freeze.study}.ndjson --out report-${freeze.id}`
  return (
    <Card title={t('next')}>
      <p className="ui-prose">{t('nextText')}</p>
      <ol className="next-steps">
        <li>
          {t('nextVerify')} <Command line={verify} />
        </li>
        <li>
          {t('nextAnalyse')} <Command line={analyse} />
        </li>
        <li>{t('nextHandIn')}</li>
      </ol>
    </Card>
  )
}

const Command = ({ line }: { readonly line: string }) => {
  const { t } = useTranslation('freezes')
  return (
    <Copyable text={line} name={t('command')}>
      <code className="command">{line}</code>
    </Copyable>
  )
}

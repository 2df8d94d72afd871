import { type Instrument, impactOf, planEntriesTouched } from '@echolot/instrument'
import { FileField, Notice } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'

/** What a change reaches beyond itself; an analysis plan is read in the browser and goes nowhere. */
export const ImpactPanel = ({
  before,
  after,
}: {
  readonly before: Instrument
  readonly after: Instrument
}) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const impact = useMemo(() => impactOf(before, after), [before, after])
  const [plan, setPlan] = useState<{ readonly file: string; readonly json: unknown }>()
  const { variables, scales, routed, translations } = impact
  const touched =
    typeof plan?.json === 'object' && plan.json !== null
      ? planEntriesTouched(plan.json as { readonly [part: string]: unknown }, impact)
      : undefined
  const read = async (file: File) => {
    const text = await file.text()
    try {
      setPlan({ file: file.name, json: JSON.parse(text) })
    } catch {
      setPlan({ file: file.name, json: undefined })
    }
  }
  return (
    <details className="impact">
      <summary>{t('impact.title')}</summary>
      <dl>
        <Line title={t('impact.variables')} names={variables} />
        <Line title={t('impact.scales')} names={scales} />
        <Line title={t('impact.routed')} names={routed} />
        <dt>{t('impact.translations')}</dt>
        <dd>
          {translations.length === 0
            ? t('impact.none')
            : translations
                .map(
                  ({ language, texts }) =>
                    `${languageName(language)}: ${t('impact.texts', { count: texts })}`,
                )
                .join(' · ')}
        </dd>
        {touched !== undefined && <Line title={t('impact.plan')} names={touched} />}
      </dl>
      {plan !== undefined && touched === undefined && (
        <Notice tone="error">
          <p>{t('impact.noPlan', { file: plan.file })}</p>
        </Notice>
      )}
      <FileField
        label={t('impact.choosePlan')}
        hint={t('impact.choosePlanHint')}
        accept=".json,application/json"
        fileName={plan?.file}
        onFile={(file) => void read(file)}
      />
    </details>
  )
}

const Line = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) => {
  const { t } = useTranslation('designer')
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {names.length === 0
          ? t('impact.none')
          : names.map((name, place) => (
              <span key={name}>
                {place > 0 && ', '}
                <code>{name}</code>
              </span>
            ))}
      </dd>
    </>
  )
}

import type { FindingReference } from '@echolot/contract/reports'
import { Checkbox } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { findingsQuery } from './requests.ts'

/** Ticks the findings of one report; those of other reports stay as they are. */
export const FindingsChoice = ({
  report,
  language,
  chosen,
  error,
  onChoose,
}: {
  readonly report: string
  readonly language: string
  readonly chosen: readonly FindingReference[]
  readonly error: string | undefined
  readonly onChoose: (chosen: readonly FindingReference[]) => void
}) => {
  const { t } = useTranslation('measures')
  const id = useId()
  const query = useQuery(findingsQuery(report, language))
  const has = (section: string) =>
    chosen.some((one) => one.report === report && one.section === section)
  return (
    <fieldset className="ui-group" aria-describedby={error === undefined ? undefined : id}>
      <legend className="ui-label">{t('findings')}</legend>
      <Asked query={query}>
        {({ findings }) =>
          findings.length === 0 ? (
            <p>{t('noFindings')}</p>
          ) : (
            <div className="ui-choices">
              {findings.map(({ section, name, heading }) => (
                <Checkbox
                  key={section}
                  label={`${name} ${heading}`}
                  checked={has(section)}
                  onChange={({ target }) =>
                    onChoose(
                      target.checked
                        ? [...chosen, { report, section }]
                        : chosen.filter((one) => one.report !== report || one.section !== section),
                    )
                  }
                />
              ))}
            </div>
          )
        }
      </Asked>
      {error !== undefined && (
        <p className="ui-error" id={id}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

import type { ReportLanguage } from '@echolot/contract/reports'
import type { EditionFault, Strength } from '@echolot/report'
import { Badge, Button, Checkbox, Select, Textarea } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { BoundField } from './bound-field.tsx'
import {
  bindablesOf,
  type Draft,
  eachLanguage,
  inLanguage,
  LINES,
  type Line,
  lagOf,
  lineOf,
  pathOf,
  proposalOf,
  type Written,
  withLine,
  withSection,
} from './edition-edits.ts'

export type FormProps = {
  readonly draft: Draft
  /** Languages of the report, the first one leading. */
  readonly languages: readonly ReportLanguage[]
  readonly faults: Readonly<Partial<Record<ReportLanguage, readonly EditionFault[]>>>
  readonly change: (field: string, edit: (draft: Draft) => Draft) => void
}

/** Writes one page: its lines in all languages side by side, how far it carries, and whether it is shown. */
export const SectionForm = ({ section, ...props }: FormProps & { readonly section: string }) => (
  <div className="edition-lines">
    {LINES.map((line) => (
      <div key={line} className="edition-row">
        {props.languages.map((language) => (
          <LineField key={language} {...props} {...{ section, line, language }} />
        ))}
      </div>
    ))}
    <StrengthFields {...props} section={section} />
    <HidingFields {...props} section={section} />
  </div>
)

const LineField = ({
  draft,
  languages,
  faults,
  change,
  section,
  line,
  language,
}: FormProps & {
  readonly section: string
  readonly line: Line
  readonly language: ReportLanguage
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const [leading = language] = languages
  const written = draft[language] as Written
  const first = draft[leading] as Written
  const text = lineOf(written, section, line)
  const path = pathOf(section, line)
  const lag = language === leading ? undefined : lagOf(first, written, section, line)
  const write = (next: string) =>
    change(`${language} ${path}`, (was) => ({
      ...was,
      [language]: withLine(was[language] as Written, {
        section,
        line,
        text: next,
        first: lineOf(was[leading] as Written, section, line),
      }),
    }))
  const proposal = proposalOf(written, section, line)
  return (
    <BoundField
      label={t('editor.inLanguage', {
        line: t(`editor.line.${line}`),
        language: languageName(language),
      })}
      lang={language}
      text={text}
      bindables={bindablesOf(written, section)}
      faults={(faults[language] ?? []).filter((fault) => fault.path === path)}
      onText={write}
      note={
        <>
          {lag !== undefined && (
            <p className="edition-lag">
              <Badge tone="warn">{t(`editor.${lag}`, { language: languageName(leading) })}</Badge>{' '}
              <Button size="small" variant="quiet" onClick={() => write(text)}>
                {t('editor.stillTrue')}
              </Button>
            </p>
          )}
          {text !== proposal && (
            <Button size="small" variant="quiet" onClick={() => write(proposal)}>
              {t('editor.proposal')}
            </Button>
          )}
        </>
      }
    />
  )
}

const STRENGTHS = ['sound', 'hint', 'open'] as const

const StrengthFields = ({
  draft,
  languages,
  faults,
  change,
  section,
}: FormProps & { readonly section: string }) => {
  const { t } = useTranslation('reports')
  const [leading = 'de'] = languages
  const rule = draft[leading]?.model.sections.find(({ id }) => id === section)?.strength
  const chosen = draft[leading]?.edition.sections[section]?.strength?.value ?? rule
  if (rule === undefined || chosen === undefined) return null
  const choose = (value: Strength) =>
    change('', (was) =>
      eachLanguage(was, languages, (written) => {
        const { strength, ...others } = written.edition.sections[section] ?? {}
        return withSection(
          written,
          section,
          value === rule
            ? others
            : { ...others, strength: { value, reason: strength?.reason ?? '' } },
        )
      }),
    )
  return (
    <>
      <Select
        label={t('editor.strength')}
        value={chosen}
        choices={STRENGTHS.map((value) => ({
          value,
          text:
            value === rule
              ? t('editor.strengthRule', { strength: t(`strength.${value}`) })
              : t(`strength.${value}`),
        }))}
        onSelect={(value) => choose(value as Strength)}
      />
      {chosen !== rule && (
        <ReasonFields
          {...{ draft, languages, faults, change, section }}
          of="strength"
          withReason={(reason) => ({ strength: { value: chosen, reason } })}
        />
      )}
    </>
  )
}

const HidingFields = ({
  draft,
  languages,
  faults,
  change,
  section,
}: FormProps & { readonly section: string }) => {
  const { t } = useTranslation('reports')
  const isHidden = languages.some((one) => draft[one]?.edition.sections[section]?.hidden)
  return (
    <>
      <Checkbox
        label={t('editor.hide')}
        checked={isHidden}
        onChange={() =>
          change('', (was) =>
            eachLanguage(was, languages, (written) => {
              const { hidden: _, ...others } = written.edition.sections[section] ?? {}
              return withSection(
                written,
                section,
                isHidden ? others : { ...others, hidden: { reason: '' } },
              )
            }),
          )
        }
      />
      {isHidden && (
        <ReasonFields
          {...{ draft, languages, faults, change, section }}
          of="hidden"
          withReason={(reason) => ({ hidden: { reason } })}
        />
      )}
    </>
  )
}

const REASONS = { strength: 'editor.strengthReason', hidden: 'editor.hideReason' } as const

/** Why a page departs from its rule or is hidden, in all languages side by side. */
const ReasonFields = ({
  draft,
  languages,
  faults,
  change,
  section,
  of,
  withReason,
}: FormProps & {
  readonly section: string
  readonly of: keyof typeof REASONS
  readonly withReason: (reason: string) => Partial<Written['edition']['sections'][string]>
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const path = `sections.${section}.${of}.reason`
  return (
    <div className="edition-row">
      {languages.map((language) => (
        <Textarea
          key={language}
          label={t(REASONS[of], { language: languageName(language) })}
          lang={language}
          rows={2}
          value={draft[language]?.edition.sections[section]?.[of]?.reason ?? ''}
          error={
            faults[language]?.some((fault) => fault.path === path)
              ? t('editor.fault.no-reason')
              : undefined
          }
          onChange={(event) =>
            change(`${language} ${of} ${section}`, (was) =>
              inLanguage(was, language, (written) =>
                withSection(written, section, {
                  ...written.edition.sections[section],
                  ...withReason(event.target.value),
                }),
              ),
            )
          }
        />
      ))}
    </div>
  )
}

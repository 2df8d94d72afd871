import type { ReportLanguage } from '@echolot/contract/reports'
import type { FamiliesSheet } from '@echolot/report'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { BoundField } from './bound-field.tsx'
import { type Bindable, bindablesOf, inLanguage, type Written } from './edition-edits.ts'
import { FamiliesFindings } from './families-findings.tsx'
import { BLANK_SHEET, familiesOf } from './picking.ts'
import type { FormProps } from './section-form.tsx'

const LEVELS = ['plain', 'easy'] as const
type Level = (typeof LEVELS)[number]
const PARTS = ['title', 'intro', 'said', 'happens', 'not', 'contact'] as const
type Part = (typeof PARTS)[number]

/** Between what does not happen and why. */
const BECAUSE = '|'

/** The sheet that goes back to those who answered, in plain and in easy language; without it nothing is released. */
export const FamiliesForm = (props: FormProps) => {
  const { t } = useTranslation('reports')
  return (
    <div className="edition-lines">
      <p className="ui-hint">{t('editor.familiesHelp')}</p>
      {LEVELS.map((level) => (
        <fieldset key={level} className="edition-sheet">
          <legend>{t(`editor.level.${level}`)}</legend>
          <FamiliesFindings {...props} level={level} />
          {PARTS.map((part) => (
            <div key={part} className="edition-row">
              {props.languages.map((language) => (
                <PartField key={language} {...props} {...{ level, part, language }} />
              ))}
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

const PartField = ({
  draft,
  faults,
  change,
  level,
  part,
  language,
}: FormProps & {
  readonly level: Level
  readonly part: Part
  readonly language: ReportLanguage
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const written = draft[language] as Written
  const sheet = familiesOf(written)[level] ?? BLANK_SHEET
  const path = `families.${level}.${part}`
  return (
    <BoundField
      label={t('editor.inLanguage', {
        line: `${t(`editor.level.${level}`)}: ${t(`editor.sheet.${part}`)}`,
        language: languageName(language),
      })}
      lang={language}
      lines={part === 'title' || part === 'intro' ? 'one' : 'many'}
      text={textOf(sheet, part)}
      bindables={part === 'contact' ? [] : aboutEverywhere(written)}
      faults={(faults[language] ?? []).filter((fault) => fault.path.startsWith(`${path}.`))}
      onText={(text) =>
        change(`${language} ${path}`, (was) =>
          inLanguage(was, language, (one) => withPart(one, level, part, text)),
        )
      }
    />
  )
}

const textOf = (sheet: FamiliesSheet, part: Part): string => {
  if (part === 'title' || part === 'intro') return sheet[part]
  if (part === 'not')
    return sheet.not
      .map(({ what, because }) => (because === '' ? what : `${what}${BECAUSE}${because}`))
      .join('\n')
  return sheet[part].join('\n')
}

/** A sheet in which nothing stands is none. */
const withPart = (written: Written, level: Level, part: Part, text: string): Written => {
  const { [level]: before = BLANK_SHEET, ...others } = familiesOf(written)
  const sheet: FamiliesSheet = { ...before, [part]: valueFrom(part, text) }
  const isBlank = PARTS.every((one) => textOf(sheet, one).trim() === '')
  return {
    ...written,
    edition: {
      ...written.edition,
      families: isBlank ? others : { ...others, [level]: sheet },
    },
  }
}

const valueFrom = (part: Part, text: string) => {
  if (part === 'title' || part === 'intro') return text
  const lines = text === '' ? [] : text.split('\n')
  if (part !== 'not') return lines
  return lines.map((line) => {
    const [what = '', ...because] = line.split(BECAUSE)
    return { what, because: because.join(BECAUSE) }
  })
}

/** Numbers as families are told them: `ungefähr 6 von 10`. */
const aboutEverywhere = (written: Written): readonly Bindable[] =>
  written.model.sections.flatMap(({ id, question, values = {} }) =>
    bindablesOf(written, id).flatMap(({ name, words, label }) =>
      values[name] === undefined
        ? []
        : [
            {
              name: `${id}.${name}`,
              words: values[name].about ?? words,
              label: `${question} ${label}`,
            },
          ],
    ),
  )

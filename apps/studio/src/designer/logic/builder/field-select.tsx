import type { ConditionField } from '@echolot/routing/logic'
import { Field } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitles } from '../say.ts'
import type { LogicWords } from '../words.ts'
import { useCondition } from './condition-context.ts'

/** Longest piece of a question's text in the list. */
const LONGEST = 70

/** Chooses what is asked about: by page, asked before first, what is asked later under a warning. */
export const FieldSelect = ({
  label,
  hint,
  value,
  fits,
  place,
  onSelect,
}: {
  readonly label: string
  /** Stands where nothing is chosen. */
  readonly hint?: string
  readonly value: string
  /** Only these are offered. */
  readonly fits?: (field: ConditionField) => boolean
  readonly place?: string
  readonly onSelect: (field: ConditionField) => void
}) => {
  const { t } = useTranslation('logic')
  const { fields, fieldOf, say, instrument } = useCondition()
  const pageTitle = usePageTitles(instrument)
  const groups = useMemo(
    () => grouped(fits === undefined ? fields : fields.filter(fits)),
    [fields, fits],
  )
  const chosen = fieldOf(value)
  const listed = groups.some(({ members }) => members.some(({ path }) => path === value))
  return (
    <Field label={label} labelled="hidden" className="logic-field">
      {(control) => (
        <select
          {...control}
          className="ui-input ui-select"
          value={value}
          data-place={place}
          data-late={chosen?.asked === 'after' || undefined}
          onChange={({ target }) => {
            const field = fieldOf(target.value)
            if (field !== undefined) onSelect(field)
          }}
        >
          {value === '' && <option value="">{hint ?? t('builder.choose')}</option>}
          {value !== '' && !listed && (
            <option value={value}>
              {chosen === undefined
                ? t('builder.missing', { name: value })
                : optionText(chosen, say)}
            </option>
          )}
          {groups.map(({ heading, page, members }) => (
            <optgroup
              key={`${heading} ${page}`}
              label={t(`builder.asked.${heading}`, { page: pageTitle(page) })}
            >
              {members.map((field) => (
                <option key={field.path} value={field.path}>
                  {field.kind === 'offered' ? t('builder.offered') : optionText(field, say)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

type Heading = keyof LogicWords['builder']['asked']

const HEADINGS: Readonly<Record<ConditionField['asked'], Heading>> = {
  before: 'page',
  'same-page': 'same',
  always: 'always',
  itself: 'itself',
  after: 'after',
}
const ORDER: readonly ConditionField['asked'][] = [
  ...(['same-page', 'before', 'always', 'itself', 'after'] as const),
]

const grouped = (fields: readonly ConditionField[]) =>
  ORDER.flatMap((asked) => {
    const members = fields.filter((field) => field.asked === asked)
    const heading = HEADINGS[asked]
    if (asked !== 'before') return members.length === 0 ? [] : [{ heading, page: '', members }]
    return [...Map.groupBy(members, ({ page }) => page)].map(([page, ofPage]) => ({
      heading,
      page,
      members: ofPage,
    }))
  })

const optionText = (
  field: ConditionField,
  say: (text: ConditionField['label']) => string,
): string => {
  const owner = field.ownerLabel === undefined ? '' : `${say(field.ownerLabel)}: `
  const whole = `${owner}${say(field.label)}`
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole
  return text === field.path || text === '' ? field.path : `${text} · ${field.path}`
}

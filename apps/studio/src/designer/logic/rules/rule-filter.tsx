import { Select, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { RULE_GROUPS, type RuleGroup } from './rule-groups.ts'
import type { ToldRule } from './told-rules.ts'

export type Filter = {
  readonly words: string
  readonly group: RuleGroup | ''
  readonly page: string
  readonly item: string
  readonly by: 'page' | 'item' | 'group'
}

export const NO_FILTER: Filter = { words: '', group: '', page: '', item: '', by: 'page' }

/** Whether a rule is among those looked for. An item is found where it is the target and where it is asked about. */
export const matches = ({ rule, group, sentence }: ToldRule, filter: Filter): boolean =>
  (filter.group === '' || group === filter.group) &&
  (filter.page === '' || rule.target.page === filter.page) &&
  (filter.item === '' ||
    rule.target.name === filter.item ||
    rule.target.of === filter.item ||
    rule.reads.includes(filter.item) ||
    rule.action?.setTo === filter.item) &&
  filter.words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${sentence.text} ${rule.text}`.toLowerCase().includes(word))

/** Narrows the list of rules, and says how it is put in order. */
export const RuleFilter = ({
  filter,
  told,
  pageTitle,
  onFilter,
}: {
  readonly filter: Filter
  readonly told: readonly ToldRule[]
  readonly pageTitle: (name: string) => string
  readonly onFilter: (filter: Filter) => void
}) => {
  const { t } = useTranslation('logic')
  const all = { value: '', text: t('list.all') }
  const present = new Set(told.map(({ group }) => group))
  const pages = [...new Set(told.map(({ rule }) => rule.target.page))].filter((page) => page !== '')
  const items = [
    ...new Set(told.flatMap(({ rule }) => [rule.target.of ?? rule.target.name, ...rule.reads])),
  ].toSorted((one, other) => one.localeCompare(other))
  return (
    <section className="logic-filter" aria-label={t('list.filter')}>
      <TextField
        label={t('list.search')}
        type="search"
        value={filter.words}
        onChange={({ target }) => onFilter({ ...filter, words: target.value })}
      />
      <Select
        label={t('list.kind')}
        value={filter.group}
        choices={[
          all,
          ...RULE_GROUPS.filter((group) => present.has(group)).map((group) => ({
            value: group,
            text: t(`group.${group}`),
          })),
        ]}
        onSelect={(group) => onFilter({ ...filter, group: group as Filter['group'] })}
      />
      <Select
        label={t('list.page')}
        value={filter.page}
        choices={[all, ...pages.map((page) => ({ value: page, text: pageTitle(page) }))]}
        onSelect={(page) => onFilter({ ...filter, page })}
      />
      <Select
        label={t('list.item')}
        value={items.includes(filter.item) ? filter.item : ''}
        choices={[all, ...items.map((item) => ({ value: item, text: item }))]}
        onSelect={(item) => onFilter({ ...filter, item })}
      />
      <Select
        label={t('list.by')}
        value={filter.by}
        choices={(['page', 'item', 'group'] as const).map((by) => ({
          value: by,
          text: t(`list.bys.${by}`),
        }))}
        onSelect={(by) => onFilter({ ...filter, by: by as Filter['by'] })}
      />
    </section>
  )
}

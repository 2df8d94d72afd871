import type { Instrument } from '@echolot/instrument'
import { localizedOf, pagesOf, textOf } from '@echolot/instrument'
import { Checkbox, Select, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../edits/source-of.ts'
import { type Filter, KINDS, STATES, SURVEY } from './filter.ts'

/** What is shown of all texts. */
export const FilterBar = ({
  instrument,
  filter,
  onFilter,
}: {
  readonly instrument: Instrument
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}) => {
  const { t } = useTranslation('translation')
  const source = sourceOf(instrument)
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change })
  return (
    <search className="unit-filter" aria-label={t('filter.label')}>
      <TextField
        label={t('filter.words')}
        type="search"
        value={filter.words}
        onChange={(event) => set({ words: event.target.value })}
      />
      <Select
        label={t('filter.state')}
        value={filter.state}
        choices={STATES.map((value) => ({ value, text: t(`filter.states.${value}`) }))}
        onSelect={(state) => set({ state: state as Filter['state'] })}
      />
      <Select
        label={t('filter.page')}
        value={filter.page}
        choices={[
          { value: '', text: t('filter.everyPage') },
          { value: SURVEY, text: t('filter.survey') },
          ...pagesOf(instrument).map(({ name, json }, place) => ({
            value: name,
            text: `${place + 1}. ${textOf(localizedOf(json.title, name), source, source)}`,
          })),
        ]}
        onSelect={(page) => set({ page })}
      />
      <Select
        label={t('filter.kind')}
        value={filter.kind}
        choices={KINDS.map((value) => ({ value, text: t(`filter.kinds.${value}`) }))}
        onSelect={(kind) => set({ kind: kind as Filter['kind'] })}
      />
      <Checkbox
        label={t('filter.reachable')}
        checked={filter.scope === 'reachable'}
        onChange={(event) => set({ scope: event.target.checked ? 'reachable' : 'everything' })}
      />
    </search>
  )
}

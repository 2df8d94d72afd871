import type { Instrument } from '@echolot/instrument'
import { addRule, type Place, placesOf } from '@echolot/routing/logic'
import { Button, Field, Select } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { usePageTitles, useSay } from '../say.ts'
import { possibleRules } from './possible-rules.ts'
import type { Slot } from './slot.ts'

/** Chooses what a new rule is about and what it does; its condition is built in the next step. */
export const NewRule = ({
  editor,
  selected,
  onSlot,
  onClose,
}: {
  readonly editor: Editor
  /** Pointer of the element that is selected in the questionnaire. */
  readonly selected: string
  readonly onSlot: (slot: Slot) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const [path, setPath] = useState(selected)
  const [part, setPart] = useState('')
  const places = useMemo(() => placesOf(instrument), [instrument])
  const parts = places.filter(
    (place) =>
      (place.kind === 'choice' || place.kind === 'row' || place.kind === 'column') &&
      place.path.slice(0, place.path.lastIndexOf('/', place.path.lastIndexOf('/') - 1)) === path,
  )
  const target =
    parts.find((place) => place.path === part) ?? places.find((place) => place.path === path)
  const possible = target === undefined ? [] : possibleRules(instrument, target)
  return (
    <div className="logic-new">
      <h2 tabIndex={-1}>{t('new.title')}</h2>
      <TargetSelect
        instrument={instrument}
        places={places}
        value={path}
        onSelect={(next) => {
          setPath(next)
          setPart('')
        }}
      />
      {parts.length > 0 && (
        <PartSelect instrument={instrument} parts={parts} value={part} onSelect={setPart} />
      )}
      <fieldset className="logic-kinds">
        <legend className="ui-label">{t('new.kind')}</legend>
        {possible.map(({ id, kind, action, slot }) => (
          <Button
            key={id}
            size="small"
            onClick={() => {
              // a trigger stands with its action before it has a condition
              if (kind === 'trigger') {
                const { entry } = slot
                if (entry !== undefined)
                  editor.edit((now) =>
                    addRule(now, { list: entry.list, entry: { ...entry.json, expression: '' } }),
                  )
              }
              onSlot(slot)
            }}
          >
            {action === undefined ? t(`kind.${kind}`) : t(`action.${action}`)}
          </Button>
        ))}
        {possible.length === 0 && <p className="ui-hint">{t('new.nothing')}</p>}
      </fieldset>
      <Button variant="quiet" onClick={onClose}>
        {t('pane.close')}
      </Button>
    </div>
  )
}

/** The questionnaire itself, or a page, panel or item by page. */
const TargetSelect = ({
  instrument,
  places,
  value,
  onSelect,
}: {
  readonly instrument: Instrument
  readonly places: readonly Place[]
  readonly value: string
  readonly onSelect: (path: string) => void
}) => {
  const { t } = useTranslation('logic')
  const { titleOf } = useSay(instrument)
  const pageTitle = usePageTitles(instrument)
  const elements = places.filter(
    ({ kind }) => kind === 'page' || kind === 'panel' || kind === 'item',
  )
  return (
    <Field label={t('new.target')}>
      {(control) => (
        <select
          {...control}
          className="ui-input ui-select"
          value={value}
          onChange={({ target }) => onSelect(target.value)}
        >
          <option value="">{t('new.survey')}</option>
          {[...Map.groupBy(elements, ({ page }) => page)].map(([page, members]) => (
            <optgroup key={page} label={t('list.onPage', { page: pageTitle(page) })}>
              {members.map((place) => (
                <option key={place.path} value={place.path}>
                  {place.kind === 'page'
                    ? t('new.wholePage', { name: place.name })
                    : titleOf(place)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

const PartSelect = ({
  instrument,
  parts,
  value,
  onSelect,
}: {
  readonly instrument: Instrument
  readonly parts: readonly Place[]
  readonly value: string
  readonly onSelect: (path: string) => void
}) => {
  const { t } = useTranslation('logic')
  const { titleOf } = useSay(instrument)
  return (
    <Select
      label={t('new.part')}
      value={value}
      choices={[
        { value: '', text: t('new.whole') },
        ...parts.map((place) => ({
          value: place.path,
          text: `${t(`new.parts.${place.kind as 'choice' | 'row' | 'column'}`)}: ${titleOf(place)}`,
        })),
      ]}
      onSelect={onSelect}
    />
  )
}

import { type Instrument, itemsOf, setProperty, stepsOf, valueAt } from '@echolot/instrument'
import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { useSay } from '../say.ts'
import type { Slot } from './slot.ts'

/** Chooses the question that gives a panel's number of entries, a list's answers, or a bound property. */
export const NamedSource = ({ editor, slot }: { readonly editor: Editor; readonly slot: Slot }) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const { say } = useSay(instrument)
  const now = sourceNow(instrument, slot)
  const own = ownName(instrument, slot)
  const offered = itemsOf(instrument).filter(
    ({ name, parent, type, choices, role, inputType }) =>
      parent === undefined &&
      name !== own &&
      (slot.kind === 'carry-forward'
        ? choices.length > 0 || type === 'paneldynamic' || type === 'matrixdynamic'
        : role === 'answer' &&
          (inputType === 'number' || type === 'rating' || type === 'slider' || choices.length > 0)),
  )
  const isKnown = now === '' || offered.some(({ name }) => name === now)
  return (
    <Select
      label={t(slot.kind === 'carry-forward' ? 'pane.carryFrom' : 'pane.countFrom')}
      value={now}
      choices={[
        { value: '', text: t('pane.nothing') },
        ...(isKnown ? [] : [{ value: now, text: t('builder.missing', { name: now }) }]),
        ...offered.map(({ name, title }) => ({
          value: name,
          text: say(title) === name ? name : `${say(title)} · ${name}`,
        })),
      ]}
      onSelect={(name) => editor.edit((before) => setSource(before, slot, name))}
    />
  )
}

const ownName = (instrument: Instrument, { path }: Slot): string =>
  itemsOf(instrument).find((item) => item.path === path)?.name ?? ''

const sourceNow = (instrument: Instrument, slot: Slot): string => {
  if (slot.property === 'panelCounts')
    return (
      instrument.panelCounts?.find(({ panel }) => panel === ownName(instrument, slot))?.from ?? ''
    )
  const named = valueAt(instrument.survey, `${slot.path}/${slot.property}`)
  return typeof named === 'string' ? named : ''
}

const setSource = (instrument: Instrument, slot: Slot, name: string): Instrument => {
  const { path, property } = slot
  if (property === 'panelCounts') {
    const panel = ownName(instrument, slot)
    const others = (instrument.panelCounts ?? []).filter((one) => one.panel !== panel)
    return {
      ...instrument,
      panelCounts: name === '' ? others : [...others, { panel, from: name }],
    }
  }
  const steps = stepsOf(property)
  const at = steps.length > 1 ? `${path}/${property.slice(0, property.lastIndexOf('/'))}` : path
  return setProperty(instrument, {
    path: at,
    property: property.slice(property.lastIndexOf('/') + 1),
    value: name === '' ? undefined : name,
  })
}

import { placesOf, type Rule, rulesOf } from '@echolot/routing/logic'
import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { useSay } from '../say.ts'
import { copyRuleTo } from './copy-rule.ts'
import { possibleRules } from './possible-rules.ts'
import { type Slot, slotOf } from './slot.ts'

/** Puts the same rule on another element; only elements that have none of its kind yet are offered. */
export const CopyTo = ({
  editor,
  rule,
  onOpen,
}: {
  readonly editor: Editor
  readonly rule: Rule
  readonly onOpen: (slot: Slot) => void
}) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const { titleOf } = useSay(instrument)
  const targets = placesOf(instrument).filter(
    (place) =>
      (place.kind === 'page' || place.kind === 'panel' || place.kind === 'item') &&
      place.path !== rule.target.path &&
      typeof place.json[rule.property] !== 'string' &&
      possibleRules(instrument, place).some(({ slot }) => slot.property === rule.property),
  )
  return (
    <Select
      label={t('pane.copyTo')}
      value=""
      choices={[
        { value: '', text: t('pane.copyWhere') },
        ...targets.map((place) => ({ value: place.path, text: titleOf(place) })),
      ]}
      onSelect={(path) => {
        if (path === '') return
        const next = copyRuleTo(instrument, rule, path)
        editor.edit(() => next)
        editor.say(t('pane.copied'))
        const copied = rulesOf(next).find(({ id }) => id === `${path}/${rule.property}`)
        if (copied !== undefined) onOpen(slotOf(copied))
      }}
    />
  )
}

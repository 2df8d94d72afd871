import { type Pointer, valueAt } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import type { Target } from '../edits/rearrange.ts'
import { addElement, namesIn, numberedName } from '../edits/structure.ts'
import { elementOfKind } from './kinds.ts'
import { PRESETS } from './preset-list.ts'
import { clipOfPreset } from './presets.ts'
import type { Steps } from './use-steps.ts'

/** Puts new kinds, presets and pages into the questionnaire, behind what is selected or where they are dropped. */
export const useAdding = (
  editor: Editor,
  steps: Steps,
  /** Told when something was put in, so that it can be looked at; a new element's words are written at once. */
  onAdded: (begun?: Pointer) => void,
) => {
  const { t } = useTranslation('canvas')
  const { instrument, place, selected } = editor
  return {
    addKind: (id: string, target: Target = steps.targetAt()) => {
      const stem = id === 'panel' || id === 'paneldynamic' ? 'panel' : 'item'
      const name = numberedName(stem, namesIn(instrument))
      const pages = instrument.survey.pages
      const hasPage = Array.isArray(pages) && pages.length > 0
      place(
        (now) =>
          addElement(
            hasPage
              ? now
              : addElement(now, {
                  list: '/pages',
                  at: 0,
                  element: { name: 'page_1', elements: [] },
                }).instrument,
            { ...target, element: elementOfKind(id, name) },
          ),
        t('said.added', { name, ...whereNew(instrument, target) }),
      )
      onAdded(`${target.list}/${target.at}`)
    },
    addPreset: (id: string, target: Target = steps.targetAt()) => {
      const preset = PRESETS.find((one) => one.id === id)
      if (preset === undefined) return
      steps.put(
        clipOfPreset(
          preset,
          instrument.languages.map(({ tag }) => tag),
        ),
        target,
        'added',
      )
      onAdded()
    },
    addPage: () => {
      const pages = instrument.survey.pages
      const count = Array.isArray(pages) ? pages.length : 0
      const at = selected === '' ? count : Number(selected.split('/')[2] ?? count) + 1
      const name = numberedName('page', namesIn(instrument))
      place(
        (now) => addElement(now, { list: '/pages', at, element: { name, elements: [] } }),
        t('said.added', { name, place: at + 1, count: count + 1 }),
      )
      onAdded(`/pages/${at}`)
    },
  }
}
const whereNew = ({ survey }: Editor['instrument'], { list, at }: Target) => {
  const before = valueAt(survey, list)
  return { place: at + 1, count: (Array.isArray(before) ? before.length : 0) + 1 }
}
export type Adding = ReturnType<typeof useAdding>

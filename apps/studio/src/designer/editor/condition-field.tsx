import { type Item, itemsOf } from '@echolot/instrument'
import { Select, Textarea } from '@echolot/ui'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundProblem } from '../problems/found-problem.ts'
import { useProblemSentence } from '../problems/sentence.ts'
import type { Editor } from './use-editor.ts'

/** When an element is shown, as text; what the check finds stands right below it. */
export const ConditionField = ({
  editor,
  pointer,
  condition,
  problems,
  onCondition,
}: {
  readonly editor: Editor
  readonly pointer: string
  readonly condition: string
  readonly problems: readonly FoundProblem[]
  readonly onCondition: (text: string) => void
}) => {
  const { t } = useTranslation('designer')
  const sentence = useProblemSentence()
  const place = `${pointer}/visibleIf`
  const settled = useDeferredValue(editor.instrument)
  const before = useMemo(() => earlierItems(itemsOf(settled), pointer), [settled, pointer])
  const found = problems.filter(({ path }) => path === `/survey${place}`)
  return (
    <div className="condition-field">
      <Textarea
        label={t('logic.visibleIf')}
        hint={t('logic.hint')}
        error={
          found.length === 0 ? undefined : (
            <span>{found.map((problem) => sentence(problem).text).join(' ')}</span>
          )
        }
        className="wide-field"
        rows={2}
        spellCheck={false}
        data-place={place}
        value={condition}
        onChange={(event) => onCondition(event.target.value)}
      />
      <Select
        label={t('logic.insert')}
        value=""
        choices={[
          { value: '', text: t('logic.insertWhich') },
          ...before.map(({ name }) => ({ value: name, text: name })),
        ]}
        onSelect={(name) => {
          if (name !== '') onCondition(`${condition}${condition === '' ? '' : ' and '}{${name}} = `)
        }}
      />
    </div>
  )
}

/** Items that are asked before the element: only these can be answered when it is decided on. */
const earlierItems = (items: readonly Item[], pointer: string): readonly Item[] => {
  const first = items.findIndex(({ path }) => path === pointer || path.startsWith(`${pointer}/`))
  return (first === -1 ? items : items.slice(0, first)).filter(
    ({ role, type, name, parent }) =>
      role === 'answer' &&
      type !== 'matrixrow' &&
      type !== 'matrixcolumn' &&
      parent === undefined &&
      name !== '',
  )
}

import { type Instrument, localizedOf, textOf } from '@echolot/instrument'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { flatten, type OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { ProblemList } from '../problems/problem-list.tsx'
import type { Checked } from '../problems/use-problems.ts'
import { ElementEditor } from './element-editor.tsx'
import { LanguagePicker } from './language-picker.tsx'
import type { RoomProps } from './room.ts'
import { StructureTools, useStructureSteps } from './structure-tools.tsx'
import { SurveyEditor } from './survey-editor.tsx'
import { type Marks, Tree } from './tree.tsx'

/** Structure tree beside everything that is known of the selected element. */
export const StructureRoom = ({
  editor,
  outline,
  checked,
  published,
  shown,
  onShow,
  onGo,
}: RoomProps) => {
  const { t } = useTranslation('designer')
  const { instrument, selected, select } = editor
  const source = sourceOf(instrument)
  const steps = useStructureSteps(editor, outline)
  const marks = useMemo(() => marksOf(checked, instrument, outline), [checked, instrument, outline])
  const node = flatten(outline).find(({ pointer }) => pointer === selected)
  return (
    <div className="structure">
      <div className="structure-side">
        <StructureTools
          editor={editor}
          outline={outline}
          steps={steps}
          pageTitle={(page, place) => `${place + 1}. ${textOf(page.title, source, source)}`}
        />
        <Tree
          outline={outline}
          title={textOf(
            localizedOf(instrument.survey.title, instrument.instrument),
            source,
            source,
          )}
          source={source}
          selected={selected}
          marks={marks}
          onSelect={select}
          onMove={steps.move}
          onRemove={steps.askToRemove}
        />
        <p className="ui-hint tree-keys">{t('tree.keys')}</p>
      </div>
      <div className="structure-main">
        {instrument.languages.length > 1 && (
          <LanguagePicker instrument={instrument} shown={shown} onShow={onShow} />
        )}
        {node === undefined ? (
          <SurveyEditor editor={editor} languages={shown} />
        ) : (
          <ElementEditor
            editor={editor}
            node={node}
            languages={shown}
            published={published}
            problems={checked.problems}
          />
        )}
        <ProblemList checked={checked} instrument={instrument} outline={outline} onGo={onGo} />
      </div>
    </div>
  )
}

const WORSE = { error: 3, warning: 2, hint: 1 } as const

/** The worst problem of each element, shown in the tree. */
const marksOf = (
  { problems }: Checked,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): Marks => {
  const marks = new Map<string, FoundProblem['severity']>()
  const placeOf = problemPlaces(instrument, outline)
  for (const { path, severity } of problems) {
    const { room, pointer } = placeOf(path)
    const before = marks.get(pointer)
    if (room === 'structure' && (before === undefined || WORSE[severity] > WORSE[before]))
      marks.set(pointer, severity)
  }
  return marks
}

/** @jsxImportSource react */
import type { ItemValue, Question } from 'survey-core'
import { rowId } from './controller.ts'
import { TextOf } from './text-of.tsx'
import { useBeside } from './use-beside.ts'

type Matrix = Question & {
  readonly visibleRows: readonly { readonly name: string; readonly locText: ItemValue['locText'] }[]
  readonly visibleColumns: readonly ItemValue[]
}

/** A matrix as a list of groups: each row names its question, on every width; wide screens lay the choices side by side. */
export const MatrixRows = ({ question }: { readonly question: Question }) => {
  const { open, say } = useBeside()
  const { visibleRows, visibleColumns } = question as Matrix
  const answers = (question.value ?? {}) as Readonly<Record<string, unknown>>
  return (
    <div className="matrix" data-columns={visibleColumns.length}>
      {visibleRows.map(({ name: row, locText }) => {
        const id = rowId(question, row)
        const isOpen = open.some((place) => place.question === question && place.row === row)
        return (
          <fieldset
            key={row}
            id={id}
            className="matrix-row"
            aria-describedby={isOpen ? `${id}-open` : undefined}
          >
            <legend>
              <TextOf model={locText} />
            </legend>
            {isOpen && (
              <p id={`${id}-open`} className="open-mark">
                {say('questions.open')}
              </p>
            )}
            <div className="matrix-choices">
              {visibleColumns.map((column) => (
                <label key={String(column.value)} className="choice">
                  <input
                    type="radio"
                    name={id}
                    checked={answers[row] === column.value}
                    disabled={question.isReadOnly}
                    onChange={() => {
                      question.value = { ...answers, [row]: column.value }
                    }}
                  />
                  <TextOf model={column.locText} />
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

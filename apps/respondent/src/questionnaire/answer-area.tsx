/** @jsxImportSource react */
import { type ReactNode, useEffect } from 'react'
import type { LocalizableString, Question } from 'survey-core'
import { missingOffers } from './missing-offers.ts'
import { DONT_KNOW } from './notes-of.ts'
import { foreignMarks } from './text-of.tsx'
import { openRows } from './unanswered.ts'
import { useBeside, useController } from './use-beside.ts'

/** Around each question's input: the small ways out below it, and what is said instead of an answer. */
export const AnswerArea = ({
  element,
  question,
}: {
  readonly element: ReactNode
  readonly question: Question
}) => {
  const controller = useController()
  const { say, open, rejected } = useBeside()
  useEffect(() => nameParts(question))
  const offers = missingOffers(question, controller.notes)
  const declined = controller.isDeclined(question)
  const matrix = question.getType() === 'matrix'
  const undo = (
    <button type="button" className="link" onClick={() => controller.answerAfterAll(question)}>
      {say('questions.undo')}
    </button>
  )
  if (question.getType() === 'html') {
    const { locHtml } = question as Question & { readonly locHtml: LocalizableString }
    return <div {...foreignMarks(locHtml, controller.notes.source)}>{element}</div>
  }
  if (declined && !matrix)
    return (
      <p className="declined" role="status">
        {say(question.value === DONT_KNOW ? 'questions.knownNot' : 'questions.declined')} {undo}
      </p>
    )
  const isOpen = open.some((place) => place.question === question && place.row === undefined)
  return (
    <>
      {rejected.includes(question.name) && (
        <p className="advice error">{say('questions.notAccepted')}</p>
      )}
      {isOpen && <p className="open-mark">{say('questions.open')}</p>}
      {element}
      {matrix && declined && (
        <p className="declined" role="status">
          {say('questions.declinedRows')} {undo}
        </p>
      )}
      {(offers.decline || offers.dontKnow) && (
        <p className="ways-out">
          {offers.dontKnow && (
            <button type="button" className="link" onClick={() => controller.dontKnow(question)}>
              {say('questions.dontKnow')}
            </button>
          )}
          {offers.decline && (!matrix || openRows(question).length > 0) && (
            <button type="button" className="link" onClick={() => controller.decline(question)}>
              {say(matrix ? 'questions.declineRows' : 'questions.decline')}
            </button>
          )}
        </p>
      )}
    </>
  )
}

/** survey-core draws the system's drop-down without a name, and an arrow which is a button without one. */
const nameParts = (question: Question): void => {
  const place = document.getElementById(question.id)
  if (place === null) return
  if (question.getType() === 'dropdown')
    place.querySelector('select')?.setAttribute('aria-labelledby', question.ariaTitleId)
  for (const arrow of place.querySelectorAll('button[tabindex="-1"]:not([title])'))
    if (arrow.textContent === '') arrow.setAttribute('aria-hidden', 'true')
}

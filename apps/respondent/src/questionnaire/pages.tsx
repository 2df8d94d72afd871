/** @jsxImportSource react */
import { useEffect, useRef } from 'react'
import type { PageModel } from 'survey-core'
import { Survey } from 'survey-react-ui'
import type { Controller } from './controller.ts'
import { SourceLanguage, TextOf } from './text-of.tsx'
import { ControllerContext, useBeside, useController } from './use-beside.ts'

/** The questionnaire, page by page: headline, questions, and the way on that is never blocked by an open answer. */
export const Pages = ({ controller }: { readonly controller: Controller }) => (
  <ControllerContext value={controller}>
    <SourceLanguage value={controller.notes.source}>
      <CurrentPage />
    </SourceLanguage>
  </ControllerContext>
)

const CurrentPage = () => {
  const controller = useController()
  const { say, notice } = useBeside()
  const { model } = controller
  const page = model.currentPage as PageModel
  const headline = useRef<HTMLHeadingElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the page.
  useEffect(() => {
    window.scrollTo(0, 0)
    /** In the studio's frame the focus stays with whoever works around it. */
    if (document.hasFocus()) headline.current?.focus({ preventScroll: true })
  }, [page.name])

  return (
    <>
      {controller.agreed() && (
        <p className="progress">
          {say('questions.page', {
            page: model.currentPageNo + 1,
            pages: model.visiblePageCount,
          })}
          <progress
            aria-hidden="true"
            max={model.visiblePageCount}
            value={model.currentPageNo + 1}
          />
        </p>
      )}
      <h1 ref={headline} tabIndex={-1}>
        <TextOf model={page.locTitle} />
      </h1>
      {notice !== undefined && (
        <p className="advice error" role="alert">
          {notice}
        </p>
      )}
      <Survey model={model} />
      <FewerQuestion />
      <Reminder />
      <p className="actions ways">
        <button type="button" className="main" onMouseDown={keepFocus} onClick={controller.next}>
          {say(model.isLastPage && controller.agreed() ? 'questions.complete' : 'questions.next')}
        </button>
        {!model.isFirstPage && (
          <button
            type="button"
            className="second"
            onMouseDown={keepFocus}
            onClick={controller.back}
          >
            {say('questions.back')}
          </button>
        )}
      </p>
      {controller.agreed() && (
        <p className="actions">
          <button type="button" className="link" onClick={controller.pause}>
            {say('frame.pause')}
          </button>
        </p>
      )}
    </>
  )
}

/**
 * A field that loses the focus takes its error away, the page moves up, and the tap that was meant for this button lands
 * beside it. So the field keeps the focus until the button acts.
 */
const keepFocus = (event: { readonly preventDefault: () => void }) => event.preventDefault()

/** One friendly reminder of open questions; it never comes a second time for the same page. */
const Reminder = () => {
  const controller = useController()
  const { say, open } = useBeside()
  const box = useRef<HTMLDivElement>(null)
  const shown = open.length > 0
  useEffect(() => {
    if (!shown) return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }, [shown])
  const [first] = open
  if (first === undefined) return null
  return (
    <section ref={box} className="box" tabIndex={-1} aria-labelledby="reminder">
      <p id="reminder">{say('questions.reminder')}</p>
      <p className="actions">
        <button type="button" className="second" onClick={() => controller.goTo(first)}>
          {say('questions.reminderGo')}
        </button>
        <button type="button" className="second" onClick={controller.nextAnyway}>
          {say('questions.reminderNext')}
        </button>
      </p>
    </section>
  )
}

/** Asked before a smaller number takes answers away. */
const FewerQuestion = () => {
  const controller = useController()
  const { say, fewer } = useBeside()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fewer === undefined) return
    box.current?.scrollIntoView({ block: 'center' })
    box.current?.focus({ preventScroll: true })
  }, [fewer])
  if (fewer === undefined) return null
  return (
    <div
      ref={box}
      className="box"
      role="alertdialog"
      tabIndex={-1}
      aria-labelledby="fewer"
      aria-describedby="fewer-text"
    >
      <h2 id="fewer">{say('questions.fewerTitle')}</h2>
      <p id="fewer-text">{say('questions.fewer', { before: fewer.before, after: fewer.after })}</p>
      <p className="actions">
        <button type="button" className="second" onClick={() => controller.answerFewer('yes')}>
          {say('questions.fewerYes')}
        </button>
        <button type="button" className="second" onClick={() => controller.answerFewer('no')}>
          {say('questions.fewerNo')}
        </button>
      </p>
    </div>
  )
}

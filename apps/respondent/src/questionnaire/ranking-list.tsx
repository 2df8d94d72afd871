/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react'
import type { ItemValue, Question } from 'survey-core'
import { TextOf } from './text-of.tsx'
import { useBeside } from './use-beside.ts'

type Ranking = Question & {
  readonly visibleChoices: readonly ItemValue[]
  readonly maxSelectedChoices: number
}

/**
 * Ranking by tapping: a tap takes the next place, arrows move, a cross takes out again. Nothing is dragged, every step
 * is a button (WCAG 2.5.7), and each step is said.
 */
export const RankingList = ({ question }: { readonly question: Question }) => {
  const { say } = useBeside()
  const [said, setSaid] = useState('')
  const [focused, setFocused] = useState<string | undefined>()
  const list = useRef<HTMLDivElement>(null)
  const { visibleChoices, maxSelectedChoices } = question as Ranking
  const ranked = (Array.isArray(question.value) ? question.value : []) as readonly unknown[]
  const most = maxSelectedChoices > 0 ? maxSelectedChoices : visibleChoices.length
  const full = ranked.length >= most
  const textOf = (value: unknown) =>
    visibleChoices.find((choice) => choice.value === value)?.locText.renderedHtml ?? String(value)

  useEffect(() => {
    if (focused === undefined) return
    const wanted = list.current?.querySelector<HTMLElement>(`[data-step="${focused}"]`)
    const target = wanted instanceof HTMLButtonElement && !wanted.disabled ? wanted : undefined
    ;(target ?? list.current?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus()
    setFocused(undefined)
  }, [focused])

  const place = (values: readonly unknown[], message: string, focus: string) => {
    question.value = values.length > 0 ? values : undefined
    setSaid(message)
    setFocused(focus)
  }
  const move = (from: number, to: number) => {
    const order = [...ranked]
    const [moved] = order.splice(from, 1)
    order.splice(to, 0, moved)
    place(
      order,
      say('questions.rankNow', { choice: textOf(moved), place: to + 1 }),
      `${to < from ? 'up' : 'down'}-${String(moved)}`,
    )
  }

  return (
    <div className="ranking" ref={list}>
      <p className="ranking-title" id={`${question.id}-ranked`}>
        {say('questions.rank')}
      </p>
      {ranked.length === 0 && <p className="note">{say('questions.rankNone')}</p>}
      {ranked.length > 0 && (
        <ol className="ranked" aria-labelledby={`${question.id}-ranked`}>
          {ranked.map((value, index) => {
            const choice = visibleChoices.find((one) => one.value === value)
            const words = { choice: textOf(value) }
            return (
              <li key={String(value)}>
                <span className="rank" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="ranked-text">
                  <TextOf model={choice?.locText} />
                </span>
                <span className="ranked-steps">
                  <button
                    type="button"
                    data-step={`up-${String(value)}`}
                    aria-label={say('questions.rankUp', words)}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    data-step={`down-${String(value)}`}
                    aria-label={say('questions.rankDown', words)}
                    disabled={index === ranked.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    ↓
                  </button>
                  <button
                    type="button"
                    data-step={`out-${String(value)}`}
                    aria-label={say('questions.rankRemove', words)}
                    onClick={() =>
                      place(
                        ranked.filter((other) => other !== value),
                        say('questions.rankGone', words),
                        `in-${String(value)}`,
                      )
                    }
                  >
                    ✕
                  </button>
                </span>
              </li>
            )
          })}
        </ol>
      )}
      <p className="ranking-title">
        {full ? say('questions.rankFull', { most }) : say('questions.rankChoose')}
      </p>
      <ul className="unranked">
        {visibleChoices
          .filter(({ value }) => !ranked.includes(value))
          .map((choice) => (
            <li key={String(choice.value)}>
              <button
                type="button"
                className="choice"
                data-step={`in-${String(choice.value)}`}
                disabled={full}
                aria-label={say('questions.rankAdd', {
                  choice: textOf(choice.value),
                  place: ranked.length + 1,
                })}
                onClick={() =>
                  place(
                    [...ranked, choice.value],
                    say('questions.rankNow', {
                      choice: textOf(choice.value),
                      place: ranked.length + 1,
                    }),
                    `out-${String(choice.value)}`,
                  )
                }
              >
                <TextOf model={choice.locText} />
              </button>
            </li>
          ))}
      </ul>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  )
}

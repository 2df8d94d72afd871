import './marks.css'
import type { Pointer } from '@echolot/instrument'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { type Mark, sumOfMarks } from './mark-of.ts'

/** What there is to mend, by element; given once, looked at by every row and frame. */
export type Marks = ReadonlyMap<Pointer, Mark>
export const ElementMarks = createContext<Marks>(new Map())

/**
 * Small signs at an element: what is wrong with it, its words, its translations; a closed one speaks for what is in it.
 * Nothing where all is well.
 */
export const MarkBadges = ({
  element,
  state = 'open',
}: {
  readonly element: Pointer
  readonly state?: 'open' | 'closed'
}) => {
  const marks = useContext(ElementMarks)
  const mark =
    state === 'open'
      ? marks.get(element)
      : sumOfMarks(
          [...marks].flatMap(([at, one]) =>
            at === element || at.startsWith(`${element}/`) ? [one] : [],
          ),
        )
  return mark === undefined ? null : <Badges mark={mark} />
}

const Badges = ({
  mark: { errors, warnings, hints, wording, missing, stale },
}: {
  readonly mark: Mark
}) => {
  const { t } = useTranslation('designer')
  const said = (
    [
      ['errors', errors],
      ['warnings', warnings],
      ['hints', hints],
    ] as const
  ).flatMap(([kind, count]) => (count === 0 ? [] : [t(`problems.${kind}`, { count })]))
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'hint'
  return (
    <>
      {said.length > 0 && (
        <Sign mark={worst} words={said.join(', ')}>
          {errors > 0 ? '×' : warnings > 0 ? '!' : 'i'}
        </Sign>
      )}
      {wording > 0 && (
        <Sign mark="wording" words={t('problems.wording', { count: wording })}>
          Aa
        </Sign>
      )}
      {missing + stale > 0 && (
        <Sign
          mark={stale > 0 ? 'stale' : 'missing'}
          words={[
            ...(missing > 0 ? [t('problems.missing')] : []),
            ...(stale > 0 ? [t('problems.stale')] : []),
          ].join(', ')}
        >
          文
        </Sign>
      )}
    </>
  )
}

const Sign = ({
  mark,
  words,
  children,
}: {
  readonly mark: string
  readonly words: string
  readonly children: string
}) => (
  <span className="mark-badge" data-mark={mark} role="img" aria-label={words} title={words}>
    {children}
  </span>
)

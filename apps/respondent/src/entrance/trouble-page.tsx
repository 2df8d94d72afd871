import type { PublicStudy } from '@echolot/contract/responses'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Heading } from '../app/heading.tsx'
import { HotlineNote } from '../app/hotline.tsx'
import { useTelling } from '../app/telling.ts'

/** Why somebody cannot go on; each has its own words. */
export type Trouble =
  | { readonly kind: 'unknown' | 'submitted' | 'closed' | 'unreachable' }
  | { readonly kind: 'busy'; readonly seconds: number }

export const TroublePage = ({
  trouble,
  study,
  onAgain,
  onOtherCode,
  onWithdraw,
}: {
  readonly trouble: Trouble
  readonly study: PublicStudy | undefined
  readonly onAgain: () => void
  readonly onOtherCode: () => void
  readonly onWithdraw: () => void
}) => {
  const { say } = useTelling()
  const seconds = useCountdown(trouble.kind === 'busy' ? trouble.seconds : undefined, onAgain)
  return (
    <>
      <Heading>{say(`trouble.${trouble.kind}.title`)}</Heading>
      <p class="lead">{say(`trouble.${trouble.kind}.text`, { seconds })}</p>
      <p class="actions">
        {(trouble.kind === 'unreachable' || trouble.kind === 'busy') && (
          <button type="button" class="main" onClick={onAgain}>
            {say('trouble.again')}
          </button>
        )}
        {(trouble.kind === 'unknown' || trouble.kind === 'closed') && (
          <button type="button" class="main" onClick={onOtherCode}>
            {say('trouble.otherCode')}
          </button>
        )}
        {trouble.kind === 'submitted' && (
          <button type="button" class="second" onClick={onWithdraw}>
            {say('frame.withdraw')}
          </button>
        )}
      </p>
      {study && <HotlineNote study={study} />}
    </>
  )
}

/** Seconds left of a pause the server asked for; at its end somebody tries again. */
const useCountdown = (from: number | undefined, atEnd: () => void): number => {
  const [left, setLeft] = useState(from ?? 0)
  const end = useRef(atEnd)
  end.current = atEnd
  useEffect(() => {
    if (from === undefined) return
    if (left <= 0) {
      end.current()
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [from, left])
  return left
}

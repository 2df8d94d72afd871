import { Heading } from '../app/heading.tsx'
import { useTelling } from '../app/telling.ts'

/** What is left after fifteen minutes without a touch: nothing. */
export const LockedPage = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { say } = useTelling()
  return (
    <>
      <Heading>{say('lock.locked')}</Heading>
      <p class="lead">{say('lock.lockedText')}</p>
      <p>{say('lock.lockedNext')}</p>
      <p class="actions">
        <button type="button" class="main" onClick={onAgain}>
          {say('lock.again')}
        </button>
      </p>
    </>
  )
}

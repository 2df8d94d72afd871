import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { ProblemWords } from './problem-notice.tsx'
import { type LoginCalls, SignInSteps } from './sign-in-steps.tsx'
import { useUi } from './ui-provider.tsx'

/** The office wants a newer sign-in for an act that waits meanwhile. */
export type FreshSignIn = {
  /** Asks for it; true once it is there, false when it was given up. */
  readonly ask: () => Promise<boolean>
  /** Ends the asking, for all acts that wait. */
  readonly end: (how: 'signed-in' | 'given-up') => void
  readonly isAsked: () => boolean
  readonly listen: (onChange: () => void) => () => void
}

/** Where acts wait for a newer sign-in; one for each app. */
export const makeFreshSignIn = (): FreshSignIn => {
  const listeners = new Set<() => void>()
  let waiting: readonly ((signedIn: boolean) => void)[] = []
  const tell = () => {
    for (const onChange of listeners) onChange()
  }
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        tell()
      }),
    end: (how) => {
      const over = waiting
      waiting = []
      for (const resolve of over) resolve(how === 'signed-in')
      tell()
    },
    isAsked: () => waiting.length > 0,
    listen: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** Whether an act waits for a newer sign-in at this moment. */
export const useFreshSignIn = ({ listen, isAsked }: FreshSignIn): boolean =>
  useSyncExternalStore(listen, isAsked)

/** The sign-in once more, over whatever is open; what waits for it goes on by itself. */
export const SignInAgain = ({
  fresh,
  calls,
  problems,
  onGiveUp,
}: {
  readonly fresh: FreshSignIn
  readonly calls: LoginCalls
  readonly problems: ProblemWords
  readonly onGiveUp: () => void
}) => {
  const { words } = useUi()
  const isAsked = useFreshSignIn(fresh)
  return (
    <Dialog
      open={isAsked}
      title={words.signInAgain}
      onClose={onGiveUp}
      actions={<Button onClick={onGiveUp}>{words.signInAgainCancel}</Button>}
    >
      <p>{words.signInAgainWhy}</p>
      <SignInSteps heading="h3" calls={calls} problems={problems} />
    </Dialog>
  )
}

import type { CodeSecrets, PublicStudy } from '@echolot/contract/responses'
import { useTelling } from '../app/telling.ts'
import { refuse } from '../wire/refusal.ts'
import { CodeActionPage } from './code-action.tsx'

type Props = {
  readonly study: PublicStudy
  readonly secrets: CodeSecrets | undefined
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Says no for good, so that no other letter comes. */
export const RefusePage = (props: Props) => {
  const { say } = useTelling()
  return (
    <CodeActionPage
      {...props}
      action={{
        title: say('refuse.title'),
        text: say('refuse.text'),
        confirm: say('refuse.confirm'),
        doneTitle: say('refuse.done'),
        doneText: say('refuse.doneText'),
        run: (secrets) => refuse(secrets, 'refused'),
      }}
    />
  )
}

import type { CodeSecrets, PublicStudy } from '@echolot/contract/responses'
import { dayInWords, useTelling } from '../app/telling.ts'
import { withdraw } from '../wire/withdrawal.ts'
import { CodeActionPage } from './code-action.tsx'

type Props = {
  readonly study: PublicStudy
  readonly secrets: CodeSecrets | undefined
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Deletes all answers of a code. */
export const WithdrawPage = (props: Props) => {
  const { say, language } = useTelling()
  return (
    <CodeActionPage
      {...props}
      action={{
        title: say('withdraw.title'),
        text: say('withdraw.text', { date: dayInWords(props.study.withdrawUntil, language) }),
        confirm: say('withdraw.confirm'),
        doneTitle: say('withdraw.done'),
        doneText: say('withdraw.doneText'),
        over: (since) => ({
          title: say('withdraw.over'),
          text: say('withdraw.overText', { date: dayInWords(since, language) }),
        }),
        run: withdraw,
      }}
    />
  )
}

import { directionOf } from '@echolot/i18n'
import { useEffect, useState } from 'preact/hooks'
import { DerivingPage } from '../entrance/deriving-page.tsx'
import { EntrancePage } from '../entrance/entrance-page.tsx'
import { TroublePage } from '../entrance/trouble-page.tsx'
import { InformationPage } from '../information/information-page.tsx'
import { HelpPage } from '../leaving/help-page.tsx'
import { RefusePage } from '../leaving/refuse-page.tsx'
import { DeclinedPage, ThanksPage } from '../leaving/thanks-page.tsx'
import { WithdrawPage } from '../leaving/withdraw-page.tsx'
import { LockWarning } from '../lock/lock-warning.tsx'
import { LockedPage } from '../lock/locked-page.tsx'
import { PausedPage, PausePage } from '../pausing/pause-page.tsx'
import { ResumePage } from '../pausing/resume-page.tsx'
import { QuestionnairePage } from '../questionnaire/questionnaire-page.tsx'
import type { Course } from './course.ts'
import { Frame } from './frame.tsx'
import type { State } from './screen.ts'
import { TellingContext } from './telling.ts'

/** The whole of what a household sees. */
export const Respondent = ({ course }: { readonly course: Course }) => {
  const state = useCourse(course)
  const [large, setLarge] = useState(false)
  const { telling, study, side, lockIn } = state

  useEffect(() => {
    document.documentElement.lang = telling.language
    document.documentElement.dir = directionOf(telling.language)
    document.title = telling.say('pageTitle')
  }, [telling])

  return (
    <TellingContext.Provider value={telling}>
      <div id="shell" class={large ? 'large' : ''} inert={lockIn !== undefined}>
        <Frame
          study={study}
          languages={study?.languages ?? ['de', 'en']}
          large={large}
          onLanguage={(language) => void course.speak(language)}
          onLarge={() => setLarge(!large)}
          onQuickExit={course.exit}
          onSidePage={course.turnTo}
        >
          <Side course={course} state={state} />
          <div hidden={side !== undefined}>
            <Main course={course} state={state} />
          </div>
        </Frame>
      </div>
      {lockIn !== undefined && <LockWarning secondsLeft={lockIn} onMoreTime={course.moreTime} />}
    </TellingContext.Provider>
  )
}

const useCourse = (course: Course): State => {
  const [state, setState] = useState(course.state)
  useEffect(() => {
    setState(course.state())
    return course.subscribe(() => setState(course.state()))
  }, [course])
  return state
}

type Props = { readonly course: Course; readonly state: State }

/** A page beside the way. What is behind it stays as it is. */
const Side = ({ course, state: { side, study } }: Props) => {
  if (study === undefined || side === undefined) return null
  const back = () => course.turnTo(undefined)
  const common = { study, secrets: course.secrets(), onBack: back, onDone: course.forgetPerson }
  switch (side) {
    case 'help':
      return <HelpPage study={study} onBack={back} />
    case 'withdraw':
      return <WithdrawPage {...common} />
    case 'refuse':
      return <RefusePage {...common} />
    case 'pause':
      return <PausePage onPin={course.pause} onBack={back} />
  }
}

const Main = ({ course, state: { screen, studies, study, status } }: Props) => {
  const withdraw = () => course.turnTo('withdraw')
  switch (screen.at) {
    case 'waiting':
      return null
    case 'entrance':
      return (
        <EntrancePage
          key={screen.scanned}
          studies={studies}
          study={study}
          scanned={screen.scanned}
          onStudy={(chosen) => void course.chooseStudy(chosen)}
          onCode={(code) => void course.begin(code)}
        />
      )
    case 'deriving':
      return <DerivingPage key={screen.step} step={screen.step} />
    case 'trouble':
      return (
        <TroublePage
          key={screen.trouble.kind}
          trouble={screen.trouble}
          study={study}
          onAgain={screen.again}
          onOtherCode={course.backToEntrance}
          onWithdraw={withdraw}
        />
      )
    case 'resume':
      return <ResumePage onPin={course.resume} onAnew={course.startAnew} />
    case 'information':
      return study ? (
        <InformationPage
          study={study}
          loading={screen.loading}
          onStart={course.start}
          onRefuse={() => course.turnTo('refuse')}
        />
      ) : null
    case 'questionnaire': {
      const instrument = course.instrument()
      return instrument ? (
        <QuestionnairePage
          instrument={instrument}
          bookmark={screen.bookmark}
          status={status}
          completing={screen.completing}
          onReady={course.ready}
          onPageLeft={course.save}
          onConsentRefused={(closingHtml) => void course.refuseConsent(closingHtml)}
          onComplete={(snapshot) => void course.complete(snapshot)}
          onPause={() => course.turnTo('pause')}
        />
      ) : null
    }
    case 'thanks':
      return study ? <ThanksPage study={study} {...screen.farewell} onWithdraw={withdraw} /> : null
    case 'declined':
      return study ? <DeclinedPage study={study} closingHtml={screen.closingHtml} /> : null
    case 'paused':
      return <PausedPage />
    case 'locked':
      return <LockedPage onAgain={course.backToEntrance} />
  }
}

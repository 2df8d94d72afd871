import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch.tsx'
import type { ProblemWords } from './problem-notice.tsx'
import { type LoginCalls, SignInSteps } from './sign-in-steps.tsx'
import type { UiLanguage } from './words.ts'

/** Sign-in of staff as a page of its own. All calls are given in. */
export const LoginPage = ({
  appName,
  office,
  intro,
  begin = 'sign-in',
  calls,
  problems,
  onLanguage,
}: {
  readonly appName: string
  readonly office?: string
  readonly intro?: ReactNode
  /** `set-up` where the session is there and only the second factor is due. */
  readonly begin?: 'sign-in' | 'set-up'
  readonly calls: LoginCalls
  readonly problems: ProblemWords
  readonly onLanguage: (language: UiLanguage) => void
}) => (
  <div className="ui-login">
    <main className="ui-login-card">
      <div className="ui-brand">
        <span className="ui-brand-mark" aria-hidden="true" />
        <span>
          <strong>{appName}</strong>
          {office !== undefined && <span className="ui-office">{office}</span>}
        </span>
      </div>
      <SignInSteps
        heading="h1"
        appName={appName}
        intro={intro}
        begin={begin}
        calls={calls}
        problems={problems}
      />
      <LanguageSwitch onLanguage={onLanguage} />
    </main>
  </div>
)

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { PasswordField } from './password-field.tsx'
import { ProblemNotice, type ProblemWords } from './problem-notice.tsx'
import { QrCode } from './qr-code.tsx'
import { TextField } from './text-field.tsx'
import { useUi } from './ui-provider.tsx'

/** What the office answers to e-mail and password. */
export type SignInStep = 'done' | 'second-factor' | 'set-up'

export type SecondFactorSetUp = {
  /** `otpauth://totp/…` */
  readonly uri: string
  readonly backupCodes: readonly string[]
}

export type LoginCalls = {
  readonly signIn: (given: { email: string; password: string }) => Promise<SignInStep>
  readonly verify: (code: string) => Promise<void>
  /** In place of `verify` when the phone is lost; each spare code works once. */
  readonly verifySpare: (code: string) => Promise<void>
  readonly startSetUp: (password: string) => Promise<SecondFactorSetUp>
  /** Called once signed in with everything that is due. */
  readonly onDone: () => void
}

type Step =
  | { readonly at: 'sign-in' }
  | { readonly at: 'second-factor' }
  | { readonly at: 'spare-code' }
  | { readonly at: 'set-up-password' }
  | { readonly at: 'set-up'; readonly given: SecondFactorSetUp }

const secretOf = (uri: string) =>
  (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')

const CODES = { app: /^\d{6}$/, spare: /^\S{6,}$/ } as const

const CodeForm = ({
  kind = 'app',
  pending,
  onCode,
}: {
  /** From the app, or one of the spare codes written down at set-up. */
  readonly kind?: keyof typeof CODES
  readonly pending: boolean
  readonly onCode: (code: string) => void
}) => {
  const { words } = useUi()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const typed = code.replace(/\s/g, '')
  const complete = CODES[kind].test(typed)
  return (
    <form
      noValidate
      className="ui-stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (complete && !pending) onCode(typed)
      }}
    >
      <TextField
        label={kind === 'app' ? words.code : words.spareCode}
        hint={kind === 'app' ? words.codeHint : words.spareCodeHint}
        error={
          tried && !complete ? words[kind === 'app' ? 'codeNeeded' : 'spareCodeNeeded'] : undefined
        }
        required
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete={kind === 'app' ? 'one-time-code' : 'off'}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button variant="primary" type="submit" pending={pending}>
        {words.confirm}
      </Button>
    </form>
  )
}

/** The forms of signing in, one after another: e-mail and password, then the second factor or its setting up. */
export const SignInSteps = ({
  heading: Heading,
  appName,
  intro,
  begin = 'sign-in',
  calls,
  problems,
}: {
  /** `h1` on a page of its own, `h3` in a dialog. */
  readonly heading: 'h1' | 'h3'
  /** Names the browser tab by the step; where missing the tab keeps its name. */
  readonly appName?: string
  readonly intro?: ReactNode
  readonly begin?: 'sign-in' | 'set-up'
  readonly calls: LoginCalls
  readonly problems: ProblemWords
}) => {
  const { words } = useUi()
  const [step, setStep] = useState<Step>({
    at: begin === 'sign-in' ? 'sign-in' : 'set-up-password',
  })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  const titles: Readonly<Record<Step['at'], string>> = {
    'sign-in': words.signIn,
    'second-factor': words.secondFactor,
    'spare-code': words.secondFactor,
    'set-up-password': words.setUp,
    'set-up': words.setUp,
  }
  const title = titles[step.at]
  useEffect(() => {
    if (appName !== undefined) document.title = `${title} – ${appName}`
  }, [title, appName])
  // a new step is a new page: say its heading
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the reason
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [step.at])

  const attempt = async (call: () => Promise<void>) => {
    setPending(true)
    setProblem(undefined)
    try {
      await call()
    } catch (error) {
      setProblem(error)
    } finally {
      setPending(false)
    }
  }
  const goTo = (next: Step) => {
    moved.current = true
    setTried(false)
    setProblem(undefined)
    setStep(next)
  }
  const startSetUp = async () => goTo({ at: 'set-up', given: await calls.startSetUp(password) })

  const onSignIn = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (pending || email.trim() === '' || password === '') return
    void attempt(async () => {
      const next = await calls.signIn({ email: email.trim(), password })
      if (next === 'done') calls.onDone()
      else if (next === 'second-factor') goTo({ at: 'second-factor' })
      else await startSetUp()
    })
  }
  const entering = (verify: LoginCalls['verify']) => (code: string) =>
    void attempt(async () => {
      await verify(code)
      calls.onDone()
    })
  const onCode = entering(calls.verify)

  return (
    <>
      <Heading ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      <ProblemNotice problem={problem} words={problems} />
      {step.at === 'sign-in' && (
        <>
          {intro !== undefined && <div className="ui-hint">{intro}</div>}
          <form noValidate className="ui-stack" onSubmit={onSignIn}>
            <TextField
              label={words.email}
              type="email"
              autoComplete="username"
              required
              value={email}
              error={tried && email.trim() === '' ? words.emailNeeded : undefined}
              onChange={(event) => setEmail(event.target.value)}
            />
            <PasswordField
              label={words.password}
              required
              value={password}
              error={tried && password === '' ? words.passwordNeeded : undefined}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Button variant="primary" type="submit" pending={pending}>
              {words.signIn}
            </Button>
          </form>
        </>
      )}
      {step.at === 'second-factor' && (
        <>
          <CodeForm pending={pending} onCode={onCode} />
          <Button variant="quiet" onClick={() => goTo({ at: 'spare-code' })}>
            {words.useSpareCode}
          </Button>
          <Button variant="quiet" onClick={() => goTo({ at: 'sign-in' })}>
            {words.back}
          </Button>
        </>
      )}
      {step.at === 'spare-code' && (
        <>
          <CodeForm kind="spare" pending={pending} onCode={entering(calls.verifySpare)} />
          <Button variant="quiet" onClick={() => goTo({ at: 'second-factor' })}>
            {words.useApp}
          </Button>
        </>
      )}
      {step.at === 'set-up-password' && (
        <form
          noValidate
          className="ui-stack"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (!pending && password !== '') void attempt(startSetUp)
          }}
        >
          <p>{words.setUpWhy}</p>
          <PasswordField
            label={words.password}
            hint={words.setUpPassword}
            required
            value={password}
            error={tried && password === '' ? words.passwordNeeded : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button variant="primary" type="submit" pending={pending}>
            {words.setUpBegin}
          </Button>
        </form>
      )}
      {step.at === 'set-up' && (
        <>
          <p>{words.setUpWhy}</p>
          <ol className="ui-steps">
            <li>
              <p>{words.setUpScan}</p>
              <QrCode text={step.given.uri} label={words.setUpQr} />
              <p>{words.setUpKey}</p>
              <p>
                <code className="ui-secret">{secretOf(step.given.uri)}</code>
              </p>
            </li>
            {step.given.backupCodes.length > 0 && (
              <li>
                <p>{words.setUpBackup}</p>
                <ul className="ui-codes">
                  {step.given.backupCodes.map((code) => (
                    <li key={code}>
                      <code>{code}</code>
                    </li>
                  ))}
                </ul>
              </li>
            )}
            <li>
              <p>{words.setUpCode}</p>
              <CodeForm pending={pending} onCode={onCode} />
            </li>
          </ol>
        </>
      )}
    </>
  )
}

import {
  type Anchor,
  Button,
  LoginPage,
  type NavItem,
  Notice,
  PageShell,
  ProblemNotice,
  Progress,
  Select,
  SignInAgain,
  UiProvider,
  useFreshSignIn,
} from '@echolot/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, Link as RouterLink, useLocation, useNavigate, useParams } from 'react-router'
import { freshSignIn } from '../server/fresh-sign-in.ts'
import { meQuery } from '../server/me.ts'
import { useProblemWords } from '../server/problem-words.ts'
import { studiesQuery } from '../server/studies.ts'
import { chooseLanguageIn, languageOf } from './language.ts'
import { isDeskRole, ROOMS, roleText } from './rooms.ts'
import { loginCalls, signOut } from './session.ts'

const RouterAnchor: Anchor = ({ href, ...native }) => <RouterLink {...native} to={href} />

/** Around everything: words, links, and the question who is there. */
export const Root = () => {
  const { i18n } = useTranslation()
  return (
    <UiProvider language={languageOf(i18n)} anchor={RouterAnchor}>
      <Door />
    </UiProvider>
  )
}

/**
 * Signed out: the sign-in page. Second factor due: its setting up. Otherwise the desk, which stays while a newer sign-in is
 * asked for.
 */
const Door = () => {
  const { t, i18n } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const me = useQuery(meQuery)
  const isAsked = useFreshSignIn(freshSignIn)
  const [working, setWorking] = useState<Person>()
  if (me.data && me.data.secondFactor !== 'due' && me.data !== working) setWorking(me.data)
  const onSignedInAgain = async () => {
    const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    const isSame = now?.email === working?.email
    freshSignIn.end(isSame ? 'signed-in' : 'given-up')
    if (!isSame) location.reload()
  }
  const onGiveUp = () => {
    freshSignIn.end('given-up')
    // Half a new sign-in has ended the one before.
    void queries.invalidateQueries(meQuery)
  }
  const desk = (person: Person) => (
    <>
      <Desk {...person} />
      <SignInAgain
        fresh={freshSignIn}
        calls={loginCalls(() => void onSignedInAgain())}
        problems={words}
        onGiveUp={onGiveUp}
      />
    </>
  )
  const login = (begin: 'sign-in' | 'set-up') => (
    <LoginPage
      key={begin}
      appName={t('app.name')}
      office={t('app.office')}
      intro={<p>{t('app.intro')}</p>}
      begin={begin}
      calls={loginCalls(() => void queries.resetQueries())}
      problems={words}
      onLanguage={chooseLanguageIn(i18n)}
    />
  )
  if (isAsked && working !== undefined) return desk(working)
  if (me.isPending)
    return (
      <main className="ui-wide ui-main">
        <Progress label={t('app.loading')} />
      </main>
    )
  if (me.isError)
    return (
      <main className="ui-wide ui-main">
        <h1 className="ui-hidden">{t('app.name')}</h1>
        <ProblemNotice
          problem={me.error}
          words={words}
          actions={<Button onClick={() => me.refetch()}>{t('app.tryAgain')}</Button>}
        />
      </main>
    )
  if (me.data === null) return login('sign-in')
  if (me.data.secondFactor === 'due') return login('set-up')
  return desk(me.data)
}

type Person = {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly secondFactor: string
}

const Desk = ({ name, email, role, secondFactor }: Person) => {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { study: chosen } = useParams()
  const { data: studies = [] } = useQuery({ ...studiesQuery, enabled: isDeskRole(role) })
  useFocusOnNewPage(pathname)
  const study = studies.find((one) => one.study === chosen)
  const nav = ROOMS.map((room): NavItem => {
    const href = `/studies/${chosen}${room === 'overview' ? '' : `/${room}`}`
    return {
      href,
      text: t(`app.nav.${room}`),
      current: pathname.replace(/\/$/, '') === href ? 'page' : undefined,
    }
  })
  const roleName = roleText(t, role)
  return (
    <PageShell
      appName={t('app.name')}
      office={t('app.office')}
      home={study === undefined ? '/' : `/studies/${study.study}`}
      synthetic={(study === undefined ? studies : [study]).some(({ synthetic }) => synthetic)}
      nav={study === undefined ? [] : nav}
      headerExtra={
        studies.length > 1 &&
        study !== undefined && (
          <Select
            label={t('app.study')}
            labelled="hidden"
            className="desk-study"
            value={study.study}
            choices={studies.map((one) => ({ value: one.study, text: one.title }))}
            onSelect={(next) => void navigate(`/studies/${next}`)}
          />
        )
      }
      account={{
        name,
        about: (
          <>
            <p>{email}</p>
            <p>{roleName}</p>
            {secondFactor === 'waived-demo' && <p>{t('app.waived')}</p>}
          </>
        ),
        signOutText: t('app.signOut'),
        onSignOut: () => void signOut().finally(() => queries.resetQueries()),
      }}
      onLanguage={chooseLanguageIn(i18n)}
      footer={<p>{t('app.footer')}</p>}
    >
      {isDeskRole(role) ? (
        <Outlet />
      ) : (
        <>
          <h1 className="ui-hidden">{t('app.name')}</h1>
          <Notice title={t('app.noRoomTitle')} announce="never">
            <p>{t('app.noRoom', { role: roleName })}</p>
          </Notice>
        </>
      )}
    </PageShell>
  )
}

/** A new address is a new page: keyboard and screen reader begin at its main part. */
const useFocusOnNewPage = (pathname: string) => {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const main = document.getElementById('main')
    // a screen that took the focus itself, as the return desk does, keeps it
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
}

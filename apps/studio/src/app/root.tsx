import type { Me } from '@echolot/contract/staff'
import {
  type Anchor,
  Button,
  LoginPage,
  type NavItem,
  Notice,
  PageShell,
  ProblemNotice,
  Progress,
  SignInAgain,
  UiProvider,
  useFreshSignIn,
} from '@echolot/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, Link as RouterLink, useLocation } from 'react-router'
import { forgetRescued, leftBehind } from '../designer/together/rescue.ts'
import { SignOutDialog } from '../designer/together/sign-out-dialog.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { freshSignIn } from '../server/fresh-sign-in.ts'
import { meQuery } from '../server/me.ts'
import { studiesQuery } from '../server/studies.ts'
import { chooseLanguage, type StudioLanguage } from './i18n.ts'
import { type Room, roomsOf } from './rooms.ts'
import { loginCalls, signOut } from './session.ts'

const RouterAnchor: Anchor = ({ href, ...native }) => <RouterLink {...native} to={href} />

/** Around everything: words, links, and the question who is there. */
export const Root = () => {
  const { i18n } = useTranslation()
  return (
    <UiProvider language={i18n.language as StudioLanguage} anchor={RouterAnchor}>
      <Door />
    </UiProvider>
  )
}

/**
 * Signed out: the sign-in page. Second factor due: its setting up. Otherwise the studio. When a session ends in the
 * middle of work, the studio waits behind the sign-in page, so that nothing unsaved is lost.
 */
const Door = () => {
  const { t } = useTranslation(['app', 'screen'])
  const words = useProblemWords()
  const queries = useQueryClient()
  const me = useQuery(meQuery)
  const [working, setWorking] = useState<Me>()
  if (me.data && me.data.secondFactor !== 'due' && me.data !== working) setWorking(me.data)
  const isAsked = useFreshSignIn(freshSignIn)
  const onDone = async () => {
    const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    if (working === undefined) await queries.resetQueries()
    else if (now?.email === working.email) await queries.invalidateQueries()
    // somebody else: nothing of the one before may stay
    else location.reload()
  }
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
  const [unsaved, setUnsaved] = useState<readonly string[]>([])
  const leave = async () => {
    await signOut()
    // what a browser keeps for one person is not left to the next
    await forgetRescued(working?.email ?? '').catch(() => undefined)
    setUnsaved([])
    setWorking(undefined)
    await queries.resetQueries()
  }
  const askToLeave = async () => {
    const names = await leftBehind(working?.email ?? '').catch(() => [])
    if (names.length > 0) setUnsaved(names)
    else await leave()
  }
  const login = (begin: 'sign-in' | 'set-up') => (
    <LoginPage
      key={begin}
      appName={t('name')}
      office={t('office')}
      intro={working === undefined ? t('intro') : t('sessionEnded')}
      begin={begin}
      calls={loginCalls(() => void onDone())}
      problems={words}
      onLanguage={chooseLanguage}
    />
  )
  if (me.isPending) return <Progress label={t('screen:loading')} />
  if (me.isError && working === undefined)
    return (
      <main className="ui-wide ui-main">
        <h1 className="ui-hidden">{t('name')}</h1>
        <ProblemNotice
          problem={me.error}
          words={words}
          actions={<Button onClick={() => me.refetch()}>{t('screen:tryAgain')}</Button>}
        />
      </main>
    )
  const inside =
    isAsked || me.data === undefined || (me.data !== null && me.data.secondFactor !== 'due')
  return (
    <>
      {working !== undefined && (
        <div hidden={!inside}>
          <Studio me={working} onSignOut={() => void askToLeave()} />
        </div>
      )}
      <SignOutDialog names={unsaved} onStay={() => setUnsaved([])} onLeave={() => void leave()} />
      <SignInAgain
        fresh={freshSignIn}
        calls={loginCalls(() => void onSignedInAgain())}
        problems={words}
        onGiveUp={onGiveUp}
      />
      {!inside && login(me.data === null ? 'sign-in' : 'set-up')}
    </>
  )
}

const Studio = ({ me, onSignOut }: { readonly me: Me; readonly onSignOut: () => void }) => {
  const { name, email, role, secondFactor } = me
  const { t } = useTranslation('app')
  const studies = useQuery({ ...studiesQuery, enabled: roomsOf(role).length > 0 })
  const { pathname } = useLocation()
  useFocusOnNewPage(pathname)
  const nav = roomsOf(role).map(
    (room: Room): NavItem => ({
      href: `/${room}`,
      text: t(`nav.${room}`),
      current: currentOf(pathname, `/${room}`),
    }),
  )
  return (
    <PageShell
      appName={t('name')}
      office={t('office')}
      home="/"
      synthetic={studies.data?.some(({ synthetic }) => synthetic) ?? false}
      nav={nav}
      account={{
        name,
        about: (
          <>
            <p>{email}</p>
            <p>{t(`roles.${role}`, { defaultValue: role })}</p>
            {secondFactor === 'waived-demo' && <p>{t('waived')}</p>}
          </>
        ),
        signOutText: t('signOut'),
        onSignOut,
      }}
      onLanguage={chooseLanguage}
    >
      {nav.length === 0 ? (
        <>
          <h1 className="ui-hidden">{t('name')}</h1>
          <Notice title={t('noRoomTitle')} announce="never">
            <p>{t('noRoom', { role: t(`roles.${role}`, { defaultValue: role }) })}</p>
          </Notice>
        </>
      ) : (
        <Outlet />
      )}
    </PageShell>
  )
}

const currentOf = (pathname: string, href: string): 'page' | 'true' | undefined => {
  if (pathname === href) return 'page'
  return pathname.startsWith(`${href}/`) ? 'true' : undefined
}

/** A new address is a new page: keyboard and screen reader begin at its main part. */
const useFocusOnNewPage = (pathname: string) => {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
}

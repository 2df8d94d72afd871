import type { ReactNode } from 'react'
import { type Account, AccountMenu } from './account-menu.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Link } from './link.tsx'
import { useUi } from './ui-provider.tsx'
import type { UiLanguage } from './words.ts'

export type NavItem = {
  readonly href: string
  readonly text: ReactNode
  /** The page being shown, or one below it. */
  readonly current?: 'page' | 'true' | undefined
}

/** What stands around every screen: skip link, banner for made-up data, header, navigation, main, footer. */
export const PageShell = ({
  appName,
  office,
  home = '/',
  synthetic = false,
  nav = [],
  account,
  onLanguage,
  headerExtra,
  footer,
  children,
}: {
  readonly appName: string
  /** Whose page this is, e.g. “Trust office”. */
  readonly office?: string
  readonly home?: string
  /** Whether the data shown is made up: says so on top of every page. */
  readonly synthetic?: boolean
  readonly nav?: readonly NavItem[]
  readonly account?: Account | undefined
  readonly onLanguage: (language: UiLanguage) => void
  /** E.g. the choice of the study. */
  readonly headerExtra?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}) => {
  const { words } = useUi()
  return (
    <div className="ui-shell">
      <a className="ui-skip" href="#main">
        {words.skipToContent}
      </a>
      <header className="ui-header">
        {synthetic && <p className="ui-synthetic">{words.synthetic}</p>}
        <div className="ui-header-line ui-wide">
          <Link href={home} className="ui-brand">
            <span className="ui-brand-mark" aria-hidden="true" />
            <span>
              <strong>{appName}</strong>
              {office !== undefined && <span className="ui-office">{office}</span>}
            </span>
          </Link>
          <div className="ui-header-tools">
            {headerExtra}
            <LanguageSwitch onLanguage={onLanguage} />
            {account !== undefined && <AccountMenu {...account} />}
          </div>
        </div>
        {nav.length > 0 && (
          <nav className="ui-nav ui-wide" aria-label={words.mainNavigation}>
            <ul>
              {nav.map(({ href, text, current }) => (
                <li key={href}>
                  <Link href={href} className="ui-nav-link" aria-current={current}>
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main id="main" tabIndex={-1} className="ui-main ui-wide">
        {children}
      </main>
      {footer !== undefined && (
        <footer className="ui-footer">
          <div className="ui-wide">{footer}</div>
        </footer>
      )}
    </div>
  )
}

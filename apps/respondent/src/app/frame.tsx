import type { PublicStudy } from '@echolot/contract/responses'
import { autonym, directionOf } from '@echolot/i18n'
import type { ComponentChildren } from 'preact'
import { isDraft } from '../words/words.ts'
import type { SidePage } from './screen.ts'
import { textOfStudy, useTelling } from './telling.ts'

type FrameProps = {
  readonly study: PublicStudy | undefined
  readonly languages: readonly string[]
  readonly large: boolean
  readonly onLanguage: (language: string) => void
  readonly onLarge: () => void
  readonly onQuickExit: () => void
  readonly onSidePage: (page: SidePage) => void
  /** Tells the page's parts from those around it where it stands in a frame. */
  readonly label?: string
  readonly children: ComponentChildren
}

/** What stays the same on every page: languages, help, way out; help always at the same place (WCAG 3.2.6). */
export const Frame = (props: FrameProps) => {
  const { study, large, onLarge, onQuickExit, onSidePage, label, children } = props
  const { say, language } = useTelling()
  const title = study && textOfStudy(study.title, { language, study })
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {say('frame.skip')}
      </button>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a page's header is a banner, which may be named */}
      <header aria-label={label}>
        {study?.synthetic && (
          <p class="banner" role="note">
            {say('banner.synthetic')}
          </p>
        )}
        <div class="bar">
          <button
            type="button"
            class="exit"
            title={say('frame.quickExitHint')}
            aria-description={say('frame.quickExitHint')}
            onClick={onQuickExit}
          >
            <span aria-hidden="true">✕ </span>
            {say('frame.quickExit')}
          </button>
          <div class="tools">
            <button type="button" class="tool" aria-pressed={large} onClick={onLarge}>
              <span aria-hidden="true" class="letters">
                Aa
              </span>
              <span class="unseen">{say('frame.largeText')}</span>
            </button>
            <button type="button" class="tool" onClick={() => onSidePage('help')}>
              {say('frame.help')}
            </button>
            <LanguageChoice {...props} />
          </div>
        </div>
        {title && (
          <p class="study" lang={title.language} dir={directionOf(title.language)}>
            {title.text}
          </p>
        )}
      </header>
      <main id="main" tabIndex={-1} aria-label={label}>
        {isDraft(language) && (
          <p class="note draft" role="note">
            {say('frame.draftLanguage')}
          </p>
        )}
        {children}
      </main>
      <footer>
        <nav aria-label={say('frame.footer')}>
          <button type="button" class="link" onClick={() => onSidePage('withdraw')}>
            {say('frame.withdraw')}
          </button>
          <button type="button" class="link" onClick={() => onSidePage('refuse')}>
            {say('frame.refuse')}
          </button>
        </nav>
      </footer>
    </>
  )
}

const LanguageChoice = ({ languages, onLanguage }: FrameProps) => {
  const { say, language } = useTelling()
  return (
    <label class="language">
      <span class="unseen">{say('frame.language')}</span>
      <select
        autocomplete="off"
        value={language}
        onChange={({ currentTarget }) => onLanguage(currentTarget.value)}
      >
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag} selected={tag === language}>
            {autonym(tag)}
          </option>
        ))}
      </select>
    </label>
  )
}

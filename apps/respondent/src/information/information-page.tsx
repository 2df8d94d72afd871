import type { PublicStudy } from '@echolot/contract/responses'
import { directionOf } from '@echolot/i18n'
import { Heading } from '../app/heading.tsx'
import { dayInWords, textOfStudy, useTelling } from '../app/telling.ts'
import type { WordKey } from '../words/words.ts'

/** Page 0: who asks, why, on which basis, who sees what, and how to take it back. The consent itself is an item. */
export const InformationPage = ({
  study,
  loading,
  onStart,
  onRefuse,
}: {
  readonly study: PublicStudy
  /** Whether somebody already pressed the button and waits for the questionnaire to arrive. */
  readonly loading: 'no' | 'yes' | 'failed'
  readonly onStart: () => void
  readonly onRefuse: () => void
}) => {
  const { say, language } = useTelling()
  const ofStudy = (title: WordKey, texts: Readonly<Record<string, string>>) => {
    const own = textOfStudy(texts, { language, study })
    return (
      <section>
        <h2>{say(title)}</h2>
        <p lang={own.language} dir={directionOf(own.language)}>
          {own.text}
        </p>
      </section>
    )
  }
  const ofShell = (title: WordKey, text: string) => (
    <section>
      <h2>{say(title)}</h2>
      <p>{text}</p>
    </section>
  )
  return (
    <>
      <Heading>{say('information.title')}</Heading>
      {ofStudy('information.who', { [study.languages[0] ?? 'de']: study.controller })}
      {ofStudy('information.why', study.purpose)}
      {ofShell('information.seen', say('information.seenText'))}
      {ofShell('information.free', say('information.freeText'))}
      {ofShell(
        'information.withdraw',
        say('information.withdrawText', { date: dayInWords(study.withdrawUntil, language) }),
      )}
      {ofShell('information.phone', say('information.phoneText'))}
      {ofStudy('information.basis', study.legalBasis)}
      <p class="advice" role="status">
        {loading === 'yes' && say('information.loading')}
        {loading === 'failed' && say('information.failed')}
      </p>
      <p class="actions">
        <button type="button" class="main" onClick={onStart}>
          {say(loading === 'failed' ? 'trouble.again' : 'information.start')}
        </button>
        <button type="button" class="second" onClick={onRefuse}>
          {say('information.refuse')}
        </button>
      </p>
    </>
  )
}

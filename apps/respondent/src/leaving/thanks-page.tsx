import type { PublicStudy } from '@echolot/contract/responses'
import { Heading } from '../app/heading.tsx'
import { HelpOffers, HotlineNote } from '../app/hotline.tsx'
import { dayInWords, useTelling } from '../app/telling.ts'
import type { OwnAnswers } from '../questionnaire/engine.ts'

/** After the last page: what was sent can be taken home, and taken back. */
export const ThanksPage = ({
  study,
  closingHtml,
  ownAnswers,
  onWithdraw,
}: {
  readonly study: PublicStudy
  /** The instrument's own last words, already cleaned. */
  readonly closingHtml: string
  readonly ownAnswers: OwnAnswers
  readonly onWithdraw: () => void
}) => {
  const { say, language } = useTelling()
  return (
    <>
      <Heading>{say('thanks.title')}</Heading>
      <p class="lead">{say('thanks.text')}</p>
      <p class="note good">{say('thanks.close')}</p>
      <Closing html={closingHtml} />
      <section>
        <h2>{say('thanks.offers')}</h2>
        <HelpOffers />
      </section>
      <section>
        <h2>{say('thanks.withdraw')}</h2>
        <p>{say('thanks.withdrawText', { date: dayInWords(study.withdrawUntil, language) })}</p>
        <p class="actions">
          <button type="button" class="second" onClick={onWithdraw}>
            {say('frame.withdraw')}
          </button>
          <button type="button" class="second" onClick={() => download(ownAnswers, study)}>
            {say('thanks.download')}
          </button>
        </p>
        <p class="note">{say('thanks.downloadHint')}</p>
      </section>
      <HotlineNote study={study} />
    </>
  )
}

/** After a refusal: nothing was kept, and the same help is offered. */
export const DeclinedPage = ({
  study,
  closingHtml,
}: {
  readonly study: PublicStudy
  readonly closingHtml: string
}) => {
  const { say } = useTelling()
  return (
    <>
      <Heading>{say('thanks.declined')}</Heading>
      <p class="lead">{say('thanks.declinedText')}</p>
      <p class="note good">{say('thanks.close')}</p>
      <Closing html={closingHtml} />
      <section>
        <h2>{say('thanks.offers')}</h2>
        <HelpOffers />
      </section>
      <HotlineNote study={study} />
    </>
  )
}

const Closing = ({ html }: { readonly html: string }) =>
  html === '' ? null : (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by DOMPurify in the questionnaire.
    <div class="closing" dangerouslySetInnerHTML={{ __html: html }} />
  )

/** The file is made in the browser; nothing is asked of the server. */
const download = (answers: OwnAnswers, study: PublicStudy) => {
  const bytes = new Blob([JSON.stringify({ study: study.study, ...answers }, null, 2)], {
    type: 'application/json',
  })
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = 'meine-antworten.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

import type { PublicStudy } from '@echolot/contract/responses'
import type { AccessCode } from '@echolot/study'
import { Heading } from '../app/heading.tsx'
import { PhoneNumber } from '../app/hotline.tsx'
import { textOfStudy, useTelling } from '../app/telling.ts'
import { CodeEntry } from './code-entry.tsx'

/** The start page: the code from the letter, typed or brought by the QR code. */
export const EntrancePage = ({
  studies,
  study,
  scanned,
  onStudy,
  onCode,
}: {
  readonly studies: readonly PublicStudy[]
  readonly study: PublicStudy | undefined
  /** What a scanned address brought along. */
  readonly scanned: string | undefined
  readonly onStudy: (study: PublicStudy) => void
  readonly onCode: (code: AccessCode) => void
}) => {
  const { say, language } = useTelling()
  const [before = '', after = ''] = say('entrance.help', { hotline: '\u0000' }).split('\u0000')
  return (
    <>
      <Heading>{say('entrance.title')}</Heading>
      <p class="lead">{say('entrance.lead')}</p>
      {studies.length > 1 && (
        <fieldset class="choices">
          <legend>{say('entrance.chooseStudy')}</legend>
          {studies.map((one) => {
            const title = textOfStudy(one.title, { language, study: one })
            return (
              <label key={one.study} class="choice">
                <input
                  type="radio"
                  name="study"
                  checked={one.study === study?.study}
                  onChange={() => onStudy(one)}
                />
                <span lang={title.language}>{title.text}</span>
              </label>
            )
          })}
        </fieldset>
      )}
      {study && (
        <>
          {scanned !== undefined && <p class="note good">{say('entrance.fromLetter')}</p>}
          <CodeEntry
            typedBefore={scanned ?? ''}
            submitWord={say('entrance.start')}
            onCode={onCode}
          />
          <p class="note">{say('entrance.qr')}</p>
          <p class="note">
            {before}
            <PhoneNumber number={study.hotline} />
            {after}
          </p>
        </>
      )}
    </>
  )
}

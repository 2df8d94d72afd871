import type { PublicStudy } from '@echolot/contract/responses'
import { Heading } from '../app/heading.tsx'
import { HelpOffers, PhoneNumber } from '../app/hotline.tsx'
import { useTelling } from '../app/telling.ts'

/** Who helps, with what. */
export const HelpPage = ({
  study,
  onBack,
}: {
  readonly study: PublicStudy
  readonly onBack: () => void
}) => {
  const { say } = useTelling()
  return (
    <>
      <Heading>{say('help.title')}</Heading>
      <section>
        <h2>{say('help.hotline')}</h2>
        <p>
          <PhoneNumber number={study.hotline} />
        </p>
        <p>{say('help.hotlineText')}</p>
        {study.email !== undefined && (
          <p>
            {say('help.email')}:{' '}
            <a class="mail" dir="ltr" href={`mailto:${study.email}`}>
              {study.email}
            </a>
          </p>
        )}
      </section>
      <section>
        <h2>{say('help.lost')}</h2>
        <p>{say('help.lostText')}</p>
      </section>
      <section>
        <h2>{say('help.rights')}</h2>
        <p>{say('help.rightsText')}</p>
      </section>
      <section>
        <h2>{say('help.offers')}</h2>
        <HelpOffers />
      </section>
      <p class="actions">
        <button type="button" class="main" onClick={onBack}>
          {say('frame.back')}
        </button>
      </p>
    </>
  )
}

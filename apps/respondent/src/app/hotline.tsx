import type { PublicStudy } from '@echolot/contract/responses'
import { useTelling } from './telling.ts'

/** A number to tap; digits stay in order inside right-to-left text. */
export const PhoneNumber = ({ number }: { readonly number: string }) => (
  <a class="phone" dir="ltr" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    {number}
  </a>
)

/** The line with the study's hotline that stands below every trouble. */
export const HotlineNote = ({ study }: { readonly study: PublicStudy }) => {
  const { say } = useTelling()
  const [before = '', after = ''] = say('trouble.hotline', { hotline: '\u0000' }).split('\u0000')
  return (
    <p class="note">
      {before}
      <PhoneNumber number={study.hotline} />
      {after}
    </p>
  )
}

/** Where people find help beyond this study. */
export const HelpOffers = () => {
  const { say } = useTelling()
  return (
    <ul class="offers">
      <li>
        {say('thanks.offerChildren')}: <PhoneNumber number="116 111" />
      </li>
      <li>
        {say('thanks.offerParents')}: <PhoneNumber number="0800 111 0 550" />
      </li>
    </ul>
  )
}

import type { Mailing } from '@echolot/contract/mailings'
import { useTranslation } from 'react-i18next'

const STEPS = [
  'ordered',
  'drawing',
  'registering',
  'ready',
  'downloaded',
] as const satisfies readonly Mailing['state'][]

/** The way of a mailing as an ordered list, the present step marked. Nothing for one that came to nothing. */
export const MailingSteps = ({ state }: { readonly state: Mailing['state'] }) => {
  const { t } = useTranslation()
  const now = (STEPS as readonly Mailing['state'][]).indexOf(state)
  if (now < 0) return null
  return (
    <ol className="desk-steps" aria-label={t('mailings.progressLabel')}>
      {STEPS.map((step, index) => {
        const isDone = index < now || state === 'downloaded'
        return (
          <li
            key={step}
            data-done={isDone || undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            {t(`mailings.steps.${step}`)}
            {isDone && <span className="ui-hidden"> ({t('mailings.stepDone')})</span>}
          </li>
        )
      })}
    </ol>
  )
}

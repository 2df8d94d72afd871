import type { Instrument } from '@echolot/instrument'
import type { Finding } from '@echolot/routing/logic'
import { Badge, Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { WitnessWay } from './witness-way.tsx'

const TONES = { error: 'error', warning: 'warn', note: 'info' } as const

/** One thing that was proved, with its place, its remedy and the answers that show it. */
export const FindingItem = ({
  finding,
  instrument,
  onTry,
  onJump,
}: {
  readonly finding: Finding
  readonly instrument: Instrument
  readonly onTry: RoomProps['onTry']
  readonly onJump: (pointer: string) => void
}) => {
  const { t, i18n } = useTranslation('logic')
  const { severity, words, witness, pointer, name, page } = finding
  const { message, remedy } = words[i18n.language === 'en' ? 'en' : 'de']
  return (
    <li className="logic-finding">
      <p>
        <Badge tone={TONES[severity]}>{t(`proof.severity.${severity}`)}</Badge> <code>{name}</code>{' '}
        {message}
      </p>
      <p className="problem-remedy">{remedy}</p>
      {witness !== undefined && (
        <details>
          <summary>{t('proof.example')}</summary>
          <WitnessWay instrument={instrument} witness={witness} until={page} onTry={onTry} />
        </details>
      )}
      <Button
        size="small"
        aria-label={t('proof.goTo', { name })}
        onClick={() => onJump(pointer.replace(/^\/survey/, ''))}
      >
        {t('proof.go')}
      </Button>
    </li>
  )
}

import type { ConditionFault } from '@echolot/routing/logic'
import { Badge, Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

/** What is wrong with an expression, each with what to do; leads to the place in the text. */
export const FaultList = ({
  faults,
  onGo,
  onMend,
}: {
  readonly faults: readonly ConditionFault[]
  readonly onGo?: (fault: ConditionFault) => void
  readonly onMend?: (fault: ConditionFault, instead: string) => void
}) => {
  const { t } = useTranslation('logic')
  if (faults.length === 0) return null
  return (
    <ul className="logic-faults" aria-label={t('expert.faults')}>
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.from} ${fault.says}`}>
          <Badge tone={fault.severity === 'error' ? 'error' : 'warn'}>
            {t(`expert.severity.${fault.severity}`)}
          </Badge>{' '}
          {t(`fault.${fault.code}.text`, { says: fault.says })}{' '}
          <span className="problem-remedy">{t(`fault.${fault.code}.remedy`)}</span>{' '}
          {onGo !== undefined && (
            <Button size="small" variant="quiet" onClick={() => onGo(fault)}>
              {t('expert.go')}
            </Button>
          )}
          {onMend !== undefined &&
            (fault.instead ?? []).map((instead) => (
              <Button
                key={instead}
                size="small"
                onClick={() => onMend(fault, written(fault, instead))}
              >
                {t('expert.mend', { instead })}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  )
}

/** What stands in its place needs the same braces or quotes. */
const written = ({ code }: ConditionFault, instead: string): string => {
  if (code === 'unknown-item') return `{${instead}}`
  return code === 'unknown-choice' && !/^-?\d+(\.\d+)?$/.test(instead) ? `'${instead}'` : instead
}

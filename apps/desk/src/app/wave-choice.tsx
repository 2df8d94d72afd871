import { Select, useUi } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Study, Wave } from '../server/studies.ts'
import { dayText } from './day-text.ts'

/** The wave in the field on this day, else the next one, else the last. */
export const waveOn = ({ waves }: Pick<Study, 'waves'>, day: string): Wave | undefined =>
  waves.find(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn) ??
  waves
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))
    .find(({ opensOn }) => opensOn > day) ??
  waves.at(-1)

/** Which wave of the study; nothing to choose where there is one. */
export const WaveChoice = ({
  study,
  wave,
  onWave,
}: {
  readonly study: Study
  readonly wave: string
  readonly onWave: (wave: string) => void
}) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const textOf = ({ wave, opensOn, closesOn }: Wave) =>
    t('app.waveText', {
      wave,
      from: dayText(opensOn, language),
      to: dayText(closesOn, language),
    })
  const [only] = study.waves
  if (study.waves.length === 1 && only !== undefined)
    return (
      <p>
        <span className="ui-label">{t('app.wave')}: </span>
        {textOf(only)}
      </p>
    )
  return (
    <Select
      label={t('app.wave')}
      value={wave}
      choices={study.waves.map((one) => ({ value: one.wave, text: textOf(one) }))}
      onSelect={onWave}
    />
  )
}

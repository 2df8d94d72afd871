import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Study, Wave } from '../server/studies.ts'

export type ChosenWave = { readonly study: Study; readonly wave: Wave }

/** The wave named in the page's address (`?study=…&wave=…`), else the first that is open, else the last. */
export const useChosenWave = (
  studies: readonly Study[],
): readonly [ChosenWave | undefined, (study: string, wave: string) => void] => {
  const [search, setSearch] = useSearchParams()
  const study = studies.find((one) => one.study === search.get('study')) ?? studies[0]
  const wave =
    study?.waves.find((one) => one.wave === search.get('wave')) ??
    study?.waves.find(({ state }) => state === 'open') ??
    study?.waves.at(-1)
  const choose = (study: string, wave: string) =>
    setSearch(wave === '' ? { study } : { study, wave }, { replace: true })
  return [study === undefined || wave === undefined ? undefined : { study, wave }, choose]
}

/** Picks study and wave; a single study or wave needs no picking and is left out. */
export const WaveChoice = ({
  studies,
  chosen,
  onChoose,
}: {
  readonly studies: readonly Study[]
  readonly chosen: ChosenWave
  readonly onChoose: (study: string, wave: string) => void
}) => {
  const { t } = useTranslation('screen')
  return (
    <>
      {studies.length > 1 && (
        <Select
          label={t('study')}
          value={chosen.study.study}
          choices={studies.map(({ study, title }) => ({ value: study, text: title }))}
          onSelect={(study) => onChoose(study, '')}
        />
      )}
      {chosen.study.waves.length > 1 && (
        <Select
          label={t('wave')}
          value={chosen.wave.wave}
          choices={chosen.study.waves.map(({ wave }) => ({ value: wave, text: wave }))}
          onSelect={(wave) => onChoose(chosen.study.study, wave)}
        />
      )}
    </>
  )
}

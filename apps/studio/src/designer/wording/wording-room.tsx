import './wording.css'
import { isEasyLanguage, isGerman, type WordingFinding } from '@echolot/instrument/wording'
import { Select, Tabs } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import type { RoomProps } from '../editor/room.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { FindingsPart } from './findings-part.tsx'
import { MinutesPart } from './minutes-part.tsx'
import { ReadabilityPart } from './readability-part.tsx'
import { useUnreachable } from './use-unreachable.ts'
import { useFindings } from './use-work.ts'

/** What can be known of the words before anybody answers: hints, readability, minutes. */
export const WordingRoom = ({
  editor,
  outline,
  onGo,
  proved,
}: Pick<RoomProps, 'editor' | 'outline' | 'onGo' | 'proved'>) => {
  const { t } = useTranslation('wording')
  const languageName = useLanguageName()
  const { instrument } = editor
  const [picked, setPicked] = useState(sourceOf(instrument))
  const language = instrument.languages.some(({ tag }) => tag === picked)
    ? picked
    : sourceOf(instrument)
  const languages = useMemo(() => [language], [language])
  const unreachable = useUnreachable(proved)
  const found = useFindings(instrument, languages, unreachable)
  const show = ({ path }: WordingFinding) =>
    onGo(problemPlaces(instrument, outline)(path), { path } as FoundProblem)
  return (
    <div className="ui-stack wording">
      <div className="wording-tools">
        <Select
          label={t('language')}
          value={language}
          choices={instrument.languages.map(({ tag }) => ({
            value: tag,
            text: languageName(tag),
          }))}
          onSelect={setPicked}
        />
        <p className="ui-hint">{t(`checked.${checkedAs(language)}`)}</p>
      </div>
      <Tabs
        label={t('parts.label')}
        tabs={[
          {
            id: 'findings',
            label: t('parts.findings'),
            content: <FindingsPart editor={editor} found={found} onShow={show} />,
          },
          ...(isGerman(language)
            ? [
                {
                  id: 'readability',
                  label: t('parts.readability'),
                  content: <ReadabilityPart instrument={instrument} language={language} />,
                },
              ]
            : []),
          {
            id: 'minutes',
            label: t('parts.minutes'),
            content: <MinutesPart instrument={instrument} />,
          },
        ]}
      />
    </div>
  )
}

/** How much can be checked of a language. */
const checkedAs = (language: string): 'german' | 'easy' | 'other' => {
  if (!isGerman(language)) return 'other'
  return isEasyLanguage(language) ? 'easy' : 'german'
}

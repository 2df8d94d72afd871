import './logic.css'
import { Tabs } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../editor/room.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { keptView } from './kept-view.ts'
import { RulesPanel } from './rules/rules-panel.tsx'

const PARTS = ['rules'] as const

/** Everything that decides who is asked what: rules in sentences, the map, proofs, and texts that name answers. */
export const LogicRoom = ({ editor, outline, onGo }: RoomProps) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const kept = keptView(instrument.instrument)
  const [part, setPart] = useState(kept.part ?? 'rules')
  const placeOf = useMemo(() => problemPlaces(instrument, outline), [instrument, outline])
  const jump = (pointer: string) => {
    const path = `/survey${pointer}`
    onGo(placeOf(path), { path, rule: '', severity: 'hint', message: '', remedy: '' })
  }
  return (
    <div className="logic-room">
      <Tabs
        label={t('room.parts')}
        selected={part}
        onSelect={(id) => {
          kept.part = id
          setPart(id)
        }}
        tabs={PARTS.map((id) => ({
          id,
          label: t(`room.part.${id}`),
          content: <RulesPanel editor={editor} outline={outline} onJump={jump} />,
        }))}
      />
    </div>
  )
}

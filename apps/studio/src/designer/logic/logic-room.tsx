import './logic.css'
import './map/map.css'
import './proofs/proofs.css'
import { Tabs } from '@echolot/ui'
import { useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../editor/room.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { keptView } from './kept-view.ts'
import { MapPanel } from './map/map-panel.tsx'
import { PipingPanel } from './piping/piping-panel.tsx'
import { ProofsPanel } from './proofs/proofs-panel.tsx'
import { RulesPanel } from './rules/rules-panel.tsx'

const PARTS = ['rules', 'map', 'proofs', 'piping'] as const
type Part = (typeof PARTS)[number]

/** Everything that decides who is asked what: rules in sentences, the map, proofs, and texts that name answers. */
export const LogicRoom = ({ editor, outline, proved, shown, onGo, onTry }: RoomProps) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const kept = keptView(instrument.instrument)
  const [part, setPart] = useState(kept.part ?? 'rules')
  useWideRoom()
  const placeOf = useMemo(() => problemPlaces(instrument, outline), [instrument, outline])
  const jump = (pointer: string) => {
    const path = `/survey${pointer}`
    onGo(placeOf(path), { path, rule: '', severity: 'hint', message: '', remedy: '' })
  }
  const content = (id: Part) => {
    switch (id) {
      case 'rules':
        return <RulesPanel editor={editor} outline={outline} onJump={jump} />
      case 'map':
        return <MapPanel editor={editor} onJump={jump} />
      case 'proofs':
        return proved === undefined ? null : (
          <ProofsPanel proved={proved} onTry={onTry} onJump={jump} />
        )
      case 'piping':
        return <PipingPanel editor={editor} shown={shown} onJump={jump} />
    }
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
          content: content(id),
        }))}
      />
    </div>
  )
}

/** The page is as wide as the window while this room is open. */
const useWideRoom = () =>
  useLayoutEffect(() => {
    document.documentElement.dataset.room = 'logic'
    return () => {
      delete document.documentElement.dataset.room
    }
  }, [])

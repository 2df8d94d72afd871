import type { Instrument } from '@echolot/instrument'
import { type Proof, proveInstrument } from '@echolot/routing/logic'
import { useState } from 'react'
import { renderStudio } from '../../screen/testing.tsx'
import type { Trial } from '../editor/room.ts'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { outlineOf } from '../edits/outline.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { LogicRoom } from './logic-room.tsx'
import { LOGIC_WORDS } from './words.ts'

/** A made-up questionnaire with one rule of each kind. */
const WORK: Instrument = {
  instrument: 'work',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'ar', status: 'draft', live: false },
  ],
  survey: {
    title: 'Arbeit',
    calculatedValues: [{ name: 'busy', expression: 'iif({hours} > 30, 1, 0)' }],
    triggers: [{ type: 'setvalue', expression: "{job} = 'no'", setToName: 'hours', setValue: 0 }],
    pages: [
      {
        name: 'p1',
        title: 'Arbeit',
        elements: [
          {
            type: 'radiogroup',
            name: 'job',
            title: { default: 'Beruf', de: 'Beruf', ar: 'العمل' },
            choices: [
              { value: 'full', text: 'Vollzeit' },
              { value: 'part', text: 'Teilzeit' },
              { value: 'no', text: 'keine Arbeit' },
            ],
          },
          {
            type: 'checkbox',
            name: 'tools',
            title: 'Werkzeuge',
            choices: ['hammer', 'saw', 'phone'],
          },
        ],
      },
      {
        name: 'p2',
        title: 'Stunden',
        elements: [
          {
            type: 'text',
            inputType: 'number',
            name: 'hours',
            title: 'Wie viele Stunden als {job}?',
            min: 0,
            max: 80,
            visibleIf: "{job} anyof ['full', 'part']",
            validators: [{ type: 'expression', expression: '{hours} < 60' }],
          },
          {
            type: 'comment',
            name: 'why',
            title: 'Warum {jobb}?',
            visibleIf: "{job} = 'no' and {job} = 'full'",
          },
          { type: 'boolean', name: 'happy', title: 'Zufrieden?' },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}

/** What the room's last drawing worked on. */
export const now: { editor: Editor | undefined; trial: Trial | undefined; jumped: string } = {
  editor: undefined,
  trial: undefined,
  jumped: '',
}

const Room = ({
  instrument,
  proof,
}: {
  readonly instrument: Instrument
  readonly proof: Proof
}) => {
  const editor = useEditor({ revision: 1, instrument })
  const [limit, onLimit] = useState(5_000)
  now.editor = editor
  return (
    <LogicRoom
      editor={editor}
      outline={outlineOf(editor.instrument)}
      checked={{ state: 'done', problems: [] }}
      proved={{ state: 'done', proof, of: editor.instrument, limit, onLimit }}
      published={undefined}
      shown={['de']}
      onShow={() => undefined}
      onGo={(_, { path }) => {
        now.jumped = path
      }}
      onTry={(trial) => {
        now.trial = trial
      }}
    />
  )
}

let opened = 0

/** Draws the room for the first time, with the proofs of the instrument as it is then. */
export const openLogic = () => {
  opened += 1
  // the room keeps its view by the instrument's name
  const instrument = { ...WORK, instrument: `work${opened}` }
  return renderStudio(<Room instrument={instrument} proof={proveInstrument(instrument)} />, {
    words: { designer: DESIGNER_WORDS, logic: LOGIC_WORDS },
  })
}

import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { useCallback, useMemo, useReducer } from 'react'
import { type History, record, redo, startHistory, undo } from '../edits/history.ts'
import type { Placed } from '../edits/structure.ts'

/** The element being edited; `''` is the questionnaire itself. */
export type Selected = Pointer

type State = {
  readonly history: History
  readonly selected: Selected
  /** What was last read from or written to the server. */
  readonly saved: { readonly revision: number; readonly instrument: Instrument }
  /** What the last step did, for screen readers. */
  readonly said: { readonly text: string; readonly count: number }
}

type Step =
  | {
      readonly do: 'edit'
      readonly change: (now: Instrument) => Instrument
      readonly mark: string | undefined
    }
  | { readonly do: 'place'; readonly change: (now: Instrument) => Placed; readonly said: string }
  | { readonly do: 'select'; readonly pointer: Selected }
  | { readonly do: 'undo' | 'redo'; readonly said: string }
  | { readonly do: 'saved'; readonly revision: number; readonly instrument: Instrument }
  | { readonly do: 'adopt'; readonly revision: number; readonly instrument: Instrument }

/** What an editor's parts may ask for. Edits are functions; the instrument is the only state they change. */
export type Editor = {
  readonly instrument: Instrument
  readonly selected: Selected
  readonly revision: number
  readonly dirty: 'saved' | 'changed'
  readonly said: State['said']
  readonly undoable: number
  readonly redoable: number
  /** Changes the instrument; edits with the same `mark` in a row are undone together. */
  readonly edit: (change: (now: Instrument) => Instrument, mark?: string) => void
  /** Changes the structure; the element it gives back becomes the selected one. */
  readonly place: (change: (now: Instrument) => Placed, said: string) => void
  readonly select: (pointer: Selected) => void
  readonly undo: (said: string) => void
  readonly redo: (said: string) => void
  /** The server has taken `instrument` as `revision`. */
  readonly markSaved: (revision: number, instrument: Instrument) => void
  /** Takes over another state of the server; the own one stays one undo away. */
  readonly adopt: (revision: number, instrument: Instrument) => void
}

const step = (state: State, step: Step): State => {
  const say = (text: string) => ({ text, count: state.said.count + 1 })
  switch (step.do) {
    case 'edit':
      return { ...state, history: record(state.history, step.change(state.history.now), step.mark) }
    case 'place': {
      const { instrument, pointer } = step.change(state.history.now)
      return {
        ...state,
        history: record(state.history, instrument),
        selected: standing(instrument, pointer),
        said: say(step.said),
      }
    }
    case 'select':
      return { ...state, selected: step.pointer }
    case 'undo':
    case 'redo': {
      const history = step.do === 'undo' ? undo(state.history) : redo(state.history)
      return {
        ...state,
        history,
        selected: standing(history.now, state.selected),
        said: say(step.said),
      }
    }
    case 'saved':
      return { ...state, saved: { revision: step.revision, instrument: step.instrument } }
    case 'adopt':
      return {
        ...state,
        history: record(state.history, step.instrument),
        selected: standing(step.instrument, state.selected),
        saved: { revision: step.revision, instrument: step.instrument },
      }
  }
}

/** `pointer` if something stands there, else the questionnaire itself. */
const standing = (instrument: Instrument, pointer: Pointer): Pointer =>
  valueAt(instrument.survey, pointer) === undefined ? '' : pointer

export const useEditor = (draft: {
  readonly revision: number
  readonly instrument: Instrument
}): Editor => {
  const [state, send] = useReducer(
    step,
    draft,
    (saved): State => ({
      history: startHistory(saved.instrument),
      selected: '',
      saved,
      said: { text: '', count: 0 },
    }),
  )
  const { history, saved, selected, said } = state
  const edit = useCallback<Editor['edit']>((change, mark) => send({ do: 'edit', change, mark }), [])
  const place = useCallback<Editor['place']>(
    (change, said) => send({ do: 'place', change, said }),
    [],
  )
  const select = useCallback<Editor['select']>((pointer) => send({ do: 'select', pointer }), [])
  return useMemo(
    () => ({
      instrument: history.now,
      selected,
      revision: saved.revision,
      dirty: history.now === saved.instrument ? 'saved' : 'changed',
      said,
      undoable: history.past.length,
      redoable: history.future.length,
      edit,
      place,
      select,
      undo: (said) => send({ do: 'undo', said }),
      redo: (said) => send({ do: 'redo', said }),
      markSaved: (revision, instrument) => send({ do: 'saved', revision, instrument }),
      adopt: (revision, instrument) => send({ do: 'adopt', revision, instrument }),
    }),
    [history, saved, selected, said, edit, place, select],
  )
}

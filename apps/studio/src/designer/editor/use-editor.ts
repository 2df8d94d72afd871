import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { useCallback, useMemo, useReducer } from 'react'
import { type History, record, redo, startHistory, undo } from '../edits/history.ts'
import { markMet, meetsCleanly, type Rebase, rebased } from '../edits/rebase.ts'
import { followed } from '../edits/selection.ts'
import type { Placed } from '../edits/structure.ts'

/** The element being edited; `''` is the questionnaire itself. */
export type Selected = Pointer

type State = {
  readonly history: History
  readonly selected: Selected
  /** Everything selected, `selected` among it. */
  readonly selection: readonly Selected[]
  /** What was last read from or written to the server. */
  readonly saved: { readonly revision: number; readonly instrument: Instrument }
  /** Translations of others that came in while this was open; undo keeps them. */
  readonly rebases: readonly Rebase[]
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
  | {
      readonly do: 'select'
      readonly pointer: Selected
      readonly selection: readonly Selected[] | undefined
    }
  | { readonly do: 'say'; readonly said: string }
  | { readonly do: 'undo' | 'redo'; readonly said: string }
  | { readonly do: 'saved'; readonly revision: number; readonly instrument: Instrument }
  | { readonly do: 'follow'; readonly revision: number; readonly instrument: Instrument }
  | { readonly do: 'adopt'; readonly revision: number; readonly instrument: Instrument }

/** What an editor's parts may ask for. Edits are functions; the instrument is the only state they change. */
export type Editor = {
  readonly instrument: Instrument
  /** `read` while somebody else works on the questionnaire: nothing can be changed. */
  readonly mode: 'edit' | 'read'
  readonly selected: Selected
  /** Everything selected, `selected` among it. */
  readonly selection: readonly Selected[]
  readonly revision: number
  readonly dirty: 'saved' | 'changed'
  readonly said: State['said']
  readonly undoable: number
  readonly redoable: number
  /** Changes the instrument; edits with the same `mark` in a row are undone together. */
  readonly edit: (change: (now: Instrument) => Instrument, mark?: string) => void
  /** Changes the structure; the element it gives back becomes the selected one. */
  readonly place: (change: (now: Instrument) => Placed, said: string) => void
  /** `selection` where several are chosen; `pointer` is the one whose properties are shown. */
  readonly select: (pointer: Selected, selection?: readonly Selected[]) => void
  /** Tells what a step did that changed nothing. */
  readonly say: (said: string) => void
  readonly undo: (said: string) => void
  readonly redo: (said: string) => void
  /** The server has taken `instrument` as `revision`. */
  readonly markSaved: (revision: number, instrument: Instrument) => void
  /** Whether `follow` would lose nothing of the own unsaved work. */
  readonly canFollow: (theirs: Instrument) => boolean
  /** Takes over what others translated meanwhile; own work stays, and undo does not take theirs back. */
  readonly follow: (revision: number, instrument: Instrument) => void
  /** Takes over another state of the server; the own one stays one undo away. */
  readonly adopt: (revision: number, instrument: Instrument) => void
}

/** What was selected in a state when it was left: undo and redo lead back to it. */
const SELECTED_IN = new WeakMap<Instrument, Pick<State, 'selected' | 'selection'>>()

const step = (before: State, next: Step): State => {
  const after = stepOf(before, next)
  if (after.history.now !== before.history.now) markMet(after.history.now, after.rebases)
  return after
}

const stepOf = (state: State, step: Step): State => {
  if (step.do !== 'select' && step.do !== 'say') {
    const { selected, selection } = state
    SELECTED_IN.set(state.history.now, { selected, selection })
  }
  const say = (text: string) => ({ text, count: state.said.count + 1 })
  switch (step.do) {
    case 'edit': {
      const history = record(state.history, step.change(state.history.now), step.mark)
      return { ...state, history, ...selectedAfter(state, history.now) }
    }
    case 'place': {
      const { instrument, pointer, selection } = step.change(state.history.now)
      const selected = standing(instrument, pointer)
      return {
        ...state,
        history: record(state.history, instrument),
        selected,
        selection: selection === undefined || selection.length === 0 ? [selected] : selection,
        said: say(step.said),
      }
    }
    case 'select':
      return {
        ...state,
        selected: step.pointer,
        selection: step.selection ?? [step.pointer],
      }
    case 'say':
      return { ...state, said: say(step.said) }
    case 'undo':
    case 'redo': {
      const left = step.do === 'undo' ? undo(state.history) : redo(state.history)
      const history = { ...left, now: rebased(left.now, state.rebases) }
      return {
        ...state,
        history,
        ...(SELECTED_IN.get(left.now) ?? selectedAfter(state, history.now)),
        said: say(step.said),
      }
    }
    case 'saved':
      return { ...state, saved: { revision: step.revision, instrument: step.instrument } }
    case 'follow': {
      const { revision, instrument: theirs } = step
      const base = state.saved.instrument
      const isClean = state.history.now === base
      if (isClean && !meetsCleanly(base, base, theirs))
        return stepOf(state, { do: 'adopt', revision, instrument: theirs })
      const rebases = [...state.rebases, { base, theirs }]
      const now = isClean ? theirs : rebased(state.history.now, rebases)
      return {
        ...state,
        rebases,
        history: { ...state.history, now },
        saved: { revision, instrument: theirs },
      }
    }
    case 'adopt':
      return {
        ...state,
        history: record(state.history, step.instrument),
        ...selectedAfter(state, step.instrument),
        saved: { revision: step.revision, instrument: step.instrument },
      }
  }
}

/** The selection follows what it stands for; what is gone leaves it. */
const selectedAfter = (
  { history, selected, selection }: State,
  after: Instrument,
): Pick<State, 'selected' | 'selection'> => {
  const [first = ''] = followed(history.now, after, [selected])
  const rest = followed(history.now, after, selection)
  return { selected: first, selection: rest.includes(first) ? rest : [first] }
}

/** `pointer` if something stands there, else the questionnaire itself. */
const standing = (instrument: Instrument, pointer: Pointer): Pointer =>
  valueAt(instrument.survey, pointer) === undefined ? '' : pointer

export const useEditor = (
  draft: { readonly revision: number; readonly instrument: Instrument },
  mode: Editor['mode'] = 'edit',
): Editor => {
  const [state, send] = useReducer(
    step,
    draft,
    (saved): State => ({
      history: startHistory(saved.instrument),
      selected: '',
      selection: [''],
      saved,
      rebases: [],
      said: { text: '', count: 0 },
    }),
  )
  const { history, saved, selected, selection, said } = state
  const edit = useCallback<Editor['edit']>(
    (change, mark) => {
      if (mode === 'edit') send({ do: 'edit', change, mark })
    },
    [mode],
  )
  const place = useCallback<Editor['place']>(
    (change, said) => {
      if (mode === 'edit') send({ do: 'place', change, said })
    },
    [mode],
  )
  const select = useCallback<Editor['select']>(
    (pointer, selection) => send({ do: 'select', pointer, selection }),
    [],
  )
  const say = useCallback<Editor['say']>((said) => send({ do: 'say', said }), [])
  return useMemo(
    () => ({
      instrument: history.now,
      mode,
      selected,
      selection,
      revision: saved.revision,
      dirty: history.now === saved.instrument ? 'saved' : 'changed',
      said,
      undoable: mode === 'edit' ? history.past.length : 0,
      redoable: mode === 'edit' ? history.future.length : 0,
      edit,
      place,
      select,
      say,
      undo: (said) => send({ do: 'undo', said }),
      redo: (said) => send({ do: 'redo', said }),
      canFollow: (theirs) =>
        history.now === saved.instrument || meetsCleanly(saved.instrument, history.now, theirs),
      follow: (revision, instrument) => send({ do: 'follow', revision, instrument }),
      markSaved: (revision, instrument) => send({ do: 'saved', revision, instrument }),
      adopt: (revision, instrument) => send({ do: 'adopt', revision, instrument }),
    }),
    [history, mode, saved, selected, selection, said, edit, place, select, say],
  )
}

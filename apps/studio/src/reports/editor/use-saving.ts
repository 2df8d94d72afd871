import type { ReportLanguage } from '@echolot/contract/reports'
import { Problem } from '@echolot/problem'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, faultsOf, type Written } from './edition-edits.ts'
import { fetchEdition, type Kept, saveEdition } from './requests.ts'

/** Milliseconds of quiet before what was written is saved, and after which a failed save is tried again. */
const QUIET = 1_500
const AGAIN = 5_000

export type SaveState =
  | { readonly is: 'saved' | 'waiting' | 'saving' | 'faulty' | 'offline' }
  | { readonly is: 'refused'; readonly problem: unknown }
  /** Somebody else has saved: this is theirs. */
  | { readonly is: 'conflict'; readonly theirs: Kept }

const jsonOf = ({ edition, basis }: Written) => JSON.stringify([edition, basis])

/** Saves one language of a draft a moment after the last change, one save at a time; never what has a fault. */
export const useSaving = (
  { id, draft }: { readonly id: string; readonly draft: Draft },
  kept: Kept,
) => {
  const language: ReportLanguage = kept.model.language
  const written = draft[language] ?? kept
  const [saved, setSaved] = useState({ revision: kept.revision, json: jsonOf(kept) })
  const [state, setState] = useState<SaveState>({ is: 'saved' })
  const busy = useRef(false)
  const json = jsonOf(written)
  const isFaulty = faultsOf(written).some(({ severity }) => severity === 'error')
  const save = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setState({ is: 'saving' })
    try {
      const revision = await saveEdition(id, written, saved.revision)
      setSaved({ revision, json })
      setState({ is: 'saved' })
    } catch (problem) {
      setState(await stateAfter(problem, () => fetchEdition(id, language)))
    } finally {
      busy.current = false
    }
  }, [id, written, saved.revision, json, language])
  const isHeld = state.is === 'conflict'
  useEffect(() => {
    if (json === saved.json || isFaulty || isHeld || state.is === 'saving') return
    const timer = setTimeout(() => void save(), state.is === 'offline' ? AGAIN : QUIET)
    return () => clearTimeout(timer)
  }, [json, saved.json, isFaulty, isHeld, state, save])
  const leaving = useRef(() => {})
  leaving.current = () => {
    if (json !== saved.json && !isFaulty && !isHeld) void save()
  }
  // Whoever goes to another page at once has their last words saved, too.
  useEffect(() => () => leaving.current(), [])
  /** A conflict was settled: whatever is written now goes over that revision. */
  const settle = (revision: number) => {
    setSaved({ revision, json: '' })
    setState({ is: 'waiting' })
  }
  const shown: SaveState =
    isHeld || state.is === 'saving' || json === saved.json
      ? json === saved.json && !isHeld
        ? { is: 'saved' }
        : state
      : isFaulty
        ? { is: 'faulty' }
        : state.is === 'saved'
          ? { is: 'waiting' }
          : state
  return { language, state: shown, save, settle }
}

const stateAfter = async (
  problem: unknown,
  readTheirs: () => Promise<Kept>,
): Promise<SaveState> => {
  if (!(problem instanceof Problem)) throw problem
  if (problem.type === 'edition-stale') return { is: 'conflict', theirs: await readTheirs() }
  if (problem.status === 0 || problem.status === 429 || problem.status >= 500)
    return { is: 'offline' }
  return { is: 'refused', problem }
}

import type { Loss, LossReport } from '../loss.ts'
import type { Reason } from '../reasons/reasons.ts'

/** A loss whose target is still known by the name of the item or page it went to. */
type Entry = Omit<Loss, 'target'> & { readonly of?: string }

/** Collects what becomes of each thing in the source while it is read. */
export type LossList = {
  readonly kept: (path: string, what: string, of?: string) => void
  readonly approximated: (path: string, what: string, reason: Reason, of?: string) => void
  readonly dropped: (path: string, what: string, reason: Reason) => void
  /** Things of one kind that change no meaning, named once with their number. */
  readonly grouped: (
    kind: string,
    reason: Reason,
    path: string,
    fate?: 'approximated' | 'dropped',
  ) => void
  /** The report; `targetOf` finds where a name stands in the end. */
  readonly report: (targetOf: (name: string) => string | undefined) => LossReport
}

export const lossList = (): LossList => {
  const entries: Entry[] = []
  const groups = new Map<
    string,
    { readonly reason: Reason; readonly paths: string[]; readonly fate: Loss['fate'] }
  >()
  const seen = new Set<string>()
  const add = (entry: Entry) => {
    const key = `${entry.path}\u0000${entry.what}`
    if (seen.has(key)) return
    seen.add(key)
    entries.push(entry)
  }
  return {
    kept: (path, what, of) =>
      add({ fate: 'kept', path, what, ...(of === undefined ? {} : { of }) }),
    approximated: (path, what, reason, of) =>
      add({ fate: 'approximated', path, what, reason, ...(of === undefined ? {} : { of }) }),
    dropped: (path, what, reason) => add({ fate: 'dropped', path, what, reason }),
    grouped: (kind, reason, path, fate = 'approximated') => {
      const group = groups.get(kind) ?? { reason, paths: [], fate }
      groups.set(kind, group)
      group.paths.push(path)
    },
    report: (targetOf) => [
      ...entries.map(({ of, ...loss }): Loss => {
        const target = of === undefined ? undefined : targetOf(of)
        return target === undefined ? loss : { ...loss, target }
      }),
      ...[...groups].map(
        ([kind, { reason, paths, fate }]): Loss => ({
          fate,
          path: `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ', …' : ''}`,
          what: `${kind} (${paths.length} ×)`,
          reason,
        }),
      ),
    ],
  }
}

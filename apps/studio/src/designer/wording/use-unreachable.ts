import type { Pointer } from '@echolot/instrument'
import { useMemo } from 'react'
import type { RoomProps } from '../editor/room.ts'

const NEVER_SHOWN: ReadonlySet<string> = new Set(['contradiction', 'excluded', 'unreachable'])
const NOWHERE: readonly Pointer[] = []

/** Pages and elements that were proved to be shown to nobody; what is not proved yet counts as reachable. */
export const useUnreachable = (proved: RoomProps['proved']): readonly Pointer[] => {
  const findings = proved?.proof?.findings
  const written = (findings ?? [])
    .filter(({ code }) => NEVER_SHOWN.has(code))
    .map(({ pointer }) => pointer.replace(/\/visibleIf$/, ''))
    .join('\n')
  return useMemo(() => (written === '' ? NOWHERE : written.split('\n')), [written])
}

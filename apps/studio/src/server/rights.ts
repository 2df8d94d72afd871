import { useQuery } from '@tanstack/react-query'
import { meQuery } from './me.ts'

/**
 * Which roles the collection lets do what. The studio only spares people closed doors with it: the server decides on
 * every request.
 */
const RIGHTS = {
  'see instruments': ['designer', 'field', 'analyst', 'data_manager', 'lead', 'auditor'],
  'see drafts': ['designer', 'data_manager'],
  'edit drafts': ['designer'],
  publish: ['designer', 'data_manager'],
  'see fieldwork': ['field', 'analyst', 'data_manager', 'lead'],
  'run waves': ['field', 'data_manager'],
  'see coding': ['data_manager', 'analyst'],
  'read raw words': ['data_manager'],
  'code answers': ['analyst'],
  'see freezes': ['data_manager', 'analyst', 'auditor'],
  'make freezes': ['data_manager', 'analyst'],
  'see reports': ['analyst', 'data_manager', 'carrier', 'job_centre', 'lead'],
  'write reports': ['analyst', 'data_manager'],
  'comment reports': ['analyst', 'data_manager', 'carrier', 'job_centre'],
  'hand in reports': ['analyst'],
  'release reports': ['data_manager'],
  'see measures': ['analyst', 'data_manager', 'lead', 'carrier', 'job_centre'],
  recommend: ['analyst', 'data_manager'],
  'propose measures': ['lead', 'carrier', 'job_centre'],
  'decide measures': ['lead'],
} as const satisfies Record<string, readonly string[]>
export type Right = keyof typeof RIGHTS

export const mayDo = (role: string, right: Right): boolean =>
  (RIGHTS[right] as readonly string[]).includes(role)

/** Whether the signed-in person may do something. */
export const useMay = () => {
  const { data: me } = useQuery(meQuery)
  return (right: Right): boolean => mayDo(me?.role ?? 'none', right)
}

import type { PublicStudies } from '@echolot/contract/responses'
import { call } from './call.ts'

/** The public side of all studies that run here. */
export const fetchStudies = () => call<PublicStudies>('GET', '/v1/studies')

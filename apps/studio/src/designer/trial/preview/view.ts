import type { PreviewColours, PreviewWay } from '@echolot/contract/preview'
import type { Instrument } from '@echolot/instrument'
import { sourceOf } from '../../edits/source-of.ts'
import type { Device, Orientation } from '../../preview/devices.ts'

export const COLOURS = ['light', 'dark'] as const satisfies readonly PreviewColours[]
export const WAYS = ['respondent', 'all', 'read', 'single'] as const satisfies readonly PreviewWay[]

/** With what the respondents' page is looked at. */
export type View = {
  readonly language: string
  readonly device: Device
  readonly orientation: Orientation
  readonly colours: PreviewColours
  readonly way: PreviewWay
}

export const firstView = (instrument: Instrument): View => ({
  language: sourceOf(instrument),
  device: 'phone',
  orientation: 'portrait',
  colours: 'light',
  way: 'respondent',
})

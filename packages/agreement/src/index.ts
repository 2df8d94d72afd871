export { type Kappa, kappa, type WeightedKappa } from './kappa.ts'
export {
  type KrippendorffAlpha,
  krippendorffAlpha,
  krippendorffOf,
  type Level,
  ratedUnits,
} from './krippendorff-alpha.ts'
export { notDefined } from './problems.ts'

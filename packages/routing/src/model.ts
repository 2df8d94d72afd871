export { applyMissingCodes } from './apply-missing-codes.ts'
export { applyPanelCounts } from './apply-panel-counts.ts'
export { prepareModel } from './prepare-model.ts'
export { shownOf } from './shown-of.ts'

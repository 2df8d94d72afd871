import { logistic } from './logistic.ts'
import { ols } from './ols.ts'
import { poisson } from './poisson.ts'

/** Models, designs, weights, missing values and planning. */
export const MODELS = [ols, logistic, poisson] as const

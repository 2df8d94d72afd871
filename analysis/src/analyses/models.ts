import { logistic } from './logistic.ts'
import { ols } from './ols.ts'
import { poisson } from './poisson.ts'
import { surveyMeanMethod } from './survey-mean.ts'
import { surveyRatioMethod } from './survey-ratio.ts'
import { surveyTotalMethod } from './survey-total.ts'

/** Models, designs, weights, missing values and planning. */
export const MODELS = [
  ols,
  logistic,
  poisson,
  surveyMeanMethod,
  surveyTotalMethod,
  surveyRatioMethod,
] as const

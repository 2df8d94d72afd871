import { calibrate } from './calibrate.ts'
import { em } from './em.ts'
import { littleMcar } from './little-mcar.ts'
import { logistic } from './logistic.ts'
import { missingPattern } from './missing-pattern.ts'
import { ols } from './ols.ts'
import { poisson } from './poisson.ts'
import { pool } from './pool.ts'
import { poststratify } from './poststratify.ts'
import { power } from './power.ts'
import { rakeMethod } from './rake.ts'
import { surveyChisq } from './survey-chisq.ts'
import { surveyGlm } from './survey-glm.ts'
import { surveyMeanMethod } from './survey-mean.ts'
import { surveyProportion } from './survey-proportion.ts'
import { surveyQuantile } from './survey-quantile.ts'
import { surveyRatioMethod } from './survey-ratio.ts'
import { surveyTotalMethod } from './survey-total.ts'
import { surveyTtest } from './survey-ttest.ts'
import { surveyVarianceMethod } from './survey-variance.ts'
import { weightsTrim } from './weights-trim.ts'

/** Models, designs, weights, missing values and planning. */
export const MODELS = [
  ols,
  logistic,
  poisson,
  surveyMeanMethod,
  surveyTotalMethod,
  surveyRatioMethod,
  surveyProportion,
  surveyQuantile,
  surveyVarianceMethod,
  surveyTtest,
  surveyChisq,
  surveyGlm,
  rakeMethod,
  poststratify,
  calibrate,
  weightsTrim,
  missingPattern,
  littleMcar,
  em,
  pool,
  power,
] as const

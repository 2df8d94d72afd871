import { MeasureStep } from '@echolot/contract/measures'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { measureStepRefused, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { saveMeasureEvent } from '../store/measure-events.ts'
import { changeMeasure } from '../store/measures.ts'
import { doneBy, MEASURERS } from './post-measure.ts'
import { readOwnMeasure } from './read-recommendations.ts'
import { stepFault } from './steps.ts'

export const postMeasureState = endpoint({
  method: 'post',
  path: '/v1/measures/:id/state',
  summary: 'A measure goes on, back, or is given up; the history says who and why.',
  access: MEASURERS,
  body: MeasureStep,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, measureStepRefused],
  run: async ({ caller, params: { id }, body: { state, why } }, house: House) => {
    await lockFor(house.db, `measure:${id}`)
    const measure = await readOwnMeasure({ caller, id }, house)
    const fault = stepFault({ from: measure.state, to: state, why }, caller.role)
    if (fault) throw measureStepRefused({ fault, state: measure.state })
    await changeMeasure(house.db, id, { state })
    await saveMeasureEvent(house.db, { measure: id, ...doneBy(caller, house), state, why })
    await writeAudit(house, {
      actor: caller.id,
      act: `measure.${state}`,
      obj: id,
      params: { why },
    })
  },
})

import { MeasureReceipt, NewRecommendation } from '@echolot/contract/measures'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { changeRecommendation, saveRecommendation } from '../store/recommendations.ts'
import { checkFindings } from './check-findings.ts'
import { readRecommendation } from './read-recommendations.ts'

const WRITERS = byRole('analyst', 'data_manager')
const PROBLEMS = [signInNeeded, roleMissing, secondFactorNeeded, notFound]

export const postRecommendation = endpoint({
  method: 'post',
  path: '/v1/recommendations',
  summary: 'Recommends something that follows from findings of a report.',
  access: WRITERS,
  body: NewRecommendation,
  problems: PROBLEMS,
  answer: MeasureReceipt,
  run: async ({ caller, body }, house: House) => {
    const { study, wave } = await checkFindings(body, house)
    const id = randomId()
    await saveRecommendation(house.db, {
      id,
      study,
      wave,
      ...rowOf(body),
      made_on: dayOf(house.now()),
      made_by: caller.id,
      made_by_name: caller.name,
    })
    await writeAudit(house, { actor: caller.id, act: 'recommendation.made', obj: id, params: body })
    return { id }
  },
})

export const putRecommendation = endpoint({
  method: 'put',
  path: '/v1/recommendations/:id',
  summary: 'Changes the words of a recommendation, or what it rests on.',
  access: WRITERS,
  body: NewRecommendation,
  problems: PROBLEMS,
  run: async ({ caller, params: { id }, body }, house: House) => {
    const before = await readRecommendation({ caller, id }, house)
    const { study, wave } = await checkFindings(body, house)
    if (study !== before.study || wave !== before.wave)
      throw invalidInput({
        errors: [
          { path: 'findings', message: `must be of ${before.study}/${before.wave}, as before` },
        ],
      })
    await changeRecommendation(house.db, id, rowOf(body))
    await writeAudit(house, {
      actor: caller.id,
      act: 'recommendation.changed',
      obj: id,
      params: body,
    })
  },
})

const rowOf = ({ findings, texts, audience }: NewRecommendation) => ({
  findings: JSON.stringify(findings),
  texts: JSON.stringify(texts),
  audience,
})

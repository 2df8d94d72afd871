import type {
  Measure,
  NewMeasure,
  NewRecommendation,
  Recommendation,
} from '@echolot/contract/measures'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import type { House } from '../house.ts'
import { maySee, worksOnReports } from '../reports/visible-to.ts'
import type { Staff } from '../staff/login.ts'
import { listMeasureEvents } from '../store/measure-events.ts'
import { findMeasure, listMeasures } from '../store/measures.ts'
import { findRecommendation, listRecommendations } from '../store/recommendations.ts'
import { listReports } from '../store/reports.ts'
import type { RecommendationTable } from '../store/tables.ts'
import { isOverdue } from './steps.ts'

/** Those who may change a measure: its owner, and the project's lead. */
export const mayChange = (
  { role }: Pick<Staff, 'role'>,
  { owner }: Pick<NewMeasure, 'owner'>,
): boolean => role === 'lead' || role === owner

/** A measure that the caller may change. @throws not-found also for those of others */
export const readOwnMeasure = async (
  { caller, id }: { readonly caller: Staff; readonly id: string },
  house: Pick<House, 'db'>,
) => {
  const measure = await findMeasure(house.db, id)
  if (!measure || !mayChange(caller, measure)) throw notFound({ what: 'measure of yours' })
  await readRecommendation({ caller, id: measure.recommendation }, house)
  return measure
}

/** @throws not-found for those that rest on reports which the caller may not see, as if there were none */
export const readRecommendation = async (
  { caller, id }: { readonly caller: Pick<Staff, 'role'>; readonly id: string },
  { db }: Pick<House, 'db'>,
) => {
  const row = await findRecommendation(db, id)
  if (!row || !isVisible(row, await visibleReports(caller, db), caller))
    throw notFound({ what: 'recommendation' })
  return row
}

/** Recommendations that the caller may see, with their measures and what happened to these. */
export const readRecommendations = async (
  caller: Pick<Staff, 'role'>,
  { db, now }: Pick<House, 'db' | 'now'>,
): Promise<readonly Recommendation[]> => {
  const today = dayOf(now())
  const visible = await visibleReports(caller, db)
  const events = Map.groupBy(await listMeasureEvents(db), ({ measure }) => measure)
  const measures = Map.groupBy(await listMeasures(db), ({ recommendation }) => recommendation)
  return (await listRecommendations(db))
    .filter((row) => isVisible(row, visible, caller))
    .map(
      (row): Recommendation => ({
        id: row.id,
        study: row.study,
        wave: row.wave,
        ...contentOf(row),
        madeOn: row.made_on,
        madeBy: row.made_by_name,
        measures: (measures.get(row.id) ?? []).map(({ id, content, state }): Measure => {
          const measure: NewMeasure = JSON.parse(content)
          return {
            ...measure,
            id,
            state,
            overdue: isOverdue({ ...measure, state }, today),
            own: mayChange(caller, measure),
            history: (events.get(id) ?? []).map((event) => ({
              ordinal: event.ordinal,
              on: event.done_on,
              by: event.done_by_name,
              role: event.role,
              state: event.state,
              why: event.why,
            })),
          }
        }),
      }),
    )
}

export const contentOf = ({
  findings,
  texts,
  audience,
}: Pick<RecommendationTable, 'findings' | 'texts' | 'audience'>): NewRecommendation => ({
  findings: JSON.parse(findings),
  texts: JSON.parse(texts),
  audience,
})

const visibleReports = async (
  caller: Pick<Staff, 'role'>,
  db: House['db'],
): Promise<ReadonlySet<string>> =>
  new Set((await listReports(db)).filter((report) => maySee(caller, report)).map(({ id }) => id))

/** What rests on nothing that one may read would tell what that says. */
const isVisible = (
  row: Pick<RecommendationTable, 'findings' | 'texts' | 'audience'>,
  visible: ReadonlySet<string>,
  caller: Pick<Staff, 'role'>,
): boolean =>
  worksOnReports(caller) || contentOf(row).findings.every(({ report }) => visible.has(report))

import { namesInExpression, textsOf } from '@echolot/instrument'
import { valueFaults } from './check-condition.ts'
import { answersIn } from './condition.ts'
import { pageOrder } from './condition-fields.ts'
import { findCycles } from './find-cycles.ts'
import type { Finding } from './finding.ts'
import type { LogicModel } from './logic-model.ts'
import { type Rule, rulesOf } from './rules-of.ts'
import type { Telling } from './teller.ts'

/** What needs no solver: names, values and order. */
export const staticFindings = (model: LogicModel, tell: Telling): readonly Finding[] => {
  const { instrument, sourceOf } = model
  const pages = pageOrder(instrument)
  const pageOf = new Map(
    model.nodes.flatMap(({ item, place }) =>
      item === undefined ? [] : [[item.name, place.page] as const],
    ),
  )
  const notes = new Map(instrument.variables.map(({ name, missing }) => [name, missing ?? []]))
  const findings: Finding[] = []
  for (const rule of rulesOf(instrument)) {
    const { condition, target } = rule
    const paths = condition === undefined ? [] : answersIn(condition)
    for (const path of paths) {
      const source = sourceOf(path, target)
      if (source === undefined) findings.push(tell.ofRule(rule, 'missing-item', {}, { name: path }))
      else if (source.missing !== undefined)
        findings.push(tell.ofRule(rule, 'missing-row', {}, { name: path, row: source.missing }))
    }
    if (rule.kind === 'carry-forward' || rule.kind === 'bind')
      for (const name of rule.reads)
        if (sourceOf(name) === undefined)
          findings.push(tell.ofRule(rule, 'missing-item', {}, { name }))
    for (const { says } of rule.faults.filter(({ code }) => code === 'word'))
      if (sourceOf(says) !== undefined) findings.push(tell.ofRule(rule, 'word', {}, { name: says }))
    if (condition !== undefined)
      for (const { value, source, fault } of valueFaults(condition, {
        sourceOf,
        place: target,
        missing: ({ item, owner }) =>
          notes.get(item?.name ?? '') ?? notes.get(owner?.name ?? '') ?? [],
      }))
        findings.push(tell.ofRule(rule, fault, { of: source.name }, { value: String(value) }))
    const own = pages.get(target.page)
    for (const name of rule.reads) {
      const other = pages.get(pageOf.get(name) ?? '')
      if (own === undefined || other === undefined || rule.kind === 'validate') continue
      if (other > own || (target.kind === 'page' && other === own && rule.kind === 'show'))
        findings.push(tell.ofRule(rule, 'asked-later', { of: name }))
    }
    findings.push(...skips(rule, { model, tell, pages, pageOf }))
  }
  findings.push(...pipingFindings(model, tell))
  for (const { place, pointer, names } of findCycles(instrument))
    findings.push(tell.finding('cycle', { place, pointer, names: { path: names } }))
  return findings
}

const skips = (
  rule: Rule,
  {
    model,
    tell,
    pages,
    pageOf,
  }: {
    readonly model: LogicModel
    readonly tell: Telling
    readonly pages: ReadonlyMap<string, number>
    readonly pageOf: ReadonlyMap<string, string>
  },
): readonly Finding[] => {
  const { action } = rule
  if (action?.type !== 'skip' || action.goTo === undefined) return []
  const to = pages.get(action.goTo) ?? pages.get(pageOf.get(action.goTo) ?? '')
  if (to === undefined) return [tell.ofRule(rule, 'missing-target', {}, { name: action.goTo })]
  const from = Math.max(-1, ...rule.reads.map((name) => pages.get(pageOf.get(name) ?? '') ?? -1))
  if (from < 0) return []
  if (to < from) return [tell.ofRule(rule, 'skip-back', { to: action.goTo })]
  const over = model.nodes.flatMap(({ item, page }) =>
    item?.required === true && item.parent === undefined && page > from && page < to
      ? [item.name]
      : [],
  )
  return over.length === 0 ? [] : [tell.ofRule(rule, 'skip-over-required', { over })]
}

/** Texts that speak of answers nobody gives. */
const pipingFindings = ({ instrument, sourceOf, nodes }: LogicModel, tell: Telling) => {
  const source = instrument.languages[0]?.tag ?? ''
  return textsOf(instrument, source).flatMap(({ path, text }): readonly Finding[] => {
    const unknown = (text === undefined ? [] : namesInExpression(text)).filter(
      (name) => /^[\p{L}_][\p{L}\p{N}_.[\]-]*$/u.test(name) && sourceOf(name) === undefined,
    )
    if (unknown.length === 0) return []
    const node = nodes.findLast(({ place }) => path.startsWith(`${place.path}/`))
    if (node === undefined) return []
    return unknown.map((name) => ({
      ...tell.finding('missing-item', {
        place: node.place,
        pointer: `/survey${path}`,
        plain: { name },
      }),
      severity: 'warning' as const,
    }))
  })
}

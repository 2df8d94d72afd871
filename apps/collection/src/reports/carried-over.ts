import { checkEdition, type Edition, type Report, type SectionEdition } from '@echolot/report'

/**
 * What people wrote over one version, as far as the next can bear it: sentences bind the new numbers, those at fault stay
 * behind. What was new then is not new now.
 */
export const carriedOver = (model: Report, edition: Edition): Edition => {
  const faults = checkEdition(model, edition).filter(({ severity }) => severity === 'error')
  const isSound = (path: string) =>
    faults.every((fault) => fault.path !== path && !fault.path.startsWith(`${path}.`))
  const sections = Object.entries(edition.sections).flatMap(([id, edit]) => {
    if (faults.some(({ path }) => path === `sections.${id}`)) return []
    const kept = Object.entries(edit).filter(([line]) => isSound(`sections.${id}.${line}`))
    return kept.length === 0 ? [] : [[id, Object.fromEntries(kept) as SectionEdition] as const]
  })
  const { language: _, sections: __, whatIsNew: ___, ...whole } = edition
  return {
    language: model.language,
    sections: Object.fromEntries(sections),
    ...Object.fromEntries(Object.entries(whole).filter(([part]) => isSound(part))),
  }
}

import { compareInstruments, type Instrument } from '@echolot/instrument'

/**
 * The version after `before`: a new major one when answers can no longer be pooled, a minor one for other changes of what
 * is asked, a patch for mere words; undefined where nothing changed.
 * @see https://semver.org
 */
export const nextVersion = (before: Instrument, after: Instrument): string | undefined => {
  const { verdict, changes } = compareInstruments(before, after)
  const [major = 0, minor = 0, patch = 0] = before.version.split('.').map(Number)
  if (verdict === 'same') return undefined
  if (verdict === 'breaking') return `${major + 1}.0.0`
  return changes.length > 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Whether `version` comes after `other`. */
export const isAfter = (version: string, other: string): boolean =>
  version.localeCompare(other, 'en', { numeric: true }) > 0

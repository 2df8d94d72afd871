/**
 * The version after `version`: a new major one when answers can no longer be pooled, else a new minor one.
 * @see https://semver.org
 */
export const nextVersion = (version: string, verdict: 'compatible' | 'breaking'): string => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return verdict === 'breaking' ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`
}

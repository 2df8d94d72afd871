import type { EquivalenceClasses } from '../release/equivalence-classes.ts'
import type { Release } from '../release/release-of.ts'
import type { Approval } from './approvals.ts'

const APPROVED: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  smallGroups: { de: 'für kleine Gruppen', en: 'small groups' },
  freeText: { de: 'für Freitexte', en: 'free text' },
}

/** `README.txt` of a deposit, German and English, for whoever opens the folder years later. */
export const readmeOf = (
  { freeze, variables, withheld }: Release,
  {
    files,
    classes,
    approved,
  }: {
    readonly files: readonly string[]
    readonly classes: EquivalenceClasses
    readonly approved: Readonly<Record<string, Approval>>
  },
): string => {
  const { manifest } = freeze
  const behind = withheld.map(({ name, sensitivity }) => `${name} (${sensitivity})`).join(', ')
  const quasi = classes.quasiIdentifiers.join(', ')
  return [
    `${manifest.study}, ${manifest.wave}, ${manifest.madeOn}`,
    ...(manifest.synthetic
      ? [
          '',
          'SYNTHETISCH: Diese Daten sind erfunden. Kein Mensch hat diese Antworten gegeben.',
          'SYNTHETIC: these data are made up. Nobody gave these answers.',
        ]
      : []),
    '',
    `Archivpaket aus dem Datenschnitt ${manifest.digest}`,
    `${manifest.rows.out} Antworten, ${variables.length} Variablen.`,
    `Zurückgehalten: ${behind === '' ? 'nichts' : behind}.`,
    'Unmittelbar kennzeichnende Angaben sind nie enthalten. Freitexte sind es nur, wenn sie verlangt wurden,',
    'nachdem jemand sie auf Namen und Anschriften durchgesehen hat.',
    `Merkmale, die andere kennen können: ${quasi}.`,
    `Kleinste Gruppe von Antworten, die darin gleich sind: ${classes.k}; in Gruppen unter 5: ${classes.below5}.`,
    ...Object.entries(approved).map(
      ([what, { by, why }]) =>
        `Ausnahme ${APPROVED[what]?.de ?? what}, zugelassen von ${by}: ${why}`,
    ),
    'Die Daten sind pseudonymisiert, nicht anonym: nur für benannte Empfänger, kein Versuch, Personen zu erkennen,',
    'keine Weitergabe.',
    'Prüfen: sha256sum -c SHA256SUMS',
    '',
    `Deposit made of the freeze ${manifest.digest}`,
    `${manifest.rows.out} responses, ${variables.length} variables.`,
    `Withheld: ${behind === '' ? 'nothing' : behind}.`,
    'Direct identifiers are never in it. Free text is only if it was asked for, after somebody had read it for names',
    'and addresses.',
    `Traits that others may know: ${quasi}.`,
    `Smallest group of responses equal in them: ${classes.k}; in groups below 5: ${classes.below5}.`,
    ...Object.entries(approved).map(
      ([what, { by, why }]) =>
        `Exception for ${APPROVED[what]?.en ?? what}, approved by ${by}: ${why}`,
    ),
    'The data are pseudonymised, not anonymous: for named recipients only, no attempt to identify persons, no passing on.',
    'Check: sha256sum -c SHA256SUMS',
    '',
    ...files,
    '',
  ].join('\n')
}

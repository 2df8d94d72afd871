import type { Profile, Random } from '@echolot/routing'

/** What the demo lets a made-up household know, own and suffer. Every number here is invented. */
export const householdProfile = (random: Random, stratum: string): Profile => {
  const projectCommune = stratum === '1' || stratum === '2'
  const single = random.chance(0.5)
  const children =
    1 +
    (random.chance(0.58) ? 1 : 0) +
    (random.chance(0.28) ? 1 : 0) +
    (random.chance(0.12) ? 1 : 0)
  const working = random.chance(0.46)
  const youngest = random.whole(1, 5)
  const known: Readonly<Record<string, readonly [number, number]>> = {
    off_club: [0.12, 0.34],
    off_famz: [0.25, 0.3],
    off_counsel: [0.3, 0.18],
    off_debt: [0.36, 0.09],
    off_early: [0.45, 0.14],
    off_course: [0.28, 0.15],
  }
  const barriers: Readonly<Record<string, number>> = {
    bar_childcare: single ? 0.8 : 0.1,
    bar_health: -0.3,
    bar_mobility: stratum === '4' ? -0.1 : 0.3,
    bar_quali: 0,
    bar_language: -0.6,
    bar_debts: -0.4,
  }
  const hours = working ? random.pick([10, 15, 18, 20, 20, 25, 30, 39]) : undefined

  const fixed: Readonly<Record<string, () => unknown>> = {
    hh_partner: () => (single ? 2 : random.chance(0.08) ? 3 : 1),
    hh_children_n: () => children,
    emp_status: () =>
      working ? random.pick([1, 2, 2, 2, 3, 3, 4]) : random.pick([5, 6, 7, 7, 7, 8]),
    emp_hours_act: () => hours,
    emp_hours_want: () =>
      working
        ? Math.min(40, (hours as number) + (random.pick([0, 0, 0, 5, 5, 8, 10]) ?? 0))
        : random.pick([0, 0, 10, 15, 20, 20, 30]),
    net_size: () => Math.max(0, Math.round(3 + 2 * random.normal())),
    but_use: () => random.pick([1, 1, 1, 2, 3, 3, 4, 4]),
    coach_contact: () => (random.chance(projectCommune ? 0.3 : 0.06) ? random.whole(1, 2) : 3),
    lifesat: () =>
      Math.min(10, Math.max(0, Math.round(6.2 - (single ? 0.5 : 0) + 1.9 * random.normal()))),
    resp_age: () => random.pick([1, 2, 2, 2, 3, 3, 3, 4]),
    resp_lang: () => random.pick([1, 1, 1, 1, 1, 1, 2, 3, 3, 4, 5, 6]),
    fill_help: () => random.pick([1, 1, 1, 1, 1, 1, 1, 2, 3, 4]),
    good_open: () => (random.chance(0.25) ? random.pick(GOOD) : undefined),
    wish_open: () => (random.chance(0.3) ? random.pick(WISHES) : undefined),
  }

  return {
    traits: {
      NET: (single ? -0.35 : 0.15) + random.normal(),
      TRU: (projectCommune ? 0.15 : -0.1) + random.normal(),
      HRES: 0.4 + random.normal(),
      JCA: -0.15 + random.normal(),
    },
    answer: ({ item, entry, random: chance }) => {
      const offer = known[item.name]
      if (offer) {
        const [unknown, used] = offer
        const draw = chance.next()
        return draw < unknown ? 0 : draw < 1 - used ? 1 : 2
      }
      const barrier = barriers[item.name]
      if (barrier !== undefined)
        return Math.min(5, Math.max(1, Math.round(3 + barrier + 1.3 * chance.normal())))
      if (item.name === 'child_age') return Math.min(5, youngest + (entry ?? 0))
      return fixed[item.name]?.()
    },
  }
}

const GOOD = [
  'Synthetisch: Das Familienzentrum hat beim Antrag geholfen.',
  'Synthetisch: Meine Nachbarin passt oft auf.',
  'Synthetisch: Ein fester Ansprechpartner.',
  'Synthetisch: Petra K. aus der Gruppe hat die Kinder abgeholt.',
]
const WISHES = [
  'Synthetisch: Betreuung auch nach 16 Uhr.',
  'Synthetisch: Briefe, die man versteht.',
  'Synthetisch: Ein Bus am Abend.',
  'Synthetisch: Mehr für Jugendliche.',
  'Synthetisch: Frau Beispiel vom Amt soll anrufen statt Briefe zu schicken.',
  'Synthetisch: Ein Bus von Ostenfelde nach Beckum, auch am Abend.',
  'Synthetisch: Betreuung in den Ferien, mit drei Kindern geht es sonst nicht.',
]

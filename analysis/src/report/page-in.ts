import type { Section } from '@echolot/report'
import type { PagePlan } from '../plan/report-plan.ts'
import type { Material } from './material.ts'
import { categoriesPage } from './pages/categories-page.ts'
import { changePage } from './pages/change-page.ts'
import { coefficientsPage } from './pages/coefficients-page.ts'
import { comparisonPage } from './pages/comparison-page.ts'
import { compositionPage } from './pages/composition-page.ts'
import { decisionsPage } from './pages/decisions-page.ts'
import { distributionPage } from './pages/distribution-page.ts'
import { hoursPage } from './pages/hours-page.ts'
import { iconsPage } from './pages/icons-page.ts'
import { likertPage } from './pages/likert-page.ts'
import { rankingPage } from './pages/ranking-page.ts'
import { rechecksPage } from './pages/rechecks-page.ts'
import { responsePage } from './pages/response-page.ts'
import { scalePage } from './pages/scale-page.ts'
import { scoresPage } from './pages/scores-page.ts'
import { sharesPage } from './pages/shares-page.ts'
import { themesPage } from './pages/themes-page.ts'
import { timelinePage } from './pages/timeline-page.ts'
import { wishesPage } from './pages/wishes-page.ts'

type Pages = {
  readonly [Kind in PagePlan['page']]: (
    page: Extract<PagePlan, { page: Kind }>,
    material: Material,
  ) => Section
}

const PAGES: Pages = {
  response: responsePage,
  composition: compositionPage,
  hours: hoursPage,
  shares: sharesPage,
  scores: scoresPage,
  categories: categoriesPage,
  likert: likertPage,
  comparison: comparisonPage,
  icons: iconsPage,
  wishes: wishesPage,
  coefficients: coefficientsPage,
  change: changePage,
  themes: themesPage,
  decisions: decisionsPage,
  timeline: timelinePage,
  distribution: distributionPage,
  scale: scalePage,
  rechecks: rechecksPage,
  ranking: rankingPage,
}

/** A page of the plan, made from what was found. */
export const pageIn = (page: PagePlan, material: Material): Section =>
  (PAGES[page.page] as (page: PagePlan, material: Material) => Section)(page, material)

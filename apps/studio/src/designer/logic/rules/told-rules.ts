import type { Instrument } from '@echolot/instrument'
import { type Rule, type RuleSentence, rulesOf, sentenceOf } from '@echolot/routing/logic'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { groupOfRule, type RuleGroup } from './rule-groups.ts'

/** A rule and its sentence. */
export type ToldRule = {
  readonly rule: Rule
  readonly group: RuleGroup
  readonly sentence: RuleSentence
}

/** All rules of an instrument as sentences in the page's language. */
export const useToldRules = (instrument: Instrument): readonly ToldRule[] => {
  const { i18n } = useTranslation('logic')
  const settled = useDeferredValue(instrument)
  return useMemo(
    () =>
      rulesOf(settled).map((rule) => ({
        rule,
        group: groupOfRule(rule),
        sentence: sentenceOf(rule, { instrument: settled, language: i18n.language }),
      })),
    [settled, i18n.language],
  )
}

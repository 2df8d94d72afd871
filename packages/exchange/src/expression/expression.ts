/**
 * A condition or calculation, free of anybody's syntax. Importers read their own language into it; `printExpression`
 * writes it for SurveyJS. What cannot be said in it is a loss and belongs into the report.
 */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean }
  /**
   * An answer: item name, or `row` / `column` / entry of a composed item; inside a repeated panel `panel` and the
   * question's name as its part.
   */
  | { readonly kind: 'answer'; readonly item: string; readonly part?: string }
  | {
      readonly kind: 'compare'
      readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>='
      readonly left: Expression
      readonly right: Expression
    }
  /** Multiple choice `left` holds the choice `right`. */
  | { readonly kind: 'holds'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'empty'; readonly of: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'calculate'
      readonly operator: '+' | '-' | '*' | '/' | '%' | '^'
      readonly left: Expression
      readonly right: Expression
    }
  /** A function that survey-core has: iif, sum, age, today, … */
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Expression[] }

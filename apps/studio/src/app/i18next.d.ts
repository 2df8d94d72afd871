import 'i18next'
import type { CodingWords } from '../coding/words.ts'
import type { AnsweringWords } from '../designer/answering/words.ts'
import type { CanvasWords } from '../designer/canvas/words.ts'
import type { CommentsWords } from '../designer/comments/words.ts'
import type { ExchangeWords } from '../designer/import/words.ts'
import type { LibraryWords } from '../designer/library/words.ts'
import type { LogicWords } from '../designer/logic/words.ts'
import type { PropertiesWords } from '../designer/properties/words.ts'
import type { ReadyWords } from '../designer/ready/words.ts'
import type { ReplaceWords } from '../designer/replace/words.ts'
import type { ScienceWords } from '../designer/science/words.ts'
import type { TogetherWords } from '../designer/together/words.ts'
import type { TranslationWords } from '../designer/translation/words.ts'
import type { TrialWords } from '../designer/trial/words.ts'
import type { WordingWords } from '../designer/wording/words.ts'
import type { DesignerWords } from '../designer/words.ts'
import type { FieldworkWords } from '../fieldwork/words.ts'
import type { FreezesWords } from '../freezes/words.ts'
import type { MeasuresWords } from '../measures/words.ts'
import type { ReportsWords } from '../reports/words.ts'
import type { ScreenWords } from '../screen/words.ts'
import type { AppWords } from './words.ts'

/** Every key that a screen asks for is checked against its words. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      answering: AnsweringWords
      app: AppWords
      canvas: CanvasWords
      ready: ReadyWords
      coding: CodingWords
      comments: CommentsWords
      designer: DesignerWords
      exchange: ExchangeWords
      fieldwork: FieldworkWords
      freezes: FreezesWords
      library: LibraryWords
      logic: LogicWords
      measures: MeasuresWords
      properties: PropertiesWords
      replace: ReplaceWords
      reports: ReportsWords
      science: ScienceWords
      screen: ScreenWords
      together: TogetherWords
      trial: TrialWords
      translation: TranslationWords
      wording: WordingWords
    }
  }
}

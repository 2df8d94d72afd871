import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The only typefaces of our documents, by what they are for. */
export const FONTS = {
  /** Metrics of Arial, as the sorting machines of the post expect (10–12 pt). */
  letter: 'Arimo',
  /** Fixed width with a slashed zero, for codes that people type. */
  code: 'Roboto Mono',
  /** Clear at small sizes and in tables. */
  report: 'Source Sans 3',
} as const

const FILES = [
  'arimo/400Regular/Arimo_400Regular.ttf',
  'arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'arimo/700Bold/Arimo_700Bold.ttf',
  'roboto-mono/400Regular/RobotoMono_400Regular.ttf',
  'roboto-mono/700Bold/RobotoMono_700Bold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
]

/** Paths of the font files, as installed from the package registry. */
export const fontFiles = (): readonly string[] =>
  FILES.map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)))

export const readFonts = (): readonly Buffer[] => fontFiles().map((file) => readFileSync(file))

import * as z from 'zod'

/** Languages a report can be written in; a plan that names none means the first. */
export const REPORT_LANGUAGES = ['de', 'en'] as const
export const ReportLanguage = z.enum(REPORT_LANGUAGES)
export type ReportLanguage = z.infer<typeof ReportLanguage>

/** Numbers in a finding come from data, so digits are refused outside of {placeholders}. */
const Words = z
  .string()
  .min(1)
  .refine((text) => !/\d/.test(text.replace(/\{[^}]*\}/g, '')), {
    message: 'a number is typed into a sentence of the report; bind it with a {placeholder}',
  })

const inLanguages = <Line extends z.ZodType<string>>(line: Line) =>
  z.union([line, z.partialRecord(ReportLanguage, line)])

/** A sentence of the plan: plain in the report's first language, or by language. */
export const Told = inLanguages(Words)
export type Told = z.infer<typeof Told>
/** A name, in which a digit is no number of the data. */
export const Named = inLanguages(z.string().min(1))

type Untold = { readonly path: readonly PropertyKey[]; readonly language: ReportLanguage }

/**
 * Sentences and names that lack a language; a plain one lacks all but the first. They are found by the schema, not by
 * the names of fields.
 */
export const untold = (
  schema: z.core.$ZodType,
  value: unknown,
  languages: readonly ReportLanguage[],
  path: readonly PropertyKey[] = [],
): readonly Untold[] => {
  if (value === undefined || value === null) return []
  if (schema === Told || schema === Named)
    return languages
      .filter((language, i) =>
        typeof value === 'string'
          ? i > 0
          : (value as Partial<Record<string, string>>)[language] === undefined,
      )
      .map((language) => ({ path, language }))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return untold(schema.def.innerType, value, languages, path)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((part, i) => untold(schema.element, part, languages, [...path, i]))
  if (schema instanceof z.ZodTuple && Array.isArray(value))
    return schema.def.items.flatMap((item, i) => untold(item, value[i], languages, [...path, i]))
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) =>
      z.safeParse(option, value).success ? untold(option, value, languages, path) : [],
    )
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]) =>
      untold(part, (value as Readonly<Record<string, unknown>>)[key], languages, [...path, key]),
    )
  return []
}

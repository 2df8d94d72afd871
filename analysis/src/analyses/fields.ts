import * as z from 'zod'

/** Name of a column of the data, a scale or a derived variable. Whatever is of this type is checked against the data. */
export const ColumnName = z.string().min(1).meta({ title: 'column' })
export const Columns = z.array(ColumnName).min(1)

/** A value of a column: its code, or the text of a plain file. */
export const Code = z.union([z.number(), z.string()])
export type Code = z.infer<typeof Code>

/** A table of counts, given in the plan by rows. */
export const Counts = z.array(z.array(z.int().nonnegative()).min(1)).min(1)

/** Groups compared: a variable and its codes, each with the words for it. */
export const By = z.strictObject({
  variable: ColumnName,
  groups: z.array(z.strictObject({ value: z.number(), label: z.string() })).min(2),
})
export type By = z.infer<typeof By>

/** A scale of the plan, or items given in the line. */
export const scaleOrItems = {
  scale: z.string().min(1).optional(),
  items: z.array(ColumnName).min(2).optional(),
  reversed: z.array(ColumnName).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
}

/** Confidence of all intervals of a line. */
export const confidence = z.number().gt(0.5).lt(1)

type Place = readonly [path: string, name: string]

/** Every column a value names, with its place: found by the schema, not by the field's name. */
export const columnsIn = (schema: z.core.$ZodType, value: unknown, path = ''): readonly Place[] => {
  if (value === undefined || value === null) return []
  if (schema === ColumnName) return typeof value === 'string' ? [[path, value]] : []
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return columnsIn(schema.def.innerType, value, path)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((part, i) => columnsIn(schema.element, part, `${path}[${i}]`))
  if (schema instanceof z.ZodTuple && Array.isArray(value))
    return value.flatMap((part, i) => {
      const item = schema.def.items[i]
      return item === undefined ? [] : columnsIn(item, part, `${path}[${i}]`)
    })
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) =>
      z.safeParse(option, value).success ? columnsIn(option, value, path) : [],
    )
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]) =>
      columnsIn(
        part,
        (value as Readonly<Record<string, unknown>>)[key],
        path === '' ? key : `${path}.${key}`,
      ),
    )
  return []
}

import * as z from 'zod'
import { LineId, type LineOf } from './method.ts'
import { METHODS } from './methods.ts'

type Registered = (typeof METHODS)[number]
/** The line of a method, as it stands in a plan. */
type Line<M extends Registered = Registered> = M extends Registered
  ? { readonly id: string; readonly method: M['id'] } & LineOf<M['fields']>
  : never

/** Schema of a method's line. */
const lineSchemaOf = ({ id, fields, about, source, example }: Registered) =>
  z.strictObject({ id: LineId, method: z.literal(id), ...fields }).meta({
    title: id,
    description: `${about} ${source}`,
    examples: [{ id, method: id, ...example }],
  })

/** Schemas of the lines, by method. */
export const LINE_SCHEMAS = new Map(
  METHODS.map((method) => [method.id as string, lineSchemaOf(method)]),
)

const [first, ...others] = [...LINE_SCHEMAS.values()]
if (first === undefined) throw new Error('there are no methods')

/** One line of the plan: a method and what it is applied to. */
export const AnalysisPlan = z.discriminatedUnion('method', [first, ...others]).check((context) => {
  const line = context.value as unknown as Line
  const method = METHODS.find(({ id }) => id === line.method)
  const faults = (method?.faults as ((line: Line) => readonly LineFault[]) | undefined)?.(line)
  for (const { path, message, remedy } of faults ?? [])
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: path === '' ? [] : path.split('.'),
      message,
      params: { remedy },
    })
}) as unknown as z.ZodType<Line>
export type AnalysisPlan = Line
type LineFault = { readonly path: string; readonly message: string; readonly remedy: string }

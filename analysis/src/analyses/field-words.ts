import * as z from 'zod'

type Schema = {
  readonly $ref?: string
  readonly title?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** The fields of a line in words, for the page of methods: ``` `by`? column ```; a question mark means it may be left out. */
export const fieldWords = (fields: z.ZodRawShape): string => {
  const { properties = {}, required = [] } = z.toJSONSchema(z.strictObject(fields), {
    io: 'input',
    reused: 'inline',
  }) as Schema
  return Object.entries(properties)
    .map(([name, schema]) => {
      const given = schema.default === undefined ? '' : ` = ${JSON.stringify(schema.default)}`
      return `\`${name}\`${required.includes(name) ? '' : '?'} ${wordsOf(schema)}${given}`
    })
    .join('; ')
}

const wordsOf = (schema: Schema): string => {
  if (schema.title !== undefined) return schema.title
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map(wordsOf))].join(' or ')
  if (Array.isArray(schema.type))
    return schema.type.map((type: string) => wordsOf({ ...schema, type })).join(' or ')
  switch (schema.type) {
    case 'array':
      return schema.prefixItems
        ? `[${schema.prefixItems.map(wordsOf).join(', ')}]`
        : `[${schema.items ? wordsOf(schema.items) : ''} …]`
    case 'object':
      return schema.properties
        ? `{ ${Object.entries(schema.properties)
            .map(
              ([name, part]) =>
                `${name}${schema.required?.includes(name) ? '' : '?'}: ${wordsOf(part)}`,
            )
            .join(', ')} }`
        : '{ name: number … }'
    case 'string':
      return 'text'
    case 'integer':
      return 'whole number'
    case 'boolean':
      return 'true or false'
    case 'number':
    case 'null':
      return schema.type
    default:
      return 'value'
  }
}

/** What descriptions of counts are made of. */
export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
export const schema = (name: string) => ref('schemas', name)
export const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more })
export const whole = (description: string) => ({ type: 'integer', minimum: 0, description })
export const object = (properties: object) => ({ type: 'object', required: Object.keys(properties), properties })
export const day = text('A day in Paris.', { format: 'date' })
export const instant = (description: string) => text(description, { format: 'date-time' })
export const sha256 = text('SHA-256, hexadecimal.', { pattern: '^[0-9a-f]{64}$' })
export const choice = (name: string, values: readonly string[], description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', enum: values, default: values[0] },
})

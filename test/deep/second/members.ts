import type { Given } from './index.js'
import { atMostOpen, either, isRecord } from './rules.js'
import type { Members, Rule, Rules } from './rules.js'

export type Shape = Readonly<
  | {
      is: 'string'
      min: number
      max: number
      pattern: RegExp
      /** What the prose asks for, or a pattern that is meant for the whole value: left open. */
      usual?: RegExp
      /** Whether null and an empty string are values too. */
      orEmpty?: true
    }
  | { is: 'enum'; values: ReadonlyArray<string> }
  | { is: 'integer'; min: number; max: number }
  | { is: 'boolean' }
  | { is: 'blob'; max: number }
  | { is: 'list'; of: Shape; max: number }
  | { is: 'map' }
  | { is: 'structure'; members: Shapes }
>

export type Shapes = Readonly<Record<string, Shape & { readonly required?: true }>>

const invalid = (broken: Rule[1]): Rules => [['ValidationException', broken, 'CommonErrors, A31']]

/** The wrong JSON type has one error (A50), a constraint of a member another; which of both is left open. */
const wrongType: Rules = [['SerializationException', true, 'aws-json-1_1, A50'], ...invalid(true)]

const isOutside = (min: number, max: number) => (length: number) => length < min || length > max

const base64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const brokenBy =
  (shape: Shape) =>
  (value: unknown): Rules => {
    switch (shape.is) {
      case 'string': {
        if (typeof value !== 'string') return wrongType
        if (value === '' && shape.orEmpty) return []
        // Whether a length counts characters or UTF-16 code units is left open.
        const wrong = [Array.from(value).length, value.length].map(isOutside(shape.min, shape.max))
        const isUnusual = shape.usual?.test(value) === false
        return invalid(
          either(wrong.every(Boolean) || !shape.pattern.test(value), wrong.some(Boolean) || isUnusual)
        )
      }
      case 'enum':
        return typeof value === 'string' ? invalid(!shape.values.includes(value)) : wrongType
      case 'integer':
        return typeof value === 'number' && Number.isInteger(value)
          ? invalid(isOutside(shape.min, shape.max)(value))
          : wrongType
      case 'boolean':
        return typeof value === 'boolean' ? [] : wrongType
      case 'blob':
        if (typeof value !== 'string') return wrongType
        return base64.test(value)
          ? invalid(isOutside(1, shape.max)(Math.floor((value.replace(/=+$/, '').length * 3) / 4)))
          : atMostOpen(wrongType)
      case 'list':
        return Array.isArray(value)
          ? [...value.flatMap(brokenBy(shape.of)), ...invalid(value.length > shape.max)]
          : wrongType
      case 'map':
        return isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string')
          ? []
          : wrongType
      case 'structure':
        return isRecord(value) ? brokenMembers(shape.members)(value) : wrongType
    }
  }

const brokenMembers =
  (shapes: Shapes) =>
  (members: Members): Rules =>
    Object.entries(shapes).flatMap(([name, shape]) => {
      const value = members[name]
      if (value === undefined) return invalid(shape.required === true)
      if (value !== null) return brokenBy(shape)(value)
      // By aws-json-1_1 null is the same as absent.
      const isValue = shape.is === 'string' && shape.orEmpty
      return isValue ? [] : [...atMostOpen(wrongType), ...invalid(shape.required === true)]
    })

/** Whether the request alone breaks a constraint of its members. Unknown members are ignored. */
export const malformed =
  ({ readsCryptographicMembers = true }: Given, operation: string, { KeyId, ...others }: Shapes) =>
  (request: unknown): Rules => {
    if (!isRecord(request)) return wrongType
    const isUnread = !readsCryptographicMembers && /^(Encrypt|Decrypt|GenerateDataKey.*)$/.test(operation)
    const ofOthers = brokenMembers(others)(request)
    return [
      ...(KeyId === undefined ? [] : brokenMembers({ KeyId })(request)),
      ...(isUnread ? atMostOpen(ofOthers) : ofOthers)
    ]
  }

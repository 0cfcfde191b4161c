import * as t from 'io-ts'
import type { Described } from '../../codec/Member.js'

/** A member of the facts as its codec has it. `path`: from the outside in; `[]` after a list, `{}` after a record by id. */
export interface FactShape {
  readonly path: string
  readonly type: string
  readonly required: boolean
}

const propertiesOf = (codec: t.Mixed & Described): Described['properties'] => codec.properties

const words = (codec: t.Mixed): string => {
  if (codec instanceof t.LiteralType) return `\`${String(codec.value)}\``
  if (codec instanceof t.KeyofType) {
    return Object.keys(codec.keys as object)
      .map((value) => `\`${value}\``)
      .join(', ')
  }
  if (codec instanceof t.UnionType) return (codec.types as ReadonlyArray<t.Mixed>).map(words).join(', or ')
  if (codec instanceof t.ReadonlyArrayType) return `list of ${words(codec.type as t.Mixed)}`
  if (codec instanceof t.DictionaryType) return `record of ${words(codec.codomain as t.Mixed)} by id`
  if (codec instanceof t.BooleanType || codec instanceof t.StringType || codec instanceof t.NumberType) {
    return codec.name
  }
  return propertiesOf(codec) === undefined && !codec.name.includes(' ') ? `string, ${codec.name}` : codec.name
}

/** What a codec holds besides itself: the entries of a list or of a record by id. */
const insideOf = (codec: t.Mixed): readonly [suffix: string, codec: t.Mixed] => {
  if (codec instanceof t.ReadonlyArrayType) return ['[]', codec.type as t.Mixed]
  if (codec instanceof t.DictionaryType) return ['{}', codec.codomain as t.Mixed]
  if (!(codec instanceof t.UnionType)) return ['', codec]
  const dictionary = (codec.types as ReadonlyArray<t.Mixed>).find((one) => one instanceof t.DictionaryType)
  return dictionary === undefined ? ['', codec] : insideOf(dictionary)
}

/** Every member of a codec of facts, and those inside of it, in the order of the codec. */
export const shapesOf = (codec: t.Mixed, within = ''): ReadonlyArray<FactShape> => {
  const { required = {}, optional = {} } = propertiesOf(codec) ?? {}
  return Object.entries({ ...required, ...optional }).flatMap(([name, member]) => {
    const path = `${within}${name}`
    const [suffix, inside] = insideOf(member)
    return [
      { path, type: words(member), required: Object.hasOwn(required, name) },
      ...shapesOf(inside, `${path}${suffix}.`)
    ]
  })
}

/** Says types of codecs as the plain types that they read. */
import { ArrayType, IntersectionType, ReferenceType, TypeOperatorType, UnionType, UnknownType } from 'typedoc'

/** Codecs of io-ts that read a plain type. */
const plain = { StringC: 'string', BooleanC: 'boolean', NumberC: 'number', UnknownC: 'unknown' }

const membersOf = (type) => type?.declaration?.children ?? []

/** What a codec reads, in words of TypeScript. */
const readBy = (type) => {
  const { name, typeArguments: [first, second] = [] } = type
  if (name in plain) return plain[name]
  if (name === 'Telling' || name === 'Type') return readBy(first)
  if (name === 'ReadonlyArrayC') return `ReadonlyArray<${readBy(first)}>`
  if (name === 'Bounded' || name === 'Branded')
    return first.name === 'Bounded' ? readBy(first) : (first.value ?? 'string')
  if (name === 'Struct') {
    const members = [
      ...membersOf(first).map((each) => `${each.name}: ${readBy(each.type)}`),
      ...membersOf(second).map((each) => `${each.name}?: ${readBy(each.type)}`)
    ]
    return `{ ${members.join('; ')} }`
  }
  return type.toString()
}

/** `named`: the reference to a type of the package by its name, if there is one. */
export const toldPlainly = (named) => {
  const told = (type) => {
    if (type instanceof ReferenceType) {
      const [first] = type.typeArguments ?? []
      if (type.name === 'Bounded') return named(first.value) ?? type
      if (type.name === 'Telling') return told(first)
      if (type.name === 'Struct') return new UnknownType(readBy(type))
      if (type.typeArguments) type.typeArguments = type.typeArguments.map(told)
    }
    if (type instanceof ArrayType) type.elementType = told(type.elementType)
    if (type instanceof TypeOperatorType) type.target = told(type.target)
    if (type instanceof UnionType || type instanceof IntersectionType) type.types = type.types.map(told)
    return type
  }
  return told
}

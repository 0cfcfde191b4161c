import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../../../codec/decode.js'
import { operations, type AnyOperation } from '../../../operations/index.js'
import { workedOutOnce } from '../../../possible/once.js'

/** Reads some request that has a member, each member by itself. */
const readerOf = workedOutOnce(
  (member: string) => member,
  (member) => {
    const codecs = Object.values<AnyOperation>(operations).map(({ request }) => request)
    const codec = codecs.find(({ members }) => members.some(({ name }) => name === member))
    return codec && decode(codec.apart)
  }
)

/** Whether a value keeps to the limits of a member of a request. Another is there on purpose. */
export const isSound = (member: string, value: unknown): boolean => {
  const read = readerOf(member)?.({ [member]: value })
  return (
    read === undefined ||
    E.isRight(read) ||
    read.left.every(({ path }) => path !== member && !path.startsWith(`${member}.`))
  )
}

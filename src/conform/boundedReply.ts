import type { EndpointReply, Members } from './Exchange.js'
import { entriesIn } from './replyMembers.js'

const mostEntries = 100
const mostOthers = 20
const longestEntry = 8_192
const longestReply = 65_536
const longestMember = 4_096

const sizeOf = (value: unknown): number => JSON.stringify(value).length

/** A long list of stores, with the entries of one's own stores and the first of the others. */
const withFewEntries = (own: ReadonlySet<unknown>, output: Members): Members => {
  if (!Array.isArray(output['CustomKeyStores'])) return output
  const entries = entriesIn({ output })
  if (entries.length <= mostEntries && sizeOf(output) <= longestReply) return output
  const isKept = (entry: Members): boolean => sizeOf(entry) <= longestEntry
  const isOwn = ({ CustomKeyStoreId: id }: Members): boolean => own.has(id)
  const others = entries.filter((entry) => !isOwn(entry)).slice(0, mostOthers)
  const CustomKeyStores = [...entries.filter(isOwn).slice(0, mostEntries), ...others].filter(isKept)
  return { ...output, CustomKeyStores, entriesInAnswer: entries.length }
}

/** A long member: the first of a list, since a list of keys may be long; of any other its length. */
const beginningOf = (member: unknown): unknown => {
  const first = Array.isArray(member) ? member.slice(0, mostOthers) : []
  return first.length > 0 && sizeOf(first) <= longestEntry
    ? first
    : `a value of ${String(sizeOf(member))} characters`
}

/** Without what no answer of KMS is so long as to hold. */
const withoutLongMembers = (output: Members): Members =>
  sizeOf(output) <= longestReply
    ? output
    : Object.fromEntries(
        Object.entries(output)
          .slice(0, mostEntries)
          .map(([name, member]) =>
            name === 'CustomKeyStores' || sizeOf(member) <= longestMember
              ? [name.slice(0, mostEntries), member]
              : [name.slice(0, mostEntries), beginningOf(member)]
          )
      )

/** A reply that can be kept: cut where it is far longer than the endpoint needs for the stores that are tried. */
export const boundedReply =
  (own: ReadonlySet<unknown>) =>
  (reply: EndpointReply): EndpointReply =>
    'output' in reply ? { ...reply, output: withoutLongMembers(withFewEntries(own, reply.output)) } : reply

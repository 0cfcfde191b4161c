import { randomUUID } from 'node:crypto'
import type { EndpointReply, Exchange, Members } from '../Exchange.js'
import { givenIn, givenInPlace, takesGiven } from '../givenValues.js'
import { inTexts } from '../inTexts.js'
import { tokenInLetters, tokensIn, withTokens } from '../runToken.js'
import type { Inventor } from './Inventor.js'

/** New values in place of those of exchanges that are played again. */
export interface NewValues {
  /** A request with new names, and with what the new answers gave; nothing where it asks for a page that there is not. */
  readonly put: (request: Members) => Members | undefined
  /** The member by which a request names something that need not be conform's own, if one does. */
  readonly foreignIn: (request: Members) => string | undefined
  /** Takes what a new answer gives in place of what the old one gave. */
  readonly learn: (old: EndpointReply, own: EndpointReply) => void
}

/** The account in an ARN. */
const accountIn = (arn: string): string | undefined => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1]

const unknownStore = /^cks-c0nf0rm[a-p]+$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text has the form of an id that was made up so that it names nothing. */
const namesNothing = (value: string): boolean => unknownStore.test(value) || uuid.test(value)

/** Members that name something to act upon, with the longest text that can name it. */
const naming: Readonly<Record<string, number>> = {
  CustomKeyStoreId: 64,
  KeyId: 2048,
  SourceKeyId: 2048,
  DestinationKeyId: 2048,
  TargetKeyId: 2048,
  AliasName: 256,
  GrantId: 128,
  GrantToken: 8192
}

/** `exchanges`: all that may have given a value, even where they are not played again. */
export const newValues = (invent: Inventor, exchanges: ReadonlyArray<Exchange>): NewValues => {
  const given = new Set(exchanges.flatMap(({ reply }) => givenIn(reply)).map(({ value }) => value))
  const known = new Map<string, string>()
  const accounts = new Map<string, string>()
  const tokens = tokensIn(JSON.stringify(exchanges.map(({ request }) => request)))
  const renamed = withTokens(tokens, (_, isInLetters) =>
    isInLetters ? tokenInLetters(invent.token) : invent.token
  )

  /** What stands for something that was not made this time. */
  const unknown = (value: string, name: string): string => {
    const made = name === 'CustomKeyStoreId' ? invent.unknownStore() : randomUUID()
    known.set(value, made)
    return made
  }

  const own = (value: string, name: string): string => {
    const found = takesGiven(name) ? known.get(value) : undefined
    if (found !== undefined) return found
    if (takesGiven(name) && (given.has(value) || namesNothing(value))) return unknown(value, name)
    return [...accounts].reduce((text, [from, to]) => text.replaceAll(from, to), renamed(value))
  }

  return {
    put: (request) => {
      const { Marker: marker } = request
      const isOfNoPage = typeof marker === 'string' && given.has(marker) && !known.has(marker)
      return isOfNoPage ? undefined : inTexts(request, own)
    },
    foreignIn: (request) =>
      Object.entries(naming)
        .filter(([name, longest]) => {
          const value = request[name]
          if (typeof value !== 'string' || value === '' || value.length > longest) return false
          return !known.has(value) && !given.has(value) && !namesNothing(value) && renamed(value) === value
        })
        .map(([name]) => name)[0],
    learn: (old, answered) => {
      for (const [value, instead] of givenInPlace(old, answered)) {
        if (instead === undefined) continue
        if (!known.has(value)) known.set(value, instead)
        const [from, to] = [accountIn(value), accountIn(instead)]
        if (from !== undefined && to !== undefined) accounts.set(from, to)
      }
    }
  }
}

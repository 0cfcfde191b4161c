import fc, { type IAsyncProperty, type Parameters } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Deviation } from '../../conform/Deviation.js'
import type { Shown } from '../../conform/ReportedDeviation.js'
import { decode } from '../../codec/decode.js'
import { defaultEdition, type EditionName } from '../../editions/editions.js'
import { CreateCustomKeyStoreRequest } from '../../model/requests/CreateCustomKeyStoreRequest.js'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import { conversation, type ConversationOptions, type Talk } from '../conversations.js'
import type { Members } from '../requests/Members.js'
import { inProcess } from './inProcess.js'
import type { Implementation } from './Implementation.js'
import { overHttp, type HttpOptions } from './overHttp.js'
import { played, type Finding } from './play.js'
import { shownIn, storyOf } from './story.js'

/** Which histories are played, and what counts as wrong. */
export interface AgainstOptions extends ConversationOptions, HttpOptions {
  /** The edition of AWS's text to test against; the default edition if absent. */
  readonly edition?: EditionName | undefined
  /** Members for every valid Create of a type, such as `CloudHsmClusterId` of a cluster that is there. */
  readonly stores?: Readonly<Partial<Record<CustomKeyStoreType, Members>>> | undefined
}

type History = ReadonlyArray<Talk>

const membersFor =
  (stores: AgainstOptions['stores'] = {}) =>
  (request: Members): Members => {
    const read = decode(CreateCustomKeyStoreRequest)(request)
    return E.isRight(read) ? { ...request, ...stores[read.right.CustomKeyStoreType] } : request
  }

/** `found`: called with each finding, the shortest last. `heard`: called with what is heard of each request. */
const propertyOf = (
  implementation: Implementation,
  { edition = defaultEdition, stores, ...options }: AgainstOptions,
  found: (finding: Finding) => void,
  heard: (held: string) => void
): IAsyncProperty<[History]> => {
  const stage =
    typeof implementation === 'function'
      ? inProcess(implementation)
      : overHttp(typeof implementation === 'string' ? implementation : implementation.href, options)
  const how = { edition, heard, storeMembers: membersFor(stores) }
  return fc.asyncProperty(conversation(options), async (steps) => {
    const finding = await played(await stage.begin(), how, steps)
    if (finding === undefined) return
    found(finding)
    throw new Error(storyOf(finding))
  })
}

/**
 * That an implementation answers every history as AWS documents: `await fc.assert(historiesAgainst(url))`. A run that fails tells the
 * seed and the path, with which `fc.assert` plays it again, and the story of the shortest history that it found.
 *
 * @example
 * const property = arbitrary.historiesAgainst(() => ({ ask: () => undefined }))
 * await fc.check(property, { numRuns: 1, seed: 1 }).then(({ failed }) => failed) //=> false
 */
export const historiesAgainst = (
  implementation: Implementation,
  options: AgainstOptions = {}
): IAsyncProperty<[History]> =>
  propertyOf(
    implementation,
    options,
    () => undefined,
    () => undefined
  )

/** What a check has found out. */
export interface Checked {
  /** How many histories were played, before they were made shorter. */
  readonly runs: number
  readonly seed: number
  /** How many answers there were of each kind: `as documented`, `left open`, `not implemented`, … */
  readonly answers: Readonly<Record<string, number>>
  /** What was found, if anything was. */
  readonly found?: {
    /** The rule that is broken, its source, what was expected and what came. */
    readonly deviation: Deviation
    /** AWS's page. */
    readonly url: string
    /** The place of the rule in docs/rules.md. */
    readonly address: string
    /** The shortest history, as it was generated. */
    readonly history: History
    /** The requests that were sent, with their answers, and looks at stores where they showed another state. */
    readonly exchanges: ReadonlyArray<Shown>
    /** With the seed, what plays it again: `{ seed, path }` for `checkAgainst`. */
    readonly path: string
    /** All of it as text. */
    readonly text: string
  }
}

/**
 * Plays random histories with an implementation, up to the first that shows a deviation, which is made as short as can be.
 *
 * @example
 * const { found } = await arbitrary.checkAgainst(() => ({ ask: () => undefined }), { numRuns: 1, seed: 1 })
 * found //=> undefined
 */
export const checkAgainst = async (
  implementation: Implementation,
  options: AgainstOptions & Pick<Parameters, 'seed' | 'path' | 'numRuns'> = {}
): Promise<Checked> => {
  let last: Finding | undefined
  const answers: Record<string, number> = {}
  const property = propertyOf(
    implementation,
    options,
    (finding) => (last = finding),
    (held) => (answers[held] = (answers[held] ?? 0) + 1)
  )
  const { seed, path, numRuns } = options
  const details = await fc.check(property, {
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
    ...(numRuns !== undefined && { numRuns })
  })
  const checked = { runs: details.numRuns, seed: details.seed, answers }
  if (!details.failed) return checked
  if (last === undefined) throw E.toError(details.errorInstance)
  const { deviation } = last
  const replay = details.counterexamplePath ?? ''
  return {
    ...checked,
    found: {
      deviation,
      url: deviation.url,
      address: deviation.address,
      history: details.counterexample?.[0] ?? [],
      exchanges: shownIn(last),
      path: replay,
      text: `${storyOf(last)}\nTo play it again: { seed: ${String(details.seed)}, path: '${replay}' }`
    }
  }
}

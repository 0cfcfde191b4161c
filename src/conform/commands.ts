import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../codec/decode.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { requestHeaders } from '../protocol/awsJson.js'
import { operations, type AnyOperation } from '../operations/index.js'
import type { Exchange, Members } from './Exchange.js'
import { isSettledState } from './passing.js'
import { givenIn, takesGiven, type Given } from './givenValues.js'
import { stateIn } from './replyMembers.js'
import { tokensIn } from './runToken.js'
import { jsonForShell, needsRun, quoted, settingRun } from './shellText.js'

/** Where and for which Region the commands send requests, and whether with curl alone. */
export interface CommandSettings {
  readonly endpoint: string
  readonly region: string
  readonly onlyCurl?: boolean
}

/** Credentials that are not set are those that an endpoint takes which verifies none. */
const settingCredentials = (region: string): string =>
  [
    'export AWS_PAGER=',
    'AWS_ACCESS_KEY_ID="${AWS_ACCESS_KEY_ID:-111122223333}"',
    'AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-any}"',
    `AWS_REGION=${quoted(region)}`,
    `AWS_DEFAULT_REGION=${quoted(region)}`
  ].join(' ')

/** A member of each sound request with bytes, of which the versions of the AWS CLI expect different things. */
const inBytes = ['Plaintext', 'CiphertextBlob', 'Message', 'PublicKey', 'ImportToken']

/** Whether the AWS CLI sends a request, and does not refuse it by itself, for a member that it does not know or a wrong one. */
const isForCli = (operation: OperationName, request: Members): boolean => {
  const { request: codec }: AnyOperation = operations[operation]
  const known = codec.members.filter(({ within }) => within.length === 0).map(({ name }) => name)
  return (
    Object.keys(request).every((name) => known.includes(name) && !inBytes.includes(name)) &&
    E.isRight(decode(codec)(request))
  )
}

const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

const withAws = ({ endpoint }: CommandSettings, operation: OperationName, json: string): string =>
  `aws kms ${kebab(operation)} --endpoint-url ${quoted(endpoint)} --cli-input-json ${json}`

const withCurl = ({ endpoint }: CommandSettings, operation: OperationName, json: string): string =>
  [
    `curl -gsS ${quoted(endpoint)}`,
    ...Object.entries(requestHeaders(operation)).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    '--aws-sigv4 "aws:amz:$AWS_REGION:kms" -u "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    '-H "${AWS_SESSION_TOKEN:+x-amz-security-token: $AWS_SESSION_TOKEN}"',
    `-d ${json}`
  ].join(' ')

/** The last member of that name in a JSON object that comes in. */
const memberOf = ({ name }: Given): string => `tr -d '\\n' | sed -n 's/.*"${name}" *: *"\\([^"]*\\)".*/\\1/p'`

/** The texts that a request may have taken from an answer. */
const takenIn = (request: Members): ReadonlyArray<unknown> =>
  Object.entries(request)
    .filter(([name]) => takesGiven(name))
    .flatMap(([, value]) => value)

/** The variable for a value that an answer gives. */
const variableFor = ({ name }: Given, taken: ReadonlyArray<string>): string => {
  const short = name === 'CustomKeyStoreId' ? 'STORE' : kebab(name).replaceAll('-', '_').toUpperCase()
  const count = taken.filter((other) => other.replace(/_\d+/, '') === short).length
  return count === 0 ? short : `${short}_${String(count + 1)}`
}

const begins: ReadonlyArray<string> = ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore']

/** Whether an exchange waits until a store has settled, after a Connect or Disconnect that it was not looked at since. */
const isWait = ({ operation, request, reply }: Exchange, before: ReadonlyArray<Exchange>): boolean => {
  const id = request['CustomKeyStoreId']
  if (operation !== 'DescribeCustomKeyStores' || id === undefined) return false
  const last = before.filter((one) => one.request['CustomKeyStoreId'] === id).at(-1)
  return isSettledState(stateIn(reply)) && last !== undefined && begins.includes(last.operation)
}

const waiting = (look: string): string =>
  `for i in $(seq 60); do ${look} | grep -q CONNECTING || break; sleep 1; done`

/**
 * Lines for a shell that send the requests of exchanges again: with the AWS CLI, or with curl where the CLI would not send
 * one. Names are new each time; ids are those that the endpoint gives.
 */
export const commandsFor = (
  settings: CommandSettings,
  exchanges: ReadonlyArray<Exchange>
): ReadonlyArray<string> => {
  const requests = exchanges.map(({ request }) => request)
  const tokens = tokensIn(JSON.stringify(requests))
  const variables = new Map<string, string>()
  const linesOf = (exchange: Exchange, i: number): ReadonlyArray<string> => {
    const { operation, request, reply } = exchange
    const json = jsonForShell(tokens, variables)(request)
    const later = new Set(requests.slice(i + 1).flatMap(takenIn))
    const given = givenIn(reply)
      .filter(({ value }) => later.has(value) && !variables.has(value))
      .map((one) => {
        const variable = variableFor(one, [...variables.values()])
        variables.set(one.value, variable)
        return { ...one, variable }
      })
    const [first, ...others] = given
    const isCli = settings.onlyCurl !== true && others.length === 0 && isForCli(operation, request)
    const command = (isCli ? withAws : withCurl)(settings, operation, json)
    if (isWait(exchange, exchanges.slice(0, i))) {
      return [waiting(command), ...(i === exchanges.length - 1 ? [command] : [])]
    }
    if (first === undefined) return [command]
    if (isCli) return [`${first.variable}=$(${command} --query ${first.path} --output text)`]
    if (others.length === 0) return [`${first.variable}=$(${command} | ${memberOf(first)})`]
    return [
      `ANSWER=$(${command})`,
      ...given.map((one) => `${one.variable}=$(printf %s "$ANSWER" | ${memberOf(one)})`)
    ]
  }
  return [
    settingCredentials(settings.region),
    ...(needsRun(requests) ? [settingRun] : []),
    ...exchanges.flatMap(linesOf)
  ]
}

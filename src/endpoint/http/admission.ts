import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** Who is let in. */
export interface Admission {
  /** Names and addresses by which the server is known, besides those of loopback. Of `0.0.0.0` and `::`, any address. */
  readonly hosts: ReadonlyArray<string>
  /** What a request of the control interface must bring, if anything. */
  readonly token: string | undefined
}

/** Why a request is turned away before anything of it is read but its headers. */
export interface TurnedAway {
  readonly status: 401 | 403 | 415
  readonly message: string
}

const turnedAway = (status: TurnedAway['status'], message: string): TurnedAway => ({ status, message })

const foreignHost = turnedAway(
  403,
  'The Host header names no host of this server. Others than loopback and --host have to be named with --allow-host.'
)
const foreignOrigin = turnedAway(403, 'This server answers no web page of another origin.')
const noToken = turnedAway(401, 'The control interface asks for Authorization: Bearer and the token.')
const noJson = turnedAway(415, 'A request that changes something must have Content-Type: application/json.')

interface Address {
  /** In the one form that the URL standard gives it. */
  readonly name: string
  readonly port: string
}

/** The host and port that an authority names, such as `localhost:8080`; undefined where it is none. */
const addressIn = (authority: string): Address | undefined => {
  const url = `http://${authority}`
  if (/[/\\?#@\s]/.test(authority) || !URL.canParse(url)) return undefined
  const { hostname, port } = new URL(url)
  return { name: hostname.replace(/\.$/, ''), port }
}

const nameOf = (host: string): string | undefined => addressIn(isIP(host) === 6 ? `[${host}]` : host)?.name

const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0

/** A name under localhost is never looked up (RFC 6761), so that nobody else can have it. */
const namesLoopback = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '[::1]' ||
  (isIP(name) === 4 && name.startsWith('127.'))

const unspecified: ReadonlyArray<string | undefined> = ['0.0.0.0', '[::]']

const isKnown = (hosts: ReadonlyArray<string>, name: string): boolean =>
  namesLoopback(name) ||
  hosts.some((host) => {
    const known = nameOf(host)
    return known === name || (unspecified.includes(known) && isAddress(name))
  })

const isSame = (a: Address | undefined, b: Address): boolean => a?.name === b.name && a.port === b.port

/** Browsers name the origin of the page. Before they did so everywhere, they told whether it is another one. */
const isOfAnotherOrigin = (headers: IncomingHttpHeaders, own: Address): boolean => {
  const { origin, 'sec-fetch-site': site = 'none' } = headers
  if (site !== 'none' && site !== 'same-origin') return true
  return origin !== undefined && !isSame(addressIn(origin.replace(/^https?:\/\//, '')), own)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const brings = (token: string, { authorization = '' }: IncomingHttpHeaders): boolean =>
  timingSafeEqual(digest(authorization.replace(/^bearer +/i, '')), digest(token))

const isJson = ({ 'content-type': type = '' }: IncomingHttpHeaders): boolean =>
  type.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'

/**
 * Why a request is turned away; undefined if it is let in. A web page can send requests to this server from the browser of
 * whoever visits it: those name its origin, or reach the server under a name that the page has given to 127.0.0.1, or have
 * a content type for which no browser asks first.
 */
export const whyTurnedAway = (
  { hosts, token }: Admission,
  headers: IncomingHttpHeaders,
  controls: 'nothing' | 'reads' | 'changes'
): TurnedAway | undefined => {
  const own = addressIn(headers.host ?? '')
  if (own === undefined || !isKnown(hosts, own.name)) return foreignHost
  if (isOfAnotherOrigin(headers, own)) return foreignOrigin
  if (controls === 'nothing') return undefined
  if (token !== undefined && !brings(token, headers)) return noToken
  return controls === 'changes' && !isJson(headers) ? noJson : undefined
}

import { documentedExceptions } from '../exceptions/documentedExceptions.js'
import { contentType, header, isAwsJson, operationIn, targetPrefix } from './awsJson.js'
import { protocolError, type ProtocolError, type Request } from './http.js'

const outside = ['Decapsulate', 'Encapsulate', 'GetKeyLastUsage']

const unknown = (message: string): ProtocolError => protocolError('UnknownOperationException', message)

/** How an operation of AWS KMS is refused that this model does not have, by its name. */
export const outsideOfTheModel: ReadonlyMap<string | undefined, ProtocolError> = new Map(
  outside.map((name) => [
    name,
    unknown(`${name} is an operation of AWS KMS that is outside of this model of custom key stores.`)
  ])
)

/** What was sent, where it has the form of what should have been sent; anything else may be a secret. */
const shownIf = (form: RegExp, sent: string | undefined): string => {
  if (sent === undefined || sent === '') return 'there is none'
  return form.test(sent) ? `it is ${sent}` : 'it is another'
}

const aMethod = /^[A-Z]{3,7}$/
const aContentType = /^[a-z]{1,20}\/[a-z0-9.+-]{1,60}$/
const aTarget = /^[A-Za-z0-9_]{1,60}(\.[A-Za-z0-9]{1,60})?$/
const aName = /^[A-Za-z0-9]{1,60}$/

const list = Object.keys(documentedExceptions).join(', ')

const nameOf = (name: string): string => (aName.test(name) ? name : 'What X-Amz-Target names')

/** Why a request asks for no operation that is answered here: what was sent, and what is answered. */
export const notAnswered = ({ method, path, headers }: Request): ProtocolError => {
  const [type, target] = [headers[header.contentType], headers[header.target]]
  const name = operationIn(target)
  if (method !== 'POST') return unknown(`The method must be POST; ${shownIf(aMethod, method)}.`)
  if (path !== '/') return unknown('The path must be / and nothing more; it is another.')
  if (!isAwsJson(type))
    return unknown(`The Content-Type must be ${contentType}; ${shownIf(aContentType, type)}.`)
  if (name === undefined) {
    const sent = shownIf(aTarget, target)
    return unknown(`X-Amz-Target must be ${targetPrefix} and the name of an operation; ${sent}.`)
  }
  return (
    outsideOfTheModel.get(name) ??
    unknown(`${nameOf(name)} is no operation that is answered here. Answered are ${list}.`)
  )
}

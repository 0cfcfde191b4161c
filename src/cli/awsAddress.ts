import * as E from 'fp-ts/lib/Either.js'
import type { Read } from './commandLine.js'

/** The domains of AWS in every partition: public, China, GovCloud, European sovereign, and the isolated ones. */
const domains: ReadonlyArray<string> = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'amazonaws.eu.com',
  'api.aws',
  'api.amazonwebservices.com.cn',
  'api.amazonwebservices.eu',
  'on.aws',
  'aws.dev',
  'aws.a2z.com',
  'c2s.ic.gov',
  'sc2s.sgov.gov',
  'cloud.adc-e.uk',
  'csp.hci.ic.gov',
  'api.aws.ic.gov',
  'api.aws.scloud',
  'api.cloud-aws.adc-e.uk',
  'api.aws.hci.ic.gov'
]

/**
 * Whether an address is one of AWS itself, whatever stands before the domain: a Region, fips, dual stack or a VPC
 * endpoint. A URL has its host name in small ASCII letters already, but may end in dots.
 */
export const isOfAws = ({ hostname }: URL): boolean => {
  const name = hostname.toLowerCase().replace(/\.+$/, '')
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`))
}

/** An address that may be asked: none of AWS, unless that is allowed. */
export const allowed = (url: URL, allowAws: boolean): Read<URL> =>
  isOfAws(url) && !allowAws
    ? E.left(
        `${url.hostname} is AWS, where stores and keys are real and cost money; add --allow-aws if that is intended`
      )
    : E.right(url)

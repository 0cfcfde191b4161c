import { randomBytes } from 'node:crypto'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { Members } from '../Exchange.js'
import { inLetters, tokenInLetters } from '../runToken.js'

/** Makes up names and members that no other store has. */
export interface Inventor {
  /** Stands in every name that it makes up. */
  readonly token: string
  readonly name: () => string
  readonly members: (type: CustomKeyStoreType) => Members
  /** An id that no store has, another one each time: what an endpoint did with one may show at its next use. */
  readonly unknownStore: () => string
}

export const inventor = (): Inventor => {
  const run = randomBytes(4).toString('hex')
  let made = 0
  const next = (): string => inLetters((made += 1)).padStart(5, 'a')
  return {
    token: run,
    name: () => `conform-${run}-${next()}`,
    unknownStore: () => `cks-c0nf0rm${tokenInLetters(run)}${next()}`,
    members: (type) =>
      type === 'AWS_CLOUDHSM'
        ? {
            CustomKeyStoreType: type,
            CloudHsmClusterId: `cluster-${tokenInLetters(run)}${next()}`,
            TrustAnchorCertificate: 'made up by conform',
            KeyStorePassword: 'conform1'
          }
        : {
            CustomKeyStoreType: type,
            XksProxyConnectivity: 'PUBLIC_ENDPOINT',
            XksProxyUriEndpoint: 'https://conform.example.com',
            XksProxyUriPath: `/${run}-${next()}/kms/xks/v1`,
            XksProxyAuthenticationCredential: {
              AccessKeyId: 'ABCDE234567ABCDE234567',
              RawSecretAccessKey: 'madeUpByConformSoThatItIsLongEnough0123456789'
            }
          }
  }
}

/** A Create of a store of a type, with a new name each time. Members that are not in `properties` are made up. */
export const createRequest = (invent: Inventor, type: CustomKeyStoreType, properties: Members): Members => ({
  ...invent.members(type),
  ...properties,
  CustomKeyStoreName: invent.name()
})

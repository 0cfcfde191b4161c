import { randomBytes } from 'node:crypto'
import type { CustomKeyStoreType } from '../../model/CustomKeyStoreType.js'
import type { UpdatableMember } from '../../editions/updatableMembers.js'
import type { Members } from '../Exchange.js'
import { inLetters, tokenInLetters } from '../runToken.js'

/** Makes up names and members that no other store has. */
export interface Inventor {
  /** Stands in every name that it makes up. */
  readonly token: string
  readonly name: () => string
  readonly members: (type: CustomKeyStoreType) => Members
  /** The members of an external store behind a VPC endpoint service that is made up. */
  readonly vpcMembers: (named: Members) => Members
  /** Another value for a member of a store that is made up; none where another one will not do. */
  readonly other: (member: UpdatableMember) => unknown
  /** An id that no store has, another one each time: what an endpoint did with one may show at its next use. */
  readonly unknownStore: () => string
}

export const inventor = (): Inventor => {
  const run = randomBytes(4).toString('hex')
  let made = 0
  const next = (): string => inLetters((made += 1)).padStart(5, 'a')
  const name = (): string => `conform-${run}-${next()}`
  const endpoint = (): string => `https://${run}-${next()}.example.com`
  const path = (): string => `/${run}-${next()}/kms/xks/v1`
  return {
    token: run,
    name,
    vpcMembers: (named) => ({
      ...named,
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyUriEndpoint: endpoint(),
      XksProxyVpcEndpointServiceName: `com.amazonaws.vpce.us-east-1.vpce-svc-${run}${next()}`
    }),
    other: (member) => {
      switch (member) {
        case 'NewCustomKeyStoreName':
          return name()
        case 'KeyStorePassword':
          return `conform${next()}`
        case 'XksProxyUriEndpoint':
          return endpoint()
        case 'XksProxyUriPath':
          return path()
        case 'XksProxyAuthenticationCredential':
          return {
            AccessKeyId: '765432EDCBA765432EDCBA',
            RawSecretAccessKey: `madeUpByConformSoThatItIsLongEnough01234567${next()}`
          }
        default:
          return undefined
      }
    },
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
            XksProxyUriPath: path(),
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

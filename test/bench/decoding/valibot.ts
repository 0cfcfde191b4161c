import * as v from 'valibot'
import { agree, connectivities, limits, origins, specs, storeTypes, usages, type Limit } from './limits.js'
import { requestNames, type Reader } from './limits.js'

const text = ([least, greatest, pattern]: Limit): v.GenericSchema<string, string> =>
  pattern === undefined
    ? v.pipe(v.string(), v.minLength(least), v.maxLength(greatest))
    : v.pipe(v.string(), v.minLength(least), v.maxLength(greatest), v.regex(pattern))
const optional = (limit: Limit) => v.nullish(text(limit))
const secret = (limit: Limit) =>
  v.pipe(
    text(limit),
    v.transform(() => '(redacted)')
  )
const integer = (least: number, greatest: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(greatest))
const credential = v.object({
  AccessKeyId: text(limits.accessKey),
  RawSecretAccessKey: secret(limits.secret)
})

const proxy = {
  XksProxyConnectivity: v.nullish(v.picklist(connectivities)),
  XksProxyUriEndpoint: optional(limits.endpoint),
  XksProxyUriPath: optional(limits.path),
  XksProxyAuthenticationCredential: v.nullish(credential),
  XksProxyVpcEndpointServiceOwner: optional(limits.account)
}

const schemas = {
  CreateCustomKeyStore: v.pipe(
    v.object({
      CustomKeyStoreName: text(limits.storeName),
      CustomKeyStoreType: v.nullish(v.picklist(storeTypes)),
      CloudHsmClusterId: optional(limits.cluster),
      TrustAnchorCertificate: optional(limits.trustAnchor),
      KeyStorePassword: v.nullish(secret(limits.password)),
      ...proxy,
      XksProxyVpcEndpointServiceName: optional(limits.service)
    }),
    v.check(agree.create)
  ),
  UpdateCustomKeyStore: v.object({
    CustomKeyStoreId: text(limits.storeId),
    NewCustomKeyStoreName: optional(limits.storeName),
    KeyStorePassword: v.nullish(secret(limits.password)),
    CloudHsmClusterId: optional(limits.cluster),
    ...proxy,
    XksProxyVpcEndpointServiceName: v.nullish(v.union([v.literal(''), text(limits.service)]))
  }),
  CreateKey: v.pipe(
    v.object({
      CustomKeyStoreId: optional(limits.storeId),
      Origin: v.nullish(v.picklist(origins)),
      XksKeyId: optional(limits.externalKey),
      Description: optional(limits.description),
      Policy: optional(limits.policy),
      Tags: v.nullish(
        v.pipe(
          v.array(v.object({ TagKey: text(limits.tagKey), TagValue: text(limits.tagValue) })),
          v.maxLength(50)
        )
      ),
      KeySpec: v.nullish(v.picklist(specs)),
      CustomerMasterKeySpec: v.nullish(v.picklist(specs)),
      KeyUsage: v.nullish(v.picklist(usages)),
      MultiRegion: v.nullish(v.boolean()),
      BypassPolicyLockoutSafetyCheck: v.nullish(v.boolean())
    }),
    v.check(agree.key)
  ),
  CustomKeyStoreId: v.object({ CustomKeyStoreId: text(limits.storeId) }),
  DescribeCustomKeyStores: v.pipe(
    v.object({
      CustomKeyStoreId: optional(limits.storeId),
      CustomKeyStoreName: optional(limits.storeName),
      Limit: v.nullish(integer(1, 1000)),
      Marker: optional(limits.marker)
    }),
    v.check(agree.describe)
  ),
  GenerateRandom: v.object({
    NumberOfBytes: integer(1, 1024),
    CustomKeyStoreId: optional(limits.storeId),
    Recipient: v.nullish(v.undefined_())
  })
}

export const byValibot = Object.fromEntries(
  requestNames.map((name) => {
    const schema: v.GenericSchema = schemas[name]
    return [name, (input: unknown) => v.safeParse(schema, input).success]
  })
) as unknown as Reader

import * as z from 'zod'
import { agree, connectivities, limits, origins, specs, storeTypes, usages, type Limit } from './limits.js'
import { requestNames, type Reader } from './limits.js'

const text = ([least, greatest, pattern]: Limit) => {
  const bounded = z.string().min(least).max(greatest)
  return pattern === undefined ? bounded : bounded.regex(pattern)
}
const optional = (limit: Limit) => text(limit).nullish()
const secret = (limit: Limit) => text(limit).transform(() => '(redacted)')
const integer = (least: number, greatest: number) => z.number().int().min(least).max(greatest)
const credential = z.object({
  AccessKeyId: text(limits.accessKey),
  RawSecretAccessKey: secret(limits.secret)
})

const proxy = {
  XksProxyConnectivity: z.enum(connectivities).nullish(),
  XksProxyUriEndpoint: optional(limits.endpoint),
  XksProxyUriPath: optional(limits.path),
  XksProxyAuthenticationCredential: credential.nullish(),
  XksProxyVpcEndpointServiceOwner: optional(limits.account)
}

const schemas = {
  CreateCustomKeyStore: z
    .object({
      CustomKeyStoreName: text(limits.storeName),
      CustomKeyStoreType: z.enum(storeTypes).nullish(),
      CloudHsmClusterId: optional(limits.cluster),
      TrustAnchorCertificate: optional(limits.trustAnchor),
      KeyStorePassword: secret(limits.password).nullish(),
      ...proxy,
      XksProxyVpcEndpointServiceName: optional(limits.service)
    })
    .refine(agree.create),
  UpdateCustomKeyStore: z.object({
    CustomKeyStoreId: text(limits.storeId),
    NewCustomKeyStoreName: optional(limits.storeName),
    KeyStorePassword: secret(limits.password).nullish(),
    CloudHsmClusterId: optional(limits.cluster),
    ...proxy,
    XksProxyVpcEndpointServiceName: z.union([z.literal(''), text(limits.service)]).nullish()
  }),
  CreateKey: z
    .object({
      CustomKeyStoreId: optional(limits.storeId),
      Origin: z.enum(origins).nullish(),
      XksKeyId: optional(limits.externalKey),
      Description: optional(limits.description),
      Policy: optional(limits.policy),
      Tags: z
        .array(z.object({ TagKey: text(limits.tagKey), TagValue: text(limits.tagValue) }))
        .max(50)
        .nullish(),
      KeySpec: z.enum(specs).nullish(),
      CustomerMasterKeySpec: z.enum(specs).nullish(),
      KeyUsage: z.enum(usages).nullish(),
      MultiRegion: z.boolean().nullish(),
      BypassPolicyLockoutSafetyCheck: z.boolean().nullish()
    })
    .refine(agree.key),
  CustomKeyStoreId: z.object({ CustomKeyStoreId: text(limits.storeId) }),
  DescribeCustomKeyStores: z
    .object({
      CustomKeyStoreId: optional(limits.storeId),
      CustomKeyStoreName: optional(limits.storeName),
      Limit: integer(1, 1000).nullish(),
      Marker: optional(limits.marker)
    })
    .refine(agree.describe),
  GenerateRandom: z.object({
    NumberOfBytes: integer(1, 1024),
    CustomKeyStoreId: optional(limits.storeId),
    Recipient: z.undefined().nullish()
  })
}

export const byZod = Object.fromEntries(
  requestNames.map((name) => {
    const schema: z.ZodType = schemas[name]
    return [name, (input: unknown) => schema.safeParse(input).success]
  })
) as unknown as Reader

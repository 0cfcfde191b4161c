/** TypeBox, whose schemas are JSON Schema, so that ajv compiles the same ones. Neither rewrites secrets. */
import { Type as T, type TProperties, type TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { Ajv } from 'ajv'
import { agree, connectivities, limits, origins, specs, storeTypes, usages, type Limit } from './limits.js'
import { requestNames, type Reader, type RequestName } from './limits.js'

const text = ([minLength, maxLength, pattern]: Limit) =>
  T.String({ minLength, maxLength, ...(pattern === undefined ? {} : { pattern: pattern.source }) })
const optional = (schema: TSchema) => T.Optional(T.Union([schema, T.Null()]))
const oneOf = (values: ReadonlyArray<string>) => T.Unsafe<string>({ type: 'string', enum: [...values] })
const literals = (values: ReadonlyArray<string>) => T.Union(values.map((value) => T.Literal(value)))

/** `choice`: how a member is written that takes one of some words: as a union for TypeBox, as an enum for ajv. */
const schemasWith = (
  choice: (values: ReadonlyArray<string>) => TSchema
): Readonly<Record<RequestName, TSchema>> => {
  const object = (required: TProperties, others: TProperties = {}) =>
    T.Object({
      ...required,
      ...Object.fromEntries(Object.entries(others).map(([name, schema]) => [name, optional(schema)]))
    })
  const integer = (minimum: number, maximum: number) => T.Integer({ minimum, maximum })
  const storeId = { CustomKeyStoreId: text(limits.storeId) }
  const proxy = {
    XksProxyConnectivity: choice(connectivities),
    XksProxyUriEndpoint: text(limits.endpoint),
    XksProxyUriPath: text(limits.path),
    XksProxyAuthenticationCredential: object({
      AccessKeyId: text(limits.accessKey),
      RawSecretAccessKey: text(limits.secret)
    }),
    XksProxyVpcEndpointServiceOwner: text(limits.account)
  }
  const cluster = {
    CloudHsmClusterId: text(limits.cluster),
    KeyStorePassword: text(limits.password)
  }
  return {
    CreateCustomKeyStore: object(
      { CustomKeyStoreName: text(limits.storeName) },
      {
        ...cluster,
        ...proxy,
        CustomKeyStoreType: choice(storeTypes),
        TrustAnchorCertificate: text(limits.trustAnchor),
        XksProxyVpcEndpointServiceName: text(limits.service)
      }
    ),
    UpdateCustomKeyStore: object(storeId, {
      ...cluster,
      ...proxy,
      NewCustomKeyStoreName: text(limits.storeName),
      XksProxyVpcEndpointServiceName: T.Union([T.Literal(''), text(limits.service)])
    }),
    CreateKey: object(
      {},
      {
        ...storeId,
        Origin: choice(origins),
        XksKeyId: text(limits.externalKey),
        Description: text(limits.description),
        Policy: text(limits.policy),
        Tags: T.Array(object({ TagKey: text(limits.tagKey), TagValue: text(limits.tagValue) }), {
          maxItems: 50
        }),
        KeySpec: choice(specs),
        CustomerMasterKeySpec: choice(specs),
        KeyUsage: choice(usages),
        MultiRegion: T.Boolean(),
        BypassPolicyLockoutSafetyCheck: T.Boolean()
      }
    ),
    CustomKeyStoreId: object(storeId),
    DescribeCustomKeyStores: object(
      {},
      {
        ...storeId,
        CustomKeyStoreName: text(limits.storeName),
        Limit: integer(1, 1000),
        Marker: text(limits.marker)
      }
    ),
    GenerateRandom: T.Object({
      NumberOfBytes: integer(1, 1024),
      CustomKeyStoreId: optional(text(limits.storeId)),
      Recipient: T.Optional(T.Null())
    })
  }
}

const together: Partial<Record<RequestName, (request: Readonly<Record<string, unknown>>) => boolean>> = {
  CreateCustomKeyStore: agree.create,
  CreateKey: agree.key,
  DescribeCustomKeyStores: agree.describe
}

const readerOf = (compiled: (name: RequestName) => (input: any) => boolean): Reader =>
  Object.fromEntries(
    requestNames.map((name) => {
      const [isValid, agrees] = [compiled(name), together[name]]
      return [name, agrees === undefined ? isValid : (input: any) => isValid(input) && agrees(input)]
    })
  ) as unknown as Reader

const unions = schemasWith(literals)
/** It finds what is wrong only when it is asked. */
export const byTypeBox = readerOf((name) => {
  const compiled = TypeCompiler.Compile(unions[name])
  return (input) => compiled.Check(input) || [...compiled.Errors(input)].length === 0
})

const enums = schemasWith(oneOf)
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
export const byAjv = readerOf((name) => ajv.compile(enums[name]))

/** Requests of a real client, by hand. */
import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  CreateKeyCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  type CreateCustomKeyStoreCommandInput,
  type CustomKeyStoresListEntry
} from '@aws-sdk/client-kms'
import type { World } from './world.js'

export const clusterId = 'cluster-abcdefghijk'
export const uriEndpoint = 'https://xks.example.com'
export const uriPath = '/kms/xks/v1'
export const serviceName = 'com.amazonaws.vpce.us-east-1.vpce-svc-0example'
export const secret = 'aVerySecretAccessKeyThatNobodyMaySee0123456789'
export const password = 'kmsPswd1'

export const cloudHsm: CreateCustomKeyStoreCommandInput = {
  CustomKeyStoreName: 'hsm',
  CloudHsmClusterId: clusterId,
  TrustAnchorCertificate: 'customerCA.crt',
  KeyStorePassword: password
}

export const viaPublic: CreateCustomKeyStoreCommandInput = {
  CustomKeyStoreName: 'public',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: uriEndpoint,
  XksProxyUriPath: uriPath,
  XksProxyAuthenticationCredential: { AccessKeyId: 'ABCDE234567ABCDE234567', RawSecretAccessKey: secret }
}

export const viaVpc: CreateCustomKeyStoreCommandInput = {
  ...viaPublic,
  CustomKeyStoreName: 'vpc',
  XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
  XksProxyVpcEndpointServiceName: serviceName
}

export const created = async ({ client }: World, input = cloudHsm): Promise<string> => {
  const { CustomKeyStoreId: id } = await client.send(new CreateCustomKeyStoreCommand(input))
  return id ?? ''
}

export const settle = ({ control }: World, id: string) => control('POST', 'settle', { CustomKeyStoreId: id })

export const connect = ({ client }: World, id: string) =>
  client.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))

export const disconnect = ({ client }: World, id: string) =>
  client.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: id }))

/** A store that is connected. */
export const connected = async (world: World, input = cloudHsm): Promise<string> => {
  const id = await created(world, input)
  await connect(world, id)
  await settle(world, id)
  return id
}

export const described = async (
  { client }: World,
  id: string
): Promise<CustomKeyStoresListEntry | undefined> => {
  const { CustomKeyStores: stores } = await client.send(
    new DescribeCustomKeyStoresCommand({ CustomKeyStoreId: id })
  )
  return stores?.[0]
}

export const keyIn = async ({ client }: World, id: string): Promise<string> => {
  const { KeyMetadata: key } = await client.send(
    new CreateKeyCommand({ CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' })
  )
  return key?.KeyId ?? ''
}

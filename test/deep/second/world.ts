/** What stands behind custom key stores. What has no entry does not exist (A45). */
export type World = Readonly<{
  clusters: ReadonlyArray<Cluster>
  proxies: ReadonlyArray<Proxy>
  vpcEndpointServices: ReadonlyArray<Service>
}>

/** An AWS CloudHSM cluster. */
export type Cluster = Readonly<{
  clusterId: string
  state: string
  certificate: string
  hsms: ReadonlyArray<Hsm>
  subnets: ReadonlyArray<Subnet>
  securityGroup: Readonly<{ id: string; inbound: ReadonlyArray<Traffic>; outbound: ReadonlyArray<Traffic> }>
  kmsuser: KmsUser
  reachable: boolean
  trustAnchorCertificate?: string
  /** Ids of KMS keys. */
  lostKeyMaterial?: ReadonlyArray<string>
}>

/** Its `kmsuser` has what differs from that of the cluster. */
export type Hsm = Readonly<{
  availabilityZone: string
  state: string
  kmsuser?: Readonly<{ exists?: boolean; loggedIn?: boolean }>
}>

export type Subnet = Readonly<{
  availabilityZone: string
  private: boolean
  exists: boolean
  freeAddresses: number
}>

export type Traffic = Readonly<{ protocol: string; fromPort: number; toPort: number; group: string }>

export type KmsUser = Readonly<{
  exists: boolean
  loggedIn: boolean
  lockedOut: boolean
  passwordMatches: boolean
  /** Absent: true. */
  nextPasswordMatches?: boolean
}>

/** An external key store proxy. */
export type Proxy = Readonly<{
  uriEndpoint: string
  uriPath: string
  reachable: boolean
  tlsIsValid: boolean
  answersInTime: boolean
  throttles: boolean
  acceptsCredential: boolean
  authorizesKms: boolean
  knowsUriPath: boolean
  answersAreValid: boolean
  supportsRequest: boolean
  networkIsSound: boolean
  externalKeyManager: 'ACTIVE' | 'DEGRADED' | 'UNAVAILABLE'
  externalKeys: 'any' | Readonly<Record<string, ExternalKey>>
  /** By XksKeyId. */
  deniedKeys?: 'any' | ReadonlyArray<string>
  /** By ARN. */
  deniedPrincipals?: ReadonlyArray<string>
}>

export type ExternalKey = Readonly<{ keySpec: string; keyUsage: ReadonlyArray<string>; keyStatus: string }>

/** A VPC endpoint service. */
export type Service = Readonly<{
  serviceName: string
  allowsKms: boolean
  type: string
  loadBalancer: string
  availabilityZones: ReadonlyArray<string>
  acceptanceRequired: boolean
  privateDnsNameVerified: boolean
  /** Null: it has none; absent: the host of the endpoint. */
  privateDnsName?: string | null
  /** Absent: true. */
  privateDnsNameIsPublic?: boolean
  /** Absent: the account that is expected. */
  owner?: string
}>

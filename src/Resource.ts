/** The kinds of thing that a refusal can be about. */
export type ResourceKind =
  | 'custom key store'
  | 'KMS key'
  | 'alias'
  | 'AWS CloudHSM cluster'
  | 'external key store proxy'
  | 'external key'
  | 'VPC endpoint service'

/** The thing that a refusal is about, in one request. */
export interface Resource {
  readonly kind: ResourceKind
  /**
   * The ARN of a KMS key, or the name that the request gives to one that is not there. The endpoint and path of a proxy,
   * the name of an alias, a VPC endpoint service or a store that is asked for; the id of anything else. At most 512
   * characters, cut with `…`.
   */
  readonly id: string
  /** The key state, the ConnectionState or the state of the cluster; absent if there is none, or if it is not known. */
  readonly state?: string
  /** The origin of a KMS key. */
  readonly origin?: string
  /** The property by which it is refused, if it is one of these. */
  readonly because?: 'state' | 'origin'
}

/** Of which resource a claim speaks, and of which property of it. */
export interface Concern {
  readonly kind: ResourceKind
  readonly because?: 'state' | 'origin'
}

import type { Source } from './sources.js'

/**
 * What an assumption leaves open to whoever implements KMS.
 *
 * - `outcome`: AWS may behave otherwise.
 * - `order`: that a request is refused is documented, which exception answers is not.
 * - `meaning`: nothing; it only says what a word means within the model, or which of two pages is followed.
 */
export type LeavesOpen = 'outcome' | 'order' | 'meaning'

/** What was chosen where AWS is silent or contradicts itself. `says`: the choice. `because`: what AWS leaves open, and why this choice. */
export interface Assumption {
  readonly says: string
  readonly because: string
  readonly leavesOpen: LeavesOpen
  readonly sources: ReadonlyArray<Source>
}

/** Every assumption by its number. Numbers are never used again for something else. */
export const assumptions = {
  A1: {
    says: 'The checks of an operation run in one fixed order: the request alone, the store, its state, the other stores, the backing key store, KMS itself.',
    because:
      'No page orders the errors it lists; what is cheap and local comes first, and nothing outside is asked before it.',
    leavesOpen: 'order',
    sources: ['API_ConnectCustomKeyStore', 'API_CreateCustomKeyStore']
  },
  A2: {
    says: 'A member that the type of store needs and that is missing, or a member of the other type, is answered with ValidationException.',
    because: 'The pages say which members belong together, not which error answers otherwise.',
    leavesOpen: 'order',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore', 'CommonErrors']
  },
  A3: {
    says: 'Connect on a store that is CONNECTED or CONNECTING answers success and changes nothing.',
    because:
      'The exception text makes it valid in both; what it does there is stated nowhere, and the recipe for a fresh connection is to disconnect first. The developer-guide edition refuses it.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore', 'disconnect-keystore', 'xks-connect-disconnect']
  },
  A4: {
    says: 'Disconnect on a store that is CONNECTING ends that attempt; a late report of it is ignored.',
    because: 'It is valid there, and its effect on the running connection is not stated.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore', 'API_DisconnectCustomKeyStore']
  },
  A5: {
    says: 'Disconnect leads to DISCONNECTING from every state in which it is valid, FAILED included, and the error code is gone at once.',
    because: 'The operation page speaks of an immediate change, the guide of a phase that takes minutes.',
    leavesOpen: 'outcome',
    sources: ['API_DisconnectCustomKeyStore', 'disconnect-keystore', 'xks-connect-disconnect']
  },
  A6: {
    says: 'A disconnection always ends in DISCONNECTED.',
    because: 'A failed disconnection has no state and no error code of its own.',
    leavesOpen: 'outcome',
    sources: ['disconnect-keystore', 'API_CustomKeyStoresListEntry']
  },
  A7: {
    says: 'A cluster without an active HSM refuses Connect at once; when the last HSM is lost while CONNECTING, the attempt fails with INSUFFICIENT_CLOUDHSM_HSMS.',
    because:
      'Both answers are documented for the same lack. The authority has the first one, and the moment at which the lack is seen tells them apart.',
    leavesOpen: 'meaning',
    sources: ['API_ConnectCustomKeyStore', 'fix-keystore']
  },
  A8: {
    says: 'Connect on a store whose cluster no longer exists is accepted and fails with CLUSTER_NOT_FOUND.',
    because: 'Connect lists no CloudHsmClusterNotFoundException, and the error code is documented.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore', 'API_CustomKeyStoresListEntry']
  },
  A9: {
    says: 'Connect looks at the cluster only where it starts a connection, which is from DISCONNECTED.',
    because: 'It follows from A3: where nothing is started there is nothing to check.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore']
  },
  A10: {
    says: 'An Update is refused as a whole when any member it carries may not be updated in the state; that the member repeats the present value does not matter.',
    because: 'Requests that mix both kinds of member are not described.',
    leavesOpen: 'outcome',
    sources: ['API_UpdateCustomKeyStore']
  },
  A11: {
    says: 'An Update that carries nothing to change is valid where some member could be updated, and changes nothing.',
    because: 'Every member but the id is optional, and no page describes a request without any.',
    leavesOpen: 'outcome',
    sources: ['API_UpdateCustomKeyStore']
  },
  A12: {
    says: 'A store may be given the name that it already has.',
    because: 'The exception speaks of the name of another store.',
    leavesOpen: 'outcome',
    sources: ['API_UpdateCustomKeyStore']
  },
  A13: {
    says: 'Update looks at a cluster only when the request carries CloudHsmClusterId.',
    because: 'Whether a new name or password has the cluster checked again is not stated.',
    leavesOpen: 'outcome',
    sources: ['API_UpdateCustomKeyStore']
  },
  A14: {
    says: 'Update asks the proxy, with the values as they would be, when the request carries any member of the proxy configuration or its credential, and not for a new name alone.',
    because:
      'The guide has KMS try the new values before they are applied; for a name there is nothing to try.',
    leavesOpen: 'outcome',
    sources: ['update-xks-keystore']
  },
  A15: {
    says: 'Changing to PUBLIC_ENDPOINT drops the VPC endpoint service, whether its name is sent as null, as an empty string, or not at all.',
    because:
      'The page asks for null or empty, the length limit forbids empty, and the example leaves it out.',
    leavesOpen: 'outcome',
    sources: ['API_UpdateCustomKeyStore', 'update-xks-keystore']
  },
  A16: {
    says: 'Names, proxy URIs and VPC endpoint services are unique within one account and Region.',
    because: 'Some texts say account and Region, others only one of them.',
    leavesOpen: 'meaning',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore', 'create-xks-keystore']
  },
  A17: {
    says: 'Host names of proxy endpoints are compared without regard to case; paths are compared as they are.',
    because: 'No page says; that is how host names and paths compare on the network.',
    leavesOpen: 'meaning',
    sources: ['create-xks-keystore']
  },
  A18: {
    says: 'A store with a VPC endpoint service may not take an endpoint that any other store uses, whatever the connectivity of that store.',
    because: 'Stated for the public store that comes second; the reverse follows by symmetry.',
    leavesOpen: 'outcome',
    sources: ['API_CreateCustomKeyStore', 'create-xks-keystore']
  },
  A19: {
    says: 'Create asks the proxy of a store with public connectivity only; with a VPC endpoint service it checks that service and leaves the proxy to Connect.',
    because: 'The operation page and the guide say so; the proxy specification says that both are tested.',
    leavesOpen: 'outcome',
    sources: ['API_CreateCustomKeyStore', 'keystore-external', 'xks-proxy-api-spec']
  },
  A20: {
    says: 'A TLS fault at Create or Update is an XksProxyInvalidConfigurationException.',
    because: 'So the guide; the proxy specification names XksProxyUriUnreachableException.',
    leavesOpen: 'order',
    sources: ['xks-troubleshooting', 'xks-proxy-api-spec']
  },
  A21: {
    says: 'A VPC endpoint service that requires acceptance is an XksProxyVpcEndpointServiceInvalidConfigurationException.',
    because: 'One page of the guide says so, another names XksProxyInvalidConfigurationException.',
    leavesOpen: 'order',
    sources: ['xks-troubleshooting', 'vpc-connectivity']
  },
  A22: {
    says: 'A VPC endpoint service may belong to another account when XksProxyVpcEndpointServiceOwner names that account; without it the caller must be the owner.',
    because: 'Older texts know only the same account, newer ones the member.',
    leavesOpen: 'outcome',
    sources: ['API_CreateCustomKeyStore', 'vpc-connectivity']
  },
  A23: {
    says: 'While a key is created, a proxy that denies KMS access answers with CustomKeyStoreInvalidStateException, and one that does not support the request with UnsupportedOperationException.',
    because: 'So the guide; the proxy specification differs, and names an exception that does not exist.',
    leavesOpen: 'order',
    sources: ['xks-troubleshooting', 'xks-proxy-api-spec']
  },
  A24: {
    says: 'A proxy URI path may end in any version that the documented pattern lets through, v0 to v99.',
    because: 'The prose knows v1 only; the pattern is what a request is held against.',
    leavesOpen: 'outcome',
    sources: ['API_CreateCustomKeyStore', 'service-model']
  },
  A25: {
    says: 'Describe with both an id and a name is answered with ValidationException.',
    because: 'Both together are not allowed, and the error is not named.',
    leavesOpen: 'order',
    sources: ['API_DescribeCustomKeyStores', 'CommonErrors']
  },
  A26: {
    says: 'Create answers with the id of a DISCONNECTED AWS CloudHSM key store that has the same name, cluster and trust anchor; in another state of that store the ordinary errors apply.',
    because:
      'The guide speaks of equal property values. The password is never held, so it cannot be compared. Nothing is stated for external key stores.',
    leavesOpen: 'outcome',
    sources: ['create-keystore']
  },
  A27: {
    says: 'CreateKey in a store whose cluster is missing or not active answers with CloudHsmClusterInvalidConfigurationException.',
    because: 'CreateKey lists no other exception for the cluster.',
    leavesOpen: 'order',
    sources: ['API_CreateKey']
  },
  A28: {
    says: 'The cryptographic use of a key pending deletion is a KMSInvalidStateException.',
    because:
      'The key state table allows this one or DisabledException, and the guide on external key stores names this one.',
    leavesOpen: 'order',
    sources: ['key-state', 'xks-troubleshooting']
  },
  A29: {
    says: 'The loss of key material in the cluster does not change the state of the KMS key; each use is refused with KMSInvalidStateException.',
    because:
      'The key state page says so; another page of the guide lets such a key become unavailable in time.',
    leavesOpen: 'outcome',
    sources: ['key-state', 'fix-keystore']
  },
  A30: {
    says: 'The quota is 10 custom key stores for an account and Region, both types together, and 100,000 KMS keys; both can be told otherwise.',
    because: 'Editions of the page differ on whether the quotas can be raised.',
    leavesOpen: 'meaning',
    sources: ['resource-limits']
  },
  A31: {
    says: 'A value that is too long is a ValidationException; LimitExceededException is for quotas alone.',
    because:
      'The exception text covers length limits as well; AWS is known to answer such requests with ValidationException.',
    leavesOpen: 'order',
    sources: ['API_CreateCustomKeyStore', 'CommonErrors']
  },
  A32: {
    says: 'GenerateRandom needs NumberOfBytes, and answers ValidationException without it.',
    because: 'The page requires the member, the service model does not, and there is no default.',
    leavesOpen: 'outcome',
    sources: ['API_GenerateRandom', 'service-model']
  },
  A33: {
    says: 'A custom key store of another account or Region is not found.',
    because: 'Use across accounts is not possible, and the error is not named.',
    leavesOpen: 'meaning',
    sources: ['API_ConnectCustomKeyStore']
  },
  A34: {
    says: 'GenerateRandom with an external key store is an UnsupportedOperationException in every state.',
    because: 'Which of type and state is looked at first is not stated; the type never changes.',
    leavesOpen: 'order',
    sources: ['API_GenerateRandom']
  },
  A35: {
    says: 'Connect with every external key manager instance unavailable is accepted and fails with XKS_PROXY_NOT_REACHABLE.',
    because: 'One page names XksProxyUriUnreachableException, which Connect does not list.',
    leavesOpen: 'outcome',
    sources: ['xks-troubleshooting', 'keystore-external', 'API_ConnectCustomKeyStore']
  },
  A36: {
    says: 'The HTTP status of an exception is the one that the API pages print.',
    because: 'SDK models carry other numbers for a few exceptions.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore', 'service-model']
  },
  A37: {
    says: 'An operation that has nothing to say answers with an empty JSON object.',
    because: 'The same page says an object without properties and an empty body.',
    leavesOpen: 'outcome',
    sources: ['API_ConnectCustomKeyStore']
  },
  A38: {
    says: 'Describe lists stores by CreationDate, then id, 100 to a page unless Limit says otherwise; a marker is accepted only in the form in which it was given.',
    because: 'Order, default and form are not stated; a marker is opaque.',
    leavesOpen: 'meaning',
    sources: ['API_DescribeCustomKeyStores']
  },
  A39: {
    says: 'An Origin that is not the one of the type of store is an UnsupportedOperationException; a custom key store or an XksKeyId with an Origin that cannot have it, or an external origin without XksKeyId, is a ValidationException.',
    because: 'The page says what goes together, not which error answers otherwise.',
    leavesOpen: 'order',
    sources: ['API_CreateKey']
  },
  A40: {
    says: 'CancelKeyDeletion in a store that is not CONNECTED succeeds; the key is Unavailable, and Disabled once the store is connected.',
    because: 'That the request works is stated, the state after it follows from the rules on Unavailable.',
    leavesOpen: 'outcome',
    sources: ['fix-keystore', 'API_CancelKeyDeletion']
  },
  A41: {
    says: 'Create, an Update of the cluster and CreateKey need two active HSMs in different Availability Zones, Connect one.',
    because: 'So the authority; one page of the guide asks for two at CreateKey only.',
    leavesOpen: 'meaning',
    sources: ['API_ConnectCustomKeyStore', 'create-keystore']
  },
  A42: {
    says: 'That a store may be disconnected and connected again at any time is held to be limited by the states that the exception text lists.',
    because: 'The same page says both.',
    leavesOpen: 'meaning',
    sources: ['API_ConnectCustomKeyStore']
  },
  A43: {
    says: 'CreateKey in a CONNECTED external key store answers CustomKeyStoreInvalidStateException when the proxy fails.',
    because:
      'The exception text lists only stores that are not connected; the guide adds the faults of the proxy.',
    leavesOpen: 'order',
    sources: ['API_CreateKey', 'xks-troubleshooting']
  },
  A44: {
    says: 'The developer-guide edition lets name, credential and URI path of an external key store be updated in any state.',
    because:
      'The table on the page says any state, its introduction connected or disconnected; the edition follows the table.',
    leavesOpen: 'outcome',
    sources: ['update-xks-keystore']
  },
  A45: {
    says: 'A cluster, proxy or VPC endpoint service about which no fact is given does not exist.',
    because: 'The model knows only what it is told.',
    leavesOpen: 'meaning',
    sources: ['API_ConnectCustomKeyStore']
  },
  A46: {
    says: 'A report about a connection that is not the present attempt, or whose error code the type of store cannot have, changes nothing.',
    because: 'No page describes the reports; numbered attempts make it safe to deliver one late or twice.',
    leavesOpen: 'meaning',
    sources: ['API_CustomKeyStoresListEntry']
  },
  A47: {
    says: 'Two AWS CloudHSM clusters share a backup history if and only if they have the same cluster certificate.',
    because: 'The exception texts equate the two; the certificate is what can be told of a cluster.',
    leavesOpen: 'meaning',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore']
  },
  A48: {
    says: 'GenerateRandom in a CONNECTED store does not look at the cluster; a fault there shows as a failure of KMS.',
    because: 'The operation lists no exception about clusters.',
    leavesOpen: 'outcome',
    sources: ['API_GenerateRandom']
  },
  A49: {
    says: 'A key policy is well formed when it is a JSON object, and a tag when its key is neither repeated nor begins with aws:.',
    because: 'The exceptions are documented, the whole grammar of policies is outside this model.',
    leavesOpen: 'outcome',
    sources: ['API_CreateKey']
  },
  A50: {
    says: 'A body that is not a JSON object, and a member of another JSON type than its own, is a SerializationException before anything else is looked at. An empty body is an empty object.',
    because: 'No page of KMS lists the error; services of the same protocol answer so.',
    leavesOpen: 'outcome',
    sources: ['aws-json-1_1', 'CommonErrors']
  },
  A51: {
    says: 'What is not a POST of application/x-amz-json-1.1 to / that names a known operation of TrentService is an UnknownOperationException, with status 400.',
    because:
      'The protocol says what a request looks like, not how another one is answered. The operations are those on custom key stores and on the keys in them.',
    leavesOpen: 'outcome',
    sources: ['aws-json-1_1', 'service-model']
  },
  A52: {
    says: 'CreateKey without CustomKeyStoreId is a ValidationException that says that such keys are no part of this model.',
    because: 'AWS would make an ordinary KMS key, about which this model has no rules.',
    leavesOpen: 'outcome',
    sources: ['API_CreateKey']
  },
  A53: {
    says: 'A request with a Recipient is a ValidationException; grant tokens and other members that concern permissions alone are not looked at.',
    because:
      'An answer encrypted for an enclave is outside this model, and an answer in plain would be wrong. Permissions are outside it as well.',
    leavesOpen: 'outcome',
    sources: ['API_Decrypt', 'API_GenerateDataKey', 'API_GenerateRandom']
  },
  A54: {
    says: 'Decrypt looks at the key that the ciphertext names, then at KeyId, at whether that key can be used, at the algorithm, and last at the ciphertext and its encryption context; DryRun is answered once all that is well.',
    because:
      'No page orders the errors; without the use of the key nobody can tell whether the ciphertext is sound.',
    leavesOpen: 'order',
    sources: ['API_Decrypt', 'API_ReEncrypt']
  },
  A55: {
    says: 'A store read from what AWS shows has attempt 0, and a cluster certificate that no other cluster has.',
    because:
      'Describe shows neither; the certificate is the one that healthyCluster gives to the same cluster.',
    leavesOpen: 'meaning',
    sources: ['API_CustomKeyStoresListEntry']
  },
  A56: {
    says: 'ListKeys lists keys by their id, 100 to a page unless Limit says otherwise; a marker is accepted only in the form in which it was given.',
    because: 'The order is not stated; a marker is opaque.',
    leavesOpen: 'meaning',
    sources: ['API_ListKeys']
  },
  A57: {
    says: 'More than 50 tags in a request are a ValidationException.',
    because: 'A key can have 50 tags; which error answers more of them is not stated.',
    leavesOpen: 'order',
    sources: ['API_CreateKey', 'resource-limits']
  },
  A58: {
    says: 'GenerateDataKey with neither KeySpec nor NumberOfBytes, or with both, is a ValidationException.',
    because: 'The page asks for one of the two and does not name the error.',
    leavesOpen: 'order',
    sources: ['API_GenerateDataKey']
  },
  A59: {
    says: 'A body of more than 1,048,576 characters is a RequestEntityTooLargeException with status 413, and is not read.',
    because:
      'No page of KMS states a limit; this one is above the longest request that keeps its own limits.',
    leavesOpen: 'outcome',
    sources: ['aws-json-1_1', 'CommonErrors']
  },
  A70: {
    says: 'TagResource on a key that would then have more than 50 tags is a LimitExceededException.',
    because: 'The page lists TagException as well, and does not say which one answers.',
    leavesOpen: 'order',
    sources: ['API_TagResource', 'resource-limits']
  },
  A71: {
    says: 'UntagResource with a tag key that begins with aws: is a TagException.',
    because: 'The exception is documented, and not what makes the key of a tag invalid.',
    leavesOpen: 'outcome',
    sources: ['API_UntagResource']
  },
  A72: {
    says: 'A request with an empty list of tags or of tag keys is accepted and changes nothing.',
    because: 'The pages ask for one or more, and state no lowest length of the list.',
    leavesOpen: 'outcome',
    sources: ['API_TagResource', 'API_UntagResource']
  },
  A73: {
    says: 'A Limit of up to 1000 is accepted where the text of the page says at most 50 or 100; the page of the list is no longer than the text says.',
    because: 'The pages print both limits, and KMS may return fewer entries than the Limit.',
    leavesOpen: 'outcome',
    sources: ['API_ListResourceTags', 'API_ListAliases', 'API_ListGrants', 'service-model']
  },
  A74: {
    says: 'Tags are listed by their tag keys, aliases by their names and grants by their ids; a marker is accepted only in the form in which it was given.',
    because: 'The order is not stated; a marker is opaque.',
    leavesOpen: 'meaning',
    sources: ['API_ListResourceTags', 'API_ListAliases', 'API_ListGrants']
  },
  A75: {
    says: 'An alias where only the id or the ARN of a key is allowed is a NotFoundException.',
    because: 'The pages ask for the id or the ARN, and do not say which error answers an alias.',
    leavesOpen: 'order',
    sources: ['API_ScheduleKeyDeletion', 'API_CreateAlias']
  },
  A76: {
    says: 'The name of a new alias that does not begin with alias/, or that begins with alias/aws/, is an InvalidAliasNameException.',
    because: 'The page forbids both, and does not say which error answers each of them.',
    leavesOpen: 'order',
    sources: ['API_CreateAlias']
  },
  A77: {
    says: 'An account has no aliases of AWS managed keys: they are neither listed nor found.',
    because: 'KMS keys outside of custom key stores are no part of this model.',
    leavesOpen: 'meaning',
    sources: ['API_ListAliases']
  },
  A78: {
    says: 'A name of a key policy that is not default is a NotFoundException at GetKeyPolicy and an UnsupportedOperationException at PutKeyPolicy.',
    because: 'The only valid name is default, and the error is not named.',
    leavesOpen: 'order',
    sources: ['API_GetKeyPolicy', 'API_PutKeyPolicy']
  },
  A79: {
    says: 'ListKeyPolicies does not look at a marker, and answers its one page.',
    because: 'The page lists no InvalidMarkerException, and no list has a second page.',
    leavesOpen: 'outcome',
    sources: ['API_ListKeyPolicies']
  },
  A100: {
    says: 'ListKeyRotations of a key in a custom key store is an UnsupportedOperationException.',
    because:
      'Such keys cannot be rotated, and the page does not say whether their rotations are an empty list.',
    leavesOpen: 'outcome',
    sources: ['API_ListKeyRotations', 'key-state']
  },
  A101: {
    says: 'ReplicateKey and UpdatePrimaryRegion of a key that is no multi-Region key are an UnsupportedOperationException.',
    because: 'The pages are about multi-Region keys, and do not say which error answers another key.',
    leavesOpen: 'order',
    sources: ['API_ReplicateKey', 'API_UpdatePrimaryRegion']
  },
  A102: {
    says: 'GetPublicKey of a symmetric encryption key is an UnsupportedOperationException.',
    because: 'The page lists InvalidKeyUsageException as well, and does not say which one answers.',
    leavesOpen: 'order',
    sources: ['API_GetPublicKey']
  },
  A103: {
    says: 'CreateGrant needs GranteePrincipal, and ListRetirableGrants needs RetiringPrincipal; the members that name an AWS service in their place are not looked at.',
    because:
      'Older texts require both members; newer ones let a service be named, which concerns permissions alone.',
    leavesOpen: 'outcome',
    sources: ['API_CreateGrant', 'API_ListRetirableGrants', 'service-model']
  },
  A104: {
    says: 'A grant on a key in a custom key store may permit GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext.',
    because:
      'A grant must permit what its key supports; a symmetric encryption key does, one in a custom key store does not.',
    leavesOpen: 'outcome',
    sources: ['API_CreateGrant', 'API_GenerateDataKeyPair']
  },
  A105: {
    says: 'RevokeGrant and RetireGrant of a grant that does not exist are a NotFoundException.',
    because: 'The pages list InvalidGrantIdException as well, and do not say which one answers.',
    leavesOpen: 'order',
    sources: ['API_RevokeGrant', 'API_RetireGrant']
  },
  A106: {
    says: 'ListGrants with a GrantId that no grant of the key has answers an empty list.',
    because: 'The page lists InvalidGrantIdException, and does not say when.',
    leavesOpen: 'outcome',
    sources: ['API_ListGrants']
  },
  A107: {
    says: 'RetireGrant with neither a GrantToken nor both KeyId and GrantId, or with the token and one of the others, is a ValidationException.',
    because: 'The page asks for the token or for the other two, and does not name the error.',
    leavesOpen: 'order',
    sources: ['API_RetireGrant']
  }
} as const satisfies Record<string, Assumption>

/** The number of an assumption. */
export type AssumptionNumber = keyof typeof assumptions

import { leavesOpen, type AssumptionNumber, type LeavesOpen } from './leavesOpen.js'
import type { ObservationName } from './observations.js'
import type { Source } from './sources.js'

/** A choice made where AWS is silent or contradicts itself. `because`: what AWS leaves open, and the reason for the choice. */
export interface Assumption {
  readonly says: string
  readonly because: string
  readonly leavesOpen: LeavesOpen
  readonly sources: ReadonlyArray<Source>
  /** Seen at AWS; it stays open all the same. */
  readonly observed?: ObservationName
}

const texts = {
  A1: {
    says: 'The checks of an operation, and of a connection, run in one fixed order: the request alone, the store, its state, the other stores, the backing key store, KMS itself.',
    because:
      'No page orders the errors that it lists. The checks that need only the request and the account come first.',
    sources: ['API_ConnectCustomKeyStore', 'API_CreateCustomKeyStore']
  },
  A2: {
    says: 'A request that lacks a member that its type of store needs, or that has a member of the other type, is refused with ValidationException.',
    because: 'The pages say which members belong together, and name no error for other requests.',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore', 'CommonErrors']
  },
  A3: {
    says: 'Connect on a store that is CONNECTED or CONNECTING succeeds and changes nothing.',
    because:
      'The exception text makes Connect valid in both states, and no page says what it does there. To make a new connection, AWS tells users to disconnect first. The developer-guide edition refuses Connect of an external key store in both states.',
    sources: [
      'API_ConnectCustomKeyStore',
      'connect-keystore',
      'disconnect-keystore',
      'xks-connect-disconnect'
    ]
  },
  A4: {
    says: 'Disconnect on a store that is CONNECTING ends the attempt to connect; a late report of that attempt is ignored.',
    because: 'Disconnect is valid in this state, but its effect on the attempt is not stated.',
    sources: ['API_ConnectCustomKeyStore', 'API_DisconnectCustomKeyStore']
  },
  A5: {
    says: 'Disconnect leads to DISCONNECTING from every state in which it is valid, including FAILED.',
    because:
      'The operation page describes an immediate change, and the guide describes a phase that takes minutes.',
    sources: ['API_DisconnectCustomKeyStore', 'disconnect-keystore', 'xks-connect-disconnect'],
    observed: 'disconnectingAfterFailure'
  },
  A6: {
    says: 'A disconnection always ends in DISCONNECTED.',
    because: 'AWS documents no state and no error code for a failed disconnection.',
    sources: ['disconnect-keystore', 'API_CustomKeyStoresListEntry']
  },
  A7: {
    says: 'Connect is refused at once if the cluster has no active HSM. If the last active HSM is lost while the store is CONNECTING, the attempt fails with INSUFFICIENT_CLOUDHSM_HSMS.',
    because:
      'AWS documents both results for a cluster without an active HSM. The authority states the refusal; the model takes the error code for an HSM that is lost later.',
    sources: ['API_ConnectCustomKeyStore', 'fix-keystore']
  },
  A9: {
    says: 'Connect checks the cluster only when the store is DISCONNECTED, as only then a connection is started.',
    because: 'This follows from A3: where no connection is started, the cluster is not needed.',
    sources: ['API_ConnectCustomKeyStore']
  },
  A10: {
    says: 'An Update is refused as a whole if it carries any member that may not be updated in the state, even if that member has the present value. The exception text of 2026 says so. In the exception text of 2022 every member has the same states; of the other editions it is assumed.',
    because:
      'No page describes a request that has both members that may be updated and members that may not.',
    sources: ['API_UpdateCustomKeyStore']
  },
  A11: {
    says: 'An Update that carries nothing to change is valid in every state in which some member could be updated. It changes nothing.',
    because:
      'Every member except the id is optional, and no page describes a request with the id alone. The exception text of 2026 allows only an update of the name in CONNECTED.',
    sources: ['API_UpdateCustomKeyStore']
  },
  A14: {
    says: 'Update checks the VPC endpoint service only if the request carries the credential or a member of the proxy configuration.',
    because:
      'The guide says that KMS asks the proxy for its health before an update. It says nothing of the service.',
    sources: ['update-xks-keystore']
  },
  A15: {
    says: 'A change to PUBLIC_ENDPOINT removes the VPC endpoint service, whether the request has its name as null, as an empty string, or not at all.',
    because:
      'The page asks for null or an empty string, the length limit forbids an empty string, and the example omits the member.',
    sources: ['API_UpdateCustomKeyStore', 'update-xks-keystore']
  },
  A16: {
    says: 'The names of custom key stores are unique within one account and Region.',
    because: 'Some texts name the account and the Region, others only the account.',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore']
  },
  A17: {
    says: 'Host names of proxy endpoints are compared without regard to case; paths are compared as they are.',
    because:
      'No page says how they are compared. On the network, the case of a host name does not matter and the case of a path does.',
    sources: ['create-xks-keystore']
  },
  A20: {
    says: 'Create and Update refuse a proxy with a TLS fault with XksProxyInvalidConfigurationException.',
    because: 'The guide says so. The proxy specification names XksProxyUriUnreachableException.',
    sources: ['xks-troubleshooting', 'xks-proxy-api-spec']
  },
  A23: {
    says: 'CreateKey is refused with UnsupportedOperationException if the proxy does not support the request.',
    because:
      'The guide says so. The proxy specification differs, and names an exception that does not exist.',
    sources: ['xks-troubleshooting', 'xks-proxy-api-spec']
  },
  A25: {
    says: 'Describe with both an id and a name is refused with ValidationException.',
    because: 'The page does not allow both together, and does not name the error.',
    sources: ['API_DescribeCustomKeyStores', 'CommonErrors']
  },
  A26: {
    says: 'Create returns the id of a DISCONNECTED AWS CloudHSM key store that has the same name, cluster and trust anchor, even if the request has another password. A store in another state, and an external key store, is never returned: the ordinary errors apply.',
    because:
      'The guide says so of a DISCONNECTED AWS CloudHSM key store with equal property values, and of no other. The model never holds the password, so it cannot compare it.',
    sources: ['create-keystore']
  },
  A27: {
    says: 'CreateKey in a store whose cluster is missing, not active or not reachable is refused with CloudHsmClusterInvalidConfigurationException.',
    because: 'CreateKey lists no other exception for the cluster.',
    sources: ['API_CreateKey']
  },
  A29: {
    says: 'The loss of key material in the cluster does not change the state of the KMS key. Each use of the key is refused with KMSInvalidStateException.',
    because:
      'The key state page says so. Another page of the guide says that such a key becomes unavailable in time.',
    sources: ['key-state', 'fix-keystore']
  },
  A31: {
    says: 'A value that is too long, other than a key policy, is refused with ValidationException. LimitExceededException is for key policies and quotas alone.',
    because:
      'The text of LimitExceededException covers length limits as well, and a page names it for key policies only. AWS is known to refuse such requests with ValidationException.',
    sources: ['API_CreateCustomKeyStore', 'CommonErrors'],
    observed: 'limitsAreValidated'
  },
  A32: {
    says: 'GenerateRandom without NumberOfBytes is refused with ValidationException.',
    because: 'The page requires the member, but the service model does not. No page states a default.',
    sources: ['API_GenerateRandom', 'service-model'],
    observed: 'numberOfBytesIsRequired'
  },
  A33: {
    says: 'A custom key store of another account or Region is not found.',
    because: 'The pages say that use across accounts is not possible, and do not name the error.',
    sources: ['API_ConnectCustomKeyStore']
  },
  A34: {
    says: 'GenerateRandom with an external key store is refused with UnsupportedOperationException in every state.',
    because:
      'No page says whether the type or the state is checked first. The type comes first, as it never changes.',
    sources: ['API_GenerateRandom']
  },
  A37: {
    says: 'An operation without output returns an empty JSON object.',
    because: 'The same page describes an object without properties and an empty body.',
    sources: ['API_ConnectCustomKeyStore']
  },
  A38: {
    says: 'Describe lists stores by CreationDate, then id, 100 to a page without a Limit. A marker is accepted only in the form in which it was returned.',
    because: 'The order, the default and the form are not stated. A marker is opaque.',
    sources: ['API_DescribeCustomKeyStores']
  },
  A39: {
    says: 'CreateKey refuses an Origin that does not match the type of the store with UnsupportedOperationException. It refuses a CustomKeyStoreId or an XksKeyId with an Origin that cannot have it, and an external Origin without XksKeyId, with ValidationException.',
    because: 'The page says which members go together, and names no error for other requests.',
    sources: ['API_CreateKey']
  },
  A41: {
    says: 'Create, Update, and CreateKey need two active HSMs in different Availability Zones. Connect needs one active HSM.',
    because: 'The authority says so. One page of the guide requires two only for CreateKey.',
    sources: ['API_ConnectCustomKeyStore', 'create-keystore'],
    observed: 'createWithOneHsmIsRefused'
  },
  A44: {
    says: 'In the developer-guide edition the name, credential and URI path of an external key store may be updated in any state.',
    because:
      'The table on the page allows any state, and its introduction a connected or disconnected store. The edition follows the table.',
    sources: ['update-xks-keystore']
  },
  A45: {
    says: 'A cluster, proxy or VPC endpoint service for which no facts are given does not exist.',
    because: 'The model knows only the facts that it is given.',
    sources: ['API_ConnectCustomKeyStore']
  },
  A46: {
    says: 'A report changes nothing if it is about another attempt than the present one, or if its error code is one that the store cannot have.',
    because:
      'No page describes such reports. With numbered attempts, a report can safely arrive late or twice.',
    sources: ['API_CustomKeyStoresListEntry']
  },
  A47: {
    says: 'Two AWS CloudHSM clusters share a backup history if and only if they have the same cluster certificate.',
    because:
      'The exception texts equate the two. A certificate is a fact that a caller can give about a cluster.',
    sources: ['API_CreateCustomKeyStore', 'API_UpdateCustomKeyStore']
  },
  A48: {
    says: 'GenerateRandom in a CONNECTED store does not check the cluster: it succeeds even if the cluster is gone or has no active HSM, unless KMS is said to fail.',
    because:
      'The bytes are made in the cluster, so that such a request cannot succeed at AWS. But the operation lists no exception about clusters.',
    sources: ['API_GenerateRandom']
  },
  A49: {
    says: 'A key policy is well formed if it is a JSON object. A tag is valid if its key is not repeated and does not begin with aws:. Whether a policy locks its caller out is not checked.',
    because:
      'The exceptions are documented, but the full grammar of policies, and who may do what, are outside this model.',
    sources: ['API_CreateKey']
  },
  A50: {
    says: 'A body that is not a JSON object, and a member of the wrong JSON type, is refused with SerializationException before any other check. An empty body counts as an empty object.',
    because: 'No page of KMS lists the error. Other services with the same protocol use it.',
    sources: ['aws-json-1_1', 'CommonErrors']
  },
  A51: {
    says: 'A request is refused with UnknownOperationException and status 400 unless it is a POST of application/x-amz-json-1.1 to / that names a known operation of TrentService.',
    because:
      'The protocol describes the form of a request, and no error for requests of another form. The known operations are those on custom key stores and on the keys in them.',
    sources: ['aws-json-1_1', 'service-model']
  },
  A52: {
    says: 'CreateKey without CustomKeyStoreId is refused with a ValidationException, which says that such keys are outside this model.',
    because: 'AWS would create an ordinary KMS key, for which this model has no rules.',
    sources: ['API_CreateKey']
  },
  A53: {
    says: 'A request with a Recipient is refused with ValidationException. Grant tokens and other members that only concern permissions are ignored.',
    because:
      'Output encrypted for an enclave is outside this model, and unencrypted output would be wrong. Permissions are outside the model as well.',
    sources: ['API_Decrypt', 'API_GenerateDataKey', 'API_GenerateRandom']
  },
  A54: {
    says: 'Decrypt checks, in this order: the key that the ciphertext names, KeyId, whether the key can be used, the algorithm, the ciphertext with its encryption context, and last DryRun.',
    because: 'No page orders the errors. Only with the key can the ciphertext be checked.',
    sources: ['API_Decrypt', 'API_ReEncrypt']
  },
  A55: {
    says: 'A store read from what AWS shows has attempt 0, and a cluster certificate that no other cluster has.',
    because: 'Describe shows neither. The certificate is the one that healthyCluster gives the same cluster.',
    sources: ['API_CustomKeyStoresListEntry']
  },
  A56: {
    says: 'ListKeys lists keys by their id. A marker is accepted only in the form in which it was returned.',
    because: 'The order is not stated. A marker is opaque.',
    sources: ['API_ListKeys']
  },
  A57: {
    says: 'A request with more than 50 tags is refused with ValidationException.',
    because: 'A key can have 50 tags. No page names the error for more.',
    sources: ['API_CreateKey', 'resource-limits']
  },
  A58: {
    says: 'GenerateDataKey with neither KeySpec nor NumberOfBytes, or with both, is refused with ValidationException.',
    because: 'The page requires one of the two and does not name the error.',
    sources: ['API_GenerateDataKey']
  },
  A59: {
    says: 'A body of more than 1,048,576 characters is refused with RequestEntityTooLargeException and status 413, and is not read.',
    because:
      'No page of KMS states a limit. This one is longer than the longest request whose members keep their limits.',
    sources: ['aws-json-1_1', 'CommonErrors']
  },
  A60: {
    says: 'The endpoint of a store with VPC endpoint service connectivity, and any endpoint together with its path, are unique among the stores that all accounts have in the Region.',
    because:
      'The exceptions and the connection error code speak of the Region, the parameters of the account and Region.',
    sources: ['API_CreateCustomKeyStore', 'API_CustomKeyStoresListEntry', 'create-xks-keystore']
  },
  A61: {
    says: 'At Create and Update, a VPC endpoint service that belongs to neither the account of the store nor the named owner is refused with XksProxyVpcEndpointServiceInvalidConfigurationException.',
    because:
      'Its account is among the requirements for the service; the text of this exception speaks of those, and the text of XksProxyVpcEndpointServiceNotFoundException of a service that is not found.',
    sources: ['create-xks-keystore', 'API_CreateCustomKeyStore']
  },
  A62: {
    says: 'An Update of an AWS CloudHSM key store that does not carry CloudHsmClusterId also needs a cluster that exists, is active, and meets every requirement.',
    because:
      'The authority requires two active HSMs of the UpdateCustomKeyStore operation, without a condition. No page says whether it means an Update that leaves the cluster as it is.',
    sources: ['API_ConnectCustomKeyStore', 'API_UpdateCustomKeyStore']
  },
  A63: {
    says: 'An Update of the name of an external key store alone also needs a proxy that passes the test.',
    because:
      'The guide says that KMS asks the proxy for its health before it updates the properties, and the name is one of them. A name is not used with the proxy.',
    sources: ['update-xks-keystore', 'xks-proxy-api-spec']
  },
  A64: {
    says: 'A store whose requests name no owner of the VPC endpoint service is kept and shown without one. That means the account of the store.',
    because:
      'The account of the caller is the owner if none is named, and the field is there with the connectivity. Whether a default is shown in it, no page says.',
    sources: ['API_CreateCustomKeyStore', 'API_CustomKeyStoresListEntry']
  },
  A65: {
    says: 'Create, Update and a connection succeed although the proxy does not support a request of AWS KMS, as long as it reports its health.',
    because:
      'The specification lets a proxy answer every request as unsupported, and no page says what that means for these three.',
    sources: ['xks-proxy-api-spec', 'xks-troubleshooting']
  },
  A66: {
    says: 'An Update that changes XksProxyConnectivity may carry the XksProxyUriEndpoint that the store already has.',
    because:
      'The page says that the endpoint must be changed as well. It does not say whether a request that repeats the endpoint is refused.',
    sources: ['API_UpdateCustomKeyStore']
  },
  A67: {
    says: 'If the cluster is no longer active, or its security group no longer lets the traffic through, while a store is CONNECTING, the attempt fails with NETWORK_ERRORS.',
    because: 'Connect refuses these faults at once. No page has an error code for those that arise later.',
    sources: ['API_ConnectCustomKeyStore', 'API_CustomKeyStoresListEntry']
  },
  A70: {
    says: 'TagResource on a key that would then have more than 50 tags is refused with LimitExceededException.',
    because: 'The page lists TagException as well, and does not say which one answers.',
    sources: ['API_TagResource', 'resource-limits']
  },
  A71: {
    says: 'UntagResource with a tag key that begins with aws: is refused with TagException.',
    because: 'The exception is documented, but no page says which tag keys are invalid.',
    sources: ['API_UntagResource']
  },
  A72: {
    says: 'A request with an empty list of tags or of tag keys is accepted and changes nothing.',
    because: 'The pages ask for one or more, and state no lowest length of the list.',
    sources: ['API_TagResource', 'API_UntagResource']
  },
  A73: {
    says: 'A Limit of up to 1000 is accepted where the text of the page says at most 50 or 100; a page of results has at most as many entries as the text says.',
    because: 'The pages print both limits, and KMS may return fewer entries than the Limit.',
    sources: ['API_ListResourceTags', 'API_ListAliases', 'API_ListGrants', 'service-model']
  },
  A74: {
    says: 'Tags are listed by their tag keys, aliases by their names and grants by their ids; a marker is accepted only in the form in which it was given.',
    because: 'The order is not stated; a marker is opaque.',
    sources: ['API_ListResourceTags', 'API_ListAliases', 'API_ListGrants']
  },
  A75: {
    says: 'An alias where only the id or the ARN of a key is allowed is refused with NotFoundException.',
    because: 'The pages ask for the id or the ARN, and do not say which error answers an alias.',
    sources: ['API_ScheduleKeyDeletion', 'API_CreateAlias']
  },
  A76: {
    says: 'The name of a new alias that does not begin with alias/, or that begins with alias/aws/, is refused with InvalidAliasNameException. A name without alias/ that is to be updated or deleted is one that no alias has: NotFoundException.',
    because: 'The pages forbid both, and do not say which error answers each of them.',
    sources: ['API_CreateAlias', 'API_UpdateAlias', 'API_DeleteAlias']
  },
  A77: {
    says: 'An account has no aliases of AWS managed keys: they are neither listed nor found.',
    because: 'KMS keys outside of custom key stores are no part of this model.',
    sources: ['API_ListAliases']
  },
  A78: {
    says: 'A name of a key policy that is not default is refused with NotFoundException at GetKeyPolicy, and with UnsupportedOperationException at PutKeyPolicy.',
    because: 'The only valid name is default, and the error is not named.',
    sources: ['API_GetKeyPolicy', 'API_PutKeyPolicy']
  },
  A79: {
    says: 'ListKeyPolicies does not check a marker, and returns its only page.',
    because: 'The page lists no InvalidMarkerException, and no list has a second page.',
    sources: ['API_ListKeyPolicies']
  },
  A80: {
    says: 'A connection fails with XKS_PROXY_NOT_REACHABLE where the proxy answers that it receives too many requests.',
    because:
      'No page pairs throttling with an error code. The specification of the proxy gives Create and Update the exception of a proxy that is not reachable.',
    sources: ['xks-proxy-api-spec', 'API_CustomKeyStoresListEntry']
  },
  A85: {
    says: 'A connection fails with USER_NOT_FOUND where kmsuser is missing on any active HSM of the cluster.',
    because:
      'The pages speak of a kmsuser in the cluster, and do not say what happens while only some of its HSMs have the user.',
    sources: ['API_CustomKeyStoresListEntry', 'fix-keystore']
  },
  A86: {
    says: 'The KeyStorePassword of an accepted UpdateCustomKeyStore is the password of kmsuser, until the facts say that it is not. A kmsuser that is created has the password that AWS KMS holds, unless the facts say that it has another.',
    because:
      'No password is held, so none can be compared. The remedy that AWS documents for a wrong password is to update it.',
    sources: ['API_UpdateCustomKeyStore', 'API_CustomKeyStoresListEntry']
  },
  A90: {
    says: 'A KeyId that begins with arn: and is not of the form of the ARN of a KMS key or of an alias is refused with InvalidArnException where the page of the operation lists it, and with NotFoundException elsewhere.',
    because: 'No page says which ARNs are invalid rather than not found.',
    sources: ['API_ScheduleKeyDeletion', 'API_DescribeKey']
  },
  A91: {
    says: 'GenerateDataKey and GenerateDataKeyWithoutPlaintext work with a KMS key in a custom key store.',
    because:
      'The pages of both operations exclude such keys; the pages of the guide on both types of store list the operations among those that they support.',
    sources: ['API_GenerateDataKey', 'API_GenerateDataKeyWithoutPlaintext', 'manage-cmk-keystore']
  },
  A92: {
    says: 'The use of a KMS key that is Disabled in a connected store is refused with DisabledException.',
    because:
      'The table of key states says so; the pages on the use of keys in custom key stores name KMSInvalidStateException for every key that is not Enabled.',
    sources: ['key-state', 'manage-cmk-keystore']
  },
  A93: {
    says: 'Names of custom key stores that differ in case alone are different names.',
    because: 'No page says how names are compared.',
    sources: ['API_CreateCustomKeyStore']
  },
  A94: {
    says: 'A VPC endpoint service that does not allow the AWS KMS service principal counts as not found, at Create, Update and Connect.',
    because:
      'The guide names the allowed principals as a cause of both errors: that the service is not found, and that its configuration is invalid.',
    sources: ['xks-troubleshooting', 'vpc-connectivity', 'API_CustomKeyStoresListEntry']
  },
  A95: {
    says: 'Requests are not counted against the quotas of requests per second. A ThrottlingException is returned only where the caller imposes it.',
    because:
      'The quotas are shared with requests that the model does not see, and how AWS KMS measures them is not stated.',
    sources: ['CommonErrors']
  },
  A100: {
    says: 'ListKeyRotations of a key in a custom key store is refused with UnsupportedOperationException.',
    because:
      'Such keys cannot be rotated, and the page does not say whether their rotations are an empty list.',
    sources: ['API_ListKeyRotations', 'key-state']
  },
  A101: {
    says: 'ReplicateKey and UpdatePrimaryRegion of a key that is no multi-Region key are refused with UnsupportedOperationException.',
    because: 'The pages are about multi-Region keys, and do not say which error answers another key.',
    sources: ['API_ReplicateKey', 'API_UpdatePrimaryRegion']
  },
  A102: {
    says: 'GetPublicKey of a symmetric encryption key, and GenerateDataKeyPair with a key in a custom key store, are refused with UnsupportedOperationException.',
    because: 'The pages list InvalidKeyUsageException as well, and do not say which one answers.',
    sources: ['API_GetPublicKey', 'API_GenerateDataKeyPair']
  },
  A103: {
    says: 'CreateGrant needs GranteePrincipal, and ListRetirableGrants needs RetiringPrincipal; the members that name an AWS service in their place are not looked at.',
    because:
      'Older texts require both members; newer ones let a service be named, which concerns permissions alone.',
    sources: ['API_CreateGrant', 'API_ListRetirableGrants', 'service-model']
  },
  A104: {
    says: 'A grant on a key in a custom key store may permit GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext.',
    because:
      'A grant must permit what its key supports; a symmetric encryption key does, one in a custom key store does not.',
    sources: ['API_CreateGrant', 'API_GenerateDataKeyPair']
  },
  A105: {
    says: 'RevokeGrant and RetireGrant of a grant that does not exist are refused with NotFoundException.',
    because:
      'The pages list InvalidGrantIdException as well, and that of RetireGrant InvalidGrantTokenException; they do not say which one answers.',
    sources: ['API_RevokeGrant', 'API_RetireGrant']
  },
  A106: {
    says: 'ListGrants with a GrantId that no grant of the key has answers an empty list.',
    because: 'The page lists InvalidGrantIdException, and does not say when.',
    sources: ['API_ListGrants']
  },
  A107: {
    says: 'RetireGrant with neither a GrantToken nor both KeyId and GrantId, or with the token and one of the others, is refused with ValidationException.',
    because: 'The page asks for the token or for the other two, and does not name the error.',
    sources: ['API_RetireGrant']
  },
  A108: {
    says: 'The connection of an external key store with VPC endpoint service connectivity fails with XKS_PROXY_INVALID_TLS_CONFIGURATION if the TLS certificate is for another host.',
    because:
      'One page names that code; another lists the host of the certificate among the causes of XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION.',
    sources: ['vpc-connectivity', 'API_CustomKeyStoresListEntry']
  },
  A109: {
    says: 'Create and Update refuse a VPC endpoint service that requires acceptance with XksProxyVpcEndpointServiceInvalidConfigurationException.',
    because: 'One page names that exception, another XksProxyInvalidConfigurationException.',
    sources: ['xks-troubleshooting', 'vpc-connectivity']
  },
  A110: {
    says: 'A wrong proxy URI path is refused with XksProxyInvalidConfigurationException, and a connection fails by it with XKS_PROXY_INVALID_CONFIGURATION.',
    because:
      'The pages also list the path among the causes of XksProxyUriUnreachableException and XKS_PROXY_NOT_REACHABLE.',
    sources: ['xks-troubleshooting', 'API_CreateCustomKeyStore']
  },
  A111: {
    says: 'A fault of the network between AWS KMS and the external key store proxy makes a connection fail with NETWORK_ERRORS.',
    because: 'The guide also lists such faults among the causes of XKS_PROXY_NOT_REACHABLE.',
    sources: ['xks-troubleshooting', 'API_CustomKeyStoresListEntry']
  },
  A112: {
    says: 'CreateKey and PutKeyPolicy refuse a key policy of more than 32,768 bytes with LimitExceededException.',
    because:
      'Older texts on quotas say so of policies in general; newer ones do not list the size, and the pages of the operations allow 131,072 characters.',
    sources: ['resource-limits', 'API_CreateKey', 'API_PutKeyPolicy']
  },
  A113: {
    says: 'A dry run of Decrypt or ReEncrypt without a CiphertextBlob is refused with ValidationException.',
    because:
      'The pages allow it where DryRunModifiers is IGNORE_CIPHERTEXT, which concerns permissions alone and is outside of this model.',
    sources: ['API_Decrypt', 'API_ReEncrypt']
  },
  A114: {
    says: 'CreateGrant with a constraint of more than 8 pairs, or with a value of more than 384 characters in it, is refused with ValidationException.',
    because: 'The page states both limits and does not name the error.',
    sources: ['API_CreateGrant']
  },
  A115: {
    says: 'A connection does not check that the private DNS name is unique in the Region: Create and Update have refused every other.',
    because: 'A page lists it among the causes of XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION.',
    sources: ['API_CustomKeyStoresListEntry', 'API_CreateCustomKeyStore']
  },
  A116: {
    says: 'Decrypt and ReEncrypt of a ciphertext of an external key that was changed, or with another encryption context, are refused with KMSInvalidStateException.',
    because:
      'The guide and the proxy specification say so. The text of InvalidCiphertextException speaks of such ciphertexts whatever key made them.',
    sources: ['xks-troubleshooting', 'API_Decrypt']
  },
  A117: {
    says: 'CreateGrant with an operation that the KMS key does not support is refused with ValidationException.',
    because: 'The page calls the error ValidationError, which no page of AWS KMS lists.',
    sources: ['API_CreateGrant', 'CommonErrors']
  },
  A118: {
    says: 'A connection fails with XKS_PROXY_TIMED_OUT where the external key store proxy answers too late.',
    because: 'The guide also lists slow answers among the causes of XKS_PROXY_NOT_REACHABLE.',
    sources: ['xks-troubleshooting', 'API_CustomKeyStoresListEntry']
  },
  A119: {
    says: 'AWS KMS may have carried out a request that it answers with KMSInternalException, and one of which no answer arrives.',
    because:
      'The page says that the request was rejected and can be made again, and not that nothing came of it. A client that sends a request again cannot tell.',
    sources: ['CommonErrors', 'API_CreateKey']
  },
  A120: {
    says: 'A KMS key read from what AWS shows is enabled where its state is Unavailable, and disabled where it is PendingDeletion. It has no tags, no grants, and the default key policy.',
    because:
      'DescribeKey shows none of this. A key is enabled when it is made, and disabled once its deletion is cancelled.',
    sources: ['API_KeyMetadata', 'API_CancelKeyDeletion']
  },
  A121: {
    says: 'CreateKey is refused with CustomKeyStoreInvalidStateException if the external key store proxy denies access.',
    because: 'The guide says so. The proxy specification names KMSInvalidStateException.',
    sources: ['xks-troubleshooting', 'xks-proxy-api-spec']
  }
} as const satisfies Readonly<Record<AssumptionNumber, Omit<Assumption, 'leavesOpen'>>>

const numbers = Object.keys(texts) as ReadonlyArray<AssumptionNumber>

const assumptionOf = (number: AssumptionNumber): Assumption => {
  const { says, because, ...evidence }: Omit<Assumption, 'leavesOpen'> = texts[number]
  return { says, because, leavesOpen: leavesOpen[number], ...evidence }
}

/** Every assumption by its number. @example cks.assumptions.A1.leavesOpen //=> 'order' */
export const assumptions = Object.fromEntries(
  numbers.map((number) => [number, assumptionOf(number)])
) as Readonly<Record<AssumptionNumber, Assumption>>

const codecNames = new RegExp(
  `^'(${[
    String.raw`\w+(Request|Response|ListEntry)|Report|ErrorAnswer|ErrorName|ConnectionErrorCode|attempt|Empty`,
    'Account|CustomKeyStore|CloudHsmKeyStore|ExternalKeyStore|KmsKey|CloudHsmKmsKey|ExternalKmsKey|KeyMetadata|XksKeyConfiguration',
    'InfrastructureFacts|InfrastructureChange|Existence|CloudHsmCluster|Hsm|KmsUser|KmsUserOnHsm|SecurityGroup|Subnet|Traffic',
    'XksProxy|XksProxyConfiguration|XksProxyAuthenticationCredential|ExternalKey|PublicEndpoint|ThroughVpcEndpointService',
    'VpcEndpointService|Alias|Grant|GrantConstraints|Tag|StoredTag|CloudTrailEvent|ServiceFailure',
    'CloudHsmConnectionErrorCode|ExternalConnectionErrorCode|ConnectionState|CustomKeyStoreType'
  ].join('|')})'$`
)

/**
 * Why a mutant may live. Each entry is about some files and some mutants of them, and says how what the mutant does cannot be told
 * from what the source does. `isTried`: of some of them it can, so that only those that were tried may live.
 */
const reasons = [
  {
    files: /\/(account|codec|connection|judge|model|operations|protocol)\//,
    is: ({ mutatorName, from }) => mutatorName === 'StringLiteral' && codecNames.test(from),
    isTried: true,
    why: 'the name of a codec, which is told only of what is of another kind altogether'
  },
  {
    files: /judge\/logs\/Scan\.ts$/,
    is: ({ from, to }) =>
      (from === "''" && to.startsWith('"Stryker')) ||
      (from === 'false' && to === 'true') ||
      (from === '-1' && to === '+1') ||
      from === "s.held === ''",
    isTried: true,
    why: 'it is set before it is looked at, or the same text is copied'
  },
  {
    files: /judge\/logs\/(Scan|beginnings|faults|gunzip)\.ts$/,
    is: ({ from, to }) => /^(next|last|whole) >= 0$/.test(from) && to.endsWith(' > 0'),
    isTried: true,
    why: 'it is looked for after the first character'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from }) =>
      from.includes('s.aheadOf') || from === '-1' || from === 's.isBroken' || from === 'at > s.ahead',
    isTried: true,
    why: 'what was found ahead is looked for once more; the scan never goes back'
  },
  {
    files: /judge\/logs\/(faults|logScanner)\.ts$/,
    is: ({ from }) => /^(s\.reading [!=]== )?'(lost|line|nothing)'$/.test(from),
    isTried: true,
    why: 'what is lost, or a line that is too long, ends at the same place, and is told once; more of it is held'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from }) =>
      from.startsWith('s.isBroken || s.position.depth') || from === 's.position.depth !== s.base',
    isTried: true,
    why: 'what is broken or not closed cannot be read as a value'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from }) => from === 'closesList' || from === 'position.lists[position.depth] === 1',
    isTried: true,
    why: 'the brackets that are left are passed over one by one'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from }) =>
      /^s\.base (> 0|=== 0)( && s\.hadList)?$/.test(from) ||
      from.includes('!s.isTooLong') ||
      from.includes('s.isBroken || s.base'),
    isTried: true,
    why: 'what is too long or too deep has been told, and goes on at the same event'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from }) => from.startsWith("stop !== 'line in string'"),
    isTried: true,
    why: 'other signs are wrong outside of texts only'
  },
  {
    files: /judge\/logs\/faults\.ts$/,
    is: ({ from, to }) =>
      to === 'newline <= 0' ||
      to === 'next <= s.text.length' ||
      from === "''" ||
      from.startsWith('{ const dropped'),
    isTried: true,
    why: 'a piece begins with what was held, and ends where the next one begins; more is held than has to be'
  },
  {
    files: /judge\/logs\/inflater\.ts$/,
    is: ({ from }) => /^(\{ chunkSize|\[\]$|'ended'$|stopped\?|\(\) => engine)/.test(from),
    isTried: true,
    why: 'pieces of another length, another word for what is not broken, or an engine that goes later'
  },
  {
    files: /judge\/logs\/gunzip\.ts$/,
    is: ({ from, to }) =>
      from === 'from > bytes.length' ||
      to === 'bytes.length <= fixedHeader + 2' ||
      to === 'length < bytes.length' ||
      to === 'bytes.length >= longestHeader',
    isTried: true,
    why: 'behind a header more comes, and behind its end there is nothing'
  },
  {
    files: /judge\/logs\/gunzip\.ts$/,
    is: ({ from }) => from.startsWith('length < bytes.length'),
    isTried: true,
    why: 'what begins as gzip does is not passed over'
  },
  {
    files: /judge\/logs\/gunzip\.ts$/,
    is: ({ from }) =>
      from === 'pieces.slice(0, -1)' ||
      from === 'left < some.length' ||
      from === 'pending.length === 0' ||
      /^held (\+=|<=)/.test(from),
    isTried: true,
    why: 'nothing comes of the broken byte, empty pieces are given, or more is held than has to be'
  },
  {
    files: /judge\/logs\/encodings\.ts$/,
    is: ({ from }) =>
      from === 'first.length === 0' || from === "encoding === 'utf-8'" || /^'utf-?8'$/.test(from),
    isTried: true,
    why: 'the same bytes, copied, or the other reader of UTF-8'
  },
  {
    files: /judge\/logs\/crc32\.ts$/,
    is: ({ from }) => from === 'native ?? crc32ByTable',
    isTried: true,
    why: 'the same sum, which takes longer'
  },
  {
    files: /judge\/logs\/inputs\.ts$/,
    is: ({ from }) => from.startsWith('{ highWaterMark') || from === '() => false',
    isTried: true,
    why: 'pieces of another length, or nothing in the place of false'
  },
  {
    files: /judge\/logs\/inputs\.ts$/,
    is: ({ from }) => from.includes('a.name < b.name') || from === '-1' || from === 'entries.sort(byName)',
    isTried: true,
    why: 'many file systems tell the names of a folder in this order already'
  },
  {
    files: /judge\/logs\/logScanner\.ts$/,
    is: ({ from }) =>
      from.includes('eventBegins') ||
      from.startsWith("s.held !== ''") ||
      from.startsWith('end - s.start') ||
      ['s.position.at !== s.start', 'E.isLeft(read)', 'isReadAtOnce(s)', "'several lines'"].includes(from) ||
      from === 'end < 0 || end - s.start > longestRecord',
    isTried: true,
    why: 'an event is read sign by sign in place of at once, which takes longer'
  },
  {
    files: /judge\/logs\/logScanner\.ts$/,
    is: ({ from }) =>
      from === 's.held.slice(-longestBeginning)' ||
      from.includes("s.held === ''") ||
      from === '!s.isTooLong' ||
      from === "''",
    isTried: true,
    why: 'more is looked through than has to be; no event begins with the first sign of what was held'
  },
  {
    files: /judge\/logs\/logScanner\.ts$/,
    is: ({ from }) =>
      from.startsWith("blank !== ''") ||
      from === "'\\n'" ||
      from === 'end < 0' ||
      from === 's.base > 0' ||
      from === 'E.isRight(read)',
    isTried: true,
    why: 'after a fault the scan goes on at an event or a line, wherever the line before has ended'
  },
  {
    files: /judge\/logs\/(beginnings|walk|wrappers)\.ts$/,
    is: ({ from, to }) =>
      (from === "''" && to.startsWith('"Stryker')) ||
      /^'(wrong|nothing|unreadable)'$/.test(from) ||
      from === "() => 'unreadable'" ||
      (from === 'true' && to === 'false'),
    isTried: true,
    why: 'it still is another word than those that are looked for, or is set before it is looked at'
  },
  {
    files: /judge\/logs\/walk\.ts$/,
    is: ({ from }) => from === 'base === 0' || from.startsWith('depth === 1 ||'),
    isTried: true,
    why: 'within a list of records lists are deeper, and a list that is a whole document is one of records'
  },
  {
    files: /judge\/logs\/wrappers\.ts$/,
    is: ({ from }) => from.startsWith('E.isLeft(found)') || from === '/^["{[]/',
    isTried: true,
    why: 'what begins otherwise is no JSON of an object, a list or a text'
  },
  {
    files: /judge\/CloudTrailEvent\.ts$/,
    is: ({ from }) => from.startsWith('(): t.Validation<'),
    isTried: true,
    why: 'the reader of a record takes no answer for a member that is absent'
  },
  {
    files: /judge\/Possibility\.ts$/,
    is: ({ from }) => from === "state === 'deleted'" || from === "'deleted'",
    isTried: true,
    why: 'that a store may have been deleted is said twice'
  },
  {
    files: /judge\/refusal\.ts$/,
    is: ({ from }) => from.includes('otherwise === exception'),
    isTried: true,
    why: 'the rule is found by all the exceptions that it may have, too'
  },
  {
    files: /judge\/refusal\.ts$/,
    is: ({ from, to }) =>
      from.startsWith('[...founded].some') ||
      (from === 'type !== undefined' && to === 'true') ||
      (from === '[]' && to.startsWith('["Stryker')),
    isTried: true,
    why: 'where there is a reason in some stores it is looked at for a type, and where no store is there is none; a text is no rule that forbids'
  },
  {
    files: /judge\/trials\.ts$/,
    is: ({ from, to }) =>
      (from === '[]' && to.startsWith('["Stryker')) ||
      from === '[possibility]' ||
      from === 'rule === storeExists.name' ||
      from === 'inState.some(isNamedBy(otherwise))',
    isTried: true,
    why: 'what a request that is refused leads to is not asked, and an update is refused for a store by the rules about its state alone'
  },
  {
    files: /judge\/trials\.ts$/,
    is: ({ from }) => from.includes("'does not apply'"),
    isTried: true,
    why: 'the rules about what stands behind the other type are not among those that are asked'
  },
  {
    files: /conform\/(Belief|Deviation)\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    isTried: true,
    why: 'a text is no key, and no effect of an operation'
  },
  {
    files: /conform\/Belief\.ts$/,
    is: ({ from }) => from === "typeof key === 'string'" || from === 'id === undefined',
    isTried: true,
    why: 'no key has a name that is no text, and no store is called undefined'
  },
  {
    files: /conform\/ConformReport\.ts$/,
    is: ({ from }) => from.startsWith('default:') || from === "outcome.is === 'not reached'",
    isTried: true,
    why: 'nothing else can be blocked, and nothing comes after'
  },
  {
    files: /conform\/Exchange\.ts$/,
    is: ({ to }) => to === 'status <= 300',
    isTried: true,
    why: 'a redirect has been answered before'
  },
  {
    files: /conform\/ReportedDeviation\.ts$/,
    is: ({ from, to }) => (from === 'next !== undefined' && to === 'true') || to === 'i - 1',
    isTried: true,
    why: 'no exchange is written as undefined is, and of equal ones it does not matter which stays'
  },
  {
    files: /conform\/Trace\.ts$/,
    is: ({ from, to }) => to === 'true' && /^look !== undefined|^some\.length/.test(from),
    isTried: true,
    why: 'no exchange is undefined, and of two lists that end with the same exchange none goes on where the other ends'
  },
  {
    files: /conform\/described\.ts$/,
    is: ({ from, to }) =>
      (from === "''" && to.startsWith('"Stryker')) ||
      (from === 'violation === undefined' && to === 'false') ||
      from === 'violation?.path',
    isTried: true,
    why: 'what cannot be read has a first violation'
  },
  {
    files: /conform\/effects\.ts$/,
    is: ({ at, from }) => at.startsWith('36:') && from === "'AWS_CLOUDHSM'",
    isTried: true,
    why: 'an operation changes as little on the keys of one type of store as on those of the other'
  },
  {
    files: /conform\/errorIn\.ts$/,
    is: ({ from }) => from === "''",
    isTried: true,
    why: 'of the parts of a text there is always a first'
  },
  {
    files: /conform\/features\.ts$/,
    is: ({ at, from, to }) =>
      (at.startsWith('52:') && from === "''") || (from === 'id === undefined' && to === 'false'),
    isTried: true,
    why: 'a deviation is seen in a check, and no store is called undefined'
  },
  {
    files: /conform\/hear\.ts$/,
    is: ({ from, to }) =>
      (from === 'id !== undefined' && to === 'true') ||
      (from === 'documented.length === held.length' && to === 'false') ||
      (from === 'different === undefined' && to === 'false') ||
      to === "held.every(holds('not implemented'))",
    isTried: true,
    why: 'no store is called undefined; what is documented on all is so on each; an operation is missing whatever the account is; what is neither open nor anything before that differs'
  },
  {
    files: /conform\/hidden\.ts$/,
    is: ({ from, to }) =>
      (from === 'after !== undefined' && to === 'true') || from === 'before?.stores' || from === '[]',
    isTried: true,
    why: 'some account is always possible'
  },
  {
    files: /conform\/(hold|vectorDifference)\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    isTried: true,
    why: 'an exception of that name would be one that nobody answers with'
  },
  {
    files: /conform\/markers\.ts$/,
    is: ({ at, to }) => at.startsWith('20:') && to === 'true',
    isTried: true,
    why: 'only a text is kept as a marker'
  },
  {
    files: /conform\/pages\.ts$/,
    is: ({ to }) => to.startsWith('pages.slice(-1).some'),
    isTried: true,
    why: 'of one page every is as some'
  },
  {
    files: /conform\/(runToken|throttled)\.ts$/,
    is: ({ from, to }) => from === "''" && to.startsWith('"Stryker'),
    isTried: true,
    why: 'what is found has a token; no error has either name'
  },
  {
    files: /conform\/secrets\.ts$/,
    is: ({ from }) => from === '() => false',
    isTried: true,
    why: 'undefined is as false as false'
  },
  {
    files: /conform\/shortest\.ts$/,
    is: ({ to }) => to === 'heardSoFar <= mostHeard',
    isTried: true,
    why: 'the limit of a search may be one more'
  },
  {
    files: /conform\/suspects\.ts$/,
    is: ({ at, from, to }) =>
      (from === 'suspects.size === 0' && to === 'false') ||
      (at.startsWith('122:') && from === '[]' && to.startsWith('["Stryker')),
    isTried: true,
    why: 'where nothing is doubtful none is found, which takes longer; and a store of that name would be one that nobody has'
  },
  {
    files: /judge\/Sighting\.ts$/,
    is: ({ from, to }) =>
      /^typeof resource|^resource !== null$/.test(from) || (from === '[]' && to.startsWith('["Stryker')),
    isTried: true,
    why: 'what is no object names no account'
  },
  {
    files: /judge\/Sighting\.ts$/,
    is: ({ from, to }) => from === '(seconds | 0) === seconds' && to === 'false',
    isTried: true,
    why: 'the same number, which V8 holds otherwise'
  },
  {
    files: /judge\/Sighting\.ts$/,
    is: ({ from }) => from === "'use of a key'" || from === "''",
    isTried: true,
    why: 'it still is another text than every other'
  },
  {
    files: /judge\/Sighting\.ts$/,
    is: ({ mutatorName, from }) => mutatorName === 'MethodExpression' && from.startsWith('operationNamed('),
    isTried: true,
    why: 'the parts of an operation agree in this'
  },
  {
    files: /judge\/(StoreJudgement|judge)\.ts$/,
    is: ({ from, to }) => /^(ids|verdicts)\.length === 0$/.test(from) && to === 'false',
    isTried: true,
    why: 'the same list, copied'
  },
  {
    files: /judge\/StoreJudgement\.ts$/,
    is: ({ from }) => from === "''",
    isTried: true,
    why: 'no event has this id'
  },
  {
    files: /judge\/Stores\.ts$/,
    is: ({ from }) => from.startsWith('list.'),
    isTried: true,
    why: 'the same list, which takes more room'
  },
  {
    files: /judge\/Stores\.ts$/,
    is: ({ from, to }) => to === 'i <= text.length' || (from === '[]' && to.startsWith('["Stryker')),
    isTried: true,
    why: 'another number is made of a name, or a text is passed over that is no store'
  },
  {
    files: /judge\/Trail\.ts$/,
    is: ({ mutatorName, from }) => mutatorName === 'OptionalChaining' || from === 'other !== undefined',
    isTried: true,
    why: 'there always is one; the type cannot say so'
  },
  {
    files: /judge\/Trail\.ts$/,
    is: ({ from, to }) =>
      to === 'i <= least.length - 1' || from === 'a.sightings.length === b.sightings.length',
    isTried: true,
    why: 'the last moment is needed where it changes anything, and one that says more takes the place of one that says less'
  },
  {
    files: /judge\/Trail\.ts$/,
    is: ({ from }) =>
      from === '-1' || from.startsWith('onlyLooks && last') || from.startsWith('{ return [...trail.slice'),
    isTried: true,
    why: 'the longer way to the same moments'
  },
  {
    files: /judge\/Verdict\.ts$/,
    is: ({ from, to }) => /^(earlier|last) !== undefined$/.test(from) && to === 'true',
    isTried: true,
    why: 'no number is near to undefined, and a chain has a last moment'
  },
  {
    files: /judge\/Verdict\.ts$/,
    is: ({ from }) => from === 'a > b' || from === 'a < b',
    isTried: true,
    why: 'no id is there twice, and which of two comes first is enough to sort by'
  },
  {
    files: /judge\/Verdict\.ts$/,
    is: ({ from }) => from === 'sightings.some(changesState)',
    isTried: true,
    why: 'of a moment that changed the store nothing else is among the reasons'
  },
  {
    files: /judge\/acceptance\.ts$/,
    is: ({ from, to }) =>
      (from === 'furthest === Infinity' && to === 'false') ||
      from.endsWith('answer.CustomKeyStoreId === storeId'),
    isTried: true,
    why: 'no request is accepted on a store that is not there, nor a Create of one that is, but with its own id'
  },
  {
    files: /judge\/cluesUnder\.ts$/,
    is: ({ from }) =>
      from === "'unknown'" || from.includes('isKnown(refusal)') || from.includes('isCommonError('),
    isTried: true,
    why: 'the same is worked out for each name once more'
  },
  {
    files: /connection\/process\.ts$/,
    is: ({ from, to }) => from === '!isConnecting(store)' && to === 'false',
    why: 'the end of a connection leaves alone a store that is not connecting'
  },
  {
    files: /rules\/(Rule|when)\.ts$/,
    is: ({ from }) => /partAskedOf\(rule\) \?\? \[\]|^part && |^\{ (of: |part: |\.\.\.part)/.test(from),
    why: 'rules are asked about the whole subject then, which takes longer and comes to the same'
  },
  {
    files: /rules\/grants\.ts$/,
    is: ({ from }) => from === 'inner !== null',
    why: 'nothing of a grant is null'
  },
  {
    files: /rules\/grants\.ts$/,
    is: ({ from, to }) => from === 'a < b' && /^a [<>]= b$/.test(to),
    why: 'any order will do that is the same for both, and no name is there twice'
  },
  {
    files: /rules\/grants\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'a text among the grants is none that a request asks for'
  },
  {
    files: /rules\/keyPolicy\.ts$/,
    is: ({ to }) => to === 'i <= policy.length',
    why: 'behind its end a text has no character that counts'
  },
  {
    files: /rules\/keyRequest\.ts$/,
    is: ({ mutatorName, from }) => mutatorName === 'Regex' && from.startsWith('/^"arn:'),
    why: 'what is looked at begins and ends with a quotation mark, and has none within'
  },
  {
    files: /rules\/otherAccounts\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'a text among the stores is none with a proxy'
  },
  {
    files: /rules\/(otherAccounts|otherStores)\.ts$/,
    is: ({ from, to }) => from.endsWith(".Connectivity === 'VPC_ENDPOINT_SERVICE'") && to === 'true',
    why: 'a public proxy has no VPC endpoint service to compare'
  },
  {
    files: /rules\/otherStores\.ts$/,
    is: ({ from, to }) => from === 'a.length === b.length' && to === 'true',
    why: 'texts of other lengths are others in small letters too, which takes longer to find out'
  },
  {
    files: /rules\/proxy\.ts$/,
    is: ({ from, to }) => from === 'xksKeyId === undefined' && to === 'false',
    why: 'the rule is not asked of a subject without an external key; the type cannot say so'
  },
  {
    files: /rules\/refusing\.ts$/,
    is: ({ from, to }) => from === 'Object.keys(others).length > 0' && (to === 'true' || to.includes('>= 0')),
    why: 'the other way to the same record, which takes longer'
  },
  {
    files: /rules\/vpcEndpointService\.ts$/,
    is: ({ from, to }) =>
      (from === 'configuration !== undefined' && to === 'true') ||
      from.startsWith('throughService(subject)?.'),
    why: 'the rule is not asked of a subject without a VPC endpoint service; the type cannot say so'
  },
  {
    files: /rules\/keysInStore\.ts$/,
    is: ({ from, to }) => from === 'xksKeyId === undefined' && to === 'false',
    why: 'a proxy has no external key without a name'
  },
  {
    files: /rules\/connectionState\.ts$/,
    is: ({ from }) => from === "' or '" || from === 'types.length < customKeyStoreTypes.length',
    why: 'a rule about both types names none of them, and applies to each'
  },
  {
    files: /protocol\/imposed\.ts$/,
    is: ({ from, to }) => from === "'CommonErrors'" && to === '""',
    why: 'the page of a list that is no member of a request, which no finding cites'
  },
  {
    files: /protocol\/asked\.ts$/,
    is: ({ from, to }) => from === 'name !== undefined' && to === 'true',
    why: 'no operation is called undefined; the type cannot say so'
  },
  {
    files: /protocol\/asked\.ts$/,
    is: ({ from, to }) => from === 'E.isLeft(parsed)' && to === 'false',
    why: 'what could not be parsed is no object either'
  },
  {
    files: /protocol\/awsJson\.ts$/,
    is: ({ from, to }) =>
      from.startsWith("value?.split(';', 1)[0]?.") || (from === 'value === contentType' && to === 'false'),
    why: 'a text that is split has a first part; what is the very text is found sooner, and would be found so too'
  },
  {
    files: /editions\/editions\.ts$/,
    is: ({ mutatorName, from, to }) =>
      mutatorName === 'OptionalChaining' && to === from.replaceAll('?.', '.'),
    why: 'what is looked up is always there; the type cannot say so'
  },
  {
    files:
      /operations\/(Stage|createAlias|dataKeyPairs|decrypt|encrypt|generateRandom|importKeyMaterial|multiRegion|openCiphertext|otherKeyUsage|reEncrypt|rotation)\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'what follows is told by the last stage of an operation, and this is an earlier one, or one that no key passes'
  },
  {
    files: /operations\/changes\.ts$/,
    is: ({ from, to }) => from === 'before.Connectivity === Connectivity' && to === 'true',
    why: 'a public proxy has no VPC endpoint service to keep'
  },
  {
    files: /operations\/create\.ts$/,
    is: ({ from, to }) => from === "proxy.Connectivity === 'VPC_ENDPOINT_SERVICE'" && to === 'true',
    why: 'a public proxy has no VPC endpoint service, and an undefined member is none of the request'
  },
  {
    files: /operations\/createExternalKeyStore\.ts$/,
    is: ({ from, to }) => from === 'configuration?.Connectivity' && to === 'configuration.Connectivity',
    why: 'a store that is to be created behind a proxy has a configuration; the type cannot say so'
  },
  {
    files: /operations\/createKey\.ts$/,
    is: ({ from, to }) =>
      (from === "request.Origin === 'EXTERNAL_KEY_STORE'" && to === 'true') ||
      (from === '[]' && to.startsWith('["Stryker')),
    why: 'of a key that KMS makes in a cluster no rule looks at the other keys'
  },
  {
    files: /operations\/describe\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'a text is no store with the id that is asked for'
  },
  {
    files: /operations\/describe\.ts$/,
    is: ({ from, to }) => from === 'last !== undefined' && to === 'true',
    why: 'a page of at least one store has a last one; the type cannot say so'
  },
  {
    files: /operations\/generateRandom\.ts$/,
    is: ({ from, to }) => from === "'UnsupportedOperationException'" && to === '""',
    why: 'which exception an external key store answers with is not asked of a state; that it is refused is'
  },
  {
    files: /operations\/listAliases\.ts$/,
    is: ({ from, to }) => from === "''" && to.includes('Stryker'),
    why: 'the name of every alias comes after this text too'
  },
  {
    files: /operations\/listAliases\.ts$/,
    is: ({ from, to }) => from === 'request.KeyId === undefined' && to === 'false',
    why: 'no key has undefined for its id; the type cannot say so'
  },
  {
    files: /operations\/pageOf\.ts$/,
    is: ({ from, to }) => from === 'last !== undefined' && to === 'true',
    why: 'a page of at least one thing has a last one; the type cannot say so'
  },
  {
    files: /operations\/passwordPutRight\.ts$/,
    is: ({ mutatorName }) => mutatorName === 'OptionalChaining',
    why: 'an update is accepted only where the cluster is there; the type cannot say so'
  },
  {
    files: /operations\/retireGrant\.ts$/,
    is: ({ from, to }) =>
      (from === '[]' && to.startsWith('["Stryker')) || (from === 'id === undefined' && to === 'false'),
    why: 'no grant has undefined for its id, and a text has no grants'
  },
  {
    files: /operations\/(createGrant|tagResource|untagResource|updateKeyDescription)\.ts$/,
    is: ({ from }) => /^('Example'|\['Encrypt', 'Decrypt'\]|\['Purpose'\]|'Another description')$/.test(from),
    why: 'an example of what a request may say; another one will do'
  },
  {
    files: /plan\/Node\.ts$/,
    is: ({ from }) => /^(\{ means: '', |''$|'API_CustomKeyStoresListEntry'$|\[\]$)/.test(from),
    why: 'nothing is looked at of the remedy of a store that has not failed, but that it has no fix'
  },
  {
    files: /plan\/elsewhere\.ts$/,
    is: ({ from }) => from === "'no plan'",
    why: 'no list of steps is this text either'
  },
  {
    files: /plan\/faults\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'a text is no HSM that is active'
  },
  {
    files: /plan\/reasons\.ts$/,
    is: ({ from }) => from === '[]' || from === '{ says: operation, source }',
    why: 'a Delete always has its rule about the state; the type cannot say so'
  },
  {
    files: /plan\/search\.ts$/,
    is: ({ from }) => /^all\.(filter|findIndex)/.test(from),
    why: 'the same place twice takes longer and comes to the same'
  },
  {
    files: /codec\/(Duration|Moment|absentMember)\.ts$/,
    is: ({ from }) => /^'(Time|Moment|absent member)'$/.test(from),
    why: 'the name of a codec, which no message has: it is there for who debugs'
  },
  {
    files: /codec\/Failure\.ts$/,
    is: ({ from, to }) =>
      (from === "each._tag === 'Left'" && to === 'true') || (from === '[]' && to.startsWith('["Stryker')),
    why: 'what fails is a Left; the type cannot say so'
  },
  {
    files: /codec\/(Failure|decode)\.ts$/,
    is: ({ from, to }) =>
      /\?\.type$/.test(from) ||
      (from === 'entry === undefined' && to === 'false') ||
      from === 'i < context.length',
    why: 'a context of io-ts has as many entries as it says; the type cannot say so'
  },
  {
    files: /codec\/decode\.ts$/,
    is: ({ from, to }) => from === 's.slice(0, 2 * longestShown)' && to === 's',
    why: 'the rest of a long text is cut off later, which takes longer'
  },
  {
    files: /codec\/Timestamp\.ts$/,
    is: ({ from, to }) =>
      (from === 'u !== null' && to === 'true') || (from === "typeof u === 'string'" && to === 'true'),
    why: 'null is no Date, and a number is numeric; the type cannot say so'
  },
  {
    files: /codec\/boundedInteger\.ts$/,
    is: ({ from, to }) => from === "typeof u !== 'number'" && to === 'false',
    why: 'what is no number is no integer; the type cannot say so'
  },
  {
    files: /codec\/boundedString\.ts$/,
    is: ({ from, to }) =>
      (from === 'pattern === undefined' && to === 'false') || (from === "''" && to.includes('Stryker')),
    why: 'no pattern is one that every text matches, and nothing is told of it'
  },
  {
    files: /codec\/memberFindings\.ts$/,
    is: ({ from, to }) =>
      /^(members )?\.filter\(\(\{ within|^within\.length === 0$/.test(from) &&
      !/false|!==|=> undefined/.test(to),
    why: 'what stands beside the members of a request under the name of an inner one is read by nobody'
  },
  {
    files: /codec\/memberFindings\.ts$/,
    is: ({ from, to }) => from === "'.'" || (from === '[]' && to.startsWith('["Stryker')),
    why: 'no member is two records deep; of what went wrong, nothing is looked at but that it did'
  },
  {
    files: /codec\/(readBy|requestCodec)\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'where an error would be is not asked there'
  },
  {
    files: /codec\/reader\.ts$/,
    is: ({ from }) => from === '{ key: name, type: codec }',
    why: 'the first entry of that context is put in the place of when it is told'
  },
  {
    files: /codec\/reader\.ts$/,
    is: ({ from, to }) =>
      (from === 'count > known' && to !== 'false') ||
      from === 'given += 1' ||
      (from === 'value !== undefined' && to !== 'true'),
    why: 'it is looked for other members where there are none, which takes longer'
  },
  {
    files: /codec\/struct\.ts$/,
    is: ({ from, to }) => /^prototype === /.test(from) && to !== 'true',
    why: 'io-ts is asked for the kind of the object then, which takes longer'
  },
  {
    files: /model\/([A-Z]\w+|identifiers|requests\/\w+)\.ts$/,
    is: ({ mutatorName, from }) => mutatorName === 'StringLiteral' && /^'API_[A-Z]\w+'$/.test(from),
    isTried: true,
    why: 'the page of the request or record that it is a member of takes its place'
  },
  {
    files: /model\/([A-Z]\w+|identifiers|requests\/\w+)\.ts$/,
    is: ({ mutatorName, from }) =>
      mutatorName === 'StringLiteral' && /^'([A-Z][A-Za-z]+|string or null)'$/.test(from),
    isTried: true,
    why: 'the name of a codec, in whose place a limit has that of its member'
  },
  {
    files: /model\/accountTables\.ts$/,
    is: ({ from, to }) =>
      (from === 'true' && to === 'false') || (from === '[]' && to.startsWith('["Stryker')),
    isTried: true,
    why: 'nobody deletes the aliases, and a text has no retiring principal'
  },
  {
    files: /model\/accountTables\.ts$/,
    is: ({ from }) => from.includes('isShort('),
    isTried: true,
    why: 'the lists are put together sooner or later than it pays'
  },
  {
    files: /model\/fitting\.ts$/,
    is: ({ from, to }) => from === 'uriEndpoint === UriEndpoint' && to === 'false',
    why: 'the hosts are compared then, which takes longer'
  },
  {
    files: /model\/inTheWay\.ts$/,
    is: ({ from, to }) =>
      (from === '[]' && to.startsWith('["Stryker')) || (from === 'name === undefined' && to === 'false'),
    why: 'no store has this text for an address, or undefined for its name; what is no store is not looked at'
  },
  {
    files: /model\/VpcEndpointService\.ts$/,
    is: ({ mutatorName, from }) => mutatorName === 'Regex' && from === '/^https:\\/\\//',
    why: 'every endpoint begins so, and has it nowhere else'
  },
  {
    files: /model\/XksProxy\.ts$/,
    is: ({ from, to }) =>
      (from === '[]' && to.startsWith('["Stryker')) || (from === 'principal !== undefined' && to === 'true'),
    why: 'neither this text nor undefined is among what is denied'
  },
  {
    files: /model\/CustomKeyStore\.ts$/,
    is: ({ from, to }) => from === '!isFailed(store)' && to === 'false',
    why: 'a store that has no error is copied then, which takes longer'
  },
  {
    files: /model\/table\/Table\.ts$/,
    is: ({ from }) => /isShort|size <= short|^\(\{ size \}|^array\.push\(entry\) > 0$|^true$/.test(from),
    isTried: true,
    why: 'what is remembered is put together again where it is not, which takes longer'
  },
  {
    files: /model\/table\/Tree\.ts$/,
    is: ({ from }) => /^typeof [ab] (<|===)/.test(from),
    isTried: true,
    why: 'values of two kinds have been told apart before, and those of one kind are of the same form'
  },
  {
    files: /model\/table\/Tree\.ts$/,
    is: ({ from, to }) =>
      (from === 'order < 0' && (to === 'order <= 0' || to === 'true')) ||
      /^\{ before: undefined/.test(from) ||
      / (>|>=) (heightOf\(\w+\) \+ 1|inner\.height)$/.test(from),
    isTried: true,
    why: 'another tree that is in order and balanced, or a visit where there is nothing'
  },
  {
    files: /model\/table\/change\.ts$/,
    is: ({ from }) =>
      /start|end|areSame|compareValues|Math\.min|length === 0|^[ab]\.(length|slice)/.test(from),
    isTried: true,
    why: 'values that two entries have in common are taken out and put in again, which takes longer'
  },
  {
    files: /model\/table\/lookUp\.ts$/,
    is: ({ from, to }) => (from === 'false' && to === 'true') || / > 0$/.test(from),
    isTried: true,
    why: 'what comes after the last one that is looked for is passed over, which takes longer'
  },
  {
    files: /model\/responses\/storeFromListEntry\.ts$/,
    is: ({ from, to }) =>
      (from === 'code === undefined' && to === 'false') || (from === "''" && to.includes('Stryker')),
    why: 'an undefined code is none, and the certificate is another one in the end'
  },
  {
    files: /codec\/Duration\.ts$/,
    is: ({ from }) => /^'(days|seconds)'$/.test(from),
    why: 'a limit has the name of its member where a page states it, and no page states these'
  },
  {
    files: /codec\/memberFindings\.ts$/,
    is: ({ from }) => from === 'within.length > 0',
    isTried: true,
    why: 'what is wrong with a member alone is wrong at its own place'
  },
  {
    files: /operations\/listResourceTags\.ts$/,
    is: ({ from, to }) => from === 'Marker === undefined' && to === 'false',
    why: 'from what is no number a list begins at its beginning'
  },
  {
    files: /plan\/keysUnusable\.ts$/,
    is: ({ from, to }) =>
      (/^step\.kind === /.test(from) && to === 'true') || to === 'i >= from' || to === 'until > 0',
    why: 'no step is of two kinds, and the one that ends the use of keys is none that begins it'
  },
  {
    files: /plan\/moves\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    isTried: true,
    why: 'where nothing may be needed, nothing is left of it'
  },
  {
    files: /operations\/openCiphertext\.ts$/,
    is: ({ from }) => from === "''",
    why: 'where nobody encrypts, an answer has no bytes, whatever they are'
  },
  {
    files: /operations\/grantPage\.ts$/,
    is: ({ from, to }) => from === '[]' && to.startsWith('["Stryker'),
    why: 'what has no id comes after no marker, not even after none'
  }
]

const reasonOf = (file, mutant) => reasons.find(({ files, is }) => files.test(file) && is(mutant))

export const reasonFor = (file, mutant) => reasonOf(file, mutant)?.why

/** The reasons that explain no survivor. */
export const unusedReasons = (known) => {
  const used = new Set(
    Object.entries(known).flatMap(([file, { survived }]) => survived.map((mutant) => reasonOf(file, mutant)))
  )
  return reasons.filter((reason) => !used.has(reason)).map(({ files, why }) => `${files.source}: ${why}`)
}

/** Whether a mutant may live, and need not be tried. */
export const mayLive = (file, mutant) => {
  const reason = reasonOf(file, mutant)
  return reason !== undefined && reason.isTried !== true
}

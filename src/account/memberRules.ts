import { memberFindings, type MemberFinding } from '../codec/memberFindings.js'
import type { AnyRequestCodec } from '../codec/requestCodec.js'
import { assumesOpen, evidenceOf, standingOf, type Evidence, type Statement } from '../Evidence.js'
import type { Finding, Findings } from '../rules/findings.js'

export const membersAreReadable: Statement = {
  name: 'membersAreReadable',
  says: 'Every member of a request must be of its own JSON type.',
  source: 'aws-json-1_1',
  assumes: ['A50']
}

/** Whether AWS states that such a request is refused, but not with which exception. */
const namesNoException = (evidence: Evidence): boolean => assumesOpen('order')(evidence).length > 0

/** A finding about a member, as a finding of the rules of the operation. */
export const memberFinding = ({ statement, verdict }: MemberFinding): Finding => ({
  rule: statement.name,
  says: statement.says,
  ...evidenceOf(statement),
  standing: standingOf(statement),
  otherwise: 'ValidationException',
  ...(namesNoException(statement) && { openTo: 'any exception' as const }),
  verdict
})

/** How the rules about its members stand for a request as it arrives. */
export const memberRulesOf = (codec: AnyRequestCodec): ((input: unknown) => Findings) => {
  const find = memberFindings(codec)
  return (input) => find(input).map(memberFinding)
}

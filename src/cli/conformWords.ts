/** What the help of `conform` says besides its options. */
export const intro = `Checks any KMS endpoint against the rules, through AWS's own protocol: an emulator, a mock, a gateway.

It creates custom key stores, brings them into every state that the endpoint shows, tries every operation there, and plays random histories; then it removes what it has created, as far as the endpoint lets it. Each deviation is reported with the rule, its page, and the requests that show it.`

export const notes = `The file of --stores:
  {"AWS_CLOUDHSM":{"sound":{"CloudHsmClusterId":"…"},"faulty":{…}},"EXTERNAL_KEY_STORE":{…}}
sound: members of a Create whose store can be connected; faulty: of one whose connection fails; without
it FAILED is seldom reached. Members that are missing are made up.

AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are used where they are set; an
endpoint that verifies no credentials needs none of them.

Exit code: 0 when no documented rule is broken, as far as could be reached; 1 when one is, or, with
--expected-failures, when another one is or a listed one is not any longer; 2 for a wrong
command line, when the endpoint does not answer as KMS does, when the run was cut short, or when what
was seen once did not show up again; 130 when a signal stopped it.

With --replay: 1 when a deviation shows up again, 0 when none does, 2 when one could not be played. The
edition is that of the report, and --stores is needed again if the report was made with it. The first
Ctrl-C still removes what was made; the second ends at once.
`

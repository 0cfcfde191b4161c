/** A definition with one thing changed for the worse, one for each place where that can be done. */

type State = Readonly<Record<string, unknown>>

export interface Definition {
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
}

const withState = (definition: Definition, name: string, state: State): Definition => ({
  ...definition,
  States: { ...definition.States, [name]: state }
})

const without = (state: State, field: string): State =>
  Object.fromEntries(Object.entries(state).filter(([name]) => name !== field))

const listOf = (state: State, field: string): ReadonlyArray<State> =>
  (state[field] ?? []) as ReadonlyArray<State>

/** Entries of Choices, Catch and Retry left out one by one. */
function* leftOut(definition: Definition, name: string, state: State): Generator<[string, Definition]> {
  for (const field of ['Choices', 'Catch', 'Retry']) {
    const entries = listOf(state, field)
    for (const i of entries.keys()) {
      const others = entries.filter((_, other) => other !== i)
      yield [
        `${name} without ${field}[${String(i)}]`,
        withState(definition, name, { ...state, [field]: others })
      ]
    }
  }
  if (state['Default'] !== undefined) {
    yield [`${name} without Default`, withState(definition, name, without(state, 'Default'))]
  }
}

/** An error that a Retry or Catch does not take any more. */
function* narrowed(definition: Definition, name: string, state: State): Generator<[string, Definition]> {
  for (const field of ['Catch', 'Retry']) {
    for (const [i, entry] of listOf(state, field).entries()) {
      for (const error of entry['ErrorEquals'] as ReadonlyArray<string>) {
        const ErrorEquals = (entry['ErrorEquals'] as ReadonlyArray<string>).filter((one) => one !== error)
        const entries = listOf(state, field).map((one, other) =>
          other === i ? { ...one, ErrorEquals } : one
        )
        yield [
          `${name}: ${field}[${String(i)}] without ${error}`,
          withState(definition, name, { ...state, [field]: entries })
        ]
      }
    }
  }
}

/** Everything that leads to a Wait leads to where that would lead, or to the good end. */
function* shortened(definition: Definition): Generator<[string, Definition]> {
  const states = Object.entries(definition.States)
  const succeeding = states
    .filter(([, { Type, End }]) => Type === 'Succeed' || End === true)
    .map(([name]) => name)
  for (const [wait, { Type, Next }] of states) {
    if (Type !== 'Wait') continue
    for (const to of [Next as string, ...succeeding]) {
      const text = JSON.stringify(definition.States).replaceAll(`"Next":"${wait}"`, `"Next":"${to}"`)
      yield [
        `${wait} passed over, to ${to}`,
        { ...definition, States: JSON.parse(text) as Definition['States'] }
      ]
      if (to !== Next)
        yield [`${wait} leads to ${to}`, withState(definition, wait, { Type, Seconds: 1, Next: to })]
    }
  }
}

/** A Catch that leads to the good end. */
function* swallowing(definition: Definition, name: string, state: State): Generator<[string, Definition]> {
  for (const [succeeding, { Type }] of Object.entries(definition.States)) {
    if (Type !== 'Succeed') continue
    for (const i of listOf(state, 'Catch').keys()) {
      const entries = listOf(state, 'Catch').map((one, other) =>
        other === i ? { ...one, Next: succeeding } : one
      )
      yield [
        `${name}: Catch[${String(i)}] leads to ${succeeding}`,
        withState(definition, name, { ...state, Catch: entries })
      ]
    }
  }
}

export function* mutants(definition: Definition): Generator<[string, Definition]> {
  for (const [name, state] of Object.entries(definition.States)) {
    yield* leftOut(definition, name, state)
    yield* narrowed(definition, name, state)
    yield* swallowing(definition, name, state)
  }
  yield* shortened(definition)
}

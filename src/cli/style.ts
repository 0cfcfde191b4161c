/** Marks pieces of text for the eye. */
export type Style = Readonly<
  Record<'strong' | 'faint' | 'good' | 'bad' | 'changing', (text: string) => string>
>

const identity = (text: string): string => text

/** Marks nothing. */
export const plain: Style = {
  strong: identity,
  faint: identity,
  good: identity,
  bad: identity,
  changing: identity
}

const escape =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${String(on)}m${text}\u001b[${String(off)}m`

/** Marks by colours, as terminals know them. */
export const coloured: Style = {
  strong: escape(1, 22),
  faint: escape(2, 22),
  good: escape(32, 39),
  bad: escape(31, 39),
  changing: escape(33, 39)
}

/** Colours where a person looks on who has not asked for none. @see https://no-color.org */
export const styleFor = (
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR = '', TERM }: Readonly<Record<string, string | undefined>>
): Style => (isTTY === true && NO_COLOR === '' && TERM !== 'dumb' ? coloured : plain)

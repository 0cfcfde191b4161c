import picocolors from 'picocolors'

/** Marks pieces of text for the eye. */
export type Style = Readonly<
  Record<'strong' | 'faint' | 'good' | 'bad' | 'changing', (text: string) => string>
>

const style = (isColoured: boolean): Style => {
  const { bold, dim, green, red, yellow } = picocolors.createColors(isColoured)
  return { strong: bold, faint: dim, good: green, bad: red, changing: yellow }
}

/** Marks nothing. */
export const plain = style(false)

/** Marks by colours, as terminals know them. */
export const coloured = style(true)

/** Colours where a person looks on who has not asked for none. @see https://no-color.org */
export const styleFor = (
  { isTTY }: { readonly isTTY?: boolean },
  { NO_COLOR = '', TERM }: Readonly<Record<string, string | undefined>>
): Style => (isTTY === true && NO_COLOR === '' && TERM !== 'dumb' ? coloured : plain)

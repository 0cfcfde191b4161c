/** A name such as CustomKeyStoreInvalidStateException, which may be broken before each of its words. */
export const Name = ({ of }: { readonly of: string }) => (
  <>
    {of.split(/(?<=[a-z,_])(?=[A-Z])/).map((word, i) => (
      <>
        {i > 0 && <wbr />}
        {word}
      </>
    ))}
  </>
)

/** What entries are ordered by: texts, numbers, or a number and then a text. All of one tree are of one form. */
export type Value = string | number | readonly [number, string]

/**
 * A balanced search tree (AVL) that is never changed: a tree with one entry more or less shares all but one path with the
 * tree before. Entries are ordered by value, and those of the same value by position.
 */
export interface Node<A> {
  readonly value: Value
  readonly position: number
  readonly entry: A
  readonly left: Tree<A>
  readonly right: Tree<A>
  readonly height: number
}

/** undefined: without entries. */
export type Tree<A> = Node<A> | undefined

/** Less than zero where the first comes before the second; 0 only where they are the same, whatever an untyped caller gives. */
export const compareValues = (a: Value, b: Value): number => {
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1
  if (typeof a === 'object' && typeof b === 'object')
    return compareValues(a[0], b[0]) || compareValues(a[1], b[1])
  if (a < b) return -1
  return a > b ? 1 : 0
}

const compareTo = (value: Value, position: number, node: Node<unknown>): number =>
  compareValues(value, node.value) || position - node.position

const heightOf = (tree: Tree<unknown>): number => tree?.height ?? 0

const joined = <A>({ value, position, entry }: Node<A>, left: Tree<A>, right: Tree<A>): Node<A> => ({
  value,
  position,
  entry,
  left,
  right,
  height: 1 + Math.max(heightOf(left), heightOf(right))
})

const turnedRight = <A>(node: Node<A>, left: Node<A>, right: Tree<A>): Node<A> =>
  joined(left, left.left, joined(node, left.right, right))

const turnedLeft = <A>(node: Node<A>, left: Tree<A>, right: Node<A>): Node<A> =>
  joined(right, joined(node, left, right.left), right.right)

/** The node above two trees whose heights differ by two at most. */
const balanced = <A>(node: Node<A>, left: Tree<A>, right: Tree<A>): Node<A> => {
  if (left !== undefined && left.height > heightOf(right) + 1) {
    const { right: inner } = left
    if (inner === undefined || heightOf(left.left) >= inner.height) return turnedRight(node, left, right)
    return turnedRight(node, turnedLeft(left, left.left, inner), right)
  }
  if (right !== undefined && right.height > heightOf(left) + 1) {
    const { left: inner } = right
    if (inner === undefined || heightOf(right.right) >= inner.height) return turnedLeft(node, left, right)
    return turnedLeft(node, left, turnedRight(right, inner, right.right))
  }
  return joined(node, left, right)
}

export const entryAt = <A>(tree: Tree<A>, value: Value, position: number): A | undefined => {
  let node = tree
  while (node !== undefined) {
    const order = compareTo(value, position, node)
    if (order === 0) return node.entry
    node = order < 0 ? node.left : node.right
  }
  return undefined
}

/** The tree with the entry, in place of the one that was there. */
export const withEntry = <A>(tree: Tree<A>, value: Value, position: number, entry: A): Node<A> => {
  if (tree === undefined) return { value, position, entry, left: undefined, right: undefined, height: 1 }
  const order = compareTo(value, position, tree)
  if (order === 0) return { ...tree, entry }
  return order < 0
    ? balanced(tree, withEntry(tree.left, value, position, entry), tree.right)
    : balanced(tree, tree.left, withEntry(tree.right, value, position, entry))
}

const firstOf = <A>(tree: Node<A>): Node<A> => (tree.left === undefined ? tree : firstOf(tree.left))

const withoutFirst = <A>(tree: Node<A>): Tree<A> =>
  tree.left === undefined ? tree.right : balanced(tree, withoutFirst(tree.left), tree.right)

export const withoutEntry = <A>(tree: Tree<A>, value: Value, position: number): Tree<A> => {
  if (tree === undefined) return undefined
  const order = compareTo(value, position, tree)
  if (order < 0) return balanced(tree, withoutEntry(tree.left, value, position), tree.right)
  if (order > 0) return balanced(tree, tree.left, withoutEntry(tree.right, value, position))
  if (tree.right === undefined) return tree.left
  return balanced(firstOf(tree.right), tree.left, withoutFirst(tree.right))
}

export type Placed<A> = Pick<Node<A>, 'value' | 'position' | 'entry'>

/** The tree of entries that are in order. */
export const treeOf = <A>(entries: ReadonlyArray<Placed<A>>, from = 0, to = entries.length): Tree<A> => {
  if (from === to) return undefined
  const middle = (from + to) >> 1
  const { value, position, entry } = entries[middle] as Placed<A>
  const left = treeOf(entries, from, middle)
  const right = treeOf(entries, middle + 1, to)
  return { value, position, entry, left, right, height: 1 + Math.max(heightOf(left), heightOf(right)) }
}

/** Gives the nodes at and after a place, in order, for as long as it is told to go on. */
export const visitFrom = <A>(
  tree: Tree<A>,
  value: Value,
  position: number,
  goOn: (node: Node<A>) => boolean
): boolean => {
  if (tree === undefined) return true
  const order = compareTo(value, position, tree)
  if (order < 0 && !visitFrom(tree.left, value, position, goOn)) return false
  if (order <= 0 && !goOn(tree)) return false
  return visitFrom(tree.right, value, position, goOn)
}

/** Gives all nodes in order, for as long as it is told to go on. */
export const visit = <A>(tree: Tree<A>, goOn: (node: Node<A>) => boolean): boolean =>
  tree === undefined || (visit(tree.left, goOn) && goOn(tree) && visit(tree.right, goOn))

interface Parted<A> {
  readonly before: Tree<A>
  readonly there: A | undefined
  readonly after: Tree<A>
}

/** The parts of a tree before and after a place. They are in order, and need not be balanced. */
const partedAt = <A>(tree: Tree<A>, value: Value, position: number): Parted<A> => {
  if (tree === undefined) return { before: undefined, there: undefined, after: undefined }
  const order = compareTo(value, position, tree)
  if (order === 0) return { before: tree.left, there: tree.entry, after: tree.right }
  const inner = partedAt(order < 0 ? tree.left : tree.right, value, position)
  return order < 0
    ? { ...inner, after: joined(tree, inner.after, tree.right) }
    : { ...inner, before: joined(tree, tree.left, inner.before) }
}

/** Tells each entry that differs; what both trees share is not looked at. */
export const compare = <A>(
  before: Tree<A>,
  after: Tree<A>,
  tell: (value: Value, before: A | undefined, after: A | undefined) => void
): void => {
  if (before === after) return
  const node = before ?? after
  if (node === undefined) return
  const old = partedAt(before, node.value, node.position)
  const now = partedAt(after, node.value, node.position)
  compare(old.before, now.before, tell)
  if (old.there !== now.there) tell(node.value, old.there, now.there)
  compare(old.after, now.after, tell)
}

/** Many reports as one page, as Markdown, or as a badge. */
export { badge } from './badge.js'
export { readColumn, type Column } from './Column.js'
export { matrixMarkdown } from './markdown.js'
export { matrixPage } from './page.js'

/** The look of the page, in light and in dark. Every pair of colours has a contrast of 4.5 at least. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --faint: #57606a; --line: #d0d7de;
  --head: #f3f5f8; --link: #0550ae; --kept: #116329; --broken: #a40e26; --broken-back: #ffebe9;
  --doubt: #7d4e00; --doubt-back: #fff4d6 }
@media (prefers-color-scheme: dark) {
  :root { --back: #0d1117; --text: #e6edf3; --faint: #9aa4af; --line: #3a424c; --head: #1a2129; --link: #79b8ff;
    --kept: #56d364; --broken: #ffa198; --broken-back: #4b1113; --doubt: #f2cc60; --doubt-back: #3b2a00 }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
tbody, tr { scroll-margin-top: 8rem }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem }
p { max-width: 48rem; margin: .5rem 0 }
a { color: var(--link) }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code { font: .9em ui-monospace, monospace }
th, td, li, code, dd { unicode-bidi: isolate }
.scroll { position: relative; overflow: auto; max-height: 90vh; border: 1px solid var(--line); border-radius: 6px }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .9rem; overflow-wrap: break-word }
caption { text-align: left; padding: .5rem .75rem; color: var(--faint) }
th, td { padding: .3rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
thead th { background: var(--head); vertical-align: bottom }
.matrix thead th { position: sticky; top: 0; z-index: 1; min-width: 8rem; border-bottom: 1px solid var(--line) }
.matrix thead th:first-child { min-width: 16rem }
.matrix thead th small { display: block }
.matrix thead th:first-child, .matrix tbody th[scope=row] { position: sticky; left: 0 }
.matrix thead th:first-child { z-index: 2 }
.matrix tbody th { font-weight: normal; background: var(--back) }
.matrix tbody th[scope=rowgroup] { background: var(--head); font-weight: 600 }
.matrix .mark { text-align: center; font-weight: 600; white-space: nowrap }
.matrix thead .mark { white-space: normal }
.number { text-align: right; font-variant-numeric: tabular-nums }
.date { white-space: nowrap }
small, .type, .faint { color: var(--faint); font-weight: normal; font-size: .85em }
.type { white-space: nowrap }
.kept { color: var(--kept) }
.broken, .broken a { color: var(--broken) }
td.broken { background: var(--broken-back) }
.not-as-assumed, .not-as-assumed a { color: var(--doubt) }
td.not-as-assumed { background: var(--doubt-back) }
.left-open, .not-reached, .not-useful, .not-implemented, .not-in-the-report { color: var(--faint) }
.legend, .operations { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .5rem 0; list-style: none }
.rule { border-left: 4px solid var(--line); padding-left: 1rem; margin: 1rem 0 }
.rule.broken-rule { border-color: var(--broken) }
.rule h4 { margin: 0; font-size: 1rem }
.rule ul { margin: .25rem 0; padding-left: 1.25rem }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
:target { outline: 2px solid var(--link); outline-offset: 4px }
@media (max-width: 40rem) { body { padding: 1rem } .matrix thead th:first-child { min-width: 11rem } }
@media print { .scroll { overflow: visible; max-height: none } .matrix thead th, .matrix tbody th[scope=row] { position: static } }
`

/** Verdicts, tables, figures and cards of models. */
export const partsStyle = `
.tally { font-size: 1.125rem; margin-bottom: 1.75rem; font-variant-numeric: lining-nums; }
.claim { padding: 1.35rem 0; border-top: 1px solid var(--hair); display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1.5rem; }
.claim:last-of-type { border-bottom: 1px solid var(--hair); }
.claim h3 { grid-column: 2; grid-row: 1; margin: 0 0 .35rem; font-size: 1.2rem; font-weight: 400; }
.claim h3 code { font-size: .9em; }
.claim > .verdict { grid-column: 1; grid-row: 1 / span 2; margin: .15rem 0 0; }
.claim .case { grid-column: 2; }
.claim .case > :last-child { margin-bottom: 0; }
.claim:target { background: var(--raised); box-shadow: 0 0 0 .75rem var(--raised); }
.verdict { font: 600 .95rem/1.4 var(--sans); color: var(--none); }
.verdict .sign { display: inline-block; width: 1.2em; font-weight: 700; }
.verdict.supported { color: var(--good); } .verdict.not-supported { color: var(--bad); } .verdict.mixed { color: var(--mixed); }
.judged { color: var(--soft); font-size: .95rem; margin-bottom: .6rem; }
.reason { margin-bottom: .75rem; font-variant-numeric: lining-nums; }
.numbers { display: flex; flex-wrap: wrap; gap: .35rem 1.75rem; font-variant-numeric: lining-nums tabular-nums; font-size: .95rem; }
.numbers dt { font-size: .8125rem; line-height: 1.3; }
.changes h4 { margin: .9rem 0 .3rem; font-size: .95rem; font-weight: 400; color: var(--soft); }
.changes ul { margin: 0; font-size: .95rem; font-variant-numeric: lining-nums; }
.parts { list-style: none; padding: 0; } .parts .verdict { display: inline; margin-left: .5rem; } .parts li { margin-bottom: .75rem; } .parts p { margin-bottom: .25rem; }
.scroll { overflow-x: auto; margin: 0 0 .6rem; padding-bottom: 2px; position: relative; }
.table > .scroll { width: max-content; min-width: 100%; max-width: calc(50vw + 50% - 1.5rem); }
@media (min-width: 78rem) { .table > .scroll { max-width: calc(50vw + 100% - 34.5rem); } }
table { border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; font-size: .95rem; line-height: 1.35; border-block: 1.5px solid var(--rule); margin: 0; }
.paper-table { min-width: 100%; }
.some table { font-size: .875rem; } .many table { font-size: .8125rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .2rem .7rem; vertical-align: baseline; font-weight: 400; text-align: center; }
td, thead th { white-space: nowrap; }
thead th { padding: .4rem .7rem; }
thead tr:last-child > * { border-bottom: .75px solid var(--rule); }
thead th[scope='colgroup'] { background: linear-gradient(var(--rule), var(--rule)) 50% 100% / calc(100% - 1.2rem) .75px no-repeat; }
tbody + tbody tr:first-child > * { border-top: .75px solid var(--rule); padding-top: .45rem; }
tbody tr:first-child > * { padding-top: .45rem; } tbody tr:last-child > * { padding-bottom: .45rem; }
tbody th { text-align: left; padding-left: 0; padding-right: 1.2rem; word-break: keep-all; overflow-wrap: break-word; }
tbody th.indented { padding-left: 1rem; }
tr > :first-child { padding-left: 0; }
tr.below > td { padding-top: 0; padding-bottom: .4rem; line-height: 1.15; }
tr.estimate > * { padding-bottom: 0; }
tr.group th { font-style: italic; padding-top: .6rem; }
thead th:first-child { text-align: left; }
.words { text-align: left; } td.words { white-space: normal; }
.card td.words, #models td.words { white-space: nowrap; }
thead th.words:first-child { padding-left: 0; }
.set { display: inline-block; text-align: right; white-space: nowrap; }
.tail { display: inline-block; width: 0; text-align: left; white-space: nowrap; }
sup { font-size: .8em; line-height: 0; letter-spacing: -.02em; vertical-align: .28em; }
td:last-child { padding-right: 1.3rem; }
table button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; cursor: pointer; font-variant-numeric: inherit; }
table button:hover, table button.model { color: var(--link); }
button.set:hover, thead th > button:not(.sort):hover { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
button.model { font: inherit; font-variant-numeric: lining-nums; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline 1px; text-underline-offset: .18em; }
.models button.model { padding: .1rem .25rem; }
table button.sort { width: 1.1rem; padding: .2rem 0; color: var(--soft); font-size: .7em; line-height: 1; opacity: 0; }
table:hover button.sort, table:focus-within button.sort, [aria-sort] button.sort { opacity: 1; }
th { --sorted: '\\2195'; } th[aria-sort='ascending'] { --sorted: '\\2191'; } th[aria-sort='descending'] { --sorted: '\\2193'; }
button.sort::before { content: var(--sorted); }
.notes { font-size: .875rem; line-height: 1.45; color: var(--soft); font-variant-numeric: lining-nums; }
.notes p { margin: 0 0 .2rem; overflow-wrap: anywhere; }
.models { font-size: .875rem; color: var(--soft); margin-top: .5rem; }
section.table, section.figure, section.index { margin-bottom: 3rem; }
section.table > h3, section.index > h3 { font-weight: 400; }
section.table > h3 .name, section.figure > h3 .name, .card h3 .name, section.index > h3 .name { font-weight: 700; }
section:target > h3 { text-decoration: underline 2px var(--link); text-underline-offset: .3em; }
.scroll + .scroll, .facts + .scroll, .notes + .scroll { margin-top: 1.1rem; }
.comparison h4 { font-weight: 400; font-style: italic; margin-top: .75rem; }
figcaption { font-size: .95rem; color: var(--soft); margin-top: .5rem; }
.drawing svg { display: block; width: 100%; max-width: 36rem; height: auto; }
.drawing svg text { font-variant-numeric: lining-nums tabular-nums; }
.drawing svg.plain { max-width: 26rem; font-family: var(--sans); }
@media (prefers-color-scheme: dark) { .drawing svg:not(.plain) { filter: invert(.9) hue-rotate(180deg); } }
.card h3 { margin: 0; font-size: 1.2rem; font-weight: 400; }
.card .place { color: var(--soft); font-size: .95rem; }
.card header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; position: sticky; top: -1.5rem; margin: -1.5rem -1.5rem .25rem; padding: 1.25rem 1.5rem .75rem; background: var(--paper); z-index: 1; }
.card .close { font: 500 .9rem var(--sans); color: var(--link); background: none; border: 0; padding: .35rem .5rem; cursor: pointer; }
.card .facts { font-size: .9rem; } .card table { font-size: .875rem; }
.card[popover] { position: fixed; inset: 0 0 0 auto; width: min(44rem, 100vw); max-width: none; height: 100dvh; max-height: none; margin: 0; padding: 1.5rem; border: 0; border-left: 1px solid var(--hair); background: var(--paper); color: var(--ink); overflow-y: auto; overscroll-behavior: contain; box-shadow: 0 0 3rem rgb(0 0 0 / .18); }
.card[popover]::backdrop { background: rgb(0 0 0 / .25); }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--hair); font-size: .875rem; color: var(--soft); }
@media (max-width: 48rem) {
  .claim { grid-template-columns: 1fr; }
  .claim h3, .claim > .verdict, .claim .case { grid-column: 1; grid-row: auto; }
  .claim > .verdict { margin: 0 0 .5rem; }
}
@media (max-width: 34rem) {
  tbody th { position: sticky; left: 0; background: var(--paper); max-width: 38vw; padding-right: .6rem; z-index: 1; }
  th, td { padding-inline: .5rem; } table { font-size: .9rem; }
  .card[popover] { inset: auto 0 0 0; width: 100vw; height: auto; max-height: 88dvh; border-left: 0; border-top: 1px solid var(--hair); padding: 1.25rem; }
  .card header { top: -1.25rem; margin: -1.25rem -1.25rem .25rem; padding: 1rem 1.25rem .5rem; }
}
`;

/** Colours, type and the layout of a report. */

/** Contrast of text with its background is at least 5:1 in both schemes. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: #fefdfb; --raised: #f7f4ee; --ink: #1d1c1a; --soft: #5b5750; --hair: #ddd8ce; --rule: #1d1c1a;
  --link: #1b4a78; --good: #1c6136; --bad: #97291d; --mixed: #7a4d00; --none: #5b5750;
  --serif: 'Iowan Old Style', 'Palatino Linotype', P052, Palatino, 'Book Antiqua', Georgia, serif;
  --sans: ui-sans-serif, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:root:lang(zh) {
  --serif: 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', SimSun, serif;
  --sans: 'PingFang SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --raised: #202225; --ink: #e7e4dd; --soft: #aca89f; --hair: #393b3f; --rule: #cfcbc2;
    --link: #9cc3ea; --good: #86d3a0; --bad: #f4a397; --mixed: #e8c070; --none: #aca89f;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 var(--serif); font-variant-numeric: oldstyle-nums; font-kerning: normal;
  hanging-punctuation: first; text-wrap: pretty;
}
.page { max-width: 46rem; margin: 0 auto; padding: 3.5rem 1.25rem 5rem; }
.hidden, .skip:not(:focus) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip:focus { position: fixed; top: .75rem; left: .75rem; z-index: 2; padding: .5rem .9rem; background: var(--paper); outline: 2px solid var(--link); }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); font-weight: 400; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; font-weight: 400; margin: 4rem 0 1.25rem; padding-top: .9rem; border-top: 1px solid var(--hair); }
h3 { font-size: 1.0625rem; margin: 2.5rem 0 .75rem; }
h4 { font-size: .95rem; margin: 1.5rem 0 .5rem; }
main > section:first-child > h2 { margin-top: 2rem; }
h2 + section h3, h2 + article h3 { margin-top: 0; }
h3 .name { font-variant-numeric: lining-nums; margin-right: .35em; }
h3 .name:not(.alone)::after { content: '.'; }
p, ul, ol, dl, figure { margin: 0 0 .9rem; }
ul, ol { padding-left: 1.25rem; }
code, pre { font-family: var(--mono); font-size: .84em; font-variant-numeric: normal; overflow-wrap: anywhere; }
pre { background: var(--raised); padding: .75rem .9rem; overflow-x: auto; border-radius: 3px; line-height: 1.45; }
pre code { font-size: .8125rem; overflow-wrap: normal; }
header.title { margin-bottom: 2rem; }
header.title h1 { margin-bottom: 1rem; }
header.title p { margin: .15rem 0 0; color: var(--soft); font-size: .95rem; }
nav { font-size: .95rem; }
nav h2 { font: 600 .8rem/1.4 var(--sans); margin: 0 0 .5rem; padding: 0; border: 0; color: var(--soft); letter-spacing: .02em; }
nav ul { list-style: none; padding: 0; margin: 0; }
nav > ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; }
nav li { margin: 0; }
nav ul ul { display: none; }
nav a { color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--link); text-decoration: underline; }
.facts div, .numbers div { break-inside: avoid; }
.facts { display: grid; gap: .2rem 1.25rem; font-size: .95rem; }
.facts div { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.warnings { list-style: none; padding: 0; font-size: .95rem; }
.warnings li { padding-left: .9rem; border-left: 2px solid var(--mixed); margin-bottom: .6rem; overflow-wrap: anywhere; }
.warnings code { color: var(--soft); }
details { margin: .75rem 0; }
summary { cursor: pointer; color: var(--link); font-size: .95rem; width: fit-content; padding: .15rem 0; }
@media (min-width: 78rem) {
  .page { max-width: 74rem; display: grid; grid-template-columns: 13rem minmax(0, 48rem); column-gap: 5rem; justify-content: center; padding-top: 5rem; }
  .page > nav { position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; font-size: .875rem; line-height: 1.4; grid-column: 1; grid-row: 1 / span 2; padding: .25rem 0; }
  .page > nav > ul { display: block; }
  .page > nav > ul > li { margin-bottom: .55rem; }
  nav ul ul { display: block; margin: .25rem 0 .35rem; padding-left: .8rem; border-left: 1px solid var(--hair); }
  nav ul ul a { color: var(--soft); display: block; padding: .1rem 0; }
  .page > header.title { grid-column: 2; grid-row: 1; }
  .page > main { grid-column: 2; grid-row: 2; }
}
@media (max-width: 34rem) {
  body { font-size: 1rem; }
  .page { padding-top: 2rem; }
  h2 { margin-top: 3rem; }
  .facts div { grid-template-columns: 1fr; margin-bottom: .35rem; }
}
`;

/** On paper everything is open: details, and the model cards after the sections. */
export const printStyle = `
@media print {
  @page { size: A4; margin: 18mm 17mm 20mm; }
  :root {
    color-scheme: light; font-size: 9.5pt;
    --paper: #fff; --raised: #f5f5f5; --ink: #000; --soft: #444; --hair: #bbb; --rule: #000;
    --link: #000; --good: #14502b; --bad: #7d1f15; --mixed: #5f3c00; --none: #444;
  }
  body { font-size: 1.05rem; line-height: 1.42; }
  .page { display: block; max-width: none; padding: 0; }
  nav, .skip, .close, .sort, .models { display: none !important; }
  a, button.model { text-decoration: none; color: inherit; }
  h1 { font-size: 2rem; } h2 { margin-top: 2.25rem; }
  h1, h2, h3, h4, caption, summary, .tally { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .claim, tr, figure, .numbers, .warnings li { break-inside: avoid; }
  table, .facts { break-inside: avoid; } details table { break-inside: auto; }
  section.table, section.figure, section.index { margin-bottom: 1.75rem; }
  .scroll, pre { overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  table { font-size: .92rem; } .some table { font-size: .8rem; } .many table { font-size: .7rem; }
  th, td { padding-inline: .35rem; }
  tbody th { position: static; max-width: none; }
  .drawing svg { max-width: 120mm; } .drawing svg.plain { max-width: 80mm; }
  .drawing svg:not(.plain) { filter: none; }
  details::details-content { content-visibility: visible !important; display: block !important; height: auto !important; }
  summary { list-style: none; color: var(--soft); }
  #models { break-before: page; }
  .card[popover] { display: block !important; position: static; width: auto; height: auto; max-height: none; padding: 1rem 0 0; margin: 1.5rem 0 0; border: 0; border-top: .75px solid var(--hair); box-shadow: none; overflow: visible; }
  .card header { position: static; margin: 0 0 .25rem; padding: 0; }
}
`;

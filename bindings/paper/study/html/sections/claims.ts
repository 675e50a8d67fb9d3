/** The verdicts of the claims, first on the page. */
import { measure, pValue, statistic } from '../../../../words/text/format.js';
import { type JudgedClaim, type Verdict, verdicts } from '../../result.js';
import { html, idOf, type Page, type Section, withLinks } from '../page.js';

/** Signs of the verdicts, so that colour is not the only cue; the words follow. */
const signs: Readonly<Record<Verdict, string>> = {
  supported: '\u2713',
  'not supported': '\u2717',
  mixed: '\u2248',
  'not testable': '?',
};

export function claimsSection(page: Page): Section {
  const { study, words } = page;
  const { claims } = study;
  const content =
    claims.length === 0
      ? ''
      : [
          `<p class="tally">${html(tallyOf(claims, page))}</p>`,
          ...claims.map((claim) => claimHtml(claim, page)),
        ].join('\n');
  const entries = claims.map(({ id, verdict }) => ({
    id: idOf('claim', id),
    text: `${signs[verdict]} ${id}`,
  }));
  return { id: 'claims', heading: words.claims, content, entries };
}

function tallyOf(claims: readonly JudgedClaim[], { words }: Page): string {
  const counts = verdicts
    .map(
      (verdict) =>
        [verdict, claims.filter((judgedClaim) => judgedClaim.verdict === verdict).length] as const,
    )
    .filter(([, n]) => n > 0);
  return words.tally(claims.length, counts);
}

function claimHtml(claim: JudgedClaim, page: Page): string {
  const { words } = page;
  const { id, says, verdict, changes = [], parts = [] } = claim;
  const place = idOf('claim', id);
  const written = `<code>${withLinks(claim.claim, page)}</code>`;
  const lead = says === undefined ? written : html(says);
  const judged = says === undefined ? '' : `<p class="judged">${html(words.judged)} ${written}</p>`;
  const list = changes.map((one) => `<li>${withLinks(one, page)}</li>`).join('');
  const changing =
    changes.length === 0
      ? ''
      : `<div class="changes"><h4>${html(words.changes)}</h4><ul>${list}</ul></div>`;
  return [
    `<article class="claim ${classOf(verdict)}" id="${place}" aria-labelledby="${place}-name">`,
    `<h3 id="${place}-name"><span class="name">${html(id)}</span> <span class="says">${lead}</span></h3>`,
    verdictHtml(verdict, page),
    `<div class="case">`,
    judged,
    `<p class="reason">${withLinks(claim.reason, page)}</p>`,
    numbersHtml(claim, page),
    parts.length === 0 ? '' : partsHtml(parts, page),
    changing,
    '</div>',
    '</article>',
  ].join('\n');
}

const classOf = (verdict: Verdict) => verdict.replace(' ', '-');

function verdictHtml(verdict: Verdict, { words }: Page): string {
  return `<p class="verdict ${classOf(verdict)}"><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${html(words.verdicts[verdict])}</p>`;
}

type Numbers = Pick<JudgedClaim, 'estimate' | 'stat' | 'df' | 'pValue' | 'test'>;

/** The numbers that decide; those that do not exist are left out. */
function numbersHtml({ estimate, stat, df, pValue: p, test }: Numbers, { words }: Page): string {
  const degrees = df === null ? '' : ` (df ${[df].flat().map(measure).join(', ')})`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.estimate, estimate === null ? undefined : measure(estimate)],
    [words.statistic, stat === null ? undefined : statistic(stat) + degrees],
    [words.pValue, p === null ? undefined : pValue(p)],
    [words.test, test === '' ? undefined : test],
  ];
  const shown = facts.flatMap(([label, text]) =>
    text === undefined ? [] : [`<div><dt>${html(label)}</dt><dd>${minus(text)}</dd></div>`],
  );
  return shown.length === 0 ? '' : `<dl class="numbers">${shown.join('')}</dl>`;
}

const minus = (text: string) => html(text.replace(/(?<!\w)-(?=\d)/g, '\u2212'));

function partsHtml(parts: NonNullable<JudgedClaim['parts']>, page: Page): string {
  const items = parts.map(
    (part) =>
      `<li>${withLinks(part.place ?? part.model, page)} ${verdictHtml(part.verdict, page)}<p>${withLinks(part.reason, page)}</p>${numbersHtml(part, page)}</li>`,
  );
  return `<details><summary>${html(page.words.parts)}</summary><ul class="parts">${items.join('')}</ul></details>`;
}

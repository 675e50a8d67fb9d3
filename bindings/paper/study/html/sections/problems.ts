/** Splits with the units that change sides, warnings, and what could not be made. */
import { count } from '../../../../words/text/counts.js';
import { measure } from '../../../../words/text/format.js';
import type { PaperTable } from '../../../tables/paper/index.js';
import { partOf } from '../../columns/parts.js';
import { failureMessage } from '../../error-text.js';
import type { SplitFacts } from '../../result.js';
import { html, type Page, scrollBox, type Section, withLinks } from '../page.js';
import { shownTable } from './tables.js';

export function splitsSection(page: Page): Section {
  const { study, words } = page;
  const content = study.splits.length === 0 ? '' : shownTable(splitTable(page), 'splits-name');
  return { id: 'splits', heading: words.splits, content };
}

function splitTable({ study, words, label, language }: Page): PaperTable {
  const part = partOf(study.splits, language);
  const [column, ...heads] = words.split;
  return {
    kind: 'table',
    title: words.splits,
    head: [[column, ...heads, words.switching]],
    spans: [],
    body: study.splits.map((split) => ({
      label: label(split.column),
      kind: 'text',
      cells: cellsOf({ ...split, by: label(split.by) }, words, part).map(([text, value], j) => ({
        text,
        column: j + 1,
        ...(value !== undefined && { value }),
      })),
    })),
    notes: [],
    stars: {},
  };
}

function cellsOf(
  { column, by, at: rule, level, cuts, counts, switchingUnits }: SplitFacts,
  { levels, cutAt, comma }: Page['words'],
  part: ReturnType<typeof partOf>,
): (readonly [text: string, value?: number])[] {
  const parts = Object.entries(counts).map(
    ([value, rows]) => `${part(column, value)} ${count(rows)}`,
  );
  return [
    [by],
    [cutAt(rule) + comma + levels[level]],
    [cuts.map(measure).join(', ')],
    [parts.join(', ')],
    switchingUnits === null ? ['\u2013'] : [count(switchingUnits), switchingUnits],
  ];
}

export function warningsSection(page: Page): Section {
  const { study, words } = page;
  const items = study.warnings.map(
    (warning) =>
      `<li>${withLinks(words.warned(warning), page)} <code>${html(warning.code)}</code></li>`,
  );
  const ofTables = Object.entries(study.tables).flatMap(([id, { warnings = [] }]) =>
    warnings.map(({ code, columns, message }) => {
      const place = columns === undefined ? id : `${id} ${columns}`;
      return `<li>${html(place + words.colon)}${withLinks(message, page)} <code>${html(code)}</code></li>`;
    }),
  );
  const all = [...ofTables, ...items];
  const content = all.length === 0 ? '' : `<ul class="warnings">${all.join('\n')}</ul>`;
  return { id: 'warnings', heading: words.warnings, content };
}

export function failedSection(page: Page): Section {
  const { study, words } = page;
  const rows = study.failed.map(
    ({ id, error }) =>
      `<tr><th scope="row">${html(id)}</th><td class="words">${html(failureMessage({ id, error }, page.language))}</td><td class="words"><code>${html(error.code)}</code></td></tr>`,
  );
  const table = `<table class="failed"><caption class="hidden">${html(words.failed)}</caption><tbody>${rows.join('\n')}</tbody></table>`;
  const content =
    rows.length === 0 ? '' : `<p>${html(words.failedLead)}</p>${scrollBox('failed-name', table)}`;
  return { id: 'failed', heading: words.failed, content };
}

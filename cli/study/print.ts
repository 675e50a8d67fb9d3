/** What a study prints: its tables, one line per figure, failures, and its claims. */
import {
  failureText,
  tableWarningTexts,
  warningText,
  type PaperTable,
  renderTable,
  visible,
} from '../../bindings/entries/report.js';
import { lostText } from '../../bindings/paper/study/report-text.js';
import { claimText, type FailedEntry, type StudyResult } from '../../bindings/entries/study.js';
import { numberHint } from '../data/number-keys.js';
import { failureHint } from '../data/hints.js';
import { type Host, inLanguage, print, printPage, terminalWidth } from '../host.js';
import { failedParts, stoppedParts } from './outcome.js';
import { placeWords, type StudySource } from './place.js';

/**
 * The result in the form that is documented for studies: figures as Vega-Lite, and models with their printed columns.
 */
export function studyJson({ kind, figures, models, ...result }: StudyResult): string {
  const specs = Object.fromEntries(Object.entries(figures).map(([id, { spec }]) => [id, spec]));
  const columns = new Map(result.places.map((place) => [place.id, place.columns]));
  const placed = Object.fromEntries(
    Object.entries(models).map(([id, fit]) => [id, { ...fit, columns: columns.get(id) ?? [] }]),
  );
  return JSON.stringify({ kind, ...result, models: placed, figures: specs }, null, 2);
}

/** The title of a table with its name before it. */
export function titledTable(id: string, table: PaperTable): PaperTable {
  return { ...table, title: table.title === undefined ? id : `${id}. ${table.title}` };
}

/** The warnings of the tables and of the study, which no table prints. */
export function studyWarnings({ tables, warnings, language }: StudyResult): string[] {
  return [
    ...Object.entries(tables).flatMap(([id, table]) => tableWarningTexts(table, id)),
    ...warnings.map((one) => `${warningText(one, { language })} [${one.code}]`),
  ];
}

export function printStudy(host: Host, result: StudyResult, source: StudySource): void {
  const { title, language, tables, figures, claims } = result;
  const stopped = stoppedParts(result);
  const width = terminalWidth(host.stdout);
  const pages = Object.entries(tables).map(([id, table]) =>
    renderTable(titledTable(id, table), 'text', { width }).trimEnd(),
  );
  const drawn = Object.entries(figures).map(
    ([id, { description }]) => `${id}. ${visible(description)}`,
  );
  const warned = studyWarnings(result);
  const lost = lostRows(result);
  const parts = [
    ...(title === undefined ? [] : [visible(title)]),
    ...pages,
    ...(drawn.length === 0 ? [] : [drawn.join('\n')]),
    ...(lost.length === 0 ? [] : [lost.map(visible).join('\n')]),
    ...(warned.length === 0 ? [] : [warned.map(visible).join('\n')]),
    ...failedParts(result).map((entry) => failureWords(entry, source, language)),
    ...hintsOf(host, result),
    ...(stopped.length === 0 ? [] : [`Stopped before these were complete: ${stopped.join(', ')}`]),
    ...(claims.length === 0
      ? []
      : [claims.map((claim) => visible(claimText(claim, { language }))).join('\n')]),
  ];
  printPage(host, parts.join('\n\n'));
}

/** The rows that models lost, and why: a line for those of a table that lost the same. */
function lostRows({ places, models, language = 'en' }: StudyResult): string[] {
  const lines = new Map<string, string[]>();
  for (const { id, table, columns } of places) {
    const sample = models[id]?.sample;
    const words = sample && lostText('', sample, language);
    if (words === undefined) continue;
    const key = JSON.stringify([table, words]);
    lines.set(key, [...(lines.get(key) ?? []), ...columns.map((column) => `(${column})`)]);
  }
  return [...lines].map(([key, columns]) => {
    const [table, words] = JSON.parse(key) as [string, string];
    return `${table} ${columns.join(', ')}${words}`;
  });
}

/** What to do next about failures, each said once. */
function hintsOf(host: Host, result: StudyResult): string[] {
  const hints = failedParts(result).flatMap(({ error: { code, told } }) => {
    const failed = { code, detail: told?.detail };
    const hint = failureHint(failed) ?? numberHint(failed, true);
    return hint === undefined ? [] : [visible(inLanguage(host)(hint))];
  });
  return [...new Set(hints)];
}

/** `T6 failed: unknown column "Gvo" [unknown-column]`, with the place in the file. */
function failureWords(
  entry: FailedEntry,
  source: StudySource,
  language: StudyResult['language'],
): string {
  const { path, name } = entry.error;
  const place = path === undefined ? undefined : placeWords(source, path, name);
  const [line = '', ...excerpt] = failureText(entry, { language, place: place?.words }).split('\n');
  return visible([line, ...(place === undefined ? excerpt : [place.excerpt])].join('\n'));
}

/** The JSON of a result. */
export function printStudyJson(host: Host, result: StudyResult): void {
  print(host, studyJson(result));
}

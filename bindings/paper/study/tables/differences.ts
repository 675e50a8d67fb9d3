/** Rows of a split table: differences between its groups with their p-values. */
import { drawnMethods } from '../../../analysis/bootstrap/groups/progress.js';
import type { GroupCheck, GroupComparison, GroupDifference } from '../../../results/groups.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import { pValue as pText } from '../../../words/text/format.js';
import {
  comparisonTable,
  type PaperCell,
  type PaperRow,
  type PaperTable,
  type TableSpec,
} from '../../tables/paper/index.js';
import { joinedWarnings, ofItsSubject } from '../../tables/paper/joined-warnings.js';
import type { PaperTableWarning } from '../../tables/paper/table.js';
import { errorWords } from '../../tables/paper/parts/errors.js';
import { reasonText, withNotes } from '../../tables/paper/parts/notes.js';
import { type Settings, settingsOf, starsFor } from '../../tables/paper/settings.js';
import { shown } from '../../tables/paper/shown.js';
import { clusterOf, shownDifferences } from '../../tables/shown-differences.js';
import { entryOf } from '../../tables/term-name.js';
import type { Groups } from './groups.js';

/** A split with its models, and with its comparison if there is one. */
export interface ComparedSplit {
  readonly groups: Groups;
  /** Numbers of its models in the table, from 1. */
  readonly models: readonly number[];
  readonly comparison?: GroupComparison | undefined;
}

/** The table with the differences below it, and notes on how columns are cut. */
export function withDifferences(
  table: PaperTable,
  splits: readonly ComparedSplit[],
  fits: readonly FitResult[],
  spec: TableSpec,
): PaperTable {
  const settings = settingsOf(spec);
  const rows = joined(splits.flatMap((split) => rowsOf(split, table, settings)));
  const rule: PaperRow = { label: '', kind: 'rule', cells: [] };
  const notes = [...new Set(splits.flatMap((split) => notesOf(split, fits, settings)))];
  const warnings = splits.flatMap((split) => warningsOf(split, table, fits, settings));
  const body = rows.length === 0 ? table.body : [...table.body, rule, ...rows];
  return withNotes({ ...table, body }, notes, warnings, spec, settings);
}

/** Groups up to which a table shows the differences of all pairs; above, it shows the joint test. */
const MOST_GROUPS = 4;

const showsPairs = ({ groups, joint }: GroupComparison) =>
  groups.length <= MOST_GROUPS || joint === undefined;

/** The pairs that a table leaves out, as tables of their own for an appendix. */
export function pairTables(splits: readonly ComparedSplit[], spec: TableSpec): PaperTable[] {
  const settings = settingsOf(spec);
  const { words } = settings;
  return splits.flatMap(({ comparison }) => {
    if (comparison === undefined || showsPairs(comparison)) return [];
    const title = words.compared.pairs(spec.title ?? '', labelOf(comparison.by, settings));
    const pairs = { ...comparison, warnings: [] }; // those of the table itself
    return [comparisonTable(pairs, { ...commonKeys(spec), title })];
  });
}

const commonKeys = ({ labels, digits, stars, style, language, decimal }: TableSpec) => ({
  labels,
  digits,
  stars,
  style,
  language,
  decimal,
});

/** Merges rows with the same label, so that several splits share them. */
function joined(rows: readonly PaperRow[]): PaperRow[] {
  const byLabel = new Map<string, PaperRow>();
  for (const row of rows) {
    const before = byLabel.get(row.label);
    const cells = [...(before?.cells ?? []), ...row.cells];
    byLabel.set(row.label, { ...row, cells: cells.sort((a, b) => a.column - b.column) });
  }
  return [...byLabel.values()];
}

/** Puts each difference into the column of the later group, from which the other is subtracted. */
function rowsOf(
  { groups, models, comparison }: ComparedSplit,
  { body }: PaperTable,
  settings: Settings,
): PaperRow[] {
  if (comparison === undefined) return [];
  const { by, values } = groups;
  const isShort = showsPairs(comparison);
  const columnOf = (value: string) => {
    const model = models[values.indexOf(value)];
    const cells = body.flatMap((row) => row.cells);
    return cells.find((cell) => cell.model === model)?.column ?? 1;
  };
  const { words } = settings;
  const shownPairs = isShort ? shownDifferences(comparison) : [];
  const pairs = shownPairs.flatMap((difference, i, all) => {
    const column = columnOf(difference.between[1]);
    const isFirst = all.findIndex(({ between }) => samePair(between, difference.between)) === i;
    const named = { ...difference, between: namedPair(difference, groups) };
    const p = pRow(named, column, comparison.of, settings);
    return isFirst ? [gapRow(named, column, comparison.of, settings), p] : [p];
  });
  const { joint, jointChecks = [] } = comparison;
  if (joint === undefined) return pairs;
  const tests = [joint, ...jointChecks].flatMap((test, i): PaperRow[] => {
    if (test.stat === null) return [];
    const tested = testWords(test.method ?? 'wald', clusterOf(test), settings);
    const label = words.compared.joint(labelOf(by, settings), tested);
    const cell = {
      text: pText(test.pValue),
      value: test.pValue,
      name: comparison.of,
      statistic: i === 0 ? 'joint.p' : `joint.${keyOf(test)}.p`,
      column: columnOf(values.at(-1)!),
    };
    return [{ label, kind: 'stat', cells: [cell] }];
  });
  return [...pairs, ...tests];
}

/** The name of a test next to others: its method, or that it is clustered. */
const keyOf = (test: Pick<GroupCheck, 'errors'> & { readonly method?: string }) =>
  clusterOf(test) === undefined ? (test.method ?? 'wald') : 'clustered';

/** `Wald`, `Wald, clustered by id`. */
function testWords(method: string, cluster: string | undefined, settings: Settings): string {
  const { words } = settings;
  const name = methodWords(method, settings);
  return cluster === undefined ? name : name + words.comma + words.clustered(cluster);
}

/** The table with the names of groups in its headings. */
export function withGroupNames(table: PaperTable, splits: readonly ComparedSplit[]): PaperTable {
  const names = new Map(
    splits.flatMap(({ groups }) => groups.names.map((name, i) => [groups.values[i]!, name])),
  );
  const nameOf = (head: string) => names.get(head) ?? head;
  return {
    ...table,
    head: table.head.map((line) => line.map(nameOf)),
    spans: table.spans.map((span) => ({ ...span, head: nameOf(span.head) })),
  };
}

function namedPair(
  { between }: Pick<GroupDifference, 'between'>,
  groups: Groups,
): readonly [string, string] {
  const nameOf = (value: string) => groups.names[groups.values.indexOf(value)] ?? value;
  return [nameOf(between[0]), nameOf(between[1])];
}

const samePair = (a: readonly string[], b: readonly string[]) => a[0] === b[0] && a[1] === b[1];

function gapRow(
  { between, estimate }: GroupDifference,
  column: number,
  of: string,
  { digits, words }: Settings,
): PaperRow {
  const place = { name: of, statistic: 'difference', column };
  const cell: PaperCell =
    estimate === null
      ? { text: '.', ...place }
      : { text: shown(estimate, digits.estimate), value: estimate, ...place };
  return { label: words.compared.gap(between[1], between[0]), kind: 'stat', cells: [cell] };
}

function pRow(difference: GroupCheck, column: number, of: string, settings: Settings): PaperRow {
  const { between, method, pValue } = difference;
  const { stars: levels, words } = settings;
  const tested = testWords(method, clusterOf(difference), settings);
  const label = words.compared.p(between[1], between[0], tested);
  const place = { name: of, statistic: `difference.${keyOf(difference)}.p`, column };
  const stars = starsFor(pValue ?? undefined, levels);
  const cell: PaperCell =
    pValue === null
      ? { text: '.', ...place }
      : { text: pText(pValue), value: pValue, stars, ...place };
  return { label, kind: 'stat', cells: [cell] };
}

const methodWords = (method: string, { words }: Settings) =>
  entryOf(words.compared.methods, method) ?? method;

const labelOf = (name: string, { labels }: Settings) => entryOf(labels, name) ?? name;

function notesOf(
  { groups, models, comparison }: ComparedSplit,
  fits: readonly FitResult[],
  settings: Settings,
): string[] {
  const { words } = settings;
  const end = (text: string) => text + words.end;
  const cut = cutWords(groups, settings);
  const switching = groups.facts?.switchingUnits ?? 0;
  const units = words.units(count(switching));
  const isSaid = comparison !== undefined; // by its own warning
  const moved = switching === 0 || isSaid ? [] : [words.compared.switching(units)];
  const sample = cut === undefined ? [] : [end([cut, ...moved].join(words.comma))];
  if (comparison === undefined) return sample;
  const reasons = comparison.differences.flatMap((difference) => {
    const { method, pValue } = difference;
    const between = namedPair(difference, groups);
    const reason = reasonText(difference, settings);
    if (pValue !== null || reason === undefined) return [];
    const label = words.compared.p(between[1], between[0], methodWords(method, settings));
    return [words.column(words.warning, words.column(label, reason))];
  });
  return [
    ...sample,
    ...errorNote(comparison, fits[models[0]! - 1]!, settings),
    ...drawnNote(comparison, settings),
    ...reasons,
  ];
}

/** The warnings of a comparison, without those of its groups' models, which the table has already. */
function warningsOf(
  { groups, comparison, models }: ComparedSplit,
  { sources = [] }: PaperTable,
  fits: readonly FitResult[],
  settings: Settings,
): PaperTableWarning[] {
  const known = models.flatMap((model) => fits[model - 1]!.warnings);
  const others = (comparison?.warnings ?? []).filter(
    ({ code, message, of }) =>
      !known.some((known) => known.code === code && isSame(message, known.message, of)),
  );
  const columnsOf = (shown: readonly number[]) =>
    sources.filter(({ model }) => shown.includes(model)).map(({ column }) => `(${column})`);
  const tagged = others.map((warning) => {
    const group = groups.values.indexOf(warning.of ?? '');
    if (group < 0) return { warning, columns: columnsOf(models) };
    return { ...ofItsSubject(warning), columns: columnsOf([models[group]!]) };
  });
  return joinedWarnings(tagged, settings);
}

/** Whether a comparison says of a group, or of all data, what a model says. */
const isSame = (compared: string, known: string, group: string | undefined) =>
  compared === (group === undefined ? known : `${group}: ${known}`);

function cutWords({ by, facts }: Groups, settings: Settings): string | undefined {
  if (facts === undefined) return undefined;
  const { words, digits } = settings;
  const label = labelOf(by, settings);
  const cuts = facts.cuts.map((cut) => shown(cut, digits.estimate)).join(words.comma);
  if (facts.cutsByPeriod !== undefined) return words.compared.cutByPeriod(label, facts.at);
  const byUnit = facts.level === 'unit';
  if (/^[a-z]/.test(facts.at)) return words.compared.cut(label, facts.at, cuts, byUnit);
  return words.compared.cutAt(label, cuts, byUnit);
}

/** States the number of draws of permutation and bootstrap tests. */
function drawnNote({ differences, reps, seed }: GroupComparison, settings: Settings): string[] {
  const { words, marked } = settings;
  const methods = [...new Set(differences.map(({ method }) => method))];
  const names = methods
    .filter((method) => drawnMethods.includes(method))
    .map((method) => methodWords(method, settings));
  if (names.length === 0) return [];
  const list = names.join(words.comma);
  return [words.compared.drawn(list, marked(count(reps)), String(seed)) + words.end];
}

/** States the errors of the differences, if the models have others. */
function errorNote(
  { errors }: GroupComparison,
  fit: FitResult,
  settings: Settings,
): readonly string[] {
  const { vcov } = fit;
  const clustersOf = (kind: Pick<typeof errors, 'clusters'>) =>
    (kind.clusters ?? []).map(({ column }) => column).join();
  if (vcov.type === errors.type && clustersOf(vcov) === clustersOf(errors)) return [];
  const { words } = settings;
  const text = errorWords({ ...fit, vcov: { ...vcov, ...errors } }, settings);
  return [words.compared.errors(text) + words.end];
}

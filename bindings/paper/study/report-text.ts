/**
 * The report of a single result in a language: its title, labels, headings, tests with their hypotheses, and warnings.
 * Sentences with numbers are in English.
 */
import type { Warning } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';
import { type Language, vocabularyOf } from '../../words/languages/index.js';
import { count, series } from '../../words/text/counts.js';
import { percent } from '../../words/text/format.js';
import { visibleMessage } from '../../words/text/visible.js';
import type { DocumentWords } from '../../words/vocabulary/documents.js';
import type { Vocabulary } from '../../words/en/vocabulary.js';
import { documentOf, type Result, type TextOptions } from '../report/index.js';
import type { Block, Cell, Document, Fact, TableBlock } from '../tables/document.js';
import { effectiveStrength } from '../report/fit/identification.js';
import { errorWords } from '../tables/paper/parts/errors.js';
import { pageWidth } from '../tables/writers/layout.js';
import { writeText } from '../tables/writers/text.js';
import { estimatorOf } from './columns/words.js';

/** As `toText`, in a language. */
export function reportText(
  result: Result,
  { color = false, width = pageWidth, ...options }: TextOptions,
  language: Language,
): string {
  const words = vocabularyOf(language);
  const { documents } = words;
  const english = documentOf(result, options);
  const document =
    documents === undefined ? english : translated(english, result, words, documents);
  const warning = words.tables.column(words.tables.warning, '');
  return writeText(document, { color, width, shorten: options.form !== 'full', warning });
}

/** What a warning says, without the word for one. */
export function warningSentence(warning: Warning, language: Language): string {
  return vocabularyOf(language).report.warned(warning);
}

type Phrases = Readonly<Record<string, string>>;

const said = (phrases: Phrases, text: string) =>
  Object.hasOwn(phrases, text) ? phrases[text]! : text;

function translated(
  document: Document,
  result: Result,
  words: Vocabulary,
  documents: DocumentWords,
): Document {
  const fit = result.kind === 'fit' ? result : undefined;
  const facts = { ...(fit && factsOf(fit, words, documents)) };
  const hypotheses = {
    ...documents.hypotheses,
    ...(fit && hypothesesOf(fit, documents, words.tables.comma)),
  };
  const headings = { ...documents.headings, ...headingsOf(result, documents) };
  const warned = Object.fromEntries(
    warningsOf(result).map((one) => [
      lineOf(one),
      lineOf({ code: one.code, message: words.report.warned(one) }),
    ]),
  );
  const inWords = (block: Block): Block => {
    switch (block.type) {
      case 'facts':
        return { ...block, facts: block.facts.map((one) => factIn(one, documents.labels, facts)) };
      case 'table':
        return tableIn(block, { ...documents, headings, hypotheses });
      case 'warnings':
        return { ...block, warnings: block.warnings.map((line) => said(warned, line)) };
      default:
        return block;
    }
  };
  const title =
    fit === undefined ? document.title : words.report.title(fit.title, estimatorOf(fit));
  return { ...document, title, blocks: document.blocks.map(inWords) };
}

function factIn(fact: Fact, labels: Phrases, facts: Phrases): Fact {
  const words = Object.hasOwn(facts, fact.label) ? facts[fact.label]! : fact.words;
  return { ...fact, label: said(labels, fact.label), words };
}

/** Tables whose columns are named by the program: in others, a column of the user's may have the name of a heading. */
const fixedTables: readonly string[] = [
  'Coefficients',
  'Diagnostic tests',
  'Difference-in-Hansen tests',
  'Functions',
  'Instruments',
  'Joint test',
  'Long-run effects',
  'Tests',
  'Variance inflation factors',
];

interface TableWords {
  readonly captions: Phrases;
  readonly headings: Phrases;
  readonly tests: Phrases;
  readonly hypotheses: Phrases;
}

function tableIn(block: TableBlock, words: TableWords): TableBlock {
  const name = said(words.captions, block.name);
  if (!fixedTables.includes(block.name)) return { ...block, name };
  const columns = block.columns.map((column) =>
    column.variable === true
      ? column
      : { ...column, heading: said(words.headings, column.heading) },
  );
  const phrases = block.columns.map(({ heading }): Phrases => {
    if (heading === 'test') return words.tests;
    return heading === 'null hypothesis' ? words.hypotheses : {};
  });
  const cellIn = (cell: Cell, i: number) =>
    cell.variable === true ? cell : { ...cell, text: said(phrases[i] ?? {}, cell.text) };
  const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map(cellIn) }));
  return { ...block, name, columns, rows };
}

/** What the lines above the tables say, by their labels. */
function factsOf(fit: FitResult, { tables }: Vocabulary, documents: DocumentWords): Phrases {
  const { nobs, ngroups, sample } = fit;
  const read = sample.rowsRead === nobs ? undefined : count(sample.rowsRead);
  const units = ngroups === undefined ? undefined : count(ngroups);
  return {
    observations: documents.observations({ nobs: count(nobs), read, units }),
    'std. errors': errorWords(fit, { words: tables, labels: {} }),
  };
}

/** Headings with numbers, in English and in the language. */
function headingsOf(result: Result, { from }: DocumentWords): Phrases {
  const { level } = result as { readonly level?: unknown };
  if (typeof level !== 'number') return {};
  return { [`${percent(level)} from`]: from(percent(level)) };
}

/** Hypotheses with numbers and names, in English and in the language. */
function hypothesesOf(fit: FitResult, words: DocumentWords, comma: string): Phrases {
  const { tests, endogenous = [] } = fit;
  const { ar = [] } = tests;
  const names = endogenous.join(comma);
  const subject = series(endogenous, 'and');
  const [is, has] = endogenous.length === 1 ? ['is', 'has'] : ['are', 'have'];
  const unidentified = words.unidentified(names);
  const bias = effectiveStrength(fit)?.bias ?? '';
  return {
    ...Object.fromEntries(
      ar.map(({ order, residuals }) => [
        `no AR(${order}) in ${residuals} errors`,
        words.serial(order, residuals),
      ]),
    ),
    [`${subject} ${is} exogenous`]: words.exogenous(names),
    [`${subject} ${is} exogenous (not robust)`]: words.notRobust(words.exogenous(names)),
    [`${subject} ${is} not identified`]: unidentified,
    [`${subject} ${is} not identified (not robust)`]: words.notRobust(unidentified),
    [`${subject} ${has} no effect`]: words.noEffect(names),
    [`weak instruments (bias > ${bias})`]: words.weak(bias),
  };
}

/** The warnings of a result and of its bootstrap. */
function warningsOf(result: Result): readonly Warning[] {
  const { warnings = [], bootstrap } = result as {
    readonly warnings?: readonly Warning[];
    readonly bootstrap?: { readonly warnings?: readonly Warning[] };
  };
  return [...warnings, ...(bootstrap?.warnings ?? [])];
}

/** A warning as a document has it. */
const lineOf = ({ message, code }: Pick<Warning, 'message' | 'code'>) =>
  visibleMessage(`${message} [${code}]`);

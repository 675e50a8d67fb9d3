/**
 * The report of a single result in a language: its title, labels, headings, tests with their hypotheses, and warnings.
 * Sentences with numbers are in English.
 */
import type { Warning } from '../../results/common.js';
import { visibleMessage } from '../../words/text/visible.js';
import { type Language, vocabularyOf } from '../../words/languages/index.js';
import type { Phrase } from '../../words/vocabulary/documents.js';
import type { Vocabulary } from '../../words/vocabulary/vocabulary.js';
import { documentOf, type Result, type TextOptions } from '../report/index.js';
import type { Block, Cell, Document } from '../tables/document.js';
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
  const document = translated(documentOf(result, options), result, words);
  const warning = words.tables.column(words.tables.warning, '');
  return writeText(document, { color, width, shorten: options.form !== 'full', warning });
}

function translated(document: Document, result: Result, words: Vocabulary): Document {
  const { documents } = words;
  const phrase = (text: string) =>
    documents !== undefined && Object.hasOwn(documents, text) ? documents[text as Phrase] : text;
  const warned = new Map(
    warningsOf(result).map((one) => [
      lineOf(one),
      lineOf({ ...one, message: words.report.warned(one) }),
    ]),
  );
  const title =
    result.kind === 'fit'
      ? words.report.title(document.title, estimatorOf(result))
      : phrase(document.title);
  const blocks = document.blocks.map((block) => inWords(block, phrase, warned));
  return { ...document, title, blocks };
}

type Phrases = (text: string) => string;

function inWords(block: Block, phrase: Phrases, warned: ReadonlyMap<string, string>): Block {
  switch (block.type) {
    case 'facts': {
      const facts = block.facts.map((fact) => ({ ...fact, label: phrase(fact.label) }));
      return { ...block, facts };
    }
    case 'table': {
      const columns = block.columns.map((column) =>
        column.variable === true ? column : { ...column, heading: phrase(column.heading) },
      );
      const cell = (one: Cell) =>
        one.variable === true || one.value !== undefined ? one : { ...one, text: phrase(one.text) };
      const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) }));
      return { ...block, name: phrase(block.name), columns, rows };
    }
    case 'text':
      return { ...block, paragraphs: block.paragraphs.map(phrase) };
    case 'notes':
      return { ...block, notes: block.notes.map(phrase) };
    case 'warnings':
      return { ...block, warnings: block.warnings.map((line) => warned.get(line) ?? line) };
  }
}

/** The warnings of a result and of its bootstrap. */
function warningsOf(result: Result): readonly Warning[] {
  const { warnings = [], bootstrap } = result as {
    readonly warnings?: readonly Warning[];
    readonly bootstrap?: { readonly warnings?: readonly Warning[] };
  };
  return [...warnings, ...(bootstrap?.warnings ?? [])];
}

/** As a document has it. */
const lineOf = ({ message, code }: Warning) => visibleMessage(`${message} [${code}]`);

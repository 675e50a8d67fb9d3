import { auditDocument } from './kinds/audit.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../results/read.js';
import { left, right, table, text, warnings, words } from '../tables/blocks.js';
import { inForm } from '../tables/forms.js';
import { visibleLine, visibleMessage } from '../../words/text/visible.js';
import type { Block, Cell, Document, TableBlock } from '../tables/document.js';
import { augmentDocument, predictionDocument } from './columns.js';
import type { CompatReport, MovedByRule, MovedNumber } from '../../interchange/compat-report.js';
import { statistic } from '../../words/text/format.js';
import { compositeIndexDocument } from './kinds/composite-index.js';
import { correlationDocument } from './kinds/correlation.js';
import { deltaMethodDocument } from './kinds/delta-method.js';
import { descriptionDocument } from './kinds/description.js';
import { designDocument } from './kinds/design.js';
import { diagnosticsDocument } from './kinds/diagnostics.js';
import { fitDocument } from './kinds/fit.js';
import { groupsDocument } from './kinds/groups.js';
import { hausmanDocument } from './kinds/hausman.js';
import { hypothesesDocument } from './kinds/hypotheses.js';
import { influenceDocument } from './kinds/influence.js';
import { instrumentsDocument } from './kinds/instruments.js';
import { marginsDocument } from './kinds/margins.js';
import { multiverseDocument } from './kinds/multiverse.js';
import { type DocumentOptions, documentSchemas } from './options.js';
import { panelReportDocument } from './kinds/panel-report.js';
import { permutationDocument } from './kinds/permutation.js';
import { powerDocument } from './kinds/power.js';
import { printedComparisonDocument } from './kinds/printed-comparison.js';
import type { Result, ResultKind, ResultOf } from './kinds/result.js';
import { testsDocument } from './kinds/tests.js';
import { waldDocument } from './kinds/wald.js';
import { labeller, labelWarnings } from './words/labels.js';
import { weakIdentificationDocument } from './kinds/weak-identification.js';

const reports: {
  readonly [K in ResultKind]: (result: ResultOf<K>, options: DocumentOptions) => Document;
} = {
  fit: fitDocument,
  wald: waldDocument,
  augment: augmentDocument,
  prediction: predictionDocument,
  margins: marginsDocument,
  'delta-method': deltaMethodDocument,
  diagnostics: diagnosticsDocument,
  hausman: hausmanDocument,
  tests: testsDocument,
  multiverse: multiverseDocument,
  instruments: instrumentsDocument,
  influence: influenceDocument,
  power: powerDocument,
  design: designDocument,
  permutation: permutationDocument,
  groups: groupsDocument,
  'weak-identification': weakIdentificationDocument,
  compat: compatDocument,
  description: descriptionDocument,
  correlation: correlationDocument,
  index: compositeIndexDocument,
  hypotheses: hypothesesDocument,
  'panel-report': panelReportDocument,
  audit: auditDocument,
  'printed-comparison': printedComparisonDocument,
};

/** The kinds of results. */
export const resultKinds = Object.keys(reports) as ResultKind[];

/**
 * A result as titles, facts and tables of numbers, for a writer of any format. Control characters and other invisible
 * characters in names are escaped, such as `\u001b`.
 *
 * @throws InputError `bad-result` for anything but a result
 */
export function documentOf(result: Result, options: DocumentOptions = {}): Document {
  checkKeys('document', documentSchemas, options);
  const checked = checkedResult(result) as Result;
  const report = reports[checked.kind] as (result: Result, options: DocumentOptions) => Document;
  const { form = 'default' } = options;
  const label = labeller(options.labels, 'labels' in checked ? checked.labels : undefined);
  return readable(() => {
    const document = report(checked, options);
    const unknown = warnings(labelWarnings(options.labels, document, checked));
    const shown = labelled(inForm(document, form), label);
    return visibleDocument({ ...shown, blocks: [...shown.blocks, ...unknown] });
  });
}

/** Each rule of another program in words, and the numbers that change from xtabond2's. */
function compatDocument({ compat, depvar, rules }: CompatReport): Document {
  return {
    kind: 'compat',
    title: `What compat: ${compat} changes in a dynamic panel of ${depvar}`,
    blocks:
      rules.length === 0
        ? text(`No rule of ${compat} applies to this model.`)
        : rules.flatMap(ruleBlocks),
  };
}

function ruleBlocks({ rule, moved }: MovedByRule): Block[] {
  if (moved.length === 0) return text(`${rule}: no number changes here`);
  const columns = [left('number'), ...['xtabond2', 'here', 'change'].map(right)];
  const rows = moved.map((movedNumber) => ({
    cells: [
      words(movedNumber.number),
      numberCell(movedNumber.from),
      numberCell(movedNumber.to),
      changeCell(movedNumber),
    ],
  }));
  return [...text(rule), ...table('Numbers that change', columns, rows)];
}

function numberCell(value: number | null): Cell {
  if (value === null) return { text: 'none', value: NaN };
  return { text: Number.isInteger(value) ? String(value) : value.toPrecision(6), value };
}

/** The percentage change of a number. */
function changeCell({ from, to }: MovedNumber): Cell {
  if (from === null || to === null) return { text: '', value: NaN };
  const share = to / from - 1;
  if (Math.abs(share) < 1e-5) return { text: '<0.001%', value: share };
  return { text: `${share > 0 ? '+' : ''}${statistic(100 * share)}%`, value: share };
}

type Label = (name: string) => string;

/** The document with `label` of each variable that its tables name. */
function labelled(document: Document, label: Label): Document {
  return { ...document, blocks: document.blocks.map((block) => labelledBlock(block, label)) };
}

function labelledBlock(block: Block, label: Label): Block {
  return block.type === 'table' ? labelledTable(block, label) : block;
}

function labelledTable(block: TableBlock, label: Label): TableBlock {
  const columns = block.columns.map((column) =>
    column.variable === true ? { ...column, heading: label(column.heading) } : column,
  );
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.variable === true ? { ...cell, text: label(cell.text) } : cell,
    ),
  }));
  return { ...block, columns, rows };
}

/** The document with invisible characters in its texts escaped, such as `\u001b`. */
function visibleDocument({ title, blocks, footer, ...rest }: Document): Document {
  return {
    ...rest,
    title: visibleLine(title),
    blocks: blocks.map(visibleBlock),
    ...(footer !== undefined && { footer: visibleLine(footer) }),
  };
}

function visibleBlock(block: Block): Block {
  switch (block.type) {
    case 'facts': {
      const facts = block.facts.map(({ label, words }) => ({
        label: visibleLine(label),
        words: visibleMessage(words),
      }));
      return { ...block, facts };
    }
    case 'table':
      return visibleTable(block);
    case 'text':
      return { ...block, paragraphs: block.paragraphs.map(visibleMessage) };
    case 'notes':
      return { ...block, notes: block.notes.map(visibleMessage) };
    case 'warnings':
      return { ...block, warnings: block.warnings.map(visibleMessage) };
  }
}

function visibleTable(block: TableBlock): TableBlock {
  return {
    ...block,
    name: visibleLine(block.name),
    columns: block.columns.map(({ heading, ...rest }) => ({
      ...rest,
      heading: visibleLine(heading),
    })),
    rows: block.rows.map(({ cells, ...rest }) => ({ ...rest, cells: cells.map(visibleCell) })),
  };
}

function visibleCell(cell: Cell): Cell {
  return { ...cell, text: visibleLine(cell.text) };
}

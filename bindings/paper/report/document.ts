import { auditDocument } from './kinds/audit/audit.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../results/read.js';
import { left, rights, table, text, verbatim, warnings } from '../tables/blocks.js';
import { inForm } from '../tables/forms.js';
import { written } from '../tables/in-words.js';
import type { Document } from '../tables/document.js';
import type { Block, Cell, Document as Draft } from '../tables/draft.js';
import { augmentDocument, predictionDocument } from './columns.js';
import type { CompatReport, MovedByRule, MovedNumber } from '../../interchange/compat-report.js';
import { statistic } from '../../words/text/format.js';
import { compositeIndexDocument } from './kinds/data/composite-index.js';
import { correlationDocument } from './kinds/data/correlation.js';
import { deltaMethodDocument } from './kinds/tests/delta-method.js';
import { descriptionDocument } from './kinds/data/description.js';
import { designDocument } from './kinds/simulation/design.js';
import { diagnosticsDocument } from './kinds/tests/diagnostics.js';
import { fitDocument } from './kinds/fit.js';
import { groupsDocument } from './kinds/effects/groups.js';
import { hausmanDocument } from './kinds/tests/hausman.js';
import { hypothesesDocument } from './kinds/tests/hypotheses.js';
import { influenceDocument } from './kinds/robustness/influence.js';
import { instrumentsDocument } from './kinds/robustness/instruments.js';
import { marginsDocument } from './kinds/effects/margins.js';
import { multiverseDocument } from './kinds/robustness/multiverse.js';
import { type DocumentOptions, documentSchemas } from './options.js';
import { panelReportDocument } from './kinds/data/panel-report.js';
import { permutationDocument } from './kinds/tests/permutation.js';
import { powerDocument } from './kinds/simulation/power.js';
import { printedComparisonDocument } from './kinds/audit/printed-comparison.js';
import type { Result, ResultKind, ResultOf } from './kinds/result.js';
import { testsDocument } from './kinds/tests/tests.js';
import { waldDocument } from './kinds/tests/wald.js';
import { labeller, labelWarnings } from './words/labels.js';
import { weakIdentificationDocument } from './kinds/tests/weak-identification.js';
import { known, type Phrase, say, textOf } from '../../words/phrase.js';

const reports: {
  readonly [K in ResultKind]: (result: ResultOf<K>, options: DocumentOptions) => Draft;
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
  return documentBy(result, options);
}

/** The document with phrases as `says` says them; default in English. */
export function documentBy(
  result: Result,
  options: DocumentOptions = {},
  says: (phrase: Phrase) => string = inEnglish,
): Document {
  options = checkKeys('document', documentSchemas, options);
  const checked = checkedResult(result) as Result;
  const report = reports[checked.kind] as (result: Result, options: DocumentOptions) => Draft;
  const { form = 'default' } = options;
  const label = labeller(options.labels, 'labels' in checked ? checked.labels : undefined);
  return readable(() => {
    const draft = report(checked, options);
    const unknown = warnings(labelWarnings(options.labels, draft, checked));
    const shown = inForm(draft, form);
    return written({ ...shown, blocks: [...shown.blocks, ...unknown] }, says, label);
  });
}

const inEnglish = (phrase: Phrase) => textOf(phrase);

/** Each rule of another program in words, and the numbers that change from xtabond2's. */
function compatDocument({ compat, depvar, rules }: CompatReport): Draft {
  return {
    kind: 'compat',
    title: say('What compat: {} changes in a dynamic panel of {}', compat, depvar),
    blocks:
      rules.length === 0
        ? text(say('No rule of {} applies to this model.', compat))
        : rules.flatMap(ruleBlocks),
  };
}

function ruleBlocks({ rule, moved }: MovedByRule): Block[] {
  if (moved.length === 0) return text(say('{}: no number changes here', known(rule)));
  const columns = [left('number'), ...rights('xtabond2', 'here', 'change')];
  const rows = moved.map((movedNumber) => ({
    cells: [
      verbatim(movedNumber.number),
      numberCell(movedNumber.from),
      numberCell(movedNumber.to),
      changeCell(movedNumber),
    ],
  }));
  return [...text(known(rule)), ...table('Numbers that change', columns, rows)];
}

function numberCell(value: number | null): Cell {
  if (value === null) return { text: say('none'), value: NaN };
  return { text: Number.isInteger(value) ? String(value) : value.toPrecision(6), value };
}

/** The percentage change of a number. */
function changeCell({ from, to }: MovedNumber): Cell {
  if (from === null || to === null) return { text: '', value: NaN };
  const share = to / from - 1;
  if (Math.abs(share) < 1e-5) return { text: '<0.001%', value: share };
  return { text: `${share > 0 ? '+' : ''}${statistic(100 * share)}%`, value: share };
}

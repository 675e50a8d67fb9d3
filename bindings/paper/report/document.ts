import { auditDocument } from './audit.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../results/read.js';
import type { Document } from '../tables/document.js';
import { warnings } from '../tables/blocks.js';
import { inForm } from '../tables/forms.js';
import { labelled } from '../tables/labelled.js';
import { visibleDocument } from '../tables/visible-document.js';
import { augmentDocument, predictionDocument } from './columns.js';
import { compatDocument } from './compat.js';
import { compositeIndexDocument } from './composite-index.js';
import { correlationDocument } from './correlation.js';
import { deltaMethodDocument } from './delta-method.js';
import { descriptionDocument } from './description.js';
import { designDocument } from './design.js';
import { diagnosticsDocument } from './diagnostics.js';
import { fitDocument } from './fit.js';
import { groupsDocument } from './groups.js';
import { hausmanDocument } from './hausman.js';
import { hypothesesDocument } from './hypotheses.js';
import { influenceDocument } from './influence.js';
import { instrumentsDocument } from './instruments.js';
import { marginsDocument } from './margins.js';
import { multiverseDocument } from './multiverse.js';
import { type DocumentOptions, documentSchemas } from './options.js';
import { panelReportDocument } from './panel-report.js';
import { permutationDocument } from './permutation.js';
import { powerDocument } from './power.js';
import { printedComparisonDocument } from './printed-comparison.js';
import type { Result, ResultKind, ResultOf } from './result.js';
import { testsDocument } from './tests.js';
import { waldDocument } from './wald.js';
import { labeller, labelWarnings } from './words/labels.js';
import { weakIdentificationDocument } from './weak-identification.js';

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
 * ones in names are written as escapes such as `\u001b`.
 *
 * @throws InputError `bad-result` for an object that is no result
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

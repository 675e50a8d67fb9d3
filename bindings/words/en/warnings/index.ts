/** The sentence of each warning in English. A family of codes is a file, so that a page loads what its parts can say. */
import type { Sentences } from '../../warning.js';
import { bootstrapWarnings } from './bootstraps/bootstrap.js';
import { groupWarnings } from './bootstraps/groups.js';
import { cellWarnings } from './cells.js';
import { columnWarnings, labelWarnings } from './columns.js';
import { descriptionWarnings } from './descriptions.js';
import { resampledTestWarnings } from './bootstraps/tests.js';
import { drawnWarnings } from './bootstraps/drawn-clusters.js';
import { dynamicWarnings, instrumentWarnings } from './instruments.js';
import { firstStageWarnings } from './first-stages.js';
import { estimateWarnings, linearWarnings, panelWarnings } from './linear.js';
import { fileWarnings } from './files.js';
import { formulaWarnings } from './formulas.js';
import { hausmanWarnings, simulationWarnings, weakWarnings } from './analyses.js';
import { postestimationWarnings } from './postestimation.js';
import { indexWarnings } from './indices.js';
import { noWorkersWords } from '../../no-workers.js';
import { paperWarnings } from './papers.js';
import { sheetWarnings, totalSentences } from './sheets.js';
import { stepWarnings } from './steps.js';
import { tableWarnings } from './tables.js';

export const warnings: Sentences = {
  ...columnWarnings,
  ...cellWarnings,
  ...tableWarnings,
  ...fileWarnings,
  ...sheetWarnings,
  ...totalSentences,
  ...formulaWarnings,
  ...stepWarnings,
  ...descriptionWarnings,
  ...estimateWarnings,
  'few-clusters': (detail) =>
    'scheme' in detail
      ? drawnWarnings['few-clusters'](detail)
      : estimateWarnings['few-clusters'](detail),
  ...linearWarnings,
  ...panelWarnings,
  ...instrumentWarnings,
  ...firstStageWarnings,
  ...dynamicWarnings,
  ...indexWarnings,
  ...bootstrapWarnings,
  ...resampledTestWarnings,
  'no-workers': noWorkersWords,
  ...groupWarnings,
  ...hausmanWarnings,
  ...postestimationWarnings,
  ...simulationWarnings,
  ...weakWarnings,
  ...paperWarnings,
  ...labelWarnings,
};

/** The sentence of each warning in English. A family of codes is a file, so that a page loads what its parts can say. */
import type { Sentences } from '../../warning.js';
import { bootstrapWarnings } from './bootstrap.js';
import { cellWarnings } from './cells.js';
import { columnWarnings } from './columns.js';
import { descriptionWarnings } from './descriptions.js';
import { dynamicWarnings } from './dynamic.js';
import { estimateWarnings } from './estimates.js';
import { fileWarnings } from './files.js';
import { formulaWarnings } from './formulas.js';
import { groupWarnings } from './groups.js';
import { hausmanWarnings } from './hausman.js';
import { indexWarnings } from './indices.js';
import { instrumentWarnings } from './instruments.js';
import { labelWarnings } from './labels.js';
import { linearWarnings } from './linear.js';
import { paperWarnings } from './papers.js';
import { postestimationWarnings } from './postestimation.js';
import { sheetWarnings } from './sheets.js';
import { simulationWarnings } from './simulations.js';
import { stepWarnings } from './steps.js';
import { tableWarnings } from './tables.js';
import { weakWarnings } from './weak.js';

export const warnings: Sentences = {
  ...columnWarnings,
  ...cellWarnings,
  ...tableWarnings,
  ...fileWarnings,
  ...sheetWarnings,
  ...formulaWarnings,
  ...stepWarnings,
  ...descriptionWarnings,
  ...estimateWarnings,
  ...linearWarnings,
  ...instrumentWarnings,
  ...dynamicWarnings,
  ...indexWarnings,
  ...bootstrapWarnings,
  ...groupWarnings,
  ...hausmanWarnings,
  ...postestimationWarnings,
  ...simulationWarnings,
  ...weakWarnings,
  ...paperWarnings,
  ...labelWarnings,
};

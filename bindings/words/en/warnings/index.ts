/** The sentence of each warning in English. A family of codes is a file, so that a page loads what its parts can say. */
import type { Sentences } from '../../warning.js';
import { bootstrapWarnings, groupWarnings } from './bootstrap.js';
import { cellWarnings } from './cells.js';
import { columnWarnings } from './columns.js';
import { descriptionWarnings } from './descriptions.js';
import { dynamicWarnings, instrumentWarnings } from './instruments.js';
import { estimateWarnings, linearWarnings } from './linear.js';
import { fileWarnings } from './files.js';
import { formulaWarnings } from './formulas.js';
import {
  hausmanWarnings,
  postestimationWarnings,
  simulationWarnings,
  weakWarnings,
} from './analyses.js';
import { indexWarnings } from './indices.js';
import { labelWarnings, paperWarnings } from './papers.js';
import { sheetWarnings } from './sheets.js';
import { stepWarnings } from './steps.js';
import { tableWarnings } from './tables.js';

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

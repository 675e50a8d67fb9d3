import type { ShortcutCommand } from './describe.js';
import { dpdCommand } from './dpd.js';
import { gmmCommand } from './gmm.js';
import { ivCommand } from './iv.js';
import { olsCommand } from './ols.js';
import { panelCommand } from './panel.js';

/** One command per estimator. */
export const shortcuts: readonly ShortcutCommand[] = [
  dpdCommand,
  gmmCommand,
  ivCommand,
  olsCommand,
  panelCommand,
];

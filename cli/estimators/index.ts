import type { ShortcutCommand } from './describe.js';
import { dpdCommand } from './dpd.js';
import { gmmCommand } from './gmm.js';
import { ivCommand } from './iv.js';
import { olsCommand } from './ols.js';
import { panelCommand } from './panel.js';

const described = [dpdCommand, gmmCommand, ivCommand, olsCommand, panelCommand];

/** The command of an estimator. */
export function shortcutOf(name: string): ShortcutCommand {
  return described.find((one) => one.name === name)!;
}

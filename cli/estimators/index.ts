import { estimatorTraits } from '../../bindings/index.js';
import type { ShortcutCommand } from './describe.js';
import { dpdCommand } from './dpd.js';
import { gmmCommand } from './gmm.js';
import { ivCommand } from './iv.js';
import { olsCommand } from './ols.js';
import { panelCommand } from './panel.js';

const described = [dpdCommand, gmmCommand, ivCommand, olsCommand, panelCommand];

/** The command of an estimator; one without options of its own has those of all regressions. */
export function shortcutOf(name: string): ShortcutCommand {
  const own = described.find((one) => one.name === name);
  if (own !== undefined) return own;
  const { formula } = estimatorTraits(name)!.shortest;
  return { ...olsCommand, name, formula, examples: [] };
}

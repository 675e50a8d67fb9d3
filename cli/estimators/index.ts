import { estimatorTraits } from '../../bindings/entries/report.js';
import type { ShortcutCommand } from './describe.js';
import { dpdCommand } from './dpd.js';
import { gmmCommand } from './gmm.js';
import { ivCommand } from './iv.js';
import { withKeyOptions } from './key-options.js';
import { olsCommand } from './ols.js';
import { panelCommand } from './panel.js';

const described = [dpdCommand, gmmCommand, ivCommand, olsCommand, panelCommand].map((command) =>
  withKeyOptions(command),
);

/** The command of an estimator; one without options of its own has those of all regressions, and its keys. */
export function shortcutOf(name: string): ShortcutCommand {
  const known = described.find((command) => command.name === name);
  if (known !== undefined) return known;
  const { formula } = estimatorTraits(name)!.shortest;
  return withKeyOptions({ ...olsCommand, name, formula, examples: [] }, olsCommand.name);
}

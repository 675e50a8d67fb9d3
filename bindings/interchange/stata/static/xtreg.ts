/** `xtreg` as models of the estimator panel. */
import type { PanelEffects, PanelModelInput } from '../../../models/panel/model.js';
import { because, reasons } from '../../arguments.js';
import { type ImportOptions, panelOf } from '../../imported.js';
import { expect, failure, type Reader, unexpected } from '../../reader.js';
import type { Options } from '../options.js';
import {
  commonKeys,
  formulaOf,
  type StataCommand,
  type StataModel,
  type Syntax,
  withCommand,
} from './command.js';
import { errorKeys, readVce, type Vce, vceOptions } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

const shared: Options = {
  ...vceOptions,
  fe: { shortest: 2 },
  re: { shortest: 2 },
  be: { shortest: 2 },
  i: { shortest: 1, argument: true },
  level: { shortest: 1, argument: true },
  nolog: { shortest: 4 },
  nonest: { shortest: 6 },
};

export const xtregSyntax: Syntax = {
  name: 'xtreg',
  options: {
    ...shared,
    theta: { shortest: 3 },
    sa: { shortest: 2 },
    mle: { shortest: 3 },
    pa: { shortest: 2 },
  },
  ignored: {
    ...because(reasons.printed, ['nolog', 'theta']),
    nonest: 'a model does not check that units lie in clusters',
  },
};

const effectsByFlag = { fe: 'within', re: 'random', be: 'between' } as const;

/** Reads the command after the word `xtreg`; random effects are Stata's default. Throws InputError `command-syntax`. */
export function readXtreg(reader: Reader, given: ImportOptions): StataModel<PanelModelInput> {
  return withCommand(reader, xtregSyntax, given, (stataCommand) => {
    const command = withUnit(stataCommand);
    const unread = (['sa', 'mle', 'pa'] as const).find((name) => command.flags.has(name));
    if (unread !== undefined) {
      const problem = commandProblem['xtreg-estimator']({ option: unread });
      throw failure(reader, problem, command.flags.get(unread)!.offset);
    }
    const named = (['fe', 're', 'be'] as const).filter((name) => command.flags.has(name));
    const [, second] = named;
    if (second !== undefined) {
      throw unexpected({ ...reader, position: command.flags.get(second)!.offset }, 'one-estimator');
    }
    const effects: PanelEffects = effectsByFlag[named[0] ?? 're'];
    const formula = formulaOf(command, { intercept: true });
    const errors = errorKeys(command, byUnit(command, readVce(command), effects), {
      small: true,
      byDefault: true,
    });
    const model: PanelModelInput = {
      ...commonKeys(command, formula),
      panel: panelOf(command.known),
      estimator: 'panel',
      effects,
      ...errors,
    };
    return { model, notes: command.notes };
  });
}

/** `i(id)` names the units. */
export function withUnit(command: StataCommand): StataCommand {
  const argument = command.flags.get('i')?.argument;
  if (argument === undefined) return command;
  const [unit] = expect(argument, /\w+/, 'units');
  return { ...command, known: { ...command.known, unit } };
}

/** xtreg clusters robust errors by unit, and its bootstrap draws units. */
function byUnit(
  { known }: StataCommand,
  vce: Vce | undefined,
  effects: PanelEffects,
): Vce | undefined {
  const { bootstrap } = vce ?? {};
  if (bootstrap?.scheme === 'pairs') {
    const { unit } = panelOf(known);
    return { ...vce!, bootstrap: { ...bootstrap, scheme: 'cluster', cluster: unit } };
  }
  if (vce?.kind !== 'robust' || effects === 'between') return vce;
  return { ...vce, kind: 'cluster', cluster: [panelOf(known).unit] };
}

/** `xtivreg, fe` and `fd` as models of the estimator iv. */
import { note } from '../../../words/errors/interchange/notes.js';
import type { IvModelInput } from '../../../models/iv/model.js';
import { because, reasons } from '../../arguments.js';
import { type ImportOptions, panelOf } from '../../imported.js';
import { failure, type Reader } from '../../reader.js';
import type { Options } from '../options.js';
import { commonKeys, formulaOf, type StataModel, type Syntax, withCommand } from './command.js';
import { checkInstruments } from './ivregress.js';
import { errorKeys, readVce, vceOptions } from './vce.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

const options: Options = {
  ...vceOptions,
  fe: { shortest: 2 },
  fd: { shortest: 2 },
  re: { shortest: 2 },
  be: { shortest: 2 },
  ec2sls: { shortest: 4 },
  nosa: { shortest: 4 },
  small: { shortest: 2 },
  regress: { shortest: 3 },
  first: { shortest: 5 },
  theta: { shortest: 5 },
  level: { shortest: 1, argument: true },
};

const syntax: Syntax = {
  name: 'xtivreg',
  options,
  ignored: because(reasons.printed, ['first', 'theta']),
};

/**
 * Reads the command after the word `xtivreg`, whose standard errors count the units. Throws InputError
 * `command-syntax` for random effects, which are its default, and for robust errors.
 */
export function readXtivreg(reader: Reader, known: ImportOptions): StataModel<IvModelInput> {
  return withCommand(reader, syntax, known, (command) => {
    const { flags, notes } = command;
    const effects = (['fe', 'fd'] as const).find((name) => flags.has(name));
    const other = ['re', 'be', 'ec2sls', 'nosa', 'regress'].find((name) => flags.has(name));
    if (effects === undefined || other !== undefined) {
      const place = other === undefined ? command.start : flags.get(other)!.offset;
      throw failure(reader, commandProblem['xtivreg-estimator']({ option: other ?? 're' }), place);
    }
    const fd = flags.get('fd');
    if (effects === 'fe' && fd !== undefined)
      throw failure(reader, commandProblem['xtivreg-estimator']({ option: 'both' }), fd.offset);
    const vce = readVce(command);
    if (vce !== undefined && vce.kind !== 'unadjusted') {
      throw failure(reader, commandProblem['xtivreg-errors'](), command.start);
    }
    checkInstruments(command);
    if (!flags.has('small')) notes.push(note('xtivreg'));
    const { unit } = panelOf(known);
    const isWithin = effects === 'fe';
    const formula = formulaOf(command, isWithin ? { effects: [unit] } : {});
    const model: IvModelInput = {
      ...commonKeys(command, formula),
      estimator: 'iv',
      ...(isWithin ? {} : { panel: panelOf(known), effects: 'first-difference' }),
      ...errorKeys(command, vce, { small: true, byDefault: false }),
    };
    return { model, notes };
  });
}

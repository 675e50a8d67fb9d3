/** `xtscc` (Hoechle) and `xtivreg2` (Schaffer): panels with the covariance of Driscoll and Kraay, or with instruments. */
import { note } from '../../../words/errors/interchange/notes.js';
import type { OlsModelInput } from '../../../models/ols/model.js';
import type { PanelModelInput } from '../../../models/panel/model.js';
import { because, reasons } from '../../arguments.js';
import { type ImportOptions, panelOf } from '../../imported.js';
import { type Reader, unexpected } from '../../reader.js';
import { numberOf } from '../options.js';
import { commonKeys, formulaOf, type StataModel, type Syntax, withCommand } from './command.js';

const syntax: Syntax = {
  name: 'xtscc',
  options: {
    lag: { shortest: 3, argument: true },
    fe: { shortest: 2 },
    pooled: { shortest: 4 },
    noconstant: { shortest: 3 },
    ase: { shortest: 3 },
    level: { shortest: 1, argument: true },
  },
  ignored: because(reasons.printed, ['pooled']),
};

/** Pooled or within estimates with `lag(m)`. @throws InputError `command-syntax` without lags, which xtscc then chooses */
export function readXtscc(
  reader: Reader,
  known: ImportOptions,
): StataModel<OlsModelInput | PanelModelInput> {
  return withCommand<OlsModelInput | PanelModelInput>(reader, syntax, known, (command) => {
    const bandwidth = numberOf(command.flags.get('lag'));
    if (bandwidth === undefined) throw unexpected(reader, { oneOf: ['lag()'] });
    const vcov = { type: 'driscoll-kraay', kernel: 'bartlett', bandwidth } as const;
    const isWithin = command.flags.has('fe');
    const formula = formulaOf(command, isWithin ? { intercept: true } : {});
    const keys = { ...commonKeys(command, formula), panel: panelOf(command.known) };
    const notes = [...command.notes, note('xtscc')];
    return isWithin
      ? { model: { ...keys, estimator: 'panel', effects: 'within', vcov }, notes }
      : { model: { ...keys, estimator: 'ols', vcov }, notes };
  });
}

/** `lm_robust()` and `iv_robust()` of estimatr as models. */
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import type { Estimated, FrameOf } from '../../static/frame.js';
import { argumentText, textOf } from '../call.js';
import { columnsOf } from './arguments.js';
import { checkColumns, formulaArgument, readSample, sampleKeys } from './estimators.js';
import { formulaText, instrumentsOf } from './formula.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

const robustSignature: Signature = {
  command: 'lm_robust()',
  positions: ['formula', 'data', 'weights', 'subset', 'clusters', 'fixed_effects', 'se_type'],
  // prettier-ignore
  translated: [
    'formula', 'data', 'weights', 'subset', 'clusters', 'fixed_effects', 'se_type', 'alpha',
  ],
  ignored: because(reasons.printed, ['ci', 'return_vcov', 'try_cholesky']),
};

/** Errors are HC2, or CR2 with clusters, unless `se_type` names others. Throws InputError `command-syntax`. */
export function readRobust(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, robustSignature, (args) => {
    const written = formulaArgument(args, call, reader);
    checkColumns(written, call, reader);
    const absorbed = args.get('fixed_effects');
    const effects = absorbed === undefined ? [] : columnsOf(absorbed);
    const { vcov, notes } = errorsOf(args);
    const level = levelOf(args.get('alpha'));
    const sample = readSample(args, frameOf);
    const formula = formulaText(written, effects);
    const model: ModelInput = { ...sampleKeys(sample, formula), estimator: 'ols', vcov, ...level };
    return { model, notes, frame: sample.frame };
  });
}

const ivSignature: Signature = {
  ...robustSignature,
  command: 'iv_robust()',
  ignored: because(reasons.printed, ['ci', 'return_vcov', 'try_cholesky', 'diagnostics']),
};

/** `iv_robust(y ~ x + w | z + w, d)`. Throws InputError `command-syntax` without instruments. */
export function readIvRobust(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, ivSignature, (args) => {
    const written = formulaArgument(args, call, reader);
    if (written.parts.length !== 2)
      throw failure(reader, scriptProblem['ivreg-formula'](), call.offset);
    checkColumns(written, call, reader);
    const absorbed = args.get('fixed_effects');
    const effects = absorbed === undefined ? [] : columnsOf(absorbed);
    const { vcov, notes } = errorsOf(args);
    const sample = readSample(args, frameOf);
    const formula = formulaText(written, effects, instrumentsOf(written.parts));
    const model: ModelInput = {
      ...sampleKeys(sample, formula),
      estimator: 'iv',
      vcov: { small: true, ...vcov },
      ...levelOf(args.get('alpha')),
    };
    return { model, notes, frame: sample.frame };
  });
}

/** `alpha = 0.1` is a level of 0.9. @throws InputError for another value than a number between 0 and 1 */
function levelOf(value: Reader | undefined): { readonly level?: number } {
  if (value === undefined) return {};
  const text = argumentText(value)!;
  const alpha = Number(text);
  if (alpha > 0 && alpha < 1) return { level: 1 - alpha };
  throw failure(value, scriptProblem['r-level']({ text }));
}

const plain: Readonly<Record<string, LinearCovarianceInput['type']>> = {
  classical: 'unadjusted',
  HC0: 'HC0',
  HC1: 'HC1',
  stata: 'HC1',
  HC2: 'HC2',
  HC3: 'HC3',
};

const ofClusters: Readonly<Record<string, LinearCovarianceInput>> = {
  CR0: { type: 'cluster', small: false },
  stata: { type: 'cluster' },
  CR2: { type: 'CV2' },
};

function errorsOf(args: Arguments): {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly Told[];
} {
  const clusters = args.get('clusters');
  const typed = args.get('se_type');
  const word = textOf(typed) ?? (clusters === undefined ? 'HC2' : 'CR2');
  if (clusters === undefined) {
    const type = plain[word];
    if (type === undefined) throw failure(typed!, scriptProblem['robust-type']({ word }));
    return { vcov: { type }, notes: [] };
  }
  const vcov = ofClusters[word];
  if (vcov === undefined) throw failure(typed!, scriptProblem['robust-type']({ word }));
  const notes = word === 'CR2' ? [note('robust-cr2')] : [];
  return { vcov: { ...vcov, cluster: columnsOf(clusters) }, notes };
}

/** Options of xtdpdgmm for steps, weights, nonlinear conditions and standard errors. */
import type { DpdCovarianceInput, DpdModelInput } from '../../models/dpd/model.js';
import { ended, failure, type Reader, unexpected } from '../reader.js';
import { readVarlist } from './read-varlist.js';
import { type Flags, numberOf, type Options, readSuboptions, readWord } from './options.js';
import type { Steps } from '../../models/schema/dynamic-words.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

const nonlinearOptions: Options = {
  collapse: { shortest: 1 },
  nocollapse: { shortest: 3 },
  weight: { shortest: 1, argument: true },
};

const covarianceOptions: Options = { wc: { shortest: 2 }, dc: { shortest: 2 } };

/** xtabond2's number of H: 1 identity, 2 blocks without covariance, 3 with covariance. */
const initialWeights = { unadjusted: 3, independent: 2, separate: 1 } as const;

/** @throws InputError `command-syntax` with a caret */
export function estimation(flags: Flags): Partial<DpdModelInput> {
  const steps = stepsOf(flags);
  const level = numberOf(flags.get('level'));
  const weights = flags.get('wmatrix')?.argument;
  const nonlinear = nonlinearOf(flags);
  const h = weights === undefined ? 3 : initialWeights[readWord(weights, initialWeights)];
  if (weights !== undefined && !ended(weights)) throw unexpected(weights, 'one-name');
  return {
    steps,
    ...(nonlinear === undefined ? {} : { nonlinear }),
    ...(h === 3 ? {} : { h }),
    ...(level === undefined ? {} : { level: level / 100 }),
    vcov: {
      ...covariance(flags.get('vce')?.argument, steps),
      ...(flags.has('small') ? { small: true } : {}),
    },
  };
}

/** Default: one step, or two with nonlinear conditions. */
function stepsOf(flags: Flags): Steps {
  const isOneStep = flags.has('onestep');
  const isTwoStep = flags.has('twostep');
  if (flags.has('cugmm')) return 'cue';
  if (flags.has('igmm')) return 'iterated';
  return isTwoStep || (flags.has('nl') && !isOneStep) ? 2 : 1;
}

/** The conditions of Ahn and Schmidt (1995), which enter from the second step on. */
function nonlinearOf(flags: Flags): true | 'collapse' | undefined {
  const flag = flags.get('nl');
  if (flag === undefined) return undefined;
  const argument = flag.argument!;
  readWord(argument, { noserial: true });
  const suboptions = readSuboptions(argument, nonlinearOptions, 'nl()');
  if (numberOf(suboptions.get('weight')) !== 0) {
    const message = commandProblem['nl-weight']();
    throw failure(argument, message, flag.offset);
  }
  const collapse =
    suboptions.has('collapse') || (flags.has('collapse') && !suboptions.has('nocollapse'));
  return collapse ? 'collapse' : true;
}

function covariance(argument: Reader | undefined, steps: Steps): DpdCovarianceInput {
  if (argument === undefined) return { type: 'unadjusted' };
  const kinds = { conventional: 'unadjusted', robust: 'robust', cluster: 'robust' } as const;
  const word = readWord(argument, kinds);
  const cluster = word === 'cluster' ? readVarlist(argument, { range: '/' }) : undefined;
  const corrections = readSuboptions(argument, covarianceOptions, 'vce()');
  if (kinds[word] === 'unadjusted') return { type: 'unadjusted' };
  const corrected = steps === 2 || steps === 'iterated' ? 'windmeijer' : 'robust';
  return {
    type: corrections.has('dc') ? 'doubly-corrected' : corrected,
    ...(cluster === undefined ? {} : { cluster }),
  };
}

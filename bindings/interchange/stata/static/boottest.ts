/** `boottest x, reps(999) weighttype(webb)`: the wild bootstrap of the command before it. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { covarianceKeys } from '../../../models/covariances/text.js';
import type { BootstrapInput } from '../../../models/schema/common.js';
import { because, reasons } from '../../arguments.js';
import { defined, type ReadModel } from '../../imported.js';
import { accept, ended, expect, failure, type Reader } from '../../reader.js';
import {
  type Flag,
  type Flags,
  matchOption,
  numberOf,
  type Options,
  readWord,
  withFlags,
} from '../options.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';
import { note, testsEvery } from '../../../words/errors/interchange/notes.js';

const options: Options = {
  reps: { shortest: 1, argument: true },
  seed: { shortest: 4, argument: true },
  weighttype: { shortest: 6, argument: true },
  boottype: { shortest: 4, argument: true },
  cluster: { shortest: 2, argument: true },
  bootcluster: { shortest: 5, argument: true },
  ptype: { shortest: 2, argument: true },
  nonull: { shortest: 4 },
  robust: { shortest: 1 },
  level: { shortest: 1, argument: true },
  nograph: { shortest: 2 },
  noci: { shortest: 4 },
  gridmin: { shortest: 7, argument: true },
  gridmax: { shortest: 7, argument: true },
  gridpoints: { shortest: 8, argument: true },
  madjust: { shortest: 4, argument: true },
  nodots: { shortest: 6 },
};

export const boottestSyntax = {
  name: 'boottest',
  options,
  ignored: {
    ...because(reasons.printed, ['nograph', 'nodots']),
    ...because('a model searches the ends of the interval', ['gridmin', 'gridmax', 'gridpoints']),
    robust: 'the wild bootstrap is robust',
  },
};

const weightWords = { rademacher: 1, mammen: 1, webb: 1, normal: 1 } as const;
const pTypes = {
  symmetric: 'symmetric',
  equaltail: 'equal-tail',
  lower: 'less',
  upper: 'greater',
} as const;

/** The model with a bootstrap. Reads the command after the word. Throws InputError `command-syntax` with a caret. */
export function withBoottest(imported: ReadModel, reader: Reader): ReadModel {
  const { model } = imported;
  const { position: start } = reader;
  if (model.estimator === 'dpd' || model.estimator === 'gmm') {
    throw failure(reader, commandProblem['boottest-gmm'](), start);
  }
  const tested = accept(reader, /[^,]+/)?.[0].trim() ?? '';
  const { ignored } = boottestSyntax;
  return withFlags(readFlags(reader), { command: 'boottest', ignored }, (flags) => {
    const bootstrap = bootstrapOf(model, reader, start, flags);
    const level = numberOf(flags.get('level'));
    const notes = [
      ...imported.notes,
      ...(tested === '' ? [] : [testsEvery({ tested })]),
      note('other-draws'),
    ];
    return {
      model: {
        ...model,
        ...(level === undefined ? {} : { level: level / 100 }),
        bootstrap,
      } as ModelInput,
      notes,
    };
  });
}

function readFlags(reader: Reader): Map<string, Flag> {
  const flags = new Map<string, Flag>();
  if (accept(reader, /,/) === undefined) return flags;
  while (!ended(reader) && accept(reader, /,/) === undefined) {
    const flag = matchOption(reader, options, 'boottest');
    flags.set(flag.name, flag);
  }
  return flags;
}

function bootstrapOf(
  model: Exclude<ModelInput, { estimator: 'dpd' | 'gmm' }>,
  reader: Reader,
  start: number,
  flags: Flags,
): BootstrapInput {
  const isWild = /^\s*wild\s*$/.test(argumentText(flags.get('boottype')) ?? 'wild');
  const refused = flags.get('madjust') ?? (isWild ? undefined : flags.get('boottype'));
  if (refused !== undefined) {
    throw failure(
      reader,
      commandProblem['boottest-option']({ option: refused.name }),
      refused.offset,
    );
  }
  const clusters =
    clustersOf(flags) ??
    clusterOf(model.vcov && covarianceKeys<LinearCovarianceInput>(model.vcov).cluster);
  if (clusters.length > 1) {
    const message = commandProblem['boottest-clusters']();
    throw failure(reader, message, start);
  }
  const weights = flags.get('weighttype')?.argument;
  const seed = numberOf(flags.get('seed'));
  const [cluster] = clusters;
  return {
    scheme: cluster === undefined ? 'wild' : 'wild-cluster',
    reps: numberOf(flags.get('reps')) ?? 999,
    ...defined({ seed, cluster }),
    ...(weights === undefined ? {} : { weights: readWord(weights, weightWords) }),
    ...(flags.has('nonull') ? { imposeNull: false } : {}),
    ...(flags.has('noci') ? { ci: [] } : {}),
    ...pValueOf(flags),
  };
}

function pValueOf(flags: Flags): Pick<BootstrapInput, 'pValue'> {
  const argument = flags.get('ptype')?.argument;
  return argument === undefined ? {} : { pValue: pTypes[readWord(argument, pTypes)] };
}

function clustersOf(flags: Flags): string[] | undefined {
  const argument = flags.get('bootcluster')?.argument ?? flags.get('cluster')?.argument;
  if (argument === undefined) return undefined;
  const names: string[] = [];
  while (!ended(argument)) names.push(expect(argument, /\w+/, 'cluster-column')[0]);
  return names;
}

function clusterOf(cluster: string | readonly string[] | undefined): readonly string[] {
  if (cluster === undefined) return [];
  return typeof cluster === 'string' ? [cluster] : cluster;
}

function argumentText(flag: Flag | undefined): string | undefined {
  const argument = flag?.argument;
  return argument?.text.slice(argument.position, argument.end);
}

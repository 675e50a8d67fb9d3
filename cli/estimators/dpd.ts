import { InputError } from '../../bindings/index.js';
import {
  recenteringOf,
  recenteringOptions,
  sharedBootstrapKeys,
  sharedBootstrapOptions,
} from './bootstrap.js';
import { listed } from '../options/lists.js';
import { numberOrText } from '../options/numbers.js';
import { collinearOption, levelOption, periodOptions, rowOptions, weightKeys } from './linear.js';
import {
  bootstrapHeading,
  type CommandOption,
  errorHeading,
  instrumentHeading,
  modelHeading,
  type OptionValues,
  panelHeading,
  sampleHeading,
  type ShortcutCommand,
  under,
} from './describe.js';

/** `levels of w: vars w; level`: a name, then variables or a group, then the equation. */
function testedSet(spec: string): unknown {
  const match = /^([^:]+):\s*(groups|vars)\s+(.+?)(?:;\s*(diff|level|both))?$/s.exec(spec.trim());
  if (match === null) {
    const message = 'Expected NAME: vars VARS[; diff|level] or NAME: groups GROUP[; diff|level].';
    throw new InputError('bad-option', message, { found: spec });
  }
  const [, name, kind, members, equation] = match;
  return { name: name!.trim(), [kind!]: members, equation };
}

const equations = ['diff', 'level', 'both'];
const transforms = ['fd', 'fod'];
const gmmPattern =
  /^(.+?),\s*(-?\d+):(-?\d+|\.)((?:,\s*(?:collapse|passthru|diff|level|both|fd|fod))*)$/;
const ivPattern = /^(.*?)((?:,\s*(?:mz|passthru|diff|level|both|fd|fod))*)$/s;

/** `n w,2:4,collapse,diff`; a dot as the last lag means all lags. */
function gmmGroup(spec: string): unknown {
  const match = gmmPattern.exec(spec.trim());
  if (match === null) {
    const message =
      'Expected VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both], as in "n w,2:4".';
    throw new InputError('bad-option', message, { found: spec });
  }
  const [, vars, first, last, rest = ''] = match;
  const flags = flagsOf(rest);
  return {
    vars,
    lags: [Number(first), last === '.' ? null : Number(last)],
    collapse: flags.includes('collapse'),
    ...place(flags),
  };
}

/** `k ys,level`. */
function ivGroup(spec: string): unknown {
  const [, vars, rest = ''] = ivPattern.exec(spec.trim())!;
  const flags = flagsOf(rest);
  return { vars, mz: flags.includes('mz'), ...place(flags) };
}

function flagsOf(text: string): string[] {
  return text.split(',').map((flag) => flag.trim());
}

function place(flags: readonly string[]) {
  return {
    equation: flags.find((flag) => equations.includes(flag)),
    transform: flags.find((flag) => transforms.includes(flag)),
    passthru: flags.includes('passthru'),
  };
}

/** A number of components, or `auto` for those with eigenvalues above 1. */
function components(text: string): unknown {
  return text === 'auto' ? true : numberOrText(text);
}

/** `iterated`, `cue` or a number. */
function stepsOf(text: string): unknown {
  return numberOrText(text.toLowerCase());
}

const modelOptions: readonly CommandOption[] = [
  ...under(panelHeading, [
    { flags: '--unit <column>', help: 'column of the units', default: 'id' },
    { flags: '--time <column>', help: 'column of the periods', default: 'year' },
    ...periodOptions,
    {
      flags: '--gaps <rule>',
      words: ['strict', 'bridge'],
      help: 'strict (default) or bridge (differences across gaps)',
    },
  ]),
  ...under(sampleHeading, rowOptions),
  ...under(modelHeading, [
    { flags: '--no-system', help: 'leave out the level equation: difference GMM' },
    {
      flags: '--transform <name>',
      words: ['fd', 'fod', 'level'],
      help: 'fd (first differences, default), fod (forward orthogonal deviations) or level (none)',
    },
    { flags: '--time-effects', help: 'include period dummies' },
    {
      flags: '--steps <steps>',
      words: ['1', '2', 'iterated', 'cue'],
      help: '1, 2, iterated or cue (default: 2)',
      read: stepsOf,
    },
    {
      flags: '--h <number>',
      words: ['1', '2', '3'],
      help: 'one-step weighting matrix: 1, 2 or 3, on the whole calendar also where a unit has gaps (default: 3)',
      read: numberOrText,
    },
    {
      flags: '--no-baselines',
      help: 'leave out the least squares, within and Anderson-Hsiao estimates',
    },
    {
      flags: '--compat <program>',
      words: ['xtabond2', 'gretl', 'plm', 'xtdpdgmm'],
      help: 'follow the rules of xtabond2 (default), gretl, plm or xtdpdgmm',
    },
    collinearOption,
  ]),
  ...under(instrumentHeading, [
    {
      flags: '--gmm <spec>',
      help: 'GMM-style instruments, lags A to B: VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both]; repeatable',
      read: gmmGroup,
      repeatable: true,
    },
    {
      flags: '--iv <spec>',
      help: 'ordinary instruments: VARS[,mz][,passthru][,fd|fod][,diff|level|both]; repeatable',
      read: ivGroup,
      repeatable: true,
    },
    {
      flags: '--endogenous <vars>',
      help: 'variables correlated with the error of the same period: lags from 2 on',
    },
    {
      flags: '--predetermined <vars>',
      help: 'variables correlated with past errors only: lags from 1 on',
    },
    {
      flags: '--exogenous <vars>',
      help: 'variables uncorrelated with all errors: ordinary instruments',
    },
    { flags: '--collapse', help: 'collapse the instruments that come from roles' },
    {
      flags: '--pca <number>',
      help: 'replace the GMM-style instruments by this number of principal components, or auto',
      read: components,
    },
    {
      flags: '--nonlinear <conditions>',
      help: 'Ahn-Schmidt conditions: all, or collapse for their sum',
      read: (text) => (text === 'all' ? true : text),
    },
    {
      flags: '--ar-orders <number>',
      help: 'largest order of the Arellano-Bond tests (default: 2)',
      read: numberOrText,
    },
    { flags: '--ar-levels', help: 'use the level residuals of a system in these tests' },
    {
      flags: '--diff-hansen <spec>',
      help: 'subset for a difference-in-Hansen test: NAME: vars VARS[; diff|level] or NAME: groups GROUP[; diff|level]; repeatable',
      read: testedSet,
      repeatable: true,
    },
  ]),
  ...under(errorHeading, [
    {
      flags: '--vcov <type>',
      words: ['unadjusted', 'robust', 'windmeijer', 'windmeijer-step', 'doubly-corrected'],
      help: 'unadjusted, robust, windmeijer, windmeijer-step or doubly-corrected (default: windmeijer after two steps or iterated, else robust)',
    },
    {
      flags: '--cluster <columns>',
      help: 'columns that define clusters (default: the units)',
      read: listed,
    },
    { flags: '--small', help: "use Stata's small-sample factor, with t and F" },
    levelOption,
  ]),
];

/** Options of the bootstrap. They need --bootstrap. */
const bootstrapOptions: readonly CommandOption[] = under(bootstrapHeading, [
  {
    flags: '--bootstrap <reps>',
    help: 'number of bootstrap replicates; units are drawn',
    read: numberOrText,
  },
  {
    flags: '--ci <methods>',
    words: ['percentile', 'basic', 'normal', 'studentized', 'bca'],
    help: 'intervals, as a list of percentile (default), basic, normal, studentized and bca',
    needs: 'bootstrap',
  },
  {
    flags: '--statistics <list>',
    help: 'hansen, diffHansen and expressions such as w/(1-L1.n), separated by commas',
    needs: 'bootstrap',
  },
  ...recenteringOptions('units'),
  ...sharedBootstrapOptions,
]);

function keys(values: OptionValues): object {
  const {
    unit,
    time,
    step,
    frequency,
    gmm,
    endogenous,
    predetermined,
    exogenous,
    collapse,
    vcov,
    small,
  } = values;
  const { diffHansen, baselines, compat, gaps, pca, cluster, nonlinear, arLevels } = values;
  const given = [endogenous, predetermined, exogenous].some((vars) => vars !== undefined);
  const { where, system, transform, iv, timeEffects, steps, h, arOrders, collinear, level } =
    values;
  return {
    panel: { unit, time, step, frequency },
    where,
    transform,
    system,
    gmm: gmm ?? (given ? undefined : []),
    roles: given ? { endogenous, predetermined, exogenous, collapse } : undefined,
    iv,
    timeEffects,
    steps,
    h,
    nonlinear,
    arOrders,
    arLevels,
    diffHansen,
    baselines,
    gaps,
    weights: weightKeys(values),
    pca,
    compat,
    vcov: { type: vcov, cluster, small },
    bootstrap: bootstrapKeys(values),
    collinear,
    level,
  };
}

function bootstrapKeys(values: OptionValues): object | undefined {
  const { bootstrap: reps, ci } = values;
  if (reps === undefined) return undefined;
  return { reps, ci, recenter: recenteringOf(values), ...sharedBootstrapKeys(values) };
}

export const dpdCommand: ShortcutCommand = {
  name: 'dpd',
  formula: 'n ~ L.n + L2.n + w + k',
  examples: [
    'examples/abdata.csv "n ~ L.n + L2.n + w + k" --gmm n,2:4 --gmm w,1:3 --iv k',
    'examples/abdata.csv "n ~ L.n + L2.n + w + k" --no-system \\\n    --gmm "n w,2:.,collapse" --iv k --bootstrap 10000 --seed 1',
    'examples/abdata.csv "n ~ L.n + w + k" --endogenous n --predetermined w --exogenous k',
    'examples/abdata.csv "n ~ L.n + w" --gmm n,2:. --print-model',
  ],
  options: [...modelOptions, ...bootstrapOptions],
  keys,
};

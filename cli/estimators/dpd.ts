import { InputError } from '../../bindings/index.js';
import { badGmmGroup, badTestedSet } from '../../bindings/words/errors/program/models.js';
import { recenteringOf, recenteringOptions, statisticsOf } from './bootstrap.js';
import { helpOf, helpOfKey, keyOf, wordsOf } from './help.js';
import { listed } from '../options/lists.js';
import { numberOrText } from '../options/numbers.js';
import { rowOptions, weightKeys } from './linear.js';
import {
  bootstrapHeading,
  type CommandOption,
  errorHeading,
  instrumentHeading,
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
    throw new InputError(badTestedSet({ found: spec }));
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
    throw new InputError(badGmmGroup({ found: spec }));
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

const covariance = keyOf('vcov.type', 'dpd');

const modelOptions: readonly CommandOption[] = [
  ...under(panelHeading, [
    { flags: '--unit <column>', help: helpOfKey('panel.unit'), default: 'id' },
    { flags: '--time <column>', help: helpOfKey('panel.time'), default: 'year' },
  ]),
  ...under(sampleHeading, rowOptions),
  ...under(instrumentHeading, [
    {
      flags: '--gmm <spec>',
      help: helpOfKey(
        'gmm',
        'VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both]; lags A to B; repeatable',
      ),
      read: gmmGroup,
      repeatable: true,
    },
    {
      flags: '--iv <spec>',
      help: helpOfKey('iv', 'VARS[,mz][,passthru][,fd|fod][,diff|level|both]; repeatable'),
      read: ivGroup,
      repeatable: true,
    },
    {
      flags: '--endogenous <vars>',
      help: helpOfKey('roles.endogenous', 'lags from 2 on'),
    },
    {
      flags: '--predetermined <vars>',
      help: helpOfKey('roles.predetermined', 'lags from 1 on'),
    },
    {
      flags: '--exogenous <vars>',
      help: helpOfKey('roles.exogenous', 'instruments as they are'),
    },
    { flags: '--collapse', help: helpOfKey('roles.collapse') },
    {
      flags: '--pca <number>',
      help: helpOfKey('pca', 'auto means true'),
      read: components,
    },
    {
      flags: '--nonlinear <conditions>',
      help: helpOfKey('nonlinear', 'all or collapse'),
      read: (text) => (text === 'all' ? true : text),
    },
    {
      flags: '--diff-hansen <spec>',
      help: helpOfKey(
        'diffHansen',
        'NAME: vars VARS[; diff|level] or NAME: groups GROUP[; diff|level]; repeatable',
      ),
      read: testedSet,
      repeatable: true,
    },
  ]),
  ...under(errorHeading, [
    {
      flags: '--vcov <type>',
      words: wordsOf(covariance),
      help: helpOf(covariance),
    },
    {
      flags: '--cluster <columns>',
      help: helpOf(keyOf('vcov.cluster', 'dpd')),
      read: listed,
    },
    { flags: '--small', help: helpOf(keyOf('vcov.small', 'dpd')) },
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
    flags: '--statistics <list>',
    help: 'hansen, diffHansen and expressions such as w/(1-L1.n), separated by commas',
    needs: 'bootstrap',
  },
  ...recenteringOptions('units'),
]);

function keys(values: OptionValues): object {
  const { unit, time, gmm, iv, endogenous, predetermined, exogenous, collapse } = values;
  const { vcov, cluster, small, nonlinear, pca, diffHansen } = values;
  const given = [endogenous, predetermined, exogenous].some((vars) => vars !== undefined);
  return {
    panel: { unit, time },
    gmm: gmm ?? (given ? undefined : []),
    roles: given ? { endogenous, predetermined, exogenous, collapse } : undefined,
    iv,
    nonlinear,
    diffHansen,
    weights: weightKeys(values),
    pca,
    vcov: { type: vcov, cluster, small },
    bootstrap: bootstrapKeys(values),
  };
}

function bootstrapKeys(values: OptionValues): object | undefined {
  const { bootstrap: reps } = values;
  if (reps === undefined) return undefined;
  return { reps, recenter: recenteringOf(values), statistics: statisticsOf(values) };
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

/** Covariances of sandwich and plm: `vcovHC(m, type = "HC1")`, `vcovCL(m, cluster = ~ id)`, `NeweyWest(m, lag = 4)`. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { accept, ended, failure, type Reader, unexpected } from '../../reader.js';
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { acceptCall, flagOf, numbersOf, textOf } from '../call.js';
import { columnsOf } from './arguments.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

export interface RCovariance {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly Told[];
}

/** The context in which a covariance is read. */
interface Setting {
  readonly model: ModelInput;
  readonly isPlm: boolean;
  /** The column by which the rows are ordered. */
  readonly order: string | undefined;
  /** Arguments after the name of a function: `vcov = vcovCL, cluster = ~ id`. */
  readonly passed?: Call['args'];
}

/** Reads `vcovHC(m, type = "HC1")`, `function(x) vcovHC(x)`, or the bare name of a function. */
export function readCovariance(value: Reader, setting: Setting): RCovariance {
  const reader = { ...value };
  accept(reader, /(?:function\s*\(\s*\w+\s*\)|\\\(\s*\w+\s*\))/);
  // `small` and `df.residual(m) / nobs(m)` are the factors in the scripts of export.
  const isSmall = accept(reader, /small\s*\*/) !== undefined;
  const { position: start } = reader;
  const call = acceptCall(reader) ?? bareName(reader, setting.passed);
  const isLarge =
    accept(reader, /\*\s*df\.residual\(\s*\w+\s*\)\s*\/\s*nobs\(\s*\w+\s*\)/) !== undefined;
  if (call === undefined || !ended(reader)) {
    throw unexpected({ ...reader, position: start }, 'r-covariance');
  }
  const known = call.name === 'vcovHC' && setting.isPlm ? arellanoRead : readers[call.name];
  if (known === undefined) {
    const problem = scriptProblem['unknown-covariance']({
      name: call.name,
      known: Object.keys(readers).join(', '),
    });
    throw failure(reader, problem, call.offset);
  }
  const { vcov, notes } = withArguments(call, known.signature, (args) => {
    args.get('x');
    return known.read(args, setting, call);
  });
  if (isLarge) return { vcov: { ...vcov, small: false }, notes };
  return { vcov: isSmall ? { ...vcov, small: true } : vcov, notes };
}

function bareName(reader: Reader, passed: Call['args'] = []): Call | undefined {
  const name = accept(reader, /(?:sandwich::|plm::)?(vcovHC|vcovCL|sandwich|NeweyWest)/)?.[1];
  if (name === undefined) return undefined;
  return { name, offset: reader.position - name.length, args: [model, ...passed] };
}

/** The model argument when coeftest() is given only the name of a function. */
const model = { value: { text: 'm', position: 0 } };

/** What reads the arguments of a covariance. */
interface Read {
  readonly signature: Signature;
  readonly read: (args: Arguments, setting: Setting, call: Call) => RCovariance;
}

const hcTypes: Readonly<Record<string, LinearCovarianceInput['type']>> = {
  const: 'unadjusted',
  HC: 'HC0',
  ...Object.fromEntries(['HC0', 'HC1', 'HC2', 'HC3', 'HC4'].map((type) => [type, type])),
};

function heteroskedastic(args: Arguments): RCovariance {
  const word = textOf(args.get('type')) ?? 'HC3';
  const type = hcTypes[word];
  if (type === undefined) {
    throw failure(args.get('type')!, scriptProblem['vcov-hc']({ word }));
  }
  return { vcov: { type }, notes: [] };
}

/** Arellano's covariance sums over the rows of a unit. */
function arellano(args: Arguments, { model }: Setting): RCovariance {
  const method = textOf(args.get('method')) ?? 'arellano';
  const type = textOf(args.get('type')) ?? 'HC0';
  const by = textOf(args.get('cluster')) ?? 'group';
  const factors = {
    HC0: [],
    HC1: [note('plm-hc1')],
    sss: [note('plm-sss')],
  }[type as 'HC0'] as Told[] | undefined;
  if (factors === undefined) {
    const problem = scriptProblem['vcov-hc-plm']({ type });
    throw failure(args.get('type')!, problem);
  }
  if (method === 'white1' && type !== 'sss')
    return { vcov: { type: 'HC0' }, notes: [note('plm-t')] };
  if (method !== 'arellano') {
    throw failure(args.get('method')!, scriptProblem['vcov-hc-method']({ method }));
  }
  const { panel } = model;
  const cluster = [by === 'time' ? panel!.time : panel!.unit];
  return { vcov: { type: 'cluster', cluster, small: false }, notes: [note('plm-t'), ...factors] };
}

function clustered(args: Arguments, { model }: Setting, call: Call): RCovariance {
  const given = args.get('cluster');
  if (given === undefined) {
    const place = call.args[0]?.value ?? { text: '', position: 0 };
    throw failure(place, scriptProblem['vcov-cl']());
  }
  const cluster = columnsOf(given);
  const type = textOf(args.get('type')) ?? (model.estimator === 'ols' ? 'HC1' : 'HC0');
  const adjusted = flagOf(args.get('cadjust')) ?? true;
  const small = type === 'HC1' && adjusted;
  if (!small && !(type === 'HC0' && !adjusted)) {
    const problem = scriptProblem['vcov-cl-type']({ type, cadjust: adjusted ? 'TRUE' : 'FALSE' });
    throw failure(args.get('type') ?? given, problem);
  }
  return { vcov: { type: 'cluster', cluster, small }, notes: small ? severalNotes(cluster) : [] };
}

function severalNotes({ length }: readonly string[]): Told[] {
  if (length < 2) return [];
  return [note('sandwich-clusters')];
}

function newey(args: Arguments, { order: ordered }: Setting, call: Call): RCovariance {
  const prewhite = args.get('prewhite');
  const isPrewhite =
    prewhite === undefined ||
    !/^\s*(?:FALSE|F|0L?)\s*$/.test(prewhite.text.slice(prewhite.position, prewhite.end));
  const lag = numbersOf(args.get('lag'))?.[0];
  if (isPrewhite || lag === undefined) {
    throw failure(call.args[0]?.value ?? { text: '', position: 0 }, scriptProblem['newey-west']());
  }
  const order = args.get('order.by');
  return {
    vcov: {
      type: 'hac',
      kernel: 'bartlett',
      bandwidth: lag,
      order: order === undefined ? (ordered ?? 'year') : columnsOf(order)[0]!,
      ...(flagOf(args.get('adjust')) === true ? {} : { small: false }),
    },
    notes: order === undefined && ordered === undefined ? [note('newey-order')] : [],
  };
}

const arellanoRead: Read = {
  signature: {
    command: 'vcovHC()',
    positions: ['x', 'method', 'type', 'cluster'],
    translated: ['x', 'method', 'type', 'cluster'],
    ignored: {},
  },
  read: arellano,
};

/** Covariances by the name of their function. */
const readers: Readonly<Record<string, Read>> = {
  vcov: {
    signature: {
      command: 'vcov()',
      positions: ['x'],
      translated: ['x'],
      ignored: because(reasons.printed, ['complete']),
    },
    read: () => ({ vcov: { type: 'unadjusted' }, notes: [] }),
  },
  sandwich: {
    signature: { command: 'sandwich()', positions: ['x'], translated: ['x'], ignored: {} },
    read: () => ({ vcov: { type: 'HC0' }, notes: [] }),
  },
  vcovHC: {
    signature: {
      command: 'vcovHC()',
      positions: ['x', 'type'],
      translated: ['x', 'type'],
      ignored: {},
    },
    read: heteroskedastic,
  },
  vcovCL: {
    signature: {
      command: 'vcovCL()',
      positions: ['x', 'cluster', 'type'],
      translated: ['x', 'cluster', 'type', 'cadjust', 'multi0'],
      ignored: because('it changes a covariance that is not positive definite only', ['fix']),
    },
    read: clustered,
  },
  NeweyWest: {
    signature: {
      command: 'NeweyWest()',
      positions: ['x', 'lag', 'order.by', 'prewhite', 'adjust'],
      translated: ['x', 'lag', 'prewhite', 'adjust', 'order.by'],
      ignored: because(reasons.printed, ['verbose', 'diagnostics']),
    },
    read: newey,
  },
};

/** The signatures of all covariances. */
export const covarianceSignatures: readonly Signature[] = [
  ...Object.values(readers).map(({ signature }) => signature),
  arellanoRead.signature,
];

/**
 * Calls of pdynmc() (Fritsch, Pua and Schnurbus 2021) as models: difference GMM with windows by role. Endogenous
 * variables and the outcome have lags from 2 on, predetermined ones from 1 on. Level equations and nonlinear conditions
 * differ from those of wasmetrics and are rejected.
 */
import { type Arguments, because, type Call, type Signature, withArguments } from '../arguments.js';
import type { DpdModelInput, GmmGroupInput, Lags } from '../../models/dpd/model.js';
import { defined, formulaText, type ImportOptions, panelOf, type ReadModel } from '../imported.js';
import { lagNames } from '../lags.js';
import { checkData, choiceOf, flagOf, numbersOf, textOf, textsOf } from './call.js';
import { checkTerms } from '../bounds.js';
import { failure, type Reader } from '../reader.js';
import { readR } from './script.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';
import { type PdynmcFlag, refusedFlag } from '../../words/errors/interchange/syntax.js';
import { noEffect, otherLimits } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

/** Arguments that do not affect the estimates of linear equations with closed forms. */
const withoutEffect = [
  'opt.meth',
  'hessian',
  'optCtrl',
  'custom.start.val',
  'start.val',
  'start.val.lo',
  'start.val.up',
  'seed.input',
  'inst.stata',
  'inst.reg.ex.expand',
];

/** Arguments that must be FALSE, and what TRUE means. */
const refused: Readonly<Record<string, PdynmcFlag>> = {
  'use.mc.lev': 'levels',
  'use.mc.nonlin': 'nonlinear',
  'include.x.instr': 'instruments',
  'include.x.toInstr': 'regressors',
  'fur.con.lev': 'level-equations',
  'dum.lev': 'level-equations',
  'w.mat.stata': 'weight',
};

const known = [
  'dat',
  'varname.i',
  'varname.t',
  'use.mc.diff',
  'inst.collapse',
  'include.y',
  'varname.y',
  'lagTerms.y',
  'maxLags.y',
  'include.x',
  ...['end', 'pre'].flatMap((role) =>
    ['varname.reg', 'lagTerms.reg', 'maxLags.reg'].map((name) => `${name}.${role}`),
  ),
  'fur.con',
  'fur.con.diff',
  'varname.reg.fur',
  'lagTerms.reg.fur',
  'include.dum',
  'dum.diff',
  'varname.dum',
  'w.mat',
  'std.err',
  'estimation',
  'max.iter',
  'iter.tol',
  'col_tol',
  'inst.thresh',
];

const pdynmcSignature: Signature = {
  command: 'pdynmc()',
  positions: ['dat', 'varname.i', 'varname.t'],
  translated: [...known, ...Object.keys(refused)],
  ignored: because('it changes how the estimates are searched for', withoutEffect),
  isSilent: true,
};

/** Reads a call, or a script that contains one. Throws InputError `command-syntax` with a caret. */
export function readPdynmc(text: string, options: ImportOptions): ReadModel<DpdModelInput> {
  const script = readR(text, 'pdynmc', options);
  return withArguments(script.call, pdynmcSignature, (args) => modelOf(args, script));
}

function modelOf(args: Arguments, script: ReturnType<typeof readR>): ReadModel<DpdModelInput> {
  checkRefused(args);
  checkData(args.get('dat'));
  const required = (name: string) => requiredOf(args, name, script.reader, script.call);
  if (flagOf(required('use.mc.diff')) !== true || flagOf(required('include.y')) !== true) {
    const problem = scriptProblem['pdynmc-outcome']();
    throw failure(script.reader, problem, script.call.offset);
  }
  const [unit, time] = [textOf(args.get('varname.i')), textOf(args.get('varname.t'))];
  const panel = panelOf({ ...script.known, ...(time === undefined ? {} : { unit, time }) });
  const outcome = textOf(required('varname.y'))!;
  const { data } = script.known;
  const further = furtherOf(args);
  const roles =
    flagOf(args.get('include.x')) === true
      ? [...role(args, 'end', 2), ...role(args, 'pre', 1)]
      : [];
  const depth = numbersOf(required('lagTerms.y'))![0]!;
  const collapse = flagOf(args.get('inst.collapse')) === true;
  const outcomeRole = {
    name: outcome,
    window: [2, numbersOf(args.get('maxLags.y'))?.[0] ?? null] as const,
  };
  const variables = [
    outcome,
    ...lagNames(outcome, 1, depth),
    ...[...roles, ...further].flatMap(({ names }) => names),
  ];
  const model: DpdModelInput = {
    ...defined({ data }),
    panel,
    estimator: 'dpd',
    formula: formulaText(script.reader, variables, true, script.call.offset),
    system: false,
    gmm: [outcomeRole, ...roles].map(({ name, window }): GmmGroupInput => {
      return { vars: [name], lags: window, ...(collapse ? { collapse } : {}) };
    }),
    iv: further.length === 0 ? [] : [{ vars: further.flatMap(({ names }) => names) }],
    ...(hasDummies(args, panel.time) ? { timeEffects: true } : {}),
    ...estimation(args),
  };
  return { model, notes: [...script.notes, ...leftOut(args)] };
}

function checkRefused(args: Arguments): void {
  for (const [name, flag] of Object.entries(refused)) {
    const value = args.get(name);
    if (flagOf(value) !== true) continue;
    throw failure(value!, refusedFlag({ name, flag }));
  }
}

function requiredOf(args: Arguments, name: string, reader: Reader, call: Call): Reader {
  const value = args.get(name);
  if (value !== undefined) return value;
  throw failure(reader, scriptProblem['pdynmc-argument']({ name }), call.offset);
}

interface Regressor {
  readonly name: string;
  /** The variable and its lags. */
  readonly names: readonly string[];
}

function regressors(args: Arguments, role: string): Regressor[] {
  const variables = textsOf(args.get(`varname.reg.${role}`)) ?? [];
  const depths = perVariable(args, `lagTerms.reg.${role}`, variables);
  const count = variables.reduce((sum, _, i) => sum + 1 + (depths?.[i] ?? 0), 0);
  if (depths !== undefined) checkTerms(args.get(`lagTerms.reg.${role}`)!, count);
  return variables.map((name, i) => ({ name, names: lagNames(name, 0, depths?.[i] ?? 0) }));
}

/** Regressors whose window of instruments starts at lag `first`. */
function role(args: Arguments, which: string, first: number): (Regressor & { window: Lags })[] {
  const variables = regressors(args, which);
  const ends = perVariable(
    args,
    `maxLags.reg.${which}`,
    variables.map(({ name }) => name),
  );
  return variables.map((regressor, i) => ({ ...regressor, window: [first, ends?.[i] ?? null] }));
}

/** Regressors that instrument themselves. */
function furtherOf(args: Arguments): Regressor[] {
  if (flagOf(args.get('fur.con')) !== true) return [];
  const value = args.get('fur.con.diff');
  if (flagOf(value) === true) return regressors(args, 'fur');
  const argument = args.get('fur.con')!;
  throw failure(argument, scriptProblem['fur-con']());
}

/** Numbers, one per variable. */
function perVariable(
  args: Arguments,
  name: string,
  variables: readonly string[],
): number[] | undefined {
  const value = args.get(name);
  const numbers = numbersOf(value);
  if (numbers === undefined || numbers.length === variables.length) return numbers;
  const problem = scriptProblem.numbers({
    name,
    expected: variables.length,
    found: numbers.length,
  });
  throw failure(value!, problem);
}

function hasDummies(args: Arguments, time: string): boolean {
  const given = args.get('include.dum');
  if (flagOf(given) !== true) return false;
  const [column] = textsOf(args.get('varname.dum')) ?? [];
  if (flagOf(args.get('dum.diff')) === true && column === time) return true;
  const problem = scriptProblem['dum-diff']({ time });
  throw failure(given!, problem);
}

function estimation(args: Arguments): Partial<DpdModelInput> {
  const steps = { onestep: 1, twostep: 2, iterative: 'iterated' } as const;
  const step = steps[choiceOf(args.get('estimation'), ['iterative', 'onestep', 'twostep'])];
  const error = choiceOf(args.get('std.err'), ['corrected', 'unadjusted', 'dbl.corrected']);
  const types = {
    corrected: step === 1 ? 'robust' : 'windmeijer',
    unadjusted: 'unadjusted',
    'dbl.corrected': 'doubly-corrected',
  } as const;
  const identity = choiceOf(args.get('w.mat'), ['iid.err', 'identity', 'zero.cov']) === 'identity';
  return { steps: step, ...(identity ? { h: 1 } : {}), vcov: { type: types[error] } };
}

/** Notes on arguments that have no effect here. `opt.meth = "none"` means closed forms and needs no note. */
function leftOut(args: Arguments): Told[] {
  const quiet = ['inst.stata', 'inst.reg.ex.expand'];
  const plain = withoutEffect.filter((name) => args.has(name) && !quiet.includes(name));
  const ignored = plain.filter((name) => name !== 'opt.meth' || textOf(args.get(name)) !== 'none');
  const limits = ['max.iter', 'iter.tol', 'col_tol', 'inst.thresh'];
  return [
    ...ignored.map((name) => noEffect({ option: name })),
    ...limits.filter((name) => args.has(name)).map((name) => otherLimits({ name })),
  ];
}

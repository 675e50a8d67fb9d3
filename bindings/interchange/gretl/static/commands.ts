/** The commands ols, wls, tsls and panel of gretl as models, as in gretl 2025a. */
import { suggestionOf } from '../../../data/index.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import type { PanelEffects } from '../../../models/panel/model.js';
import { defined, type ReadModel, type ImportOptions, panelOf } from '../../imported.js';
import { accept, ended, expect, failure, type Reader } from '../../reader.js';
import { hasOperators, staticFormula } from '../../static/formula.js';
import { constant, type Lists, readList } from '../lists.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';
import { commandFault } from '../../../words/errors/interchange/syntax.js';
import { ignoredByLiml, noEffect, note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** What a script has set before a command. */
export interface GretlSetting {
  readonly known: ImportOptions;
  readonly lists: Lists;
  /** `set hc_version`. */
  readonly hcVersion: string;
  readonly isTimeSeries: boolean;
}

export const staticWords = ['ols', 'wls', 'tsls', 'panel'] as const;

export type StaticWord = (typeof staticWords)[number];

const printed = ['quiet', 'vcv', 'simple-print', 'verbose', 'anova'];

const options: Readonly<Record<StaticWord, readonly string[]>> = {
  ols: ['robust', 'no-df-corr'],
  wls: ['robust'],
  tsls: ['robust', 'no-df-corr', 'liml'],
  panel: ['robust', 'fixed-effects', 'random-effects', 'between', 'pooled', 'time-dummies'],
};

interface Command {
  readonly names: readonly string[];
  readonly instruments: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly cluster: string | undefined;
  readonly notes: readonly Told[];
}

/** Reads the command after its word. Throws InputError `command-syntax` with a caret. */
export function readStaticGretl(
  word: StaticWord,
  reader: Reader,
  setting: GretlSetting,
): ReadModel {
  const start = reader.position;
  const weights = word === 'wls' ? expect(reader, /[A-Za-z]\w*/, 'weights')[0] : undefined;
  const names = readList(reader, setting.lists);
  const instruments: string[] = [];
  if (word === 'tsls') {
    expect(reader, /;/, 'semicolon');
    instruments.push(...readList(reader, setting.lists));
  }
  const command: Command = { names, instruments, ...readOptions(word, reader) };
  const keys =
    word === 'panel'
      ? panelKeys(command, setting, reader, start)
      : linearKeys(command, setting, reader, start);
  const [depvar, ...right] = names;
  const regressors = right.filter((name) => name !== constant);
  const all = instruments.filter((name) => name !== constant);
  const isDummied = command.flags.has('time-dummies') && keys.model.effects !== 'twoway';
  const endogenous = word === 'tsls' ? regressors.filter((name) => !all.includes(name)) : [];
  const formula = staticFormula({
    depvar: depvar!,
    exogenous: [
      ...regressors.filter((name) => !endogenous.includes(name)),
      ...(isDummied ? [`i(${panelOf(setting.known).time})`] : []),
    ],
    intercept: right.includes(constant),
    endogenous,
    instruments: all.filter((name) => !regressors.includes(name)),
  });
  const { data, unit, time } = setting.known;
  const needsPanel =
    word === 'panel' || hasOperators(formula) || (unit !== undefined && time !== undefined);
  const model = {
    ...defined({
      data,
      panel: needsPanel ? panelOf(setting.known) : undefined,
    }),
    formula,
    ...keys.model,
    ...(weights === undefined ? {} : { weights: { column: weights, type: 'analytic' } }),
  } as ModelInput;
  return { model, notes: [...command.notes, ...keys.notes] };
}

function readOptions(
  word: StaticWord,
  reader: Reader,
): Pick<Command, 'flags' | 'cluster' | 'notes'> {
  const flags = new Set<string>();
  const notes: Told[] = [];
  let cluster: string | undefined;
  while (!ended(reader)) {
    const clustered = accept(reader, /--cluster=([A-Za-z]\w*)/);
    if (clustered !== undefined) {
      cluster = clustered[1]!;
      continue;
    }
    const [whole, name] = expect(reader, /--([a-z-]+)/, 'robust-option');
    if (printed.includes(name!)) notes.push(noEffect({ option: whole }));
    else if (options[word].includes(name!)) flags.add(name!);
    else {
      const problem = commandFault['unsupported-option']({
        command: word,
        word: whole,
        meant: suggestionOf(name!, options[word]),
      });
      throw failure(reader, problem, reader.position - whole.length);
    }
  }
  return { flags, cluster, notes };
}

interface Keys {
  readonly model: {
    readonly estimator: string;
    readonly effects?: PanelEffects;
    readonly vcov: LinearCovarianceInput;
    readonly method?: 'liml';
  };
  readonly notes: readonly Told[];
}

/** Robust errors of a panel are clustered by unit. */
function linearKeys(command: Command, setting: GretlSetting, reader: Reader, start: number): Keys {
  const { flags, instruments } = command;
  const isIv = instruments.length > 0;
  if (flags.has('liml')) return limlKeys(command);
  const { type, cluster } = linearErrors(command, setting, reader, start);
  const uncorrected = flags.has('no-df-corr');
  if (uncorrected && type !== 'unadjusted') {
    throw failure(reader, commandProblem['no-df-corr'](), start);
  }
  const small = !uncorrected && !(isIv && type === 'HC0');
  const vcov = { type, ...defined({ cluster }), ...(small === isIv ? { small } : {}) };
  return { model: { estimator: isIv ? 'iv' : 'ols', vcov }, notes: [] };
}

/** With --liml gretl has one kind of errors, whatever the other options. */
function limlKeys({ flags, cluster }: Command): Keys {
  const named = ['robust', 'no-df-corr']
    .filter((name) => flags.has(name))
    .map((name) => `--${name}`);
  const ignored = [...named, ...(cluster === undefined ? [] : [`--cluster=${cluster}`])];
  const notes = ignored.map((option) => ignoredByLiml({ option }));
  const vcov = { type: 'unadjusted', small: true } as const;
  return { model: { estimator: 'iv', vcov, method: 'liml' }, notes };
}

function linearErrors(
  { flags, cluster }: Command,
  { known, isTimeSeries, hcVersion }: GretlSetting,
  reader: Reader,
  start: number,
): Pick<LinearCovarianceInput, 'type' | 'cluster'> {
  if (cluster !== undefined) return { type: 'cluster', cluster: [cluster] };
  if (!flags.has('robust')) return { type: 'unadjusted' };
  if (isTimeSeries) {
    const problem = commandProblem['robust-time-series']();
    throw failure(reader, problem, start);
  }
  const isPanel = known.unit !== undefined && known.time !== undefined;
  return isPanel
    ? { type: 'cluster', cluster: [known.unit!] }
    : { type: `HC${hcVersion}` as 'HC1' };
}

function panelKeys(
  { flags, cluster, names }: Command,
  setting: GretlSetting,
  reader: Reader,
  start: number,
): Keys {
  const chosen = (['random-effects', 'between', 'pooled'] as const).find((name) => flags.has(name));
  const within: PanelEffects = flags.has('time-dummies') ? 'twoway' : 'within';
  const effects =
    chosen === undefined
      ? within
      : ({ 'random-effects': 'random', between: 'between', pooled: 'pooled' } as const)[chosen];
  if (flags.has('robust') && effects === 'between') {
    throw failure(reader, commandProblem['between-robust'](), start);
  }
  if (
    !names.includes(constant) &&
    effects !== 'within' &&
    effects !== 'twoway' &&
    effects !== 'pooled'
  ) {
    throw failure(reader, commandProblem['panel-const'](), start);
  }
  const clusters = cluster ?? (flags.has('robust') ? panelOf(setting.known).unit : undefined);
  const vcov: LinearCovarianceInput =
    clusters === undefined ? { type: 'unadjusted' } : { type: 'cluster', cluster: [clusters] };
  const constantNote = effects === 'twoway' ? [note('gretl-constant')] : [];
  return { model: { estimator: 'panel', effects, vcov }, notes: constantNote };
}

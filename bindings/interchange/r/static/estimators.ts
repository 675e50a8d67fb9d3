/** lm(), plm() and ivreg() as models. */
import { withSentences } from '../../bounds.js';
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { rFilter, rValue } from '../../filters/r.js';
import type { ModelInput } from '../../../models/model.js';
import type { PanelEffects } from '../../../models/panel/model.js';
import { defined, panelOf } from '../../imported.js';
import { hasOperators } from '../../static/formula.js';
import {
  dataKeys,
  type Estimated,
  type FrameOf,
  type ScriptFrame,
  withFilter,
} from '../../static/frame.js';
import { weightKeys } from '../../static/weights.js';
import { readFormula, type WrittenFormula } from '../../static/wilkinson.js';
import { accept, failure, type Reader } from '../../reader.js';
import { argumentText, choiceOf, flagOf, textOf, textsOf } from '../call.js';
import { textNotes } from './filters.js';
import { formulaText, instrumentsOf, rDialect } from './formula.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { plmFault, type PlmFault } from '../../../words/errors/interchange/models.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** The name of a data frame, where its text is one. */
export function nameOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.]+$/.test(text) ? text : undefined;
}

/** The sample given by the arguments data, subset and weights. */
export interface Sample {
  readonly frame: ScriptFrame;
  readonly weights: Pick<ModelInput, 'weights' | 'build'>;
}

export function readSample(args: Arguments, frameOf: FrameOf): Sample {
  const data = argumentText(args.get('data'));
  const frame = chosen(frameOf(data), args.get('subset'), nameOf(data));
  const weights = args.get('weights');
  if (weights === undefined || /^\s*NULL\s*$/.test(argumentText(weights)!)) {
    return { frame, weights: {} };
  }
  const value = { ...weights };
  accept(value, /~/);
  const read = rValue(value, nameOf(data));
  return { frame, weights: weightKeys(read, 'analytic', frame.derived, weights) };
}

/** The rows of `subset = year > 2000`. */
function chosen(frame: ScriptFrame, subset: Reader | undefined, name: string | undefined) {
  if (subset === undefined || argumentText(subset) === 'NULL') return frame;
  const condition = { ...subset };
  accept(condition, /~/);
  const filter = rFilter(condition, name);
  return withFilter(
    { ...frame, changes: withSentences(frame.changes ?? [], textNotes(filter, frame)) },
    filter,
  );
}

/** The keys of a model that define its data. */
type SampleKeys = Pick<ModelInput, 'data' | 'panel' | 'weights' | 'build'> & {
  readonly formula: string;
};

/** The keys that a sample gives a model. */
export function sampleKeys({ frame, weights }: Sample, formula: string): SampleKeys {
  const keys = dataKeys(frame, formula);
  const panel = keys.panel ?? (hasOperators(formula) ? panelOf(frame) : undefined);
  return { ...keys, ...weights, ...defined({ panel }) };
}

/** The formula argument. @throws InputError `command-syntax` without one */
export function formulaArgument(args: Arguments, call: Call, reader: Reader) {
  const value = args.get('formula') ?? args.get('fml');
  if (value === undefined)
    throw failure(reader, scriptProblem['call-formula']({ name: call.name }), call.offset);
  return readFormula({ ...value }, rDialect);
}

/** A dot after `~` means every column of the data. @throws InputError `command-syntax` */
export function checkColumns({ parts }: WrittenFormula, call: Call, reader: Reader): void {
  const macro = /(?<![\w.])\.\.[A-Za-z]\w*/.exec(reader.text);
  if (macro !== null) {
    throw failure(reader, scriptProblem['formula-macro']({ name: macro[0] }), macro.index);
  }
  if (parts[0]!.dot !== true) return;
  const problem = scriptProblem['dot-columns']({ name: call.name });
  throw failure(reader, problem, call.offset);
}

const kept = because(reasons.printed, ['model', 'x', 'y', 'qr']);
const rows = because(reasons.rows, ['na.action']);

export const lmSignature: Signature = {
  command: 'lm()',
  positions: ['formula', 'data', 'subset', 'weights'],
  translated: ['formula', 'data', 'subset', 'weights', 'method', 'singular.ok'],
  ignored: { ...kept, ...rows },
};

export function readLm(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, lmSignature, (args) => {
    const written = formulaArgument(args, call, reader);
    checkColumns(written, call, reader);
    const formula = formulaText(written);
    choiceOf(args.get('method'), ['qr']);
    const notes = flagOf(args.get('singular.ok')) === false ? [note('lm-collinear')] : [];
    const sample = readSample(args, frameOf);
    const model: ModelInput = {
      ...sampleKeys(sample, formula),
      estimator: 'ols',
      vcov: { type: 'unadjusted' },
    };
    return { model, notes, frame: sample.frame };
  });
}

export const ivregSignature: Signature = {
  command: 'ivreg()',
  positions: ['formula', 'instruments', 'data', 'subset', 'na.action', 'weights'],
  translated: ['formula', 'instruments', 'data', 'subset', 'weights', 'method'],
  ignored: { ...because(reasons.printed, ['model', 'x', 'y']), ...rows },
};

export function readIvreg(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, ivregSignature, (args) => {
    choiceOf(args.get('method'), ['OLS']);
    const main = formulaArgument(args, call, reader);
    const written = { ...main, parts: [...main.parts, ...instrumentPart(args)] };
    if (written.parts.length < 2)
      throw failure(reader, scriptProblem['ivreg-formula'](), call.offset);
    checkColumns(written, call, reader);
    const formula = formulaText(written, [], instrumentsOf(written.parts));
    const sample = readSample(args, frameOf);
    const model: ModelInput = {
      ...sampleKeys(sample, formula),
      estimator: 'iv',
      vcov: { type: 'unadjusted', small: true },
    };
    return { model, notes: [], frame: sample.frame };
  });
}

/** The formula `~ x + z` of the argument `instruments`. */
function instrumentPart(args: Arguments) {
  const instruments = args.get('instruments');
  if (instruments === undefined || argumentText(instruments) === 'NULL') return [];
  const { text, position, end = text.length } = instruments;
  const completed = {
    ...instruments,
    text: `${text.slice(0, position)}y${text.slice(position)}`,
    end: end + 1,
  };
  return [readFormula(completed, rDialect).parts[0]!];
}

const plmModels: Readonly<Record<string, PanelEffects>> = {
  within: 'within',
  random: 'random',
  between: 'between',
  fd: 'first-difference',
  pooling: 'pooled',
};

export const plmSignature: Signature = {
  command: 'plm()',
  positions: ['formula', 'data', 'subset', 'weights', 'na.action', 'effect', 'model'],
  // prettier-ignore
  translated: [
    'formula', 'data', 'subset', 'weights', 'effect', 'model',
    'random.method', 'random.models', 'random.dfcor', 'inst.method', 'index',
  ],
  ignored: rows,
};

export function readStaticPlm(call: Call, reader: Reader, frameOf: FrameOf): Estimated {
  return withArguments(call, plmSignature, (args) => {
    const word = choiceOf(args.get('model'), [
      'within',
      'random',
      'ht',
      'between',
      'pooling',
      'fd',
    ]);
    const effect = choiceOf(args.get('effect'), ['individual', 'time', 'twoways', 'nested']);
    const written = formulaArgument(args, call, reader);
    checkColumns(written, call, reader);
    const refused = refusedBy(args, word, effect, written.parts.length);
    if (refused !== undefined) throw failure(reader, plmFault({ fault: refused }), call.offset);
    const index = textsOf(args.get('index'));
    const indexed: FrameOf = (name) => ({
      ...frameOf(name),
      ...defined({ unit: index?.[0], time: index?.[1] }),
    });
    const sample = readSample(args, indexed);
    const panel = panelOf(sample.frame);
    if (effect === 'time') {
      const formula = formulaText(written, [panel.time]);
      const keys = { ...sampleKeys(sample, formula), panel, estimator: 'ols' as const };
      return { model: { ...keys, vcov: unadjusted }, notes: [], frame: sample.frame };
    }
    const formula = formulaText(written);
    const model: ModelInput = {
      ...sampleKeys(sample, formula),
      panel,
      estimator: 'panel',
      effects: effect === 'twoways' ? 'twoway' : plmModels[word]!,
      vcov: unadjusted,
    };
    return { model, notes: plmNotes(word, hasOperators(formula)), frame: sample.frame };
  });
}

const unadjusted = { type: 'unadjusted' } as const;

function refusedBy(
  args: Arguments,
  word: string,
  effect: string,
  parts: number,
): PlmFault | undefined {
  if (plmModels[word] === undefined) return { models: Object.keys(plmModels), found: word };
  if (effect === 'nested') return 'nested';
  if (effect !== 'individual' && word !== 'within') return { effect, model: word };
  if (parts > 1) return 'instruments';
  if (word !== 'random') return undefined;
  const method = textOf(args.get('random.method')) ?? 'swar';
  if (method !== 'swar') return { method };
  const other = ['random.models', 'random.dfcor'].find((name) => args.has(name));
  return other === undefined ? undefined : { argument: other };
}

function plmNotes(word: string, lagged: boolean): Told[] {
  return [
    ...(word === 'random' ? [note('plm-random')] : []),
    ...(word === 'fd' ? [note('plm-differences')] : []),
    ...(lagged ? [note('plm-lags')] : []),
  ];
}

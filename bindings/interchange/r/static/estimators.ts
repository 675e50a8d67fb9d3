/** lm(), plm() and ivreg() as models. */
import type { ModelInput } from '../../../models/model.js';
import type { PanelEffects } from '../../../models/panel/model.js';
import { defined, type ImportedModel, type ImportOptions, panelOf } from '../../imported.js';
import { hasOperators } from '../../static/formula.js';
import { readFormula, type WrittenFormula } from '../../static/wilkinson.js';
import { failure, type Reader } from '../../reader.js';
import { choiceOf, matchArguments, type RArguments, type RCall, textOf, textsOf } from '../call.js';
import { columnsOf, rCondition } from './arguments.js';
import { formulaText, instrumentsOf, rDialect } from './formula.js';

/** What a script says of the data of a call. */
export type FrameKeys = Pick<ImportOptions, 'data' | 'unit' | 'time' | 'step'> & {
  readonly where?: string | undefined;
  /** The column by which its rows are ordered. */
  readonly order?: string | undefined;
  /** Sentences on statements that changed it and are not translated. */
  readonly changes?: readonly string[];
};

/** The data frame of a call by its name. */
export type FrameOf = (name: string | undefined) => FrameKeys;

/** Arguments that do not affect the estimates. */
const withoutEffect = ['model', 'x', 'y', 'qr', 'na.action', 'singular.ok'];

/** The text of an argument. */
export function argumentText(value: Reader | undefined): string | undefined {
  return value === undefined ? undefined : value.text.slice(value.position, value.end).trim();
}

/** The keys that data, subset and weights of a call give. */
export function sampleKeys(args: RArguments, frameOf: FrameOf, formula: string) {
  const frame = frameOf(argumentText(args.get('data')));
  const subset = argumentText(args.get('subset'))?.replace(/^~\s*/, '');
  const filters = [frame.where, subset === undefined ? undefined : rCondition(subset)].filter(
    (one) => one !== undefined,
  );
  const weights = args.get('weights');
  const hasPanel = frame.unit !== undefined && frame.time !== undefined;
  return defined({
    data: frame.data,
    panel: hasPanel || hasOperators(formula) ? panelOf(frame) : undefined,
    where:
      filters.length === 0
        ? undefined
        : filters
            .map((one) => (filters.length > 1 && /\|\|/.test(one) ? `(${one})` : one))
            .join(' && '),
    formula,
    weights:
      weights === undefined
        ? undefined
        : ({ column: columnsOf(weights)[0]!, type: 'analytic' } as const),
  });
}

/** The formula argument. @throws InputError `command-syntax` without one */
export function formulaArgument(args: RArguments, call: RCall, reader: Reader) {
  const value = args.get('formula') ?? args.get('fml');
  if (value === undefined)
    throw failure(reader, `expected a formula in ${call.name}()`, call.offset);
  return readFormula({ ...value }, rDialect);
}

/** A dot after `~` means every column of the data. @throws InputError `command-syntax` */
export function checkColumns({ parts }: WrittenFormula, call: RCall, reader: Reader): void {
  if (parts[0]!.dot !== true) return;
  const message = `${call.name}(): expected columns, found "."; write their names, as in y ~ x + z`;
  throw failure(reader, message, call.offset);
}

export function readLm(call: RCall, reader: Reader, frameOf: FrameOf): ImportedModel {
  const known = ['formula', 'data', 'subset', 'weights', ...withoutEffect];
  const args = matchArguments(call, ['formula', 'data', 'subset', 'weights'], known);
  const written = formulaArgument(args, call, reader);
  checkColumns(written, call, reader);
  const formula = formulaText(written);
  const model: ModelInput = {
    ...sampleKeys(args, frameOf, formula),
    estimator: 'ols',
    vcov: { type: 'unadjusted' },
  };
  return { model, notes: [] };
}

export function readIvreg(call: RCall, reader: Reader, frameOf: FrameOf): ImportedModel {
  const known = ['formula', 'instruments', 'data', 'subset', 'weights', 'method', ...withoutEffect];
  const args = matchArguments(call, ['formula', 'instruments', 'data', 'subset'], known);
  choiceOf(args.get('method'), ['OLS']);
  const instruments = args.get('instruments');
  const main = formulaArgument(args, call, reader);
  const second =
    instruments === undefined
      ? []
      : [
          readFormula(
            {
              ...instruments,
              text: `${instruments.text.slice(0, instruments.position)}y${instruments.text.slice(instruments.position)}`,
              end: (instruments.end ?? instruments.text.length) + 1,
            },
            rDialect,
          ).parts[0]!,
        ];
  const written = { ...main, parts: [...main.parts, ...second] };
  if (written.parts.length < 2)
    throw failure(reader, 'ivreg(): expected y ~ x + w | x + z', call.offset);
  checkColumns(written, call, reader);
  const instrumented = instrumentsOf(written.parts);
  const formula = formulaText(written, [], instrumented);
  const model: ModelInput = {
    ...sampleKeys(args, frameOf, formula),
    estimator: 'iv',
    vcov: { type: 'unadjusted', small: true },
  };
  return { model, notes: [] };
}

const plmModels: Readonly<Record<string, PanelEffects>> = {
  within: 'within',
  random: 'random',
  between: 'between',
  fd: 'first-difference',
  pooling: 'pooled',
};

const plmArguments = [
  'formula',
  'data',
  'subset',
  'weights',
  'na.action',
  'effect',
  'model',
  'random.method',
  'random.models',
  'index',
];

export function readStaticPlm(call: RCall, reader: Reader, frameOf: FrameOf): ImportedModel {
  const args = matchArguments(call, ['formula', 'data', 'subset'], plmArguments);
  const word = choiceOf(args.get('model'), ['within', 'random', 'ht', 'between', 'pooling', 'fd']);
  const effect = choiceOf(args.get('effect'), ['individual', 'time', 'twoways', 'nested']);
  const written = formulaArgument(args, call, reader);
  checkColumns(written, call, reader);
  const effects = plmModels[word];
  const refused = refusedBy(args, word, effect, written.parts.length);
  if (refused !== undefined) throw failure(reader, `plm(): ${refused}`, call.offset);
  const index = textsOf(args.get('index'));
  const indexed: FrameOf = (name) => {
    const frame = frameOf(name);
    return index === undefined
      ? frame
      : { ...frame, ...defined({ unit: index[0], time: index[1] }) };
  };
  const keys = indexed(argumentText(args.get('data')));
  const panel = panelOf(keys);
  if (effect === 'time') {
    const formula = formulaText(written, [panel.time]);
    const model: ModelInput = {
      ...sampleKeys(args, indexed, formula),
      panel,
      estimator: 'ols',
      vcov: { type: 'unadjusted' },
    };
    return { model, notes: [] };
  }
  const formula = formulaText(written);
  const isTwoway = effect === 'twoways';
  const model: ModelInput = {
    ...sampleKeys(args, indexed, formula),
    panel,
    estimator: 'panel',
    effects: isTwoway ? 'twoway' : effects!,
    vcov: { type: 'unadjusted' },
  };
  return { model, notes: plmNotes(word, hasOperators(formula)) };
}

function refusedBy(
  args: RArguments,
  word: string,
  effect: string,
  parts: number,
): string | undefined {
  if (plmModels[word] === undefined)
    return `expected ${Object.keys(plmModels).join(', ')}, found model "${word}"`;
  if (effect === 'nested') return 'nested effects are not available';
  if (effect !== 'individual' && word !== 'within')
    return `expected effect = "individual" with model "${word}", found "${effect}"`;
  if (parts > 1) return 'instruments are not translated; use ivreg() or feols()';
  const method = textOf(args.get('random.method')) ?? 'swar';
  if (method !== 'swar') return `expected random.method = "swar", found "${method}"`;
  return args.has('random.models') ? 'random.models is not available' : undefined;
}

function plmNotes(word: string, lagged: boolean): string[] {
  return [
    ...(word === 'random'
      ? [
          'random effects: plm weights the variance components of unbalanced panels differently from the model',
        ]
      : []),
    ...(word === 'fd'
      ? [
          'first differences: plm takes the row before, the model the period before, which is the same without gaps',
        ]
      : []),
    ...(lagged ? ['lags are those of the period before, as in plm'] : []),
  ];
}

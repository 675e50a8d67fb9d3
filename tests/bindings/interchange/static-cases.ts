/** Random static models, and the form in which equal static models are equal. */
import fc from 'fast-check';
import {
  columnsOf,
  evaluateWhere,
  type Formula,
  parseFormula,
  parseWhere,
  type Term,
  termKey,
  termName,
  toTable,
} from '../../../bindings/data/index.js';
import { drawsOf } from '../../fuzz/damage.js';
import { hostMath } from '../data/support.js';
import type { StaticModel } from '../../../bindings/interchange/static/model.js';
import { type ModelInput, parseModel } from '../../../bindings/models/index.js';

const panel = { unit: 'firm', time: 'year' } as const;

// prettier-ignore
const terms = [
  'x', 'w', 'log(k)', 'x^2', 'i(g)', 'i(g, ref=2)', 'x:w', 'w:i(h)', 'L1.x', 'D.w',
  'k^-1',
    'sqrt(k)',
    'exp(v)',
    'abs(v)',
    'v^3',
    'v^0.5',
    'log(k)^2',
    'log(k):w',
    'k^-1:x',
    'v^2:i(h)',
  '`gross output`', '`l.wage`', 'größe', 'i(`region code`)', 'L1.log(k)', 'F1.x', 'x:w:v',
];

const filters = [
  undefined,
  undefined,
  'year >= 1990',
  'year >= 1990 && region != "west"',
  'region == "east" || year > 2000',
  'missing(z) || holds(z > 3)',
  'holds(z > 3) || h == 1',
  '!holds(z == 5) && !missing(h)',
  'z in (1, 2, -3) && !(h in (4, 5))',
  '!(z > 3 && h < 2) || region in ("east", "new west")',
  'z * 2 - 1 > h + 3 && -z < 2',
  'z^2 / 4 >= 1',
  'abs(z - 2) < 3',
];

const errors = fc.constantFrom(
  ...['unadjusted', 'robust', 'HC0', 'HC2', 'HC3', 'HC4'].map((type) => ({ type })),
  { type: 'cluster', cluster: ['firm'] },
  { type: 'cluster', cluster: ['g', 'year'] },
  { type: 'hac', kernel: 'bartlett', bandwidth: 3 },
  { type: 'hac', kernel: 'parzen', bandwidth: 2 },
);

const shared = {
  regressors: fc.subarray(terms, { minLength: 1, maxLength: 4 }),
  intercept: fc.constantFrom(true, true, false),
  effects: fc.constantFrom([], [], ['firm'], ['firm', 'year'], ['ind:year']),
  where: fc.constantFrom(...filters),
  weights: fc.constantFrom(undefined, undefined, undefined, 'analytic', 'probability', 'frequency'),
  errors,
  small: fc.boolean(),
  hasPanel: fc.boolean(),
  level: fc.constantFrom(0.95, 0.95, 0.9),
} as const;

interface Shared {
  readonly regressors: readonly string[];
  readonly intercept: boolean;
  readonly effects: readonly string[];
  readonly where: string | undefined;
  readonly weights: string | undefined;
  readonly errors: { readonly type: string };
  readonly small: boolean;
  readonly hasPanel: boolean;
  readonly level: number;
}

/** The model in plain keys; parts that contradict each other are refused by parseModel. */
function keysOf(one: Shared, rest: object, iv = '') {
  const { regressors, intercept, effects, where, weights, hasPanel, level } = one;
  const isLagged = regressors.some((term) => /^[LD]\d*\./.test(term));
  const isHac = one.errors.type === 'hac';
  const named = hasPanel || isLagged || 'effects' in rest;
  const right = [...(intercept ? [] : ['0']), ...regressors].join(' + ');
  const absorbed = effects.length === 0 ? '' : ` | ${effects.join(' + ')}`;
  return {
    data: 'firms.csv',
    ...(named ? { panel } : {}),
    ...(where === undefined ? {} : { where }),
    formula: `y ~ ${right}${absorbed}${iv}`,
    ...(weights === undefined ? {} : { weights: { column: 'pop', type: weights } }),
    vcov: { ...one.errors, small: one.small, ...(isHac && !named ? { order: 'year' } : {}) },
    level,
    ...rest,
  };
}

const ols = fc.record(shared).map((one) => keysOf(one, { estimator: 'ols' }));

const static_ = fc
  .record({
    ...shared,
    effect: fc.constantFrom('within', 'within', 'twoway', 'random', 'between', 'pooled'),
  } as const)
  .map(({ effect, ...one }) =>
    keysOf({ ...one, effects: [] }, { estimator: 'panel', effects: effect }),
  );

const instruments = fc.constantFrom(' | q ~ z', ' | q ~ z1 + z2', ' | q + r ~ z1 + log(z2)');

const iv = fc
  .record({ ...shared, instruments, method: fc.constantFrom('2sls', '2sls', 'liml', 'fuller') })
  .map(({ instruments: part, method, ...one }) => keysOf(one, { estimator: 'iv', method }, part));

const gmm = fc
  .record({
    ...shared,
    instruments,
    method: fc.constantFrom('two-step', 'iterated', 'cue'),
    center: fc.boolean(),
  } as const)
  .map(({ instruments: part, method, center, ...one }) =>
    keysOf(
      { ...one, effects: [], errors: { type: 'robust' } },
      { estimator: 'gmm', method, weight: { type: 'robust', center } },
      part,
    ),
  );

/** Models that parseModel accepts. */
export const staticModels: fc.Arbitrary<ModelInput> = fc
  .oneof(ols, ols, static_, iv, gmm)
  .map((keys) => keys as unknown as ModelInput)
  .filter((model) => {
    if (/i\(g\).*i\(g, ref/.test(model.formula)) return false;
    try {
      return parseModel(model).estimator !== 'dpd';
    } catch {
      return false;
    }
  });

/** A model in the form that all equal models share, with effects of units as absorbed effects. */
export function canonicalStatic(input: ModelInput) {
  const model = parseModel(input) as StaticModel;
  const formula = parseFormula(model.formula);
  const effects = model.estimator === 'ols' ? undefined : model.effects;
  const absorbed = {
    within: [model.panel?.unit],
    twoway: [model.panel?.unit, model.panel?.time],
  }[effects as 'within'];
  const { vcov, weights } = model;
  const isLinear = model.estimator === 'ols' || effects === 'pooled' || absorbed !== undefined;
  const parts = partsOf(formula, absorbed ?? []);
  return {
    estimator: isLinear && model.estimator === 'panel' ? 'ols' : model.estimator,
    effects: isLinear ? undefined : effects,
    data: model.data,
    formula: parts,
    where: rowsOf(model, formula),
    // A program may not tell probability weights from analytic ones, which give the same numbers.
    weights: weights?.type === 'probability' ? { ...weights, type: 'analytic' } : weights,
    vcov: { ...vcov, cluster: vcov.cluster?.join(' ') },
    ...methodOf(model),
  };
}

function methodOf(model: StaticModel) {
  const { method, weight, fuller }: Readonly<Record<string, unknown>> = { ...model };
  return { method, weight, fuller };
}

function partsOf(formula: Formula, absorbed: readonly (string | undefined)[]) {
  const effects = [...absorbed, ...formula.effects.map(termName)];
  const intercept = formula.intercept || effects.length > 0;
  // Without a constant every level of the factor has a column, so the reference means nothing.
  const key = (term: Term) => (intercept ? termKey(term) : termKey(term).replace(/, ref=\d+/, ''));
  const names = (list: readonly Term[]) => list.map(key).sort();
  return {
    depvar: termName(formula.depvar),
    regressors: names(formula.regressors),
    intercept,
    effects,
    endogenous: names(formula.endogenous),
    instruments: names(formula.instruments),
  };
}

/** Rows with and without values, on which filters that mean the same agree. */
const rows = 60;
const draw = drawsOf(20261130, 1);
const numbers = () => Array.from({ length: rows }, () => (draw(3) === 0 ? null : draw(9) - 3));
const sample = toTable({
  z: numbers(),
  h: numbers(),
  year: Array.from({ length: rows }, () => 1985 + draw(20)),
  region: Array.from({ length: rows }, () => ['east', 'west', 'new west', ''][draw(4)]!),
});

/** The rows that the filter keeps, of those that have the variables of the model. */
function rowsOf(model: StaticModel, { depvar, regressors, endogenous, instruments }: Formula) {
  if (model.where === undefined) return undefined;
  const shifted = (term: Term) => /\b[LFD]\d*\./.test(termName(term));
  const terms = [depvar, ...regressors, ...endogenous, ...instruments];
  const variables = terms.filter((term) => !shifted(term)).flatMap(columnsOf);
  const columns = variables.flatMap((name) => {
    const column = sample.columns.get(name);
    return column === undefined ? [] : [column.values];
  });
  const isMissing = (value: number | string | undefined) => value !== value || value === '';
  const kept = evaluateWhere(parseWhere(model.where), sample, hostMath);
  return Array.from(kept, (is, row) => is === 1 && !columns.some((one) => isMissing(one[row])));
}

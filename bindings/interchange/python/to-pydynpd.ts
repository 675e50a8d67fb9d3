/** A model as a Python script with pydynpd (Wu, Hua and Xu 2023). */
import { pythonList, pythonString } from '../../core/escapes/python.js';
import { type Formula, hasDummies, parseTerms, type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model.js';
import type { DataFile } from '../../models/schema/data-keys.js';
import { collapsed, folding } from '../one-equation.js';
import { laggedOf, runsOf } from '../lags.js';
import {
  checkLimits,
  checkPlainGroups,
  dataFileOf,
  type Difference,
  commentsOn,
  type Limit,
  iteratedErrors,
  limits,
  type Parsed,
  refusal,
} from '../programs.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../words/errors/interchange/limits.js';
import { dummiesOfTerm } from '../../words/errors/interchange/models.js';

const program = 'pydynpd';

const refused: readonly Limit[] = [
  limits.levelAlone,
  limits.bridge,
  limits.step,
  limits.weights,
  limits.where,
  limits.components,
  limits.nonlinear,
  limits.cue,
  limits.clusters,
  limits.small,
  limits.doublyCorrected,
  limits.windmeijerStep,
  limits.sandwich,
  ['vcov.type', ({ vcov }) => vcov.type === 'unadjusted', unexpressedCovariance.unadjusted],
  ['gmm', (model) => collapsed(model) === undefined, unexpressedModel['mixed-collapse']],
  ['gmm', ({ gmm }) => gmm.length === 0, unexpressedModel['no-gmm']],
  [
    'h',
    ({ h, system, transform }) => (system ? h !== 3 : h === 1 && transform === 'fd'),
    unexpressedModel['other-weight'],
  ],
  [
    'timeEffects',
    ({ timeEffects, system }) => timeEffects && system,
    unexpressedModel['time-effects'],
  ],
];

const differences: readonly Difference[] = [
  iteratedErrors,
  folding,
  [
    ({ steps }) => steps === 1,
    'AR tests after one step: pydynpd uses two-step residuals in one term',
  ],
  [({ system }) => system, 'observations: pydynpd counts differenced rows, wasmetrics level rows'],
  [
    ({ system, transform, iv }) => system && transform === 'fod' && iv.length > 0,
    'orthogonal deviations in a system with iv(): pydynpd uses first differences, one period late; the estimates differ',
  ],
];

export function toPydynpd(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  checkPlainGroups(program, model);
  if (model.system && !formula.intercept) {
    throw refusal(program, 'formula', unexpressed['system-without-intercept']());
  }
  const { regressors, iv, timeDummies } = withoutTimeDummies(model, formula);
  const outcome = column(formula.depvar, 'formula');
  const instruments = [
    ...gmmParts(model),
    ...iv.map(({ terms, key }) => `iv(${list(terms, key)})`),
  ];
  const options: readonly (readonly [boolean, string])[] = [
    [model.steps === 1, 'onestep'],
    [model.steps === 'iterated', 'iterated'],
    [!model.system, 'nolevel'],
    [model.transform === 'fod', 'fod'],
    [model.timeEffects || timeDummies, 'timedumm'],
    [collapsed(model) === true, 'collapse'],
  ];
  const words = options.filter(([given]) => given).map(([, word]) => word);
  const parts = [
    `${outcome} ${list(regressors, 'formula')}`,
    instruments.join(' '),
    ...(words.length === 0 ? [] : [words.join(' ')]),
  ];
  return script({ model, formula }, parts.join(' | '));
}

function script(parsed: Parsed<DpdModel>, command: string): string {
  const { panel } = parsed.model;
  const data = dataFileOf(parsed.model);
  const comments = commentsOn(program, parsed, differences);
  return [
    ...comments.map((text) => `# ${text}`),
    'import pandas as pd',
    'from pydynpd import regression',
    data === undefined ? '# df = the data' : readCsv(data),
    `regression.abond(${pythonString(command)}, df, ${pythonList([panel.unit, panel.time])})`,
  ].join('\n');
}

interface OrdinaryPart {
  readonly key: string;
  readonly terms: readonly Term[];
}

/** The option `timedumm` adds period dummies as regressors that instrument both equations. */
function withoutTimeDummies(model: DpdModel, { regressors }: Formula) {
  const [dummies] = parseTerms(`i(\`${model.panel.time}\`)`);
  const name = termName(dummies!);
  const iv = model.iv.map((group, g): OrdinaryPart => {
    const key = `iv[${g}]`;
    if (group.equation !== 'both' && model.system) {
      throw refusal(program, `${key}.equation`, unexpressed['one-equation']());
    }
    return { key, terms: group.vars.flatMap(parseTerms) };
  });
  const isTime = (term: Term) => termName(term) === name;
  const both = regressors.some(isTime) && iv.some(({ terms }) => terms.some(isTime));
  if (!both) return { regressors, iv, timeDummies: false };
  const rest = iv.map(({ key, terms }) => ({ key, terms: terms.filter((one) => !isTime(one)) }));
  return {
    regressors: regressors.filter((term) => !isTime(term)),
    iv: rest.filter(({ terms }) => terms.length > 0),
    timeDummies: true,
  };
}

function column(term: Term, key: string): string {
  if (term.kind === 'column' && /^[A-Za-z_]\w*$/.test(term.name)) return term.name;
  const what = hasDummies(term) ? dummiesOfTerm : unexpressed['term-column'];
  throw refusal(program, key, what({ term: termName(term) }));
}

/** `L(1:2).n w`. */
function list(terms: readonly Term[], key: string): string {
  const written = runsOf(terms).map(({ of, first, last }) => {
    if (first < 0) throw refusal(program, key, unexpressed.leads());
    const name = column(of, key);
    if (first === last) return first === 0 ? name : `L${first}.${name}`;
    return `L(${first}:${last}).${name}`;
  });
  return written.join(' ');
}

function gmmParts(model: DpdModel): string[] {
  return model.gmm.flatMap((group, g) => {
    const key = `gmm[${g}]`;
    if (group.equation !== 'both' && model.system) {
      throw refusal(program, `${key}.equation`, unexpressed['gmm-one-equation']());
    }
    return group.vars.flatMap(parseTerms).map((term) => {
      const { of, by } = laggedOf(term);
      const [first, last] = group.lags;
      if (first + by < 0)
        throw refusal(program, `${key}.lags`, unexpressed['leads-as-instruments']());
      return `gmm(${column(of, `${key}.vars`)}, ${first + by}:${last === null ? '.' : last + by})`;
    });
  });
}

function readCsv({ file, encoding }: DataFile): string {
  const read = encoding === undefined ? '' : `, encoding=${pythonString(encoding)}`;
  return `df = pd.read_csv(${pythonString(file)}${read})`;
}

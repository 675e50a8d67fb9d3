/** A commented study to start from, written from the columns of the data. */
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import * as v from 'valibot';
import { badArgument, checkKeys, text } from '../../../core/arguments/arguments.js';
import { omit } from '../../../core/values/omit.js';
import { InputError } from '../../../core/errors/errors.js';
import { quoteName } from '../../../data/formula/quote-name.js';
import { type DataInput, type Table, toTable } from '../../../data/index.js';
import { estimatorNames, has, traitsOf, usualEstimator } from '../../../models/registry.js';
import type { DataPlace, ReshapeInput } from '../../../models/schema/data-keys.js';
import { fewColumns } from '../../../words/errors/paper/studies.js';
import { count } from '../../../words/text/counts.js';
import { isWritable, type Roles, rolesOf } from './columns.js';
import { type PanelGuess, panelOf } from './panel.js';
import { type Reshaping, reshapingOf } from './wide.js';
import { expects } from '../../../words/expects.js';
import { longOrWide } from '../../../words/expectations/models/steps.js';
import { aFile, fileOrKeys, placeOfData } from '../../../words/expectations/paper/studies.js';

/** Options of `starterStudy`. */
export interface StarterOptions extends LocalOptions {
  /** The key `data`, with a path relative to the study file. */
  readonly data: string | DataPlace;
  /** The key `reshape` of the study, if it made the data of the file; by default it is guessed. */
  readonly reshape?: ReshapeInput | undefined;
  /** The file of the report; default `report.html`. */
  readonly report?: string | undefined;
}

/** A study to start from, and the guesses behind it. */
export interface StarterStudy {
  /** The study file, YAML with comments. */
  readonly text: string;
  /** The key `reshape` in YAML, and the periods, if columns hold periods or the layout is that of an office. */
  readonly reshape?: { readonly text: string; readonly periods: readonly string[] };
  /** The columns guessed as units and periods, and why. */
  readonly panel?: {
    readonly unit: string;
    readonly time: string;
    /** Numbers of units and of periods, as they are printed. */
    readonly units: string;
    readonly periods: string;
    readonly why: string;
  };
  readonly outcome: string;
  readonly regressor: string;
  readonly controls: readonly string[];
  /** The formula of the first model, the outcome by the regressor. */
  readonly formula: string;
}

const schemas = {
  ...localSchemas,
  data: v.union([text(expects(placeOfData())), v.looseObject({})], expects(placeOfData())),
  reshape: v.union([text(expects(longOrWide())), v.looseObject({})], expects(longOrWide())),
  report: text(expects(aFile())),
};

/** Minimum number of units for clustering errors by unit. */
const MANY_UNITS = 10;

/**
 * A study file for the data: descriptive statistics and nested least squares, with the panel that its columns suggest.
 * Instruments, dynamic panels, groups and claims are in comments. It runs as it is.
 *
 * @throws InputError `too-few-columns` for data without two columns of numbers that vary; `bad-value`
 */
export async function starterStudy(
  data: DataInput,
  options: StarterOptions,
): Promise<StarterStudy> {
  checkKeys('starter', schemas, options, ['data']);
  return inOnePiece(options, () => starterOf(toTable(data), options));
}

function starterOf(given: Table, options: StarterOptions): StarterStudy {
  const reshaping = options.reshape === undefined ? reshapingOf(given) : undefined;
  const table = reshaping?.table ?? given;
  const panel = panelOf(table);
  const roles = rolesOf(table, panel);
  if (roles === undefined) {
    throw new InputError(fewColumns({ columns: given.columns.size }), 'starter');
  }
  const facts = `${count(given.nrows)} rows, ${count(given.columns.size)} columns`;
  const left = [...table.columns.keys()].filter((name) => !isWritable(name));
  const { outcome, regressor, controls } = roles;
  const reshape = reshaping && reshapeText(reshaping);
  return {
    text: studyText({ ...options, facts, panel, roles, left, shape: reshape }),
    ...(reshaping && { reshape: { text: reshape!, periods: reshaping.periods } }),
    ...(panel && {
      panel: {
        unit: panel.unit,
        time: panel.time,
        units: count(panel.nunits),
        periods: count(panel.nperiods),
        why: panel.why,
      },
    }),
    outcome,
    regressor,
    controls,
    formula: `${quoteName(outcome)} ~ ${quoteName(regressor)}`,
  };
}

/** The key `reshape` in one line of YAML. */
function reshapeText({ reshape }: Reshaping): string {
  if (typeof reshape === 'string') return reshape;
  const { columns, id, series } = reshape;
  const patterns = columns.map(({ name, pattern }) => `${scalar(name)}: ${scalar(pattern)}`);
  const rows = series === undefined ? '' : `, series: ${scalar(series)}`;
  return `{ long: { columns: { ${patterns.join(', ')} }, id: [${id.map(scalar).join(', ')}]${rows} } }`;
}

interface Parts extends StarterOptions {
  readonly facts: string;
  readonly panel: PanelGuess | undefined;
  readonly roles: Roles;
  /** The key `reshape` that was guessed. */
  readonly shape: string | undefined;
  /** Columns whose names formulas cannot contain. */
  readonly left: readonly string[];
}

/** The keys of data in one line. */
function written(data: object | string): string {
  try {
    return JSON.stringify(data);
  } catch {
    throw badArgument('starter', 'data', fileOrKeys(), data);
  }
}

function studyText(parts: Parts): string {
  const { data, facts, panel, roles, left, report = 'report.html' } = parts;
  const { outcome, regressor, controls } = roles;
  const columns = [outcome, regressor, ...controls].map(scalar).join(', ');
  const reader = typeof data === 'string' ? scalar(data) : written(data);
  const shape = parts.shape ?? (parts.reshape && written(parts.reshape));
  return `# yaml-language-server: $schema=https://unpkg.com/wasmetrics/schema/study.json
# A study to start from. Run it:  npx wasmetrics study THIS-FILE
# Lines that begin with # are comments; remove the # of those that you need.

study: 1
title: ${scalar(`A study of ${outcome}`)}
data: ${reader} # ${facts}${shape === undefined ? '' : `\nreshape: ${shape} # a row for each unit and period`}
${panelText(panel)}
${left.length === 0 ? '' : `# Formulas cannot name these columns; rename them: ${left.map((name) => JSON.stringify(name)).join(', ')}\n`}
# New columns, in order.
# build:
#   lnOutcome: ${scalar(`log(${quoteName(outcome)})`)}

${setsText(controls)}

defaults: # of every model, unless it has the key itself
  vcov: ${covariance(panel)}
  # bootstrap: { reps: 9999, seed: 20260101 }

# Estimators of models; wasmetrics NAME --help lists their options.
${estimatorLines()}

tables:
  T1:
    title: Descriptive statistics
    describe: [${columns}]
    stats: [n, mean, sd, min, max]
  T2:
    title: Least squares
    models:
${olsText(parts)}
    stats: [nobs, rsquared, rsquaredAdj]
${moreTables(parts)}

# figures:
#   F1: { coefficients: ${scalar(quoteName(regressor))}, of: T2 }

# Claims are judged by the models: what the paper says, and what the numbers say.
# claims:
#   H1: { claim: ${scalar(`T2.${controls.length === 0 ? 1 : 2}: ${quoteName(regressor)} > 0 at 0.05`)}, says: ${scalar(`${regressor} raises ${outcome}`)} }

out:
  html: ${scalar(report)}
  # markdown: tables.md
  # latex: tables.tex
`;
}

/** The set of controls; a set may not be empty. */
function setsText(controls: readonly string[]): string {
  const names = controls.map((name) => scalar(quoteName(name))).join(', ');
  return names === ''
    ? '# sets:\n#   controls: [x1, x2] # formulas write $controls for them'
    : `sets:\n  controls: [${names}] # formulas write $controls for them`;
}

function estimatorLines(): string {
  const names = estimatorNames();
  const width = Math.max(...names.map((name) => name.length));
  return names
    .map((name) => `#   ${name.padEnd(width)}  ${traitsOf(name)!.words.summary}`)
    .join('\n');
}

function panelText(panel: PanelGuess | undefined): string {
  if (panel === undefined) {
    return `# No pair of columns names units and periods. If the data are a panel, say which:\n# panel: { unit: firm, time: year }`;
  }
  const { unit, time, why } = panel;
  return `panel: { unit: ${scalar(unit)}, time: ${scalar(time)} } # guessed: ${why}`;
}

function covariance(panel: PanelGuess | undefined): string {
  return panel !== undefined && panel.nunits >= MANY_UNITS
    ? `{ type: cluster, cluster: [${scalar(panel.unit)}] }`
    : '{ type: HC1 }';
}

/** Least squares without and with controls, and in a panel the same within units. */
function olsText({ roles, panel }: Parts): string {
  const { outcome, regressor, controls } = roles;
  const short = `${quoteName(outcome)} ~ ${quoteName(regressor)}`;
  const long = controls.length === 0 ? short : `${short} + $controls`;
  const effects =
    panel === undefined || regressor === panel.time
      ? []
      : [`${long} | ${quoteName(panel.unit)} + ${quoteName(panel.time)}`];
  return [...new Set([short, long])]
    .map((formula) => `      - { estimator: ${usualEstimator}, formula: ${scalar(formula)} }`)
    .concat(
      effects.map(
        (one) =>
          `      # - { estimator: ${usualEstimator}, formula: ${scalar(one)} } # effects of units and periods`,
      ),
    )
    .join('\n');
}

/** The short model of an estimator in one line, with columns of the data. */
function exampleOf(name: string, columns: Readonly<Record<string, string>>): string {
  const keys = omit(traitsOf(name)!.shortest, 'panel');
  const written = (words: string) =>
    scalar(words.replace(/\b[yxzw]\b/g, (column) => columns[column]!));
  return flow(keys, written);
}

/** A value in one line of YAML. */
function flow(value: unknown, written: (words: string) => string): string {
  if (typeof value === 'string') return written(value);
  if (Array.isArray(value)) return `[${value.map((one) => flow(one, written)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, one]) => `${key}: ${flow(one, written)}`);
  return `{ ${entries.join(', ')} }`;
}

/** Tables in comments: other estimators, groups. */
function moreTables({ roles, panel }: Parts): string {
  if (roles.regressor === panel?.time) {
    return `# More columns come from other files:\n# merge: { file: OTHER-FILE, on: [${scalar(panel.unit)}, ${scalar(panel.time)}] }`;
  }
  const { outcome, regressor, controls, groups } = roles;
  const [y, x] = [quoteName(outcome), quoteName(regressor)];
  const sum = controls.length === 0 ? x : `${x} + $controls`;
  const by = groups ?? controls[0] ?? regressor;
  const split = groups === undefined ? `{ by: ${scalar(by)}, at: mean }` : `{ by: ${scalar(by)} }`;
  const z = panel === undefined ? 'INSTRUMENT' : `L.${x}`;
  const columns = { y, x, z, w: controls.length === 0 ? '1' : '$controls' };
  const examples = estimatorNames()
    .filter((name) => name !== usualEstimator)
    .filter((estimator) => panel !== undefined || !has({ estimator }).units)
    .map((name) => `      - ${exampleOf(name, columns)}`);
  return [
    '  T3: # the other estimators, with an instrument for the regressor where they take one',
    '    models:',
    ...examples,
    '  T4: # the model in groups of rows, and tests of the difference',
    `    model: { estimator: ${usualEstimator}, formula: ${scalar(`${y} ~ ${sum}`)} }`,
    `    split: ${split}`,
    `    compare: { of: ${scalar(x)}, by: [wald, permutation, bootstrap] }`,
  ]
    .map((line) => `# ${line}`)
    .join('\n');
}

/** A text in YAML: plain, or in double quotes. */
function scalar(words: string): string {
  const isPlain = /^[\p{L}_](?:[\p{L}\p{N}_./ -]*[\p{L}\p{N}_])?$/u.test(words);
  const isWord = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(words);
  return isPlain && !isWord ? words : JSON.stringify(words);
}

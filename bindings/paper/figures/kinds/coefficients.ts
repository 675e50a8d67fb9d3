/** Coefficients with their intervals, over models. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { listOf, text } from '../../../core/arguments/arguments.js';
import { type Engine } from '../../../core/engine/engine.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import { allTerms } from '../../tables/paper/parts/terms.js';
import type { Figure, FigureOptions } from '../figure.js';
import { BAND_DRAWS, bandCritical, type Estimated, estimatedOf } from '../intervals.js';
import { drawn, type Mark } from '../layout/coefficient-rows.js';
import type { Key } from '../layout/legend.js';
import { seriesOf } from '../layout/theme.js';
import { specOf } from '../layout/view.js';
import { modelNames, type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import {
  checkedFitList,
  checkDrawnOptions,
  computed,
  levelsSchema,
  matching,
  namesSchema,
} from '../options.js';
import { placesOf } from '../path.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';
import { expects } from '../../../words/expects.js';
import { namesForModels } from '../../../words/expectations/paper/figures.js';
import { aName } from '../../../words/expectations/values.js';

export interface CoefficientOptions extends FigureOptions, LocalOptions {
  /** Coefficients, as names or patterns between slashes; by default all but the constant. */
  readonly of?: readonly string[] | undefined;
  /** Names of the models; by default what distinguishes them. */
  readonly models?: readonly string[] | undefined;
  /** Levels of the intervals, the thickest line first; by default 0.9 and that of the first model. */
  readonly levels?: readonly number[] | undefined;
}

const schemas = {
  of: namesSchema,
  models: listOf(text(expects(aName())), expects(namesForModels())),
  levels: levelsSchema,
};

/**
 * Coefficients over models with intervals of two levels. Models of one coefficient are below each other, with their
 * covariance where nothing else differs.
 *
 * @throws InputError `bad-value`, `bad-result`, `unknown-coefficient` for a pattern that matches nothing
 */
export async function coefficientFigure(
  fits: readonly FitResult[],
  options: CoefficientOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options, schemas);
  const checked = checkedFitList(fits);
  return computed(options, (engine) => figureOf(engine, checked, options));
}

function figureOf(engine: Engine, fits: readonly FitResult[], options: CoefficientOptions): Figure {
  const names = namesOf(
    options,
    fits.map(({ labels }) => labels),
  );
  const levels = levelsOf(fits, options.levels);
  const terms = termsOf(fits, options.of);
  const models = modelNames(fits, names, options.models);
  const isOne = terms.length === 1 && fits.length > 1;
  const widest = levels.at(-1)!;
  const marks = marksOf(engine, fits, { terms, levels, isOne });
  const hasBand = marks.some(({ band }) => band);
  const rows = { labels: isOne ? models : terms.map(names.term), marks };
  const depvars = [...new Set(fits.map(({ depvar }) => names.column(depvar)))].join(
    names.words.comma,
  );
  const { words } = names;
  const title =
    options.title ??
    (isOne
      ? words.coefficients.of(names.term(terms[0]!), depvars)
      : words.coefficients.title(depvars));
  const percents = levels.map(percent);
  const subtitle = words.intervals(percents);
  const notes = hasBand ? [words.dashedBand(percent(widest), count(BAND_DRAWS))] : [];
  const description = described(title, subtitle, ...notes);
  const keys = isOne || fits.length === 1 ? [] : models.map(keyOf);
  return {
    kind: 'coefficients',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      keys,
      notes,
      ...drawn(rows, isOne ? 1 : fits.length, levels.length),
    }),
    table: tableOf(marks, { title, models, levels, hasBand, notes }, names),
    warnings: [...warningsOf(fits), ...missing(marks, names)],
  };
}

interface TableParts {
  readonly title: string;
  readonly models: readonly string[];
  readonly levels: readonly number[];
  readonly hasBand: boolean;
  readonly notes: readonly string[];
}

function tableOf(
  marks: readonly Mark[],
  { title, models, levels, hasBand, notes }: TableParts,
  { term, words }: Names,
): Figure['table'] {
  const percents = levels.map(percent);
  const band = `${words.band(percents.at(-1)!)}: ${words.bootstrap.from}`;
  const headings = [
    words.coefficient,
    words.model,
    words.estimate,
    ...percents.flatMap((level) => [words.low(level), words.high(level)]),
    ...(hasBand ? [band, words.bootstrap.to] : []),
  ];
  const rows = marks.map((mark) => {
    const ends = [...mark.intervals, ...(hasBand ? [mark.band] : [])];
    const cells = [
      models[mark.model]!,
      mark.estimate,
      ...ends.flatMap((one) => one ?? [null, null]),
    ];
    return { label: term(mark.name), cells };
  });
  return numbersTable(title, headings, rows, notes);
}

interface Shown {
  readonly terms: readonly string[];
  readonly levels: readonly number[];
  /** True if the rows are models. */
  readonly isOne: boolean;
}

function marksOf(
  engine: Engine,
  fits: readonly FitResult[],
  { terms, levels, isOne }: Shown,
): Mark[] {
  const reaches = reachesOf(engine, fits, terms, levels.at(-1)!);
  return terms.flatMap((name, row) =>
    fits.flatMap((fit, model): Mark[] => {
      const estimated = estimatedOf(engine, fit, name, levels);
      if (estimated === undefined || !Number.isFinite(estimated.estimate)) return [];
      const reach = reaches[model];
      const band = reach === undefined ? {} : { band: bandOf(estimated, reach) };
      return [{ row: isOne ? model : row, model, name, ...estimated, ...band }];
    }),
  );
}

/** Minimum number of coefficients for which a band differs enough from the intervals. */
const SHORTEST_PATH = 3;

/**
 * The critical value of each model for all its coefficients together, if these form a path; null for a singular
 * covariance.
 */
function reachesOf(
  engine: Engine,
  fits: readonly FitResult[],
  terms: readonly string[],
  level: number,
): readonly (number | null | undefined)[] {
  return fits.map((fit) => {
    const present = terms.filter((name) => Number.isFinite(fit.params[name]));
    const isPath = present.length >= SHORTEST_PATH && placesOf(terms) !== undefined;
    return isPath ? bandCritical(engine, fit, present, level) : undefined;
  });
}

function bandOf({ estimate, stdError }: Estimated, critical: number | null): Mark['band'] {
  if (critical === null || !Number.isFinite(stdError)) return null;
  return [estimate - critical * stdError, estimate + critical * stdError];
}

/** The levels in rising order, so that the first line is the shortest and thickest. */
function levelsOf(fits: readonly FitResult[], given: readonly number[] | undefined): number[] {
  const { level } = fits[0]!;
  const usual = level > 0.9 ? [0.9, level] : [level];
  return [...new Set(given === undefined || given.length === 0 ? usual : given)].sort(
    (a, b) => a - b,
  );
}

function termsOf(fits: readonly FitResult[], of: readonly string[] | undefined): string[] {
  const all = allTerms(fits.map(({ params }) => Object.keys(params)));
  if (of !== undefined && of.length > 0) return matching(of, all);
  const slopes = all.filter((name) => name !== '_cons');
  return slopes.length > 0 ? slopes : all;
}

function keyOf(label: string, model: number): Key {
  const { colour, shape } = seriesOf(model);
  return { label, colour, shape };
}

/** Warnings of the models, each once. */
function warningsOf(fits: readonly FitResult[]): Warning[] {
  const all = fits.flatMap(({ warnings }) => warnings);
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

function missing(marks: readonly Mark[], { term }: Names): Warning[] {
  const without = marks.filter(({ intervals }) => intervals.includes(null));
  if (without.length === 0) return [];
  const all = [...new Set(without.map(({ name }) => term(name)))];
  return [warning(paperWarnings, 'no-interval', { terms: all, of: 'models' })];
}

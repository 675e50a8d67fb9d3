/** Coefficients with their intervals, over models. */
import { listOf, text } from '../../core/arguments.js';
import { type Engine, loadEngine } from '../../core/engine.js';
import type { Warning } from '../../results/common.js';
import { readable } from '../../results/read.js';
import type { FitResult } from '../../results/fit.js';
import { count, percent } from '../../tables/format.js';
import { allTerms } from '../../tables/paper/parts/terms.js';
import type { Figure, FigureOptions } from '../figure.js';
import { BAND_DRAWS, bandCritical, type Estimated, estimatedOf } from '../intervals.js';
import { axisOf, rowsAxis } from '../layout/axis.js';
import type { Key } from '../layout/legend.js';
import {
  across,
  bars,
  type Datum,
  finite,
  labels,
  type Layer,
  points,
  type Scales,
} from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, LINE, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { modelNames, type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import {
  checkedFitList,
  checkFigureOptions,
  levelsSchema,
  matching,
  namesSchema,
} from '../options.js';
import { placesOf } from '../path.js';

export interface CoefficientOptions extends FigureOptions {
  /** Coefficients, as names or patterns between slashes; by default all but the constant. */
  readonly of?: readonly string[] | undefined;
  /** What the models are called; by default what tells them apart. */
  readonly models?: readonly string[] | undefined;
  /** Levels of the intervals, the thickest line first; by default 0.9 and that of the first model. */
  readonly levels?: readonly number[] | undefined;
}

const schemas = {
  of: namesSchema,
  models: listOf(text('a name'), 'a list of names, one for each model'),
  levels: levelsSchema,
};

/** An estimate in its row, counted from the top. */
interface Mark {
  readonly row: number;
  readonly model: number;
  readonly name: string;
  readonly estimate: number;
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** The sup-t band of a path; absent where the coefficients form none. */
  readonly band?: readonly [number, number] | null;
}

/** A row of the figure: a coefficient, or a model if the figure has one coefficient. */
interface Rows {
  readonly labels: readonly string[];
  readonly marks: readonly Mark[];
}

/** Room for labels, in pixels. */
const LABEL_WIDTH = 120;
/** Height of a row, and of each model in it. */
const HEIGHT = { row: 15, model: 8 } as const;

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
  checkFigureOptions(options, schemas);
  const checked = checkedFitList(fits);
  const engine = await loadEngine();
  return readable(() => figureOf(engine, checked, options));
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
  const description = [`${title}.`, subtitle, ...notes].join(' ');
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
  /** Whether the rows are models. */
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

/** The fewest coefficients whose band differs enough from their intervals. */
const SHORTEST_PATH = 3;

/** The critical value of each model for all its coefficients at once, if these form a path; null for a singular covariance. */
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

function drawn({ labels: texts, marks }: Rows, nmodels: number, nlevels: number) {
  const lines = texts.map((text) => wrapped(text, LABEL_WIDTH, 3));
  const tallest = Math.max(...lines.map(({ length }) => length));
  const height = Math.max(HEIGHT.row, nmodels * HEIGHT.model + 4, tallest * LINE + 2);
  const ends = marks.flatMap(({ estimate, intervals, band }) => [
    estimate,
    ...[...intervals, band].flatMap((one) => one ?? []),
  ]);
  const scales: Scales = {
    x: axisOf(ends, { title: null, zero: 'near' }),
    y: rowsAxis(texts.length),
  };
  const widest = Math.max(...lines.flat().map((text) => textWidth(text)));
  const labelled = lines.map((parts, row) => ({ y: row, lines: parts }));
  const [low, high] = scales.x.domain;
  return {
    left: widest + 12,
    height: height * texts.length,
    bottom: AXIS_HEIGHT.ticks,
    layers: [
      ...(low <= 0 && high >= 0 ? [across('x', 0, scales.x, { color: grey })] : []),
      ...labels(labelled, scales.y),
      ...Array.from({ length: nmodels }, (_, model) =>
        modelLayers(
          marks.filter((mark) => nmodels === 1 || mark.model === model),
          scales,
          {
            model,
            nmodels,
            nlevels,
          },
        ),
      ).flat(),
    ],
  };
}

interface Place {
  readonly model: number;
  readonly nmodels: number;
  readonly nlevels: number;
}

function modelLayers(
  marks: readonly Mark[],
  scales: Scales,
  { model, nmodels, nlevels }: Place,
): Layer[] {
  const { colour, shape } = seriesOf(model);
  const shift = nmodels === 1 ? 0 : ((model + 0.5) / nmodels - 0.5) * 0.74;
  const shifted = marks.map((mark) => ({ ...mark, y: mark.row + shift }));
  const lines = Array.from({ length: nlevels }, (_, level) => nlevels - 1 - level).map((level) => {
    const values = shifted.map(({ y, intervals }): Datum => {
      const ends = intervals[level] ?? null;
      return { y, low: ends && ends[0], high: ends && ends[1] };
    });
    return bars(values, scales, { colour, width: level === nlevels - 1 ? 1 : 3 });
  });
  const bands = shifted.flatMap(({ y, band }): Datum[] =>
    band ? [{ y, low: band[0], high: band[1] }] : [],
  );
  const dashed =
    bands.length === 0 ? [] : [bars(bands, scales, { colour, width: 1, dash: [2, 2] })];
  const dots = shifted.map(({ y, estimate }): Datum => ({ x: finite(estimate), y }));
  return [...dashed, ...lines, points(dots, scales, { colour, shape }, nmodels > 4 ? 18 : 28)];
}

/** What the models warn of, each once. */
function warningsOf(fits: readonly FitResult[]): Warning[] {
  const all = fits.flatMap(({ warnings }) => warnings);
  return [...new Map(all.map((one) => [one.message, one])).values()];
}

function missing(marks: readonly Mark[], { term }: Names): Warning[] {
  const without = marks.filter(({ intervals }) => intervals.includes(null));
  if (without.length === 0) return [];
  const all = [...new Set(without.map(({ name }) => term(name)))];
  const message = `${all.slice(0, 5).join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''} have no confidence interval in some model; the point alone is drawn`;
  return [{ code: 'no-interval', message }];
}

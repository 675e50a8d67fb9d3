/** The specification curve of a multiverse (Simonsohn, Simmons and Nelson 2020), with its choices and sample sizes. */
import { described } from '../description.js';
import type { Warning } from '../../../results/common.js';
import type {
  MultiverseResult,
  Specification,
} from '../../../analysis/sensitivity/multiverse/result.js';
import { checkedResult, readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { pixelSpec } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';
import { choiceName, choiceValue } from '../specification/choice-names.js';
import { drawingOf, drawingSvg, inOrder } from '../specification/curve.js';
import { width } from '../specification/quality.js';
import { layerOf } from '../specification/shapes.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';

/** A specification with its position, in ascending order of estimates. */
interface Place {
  readonly x: number;
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
  readonly admissible: boolean;
  readonly written: boolean;
  readonly nobs: number;
  readonly choices: Specification['choices'];
}

/**
 * The specification curve: one drawing, as `svg` and as a specification of Vega-Lite.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function curveFigure(multiverse: MultiverseResult, options: FigureOptions = {}): Figure {
  options = checkFigureOptions(options);
  const checked = checkedResult(multiverse, ['multiverse']) as MultiverseResult;
  return readable(() => figureOf(checked, options));
}

function figureOf(result: MultiverseResult, options: FigureOptions): Figure {
  const names = namesOf(options, [result.labels]);
  const { words } = names;
  const places = placesOf(result);
  const failed = result.specifications.length - places.length;
  const title =
    options.title ?? words.curve.title(names.term(result.coefficient), names.column(result.depvar));
  const subtitle = described(
    words.curve.subtitle(
      count(places.length),
      count(places.filter(({ admissible }) => admissible).length),
    ),
    words.intervals([percent(result.level)]),
  );
  const description = described(title, subtitle);
  const drawing = drawingOf(result, { names, title: options.title });
  return {
    kind: 'curve',
    title,
    description,
    svg: drawingSvg(result, drawing, names),
    spec: pixelSpec({ description, width, ...drawing, layers: drawing.shapes.map(layerOf) }),
    table: tableOf(title, places, result, names),
    warnings: undrawn(failed),
  };
}

function undrawn(failed: number): Warning[] {
  if (failed === 0) return [];
  return [warning(paperWarnings, 'without-estimate', { of: 'specifications', failed })];
}

function tableOf(
  title: string,
  places: readonly Place[],
  { choices, level }: MultiverseResult,
  named: Names,
) {
  const { words } = named;
  const names = choices.map(({ name }) => name);
  const { specification, admissible, nobs, asWritten, yes, no } = words.curve;
  const ends = [words.low(percent(level)), words.high(percent(level))];
  return numbersTable(
    title,
    [
      specification,
      words.estimate,
      ...ends,
      admissible,
      nobs,
      ...names.map((name) => choiceName(name, named)),
    ],
    places.map((place) => ({
      label: `${place.x + 1}${place.written ? ` (${asWritten})` : ''}`,
      cells: [
        place.estimate,
        ...(place.interval ?? [null, null]),
        place.admissible ? yes : no,
        place.nobs,
        ...names.map((name) => choiceValue(name, place.choices[name] ?? '', named)),
      ],
    })),
  );
}

function placesOf(result: MultiverseResult): Place[] {
  return inOrder(result).map(({ specification, estimate, interval }, x) => {
    const { admissible, own: written, choices } = specification;
    const { estimate: value, nobs } = estimate;
    const ends = interval?.every(Number.isFinite) === true ? interval : null;
    return { x, estimate: value, interval: ends, admissible, written, nobs, choices };
  });
}

/** Below the specification curve: p-values of the tests and instruments per unit, with the bounds of the rule. */
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';
import type {
  MultiverseResult,
  Specification,
} from '../../../analysis/sensitivity/multiverse/result.js';
import { short } from '../../../words/text/format.js';
import { shortened, textWidth } from '../layout/text.js';
import { WIDTH } from '../layout/theme.js';
import { colours } from './marks.js';
import { dots, lines, type Shape, words } from './shapes.js';
import type { FigureWords } from '../../../words/en/figures.js';

export const width = WIDTH;
export const right = 6;
/** Margin of texts. */
export const edge = 4;
const panelHeight = 24;
const gap = 8;

export interface Drawn {
  readonly specification: Specification;
  readonly estimate: Estimate;
  /** Null if there is no interval of the requested kind. */
  readonly interval: readonly [number, number] | null;
  /** True if it is admissible; for static models, if its interval excludes 0. */
  readonly stands: boolean;
}

export interface Frame {
  /** Upper end of the curve. */
  readonly top: number;
  readonly left: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  /** Horizontal distance between two specifications. */
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

interface Quality {
  readonly label: string;
  readonly of: (estimate: Estimate) => number | null | undefined;
  readonly bounds: readonly number[];
  /** Upper end of the panel, unless a value is larger. */
  readonly top: number;
}

/** The quantities of static models, or of dynamic panels with the limits of the rule. */
export function qualitiesOf(
  { rule }: MultiverseResult,
  { drawing: named }: FigureWords['curve'],
): readonly Quality[] {
  const rows: Quality = { label: named.rows, of: ({ nobs }) => nobs, bounds: [], top: 0 };
  if (rule === null) {
    const overidentified = ({ hansen, sargan }: Estimate) => hansen ?? sargan;
    return [
      { label: named.firstStageF, of: ({ kleibergenPaapF: f }) => f, bounds: [10], top: 10 },
      { label: named.overidentification, of: overidentified, bounds: [], top: 1 },
      rows,
    ];
  }
  return [
    { label: named.hansen, of: ({ hansen }) => hansen, bounds: rule.hansen, top: 1 },
    { label: named.ar2, of: ({ ar2 }) => ar2, bounds: [rule.ar2], top: 1 },
    { label: named.levels, of: ({ levelHansen }) => levelHansen, bounds: [], top: 1 },
    {
      label: named.instrumentsPerUnit,
      of: ({ instrumentsPerUnit }) => instrumentsPerUnit,
      bounds: [rule.instrumentsPerUnit],
      top: 1,
    },
    rows,
  ];
}

/** A panel for each quantity that some specification has, from `top` down; also returns the lower end. */
export function qualityPanels(
  qualities: readonly Quality[],
  drawn: readonly Drawn[],
  frame: Frame,
  top: number,
): { readonly panels: readonly Shape[]; readonly bottom: number } {
  const present = qualities.filter(({ of }) =>
    drawn.some(({ estimate }) => Number.isFinite(of(estimate))),
  );
  const panels = present.flatMap((quality, i) =>
    panel(quality, drawn, frame, top + i * (panelHeight + gap)),
  );
  return { panels, bottom: top + present.length * (panelHeight + gap) };
}

const finite = (value: number | null | undefined) => (Number.isFinite(value) ? value! : 0);

function panel(
  { label, of, bounds, top: least }: Quality,
  drawn: readonly Drawn[],
  { left, x, step }: Frame,
  top: number,
): Shape[] {
  const highest = drawn.reduce((most, { estimate }) => Math.max(most, finite(of(estimate))), least);
  const y = (value: number) => top + panelHeight * (1 - value / highest);
  const across = (value: number) => [left, y(value), width - right, y(value)] as const;
  const shown = drawn.flatMap(({ estimate }, place) => {
    const value = of(estimate);
    return Number.isFinite(value) ? [{ place, value: value! }] : [];
  });
  const end = short(highest, 2);
  const within = bounds.filter((bound) => bound <= highest);
  return [
    lines([across(0), across(highest)], { stroke: '#e6e6e6', thick: 0.5 }),
    lines(within.map(across), { stroke: '#777', thick: 0.5, dash: [2, 2] }),
    words(edge, top + panelHeight / 2 + 3, shortened(label, left - 4 * edge - textWidth(end))),
    words(left - edge, top + 7, end, 'end'),
    words(left - edge, top + panelHeight + 2, '0', 'end'),
    dots(
      shown.map(({ place, value }) => [x(place), y(value)]),
      { colour: colours.ink, diameter: Math.min(Math.max(step, 1), 2) },
      shown.map(({ place, value }) => ({ specification: place + 1, value })),
    ),
  ];
}

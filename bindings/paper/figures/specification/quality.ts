/** Below the specification curve: p-values of the tests and instruments per unit, with the bounds of the rule. */
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';
import type {
  MultiverseResult,
  Specification,
} from '../../../analysis/sensitivity/multiverse/result.js';
import { short } from '../../../words/text/format.js';
import { path, round, text } from '../svg.js';
import type { FigureWords } from '../../../words/vocabulary/figures.js';

export const width = 320;
export const right = 6;
const panelHeight = 20;
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
  { drawing: words }: FigureWords['curve'],
): readonly Quality[] {
  const rows: Quality = { label: words.rows, of: ({ nobs }) => nobs, bounds: [], top: 0 };
  if (rule === null) {
    const overidentified = ({ hansen, sargan }: Estimate) => hansen ?? sargan;
    return [
      { label: words.firstStageF, of: ({ kleibergenPaapF: f }) => f, bounds: [10], top: 10 },
      { label: words.overidentification, of: overidentified, bounds: [], top: 1 },
      rows,
    ];
  }
  return [
    { label: words.hansen, of: ({ hansen }) => hansen, bounds: rule.hansen, top: 1 },
    { label: words.ar2, of: ({ ar2 }) => ar2, bounds: [rule.ar2], top: 1 },
    { label: words.levels, of: ({ levelHansen }) => levelHansen, bounds: [], top: 1 },
    {
      label: words.instrumentsPerUnit,
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
): { readonly panels: readonly string[]; readonly bottom: number } {
  const present = qualities.filter(({ of }) =>
    drawn.some(({ estimate }) => Number.isFinite(of(estimate))),
  );
  const panels = present.map((quality, i) =>
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
): string {
  const highest = drawn.reduce((most, { estimate }) => Math.max(most, finite(of(estimate))), least);
  const y = (value: number) => round(top + panelHeight * (1 - value / highest));
  const across = (value: number) => `M${round(left)} ${y(value)}H${width - right}`;
  const dots = drawn.flatMap(({ estimate }, place) => {
    const value = of(estimate);
    return Number.isFinite(value) ? [`M${round(x(place))} ${y(value!)}h0`] : [];
  });
  const size = Math.min(Math.max(step, 1), 2);
  const within = bounds.filter((bound) => bound <= highest);
  return [
    path([across(0), across(highest)], '#e6e6e6', 0.5),
    path(within.map(across), '#777', 0.5, ' stroke-dasharray="2 2"'),
    text(4, top + panelHeight / 2 + 3, label),
    text(left - 4, top + 6, short(highest, 2), 'end'),
    text(left - 4, top + panelHeight + 1, '0', 'end'),
    path(dots, '#222', size, ' stroke-linecap="round"'),
  ].join('');
}

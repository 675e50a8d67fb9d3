import type { ByName, Warning } from '../../results/common.js';
import type { Language } from '../../words/languages/index.js';
import type { PaperTable } from '../tables/paper/index.js';
import type { VegaLiteSpec } from './layout/view.js';

export const figureKinds = [
  'coefficients',
  'curve',
  'bootstrap',
  'confidence',
  'margins',
  'event',
  'residuals',
  'leverage',
  'influence',
  'heatmap',
  'correlation',
  'power',
  'instruments',
  'scree',
  'weights',
  'scores',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure as plain data. */
export interface Figure {
  readonly kind: FigureKind;
  readonly title: string;
  /** What the figure shows, in words. */
  readonly description: string;
  /** Vega-Lite with its data inside. */
  readonly spec: VegaLiteSpec;
  /** The numbers of the figure, which `render` writes in every format of tables. */
  readonly table: PaperTable;
  /** Warnings about what the figure does not show. */
  readonly warnings: readonly Warning[];
  /** The drawing, for kinds that are drawn without Vega. */
  readonly svg?: string;
}

/** Options of every figure. */
export interface FigureOptions {
  /** Title above the figure. */
  readonly title?: string | undefined;
  /** Labels of columns and coefficients, before those of the data. */
  readonly labels?: ByName<string> | undefined;
  /** Language of its words. */
  readonly language?: Language | undefined;
}

/** How journals print tables. */
import type { ByName } from '../../../results/common.js';
import type { Legend } from '../../../words/en/legend.js';

export interface StyleRules {
  /** Bounds of p by star; none for a journal without stars. */
  readonly stars: ByName;
  readonly legend: Legend;
  /** Between the stars of a legend. */
  readonly between: string;
  /** True if the legend begins with the smallest bound. */
  readonly strongFirst?: boolean;
  /** Maximum columns on a page. */
  readonly mostColumns: number;
  /** True if rules separate the parts of the body. */
  readonly bodyRules: boolean;
  readonly thousands: string;
  /** False for `.5` instead of `0.5`. */
  readonly zero?: boolean;
  /** The English before the first note. */
  readonly notes: string;
  /** The English of the row of observations, if it is not the usual one. */
  readonly nobs?: string;
}

const usual: ByName = { '***': 0.01, '**': 0.05, '*': 0.1 };
const strict: ByName = { '***': 0.001, '**': 0.01, '*': 0.05 };

const rules = (some: Partial<StyleRules>): StyleRules => ({
  stars: usual,
  legend: 'p',
  between: ', ',
  mostColumns: 9,
  bodyRules: true,
  thousands: ',',
  notes: 'Notes: ',
  ...some,
});

const threeLine = { mostColumns: 8, bodyRules: false, thousands: '' };
const chinese = rules({ ...threeLine, legend: 'levels' });
const sociology = rules({ stars: strict, between: '; ', notes: '', nobs: 'N' });

export const styleRules = {
  plain: rules({ mostColumns: 10, notes: '' }),
  'three-line': rules(threeLine),
  aer: rules({ stars: {} }),
  econometrica: rules({ stars: {} }),
  jpe: rules({ between: '. ', zero: false, notes: 'Note.—' }),
  qje: rules({ legend: 'percent', between: '. ', strongFirst: true, nobs: 'N' }),
  jpam: rules({ between: '; ', strongFirst: true, notes: 'Note: ', nobs: 'N' }),
  ajps: rules({ between: '; ', strongFirst: true, thousands: '', notes: '', nobs: 'N' }),
  apsr: rules({ between: '; ', notes: '', nobs: 'N' }),
  io: rules({ between: '; ', strongFirst: true }),
  ajs: rules({ stars: strict, legend: 'P', between: '. ', zero: false, notes: 'Note.—' }),
  asr: sociology,
  demography: sociology,
  经济研究: chinese,
  管理世界: chinese,
  中国工业经济: chinese,
} as const satisfies Readonly<Record<string, StyleRules>>;

export type Style = keyof typeof styleRules;
export const tableStyles = Object.keys(styleRules) as unknown as readonly [Style, ...Style[]];

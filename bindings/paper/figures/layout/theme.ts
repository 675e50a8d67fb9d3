/** One look for all figures: a journal column wide, readable in print and in grey. */

/** A column of 85 mm, in CSS pixels of 1/96 inch. */
export const WIDTH = 321;
/** Type sizes in pixels; 9.5 px are 7.1 pt. */
export const TYPE = { text: 9.5, title: 11 } as const;
/** Distance between lines of text. */
export const LINE = 12;

export const ink = '#222222';
export const pale = '#d9d9d9';
export const grey = '#767676';

/** The colours of Okabe and Ito (2008), which readers with colour vision deficiency can tell apart, each with a shape. */
const series = [
  { colour: '#0072B2', shape: 'circle', dash: [1, 0] },
  { colour: '#D55E00', shape: 'square', dash: [5, 2] },
  { colour: '#009E73', shape: 'triangle-up', dash: [2, 2] },
  { colour: '#CC79A7', shape: 'diamond', dash: [6, 2, 1, 2] },
  { colour: '#E69F00', shape: 'triangle-down', dash: [1, 2] },
  { colour: '#56B4E9', shape: 'cross', dash: [8, 3] },
  { colour: '#000000', shape: 'stroke', dash: [3, 1] },
] as const;

export type Series = (typeof series)[number];

/** The style of a series; after the last style they repeat. */
export function seriesOf(place: number): Series {
  return series[place % series.length]!;
}

const latin = ['Arial', 'Helvetica', 'Liberation Sans'];
const chinese = ['Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei'];

/**
 * Font families in order of preference. For Chinese text Chinese fonts come first, because they have Latin letters too.
 */
export function fontsFor(text: string): string {
  const isChinese = /\p{Script=Han}/u.test(text);
  const families = isChinese ? [...chinese, ...latin] : [...latin, ...chinese];
  return [...families, 'sans-serif'].join(', ');
}

/** Marks have no names for screen readers, because the numbers are in the figure's table. */
export const config = {
  background: '#ffffff',
  aria: false,
  view: { stroke: null },
  axis: {
    labelFontSize: TYPE.text,
    titleFontSize: TYPE.text,
    titleFontWeight: 'normal',
    labelColor: ink,
    titleColor: ink,
    domainColor: grey,
    tickColor: grey,
    tickSize: 3,
    gridColor: '#ececec',
    labelOverlap: true,
  },
  text: { fontSize: TYPE.text, color: ink },
} as const;

/** The colours of printed figures, which on a dark page have lighter ones. */

const themed: Readonly<Record<string, string>> = {
  '#222222': 'var(--ink)',
  '#000000': 'var(--ink)',
  '#ffffff': 'var(--card)',
  '#767676': 'var(--quiet)',
  '#d9d9d9': 'var(--line)',
  '#ececec': 'var(--line)',
  '#a8cbe4': 'var(--figure-bars)',
  '#0072B2': 'var(--figure-1)',
  '#D55E00': 'var(--figure-2)',
  '#009E73': 'var(--figure-3)',
  '#CC79A7': 'var(--figure-4)',
  '#E69F00': 'var(--figure-5)',
  '#56B4E9': 'var(--figure-6)',
};

/** A colour of the library on this page. */
export const themedColour = (colour: string) => themed[colour] ?? colour;

/** Colours and marks of the specification curve. */
import { round } from '../svg.js';

export const colours = {
  admissible: { line: '#9cc3e6', dot: '#0b4f94' },
  refused: { line: '#dcdcdc', dot: '#8a8a8a' },
  written: '#c8321e',
} as const;

/** The mark of the author's specification. */
export function ring(x: number, y: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="3" fill="#fff" stroke="${colours.written}" stroke-width="1.4"/>`;
}

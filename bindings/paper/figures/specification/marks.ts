/** Colours and marks of the specification curve. */
import { dots, type Shape } from './shapes.js';

export const colours = {
  ink: '#222',
  admissible: { line: '#9cc3e6', dot: '#0b4f94' },
  refused: { line: '#dcdcdc', dot: '#8a8a8a' },
  written: '#c8321e',
} as const;

/** The mark of the author's specification. */
export function ring(x: number, y: number): Shape {
  return dots([[x, y]], { colour: colours.written, diameter: 6, outlined: true });
}

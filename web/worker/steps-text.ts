/** Steps of the data as YAML. */
import { parse, stringify } from 'yaml';
import type { StepsOfText } from '../engine/questions/tables.js';

export function writeSteps(steps: StepsOfText): string {
  const written = Object.entries(steps).filter(([, value]) => value !== undefined);
  return written.length === 0 ? '' : stringify(Object.fromEntries(written));
}

export function readSteps(text: string): StepsOfText {
  const steps: unknown = parse(text) ?? {};
  if (typeof steps !== 'object' || steps === null)
    throw new Error('expected the keys build and where');
  const other = Object.keys(steps).find((key) => key !== 'build' && key !== 'where');
  if (other !== undefined) throw new Error(`expected the keys build and where, found ${other}`);
  return steps;
}

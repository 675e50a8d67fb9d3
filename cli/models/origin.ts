/** The origin of a result: which model of a file, and what the command line changed. */
import { visibleLine } from '../../bindings/entries/report.js';
import { type Override, overridesJson, overridesWords } from './overrides.js';

export interface Origin {
  /** The key `name` of the model. */
  readonly name?: string | undefined;
  /** The name and number of the model in a file with several. */
  readonly title?: string | undefined;
  readonly overrides: readonly Override[];
}

/** The lines above a report. */
export function originLines({ title, overrides }: Origin): string[] {
  return [
    ...(title === undefined ? [] : [visibleLine(title)]),
    ...(overrides.length === 0 ? [] : [visibleLine(`set by --set: ${overridesWords(overrides)}`)]),
  ];
}

/** The keys of a JSON result that describe its origin. */
export function originKeys({ name, title, overrides }: Origin): object {
  return {
    ...(title !== undefined && name !== undefined && { name }),
    ...(overrides.length > 0 && { overrides: overridesJson(overrides) }),
  };
}

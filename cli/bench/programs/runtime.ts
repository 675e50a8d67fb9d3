/** What runs the code of other programs. */
import type { Command } from '../processes.js';

/** A program and what it needs. */
export interface Needs {
  /** The name in `export --as`. */
  readonly name: string;
  /** The code that `export` writes. */
  readonly script: string;
}

export interface Runtime {
  /** Names of the executable, the first that is found on PATH is used. */
  readonly commands: readonly string[];
  /** The ending of its files of code. */
  readonly ending: string;
  /** What runs a file of code. */
  readonly run: (executable: string, path: string) => Command;
  /**
   * Prints the version of the program on its last line, and fails if something that the script needs is not installed.
   * Undefined if the timed script prints the version.
   */
  readonly probe?: (executable: string, needs: Needs) => Command;
  /** Code that estimates the model, prints the coefficients as `Heard` reads them, and times it in this process. */
  readonly timed: (needs: Needs, path: string, fits: Fits) => string;
  /** The file with what it prints, if that is not standard output. */
  readonly log?: string;
  /** How to install the runtime, and what the script needs in it. */
  readonly install: (needs: Needs, hasRuntime: boolean) => string;
}

/** How often a warm estimate is repeated: at least `least` times, then until `seconds` have passed or `most` are done. */
export interface Fits {
  readonly least: number;
  readonly most: number;
  readonly seconds: number;
}

/** The start of each line that a timed script prints for us. */
export const MARK = 'wasmetrics-bench';

export interface Heard {
  readonly version: string | undefined;
  /** Coefficients in the program's order; a name may be empty. */
  readonly coefficients: readonly (readonly [name: string, value: number])[];
  /** Seconds of each repeated estimate. */
  readonly seconds: readonly number[];
}

/** Reads the lines that a timed script printed. Coefficients that the program left out are not numbers. */
export function heardIn(text: string): Heard {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.startsWith(`${MARK} `))
    .map((line) =>
      line
        .slice(MARK.length + 1)
        .trim()
        .split(/\s+/),
    );
  const of = (kind: string) => lines.filter(([first]) => first === kind).map(([, ...rest]) => rest);
  return {
    version: of('version')[0]?.[0],
    coefficients: of('coefficient')
      .map(([value, ...name]) => [name.join(' '), Number(value)] as const)
      .filter(([, value]) => Number.isFinite(value)),
    seconds: of('time')
      .map(([seconds]) => Number(seconds))
      .filter((seconds) => seconds >= 0),
  };
}

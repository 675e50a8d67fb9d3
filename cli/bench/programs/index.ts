/** The programs that `bench` runs, by the names of `export`. */
import type { ExportProgram } from '../../../bindings/entries/interchange.js';
import { gretl } from './gretl.js';
import { python } from './python.js';
import { r } from './r.js';
import type { Runtime } from './runtime.js';
import { stata } from './stata.js';

const languages = { gretl, python, r, stata };

// prettier-ignore
const programs: Readonly<Record<Exclude<ExportProgram, keyof typeof languages>, Runtime>> = {
  plm: r, pdynmc: r, lm: r, AER: r, fixest: r,
  pydynpd: python, statsmodels: python, linearmodels: python, pyfixest: python,
  xtabond2: stata, xtdpdgmm: stata, regress: stata, areg: stata, reghdfe: stata, xtreg: stata,
  ivregress: stata, ivreg2: stata, ivreghdfe: stata,
};

const runtimes: Readonly<Record<ExportProgram, Runtime>> = { ...programs, ...languages };

export const runtimeOf = (name: ExportProgram): Runtime => runtimes[name];

/** The programs that are compared if none are named: gretl, and packages of R, Python and Stata. */
export const namedPrograms = ['gretl', ...Object.keys(programs)] as readonly ExportProgram[];
